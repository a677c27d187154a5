"""The names of OpenDocument that are read, each with the prefix that it usually has."""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from gov_disclosure.sources.word.names import SEPARATOR

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES: Final[Mapping[str, str]] = {
    **{f"{_OASIS}:{name}:1.0": name for name in ("office", "text", "table", "style")},
    f"{_OASIS}:drawing:1.0": "draw",
    f"{_OASIS}:xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}:svg-compatible:1.0": "svg",
}


def shortened(tree: Element) -> Element:
    """A tree, whose names are changed in it to those with a prefix."""
    known: dict[str, str] = {}
    for one in tree.iter():
        one.tag = _short(one.tag, known)
        if one.attrib:
            named = {_short(name, known): said for name, said in one.attrib.items()}
            one.attrib.clear()
            one.attrib.update(named)
    return tree


def _short(name: str, known: dict[str, str]) -> str:
    found = known.get(name)
    if found is None:
        address, _, last = name.rpartition(SEPARATOR)
        found = known[name] = f"{_PREFIXES.get(address, '')}:{last}"
    return found


def child(within: Element | None, *path: str) -> Element | None:
    """The element that several names lead to."""
    for name in path:
        if within is not None:
            within = next((one for one in within if one.tag == name), None)
    return within


def count(one: Element, name: str, most: int) -> int:
    """A number that an element says, 1 if it says none."""
    said = one.get(name, "")
    return min(max(int(said[:9]), 1), most) if said.isascii() and said.isdigit() else 1
