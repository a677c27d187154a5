"""How text looks on a page, from the declarations of its elements: shown, struck, raised, small."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.colors import UNKNOWN, color_of, ground_of, is_same
from gov_disclosure.sources.pages.declared import Declared
from gov_disclosure.sources.pages.seen import (
    LENGTH,
    ORDINARY_SIZE,
    PIXELS,
    RELATIVE,
    is_hidden,
    parts,
    parts_children,
    pixels,
)

_SMALLER = 5 / 6
_NAMED_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": ORDINARY_SIZE, "large": 18.0, "x-large": 24.0,
    "xx-large": 32.0, "xxx-large": 48.0, "initial": ORDINARY_SIZE,
}  # fmt: skip
# Of the size of type: what is moved up by less, or down, may be of the number beside it.
PLAINLY: Final = 0.2
# A size that is counted out of lengths that all make it greater.
_COUNTED_UP = on_demand(r"(?:calc|max|clamp)\([^()*/-]*\)")
_ZERO = on_demand(r"(?<![\d.])0*(?:\.0*)?(?![\d.])[a-z%]")
_RAISED = ("super", "sub", "text-top", "text-bottom")
# A page that says nothing else is white.
_WHITE = 250
_BLACK = (0, 0, 0)
# What classes of word processors and pages call notes, struck and hidden text.
_DUBIOUS_CLASS = on_demand(
    r"footnote|endnote|\bfn\b|\bref\b|su[bp]\b|\b(?:mso-?)?del\b|delete|strike|struck|line-?through"
    r"|hid(?:e|den)|invisible|sr-only",
    re.IGNORECASE,
)
# DocBook and TEI say in the role of an element how it looks.
_WITH_ROLE = ("emphasis", "phrase", "para", "hi")
_ROLES = ("role", "rend", "rendition")
_STRUCK_ROLE = on_demand(r"strike|through|struck|del", re.IGNORECASE)
_RAISED_ROLE = on_demand(r"su[bp]", re.IGNORECASE)
_CELLS = ("td", "th", "cell")
_ROWS = ("tr", "row", "tbody", "thead", "tfoot")


class Look(NamedTuple):
    """How the text of an element looks."""

    gone: bool = False
    """Neither it nor anything in it is on the page."""
    unseen: bool = False
    """It has its place and is not seen; what stands in it may be."""
    faded: bool = False
    """It has its place, and neither it nor anything in it is seen."""
    doubtful: bool = False
    """Nobody can tell whether it is seen."""
    dubious: bool = False
    """Whether its digits may be none of a reader's: white on a ground unknown, or of a class of notes."""
    struck: bool = False
    raised: int = 0
    """1 for type that is moved up or down, 2 for what stands above or below the line by its kind."""
    nudged: bool = False
    """Whether it is moved, and so little, or so, that it may be of the number beside it."""
    size: float = ORDINARY_SIZE
    measured: bool = False
    """Whether its size is one of its own, and not only so many times the page's."""
    color: tuple[int, ...] = ()
    fill: tuple[int, ...] = ()
    """What its signs are filled with, whatever their colour is."""
    ground: tuple[int, ...] = ()
    parted: bool = False
    """Whether it stands apart from what is on its sides."""
    parts_children: bool = False

    is_shown: bool = True
    """Whether its text is seen."""

    def differs(self, other: "Look") -> bool:
        """Whether a reader sees something else if an element looks so."""
        return _as_seen(self) != _as_seen(other)


def _as_seen(look: Look) -> tuple[bool, ...]:
    return (
        look.gone, look.unseen, look.faded, look.doubtful, look.dubious, look.struck, look.raised > 0,
        look.is_shown,
    )  # fmt: skip


_STRUCK: Declared = {"struck": "yes"}
_RAISED_LOOK: Declared = {"vertical-align": "super", "font-size": "smaller"}
_HIDDEN: Declared = {"display": "none"}
_OWN_LOOKS: Final[Mapping[str, Declared]] = {
    "del": _STRUCK,
    "s": _STRUCK,
    "strike": _STRUCK,
    "sup": _RAISED_LOOK,
    "sub": _RAISED_LOOK,
    "superscript": _RAISED_LOOK,
    "subscript": _RAISED_LOOK,
    "footnote": {"doubtful": "yes"},
    "rt": _RAISED_LOOK,
    "small": {"font-size": "smaller"},
    "big": {"font-size": "larger"},
    # Bars that show something else than the text in them.
    "meter": {"doubtful": "yes"},
    "progress": {"doubtful": "yes"},
    "datalist": _HIDDEN,
    "rp": _HIDDEN,
}
_FONT_SIZES = {"1": "10px", "2": "13px", "3": "16px", "4": "18px", "5": "24px", "6": "32px", "7": "48px"}


def own_look(name: str, attributes: Mapping[str, str]) -> Declared:
    """What a browser declares of an element by its name and its attributes."""
    own = dict(_OWN_LOOKS.get(name, {}))
    if name in _WITH_ROLE:
        own.update(_look_of_role(" ".join(attributes.get(role, "") for role in _ROLES)))
    if _DUBIOUS_CLASS.search(attributes.get("class", "")) or name == "bdo":
        own["dubious"] = "yes"
    if "hidden" in attributes or (name == "dialog" and "open" not in attributes):
        own["display"] = "none"
    if name == "font":
        size = attributes.get("size", "").strip()
        if size:
            relative = "smaller" if size[0] == "-" else "larger"
            own["font-size"] = relative if size[0] in "+-" else _FONT_SIZES.get(size, "")
        own["color"] = attributes.get("color", "").lower()
        own["font-family"] = attributes.get("face", "").lower()
    if "bgcolor" in attributes:
        own["background-color"] = attributes["bgcolor"].lower()
    return own


def _look_of_role(role: str) -> Declared:
    if _STRUCK_ROLE.search(role):
        return _STRUCK
    return _RAISED_LOOK if _RAISED_ROLE.search(role) else {}


@lru_cache(maxsize=4096)
def look_of(name: str, parent: Look, declared: tuple[tuple[str, str], ...]) -> Look:
    """How an element looks that stands in another."""
    given = dict(declared)
    if "all" in given:
        # What else is declared counts no more, or does.
        return parent._replace(doubtful=True)
    said = given.get("visibility")
    if (
        given.get("display") == "none"
        or given.get("mso-hide") == "all"
        or (said == "collapse" and name in _ROWS)
    ):
        return parent._replace(gone=True, is_shown=False)
    size, measured = _size(given.get("font-size", ""), parent)
    raised, nudged = _raised(given, parent.size if size is None else size)
    hidden = is_hidden(given)
    color = color_of(given.get("color", "")) or parent.color
    fill = color_of(given.get("-webkit-text-fill-color", "")) or parent.fill
    ink = fill or color
    ground = ground_of(given.get("background-color", "")) or parent.ground
    look = Look(
        gone=parent.gone,
        unseen=said in ("hidden", "collapse") if said in ("hidden", "collapse", "visible") else parent.unseen,
        faded=parent.faded or bool(hidden),
        doubtful=parent.doubtful or "doubtful" in given or hidden is None or size is None,
        dubious=parent.dubious
        or "dubious" in given
        or given.get("unicode-bidi", "").endswith("-override")
        or ink == UNKNOWN
        or (len(ink) == len("rgb") and not ground and min(ink) >= _WHITE)
        or (not ink and is_same(_BLACK, ground)),
        struck=parent.struck or "struck" in given or "line-through" in given.get("text-decoration-line", ""),
        raised=0 if name in _CELLS else max(parent.raised, raised),
        nudged=name not in _CELLS and (parent.nudged or nudged),
        size=parent.size if size is None else size,
        measured=measured,
        color=color,
        fill=fill,
        ground=ground,
        parted=parent.parts_children or parts(given),
        parts_children=parts_children(given),
    )
    unseen = look.gone or look.unseen or look.faded or not look.size or is_same(ink, ground)
    return look._replace(is_shown=False) if unseen else look


def _size(value: str, parent: Look) -> tuple[float | None, bool]:
    """The size of type, and whether it is one of its own; none where nobody can tell."""
    if value in ("smaller", "larger"):
        return parent.size * (_SMALLER if value == "smaller" else 1 / _SMALLER), parent.measured
    if value in _NAMED_SIZES:
        return _NAMED_SIZES[value], True
    found = LENGTH.fullmatch(value)
    if found is None and "(" in value:
        counted = _COUNTED_UP.fullmatch(value) and not _ZERO.search(value)
        return (parent.size if counted else None), parent.measured
    if found is None or found[1].startswith("-"):
        return parent.size, parent.measured
    number, unit = float(found[1]), found[2]
    if unit in RELATIVE:
        return parent.size * number * RELATIVE[unit], parent.measured
    if not number:
        return 0.0, True
    if unit not in PIXELS:
        # By the size of the screen.
        return (parent.size if unit and number >= 1 else None if unit else parent.size), parent.measured
    return (number * PIXELS[unit], True) if unit else (parent.size, parent.measured)


def _raised(given: Declared, size: float) -> tuple[int, bool]:
    """Whether text is raised, and whether by so little that it may be none of a note."""
    value = given.get("vertical-align", "")
    if value in _RAISED:
        return 2, False
    if by := pixels(value):
        return 2, by < PLAINLY * size
    if given.get("position") != "relative":
        return 0, False
    up = (pixels(given.get("bottom", "")) or 0.0) - (pixels(given.get("top", "")) or 0.0)
    return int(up != 0), up != 0 and up < PLAINLY * size
