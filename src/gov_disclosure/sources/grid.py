"""Grids: tables whose rows and columns the text itself marks, as its cells with their places.

A cell that spans columns or rows stands where it begins; the places that it covers are empty, as a person
who copies the table into a spreadsheet would find them. A row ends with its last cell: one that has lost a
cell is shorter than the others, and shows it.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import GridCell, Row

# Wider tables are none of the form's; damage makes them.
MOST_COLUMNS = 40


class Line(NamedTuple):
    """A line of the source without its end. A text has many: a named tuple is made in a third of the time."""

    text: str
    number: int
    """1-based."""
    start: int
    """Offset in the source."""
    indent: int = 0
    """Characters before it in its line, if it is not all of that."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)

    def cut(self, start: int, end: int) -> "Line":
        """What stands between two offsets in the source."""
        offset = start - self.start
        if offset == 0 and end == self.end:
            return self
        return Line(self.text[offset : end - self.start], self.number, start, self.indent + offset)


class Found(NamedTuple):
    """A cell as a text has it, before its neighbours are known."""

    row: int
    """A number that tells rows apart, and grows down the table."""
    column: int
    height: int
    """How far down it reaches, in these numbers."""
    cell: GridCell


_NUMBER = on_demand(r"[-+]?[0-9][0-9.,]*")
_WORD = on_demand("[\u3400-\u9fff]")
# In the place of what a number covers: no text that anything is read from.
_COVERED = "\ufffc"


def lines_of(text: str) -> list[Line]:
    """The lines of a text with their places."""
    starts = accumulate(map(len, text.splitlines(keepends=True)), initial=0)
    bodies = zip(text.splitlines(), starts, strict=False)
    return [_new(Line, (body, number, start, 0)) for number, (body, start) in enumerate(bodies, 1)]


_Taken = dict[int, tuple[int, str]]
# Column → the row up to which a cell from above or from the left reaches, and what stands for it.


def filled_rows(found: Iterable[Found]) -> tuple[Row, ...]:
    """Cells by row and column as rows, with empty cells in the places that others cover.

    A number that covers places of the rows below it is that of none: a rule that parted them may be lost.
    """
    rows = _by_row(found)
    order = sorted(rows)
    taken: _Taken = {}
    filled: list[Row] = []
    for number, row in enumerate(order):
        starts, width = _starts(rows[row], order, number, taken)
        for column, (end, _) in taken.items():
            if column >= width and end > row:
                width = column + 1
        if width <= MOST_COLUMNS:
            if len(starts) < width:
                _cover(starts, taken, width)
            filled.append(tuple(map(starts.__getitem__, range(width))))
    return tuple(filled)


def _starts(
    found: Mapping[int, Found], order: Sequence[int], number: int, taken: _Taken
) -> tuple[dict[int, GridCell], int]:
    """The cells that begin in a row by their columns, and how wide they make it; what they take is noted."""
    row, following = order[number], order[number + 1] if number + 1 < len(order) else math.inf
    starts: dict[int, GridCell] = {}
    reach = 0
    for column, (_, _, height, cell) in found.items():
        colspan = cell.colspan
        # What reached down to here ends.
        if colspan > 1:
            behind = min(column + colspan, MOST_COLUMNS)
            reach = max(reach, behind)
            for place in range(column, behind) if taken else ():
                taken.pop(place, None)
        elif taken and column in taken:
            del taken[column]
        if height > 1 and following < (end := row + height):
            covered = _COVERED if _NUMBER.fullmatch(cell.text.strip()) else ""
            cell = cell._replace(rowspan=bisect_left(order, end) - number, text=cell.text + covered)
            taken.update(dict.fromkeys(range(column, min(column + colspan, MOST_COLUMNS)), (end, covered)))
        starts[column] = cell
    return starts, max(reach, 1 + max(starts))


def _by_row(found: Iterable[Found]) -> dict[int, dict[int, Found]]:
    rows: dict[int, dict[int, Found]] = {}
    number: int | None = None
    cells: dict[int, Found] = {}
    for one in found:
        row, column, _, _ = one
        if row != number:
            number, cells = row, rows.setdefault(row, {})
        cells[column] = one
    return rows


def _cover(starts: dict[int, GridCell], taken: _Taken, width: int) -> None:
    """Put a cell into each empty place of a row; what is covered stands where the cell before it ends."""
    first = starts[min(starts)]
    for index in range(width):
        if index not in starts:
            sign = taken[index][1] if index in taken else ""
            _, _, _, _, start, end, line, column = starts[index - 1] if index else first
            place = end if index else start
            starts[index] = _new(GridCell, (sign, 0, 1, False, place, place, line, column))


def without_phantoms(cells: list[Found]) -> list[Found]:
    """The cells without the columns that no cell has for itself.

    Where edges of two rows don't quite meet, a word processor makes a narrow column of what is between them.
    """
    width = max([one.column + one.cell.colspan for one in cells], default=0)
    own = {one.column for one in cells if one.cell.colspan == 1}
    gone: list[int] = []
    left = [one.cell.colspan for one in cells]
    for column in reversed(range(1, min(width, MOST_COLUMNS))):
        if column in own:
            continue
        over = [at for at, one in enumerate(cells) if one.column <= column < one.column + one.cell.colspan]
        # A cell may have been left with it alone, when those behind it went.
        if all(left[at] > 1 for at in over):
            gone.insert(0, column)
            for at in over:
                left[at] -= 1
    if not gone:
        return cells
    return [
        one._replace(column=one.column - bisect_left(gone, one.column), cell=one.cell._replace(colspan=colspan))
        for one, colspan in zip(cells, left, strict=True)
    ]


def joined(parts: Sequence[tuple[Line, int, int]], colspan: int = 1) -> GridCell:
    """The cell that stretches of one or more lines make, each given by its line and two offsets in it.

    Padding and the empty lines above and below the text are left out; one line end parts two lines.
    """
    if len(parts) == 1:
        return stretch(*parts[0], colspan)
    filled = [part for part in parts if part[0].text[part[1] : part[2]].strip()]
    if len(filled) < 2:
        return stretch(*(filled or parts)[0], colspan)
    first, last = stretch(*filled[0]), stretch(*filled[-1])
    text = "\n".join([line.text[start:end].strip() for line, start, end in filled])
    return _new(GridCell, (text, colspan, 1, False, first.start, last.end, first.line, first.column))


def stretch(line: Line, start: int, end: int, colspan: int = 1) -> GridCell:
    """The cell that a part of a line makes, given by two offsets in it, without the padding around the text."""
    whole, number, offset, _ = line
    padded = whole[start:end]
    text = padded.strip()
    if text != padded:
        start = whole.find(text, start)
    place = offset + start
    return _new(GridCell, (text, colspan, 1, False, place, place + len(text), number, start + 1))


def unclear(cells: Sequence[GridCell]) -> Iterator[GridCell]:
    """The cells of a row that does not fit: its words, and no number of it."""
    labelled = False
    for cell in cells:
        is_word = _WORD.search(cell.text) is not None
        labelled = labelled or is_word
        yield cell if is_word or not (labelled or cell.text) else cell._replace(text=UNCLEAR)


# A cell or a line in full: by its class it takes twice as long.
_new = tuple.__new__
