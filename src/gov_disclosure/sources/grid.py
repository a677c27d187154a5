"""Grids: tables whose rows and columns the text itself marks, as its cells with their places.

A cell that spans columns or rows stands where it begins; the places that it covers are empty, as a person
who copies the table into a spreadsheet would find them. A row ends with its last cell: one that has lost a
cell is shorter than the others, and shows it.
"""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from attrs import define, frozen

from gov_disclosure.form.folding import LINE_ENDS

# Wider tables are none of the form's; damage makes them.
MOST_COLUMNS = 40


@frozen
class Line:
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


@define(eq=False)
class GridCell:
    """A cell's text, its lines joined, and where it stands in the source."""

    text: str
    start: int
    end: int
    line: int
    column: int
    """Of its first character in its line, 1-based."""
    across: int = 1
    """How many columns it spans; 0 if it is but the place of what another covers."""
    down: int = 1
    """How many rows it spans, in the numbers that tell rows apart."""
    reaches_down: bool = False
    """Whether another row begins beside it."""


_NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*")
# In the place of what a number covers: no text that anything is read from.
_COVERED = "\ufffc"

Place = tuple[int, int]
"""Row and column."""


@frozen
class Grid:
    """A table: the stretch of the source that it takes, and its rows."""

    start: int
    end: int
    rows: Sequence[Sequence[GridCell]]


def lines_of(text: str) -> list[Line]:
    """The lines of a text with their places."""
    bodies = text.splitlines(keepends=True)
    starts = accumulate(map(len, bodies), initial=0)
    return [
        Line(body.rstrip(LINE_ENDS), number, start)
        for number, (body, start) in enumerate(zip(bodies, starts, strict=False), 1)
    ]


def filled_rows(cells: Iterable[tuple[Place, GridCell]]) -> list[list[GridCell]]:
    """Cells by row and column as rows, with empty cells in the places that others cover.

    What a number covers in the rows below it is not empty: a rule that parted them may be lost.
    """
    rows: dict[int, dict[int, GridCell]] = {}
    for (row, column), cell in cells:
        rows.setdefault(row, {})[column] = cell
    # Column → the row up to which a cell from above or from the left reaches, and what stands for it.
    taken: dict[int, tuple[int, str]] = {}
    filled: list[list[GridCell]] = []
    order = sorted(rows)
    for row, following in zip(order, [*order[1:], math.inf], strict=False):
        starts = rows[row]
        for column, cell in starts.items():
            end = row + cell.down
            cell.reaches_down = following < end
            covered = _COVERED if cell.reaches_down and _NUMBER.fullmatch(cell.text.strip()) else ""
            places = range(column, min(column + cell.across, MOST_COLUMNS))
            taken.update((place, (end, covered)) for place in places)
        width = 1 + max([*starts, *(column for column, (end, _) in taken.items() if end > row)])
        if width <= MOST_COLUMNS:
            signs = [taken[column][1] if column in taken else "" for column in range(width)]
            filled.append(_filled([starts.get(column) for column in range(width)], signs))
    return filled


def _filled(row: Sequence[GridCell | None], signs: Sequence[str]) -> list[GridCell]:
    first = next(cell for cell in row if cell is not None)
    place, line, column = first.start, first.line, first.column
    filled = []
    for cell, sign in zip(row, signs, strict=True):
        filled.append(cell if cell is not None else GridCell(sign, place, place, line, column, across=0))
        if cell is not None:
            place, line, column = cell.end, cell.line, cell.column
    return filled


def joined(parts: Sequence[tuple[Line, int, int]]) -> GridCell:
    """The cell that stretches of one or more lines make, each given by its line and two offsets in it.

    Padding and the empty lines above and below the text are left out; one line end parts two lines.
    """
    texts = [(line, offset, line.text[offset:end]) for line, offset, end in parts]
    filled = [(line, offset, text) for line, offset, text in texts if text.strip()] or texts[:1]
    (first, offset, opening), (last, last_offset, closing) = filled[0], filled[-1]
    indent = len(opening) - len(opening.lstrip())
    start = first.start + offset + (indent if opening.strip() else 0)
    return GridCell(
        text="\n".join(text.strip() for _, _, text in filled),
        start=start,
        end=max(last.start + last_offset + len(closing.rstrip()), start),
        line=first.number,
        column=start - first.start + 1,
    )
