"""Grids: tables as rows of cells with their spans. What a text has is read into one, what is written is one."""

from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen


class GridCell(NamedTuple):
    """A cell of a grid, or a place that another cell takes. Where it was read it has a place in the source."""

    text: str
    colspan: int = 1
    """How many columns it takes; 0 for a place that a cell to its left takes."""
    rowspan: int = 1
    """How many rows it takes; 0 for a place that a cell above it takes."""
    is_value: bool = False
    """Whether it is the office's to fill in, where that is known; otherwise it is a word of the form."""
    start: int = 0
    end: int = 0
    """Offsets in the source."""
    line: int = 0
    column: int = 0
    """Of its first character, 1-based."""

    @property
    def is_own(self) -> bool:
        """Whether it is a cell, and not only a place that another takes."""
        return self.colspan > 0 and self.rowspan > 0


Row = tuple[GridCell, ...]
"""A cell or a covered place for each column."""

_COVERED = GridCell("", colspan=0)


@frozen
class Grid:
    """A table in rows; those of a damaged one may differ in length."""

    rows: tuple[Row, ...]
    start: int = 0
    end: int = 0
    """The stretch of the source that it takes, where it was read."""
    table: str = ""
    """The table's name in the ids of cells, where it was written."""
    head: int = 0
    """How many rows at its top hold labels alone, where that is known."""
    caption: GridCell | None = None
    """What the source marks as its caption."""
    says_places: bool = True
    """Whether the source says in which columns its cells stand: not where it has lost what they span."""

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(map(len, self.rows), default=0)

    def texts(self) -> list[list[str]]:
        """The texts of each row; that of a covered place is empty."""
        return [[cell.text for cell in row] for row in self.rows]


def spread(cells: Row) -> Row:
    """A row of cells with the places that they take to their right."""
    return tuple([place for cell in cells for place in (cell, *[_COVERED] * (cell.colspan - 1))])


def begun(row: Row) -> Iterator[GridCell]:
    """The cells of a row, and those above that reach into it, once each."""
    return (cell for cell in row if cell.colspan)
