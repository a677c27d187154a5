"""Colours of a page, as far as it takes to see that text has that of the ground behind it."""

from functools import lru_cache
from typing import Final

from gov_disclosure.form.on_demand import on_demand

# Red, green, blue; nothing where a colour is not known.
_NAMED = {
    "white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "yellow": (255, 255, 0), "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192),
    "navy": (0, 0, 128), "maroon": (128, 0, 0), "purple": (128, 0, 128), "orange": (255, 165, 0),
    "snow": (255, 250, 250), "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245),
    "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211),
    "pink": (255, 192, 203), "cyan": (0, 255, 255), "aqua": (0, 255, 255),
}  # fmt: skip
_HEX = on_demand(r"#?([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{1,2})?")
_RGB = on_demand(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([0-9.]{1,9})(%?)\s*)?\)")
_TOKEN = on_demand(r"rgba?\([^()]*\)|#[0-9a-f]+|[a-z]+")
_CLEAR: Final = (-1,)
"""Text without any colour."""
_UNKNOWN: Final = (-2,)
"""A ground that may have any."""
# No reader tells two apart that are so near.
_NEAR = 8


@lru_cache(maxsize=1024)
def color_of(value: str) -> tuple[int, ...]:
    """The colour that a value names; none where it is not known, or not stated."""
    if value == "transparent":
        return _CLEAR
    if value in _NAMED:
        return _NAMED[value]
    if found := _HEX.fullmatch(value):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))
    if found := _RGB.fullmatch(value):
        if found[4] and not found[4].strip("0."):
            return _CLEAR
        return tuple(int(found[part]) for part in (1, 2, 3))
    return _UNKNOWN if value and value not in ("inherit", "currentcolor", "unset") else ()


@lru_cache(maxsize=1024)
def ground_of(value: str) -> tuple[int, ...]:
    """The colour of a background; none where it lets that behind it through."""
    if not value or value in ("transparent", "none", "inherit", "initial", "unset"):
        return ()
    if "url(" in value or "gradient" in value:
        return _UNKNOWN
    colors = [color for token in _TOKEN.findall(value) if (color := color_of(token)) != _UNKNOWN]
    if not colors:
        return _UNKNOWN
    return () if colors[0] == _CLEAR else colors[0]


def is_same(color: tuple[int, ...], ground: tuple[int, ...]) -> bool:
    """Whether text of a colour is not seen on a ground."""
    if not color:
        return False
    if color == _CLEAR:
        return True
    if len(color) != 3 or len(ground) != 3:
        return False
    return all(abs(one - other) <= _NEAR for one, other in zip(color, ground, strict=True))
