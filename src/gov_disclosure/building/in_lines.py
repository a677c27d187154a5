"""Columns as they stand on a page: rows between spaces whose empty cells have left nothing but their room.

A tool that keeps the picture of a page sets each value below its column's label. Where the values of whole rows
and the labels of the head stand in columns that never meet, a value is of the one that it stands in. A row
that has lost some of its spaces has moved to the left: so none is read whose last column is empty.

A Chinese character is as wide as two others, or as one, as the tool counts: where rows have room for both, a
value has to stand in the same column either way.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from gov_disclosure.building.columns import ORGANIZATIONS
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.display import by_width, place_on_screen
from gov_disclosure.scanning.pieces import Piece, Separator
from gov_disclosure.scanning.sums import adds_up, has_sums

# The labels and one row, or two rows.
_FEWEST = 2
# More rows than a table has need not be compared with each other.
_MOST = 40
_SPACE = Separator.SPACE
_MEASURES: Sequence[Callable[[str], int]] = (by_width, len)
_Columns = tuple[str, int]
"""Those of the rows of a table that have so many."""


def place_in_lines(placed: Sequence[PlacedRow], text: str) -> Sequence[PlacedRow]:
    """The rows; those with too few cells under the columns that whole rows and heads stand in.

    A row that no sum proves is refused if its first number alone stands beside them: that is the label's.
    """
    torn = [row for row in placed if _may_stand_in_lines(row)]
    if not torn:
        return placed
    lines: dict[_Columns, list[Sequence[Piece]]] = {_columns_of(row): [] for row in torn}
    for row in placed:
        if _is_whole(row) and _columns_of(row) in lines:
            lines[_columns_of(row)].append(row.cells.cells)
    heads = {(id(row.row.head), len(row.row.fields)): row for row in torn}
    for row in heads.values():
        lines[_columns_of(row)].append(
            [label.piece for label in row.row.head.labels if label.type != ORGANIZATIONS]
        )
    pages = {
        key: _likely([_Page(text, measured, *_places(key[1], found, text, measured)) for measured in _MEASURES])
        for key, found in lines.items()
    }
    return [_in_lines(row, pages[_columns_of(row)]) if _may_stand_in_lines(row) else row for row in placed]


class _Page(NamedTuple):
    """A text, and where the columns of a table stand in it as one counts."""

    text: str
    measured: Callable[[str], int]
    columns: Sequence[range]
    is_exact: bool
    """Whether each column begins at one place in all lines, or ends at one."""

    def numbers(self, pieces: Sequence[Piece]) -> Sequence[int]:
        """The columns that the pieces stand in, by number; none unless each stands in one of its own."""
        found: list[int] = []
        for piece in pieces:
            place = place_on_screen(piece, self.text, self.measured)
            met = [number for number, column in enumerate(self.columns) if place and _overlap(place, column)]
            if len(met) != 1 or met[0] in found:
                return ()
            found += met
        return found


def _likely(pages: Sequence[_Page]) -> Sequence[_Page]:
    """The pages as a tool may have counted: the one on which all columns are straight, if no other is so."""
    exact = [page for page in pages if page.is_exact]
    return exact if len(exact) == 1 else pages


def _columns_of(row: PlacedRow) -> _Columns:
    return row.table, len(row.row.fields)


def _may_stand_in_lines(row: PlacedRow) -> bool:
    """Whether a row between spaces has been refused for its number of cells, or has no sum that proves it."""
    if not _is_spaced(row):
        return False
    cells, width = row.cells, len(row.row.fields)
    # Below a label of no form the places of the columns are not the form's.
    if row.foreign or not 0 < cells.filled <= width or cells.fragment:
        return False
    if row.refusal is None:
        return has_sums(width) and _is_whole(row) and not adds_up(row.slots)
    return row.refusal.is_misfit or row.refusal is Refusal.SUM_FAILS_AMONG_MISFITS


def _is_spaced(row: PlacedRow) -> bool:
    return row.cells.separator is _SPACE and row.cells.filled == len(row.cells.cells)


def _is_whole(row: PlacedRow) -> bool:
    """Whether a row between spaces has a value for each column."""
    return _is_spaced(row) and row.cells.filled == len(row.row.fields)


def _places(
    width: int, lines: Sequence[Sequence[Piece]], text: str, measured: Callable[[str], int]
) -> tuple[Sequence[range], bool]:
    """Where columns stand on a screen, as whole rows and labels show it; empty if two of them meet.

    And whether all these lines have each column's begin or end at the same place.
    """
    places = [
        [place_on_screen(piece, text, measured) for piece in line] for line in lines if len(line) == width
    ]
    found = [
        sorted([place for place in line if place], key=lambda place: place.start)
        for line in places
        if None not in line
    ][:_MOST]
    known = [line for line in found if not any(_begins_before(line, other) for other in found)]
    if len(known) < _FEWEST:
        return (), False
    exact = all(
        len({place.start for place in column}) == 1 or len({place.stop for place in column}) == 1
        for column in zip(*known, strict=True)
    )
    columns = [
        range(min(place.start for place in column), max(place.stop for place in column))
        for column in zip(*known, strict=True)
    ]
    return (columns, exact) if all(one.stop < other.start for one, other in pairwise(columns)) else ((), False)


def _in_lines(row: PlacedRow, pages: Sequence[_Page]) -> PlacedRow:
    """The row with each value in the one column that it stands in, if the last column has a value too."""
    cells = row.cells.cells
    readings = {tuple(page.numbers(cells)) for page in pages if page.columns}
    numbers = readings.pop() if len(readings) == 1 else ()
    width = len(row.row.fields)
    if row.is_read:
        rest = [page.numbers(cells[1:]) for page in pages if page.columns and not page.numbers(cells)]
        beside = any(list(numbers) == list(range(1, width)) for numbers in rest)
        return row.refused(Refusal.OUTSIDE_COLUMNS) if beside else row
    if width - 1 not in numbers or len({piece.line for piece in cells}) > 1:
        return row
    under = dict(zip(numbers, cells, strict=True))
    slots = [under.get(number) for number in range(width)]
    return row._replace(slots=tuple(_with_blanks(row.row.label.piece, slots)), refusal=None)


def _begins_before(line: Sequence[range], other: Sequence[range]) -> bool:
    """Whether a line stands in the columns of another but for its first place, which is before all of them."""
    return line[0].stop <= other[0].start and all(map(_overlap, line[1:], other[1:]))


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _with_blanks(label: Piece, slots: Sequence[Piece | None]) -> Iterable[Piece]:
    """The cells of a row, those that have left no sign being empty ones behind what stands before them."""
    before = label
    for slot in slots:
        before = slot or Piece(
            "", before.end, before.line, before.column + len(before.text), Separator.SPACE, BLANK
        )
        yield before
