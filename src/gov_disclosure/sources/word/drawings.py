"""Pictures as the elements that a Word document has for them: what matters of one is how wide it is."""

from typing import Final
from xml.etree.ElementTree import Element, SubElement

# Parts of a twentieth of a point.
_UNITS: Final = 635


def picture(width: int | None) -> Element:
    """A picture of a width in twentieths of a point, if that is known."""
    drawing = Element("w:drawing")
    inline = SubElement(drawing, "wp:inline")
    if width is not None:
        SubElement(inline, "wp:extent", {"cx": str(max(width, 0) * _UNITS)})
    SubElement(inline, "a:graphicData", {"uri": "/picture"})
    return drawing
