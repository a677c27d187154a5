"""How text looks on a page, from the declarations of its elements: shown, struck, raised, small."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.colors import color_of, ground_of, is_same

ORDINARY_SIZE: Final = 16.0
"""A browser's own size of type, in pixels."""
_SMALLER = 5 / 6
_PIXELS = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "rem": ORDINARY_SIZE,
    "": 1.0,
}
_RELATIVE = {"em": 1.0, "%": 0.01, "ex": 0.5, "ch": 0.5}
_NAMED_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": ORDINARY_SIZE, "large": 18.0, "x-large": 24.0,
    "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip
_LENGTH = on_demand(r"([-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))([a-z%]*)")
_SIZE_IN_FONT = on_demand(
    r"(?:^|\s)((?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6})(?:[a-z]+|%)|0|xx?-small|small|smaller)(?=[\s/]|$)"
)
# Of the size of type: what is moved up by less, or down, may be of the number beside it.
PLAINLY: Final = 0.2
_RAISED = ("super", "sub", "text-top", "text-bottom")
# What stands so far off stands on no screen.
_FAR_OFF = -400
# A page that says nothing else is white.
_WHITE = 250
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
_COMMENT = on_demand(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_IMPORTANT = on_demand(r"\s*!\s*important\s*$")
_CELLS = ("td", "th", "cell")
_ROWS = ("tr", "row", "tbody", "thead", "tfoot")
_ALONE = {"text-decoration": "text-decoration-line", "background": "background-color", "font": "font-size"}

Declared = Mapping[str, str]


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
    ground: tuple[int, ...] = ()

    is_shown: bool = True
    """Whether its text is seen."""


@lru_cache(maxsize=1024)
def declarations(css: str) -> tuple[Declared, Declared]:
    """What declarations say, property by property: those that are just so, and those that are important."""
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for declaration in _COMMENT.sub(" ", css).lower().split(";"):
        name, colon, value = declaration.partition(":")
        value = value.strip()
        if not colon or not value:
            continue
        name = name.strip()
        bare = _IMPORTANT.sub("", value)
        into = plain if bare == value else important
        if name == "font":
            found = _SIZE_IN_FONT.search(bare)
            bare = found[1] if found else ""
        into[_ALONE.get(name, name)] = bare
    return plain, important


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
    if "bgcolor" in attributes:
        own["background-color"] = attributes["bgcolor"].lower()
    return own


def _look_of_role(role: str) -> Declared:
    if _STRUCK_ROLE.search(role):
        return _STRUCK
    return _RAISED_LOOK if _RAISED_ROLE.search(role) else {}


def merged(layers: Iterable[Declared]) -> tuple[tuple[str, str], ...]:
    """One value for each property, of the last layer that has it."""
    together: dict[str, str] = {}
    for layer in layers:
        together.update(layer)
    return tuple(together.items())


@lru_cache(maxsize=4096)
def look_of(name: str, parent: Look, declared: tuple[tuple[str, str], ...]) -> Look:
    """How an element looks that stands in another."""
    given = dict(declared)
    said = given.get("visibility")
    if (
        given.get("display") == "none"
        or given.get("mso-hide") == "all"
        or (said == "collapse" and name in _ROWS)
    ):
        return parent._replace(gone=True, is_shown=False)
    size, measured = _size(given.get("font-size", ""), parent)
    raised, nudged = _raised(given, size)
    look = Look(
        gone=parent.gone,
        unseen=said in ("hidden", "collapse") if said in ("hidden", "collapse", "visible") else parent.unseen,
        faded=parent.faded or _is_faded(given),
        doubtful=parent.doubtful or "doubtful" in given,
        dubious=parent.dubious or "dubious" in given or given.get("unicode-bidi", "").endswith("-override"),
        struck=parent.struck or "struck" in given or "line-through" in given.get("text-decoration-line", ""),
        raised=0 if name in _CELLS else max(parent.raised, raised),
        nudged=name not in _CELLS and (parent.nudged or nudged),
        size=size,
        measured=measured,
        color=color_of(given.get("color", "")) or parent.color,
        ground=ground_of(given.get("background-color", "")) or parent.ground,
    )
    if look.color and not look.ground and min(look.color[:3]) >= _WHITE:
        look = look._replace(dubious=True)
    hidden = look.gone or look.unseen or look.faded or not size or is_same(look.color, look.ground)
    return look._replace(is_shown=False) if hidden else look


def _pixels(value: str) -> float | None:
    found = _LENGTH.fullmatch(value)
    if found is None:
        return None
    scale = _PIXELS.get(found[2], _RELATIVE.get(found[2], 0.0) * ORDINARY_SIZE)
    return float(found[1]) * scale


def _size(value: str, parent: Look) -> tuple[float, bool]:
    if value in ("smaller", "larger"):
        return parent.size * (_SMALLER if value == "smaller" else 1 / _SMALLER), parent.measured
    if value in _NAMED_SIZES:
        return _NAMED_SIZES[value], True
    found = _LENGTH.fullmatch(value)
    if found is None or found[1].startswith("-"):
        return parent.size, parent.measured
    number, unit = float(found[1]), found[2]
    if unit in _RELATIVE:
        return parent.size * number * _RELATIVE[unit], parent.measured
    if unit not in _PIXELS or (not unit and number):
        return parent.size, parent.measured
    return number * _PIXELS[unit], True


def _raised(given: Declared, size: float) -> tuple[int, bool]:
    """Whether text is raised, and whether by so little that it may be none of a note."""
    value = given.get("vertical-align", "")
    if value in _RAISED:
        return 2, False
    if by := _pixels(value):
        return 2, by < PLAINLY * size
    if given.get("position") != "relative":
        return 0, False
    up = (_pixels(given.get("bottom", "")) or 0.0) - (_pixels(given.get("top", "")) or 0.0)
    return int(up != 0), up != 0 and up < PLAINLY * size


def _is_faded(given: Declared) -> bool:
    opacity = given.get("opacity", "").removesuffix("%")
    if _LENGTH.fullmatch(opacity) and float(opacity) <= 0:
        return True
    if given.get("content-visibility") == "hidden" or "scale(0)" in given.get("transform", ""):
        return True
    if _is_clipped(given):
        return True
    sides = ("left", "top", "right", "bottom") if given.get("position") in ("absolute", "fixed") else ()
    lengths = (_pixels(given.get(side, "")) for side in (*sides, "text-indent"))
    return any(length is not None and length <= _FAR_OFF for length in lengths)


def _is_clipped(given: Declared) -> bool:
    if given.get("clip", "").replace("px", "").replace(",", " ").split() in (["rect(0", "0", "0", "0)"],):
        return True
    if given.get("overflow") not in ("hidden", "clip"):
        return False
    return any(_pixels(given.get(side, "")) == 0 for side in ("height", "max-height", "width", "max-width"))
