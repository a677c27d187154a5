"""What the layouts that mark cells with a sign have in common."""

from collections.abc import Iterable

from gov_disclosure.model.grid import Grid, GridCell, Row


def own(row: Row) -> list[GridCell]:
    """The cells that begin in a row."""
    return [cell for cell in row if cell.is_own]


def filled(grid: Grid) -> list[str]:
    """The texts of a table that are not empty."""
    return [cell.text for row in grid.rows for cell in row if cell.text]


def pipe_row(texts: Iterable[str]) -> str:
    """A row between bars."""
    return f"| {' | '.join(texts)} |\n"
