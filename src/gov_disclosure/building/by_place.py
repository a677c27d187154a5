"""Reading by place: where rows are as long as their head, a number is under the label at its place.

So a table is read that has columns of its own among the form's, lacks some of these, or has them in another
order. Without such marks nobody can tell whose a number is: the rows below a foreign label are refused.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gov_disclosure.building.columns import OUTCOMES, PARTIES
from gov_disclosure.building.heads import Sheet, Survey, row_length, survey
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.building.rows import DISPUTES, Row
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.pieces import Piece, are_blank

_OUTCOMES = [outcome.lower() for outcome in OUTCOMES] * len(PARTIES)


class Below(NamedTuple):
    """The rows below one head."""

    rows: Sequence[PlacedRow]
    readings: Sequence[PlacedRow | None]
    """Each by place; ``None`` for those that can't be read so."""
    foreign: tuple[Piece, ...]
    """Cells of the head that are no labels of the form, over values."""
    seen: Survey | None
    """What the head shows; ``None`` if there is none."""


def rows_below(rows: Iterable[PlacedRow], sheet: Sheet) -> Iterator[Below]:
    """The rows, head by head, read by place where that is certain."""
    for _, group in groupby(rows, key=lambda row: (row.table, id(row.row.head))):
        yield _below(list(group), sheet)


def _below(rows: Sequence[PlacedRow], sheet: Sheet) -> Below:
    head = rows[0].row.head
    if not (head.labels or head.before):
        return Below(rows, [None] * len(rows), (), None)
    seen = survey(head, rows[0].table, sheet)
    whole = _is_whole(rows, seen)
    foreign = tuple(
        [piece for piece in seen.foreign if not whole or any(_is_beside(piece, row) for row in rows)]
    )
    return Below(rows, _readings(rows, seen, sheet), foreign, seen)


def _is_whole(rows: Sequence[PlacedRow], seen: Survey) -> bool:
    """Whether every column of the form is named: what stands over the labels of rows is none then."""
    return {name for name, _ in seen.columns} >= set(_columns_of(rows[0].row))


def _columns_of(row: Row) -> Sequence[str]:
    """The names of the columns of a row in the order of the form."""
    return _OUTCOMES if row.key == DISPUTES else [cell.column for cell in row.fields]


def _is_beside(piece: Piece, row: PlacedRow) -> bool:
    """Whether a foreign cell stands over a row's values, not over its label."""
    return not piece.row or row.row.is_below or piece.cell > row.row.label.piece.cell


def has_label_of_its_own(row: PlacedRow, sheet: Sheet) -> bool:
    """Whether the values of table four have a label beside them, which the form does not: 上年."""
    if row.row.key != DISPUTES or not row.slots or row.slots[0].row == row.row.label.piece.row:
        return False
    first = row.slots[0]
    return not are_blank([piece for piece in sheet.get(first.row, ()) if piece.start < first.start])


class _Reading(NamedTuple):
    cells: Sequence[Piece | None]
    """One a column; ``None`` where none stands there alone."""
    fits: bool
    """Nothing else is written in the row."""

    @property
    def is_whole(self) -> bool:
        """Whether the first and the last column are filled."""
        return all(cell is not None and cell.reading is not BLANK for cell in (self.cells[0], self.cells[-1]))


def _readings(rows: Sequence[PlacedRow], seen: Survey, sheet: Sheet) -> Sequence[PlacedRow | None]:
    """The rows with their cells by place; ``None`` for those that can't be read so.

    None is read, unless all that are as long as the head agree that numbers stand below labels alone, and nothing
    is there that the columns could have shifted by, or one row fills the first and the last of them.
    """
    nothing = [None] * len(rows)
    columns = [place for _, place in seen.columns]
    if not columns or not seen.length:
        return nothing
    taken = {place for span in columns for place in span}
    others = {
        place for piece in seen.foreign for place in range(piece.cell, piece.cell + max(piece.colspan, 1))
    }
    if taken & others:
        return nothing
    readings = [_reading(row, seen, sheet, taken | others) for row in rows]
    long = [reading for reading in readings if reading]
    proven = any(reading.is_whole for reading in long) or _fill_rows(rows, columns, seen.length)
    if not proven or not all(reading.fits for reading in long):
        return nothing
    return [
        _placed(row, seen, reading) if reading else None for row, reading in zip(rows, readings, strict=True)
    ]


def _fill_rows(rows: Sequence[PlacedRow], columns: Sequence[range], length: int) -> bool:
    """Whether the columns reach from the end of a label, or from the first cell below theirs, to the last cell."""
    first = columns[0].start
    ends = {row.row.label.piece.cell + row.row.label.piece.colspan for row in rows if row.cells.label_cell >= 0}
    return first in (ends or {0}) and sum(map(len, columns)) == length - first


def _reading(row: PlacedRow, seen: Survey, sheet: Sheet, known: set[int]) -> _Reading | None:
    """A row's cells at the places of the columns; ``None`` for a row of another length."""
    slots, label = row.row.slots, row.row.label.piece
    number = slots[0].row if row.row.is_below and slots else label.row
    cells = sheet.get(number, ())
    first = seen.columns[0][1].start
    if not cells or row_length(cells) != seen.length or (number == label.row and label.cell >= first):
        return None
    found = [_cell_in(cells, place) for _, place in seen.columns]
    own = {piece.start for piece in (label, *found) if piece is not None}
    behind = [piece for piece in cells if number != label.row or piece.cell > label.cell]
    fits = all(
        piece.reading is BLANK
        or piece.cell in known
        or piece.start in own
        or (piece.cell < first and not piece.reading.digits and row.row.key != DISPUTES)
        for piece in behind
    )
    return _Reading(found, fits)


def _cell_in(cells: Sequence[Piece], span: range) -> Piece | None:
    """The one cell of a row at the places of a column, or its copies there; ``None`` if it is not certain."""
    own = [piece for piece in cells if piece.cell in span and piece.colspan]
    filled = [piece for piece in own if piece.reading is not BLANK]
    wide = any(piece.cell + piece.colspan > span.stop or piece.spans_rows for piece in filled)
    reaching = any(piece.cell < span.start < piece.cell + piece.colspan for piece in cells)
    shifted = bool(filled) and filled[0] is not own[0]
    if not own or wide or reaching or shifted or len({piece.text.strip() for piece in filled}) > 1:
        return None
    return own[0]


def _placed(row: PlacedRow, seen: Survey, reading: _Reading) -> PlacedRow | None:
    """The row with the cells that it has columns for, in the order of the form."""
    names, columns = [name for name, _ in seen.columns], _columns_of(row.row)
    if row.row.key == DISPUTES:
        if names != columns:
            return None
        # Each of them stands there three times: they are told by their order.
        names = columns = [cell.id for cell in row.row.fields]
    if None in reading.cells:
        return row.refused(Refusal.OUTSIDE_COLUMNS)
    under = dict(zip(names, reading.cells, strict=True))
    own = [(cell, under[name]) for cell, name in zip(row.row.fields, columns, strict=True) if name in under]
    if not own or len(under) < len(names):
        return None
    fields, slots = zip(*own, strict=True)
    partly = len(fields) < len(row.row.fields)
    own_row = row.row._replace(fields=fields)
    return row._replace(row=own_row, slots=slots, by_place=True, partly=partly)
