"""How characters look in an older Word file: its modifiers as the properties of a Word document."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from gov_disclosure.sources.old_word.modifiers import Modifier, modifiers

_COLORS: Final = (
    "auto", "000000", "0000ff", "00ffff", "00ff00", "ff00ff", "ff0000", "ffff00", "ffffff", "00008b", "008b8b",
    "006400", "8b008b", "8b0000", "808000", "808080", "c0c0c0",
)  # fmt: skip
_BLACK: Final = 1
_AUTO: Final = 0xFF
_LIKE_STYLE: Final = 0x80
_CLEAR, _SOLID = 0, 1
DELETED: Final = 0x0800
INSERTED: Final = 0x0801
SPECIAL: Final = 0x0855
SYMBOL: Final = 0x6A09
PICTURE: Final = 0x6A03
OF_FIELD: Final = 0x0806
_STYLE: Final = 0x4A30
_FONT: Final = 0x4A4F
_SWITCHES: Final[Mapping[int, str]] = {
    0x083C: "w:vanish",
    0x0811: "w:webHidden",
    0x0837: "w:strike",
    0x2A53: "w:dstrike",
}
_RAISED: Final = ("baseline", "superscript", "subscript")


def _color(one: Modifier) -> Element:
    return Element("w:color", {"w:val": _named(one.number)})


def _exact_color(one: Modifier) -> Element:
    return Element("w:color", {"w:val": _of_bytes(one.operand)})


def _highlight(one: Modifier) -> Element:
    named = "none" if not one.number else "black" if one.number == _BLACK else _named(one.number)
    return Element("w:highlight", {"w:val": named})


def _position(one: Modifier) -> Element:
    return Element("w:position", {"w:val": str(one.signed)})


def _size(one: Modifier) -> Element:
    return Element("w:sz", {"w:val": str(one.number)})


def _alignment(one: Modifier) -> Element:
    raised = _RAISED[one.number] if one.number < len(_RAISED) else "superscript"
    return Element("w:vertAlign", {"w:val": raised})


def shade(one: Modifier) -> Element:
    """A shading in colours of its own: before, behind, and how they are mixed."""
    pattern = int.from_bytes(one.operand[9:11], "little")
    return _shade(_of_bytes(one.operand[1:5]), _of_bytes(one.operand[5:9]), pattern)


def short_shade(one: Modifier) -> Element:
    """A shading in named colours."""
    said = one.number
    return _shade(_named(said & 31), _named(said >> 5 & 31), said >> 10)


def shade_of_bytes(said: bytes) -> Element:
    """A shading as it stands in a table of some."""
    return _shade(_of_bytes(said[:4]), _of_bytes(said[4:8]), int.from_bytes(said[8:10], "little"))


def _shade(over: str, fill: str, pattern: int) -> Element:
    name = {_CLEAR: "clear", _SOLID: "solid"}.get(pattern, "pct")
    return Element("w:shd", {"w:val": name, "w:fill": fill, "w:color": over})


def _named(number: int) -> str:
    return _COLORS[number] if number < len(_COLORS) else "auto"


def _of_bytes(said: bytes) -> str:
    return "auto" if len(said) < len("rgba") or said[3] == _AUTO else said[:3].hex()


_ELEMENTS: Final[Mapping[int, Callable[[Modifier], Element]]] = {
    0x2A42: _color,
    0x6870: _exact_color,
    0x2A0C: _highlight,
    0x4866: short_shade,
    0xCA71: lambda one: shade(Modifier(one.code, b"\0" + one.operand)),
    0x4845: _position,
    0x4A43: _size,
    0x2A48: _alignment,
}


def is_set(said: bytes, code: int) -> bool:
    """Whether a property that is on or off is on."""
    return any(one.number & 1 for one in modifiers(said) if one.code == code)


def last_of(said: bytes, code: int) -> Modifier | None:
    """The last modifier of a kind."""
    return next((one for one in reversed(list(modifiers(said))) if one.code == code), None)


@lru_cache(maxsize=1024)
def properties(said: bytes, fonts: Sequence[str]) -> Element:
    """The properties of a run."""
    found: dict[str, Element] = {}
    for one in modifiers(said):
        if name := _SWITCHES.get(one.code):
            if one.number != _LIKE_STYLE:
                found[name] = Element(name, {"w:val": str(one.number & 1)})
        elif make := _ELEMENTS.get(one.code):
            made = make(one)
            found[made.tag] = made
        elif one.code == _STYLE:
            found["w:rStyle"] = Element("w:rStyle", {"w:val": str(one.number)})
        elif one.code == _FONT and one.number < len(fonts):
            found["w:rFonts"] = Element("w:rFonts", {"w:ascii": fonts[one.number]})
    properties = Element("w:rPr")
    properties.extend(found.values())
    return properties


def mark_properties(said: bytes) -> Element | None:
    """What holds for the end of a paragraph: whether it is removed."""
    if not is_set(said, DELETED):
        return None
    mark = Element("w:rPr")
    SubElement(mark, "w:del")
    return mark
