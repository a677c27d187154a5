"""What properties of text say of its look, as far as it matters whether and how it is seen."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from gov_disclosure.sources.word.names import child

Declared = tuple[tuple[str, str], ...]
"""Properties and what is said of each."""

_OFF: Final = ("0", "false", "off", "none")
YES: Final = "yes"
NO: Final = "no"
NO_GROUND: Final = ""
UNKNOWN_GROUND: Final = "?"
# Fonts whose digits look like something else.
_OF_SIGNS: Final = ("wingdings", "webdings", "dingbats", "marlett", "bookshelf symbol")
_LIGHT: Final = ("background1", "light1", "bg1", "lt1")


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is on."""
    return element is not None and element.get("w:val", "1") not in _OFF


def declared(properties: Element | None) -> Declared:
    """The properties that matter, of those that are set at one place."""
    if properties is None:
        return ()
    return tuple([(one.tag, said) for one in properties if (say := _SAID.get(one.tag)) and (said := say(one))])


def ground_of(properties: Element | None) -> str:
    """The colour behind text, in six digits; none if none is set, a question mark if nobody can tell."""
    shade = child(properties, "w:shd")
    return NO_GROUND if shade is None else shade_of(shade)


def _yes_or_no(one: Element) -> str:
    return YES if is_on(one) else NO


def _plain(one: Element) -> str:
    return one.get("w:val", "")


def _color(one: Element) -> str:
    named = one.get("w:val", "").lower()
    return "ffffff" if named in ("", "auto") and one.get("w:themeColor") in _LIGHT else named


def shade_of(one: Element) -> str:
    """The colour behind text that a shading gives: none, one of six digits, or one that nobody can tell."""
    pattern, fill, over = (one.get(name, "").lower() for name in ("w:val", "w:fill", "w:color"))
    if pattern == "solid":
        return over if over != "auto" else "000000"
    if pattern in ("clear", "", "nil"):
        return NO_GROUND if fill in ("", "auto") else fill
    return UNKNOWN_GROUND


def _font(one: Element) -> str:
    names = f"{one.get('w:ascii', '')} {one.get('w:hAnsi', '')}".lower()
    if not names.strip():
        return ""
    return YES if any(name in names for name in _OF_SIGNS) else NO


def _fill(one: Element) -> str:
    return YES if next(one.iter("w14:noFill"), None) is not None else NO


_SAID: Final[Mapping[str, Callable[[Element], str]]] = {
    "w:vanish": _yes_or_no,
    "w:webHidden": _yes_or_no,
    "w:strike": _yes_or_no,
    "w:dstrike": _yes_or_no,
    "w:vertAlign": _plain,
    "w:position": _plain,
    "w:sz": _plain,
    "w:color": _color,
    "w:shd": shade_of,
    "w:highlight": _plain,
    "w:rFonts": _font,
    "w:rStyle": _plain,
    "w14:textFill": _fill,
}
