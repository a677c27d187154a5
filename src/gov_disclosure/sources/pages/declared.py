"""What is declared of an element, as far as it decides what is seen: each property with its one value.

A value that no browser takes is as if nothing were said. What a property is set to by a name of the sheet's own
(``var``) may be all that this name is given anywhere in the page.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.colors import is_color
from gov_disclosure.sources.pages.css import Declaration, declared_in, unescaped

Declared = Mapping[str, str]
Custom = Mapping[str, tuple[str, ...]]
"""What the names of a page's own are given."""

# fmt: off
_DECIDING: Final = frozenset((
    "-webkit-text-fill-color", "-webkit-text-security", "all", "animation", "background-color",
    "bottom", "clip",
    "clip-path", "color", "content", "content-visibility", "display", "filter", "flex-direction", "float",
    "font-family", "font-size", "height", "inset", "left", "letter-spacing", "line-height", "margin-bottom",
    "margin-left", "margin-right", "margin-top", "mask", "max-height", "max-width", "mix-blend-mode",
    "mso-hide", "offset-path", "opacity", "order", "overflow", "padding-left", "padding-right", "position",
    "right", "rotate", "scale", "text-decoration-line", "text-indent", "top", "transform", "translate",
    "unicode-bidi", "vertical-align", "visibility", "width", "zoom",
))
_ALONE = {
    "text-decoration": "text-decoration-line", "-webkit-text-decoration": "text-decoration-line",
    "-webkit-text-decoration-line": "text-decoration-line", "background": "background-color",
    "overflow-x": "overflow", "overflow-y": "overflow", "-webkit-clip-path": "clip-path",
    "-webkit-transform": "transform", "-webkit-filter": "filter", "mask-image": "mask",
    "-webkit-mask": "mask", "-webkit-mask-image": "mask", "flex-flow": "flex-direction",
    "margin-inline-start": "margin-left", "margin-inline-end": "margin-right",
    "padding-inline-start": "padding-left", "padding-inline-end": "padding-right",
    "inset-inline-start": "left", "inset-inline-end": "right", "inset-block-start": "top",
    "inset-block-end": "bottom", "block-size": "height", "inline-size": "width",
    "max-block-size": "max-height", "max-inline-size": "max-width", "animation-name": "animation",
    "-webkit-animation": "animation", "-webkit-animation-name": "animation", "-webkit-opacity": "opacity",
    "offset": "offset-path",
}
# fmt: on
_SIDES = ("top", "right", "bottom", "left")
# The value of which side, where one to four are given.
_WHICH = ((0, 0, 0, 0), (0, 1, 0, 1), (0, 1, 2, 1), (0, 1, 2, 3))
_PARTS = on_demand(r"[^\s()]*\((?:[^()]|\([^()]*\))*\)|[^\s()]+")
_SIZE_IN_FONT = on_demand(
    r"(?:^|\s)((?:\d{1,6}(?:\.\d{0,6})?|\.\d{1,6})(?:[a-z]+|%)|0|xx?-small|small|smaller"
    r"|(?:calc|min|max|clamp|var)\((?:[^()]|\([^()]*\))*\))(?=[\s/]|$)"
)
_GLOBAL = ("inherit", "initial", "unset", "revert", "revert-layer")
_DISPLAYS = on_demand(
    r"none|contents|inline|block|flow|flow-root|list-item|run-in|(?:-webkit-)?(?:inline-)?(?:block|flex|grid|table|box)"
    r"|table-[a-z-]+|ruby[a-z-]*|math|(?:block|inline)\s+[a-z-]+"
)
_VAR = on_demand(r"var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_MOST_VALUES = 8
# What is longer is not understood.
_LONGEST = 1000
_DEEPEST = 4


class Layer(NamedTuple):
    """What one rule or attribute declares, and whether it is certain that it does."""

    declared: Declared
    sure: bool = True


def plain_and_important(declared: Iterable[Declaration]) -> tuple[Declared, Declared]:
    """What is just so, and what is important; of what decides nothing, nothing."""
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for name, value, is_important in declared:
        into = important if is_important else plain
        for one, said in _single(name, value):
            # The later counts, and stands last.
            into.pop(one, None)
            into[one] = said
    return plain, important


@lru_cache(maxsize=1024)
def declarations(css: str) -> tuple[Declared, Declared]:
    """What an attribute declares, property by property."""
    return plain_and_important(declared_in(css))


def _single(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The properties that one stands for, each with its value; none where a browser drops it."""
    if name == "content":
        yield name, value if len(value) <= _LONGEST else "unknown()"
        return
    if len(value) > _LONGEST:
        value = "url()" if "url(" in value else "unknown()"
    value = unescaped(value).lower()
    if name in ("margin", "padding", "inset"):
        values = _PARTS.findall(value)
        if 0 < len(values) <= len(_WHICH):
            prefix = "" if name == "inset" else f"{name}-"
            for side, which in zip(_SIDES, _WHICH[len(values) - 1], strict=True):
                yield f"{prefix}{side}", values[which]
        return
    if name == "font":
        found = _SIZE_IN_FONT.search(value)
        yield "font-size", found[1] if found else ""
        yield "font-family", value
        return
    name = _ALONE.get(name, name)
    if name in _DECIDING and _is_taken(name, value):
        yield name, value


def _is_taken(name: str, value: str) -> bool:
    """Whether a browser takes a value."""
    if value in _GLOBAL or ("(" in value and name != "display"):
        return True
    if name == "display":
        return "var(" in value or _DISPLAYS.fullmatch(value) is not None
    if name == "visibility":
        return value in ("visible", "hidden", "collapse")
    if name in ("color", "-webkit-text-fill-color"):
        return is_color(value)
    return True


def variants(declared: Declared, custom: Custom, everywhere: Collection[str]) -> list[Layer]:
    """What declarations come to once the names of the page's own are put in."""
    named = {name: value for name, value in declared.items() if "var(" in value}
    if not named:
        return [Layer(declared)]
    rest = {name: value for name, value in declared.items() if name not in named}
    perhaps: list[Layer] = []
    for name, value in named.items():
        found = _values(value, custom, everywhere, 0)
        # What comes to nothing that a browser takes is not set.
        values = list(dict.fromkeys(one if _is_taken(name, one) else "unset" for one in found))
        if len(values) == 1:
            rest[name] = values[0]
        else:
            perhaps += [Layer({name: one}, sure=False) for one in values]
    return [Layer(rest), *perhaps]


def _values(value: str, custom: Custom, everywhere: Collection[str], depth: int) -> list[str]:
    found = _VAR.search(value)
    if found is None:
        return [value.strip()]
    if depth > _DEEPEST or len(value) > _LONGEST:
        return ["unknown()"]
    name, instead = found[1], found[2]
    given = list(custom.get(name, ()))
    values: dict[str, None] = {}
    if name not in everywhere:
        given += [] if instead is None else [instead.strip()]
        values = {"unset": None} if instead is None else {}
    if len(given) > _MOST_VALUES:
        return ["unknown()"]
    for one in given:
        put_in = f"{value[: found.start()]}{one}{value[found.end() :]}"
        values.update(dict.fromkeys(_values(put_in, custom, everywhere, depth + 1)))
    return list(values) if len(values) <= _MOST_VALUES else ["unknown()"]


def merged(layers: Iterable[Declared]) -> tuple[tuple[str, str], ...]:
    """One value for each property, of the last layer that has it."""
    together: dict[str, str] = {}
    for layer in layers:
        together.update(layer)
    return tuple(together.items())
