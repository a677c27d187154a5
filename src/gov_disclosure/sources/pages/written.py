"""What a sheet writes before or behind the text of an element: part of what a reader sees there."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.css import unescaped
from gov_disclosure.sources.pages.declared import Declared, Layer, merged

PLACES: Final = ("before", "after")
_PART = on_demand(
    r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|attr\(\s*([-\w:]+)(?:\s+[-\w%]+)?\s*(,[^()]*)?\)|/.*|(\S)"
)
# Dots and arrows of lists, signs of a font of pictures: no part of any number.
_DRESS = on_demand(r"[\s\ue000-\uf8ff·・•●○■□◆◇▪▫►▶▸▹▷»›→⇒★☆✓✔|│丨:：\u200b]*")
_NOTHING = ("none", "normal", "", "initial", "unset", "inherit", "revert", "revert-layer")


def writes(layers: Sequence[Layer], attributes: Mapping[str, str]) -> bool:
    """Whether something may be written that is seen and may be part of a number."""
    sure = [layer.declared for layer in layers if layer.sure]
    return any(
        _is_seen(dict(merged([*sure, *perhaps])), attributes)
        for count in (0, 1)
        for perhaps in combinations([layer.declared for layer in layers if not layer.sure], count)
    )


def _is_seen(said: Declared, attributes: Mapping[str, str]) -> bool:
    if said.get("display") == "none" or said.get("visibility") == "hidden":
        return False
    content = said.get("content", "")
    if content in _NOTHING:
        return False
    return any(not _DRESS.fullmatch(one) for one in _texts(content, attributes))


def _texts(content: str, attributes: Mapping[str, str]) -> list[str]:
    found = []
    for one, other, name, instead, more in _PART.findall(content):
        if name:
            found.append(attributes.get(name.lower(), instead))
        else:
            # What is counted or drawn may be any number.
            found.append("0" if more else unescaped(one or other))
    return found
