"""Grids of the form with something put in, left out or moved: a column, a row, the order of columns."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Final

from attrs import evolve

from gov_disclosure.model.grid import Grid, GridCell, Row

At = tuple[int, int]
"""A row and a column."""

_BESIDE: Final = GridCell("", colspan=0)


def owner(grid: Grid, row: int, column: int) -> At:
    """Where the cell begins that takes a place."""
    while grid.rows[row][column].colspan == 0:
        column -= 1
    while grid.rows[row][column].rowspan == 0:
        row -= 1
    return row, column


def has_values(row: Row) -> bool:
    """Whether it is no row of labels."""
    return any(cell.is_value for cell in row)


def values_in(grid: Grid) -> list[At]:
    """The places of its values, in order."""
    return [
        (row, column)
        for row, cells in enumerate(grid.rows)
        for column, cell in enumerate(cells)
        if cell.is_value
    ]


def first_value_column(grid: Grid) -> int:
    """The first column that has values."""
    return min(column for _, column in values_in(grid))


def heads_in(grid: Grid) -> dict[At, list[At]]:
    """Each label that stands next over values, and those values."""
    found: dict[At, list[At]] = {}
    for row, column in values_in(grid):
        above = row - 1
        while has_values(grid.rows[above]):
            above -= 1
        found.setdefault(owner(grid, above, column), []).append((row, column))
    return found


def labels_in(grid: Grid) -> dict[At, list[At]]:
    """Each label that names a row, and the values of the row; table four has none."""
    found: dict[At, list[At]] = {}
    for row, cells in enumerate(grid.rows):
        labels = [column for column, cell in enumerate(cells) if cell.is_own and not cell.is_value]
        if has_values(cells) and labels:
            found[row, labels[-1]] = [(row, column) for column, cell in enumerate(cells) if cell.is_value]
    return found


def changed(grid: Grid, at: At, text: str) -> Grid:
    """The grid with another text in a cell."""
    rows = list(map(list, grid.rows))
    rows[at[0]][at[1]] = rows[at[0]][at[1]]._replace(text=text)
    return _of(grid, rows)


def unmerged(grid: Grid) -> Grid:
    """The grid without spans: each place that a cell takes is a cell with its text."""
    return _of(
        grid,
        [
            [
                grid.rows[row][column]._replace(colspan=1, rowspan=1)
                for row, column in (owner(grid, number, at) for at in range(len(cells)))
            ]
            for number, cells in enumerate(grid.rows)
        ],
    )


def without_place(grid: Grid, at: At) -> Grid:
    """The grid with one cell gone from its row, so that what follows it in the row moves up."""
    row, column = at
    cells = grid.rows[row]
    shorter = (*cells[:column], *cells[column + cells[column].colspan :])
    return evolve(grid, rows=(*grid.rows[:row], shorter, *grid.rows[row + 1 :]))


def _of(grid: Grid, rows: Sequence[Sequence[GridCell]]) -> Grid:
    return evolve(grid, rows=tuple(map(tuple, rows)))


# --- A column ---------------------------------------------------------------------------------------------


def with_column(grid: Grid, at: int, head: Callable[[int], str], value: Callable[[int], GridCell]) -> Grid:
    """The grid with a column before the one at ``at``; what spans the place is a column wider.

    Args:
        grid: a table of the form.
        at: a column, or the width of the table for a last one.
        head: what stands over it in the nth block of labels.
        value: what stands in the nth row of values.
    """
    rows: list[Row] = []
    blocks = values = 0
    for with_values, block in groupby(grid.rows, key=has_values):
        run = list(block)
        if with_values:
            rows += [_wider(row, at) or _put(row, at, value(values + number)) for number, row in enumerate(run)]
            values += len(run)
        else:
            rows += _under_head(run, at, head(blocks))
            blocks += 1
    return _of(grid, rows)


def _under_head(run: Sequence[Row], at: int, text: str) -> list[Row]:
    """Rows of labels with another beside them, over as many rows as leave room for it."""
    # The line that names an item of article 20 is one cell, and stays it.
    one = [sum(cell.colspan > 0 for cell in row) == 1 for row in run]
    wider = [_wider(row, len(row) if alone and at else at, alone) for row, alone in zip(run, one, strict=True)]
    free = [number for number, row in enumerate(wider) if row is None]
    found: list[Row] = []
    for number, (row, whole) in enumerate(zip(run, wider, strict=True)):
        first = number == min(free, default=0)
        cell = GridCell(text, rowspan=len(free)) if first else GridCell("", rowspan=0)
        found.append(whole or _put(row, at, cell))
    return found


def _wider(row: Row, at: int, end: bool = False) -> Row | None:
    """The row with the cell a column wider that takes the places on both sides; ``None`` if there is none."""
    if not 0 < at <= len(row) or (row[at].colspan > 0 if at < len(row) else not end):
        return None
    column = max(column for column in range(at) if row[column].colspan)
    wide = row[column]._replace(colspan=row[column].colspan + 1)
    return (*row[:column], wide, *row[column + 1 : at], _BESIDE, *row[at:])


def _put(row: Row, at: int, cell: GridCell) -> Row:
    return (*row[:at], cell, *row[at:])


# --- A row ------------------------------------------------------------------------------------------------


def with_row(grid: Grid, behind: int, label: str, values: Callable[[int], GridCell]) -> Grid:
    """The grid with a row behind one of values, of its shape and in its group.

    ``values`` gives its nth cell; without ``label`` the place of the label is empty.
    """
    rows = list(map(list, grid.rows))
    own = grid.rows[behind]
    labels = [column for column, cell in enumerate(own) if cell.is_own and not cell.is_value]
    last = labels[-1] if labels and own[labels[-1]].rowspan == 1 else -1
    new: list[GridCell] = []
    count = 0
    for column, cell in enumerate(own):
        if cell.is_value:
            new.append(values(count)._replace(colspan=cell.colspan))
            count += 1
        elif cell.colspan and cell.rowspan != 1:
            above, _ = owner(grid, behind, column)
            rows[above][column] = rows[above][column]._replace(rowspan=rows[above][column].rowspan + 1)
            new.append(cell._replace(text="", rowspan=0))
        elif cell.colspan:
            new.append(cell._replace(text=label if column == last else ""))
        else:
            new.append(cell)
    rows.insert(behind + 1, new)
    return _of(grid, rows)


# --- The order of columns ---------------------------------------------------------------------------------


def orders(grid: Grid) -> list[list[int]]:
    """Other orders of its columns in which no cell is torn: labels before values, as before."""
    first = first_value_column(grid)
    labels, values = list(range(first)), list(range(first, grid.width))
    found = [[*values[-1:], *values[:-1]], values[::-1], [*values[1:], values[0]]]
    found += [[*values[:at], values[at + 1], values[at], *values[at + 2 :]] for at in range(len(values) - 1)]
    for size in (5, 10):
        # Table four: the total of each five first, and the three fives in another order.
        if len(values) == 3 * 5:
            fives = [values[at : at + 5] for at in range(0, 15, 5)]
            found.append([column for five in fives for column in (*five[-1:], *five[:-1])])
            found.append([*values[size:], *values[:size]])
    return [order for order in ([*labels, *each] for each in found) if not _tears(grid, order)]


def subsets(grid: Grid) -> list[list[int]]:
    """Its columns without one, and without all but one or two."""
    first = first_value_column(grid)
    labels, values = list(range(first)), list(range(first, grid.width))
    less = [[column for column in values if column != left] for left in values]
    few = [[values[at], *values[-1:]] for at in range(len(values) - 1)]
    return [[*labels, *kept] for kept in (*less, *few) if 0 < len(kept) < len(values)]


def _owners(row: Row) -> list[int]:
    found: list[int] = []
    for column, cell in enumerate(row):
        found.append(column if cell.colspan else found[-1])
    return found


def _tears(grid: Grid, order: Sequence[int]) -> bool:
    for row in grid.rows:
        owners = _owners(row)
        runs = [number for number, _ in groupby(owners[column] for column in order)]
        if len(runs) != len(set(runs)):
            return True
    return False


def with_columns(grid: Grid, order: Sequence[int]) -> tuple[Grid, Mapping[At, At]]:
    """The grid with those of its columns in that order, and where each of its values stands then."""
    moved: dict[At, At] = {}
    rows: list[list[GridCell]] = []
    for number, row in enumerate(grid.rows):
        owners = _owners(row)
        cells: list[GridCell] = []
        for column, run in groupby(owners[column] for column in order):
            width = len(list(run))
            if row[column].is_value:
                moved[number, column] = (number, len(cells))
            cells += [row[column]._replace(colspan=width), *[_BESIDE] * (width - 1)]
        rows.append(cells)
    return _of(grid, rows), moved
