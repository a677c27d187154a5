"""Reading by place: where rows are as long as their head, a number is under the label at its place.

So a table is read that has columns of its own among the form's, lacks some of these, or has them in another
order. Without such marks nobody can tell whose a number is: the rows below a foreign label are refused.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, cast

from gov_disclosure.building.columns import OUTCOMES, PARTIES
from gov_disclosure.building.heads import Sheet, Survey, row_length, survey
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.building.rows import DISPUTES, Row
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.pieces import Piece, Separator, are_blank

_column = attrgetter("column")
_END_OF_ROW = on_demand(r"\n[ \t]*\|[| \t]*\|[ \t]*\n")
_BAR = Separator.BAR
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
    return _OUTCOMES if row.key == DISPUTES else list(map(_column, row.fields))


def _is_beside(piece: Piece, row: PlacedRow) -> bool:
    """Whether a foreign cell stands over a row's values, not over its label."""
    return not piece.row or row.row.is_below or piece.cell > row.row.label.piece.cell


def doubt_of_place(read: PlacedRow, sheet: Sheet, text: str) -> Refusal | None:
    """What stands around the cells of a row and makes them doubtful."""
    if not read.by_place and _has_label_of_its_own(read, sheet):
        return Refusal.LABEL_HAS_MORE
    if are_blank(read.slots):
        return None
    if _begins_under_label(read):
        return Refusal.BEGINNING_UNTOLD
    return Refusal.OVER_END if _goes_over_end(read, text) else None


def _has_label_of_its_own(row: PlacedRow, sheet: Sheet) -> bool:
    """Whether the values of table four have a label beside them, which the form does not: 上年."""
    if row.row.key != DISPUTES or not row.slots or row.slots[0].row == row.row.label.piece.row:
        return False
    first = row.slots[0]
    return not are_blank([piece for piece in sheet.get(first.row, ()) if piece.start < first.start])


def _begins_under_label(read: PlacedRow) -> bool:
    """Whether a place that the row's own label spans is taken for its first cell: another is lost behind it."""
    label, first = read.row.label.piece, read.slots[0]
    return first.colspan == 0 and first.row == label.row != 0 and first.cell < label.cell + label.colspan


# A row in full: ``_replace`` takes five times as long.
_new = tuple.__new__


def _goes_over_end(placed: PlacedRow, text: str) -> bool:
    """Whether cells between bars, without marks of their rows, go on behind a line of bars that ends a row."""
    first = placed.cells.cells[0]
    if first.row or first.separator is not _BAR:
        return False
    return _END_OF_ROW.search(text, first.end, placed.slots[-1].start) is not None


class _Reading(NamedTuple):
    cells: Sequence[Piece | None]
    """One a column; ``None`` where none stands there alone."""
    fits: bool
    """Nothing else is written in the row."""

    @property
    def is_whole(self) -> bool:
        """Whether the first and the last column are filled."""
        return all(cell is not None and cell.reading is not BLANK for cell in (self.cells[0], self.cells[-1]))


class _Places(NamedTuple):
    """Where a head has its columns."""

    names: Sequence[str]
    columns: Sequence[range]
    known: frozenset[int]
    """The places of these, and of the foreign labels."""
    length: int
    """How many cells a row has."""
    first: int
    """The place of the first column."""
    side_by_side: bool
    """Whether each column has one place, and no other stands between two."""

    @classmethod
    def of(cls, seen: Survey) -> "_Places | None":
        """The places that a head shows, if no column shares one with a foreign label."""
        if not seen.columns or not seen.length:
            return None
        others = [range(piece.cell, piece.cell + max(piece.colspan, 1)) for piece in seen.foreign]
        return _places(tuple(seen.columns), frozenset().union(*others), seen.length)


@lru_cache(maxsize=512)
def _places(seen: tuple[tuple[str, range], ...], others: frozenset[int], length: int) -> _Places | None:
    """The places of columns; foreign labels stand at the others."""
    names, columns = [name for name, _ in seen], [place for _, place in seen]
    taken = {place for span in columns for place in span}
    if taken & others:
        return None
    first = columns[0].start
    # A head may be longer than the rows that it is measured by.
    side_by_side = len(taken) == len(columns) == columns[-1].stop - first and columns[-1].stop <= length
    return _Places(names, columns, frozenset(taken | others), length, first, side_by_side)


def _readings(rows: Sequence[PlacedRow], seen: Survey, sheet: Sheet) -> Sequence[PlacedRow | None]:
    """The rows with their cells by place; ``None`` for those that can't be read so.

    None is read, unless all that are as long as the head agree that numbers stand below labels alone, and these
    are marked as a grid's, or have nothing beside them to shift by, or one row fills the first and the last.
    """
    places = _Places.of(seen)
    readings = [_reading(row.row, places, sheet) for row in rows] if places else []
    long = [reading for reading in readings if reading]
    if not places or not all(reading.fits for reading in long):
        return [None] * len(rows)
    in_grid = rows[0].row.label.piece.row_length > 0
    if not (in_grid or any(reading.is_whole for reading in long) or _fill_rows(rows, places)):
        return [None] * len(rows)
    return [
        _placed(row, places.names, reading) if reading else None
        for row, reading in zip(rows, readings, strict=True)
    ]


def _fill_rows(rows: Sequence[PlacedRow], places: _Places) -> bool:
    """Whether the columns reach from the end of a label, or from the first cell, to the last cell."""
    ends = {row.row.label.piece.cell + row.row.label.piece.colspan for row in rows if row.cells.label_cell >= 0}
    return places.first in (ends or {0}) and sum(map(len, places.columns)) == places.length - places.first


def _reading(row: Row, places: _Places, sheet: Sheet) -> _Reading | None:
    """A row's cells at the places of the columns; ``None`` for a row of another length."""
    label = row.label.piece
    number = row.slots[0].row if row.slots and row.is_below else label.row
    cells = sheet.get(number)
    if not cells:
        return None
    _, columns, _, length, first, side_by_side = places
    beside = number == label.row
    if row_length(cells) != length or (beside and label.cell >= first):
        return None
    before = label.cell + 1 if beside else 0
    if side_by_side and len(cells) == length and cells[-1].cell == length - 1:
        # Nearly every row: each place has a cell, and nothing stands beside the columns.
        end = columns[-1].stop
        found = cells[first:end]
        wide = [piece for piece in found if piece.colspan != 1 or piece.spans_rows]
        if not wide and are_blank(cells[before:first]) and are_blank(cells[end:]):
            return _new(_Reading, (found, True))
    below = [_cell_in(cells, place) for place in places.columns]
    own = {piece.start for piece in (label, *below) if piece is not None}
    fits = all(
        piece.reading is BLANK
        or piece.cell in places.known
        or piece.start in own
        or (piece.cell < places.first and not piece.reading.digits and row.key != DISPUTES)
        for piece in cells
        if piece.cell >= before
    )
    return _Reading(below, fits)


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


def _placed(row: PlacedRow, names: Sequence[str], reading: _Reading) -> PlacedRow | None:
    """The row with the cells that it has columns for, in the order of the form."""
    columns = _columns_of(row.row)
    if None in reading.cells:
        return row.refused(Refusal.OUTSIDE_COLUMNS)
    cells = cast("Sequence[Piece]", reading.cells)
    if names == columns:
        found = (row.row, row.cells, row.kin, tuple(cells), row.refusal, row.choice, row.cells.rest)
        return _new(PlacedRow, (*found, True, row.foreign, row.partly, row.lost))
    under = dict(zip(names, cells, strict=True))
    if row.row.key == DISPUTES or len(under) < len(names):
        return None
    own = [(cell, under[name]) for cell, name in zip(row.row.fields, columns, strict=True) if name in under]
    if not own:
        return None
    fields, slots = zip(*own, strict=True)
    partly = len(fields) < len(row.row.fields)
    own_row = row.row._replace(fields=fields)
    return row._replace(row=own_row, slots=slots, by_place=True, partly=partly, rest=row.cells.rest)
