"""How text looks in RTF: control words as the properties that a Word document would have for them."""

from collections.abc import Callable, Mapping
from typing import Final

from gov_disclosure.sources.rtf.heads import Colors

Looks = Mapping[str, str]
"""Properties by name, and what is said of each. It is never changed: groups share it."""

DELETED: Final = "deleted"
INSERTED: Final = "inserted"
PLAIN: Final[Looks] = {"w:sz": "24"}
_BLACK: Final = "000000"

_Word = Callable[[int | None, Colors], str]


def _switch(number: int | None, colors: Colors) -> str:
    return "0" if number == 0 else "1"


def _color(number: int | None, colors: Colors) -> str:
    return colors[number]


def _highlight(number: int | None, colors: Colors) -> str:
    color = colors[number]
    return "none" if color == "auto" else "black" if color == _BLACK else color


def _number(number: int | None, colors: Colors) -> str:
    return str(number or 0)


def _moved(default: int, sign: int) -> _Word:
    return lambda number, colors: str(sign * (default if number is None else number))


def _says(what: str) -> _Word:
    return lambda number, colors: what


_WORDS: Final[Mapping[str, tuple[str, _Word]]] = {
    "v": ("w:vanish", _switch),
    "webhidden": ("w:webHidden", _switch),
    "strike": ("w:strike", _switch),
    "striked": ("w:dstrike", _switch),
    "super": ("w:vertAlign", lambda number, colors: "baseline" if number == 0 else "superscript"),
    "sub": ("w:vertAlign", lambda number, colors: "baseline" if number == 0 else "subscript"),
    "nosupersub": ("w:vertAlign", _says("baseline")),
    "up": ("w:position", _moved(6, 1)),
    "dn": ("w:position", _moved(6, -1)),
    "fs": ("w:sz", lambda number, colors: str(24 if number is None else number)),
    "cf": ("w:color", _color),
    "cb": ("w:shd", _color),
    "chcbpat": ("w:shd", _color),
    "highlight": ("w:highlight", _highlight),
    "deleted": (DELETED, _switch),
    "revised": (INSERTED, _switch),
}


def with_word(looks: Looks, word: str, number: int | None, colors: Colors) -> Looks | None:
    """How text looks behind a control word; ``None`` if the word is none of these."""
    if word == "plain":
        return PLAIN
    found = _WORDS.get(word)
    if found is None:
        return None
    name, say = found
    said = say(number, colors)
    return looks if looks.get(name) == said else {**looks, name: said}


def with_font(looks: Looks, name: str) -> Looks:
    """How text looks in a font."""
    return looks if looks.get("w:rFonts") == name else {**looks, "w:rFonts": name}
