"""A report's source in lines and tables, parted at the places that something is said of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final

from attrs import frozen

from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.model.grid import GridCell
from gov_disclosure.model.issues import Location
from gov_disclosure.model.source_view import SourceView

# What stands at a place that a sentence of the text is pointed at by: a word or number, up to the next sign.
_WORD: Final = re.compile(r"[^\s，。；：、,;|｜│]{0,40}")

Places = Mapping[Location, str | None]
"""Each place with the text that stands there, empty for an empty cell; with ``None`` the word that is found."""


@frozen
class Part:
    """A piece of a line or a cell; one that has a place begins there."""

    text: str
    place: Location | None = None


@frozen
class SourceLine:
    """A line of the source in its parts."""

    number: int
    """Of the text that was read, 1-based; 0 in a file that has no lines of text."""
    parts: tuple[Part, ...]


@frozen
class SourceCell:
    """A cell of a table of the source in its parts."""

    parts: tuple[Part, ...]
    colspan: int
    rowspan: int


SourceTable = tuple[tuple[SourceCell, ...], ...]
"""The rows of a table, each with the cells that begin in it."""


def source_blocks(source: str | SourceView, places: Places) -> Iterator[SourceLine | SourceTable]:
    """Every line and table of a source, in order. Places outside of it are in none."""
    view = SourceView(source, source) if isinstance(source, str) else source
    reader = _Reader.of(view, places)
    at = 0
    for table in view.tables:
        yield from reader.lines(at, table.start)
        yield tuple(reader.row(row) for row in table.rows)
        at = max(at, table.end)
    yield from reader.lines(at, len(view.seen))


@frozen
class _Reader:
    view: SourceView
    places: Places
    starts: Sequence[int]
    """The offsets at which lines of the text begin."""
    offsets: Sequence[int]
    """Of the places, in order."""
    by_offset: Sequence[Location]

    @classmethod
    def of(cls, view: SourceView, places: Places) -> "_Reader":
        lines = view.text.splitlines()
        starts = list(accumulate(map(len, view.text.splitlines(keepends=True)), initial=0))
        inside = sorted(
            (starts[place.line - 1] + place.column - 1, place)
            for place in places
            if place.line <= len(lines) and place.column <= len(lines[place.line - 1]) + 1
        )
        return cls(view, places, starts, [offset for offset, _ in inside], [place for _, place in inside])

    def lines(self, start: int, end: int) -> Iterator[SourceLine]:
        """The lines of a stretch; of what is not the text itself, those that say something."""
        itself = self.view.seen is self.view.text
        numbered = not (itself and self.view.tables)
        at = start
        for line in self.view.seen[start:end].splitlines(keepends=True):
            body = line.splitlines()[0]
            parts = tuple(self._parts(at, at + len(body)))
            if itself or any(part.text.strip() or part.place for part in parts):
                yield SourceLine(bisect_right(self.starts, at) if numbered else 0, parts)
            at += len(line)

    def row(self, row: Iterable[GridCell]) -> tuple[SourceCell, ...]:
        """The cells that begin in a row of a table."""
        return tuple(
            SourceCell(tuple(self._content(cell)), cell.colspan, cell.rowspan) for cell in row if cell.is_own
        )

    def _content(self, cell: GridCell) -> Iterator[Part]:
        """What stands in a cell; a place that is all that is said of it has all of it."""
        own = self._in(cell.start, cell.end) if cell.start or cell.end else []
        if len(own) == 1:
            return iter([Part(self._text(cell.start, cell.end).strip(), own[0][1])])
        return self._parts(cell.start, cell.end)

    def _in(self, start: int, end: int) -> list[tuple[int, Location]]:
        """The places from an offset to another one, which a place at the end of a line has."""
        first, last = bisect_left(self.offsets, start), bisect_right(self.offsets, end)
        return list(zip(self.offsets[first:last], self.by_offset[first:last], strict=True))

    def _parts(self, start: int, end: int) -> Iterator[Part]:
        own = self._in(start, end)
        yield Part(self._text(start, own[0][0] if own else end))
        for (at, place), (following, _) in pairwise([*own, (end, None)]):
            if place:
                behind = min(self._end(at, end, self.places[place]), following)
                yield Part(self._text(at, behind), place)
                yield Part(self._text(behind, following))

    def _end(self, at: int, end: int, said: str | None) -> int:
        """Where the text ends that stands at a place; the place itself if another text stands there."""
        if said is None:
            word = _WORD.match(self.view.seen, at, end)
            return word.end() if word else at
        first = said.strip().partition("\n")[0].rstrip()
        return at + len(first) if self.view.seen.startswith(first, at, end) else at

    def _text(self, start: int, end: int) -> str:
        text = self.view.seen[start:end]
        return text if self.view.seen is self.view.text else text.replace(NOT_SHOWN, "")


def parts_in(blocks: Iterable[SourceLine | SourceTable]) -> Iterator[Part]:
    """All parts of lines and tables."""
    for block in blocks:
        if isinstance(block, SourceLine):
            yield from block.parts
        else:
            yield from (part for row in block for cell in row for part in cell.parts)
