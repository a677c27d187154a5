"""Which properties hold at a place of the main stream, by the pages of properties of an older Word file."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from gov_disclosure.sources.old_word.streams import CHARACTERS, PARAGRAPHS, Streams

_PAGE: Final = 512
_NUMBER_OF_PAGE: Final = 0x3FFFFF


@define(eq=False)
class Runs:
    """Stretches of the main stream, each with its properties."""

    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    properties: list[bytes] = field(factory=list)

    def at(self, place: int) -> tuple[int, bytes]:
        """Where the stretch ends that a place is in, and what holds there."""
        index = bisect_right(self.starts, place) - 1
        if index >= 0 and place < self.ends[index]:
            return self.ends[index], self.properties[index]
        following = self.starts[index + 1] if index + 1 < len(self.starts) else 1 << 40
        return following, b""


def runs_of_characters(streams: Streams) -> Runs:
    """The stretches of one look."""
    return _runs(streams, CHARACTERS, 1)


def runs_of_paragraphs(streams: Streams) -> Runs:
    """The paragraphs; the properties of one begin with the two bytes of its style."""
    return _runs(streams, PARAGRAPHS, 13)


def _runs(streams: Streams, pair: int, width: int) -> Runs:
    found = sorted(
        run for page in _pages(streams, pair) for run in _in_page(page, width, is_paragraph=width > 1)
    )
    runs = Runs()
    for start, end, properties in found:
        if runs.ends and start < runs.ends[-1]:
            # No two hold at one place.
            continue
        runs.starts.append(start)
        runs.ends.append(end)
        runs.properties.append(properties)
    return runs


def _pages(streams: Streams, pair: int) -> Iterator[bytes]:
    table = streams.part(pair)
    count = max(len(table) - 4, 0) // 8
    if not count:
        return
    for number in dict.fromkeys(struct.unpack_from(f"<{count}I", table, 4 * (count + 1))):
        at = (number & _NUMBER_OF_PAGE) * _PAGE
        page = streams.main[at : at + _PAGE]
        if len(page) == _PAGE:
            yield page


def _in_page(page: bytes, width: int, *, is_paragraph: bool) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    offsets = 4 * (count + 1)
    if offsets + width * count > _PAGE - 1:
        return
    places = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        at = 2 * page[offsets + width * index]
        if places[index] < places[index + 1]:
            properties = _paragraph(page, at) if is_paragraph else _counted(page, at)
            yield places[index], places[index + 1], properties


def _counted(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + page[at]] if at else b""


def _paragraph(page: bytes, at: int) -> bytes:
    if not at:
        return b""
    # Its length counts pairs of bytes; where it is nothing it stands behind.
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < _PAGE else b""
