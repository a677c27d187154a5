"""Line ends: how many a tool writes between cells, for an empty one and between rows; what explains a text.

Where each cell has a line of its own, an empty cell leaves line ends and nothing else, and so do the end of a
row and, with some tools, the places that a merged label covers in the rows below. No single gap tells which it
is. But a tool writes all of its rows in one way, and how many columns they have is known: so each way is held
against every row from its label up to what follows it. A way that makes them as long as their columns, but for
a few that a page or a damage has torn, is left. A row is placed where all that are left make it whole and say
the same.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gov_disclosure.scanning.sums import has_sums, holds

# Rows that come out right by chance are fewer.
_FEWEST_TELLING = 2
# Rows that a page or a damage has torn are no more of those that tell.
_MOST_TORN = 1 / 4

Places = tuple[int, ...]
"""The places of the filled cells of a row."""


class LinedRow(NamedTuple):
    """What of a row that has a line for each cell the ways speak of."""

    gaps: tuple[int, ...]
    """Line ends before each filled cell: behind its label the first, behind the one before it any other."""
    end: int
    """Line ends between the last of them, or the label, and what follows; 0 if nothing does."""
    width: int
    """Cells of the row, those of a wide column counted one by one where a tool copies it."""
    counts: tuple[int, ...] = ()
    """What the filled cells count."""
    below: bool = False
    """Its label ends a row of labels: it stands below that."""
    ends_table: bool = False
    covered: int = 0
    """How many places merged labels cover in front of what follows."""


class LineEnds(NamedTuple):
    """A way to write tables one cell a line."""

    cell: int
    """Line ends between two cells."""
    blank: int
    """So many more for an empty one."""
    row: int = 0
    """So many more between rows."""
    covers: bool = False
    """Whether a place that a merged label covers is an empty cell."""

    def _blanks(self, gap: int, rows: int = 0) -> int:
        """How many empty cells stand in a gap, beside so many ends of rows; -1 if it is none of such."""
        more = gap - self.cell - rows * self.row
        return more // self.blank if more >= 0 and more % self.blank == 0 else -1

    def places(self, row: LinedRow) -> Places | None:
        """The places of a row's filled cells; ``None`` if its gaps are none of cells, or too wide."""
        place, found = -1, list[int]()
        for at, gap in enumerate(row.gaps):
            blanks = self._blanks(gap, int(row.below and at == 0))
            place += 1 + blanks
            if blanks < 0 or place >= row.width:
                return None
            found.append(place)
        return tuple(found)

    def behind(self, row: LinedRow, places: Places) -> int:
        """How many line ends more than its own empty cells have stand behind a row."""
        begun = row.below and not places
        blanks = row.width - 1 - (places[-1] if places else -1)
        return row.end - self.cell - self.row * int(begun) - self.blank * blanks

    def closes(self, row: LinedRow, places: Places) -> bool:
        """Whether a row that no table ends with is just as long as its columns."""
        return self.behind(row, places) == self.row + (self.blank * row.covered if self.covers else 0)


class Way(NamedTuple):
    """A way that explains a text, with what it says of each row."""

    line_ends: LineEnds
    rows: tuple[Places | None, ...]
    """The places of the filled cells of each; ``None`` for a row that it does not make whole."""


def ways(rows: Sequence[LinedRow], cell: int) -> list[Way]:
    """The ways that explain the rows of a text whose cells stand so many line ends apart."""
    found = (Way(line_ends, _explained(line_ends, rows)) for line_ends in _candidates(rows, cell))
    return [way for way in found if _is_left(way, rows)]


def _candidates(rows: Sequence[LinedRow], cell: int) -> Iterator[LineEnds]:
    """All ways whose end of a row several rows have: an empty cell leaves no more than a filled one does."""
    for blank in range(1, cell + 1):
        placed = [(row, LineEnds(cell, blank).places(row)) for row in rows if not (row.ends_table or row.below)]
        for covers in (False, True):
            ends = Counter(
                LineEnds(cell, blank).behind(row, places) - (blank * row.covered if covers else 0)
                for row, places in placed
                if places is not None
            )
            for row, count in ends.items():
                if row >= 0 and count >= _FEWEST_TELLING:
                    yield LineEnds(cell, blank, row, covers)


def _explained(line_ends: LineEnds, rows: Sequence[LinedRow]) -> tuple[Places | None, ...]:
    """The places of the rows that a way makes whole."""
    placed = [line_ends.places(row) for row in rows]
    # What stands between a table and what follows is no row's, but the same behind all tables of a text.
    behind = Counter(
        line_ends.behind(row, places)
        for row, places in zip(rows, placed, strict=True)
        if places is not None and row.ends_table and row.end
    )
    agreed = {more for more, count in behind.items() if count >= _FEWEST_TELLING and more >= 0}
    return tuple(
        places if places is not None and _is_whole(line_ends, row, places, agreed) else None
        for row, places in zip(rows, placed, strict=True)
    )


def _is_whole(line_ends: LineEnds, row: LinedRow, places: Places, agreed: set[int]) -> bool:
    if not row.ends_table:
        return line_ends.closes(row, places)
    if row.end and line_ends.behind(row, places) in agreed:
        return True
    if len(places) == row.width and not agreed:
        return True
    # Nothing tells where the row ends but its own last column, if no sum speaks against it.
    closed = bool(places) and places[-1] == row.width - 1
    return closed and (not has_sums(row.width) or _holds(row, places))


def _holds(row: LinedRow, places: Places) -> bool:
    """Whether the sums of a row hold, its empty cells being nothing."""
    counts = [0] * row.width
    for place, count in zip(places, row.counts, strict=True):
        counts[place] = count
    return any(counts) and holds(counts)


def _is_left(way: Way, rows: Sequence[LinedRow]) -> bool:
    """Whether a way explains rows with empty cells, and all others but a few."""
    whole = [(row, places) for row, places in zip(rows, way.rows, strict=True) if places is not None]
    telling = [places for row, places in whole if len(places) < row.width and row.width > 1]
    torn = len(rows) - len(whole)
    if len(telling) < _FEWEST_TELLING or torn > _MOST_TORN * len(telling):
        return False
    # As many empty cells at the beginning or the end of every row may as well be what stands between rows.
    first = {places[0] for _, places in whole if places}
    last = {row.width - 1 - places[-1] for row, places in whole if places}
    return all(0 in empty or len(empty) > 1 for empty in (first, last))
