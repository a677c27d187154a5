"""The properties of runs and grounds, made as elements of a Word document for texts of other formats."""

from collections.abc import Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element

_PREFIX = "w:"


def run_properties(looks: Mapping[str, str]) -> Element:
    """The properties of a run: of how it looks, what has a name that a Word document has."""
    return _made(tuple(looks.items()))


@lru_cache(maxsize=1024)
def _made(said: tuple[tuple[str, str], ...]) -> Element:
    found = Element("w:rPr")
    for name, value in said:
        if name == "w:shd":
            found.append(shade(value))
        elif name == "w:rFonts":
            found.append(Element(name, {"w:ascii": value}))
        elif name.startswith(_PREFIX):
            found.append(Element(name, {"w:val": value}))
    return found


def shade(fill: str, pattern: str = "clear") -> Element:
    """A colour behind text."""
    return Element("w:shd", {"w:val": pattern, "w:fill": fill, "w:color": "auto"})
