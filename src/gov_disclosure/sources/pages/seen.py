"""What declarations do to the sight of an element: it is seen as it stands, is not seen, or nobody can tell."""

from typing import Final

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.colors import HARDLY_SEEN, NOT_SEEN
from gov_disclosure.sources.pages.declared import Declared
from gov_disclosure.sources.pages.truth import Truth

ORDINARY_SIZE: Final = 16.0
"""A browser's own size of type, in pixels."""
PIXELS: Final = {
    "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "q": 0.945, "rem": 16.0, "": 1.0,
}  # fmt: skip
RELATIVE: Final = {"em": 1.0, "%": 0.01, "ex": 0.5, "ch": 0.5, "lh": 1.2}
LENGTH: Final = on_demand(r"([-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))([a-z%]*)")
# What is measured by the screen, or by what stands around: more or less.
_OF_SCREEN = ("vw", "vh", "vmin", "vmax", "dvw", "dvh", "svw", "svh", "lvw", "lvh", "%")
_PART_OF_SCREEN = 10.0
# What stands so far off stands on no screen; what is moved less may lie below something else.
_FAR_OFF = 400
_FAR_TO_THE_RIGHT = 2000
_MOVED = 100
# So wide a gap inside a cell a reader takes for one.
_GAP = 5.0
_TINY = 2.0
_OFF = ("none", "", "auto", "initial", "unset", "normal", "0", "inherit", "revert", "revert-layer")
_FUNCTION = on_demand(r"([a-z0-9-]+)\(([^()]*)\)")
_CHANGES_NOTHING = on_demand(
    r"translate(?:x|y|z|3d)?\((?:[-+]?0++(?:\.0*+)?+[a-z%]*+[\s,]*+)++\)|scale(?:x|y|z|3d)?\((?:1(?:\.0*+)?+[\s,]*+)++\)"
    r"|rotate(?:x|y|z)?\(-?0[a-z]*\)|skew(?:x|y)?\(-?0[a-z]*\)|perspective\([^()]*\)"
    r"|matrix\(\s*1\s*,\s*0\s*,\s*0\s*,\s*1\s*,\s*0\s*,\s*0\s*\)"
)
_SHOWS_NOTHING = on_demand(r"\bscale(?:x|y|3d)?\(\s*(?:0++(?:\.0*+)?+%?+\s*+,?+\s*+)++\)")
_PLAIN_FILTERS = ("grayscale", "drop-shadow", "saturate", "sepia", "hue-rotate", "alpha")
_COUNTED = on_demand(r"[-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})%?")
_CLIPPED = on_demand(r"rect\(\s*(\S+?)[\s,]+(\S+?)[\s,]+(\S+?)[\s,]+(\S+?)\s*\)")
_INLINE = ("", "inline", "contents", "none", "inherit", "initial", "unset", "revert", "revert-layer", "run-in")
_OF_CHILDREN = on_demand(r"(?:-webkit-)?(?:inline-)?(?:flex|grid|box)|(?:block|inline)\s+(?:flex|grid)")
_SIDES = ("left", "right", "top", "bottom")
# Properties that are set by names; whatever is counted for them is not known.
_NAMES_ALONE = ("display", "visibility", "text-decoration-line", "position")
_NOT_DIGITS = on_demand(r"[^,]*(?:wingdings|webdings|marlett|dingbat)|[\"']?symbol")


def pixels(value: str) -> float | None:
    """A length, more or less; none where it is not known."""
    found = LENGTH.fullmatch(value)
    if found is None:
        return None
    if found[2] in PIXELS:
        return float(found[1]) * PIXELS[found[2]]
    if found[2] in _OF_SCREEN:
        return float(found[1]) * _PART_OF_SCREEN
    return float(found[1]) * RELATIVE.get(found[2], 1.0) * ORDINARY_SIZE


def is_hidden(given: Declared) -> Truth:
    """Whether what is declared takes an element out of sight, with all that stands in it."""
    found: Truth = False
    for rule in _RULES:
        hides = rule(given)
        if hides:
            return True
        found = None if hides is None else found
    return found


def parts(given: Declared) -> bool:
    """Whether an element within a line is parted from what stands on its sides."""
    display = given.get("display", "")
    if display not in _INLINE:
        return True
    if given.get("float", "none") in ("left", "right", "inline-start", "inline-end"):
        return True
    if given.get("position") in ("absolute", "fixed"):
        return True
    sides: tuple[str, ...] = ("margin-left", "margin-right", "padding-left", "padding-right")
    if given.get("position") in ("relative", "sticky"):
        sides = (*sides, "left", "right")
    return any(_is_gap(given[side]) for side in sides if side in given)


def parts_children(given: Declared) -> bool:
    """Whether each element inside of one is a box of its own."""
    return _OF_CHILDREN.fullmatch(given.get("display", "")) is not None


def _is_gap(value: str) -> bool:
    if value in _OFF:
        return False
    length = pixels(value)
    return length is None or abs(length) >= _GAP


def _opacity(given: Declared) -> Truth:
    return _shows(given.get("opacity", ""))


def _shows(value: str) -> Truth:
    """Whether so much of something is too little to see."""
    if value in _OFF and value != "0":
        return False
    if not _COUNTED.fullmatch(value):
        return None if "(" in value else False
    share = float(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
    if share <= NOT_SEEN:
        return True
    return None if share <= HARDLY_SEEN else False


def _filter(given: Declared) -> Truth:
    value = given.get("filter", "")
    if value in _OFF or "progid:" in value:
        return False
    found: Truth = False
    for name, how in _FUNCTION.findall(value):
        hides: Truth = False if name in _PLAIN_FILTERS else None
        if name in ("opacity", "brightness", "contrast"):
            hides = _shows(how.strip() or "1")
            hides = None if hides and name != "opacity" else hides
        if hides:
            return True
        found = None if hides is None else found
    return None if "url(" in value or "var(" in value else found


def _transformed(given: Declared) -> Truth:
    value = given.get("transform", "")
    if _SHOWS_NOTHING.search(value):
        return True
    if value not in _OFF and _CHANGES_NOTHING.sub("", value).strip():
        return None
    for name, plain in (("translate", "0"), ("rotate", "0"), ("scale", "1")):
        said = given.get(name, "")
        if (said not in _OFF or said == "0") and any(pixels(one) != float(plain) for one in said.split()):
            return None
    return False


def _clipped(given: Declared) -> Truth:
    if found := _CLIPPED.fullmatch(given.get("clip", "")):
        top, right, bottom, left = map(pixels, found.groups())
        if top is not None and top == bottom and right == left:
            return True
        return None
    overflow = given.get("overflow", "")
    if any(one in overflow for one in ("hidden", "clip", "scroll", "auto")):
        sizes = [given[side] for side in ("height", "max-height", "width", "max-width") if side in given]
        lengths = [pixels(size) for size in sizes if size not in _OFF or size == "0"]
        known = [length for length in lengths if length is not None]
        if any(length <= _TINY for length in known):
            return True
        if any(length < ORDINARY_SIZE / 2 for length in known):
            return None
    return None if given.get("clip-path", "none") not in _OFF else False


def _moved(given: Declared) -> Truth:
    placed = given.get("position") in ("absolute", "fixed", "relative", "sticky")
    sides = _SIDES if placed else ()
    margins = ("margin-left", "margin-right", "margin-top", "margin-bottom", "text-indent")
    found: Truth = False
    for side in (*sides, *margins):
        value = given.get(side, "")
        if not value or value in _OFF:
            continue
        length = pixels(value)
        if length is None:
            found = None if "(" in value else found
        elif length <= -_FAR_OFF and side != "margin-right":
            return True
        elif length <= -_MOVED or length >= _FAR_TO_THE_RIGHT:
            found = None
    return found


def _other(given: Declared) -> Truth:
    """What is not understood beyond that it changes what is seen."""
    if given.get("content-visibility") == "hidden":
        return True
    zoom = given.get("zoom", "1")
    if zoom not in _OFF or zoom == "0":
        shown = _shows(zoom)
        if shown is not False:
            return None
    spacing = given.get("letter-spacing", "")
    if spacing and spacing not in _OFF:
        length = pixels(spacing)
        if (length is None and "(" in spacing) or (length is not None and length < -_GAP):
            return None
    for name in ("mask", "-webkit-text-security", "mix-blend-mode", "offset-path", "order"):
        if given.get(name, "none") not in _OFF:
            return None
    if "reverse" in given.get("flex-direction", "") or _NOT_DIGITS.match(given.get("font-family", "")):
        return None
    if "url(" in given.get("content", ""):
        return None
    return None if _is_unknown(given) else False


def _is_unknown(given: Declared) -> bool:
    return any("(" in given.get(name, "") for name in _NAMES_ALONE)


_RULES = (_opacity, _filter, _transformed, _clipped, _moved, _other)
