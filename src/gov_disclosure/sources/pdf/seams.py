"""Rows and columns that are none: gaps between cells with own frames, and edges that some cells alone have."""

from collections.abc import Sequence
from typing import Final

from gov_disclosure.sources.pdf.tables import Cell, Table

# Of the size of type: a row or a column that is no wider has no room for text.
_NARROW: Final = 0.95


def without_seams(table: Table, size: float) -> Table:
    """The table without rows and columns in which no text begins and none has room, or that numbers span."""
    begun = {cell.row for cell in table.cells if cell.text}
    over = {
        row
        for cell in table.cells
        if cell.text.isdigit()
        for row in range(cell.row + 1, cell.row + cell.rowspan)
    }
    rows = [
        row for row in range(table.height) if row not in begun and (row in over or _is_narrow(table, row, size))
    ]
    begun = {cell.column for cell in table.cells if cell.text}
    columns = [
        column
        for column in range(len(table.columns) - 1)
        if column not in begun and table.columns[column + 1] - table.columns[column] < _NARROW * size
    ]
    if not rows and not columns:
        return table
    cells = [cell for one in table.cells if (cell := _without(one, rows, columns))]
    edges = [edge for number, edge in enumerate(table.columns) if number not in columns]
    return table._replace(cells=sorted(cells, key=_place), height=table.height - len(rows), columns=edges)


def _is_narrow(table: Table, row: int, size: float) -> bool:
    heights = [cell.box[3] - cell.box[1] for cell in table.cells if cell.row == row and cell.rowspan == 1]
    return bool(heights) and min(heights) < _NARROW * size


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _without(cell: Cell, rows: Sequence[int], columns: Sequence[int]) -> Cell | None:
    """A cell where some rows and columns are gone; none if it stood in these alone."""
    rowspan = cell.rowspan - sum(cell.row <= row < cell.row + cell.rowspan for row in rows)
    colspan = cell.colspan - sum(cell.column <= column < cell.column + cell.colspan for column in columns)
    if not rowspan or not colspan:
        return None
    return cell._replace(
        row=cell.row - sum(row < cell.row for row in rows),
        column=cell.column - sum(column < cell.column for column in columns),
        rowspan=rowspan,
        colspan=colspan,
    )
