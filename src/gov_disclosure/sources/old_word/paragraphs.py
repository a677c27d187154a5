"""What an older Word file says of its paragraphs: how deep in tables they stand, their lists and grounds."""

from typing import Final
from xml.etree.ElementTree import Element, SubElement

from attrs import frozen

from gov_disclosure.sources.old_word.looks import shade, short_shade
from gov_disclosure.sources.old_word.modifiers import Modifier, modifiers

_IN_TABLE: Final = 0x2416
_ENDS_ROW: Final = 0x2417
_DEPTH: Final = 0x6649
_DEEPER: Final = 0x664A
_ENDS_INNER_CELL: Final = 0x244B
_ENDS_INNER_ROW: Final = 0x244C
_LIST: Final = 0x460B
_LEVEL: Final = 0x260A
_GROUND: Final = 0xC64D
_SHORT_GROUND: Final = 0x442D
ELSEWHERE: Final = (0x6645, 0x6646, 0x646B)
"""What says that more stands in the stream of data."""


@frozen
class Standing:
    """Where a paragraph stands, and what its end is the end of."""

    level: int = 0
    ends_row: bool = False
    ends_inner_cell: bool = False
    ends_inner_row: bool = False


def standing(said: bytes) -> Standing:
    """What modifiers say of where a paragraph stands."""
    in_table, ends_row, depth, inner_cell, inner_row = False, False, 0, False, False
    for one in modifiers(said):
        if one.code == _IN_TABLE:
            in_table = bool(one.number)
        elif one.code == _ENDS_ROW:
            ends_row = bool(one.number)
        elif one.code == _DEPTH:
            depth = one.signed
        elif one.code == _DEEPER:
            depth += one.signed
        elif one.code == _ENDS_INNER_CELL:
            inner_cell = bool(one.number)
        elif one.code == _ENDS_INNER_ROW:
            inner_row = bool(one.number)
    level = max(depth, 0) or int(in_table)
    return Standing(level, ends_row, inner_cell, inner_row)


def paragraph_properties(said: bytes, style: int | None = None) -> Element:
    """The properties of a paragraph."""
    found = Element("w:pPr")
    if style is not None:
        SubElement(found, "w:pStyle", {"w:val": str(style)})
    numbers = Element("w:numPr")
    for one in modifiers(said):
        if one.code == _LIST:
            SubElement(numbers, "w:numId", {"w:val": str(one.number)})
        elif one.code == _LEVEL:
            SubElement(numbers, "w:ilvl", {"w:val": str(one.number)})
        elif one.code == _GROUND:
            found.append(shade(Modifier(one.code, b"\0" + one.operand)))
        elif one.code == _SHORT_GROUND:
            found.append(short_shade(one))
    if len(numbers):
        found.append(numbers)
    return found
