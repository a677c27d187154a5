"""Reading by place: where rows are as long as their head, a number is under the label at its place.

So a table is read that has columns of its own among the form's, lacks some of these, or has them in another
order. Without such marks nobody can tell whose a number is: the rows below a foreign label are refused.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from gov_disclosure.building.columns import OUTCOMES, PARTIES
from gov_disclosure.building.heads import Sheet, Survey, row_length, survey
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.building.rows import DISPUTES, Head, Row
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.pieces import Piece, are_blank

_OUTCOMES = [outcome.lower() for outcome in OUTCOMES] * len(PARTIES)


def read_by_place(placed: Sequence[PlacedRow], sheet: Sheet) -> Sequence[PlacedRow]:
    """The rows; those of a head that is not the form's, and those that fit nothing, by place or refused."""
    result: list[PlacedRow] = []
    for _, group in groupby(placed, key=lambda row: (row.table, id(row.row.head))):
        rows_below = list(group)
        result += _below(rows_below, sheet) if _is_there(rows_below[0].row.head) else rows_below
    return result


def _is_there(head: Head) -> bool:
    return bool(head.labels or head.before)


def _below(placed: Sequence[PlacedRow], sheet: Sheet) -> Sequence[PlacedRow]:
    """The rows below one head."""
    head = placed[0].row.head
    seen = survey(head, placed[0].table, sheet)
    whole = _is_whole(placed, seen)
    foreign = tuple(
        piece for piece in seen.foreign if not whole or any(_is_beside(piece, row) for row in placed)
    )
    if placed[0].row.key == DISPUTES:
        placed = [_without_label_of_its_own(row, sheet) for row in placed]
    if not foreign and _are_usual(placed, seen):
        return placed
    readings = _readings(placed, seen, sheet)
    pairs = zip(placed, readings, strict=True)
    if not foreign:
        return [_agreed(row, reading) if reading else row for row, reading in pairs]
    result = [
        reading or (row.refused(Refusal.FOREIGN_HEAD) if row.is_filled else row) for row, reading in pairs
    ]
    return [row._replace(foreign=foreign) for row in result]


def _is_whole(placed: Sequence[PlacedRow], seen: Survey) -> bool:
    """Whether every column of the form is named: what stands over the labels of rows is none then."""
    return {name for name, _ in seen.columns} >= set(_columns_of(placed[0].row))


def _without_label_of_its_own(row: PlacedRow, sheet: Sheet) -> PlacedRow:
    """The row of table four, refused if its values have a label beside them, which the form does not: 上年."""
    if not row.is_read or not row.slots or row.slots[0].row == row.row.label.piece.row:
        return row
    first = row.slots[0]
    before = [piece for piece in sheet.get(first.row, ()) if piece.start < first.start]
    return row if are_blank(before) else row.refused(Refusal.LABEL_HAS_MORE)


def _are_usual(placed: Sequence[PlacedRow], seen: Survey) -> bool:
    """Whether nothing is to be gained or feared: rows are read below the columns of the form in its order."""
    if any(row.refusal and row.refusal.is_of_place for row in placed):
        return not seen.columns
    names = [name for name, _ in seen.columns]
    forms = {id(row.row.fields): row.row for row in placed}
    return not names or all(_columns_of(row) == names for row in forms.values())


def _columns_of(row: Row) -> Sequence[str]:
    """The names of the columns of a row in the order of the form."""
    return _OUTCOMES if row.key == DISPUTES else [cell.column for cell in row.fields]


def _agreed(row: PlacedRow, reading: PlacedRow) -> PlacedRow:
    """The row as it stands by place, if that differs from what its length and its sums had made of it."""
    if (
        row.choice
        or row.refusal is Refusal.LABEL_HAS_MORE
        or row.slots == reading.slots
        or (row.refusal and not row.refusal.is_of_place)
    ):
        return row
    return reading


def _is_beside(piece: Piece, row: PlacedRow) -> bool:
    """Whether a foreign cell stands over a row's values, not over its label."""
    return not piece.row or row.row.is_below or piece.cell > row.row.label.piece.cell


class _Reading(NamedTuple):
    cells: Sequence[Piece]
    """One a column."""
    fits: bool
    """Nothing else is written in the row."""


def _readings(placed: Sequence[PlacedRow], seen: Survey, sheet: Sheet) -> Sequence[PlacedRow | None]:
    """The rows with their cells by place; ``None`` for those that can't be read so.

    None is read, unless all that are as long as the head agree that numbers stand below labels alone, and one
    of them fills the first and the last column.
    """
    nothing = [None] * len(placed)
    columns = [place for _, place in seen.columns]
    if not columns or not seen.length:
        return nothing
    taken = {place for span in columns for place in span}
    others = {
        place for piece in seen.foreign for place in range(piece.cell, piece.cell + max(piece.colspan, 1))
    }
    if taken & others:
        return nothing
    readings = [_reading(row, seen, sheet, taken | others) for row in placed]
    whole = [reading for reading in readings if reading]
    proven = any(
        reading.cells[0].reading is not BLANK and reading.cells[-1].reading is not BLANK for reading in whole
    )
    if not proven or not all(reading.fits for reading in whole):
        return nothing
    return [
        _placed(row, seen, reading) if reading else None for row, reading in zip(placed, readings, strict=True)
    ]


def _reading(row: PlacedRow, seen: Survey, sheet: Sheet, known: set[int]) -> _Reading | None:
    """A row's cells at the places of the columns; ``None`` for a row of another length, or with wide values."""
    slots, label = row.row.slots, row.row.label.piece
    number = slots[0].row if row.row.is_below and slots else label.row
    cells = sheet.get(number, ())
    first = seen.columns[0][1].start
    if not cells or row_length(cells) != seen.length or (number == label.row and label.cell >= first):
        return None
    below = [_cell_in(cells, place) for _, place in seen.columns]
    found = [piece for piece in below if piece is not None]
    if len(found) < len(below):
        return None
    own = {piece.start for piece in (label, *found)}
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
    if not own or wide or reaching or len({piece.text.strip() for piece in filled}) > 1:
        return None
    return (filled or own)[0]


def _placed(row: PlacedRow, seen: Survey, reading: _Reading) -> PlacedRow | None:
    """The row with the cells that it has columns for, in the order of the form."""
    names, columns = [name for name, _ in seen.columns], _columns_of(row.row)
    if row.row.key == DISPUTES:
        if names != columns:
            return None
        # Each of them stands there three times: they are told by their order.
        names = columns = [cell.id for cell in row.row.fields]
    under = dict(zip(names, reading.cells, strict=True))
    own = [(cell, under[name]) for cell, name in zip(row.row.fields, columns, strict=True) if name in under]
    if not own or len(under) < len(names):
        return None
    fields, slots = zip(*own, strict=True)
    partly = len(fields) < len(row.row.fields)
    own_row = row.row._replace(fields=fields)
    return row._replace(row=own_row, slots=slots, refusal=None, choice=None, rest=(), partly=partly)
