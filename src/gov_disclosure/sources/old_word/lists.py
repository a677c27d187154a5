"""The numbered lists of an older Word file, as the elements of a Word document."""

import struct
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from gov_disclosure.sources.old_word.streams import LISTS, LISTS_IN_USE, Streams
from gov_disclosure.sources.word.numerals import form_of_code

_OF_LIST, _OF_LEVEL, _OF_USE = 28, 28, 16
_LEVELS: Final = 9
_HAS_ONE_LEVEL: Final = 1
_COUNT_OF_LEVELS: Final = 12
"""Where a list in use says how many levels it has otherwise."""
_MOST: Final = 4000


def numbering(streams: Streams) -> Element:
    """The lists of a file, and those that its paragraphs name."""
    found = Element("w:numbering")
    _plans(streams.from_part(LISTS), found)
    uses = streams.part(LISTS_IN_USE)
    count = min(int.from_bytes(uses[:4], "little"), _MOST)
    for number in range(count):
        use = uses[4 + _OF_USE * number : 4 + _OF_USE * (number + 1)]
        if len(use) < _OF_USE:
            break
        one = SubElement(found, "w:num", {"w:numId": str(number + 1)})
        SubElement(one, "w:abstractNumId", {"w:val": use[:4].hex()})
    _overrides(uses, found)
    return found


def _plans(table: bytes, found: Element) -> None:
    count = min(int.from_bytes(table[:2], "little"), _MOST)
    at = 2 + _OF_LIST * count
    for number in range(count):
        head = table[2 + _OF_LIST * number : 2 + _OF_LIST * (number + 1)]
        if len(head) < _OF_LIST:
            return
        plan = SubElement(found, "w:abstractNum", {"w:abstractNumId": head[:4].hex()})
        for level in range(1 if head[26] & _HAS_ONE_LEVEL else _LEVELS):
            at = _level(table, at, level, plan)
            if at < 0:
                return


def _level(table: bytes, at: int, level: int, plan: Element) -> int:
    """Add a level of a list; where it ends, or less than nothing if it is cut."""
    head = table[at : at + _OF_LEVEL]
    if len(head) < _OF_LEVEL:
        return -1
    start, form, flags = struct.unpack_from("<iBB", head)
    at += _OF_LEVEL + head[24] + head[25]
    length = int.from_bytes(table[at : at + 2], "little")
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", errors="ignore")
    one = SubElement(plan, "w:lvl", {"w:ilvl": str(level)})
    SubElement(one, "w:start", {"w:val": str(max(start, 0))})
    SubElement(one, "w:numFmt", {"w:val": form_of_code(str(form))})
    shown = "".join(f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in text)
    SubElement(one, "w:lvlText", {"w:val": shown})
    if flags & 0x08:
        SubElement(one, "w:lvlRestart", {"w:val": str(head[26])})
    if flags & 0x04:
        SubElement(one, "w:isLgl")
    return at + 2 + 2 * length


def _overrides(uses: bytes, found: Element) -> None:
    """What lists say otherwise than their plans: a first number, or a whole level."""
    lists = list(found.iter("w:num"))
    at = 4 + _OF_USE * len(lists)
    for number, one in enumerate(lists):
        at += 4
        for _ in range(uses[4 + _OF_USE * number + _COUNT_OF_LEVELS]):
            said = uses[at : at + 8]
            if len(said) < 8:
                return
            start, flags = struct.unpack("<ii", said)
            at += 8
            change = SubElement(one, "w:lvlOverride", {"w:ilvl": str(flags & 15)})
            if flags & 0x20:
                at = _level(uses, at, flags & 15, change)
                if at < 0:
                    return
            elif flags & 0x10:
                SubElement(change, "w:startOverride", {"w:val": str(max(start, 0))})
