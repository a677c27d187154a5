"""The pieces that the text of an older Word file is put together from, in order."""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.old_word.streams import PIECES, Streams

_OF_PROPERTIES: Final = 1
_OF_PIECES: Final = 2
_IN_BYTES: Final = 0x40000000
# Properties that a piece names by a number of one byte: the code that they have elsewhere.
_SHORT: Final = {
    0x41: 0x0800, 0x57: 0x0837, 0x5C: 0x083C, 0x73: 0x2A53, 0x68: 0x2A48, 0x62: 0x2A42,
    0x18: 0x2416, 0x19: 0x2417,
}  # fmt: skip


class Piece(NamedTuple):
    """A stretch of the text that stands in the main stream in one."""

    start: int
    end: int
    """In bytes of the main stream."""
    width: int
    """Bytes of a character."""
    properties: bytes
    """What holds for all of it."""


def pieces(streams: Streams) -> list[Piece]:
    """The pieces of the body."""
    shared: list[bytes] = []
    table = streams.part(PIECES)
    at = 0
    while at + 5 <= len(table):
        if table[at] == _OF_PROPERTIES:
            length = int.from_bytes(table[at + 1 : at + 3], "little")
            shared.append(table[at + 3 : at + 3 + length])
            at += 3 + length
        elif table[at] == _OF_PIECES:
            length = int.from_bytes(table[at + 1 : at + 5], "little")
            return list(_pieces(table[at + 5 : at + 5 + length], streams, shared))
        else:
            break
    return []


def _pieces(table: bytes, streams: Streams, shared: list[bytes]) -> Iterator[Piece]:
    count = max(len(table) - 4, 0) // 12
    places = struct.unpack_from(f"<{count + 1}I", table) if count else ()
    taken = 0
    for index in range(count):
        length = min(places[index + 1], streams.length) - places[index]
        if length <= 0:
            continue
        _, where, said = struct.unpack_from("<HIH", table, 4 * (count + 1) + 8 * index)
        in_bytes = bool(where & _IN_BYTES)
        start = (where & ~_IN_BYTES) // 2 if in_bytes else where
        width = 1 if in_bytes else 2
        end = min(start + length * width, len(streams.main))
        # Two pieces may name the same bytes; so no text is longer than the file.
        taken += max(end - start, 0)
        if taken > len(streams.main):
            return
        yield Piece(start, end, width, _properties(said, shared))


def _properties(said: int, shared: list[bytes]) -> bytes:
    if said & 1:
        index = said >> 1
        return shared[index] if index < len(shared) else b""
    code = _SHORT.get(said >> 1 & 0x7F)
    return b"" if code is None else struct.pack("<HB", code, said >> 8)


def text_of(data: bytes, width: int) -> str:
    """The characters of some bytes of a piece."""
    if width > 1:
        # Half a character is none.
        return data.decode("utf-16-le", errors="replace").replace("\ufffd", UNCLEAR)
    return data.decode("cp1252", errors="replace").replace("\ufffd", UNCLEAR)
