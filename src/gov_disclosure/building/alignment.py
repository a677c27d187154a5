"""Evidence: where the columns of a row stand that has empty cells, from what the table's other rows look like.

A cell can be told to be empty, or to be there only because a label spans it or to fill the row, in one of
these ways; where none applies, the row is refused:

- marked: the text marks the columns, and the first one's label stands right behind the row's;
- exact: most rows have just as many cells as columns (Tika writes every cell and nothing else);
- grid: rows are equally long, the values fill them to the right edge, labels stand before;
- twin: a row of the same length with its label at the same place fills all columns from first to last;
- filled: rows are equally long because empty cells at the end fill them.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from attrs import define, field

from gov_disclosure.building.columns import Columns
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.building.row_cells import Alignment, RowCells, is_mixed, until_text
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.pieces import Piece, Separator
from gov_disclosure.scanning.sums import adds_up, has_sums

# A few damaged rows are no proof that a tool mislays cells; more are.
_FEW = 2


class _Shape(NamedTuple):
    """What counts of a row: the place of its label, its length, and how full it is."""

    label_cell: int
    length: int
    width: int
    first: int
    """The first filled cell behind the label, if the filled ones reach over all columns; else -1."""
    trail: int
    """Empty cells at the end."""


@define(eq=False)
class _TableRows:
    shapes: list[_Shape] = field(factory=list)
    by_width: dict[int, list[_Shape]] = field(factory=dict)
    gaps: bool = False
    """Empty cells stand between filled ones: the tool does not drop them."""

    def add(self, shape: _Shape) -> None:
        """Learn from a row."""
        self.shapes.append(shape)
        self.by_width.setdefault(shape.width, []).append(shape)

    def as_wide(self, width: int) -> Sequence[_Shape]:
        """The rows that have as many columns."""
        return self.by_width.get(width, ())

    def is_shorter(self, row: RowCells, width: int) -> bool:
        """Whether a row is shorter than every one of as many columns with a value in each."""
        whole = [
            shape.length
            for shape in self.as_wide(width)
            if shape.first >= 0 and shape.label_cell == row.label_cell
        ]
        return row.separator is not None and bool(whole) and row.length < min(whole)

    def longest_run(self) -> tuple[int, int]:
        """The length that most rows have, and how many have it."""
        counts = Counter(shape.length for shape in self.shapes)
        return counts.most_common(1)[0]

    def refute(self, start: int, width: int) -> bool:
        """Whether rows with sums in themselves, several of them whole, all begin elsewhere than a head says.

        A tool has mislaid the labels of the head.
        """
        if not has_sums(width):
            return False
        starts = [shape.label_cell + 1 + shape.first for shape in self.as_wide(width) if shape.first >= 0]
        return len(starts) > 1 and len(set(starts)) == 1 and starts[0] != start

    def are_long(self, length: int, width: int) -> bool:
        """Whether several rows have as many columns, and all of them this length."""
        wide = self.as_wide(width)
        return len(wide) > 1 and all(shape.length == length for shape in wide)

    def is_exact(self, label_cell: int, width: int) -> bool:
        """Whether most rows with their label at this place have as many cells as columns."""
        same = [s for s in self.as_wide(width) if s.label_cell == label_cell]
        return 2 * sum(1 for s in same if s.length - s.label_cell - 1 == width) > len(same)

    def are_exact(self) -> bool:
        """Whether every row has as many cells as columns: nothing is padded, nothing lost."""
        return all(shape.length - shape.label_cell - 1 == shape.width for shape in self.shapes)

    def is_grid(self, length: int, width: int, start: int | None) -> bool:
        """Whether rows of this length end with their columns, under the columns' own labels.

        ``start`` is the place of the first column's label. If that is unknown, a row that is whole has to
        show it whose label stands further out than others do.
        """
        wide = self.as_wide(width)
        same = [shape for shape in wide if shape.length == length]
        innermost = max(shape.label_cell for shape in same)
        proof = [s for s in same if s.first >= 0 and s.label_cell < innermost]
        return (
            2 * len(same) > len(wide)
            and innermost == length - width - 1
            and (start == length - width or (start is None and len(proof) > 0))
            and all(s.label_cell + 1 + s.first == length - width for s in same if s.first >= 0)
        )

    def twin(self, row: RowCells, width: int) -> int | None:
        """Where the columns begin in rows of the same length with the label at the same place."""
        starts = {
            shape.first
            for shape in self.as_wide(width)
            if (shape.label_cell, shape.length) == (row.label_cell, row.length) and shape.first >= 0
        }
        return starts.pop() if len(starts) == 1 else None

    def fills_at_end(self, length: int) -> bool:
        """Whether most rows are of this length, begin behind their labels and end in empty cells."""
        full = [shape for shape in self.shapes if shape.first >= 0]
        return (
            self.longest_run()[0] == length
            and all(shape.first == 0 for shape in full)
            and any(shape.trail > 0 and shape.length == length for shape in full)
        )


@define(eq=False)
class Evidence:
    """What the rows of a report show, table by table and by what parts their cells."""

    tables: dict[tuple[str, Separator | None], _TableRows] = field(factory=dict)
    misfits: Counter[tuple[str, Separator | None]] = field(factory=Counter)
    """Rows with too many or too few cells for their columns, by table and what parts their cells."""
    trails: Counter[int] = field(factory=Counter)
    """Full rows without marks, by the number of empty cells behind them."""

    def add(self, table: str, row: RowCells, width: int) -> None:
        """Learn from a row of ``width`` columns."""
        span, fits = row.span, row.fits(width)
        first = span[0] if span and fits else -1
        trail = len(row.cells) - span[1] - 1 if span else 0
        shape = _Shape(row.label_cell, row.length, width, first, trail)
        rows = self.tables.get((table, row.separator))
        if rows is None:
            rows = self.tables[table, row.separator] = _TableRows()
        rows.add(shape)
        rows.gaps = rows.gaps or (span is not None and span[1] - span[0] + 1 > row.filled)
        if span and (span[1] - span[0] + 1 > width or len(row.cells) < width):
            self.misfits[table, row.separator] += 1
        if fits and row.separator is None:
            self.trails[trail] += 1

    def is_irregular(self, before: Separator | None) -> bool:
        """Whether so many rows don't fit their columns that the tool must mislay cells."""
        return sum(count for (_, kind), count in self.misfits.items() if kind is before) > _FEW

    def is_doubtful(self, table: str, row: RowCells, width: int) -> bool:
        """Whether a row that comes out right may do so by chance, because most around it do not.

        Its own sums can clear it.
        """
        same = self.tables[table, row.separator].as_wide(width)
        whole = sum(1 for shape in same if shape.first >= 0)
        kin = (
            count
            for (name, kind), count in self.misfits.items()
            if kind is row.separator and _alike(name, table)
        )
        # Where only lines or spaces part cells, one row of another length may be torn, and so may one whose own
        # sum fails.
        few = 0 if row.separator in (None, Separator.SPACE) and has_sums(width) else _FEW
        return sum(kin) > few or (row.separator is None and 2 * whole < len(same))

    def align(
        self, table: str, row: RowCells, width: int, start: int | None = None, columns: Columns | None = None
    ) -> Alignment:
        """Put a row's cells under its ``width`` columns, if that is certain.

        A row of empty cells alone must have at least as many as columns.
        ``start`` is the place of the first column's own label in its row, where that is known, ``columns``
        those of all columns in a grid.
        """
        span = row.span
        if span is None and (row.fragment or row.orphans):
            return Alignment(refusal=Refusal.TORN)
        if columns is not None and row.separator is Separator.GRID:
            if self.tables[table, row.separator].refute(columns.places[0].start, width):
                start = None
            elif row.cells[0].row_length == columns.length:
                return Alignment(refusal=Refusal.TORN) if row.fragment else _under(row, columns)
            elif self._may_stick_out(table, row, width):
                start = None
            else:
                return Alignment(refusal=Refusal.UNLIKE_HEAD)
        if row.separator is Separator.COUNTED:
            whole = not row.rest and [cell.cell for cell in row.cells] == list(range(width))
            return Alignment(row.cells) if whole else Alignment(refusal=Refusal.CELLS_TOO_MANY_OR_FEW)
        if span is None:
            if self.tables[table, row.separator].is_shorter(row, width):
                return Alignment(refusal=Refusal.UNLIKE_OTHERS)
            return Alignment(row.cells[:width], rest=row.rest)
        filled = row.cells[span[0] : span[1] + 1]
        if row.separator is Separator.GRID and _covers(filled, span[1] + 1 < width):
            return Alignment(refusal=Refusal.SPANS_COLUMNS)
        if row.fragment:
            return Alignment(refusal=Refusal.TORN)
        if row.separator is None:
            return self._without_marks(table, row, width)
        if len(row.cells) < row.head and not adds_up(row.cells):
            return Alignment(refusal=Refusal.SHORTER_THAN_LABELS)
        if row.filled == width == len(row.cells):
            return Alignment(row.cells, rest=row.rest)
        if row.separator is Separator.GRID and start is not None and start > row.label_cell:
            # What stands between the label and the first column is the label's own span.
            first = start - row.label_cell - 1
            if row.start > start or not row.fits_from(first, width):
                return Alignment(refusal=Refusal.OUTSIDE_COLUMNS)
            return Alignment(row.cells[first : first + width], rest=row.rest)
        if span[1] - span[0] + 1 > width or len(row.cells) < width:
            return Alignment(refusal=Refusal.CELLS_TOO_MANY_OR_FEW)
        rows = self.tables[table, row.separator]
        if not row.is_full(width) and self.is_irregular(row.separator):
            return Alignment(refusal=Refusal.BLANKS_MISLAID)
        find = self._start_of_whole if row.fits(width) else self._start_with_blanks
        return _cut(row, find(rows, row, width, start), width)

    def _may_stick_out(self, table: str, row: RowCells, width: int) -> bool:
        """Whether a row that is longer or shorter than its head is so as all others, or proven by its sum."""
        filled = row.cells[row.span[0] : row.span[1] + 1] if row.span else ()
        proven = adds_up(filled) and any(slot.reading.counted for slot in filled)
        return proven or self.tables[table, row.separator].are_long(row.length, width)

    def _start_of_whole(self, rows: _TableRows, row: RowCells, width: int, start: int | None) -> int | None:
        """A row whose first and last columns are filled; empty cells around them need a reason."""
        first = (row.span or (0, 0))[0]
        if width == 1 and start is not None and 0 <= row.label_cell != start - first - 1:
            # The number stands under another column's label.
            return None
        if len(row.cells) == width or row.separator is Separator.CELL:
            return first if len(row.cells) == width else None
        twins = [s for s in rows.as_wide(width) if (s.first, s.length) == (first, row.length)]
        alike = first == 0 and rows.longest_run() == (row.length, len(rows.shapes)) and len(rows.shapes) > 1
        proven = alike or len(twins) > 1 or rows.is_grid(row.length, width, start)
        return first if proven or adds_up(row.cells[first : first + width]) else None

    def _start_with_blanks(self, rows: _TableRows, row: RowCells, width: int, start: int | None) -> int | None:
        """A row whose first or last column is empty."""
        if row.separator is Separator.CELL:
            return 0 if len(row.cells) == width else None
        if row.label_cell < 0:
            return start if start is not None and len(row.cells) == start + width else None
        if rows.is_grid(row.length, width, start):
            return row.length - width - row.label_cell - 1
        first = rows.twin(row, width)
        if start is not None and first is not None and row.label_cell + 1 + first != start:
            # A page break may set off parts of one table; the twin is of the other part.
            first = None
        exact = len(row.cells) == width and rows.is_exact(row.label_cell, width)
        if first is None and (exact or rows.fills_at_end(row.length)):
            first = 0
        # A last empty cell may only fill the row, in the place of one that was lost or dropped; not so where
        # every row has just as many cells as columns, between bars with empty ones among them.
        ends_blank = first is not None and row.cells[first + width - 1].reading is BLANK
        unpadded = row.separator is Separator.TAB or (row.separator is Separator.BAR and rows.gaps)
        unpadded = unpadded and rows.are_exact()
        return None if ends_blank and not unpadded else first

    def _without_marks(self, table: str, row: RowCells, width: int) -> Alignment:
        """A row of a layout that marks none: bars or lines alone part its cells from the next row's."""
        until = until_text(row, width)
        if until is None or is_mixed(until.cells):
            return Alignment(refusal=Refusal.WORDS_AMONG_CELLS)
        first, last = until.span or (0, 0)
        if last - first + 1 > width or len(until.cells) < width:
            return Alignment(refusal=Refusal.CELLS_TOO_MANY_OR_FEW)
        trail = len(until.cells) - last - 1
        if not until.is_full(width) and self.is_irregular(None):
            return Alignment(refusal=Refusal.BLANKS_MISLAID)
        if until.fits(width):
            proven = first == 0 and (trail == 0 or self.trails[trail] > 1)
            return _cut(until, first if proven or adds_up(until.cells[first : last + 1]) else None, width)
        return _cut(until, self._start_without_marks(table, until, width), width)

    def _start_without_marks(self, table: str, row: RowCells, width: int) -> int | None:
        """As long as most rows of the table and as every whole one; the last column filled."""
        rows = self.tables[table, None].as_wide(width)
        full = {(shape.first, shape.trail) for shape in rows if shape.first >= 0}
        same = sum(1 for shape in rows if shape.length == row.length)
        if row.cells[width - 1].reading is BLANK or 2 * same <= len(rows):
            return None
        return 0 if full == {(0, len(row.cells) - width)} else None


def _under(row: RowCells, columns: Columns) -> Alignment:
    """The cells of a grid's row under the labels of its columns: one each, and no number beside them."""
    places, starts = columns.places, columns.starts
    slots: dict[int, Piece] = {}
    for slot in row.cells:
        blank, cell = slot.reading is BLANK, slot.cell
        if blank and not slot.colspan:
            continue
        column = bisect_right(starts, cell) - 1
        reaches = column + 1 < len(starts) and cell + slot.colspan > starts[column + 1]
        beside = column < 0 or cell not in places[column]
        taken = not blank if beside else column in slots
        if reaches or slot.spans_rows:
            return Alignment(refusal=Refusal.SPANS_COLUMNS)
        if taken:
            return Alignment(refusal=Refusal.OUTSIDE_COLUMNS)
        if not beside:
            slots[column] = slot
    if row.start > places[0].start or len(slots) < len(places):
        return Alignment(refusal=Refusal.CELLS_TOO_MANY_OR_FEW)
    return Alignment(tuple(slots[column] for column in range(len(places))), rest=row.rest)


def _covers(filled: Sequence[Piece], short: bool) -> bool:
    """Whether a value covers the place of another: what parted them is lost. Only the last may be wide."""
    wide = filled[-1].colspan > 1 and short
    return wide or any(slot.spans_rows for slot in filled) or any(slot.colspan > 1 for slot in filled[:-1])


def _alike(one: str, other: str) -> bool:
    """Whether rows are of one table, however deep in groups."""
    return one.rstrip("0123456789") == other.rstrip("0123456789")


def _cut(row: RowCells, start: int | None, width: int) -> Alignment:
    """The ``width`` cells from ``start`` on, if no filled cell is left outside."""
    first, last = row.span or (0, 0)
    if start is None or start > first or last >= start + width or start + width > len(row.cells):
        short = len(row.cells) < width
        return Alignment(refusal=Refusal.BEGINNING_UNTOLD_SHORT if short else Refusal.BEGINNING_UNTOLD)
    return Alignment(row.cells[start : start + width], rest=row.rest)
