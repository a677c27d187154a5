"""The styles and fonts of an older Word file, as the elements of a Word document."""

import struct
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from gov_disclosure.sources.old_word.looks import properties
from gov_disclosure.sources.old_word.paragraphs import paragraph_properties
from gov_disclosure.sources.old_word.streams import FONTS, STYLES, Streams
from gov_disclosure.sources.word.stylesheet import StyleSheet

_PARAGRAPH, _CHARACTER = 1, 2
_KINDS: Final = {_PARAGRAPH: "paragraph", _CHARACTER: "character"}
_NO_STYLE: Final = 0xFFF
_MOST: Final = 4095


def stylesheet(streams: Streams, name: str, fonts: Sequence[str]) -> StyleSheet:
    """The styles of a file, by their numbers."""
    sheet = Element("w:styles")
    for number, said in enumerate(_styles(streams.part(STYLES))):
        if (style := _style(number, *said, fonts)) is not None:
            sheet.append(style)
    return StyleSheet.of_tree(sheet, name, "STSH")


def font_names(streams: Streams) -> tuple[str, ...]:
    """The names of the fonts, by their numbers."""
    table = streams.part(FONTS)
    found: list[str] = []
    at = 4
    while at < len(table) and len(found) < _MOST:
        length = table[at]
        name = table[at + 40 : at + 1 + length]
        found.append(name[: len(name) & ~1].decode("utf-16-le", errors="ignore").partition("\0")[0])
        at += 1 + length
    return tuple(found)


def _styles(table: bytes) -> Iterator[tuple[int, bytes]]:
    """Each style, with how long the part of it is that all have."""
    if len(table) < 6:
        return
    head, _, base = struct.unpack_from("<HHH", table)
    at, count = 2 + head, 0
    while at + 2 <= len(table) and count < _MOST:
        length = int.from_bytes(table[at : at + 2], "little")
        yield base, table[at + 2 : at + 2 + length]
        at += 2 + length + (length & 1)
        count += 1


def _style(number: int, base: int, said: bytes, fonts: Sequence[str]) -> Element | None:
    if len(said) < base + 2 or base < 6:
        return None
    _, kind_and_base, count_and_next = struct.unpack_from("<HHH", said)
    kind = _KINDS.get(kind_and_base & 15)
    if kind is None:
        return None
    style = Element("w:style", {"w:type": kind, "w:styleId": str(number)})
    if not number:
        style.set("w:default", "1")
    if (based := kind_and_base >> 4) != _NO_STYLE:
        SubElement(style, "w:basedOn", {"w:val": str(based)})
    length = int.from_bytes(said[base : base + 2], "little")
    parts = list(_parts(said, base + 2 + 2 * length + 2, count_and_next & 15))
    if kind == "paragraph" and parts:
        style.append(paragraph_properties(parts.pop(0)[2:]))
    if parts:
        style.append(properties(parts[0], tuple(fonts)))
    return style


def _parts(said: bytes, at: int, count: int) -> Iterator[bytes]:
    for _ in range(count):
        length = int.from_bytes(said[at : at + 2], "little")
        yield said[at + 2 : at + 2 + length]
        at += 2 + length + (length & 1)
