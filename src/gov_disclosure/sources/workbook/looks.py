"""How the cells of a workbook look: their formats of numbers, fonts and fills."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar
from xml.etree.ElementTree import Element, SubElement

from attrs import field, frozen

from gov_disclosure.sources.pages.looks import Look
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.properties import NO_GROUND, UNKNOWN_GROUND
from gov_disclosure.sources.word.styles import Context, Styles
from gov_disclosure.sources.workbook.number_formats import BUILT_IN, GENERAL

_WHITE: Final = "ffffff"
_WHITE_NUMBERS: Final = ("1", "9")
_LIGHT_THEME: Final = "0"
_RGB: Final = 6
# No number of a style has more digits.
_FEW: Final = 7
_Found = TypeVar("_Found")


@frozen
class CellStyle:
    """The style of a cell."""

    number_format: str = GENERAL
    font: Element | None = None
    ground: str = NO_GROUND


@frozen(eq=False)
class CellStyles:
    """The styles of a workbook."""

    styles: Sequence[CellStyle] = ()
    _word: Styles = field(factory=Styles)
    _contexts: dict[str, Context] = field(factory=dict)
    _none: CellStyle = field(factory=CellStyle)

    @classmethod
    def of(cls, sheet: Element | None) -> "CellStyles":
        """The styles that a part defines."""
        if sheet is None:
            return cls()
        codes = {
            one.get("numFmtId", ""): one.get("formatCode", GENERAL) for one in child(sheet, "s:numFmts") or ()
        }
        fonts = [one for one in child(sheet, "s:fonts") or () if one.tag == "s:font"]
        fills = [_ground(one) for one in child(sheet, "s:fills") or () if one.tag == "s:fill"]
        formats = (one for one in child(sheet, "s:cellXfs") or () if one.tag == "s:xf")
        return cls([_style(one, codes, fonts, fills) for one in formats])

    def style(self, number: str | None) -> CellStyle:
        """A style by its number."""
        return _at(self.styles, number or "0") or self._none

    def look(self, style: CellStyle, run: Element | None = None, *, is_doubtful: bool = False) -> Look:
        """How text looks in a cell of a style, or a run of it that has a font of its own."""
        context = self._contexts.setdefault(
            style.ground, Context().of_table("", "" if style.ground == _WHITE else style.ground)
        )
        context = context.as_doubtful() if is_doubtful else context
        return self._word.look(context, _properties(style.font if run is None else run))


def _style(one: Element, codes: Mapping[str, str], fonts: Sequence[Element], fills: Sequence[str]) -> CellStyle:
    number = one.get("numFmtId", "0")
    code = codes.get(number) or BUILT_IN.get(
        int(number) if number.isdecimal() and len(number) < _FEW else 0, GENERAL
    )
    font, fill = (one.get(name, "0") for name in ("fontId", "fillId"))
    return CellStyle(code, _at(fonts, font), _at(fills, fill) or NO_GROUND)


def _at(found: Sequence[_Found], number: str) -> _Found | None:
    at = int(number) if number.isascii() and number.isdigit() and len(number) < _FEW else len(found)
    return found[at] if at < len(found) else None


def _ground(fill: Element) -> str:
    pattern = child(fill, "s:patternFill")
    if pattern is None:
        return UNKNOWN_GROUND if len(fill) else NO_GROUND
    kind = pattern.get("patternType", "none")
    if kind == "none":
        return NO_GROUND
    color = child(pattern, "s:fgColor")
    if kind != "solid" or color is None:
        return UNKNOWN_GROUND
    return _color(color) or UNKNOWN_GROUND


def _color(one: Element) -> str:
    """A colour in six digits; none where it is one of a theme, or shaded."""
    if one.get("tint", "0").strip("0.") != "":
        return ""
    if one.get("theme") == _LIGHT_THEME or one.get("indexed") in _WHITE_NUMBERS:
        return _WHITE
    return one.get("rgb", "")[-_RGB:].lower()


def _properties(font: Element | None) -> Element:
    """A font as the properties that a Word document would have for it."""
    found = Element("w:rPr")
    for one in font if font is not None else ():
        if one.tag == "s:strike":
            SubElement(found, "w:strike", {"w:val": one.get("val", "1")})
        elif one.tag == "s:vertAlign":
            SubElement(found, "w:vertAlign", {"w:val": one.get("val", "baseline")})
        elif one.tag == "s:sz":
            SubElement(found, "w:sz", {"w:val": f"{one.get('val', '10')}pt"})
        elif one.tag == "s:color":
            SubElement(found, "w:color", {"w:val": _color(one) or "auto"})
        elif one.tag in ("s:rFont", "s:name"):
            SubElement(found, "w:rFonts", {"w:ascii": one.get("val", "")})
    return found
