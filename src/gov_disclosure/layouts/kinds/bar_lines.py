"""A cell a line, a bar on a line of its own behind it; rows are not marked."""

from gov_disclosure.layouts.cells import own
from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    return "".join(f"{cell.text}\n|\n" for row in grid.rows for cell in own(row))


LAYOUT = LayoutKind(
    code="bar_lines",
    looks=Message(
        "每行一个单元格，其下有独占一行的竖线，不标明各行",
        "a cell a line, a bar on a line of its own behind it; rows are not marked",
    ),
    write=plain(_table),
)
