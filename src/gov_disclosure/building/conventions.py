"""Conventions: the ways in which tools write the cells of a row, and which of them explain a table.

An empty cell may stand for a value that is not there, for what a label spans, or to fill up its row; some tools
drop them. No single row tells. So each convention is held against all rows of a table that are parted alike and
have as many columns: those are left that give most of them the length that they have, and say where every whole
row begins, one with a value in its first and its last column. The columns of a row begin where all conventions
that are left put them; with none left, or two that differ, nobody can tell.
"""

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from gov_disclosure.building.row_cells import RowCells

_NEARLY_ALL = 0.9


class Convention(Enum):
    """How a tool writes the cells of a row, seen from the end of its label."""

    EXACT = auto()
    """A cell for each column, and nothing else."""
    PADDED = auto()
    """A cell for each column; empty ones behind them fill all rows to one length."""
    SPANNED = auto()
    """Empty cells for what labels span, then a cell for each column, up to the end; all are of one length."""

    def begin(self, cells: int, width: int) -> int:
        """Behind how many of its cells the columns of a row begin."""
        return cells - width if self is Convention.SPANNED else 0


class Shape(NamedTuple):
    """What of a row the conventions speak of."""

    label_cell: int
    """The place of its label; -1 if that stands elsewhere."""
    cells: int
    """How many stand behind its label."""
    first: int
    """Where the values of a whole row begin among them; -1 in any other."""
    filled: tuple[int, int] | None = None
    """The first and the last that is filled, of a row with more cells than columns."""

    @classmethod
    def of(cls, row: RowCells, width: int) -> "Shape":
        """The shape of a row of so many columns."""
        first = row.span[0] if row.span and row.fits(width) else -1
        return cls(row.label_cell, len(row.cells), first, row.span if len(row.cells) > width else None)

    @property
    def length(self) -> int:
        """Cells of the whole row."""
        return self.label_cell + 1 + self.cells


class Kin(NamedTuple):
    """The rows that are written alike: of one table, parted alike, with as many columns."""

    width: int
    shapes: tuple[Shape, ...]

    def said(self, shape: Shape) -> set[int]:
        """Behind how many of its cells the columns of a row begin, as the conventions have it that are left."""
        length, left = _explaining(self.width, self.shapes)
        return {
            convention.begin(shape.cells, self.width)
            for convention in left
            if _has_length(convention, shape, self.width, length)
        }

    def twins(self, shape: Shape) -> list[int]:
        """Where the values of whole rows begin that are as long as a row, with the label at the same place."""
        return [other.first for other in self.whole() if other[:2] == shape[:2]]

    def place(self, length: int) -> int | None:
        """Where in a row of some length the first column stands, as most whole rows have it.

        ``None`` unless most labels have cells before them, those of the labels that reach over their rows; and
        where each row has a cell for each column and nothing else: it begins behind its label.
        """
        alike = self.are_alike(length)
        shapes = [shape for shape in self.shapes if shape.length == length] if alike else self.shapes
        exact = all(shape.cells == self.width for shape in shapes)
        if exact or 2 * sum(shape.label_cell > 0 for shape in shapes) <= len(shapes):
            return None
        places = Counter(shape.label_cell + 1 + shape.first for shape in shapes if shape.first >= 0)
        return places.most_common(1)[0][0] if places else None

    def are_alike(self, length: int) -> bool:
        """Whether some rows of a length follow each other, and all such have a cell for each column."""
        runs = [list(run) for own, run in groupby(self.shapes, key=lambda shape: shape.length) if own == length]
        return any(len(run) > 1 for run in runs) and all(
            shape.cells >= self.width for run in runs for shape in run
        )

    def ends_with_columns(self, shape: Shape) -> bool:
        """Whether a whole row as long as another has what its label spans beside it, and ends with its columns.

        So a last empty cell is a column's: nothing fills such rows at their ends.
        """
        return any(
            0 < other.first == other.cells - self.width
            for other in self.shapes
            if other.length == shape.length and other.label_cell < shape.label_cell
        )

    def end_alike(self, shape: Shape) -> bool:
        """Whether all whole rows as long as a row have what labels span, then their columns, and no more.

        Rows below a label that spans them may be shorter, and have a length of their own.
        """
        alike = [other for other in self.whole() if other.length == shape.length and other.label_cell >= 0]
        spanned = all(other.first == other.cells - self.width for other in alike)
        return len(alike) > 1 and spanned and any(other.first for other in alike)

    def whole(self) -> list[Shape]:
        """The whole rows."""
        return [shape for shape in self.shapes if shape.first >= 0]

    def jut_out(self, shape: Shape) -> bool:
        """Whether whole rows as long as a row have their columns at different places, and no way to do so.

        A cell that is lost or too many among their labels has moved them, and rows with blanks perhaps as well.
        """
        whole = [other for other in self.whole() if other.label_cell >= 0 and other.length == shape.length]
        places = {other.label_cell + other.first for other in whole}
        return len(places) > 1 and any(other.first for other in whole)


@lru_cache(maxsize=256)
def _explaining(width: int, shapes: tuple[Shape, ...]) -> tuple[int, tuple[Convention, ...]]:
    """The length of most rows, and the conventions that explain most of them, more than half at least."""
    length = Counter(shape.length for shape in shapes).most_common(1)[0][0]
    explained = {convention: _explained_by(convention, width, shapes, length) for convention in Convention}
    most = max(len(shapes) // 2 + 1, *explained.values())
    return length, tuple([convention for convention, count in explained.items() if count == most])


def _explained_by(convention: Convention, width: int, shapes: Sequence[Shape], length: int) -> int:
    """How many rows a convention explains: they have its length, and are filled under its columns alone.

    None, if a whole row begins elsewhere; of many rows one may, which has a number among its labels perhaps.
    """
    long = [shape for shape in shapes if _has_length(convention, shape, width, length)]
    begun = [shape for shape in long if shape.first in (-1, convention.begin(shape.cells, width))]
    like = [shape for shape in begun if _is_inside(shape, convention.begin(shape.cells, width), width)]
    apart = len(long) - len(begun)
    wrong = apart > 1 or (apart == 1 and len(like) < _NEARLY_ALL * len(long))
    # What a label spans stands beside it: the innermost of the labels touches the columns.
    loose = convention is Convention.SPANNED and all(shape.cells > width for shape in like)
    return 0 if wrong or loose else len(like)


def _is_inside(shape: Shape, begin: int, width: int) -> bool:
    """Whether no cell of a row is filled beside its columns."""
    return shape.filled is None or (begin <= shape.filled[0] and shape.filled[1] < begin + width)


def _has_length(convention: Convention, shape: Shape, width: int, length: int) -> bool:
    return shape.cells == width if convention is Convention.EXACT else shape.length == length
