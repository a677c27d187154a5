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

from gov_disclosure.form.folding import LINE_ENDS
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import GridCell, Row

# Wider tables are none of the form's; damage makes them.
MOST_COLUMNS = 40


class Line(NamedTuple):
    """A line of the source without its end."""

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
# In the place of what a number covers: no text that anything is read from.
_COVERED = "\ufffc"


def lines_of(text: str) -> list[Line]:
    """The lines of a text with their places."""
    bodies = text.splitlines(keepends=True)
    starts = accumulate(map(len, bodies), initial=0)
    return [
        Line(body.rstrip(LINE_ENDS), number, start)
        for number, (body, start) in enumerate(zip(bodies, starts, strict=False), 1)
    ]


_Taken = dict[int, tuple[int, str]]
# Column → the row up to which a cell from above or from the left reaches, and what stands for it.


def filled_rows(found: Iterable[Found]) -> tuple[Row, ...]:
    """Cells by row and column as rows, with empty cells in the places that others cover.

    What a number covers in the rows below it is not empty: a rule that parted them may be lost.
    """
    rows = _by_row(found)
    order = sorted(rows)
    taken: _Taken = {}
    filled: list[Row] = []
    for number, row in enumerate(order):
        following = order[number + 1] if number + 1 < len(order) else math.inf
        starts: dict[int, GridCell] = {}
        for column, (_, _, height, cell) in rows[row].items():
            end, covered = row + height, ""
            if following < end:
                covered = _COVERED if _NUMBER.fullmatch(cell.text.strip()) else ""
                cell = cell._replace(rowspan=bisect_left(order, end) - number)
            if following < end or cell.colspan > 1 or column in taken:
                for place in range(column, min(column + cell.colspan, MOST_COLUMNS)):
                    taken[place] = end, covered
            starts[column] = cell
        width = 1 + max([*starts, *(column for column, (end, _) in taken.items() if end > row)])
        if width == len(starts) <= MOST_COLUMNS:
            filled.append(tuple([starts[column] for column in range(width)]))
        elif width <= MOST_COLUMNS:
            filled.append(tuple(_filled(starts, taken, width)))
    return tuple(filled)


def _by_row(found: Iterable[Found]) -> dict[int, dict[int, Found]]:
    rows: dict[int, dict[int, Found]] = {}
    for one in found:
        if one.row not in rows:
            rows[one.row] = {}
        rows[one.row][one.column] = one
    return rows


def _filled(starts: Mapping[int, GridCell], taken: _Taken, width: int) -> Iterator[GridCell]:
    """A row with a cell in each place; what is covered stands where the cell before it ends."""
    first = starts[min(starts)]
    place, line, column = first.start, first.line, first.column
    for index in range(width):
        cell = starts.get(index)
        if cell is None:
            sign = taken[index][1] if index in taken else ""
            yield GridCell(sign, 0, 1, False, place, place, line, column)
        else:
            yield cell
            place, line, column = cell.end, cell.line, cell.column


def joined(parts: Sequence[tuple[Line, int, int]], colspan: int = 1) -> GridCell:
    """The cell that stretches of one or more lines make, each given by its line and two offsets in it.

    Padding and the empty lines above and below the text are left out; one line end parts two lines.
    """
    texts: list[str] = []
    place = behind = number = column = 0
    for line, start, end in parts:
        padded = line.text[start:end].rstrip()
        if not padded:
            continue
        shown = padded.lstrip()
        at = start + len(padded) - len(shown)
        if not texts:
            place, number, column = line.start + at, line.number, at + 1
        texts.append(shown)
        behind = line.start + at + len(shown)
    if not texts:
        line, start, _ = parts[0]
        place = behind = line.start + start
        number, column = line.number, start + 1
    text = texts[0] if len(texts) == 1 else "\n".join(texts)
    return _cell(GridCell, (text, colspan, 1, False, place, behind, number, column))


# A cell in full: by keyword, or with its defaults, it takes twice as long.
_cell = tuple.__new__
