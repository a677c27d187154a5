"""Colours of a page, as far as it takes to see that text has that of the ground behind it."""

from colorsys import hls_to_rgb
from functools import lru_cache
from typing import Final

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.color_names import NAMED

# Red, green, blue; nothing where a colour is not stated.
_HEX = on_demand(r"#?([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})")
_FUNCTION = on_demand(r"(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(([^()]*)\)")
_PART = on_demand(r"[-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?:%|deg)?|none")
_TOKEN = on_demand(r"[a-z-]+\([^()]*\)|#[0-9a-f]+|[a-z]+")
CLEAR: Final = (-1,)
"""Text without any colour."""
UNKNOWN: Final = (-2,)
"""A colour that may be any."""
_INHERITED = ("inherit", "currentcolor", "unset", "revert", "revert-layer")
# No reader tells two apart that are so near.
_NEAR = 8
# What lets so much through is not seen, and what lets less through perhaps.
NOT_SEEN: Final = 0.06
HARDLY_SEEN: Final = 0.3


def is_color(value: str) -> bool:
    """Whether a browser takes a value for a colour: one that it doesn't is as if nothing were said."""
    known = value in NAMED or value in _INHERITED or value in ("transparent", "initial")
    return known or "(" in value or _HEX.fullmatch(value) is not None


@lru_cache(maxsize=1024)
def color_of(value: str) -> tuple[int, ...]:
    """The colour that a value names; none where it is not stated."""
    if value == "transparent":
        return CLEAR
    if value == "initial":
        return 0, 0, 0
    digits = NAMED.get(value, value)
    if found := _HEX.fullmatch(digits):
        return _of_digits(found[1])
    if found := _FUNCTION.fullmatch(value):
        return _of_function(found[1], _PART.findall(found[2]))
    return () if not value or value in _INHERITED or "(" not in value else UNKNOWN


def _of_digits(digits: str) -> tuple[int, ...]:
    if len(digits) < len("rrggbb"):
        digits = "".join(2 * digit for digit in digits)
    parts = [int(digits[at : at + 2], 16) for at in range(0, len(digits), 2)]
    return _seen(tuple(parts[:3]), parts[3] / 255 if len(parts) > len("rgb") else 1.0)


def _of_function(name: str, parts: list[str]) -> tuple[int, ...]:
    if not len("rgb") <= len(parts) <= len("rgba") or "none" in parts:
        return UNKNOWN
    alpha = _number(parts[3], 1.0) if len(parts) > len("rgb") else 1.0
    first, second, third = parts[:3]
    if name[:3] == "rgb":
        red, green, blue = (min(max(_number(part, 255.0), 0.0), 255.0) for part in (first, second, third))
        return _seen((round(red), round(green), round(blue)), alpha)
    if name[:3] == "hsl":
        light, full = (min(max(_number(part, 100.0) / 100, 0.0), 1.0) for part in (third, second))
        found = hls_to_rgb(_number(first, 360.0) / 360 % 1, light, full)
        return _seen(tuple(round(255 * part) for part in found), alpha)
    if name == "hwb":
        return UNKNOWN
    # How light it is tells it from a ground that is white.
    light = _number(first, 1.0) if name[:2] == "ok" else _number(first, 100.0) / 100
    return _seen((round(255 * min(max(light, 0.0), 1.0)),) * 3, alpha)


def _number(part: str, whole: float) -> float:
    if part.endswith("%"):
        return float(part[:-1]) * whole / 100
    return float(part.removesuffix("deg"))


def _seen(color: tuple[int, ...], alpha: float) -> tuple[int, ...]:
    if alpha <= NOT_SEEN:
        return CLEAR
    return UNKNOWN if alpha <= HARDLY_SEEN else color


@lru_cache(maxsize=1024)
def ground_of(value: str) -> tuple[int, ...]:
    """The colour of a background; none where it lets that behind it through."""
    if not value or value in ("transparent", "none", "inherit", "initial", "unset"):
        return ()
    if "url(" in value or "gradient" in value:
        return UNKNOWN
    tokens = _TOKEN.findall(value)
    colors = [color for token in tokens if is_color(token) and (color := color_of(token))]
    if not colors:
        return UNKNOWN if "(" in value else ()
    return () if colors[0] == CLEAR else colors[0]


def is_same(color: tuple[int, ...], ground: tuple[int, ...]) -> bool:
    """Whether text of a colour is not seen on a ground."""
    if not color:
        return False
    if color == CLEAR:
        return True
    if len(color) != len("rgb") or len(ground) != len("rgb"):
        return False
    return all(abs(one - other) <= _NEAR for one, other in zip(color, ground, strict=True))
