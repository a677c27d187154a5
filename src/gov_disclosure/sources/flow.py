"""Cells in reading order under as many columns as their table has: languages that mark cells, and no rows.

In such a language a cell that is lost moves all that follow. So the cells are rows only if they fill these to
the last place, and each row begins where a line does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from gov_disclosure.model.grid import GridCell
from gov_disclosure.sources.grid import MOST_COLUMNS, Found


class Flowing(NamedTuple):
    """A cell as it stands in the text."""

    cell: GridCell
    down: int = 1
    """How many rows it takes."""
    begins: bool = True
    """Whether it is the first of its line."""
    behind_gap: bool = False
    """Whether an empty line stands before it."""


def in_rows(cells: Sequence[Flowing], width: int) -> list[Found]:
    """The cells by row and column; none of them, if they make no rows of a width for certain."""
    if not 1 < width <= MOST_COLUMNS:
        return []
    found: list[Found] = []
    firsts: list[Flowing] = []
    reaches = [0] * width
    row, column = 0, -1
    last = -1
    for flowing in cells:
        cell, down, _, behind_gap = flowing
        across = cell.colspan
        column += 1
        if column < width and reaches[column] > row:
            column = _free(reaches, row, column)
        while column == width:
            row, column = row + 1, _free(reaches, row + 1, 0)
        if across == 1:
            reaches[column] = row + down
        elif column + across > width or max(reaches[column : column + across]) > row:
            return []
        else:
            reaches[column : column + across] = [row + down] * across
        if row > last:
            firsts.append(flowing)
            last = row
        elif behind_gap:
            return []
        found.append(_new(Found, (row, column, down, cell)))
        column += across - 1
    return found if set(reaches) == {row + 1} and _begin_lines(firsts, cells) else []


def _free(reaches: Sequence[int], row: int, column: int) -> int:
    """The first place of a row, from a column on, that no cell from above takes."""
    while column < len(reaches) and reaches[column] > row:
        column += 1
    return column


def _begin_lines(firsts: Sequence[Flowing], cells: Sequence[Flowing]) -> bool:
    """Whether lines say where rows begin, or nothing: a line has all cells, or one."""
    return all(first.begins for first in firsts) or not any(cell.begins for cell in cells[1:])


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__
