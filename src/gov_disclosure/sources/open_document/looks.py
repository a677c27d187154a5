"""How text looks in OpenDocument: its styles as the properties that a Word document would have for them."""

from collections.abc import Iterable, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from attrs import define, field

Look = Mapping[str, str]
"""Properties by name, and what is said of each. It is never changed: styles share it."""

_LONGEST_LINE_OF_STYLES: Final = 50
_TRANSPARENT: Final = "transparent"
_SIZES: Final[Mapping[str, float]] = {"pt": 2.0, "in": 144.0, "cm": 56.7, "mm": 5.67, "pc": 24.0}
"""Half points in a unit of length."""


@define(eq=False)
class Looks:
    """The styles of a document."""

    styles: dict[tuple[str, str], Element] = field(factory=dict)
    """By family and name; the default of a family has no name."""
    _known: dict[tuple[str, str], Look] = field(factory=dict)

    @classmethod
    def of(cls, trees: Iterable[Element]) -> "Looks":
        """The styles that the trees of a document define."""
        styles: dict[tuple[str, str], Element] = {}
        for tree in trees:
            for one in tree.iter():
                if one.tag in ("style:style", "style:default-style"):
                    styles[one.get("style:family", ""), one.get("style:name", "")] = one
        return cls(styles)

    def named(self, family: str, name: str) -> Look:
        """How a style makes text look, with what it has from others."""
        found = self._known.get((family, name))
        if found is None:
            found = {}
            for style in reversed(self._line(family, name)):
                found |= _said(style)
            self._known[family, name] = found
        return found

    def _line(self, family: str, name: str) -> list[Element]:
        """A style, those that it is made of, and the default of all."""
        line: list[Element] = []
        while name and (style := self.styles.get((family, name))) is not None:
            line.append(style)
            name = style.get("style:parent-style-name", "") if len(line) < _LONGEST_LINE_OF_STYLES else ""
        default = self.styles.get((family, ""))
        return line if default is None else [*line, default]


def _said(style: Element) -> dict[str, str]:
    said: dict[str, str] = {}
    for one in style:
        if one.tag == "style:text-properties":
            said |= _of_text(one)
        elif one.tag in (
            "style:paragraph-properties",
            "style:table-cell-properties",
            "style:table-row-properties",
        ):
            ground = one.get("fo:background-color", _TRANSPARENT)
            if ground != _TRANSPARENT:
                said["ground"] = ground.lstrip("#")
            height = one.get("style:row-height")
            if height and one.get("style:use-optimal-row-height") != "true":
                said["height"] = str(round(_half_points(height) * 10))
    return said


def _of_text(one: Element) -> dict[str, str]:
    said: dict[str, str] = {}
    lines = [one.get(f"style:text-line-through-{what}") for what in ("style", "type")]
    if any(lines):
        said["w:strike"] = "0" if lines[0] == "none" or (lines[0] is None and lines[1] == "none") else "1"
    if display := one.get("text:display"):
        said["w:vanish"] = "0" if display == "true" else "1"
    if place := one.get("style:text-position"):
        said |= _of_position(*place.split()[:2])
    if size := one.get("fo:font-size"):
        # A part of another size is never so small that nobody sees it.
        said |= {"w:sz": str(round(_half_points(size)))} if _half_points(size) else {}
    if color := one.get("fo:color"):
        said["w:color"] = color.lstrip("#")
    if one.get("style:use-window-font-color") == "true":
        said["w:color"] = "auto"
    if ground := one.get("fo:background-color"):
        said["w:shd"] = "auto" if ground == _TRANSPARENT else ground.lstrip("#")
    if font := one.get("style:font-name") or one.get("fo:font-family"):
        said["w:rFonts"] = font
    return said


def _of_position(place: str, size: str = "100%") -> dict[str, str]:
    """A mark above or below the line; the office's number, if it stands on it in the size of all else."""
    raised = place not in ("0%", "sub") and not place.startswith("-")
    if place == "0%":
        return {"w:vertAlign": "baseline"}
    if size == "100%":
        return {"w:position": "6" if raised else "-6"}
    return {"w:vertAlign": "superscript" if raised else "subscript"}


def _half_points(length: str) -> float:
    """A length in half points; 0 for one that is a part of another."""
    try:
        return float(length[:-2]) * _SIZES.get(length[-2:], 0.0)
    except ValueError:
        return 0.0
