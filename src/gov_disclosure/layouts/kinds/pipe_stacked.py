"""A cell a line, a bar behind it; a bar on a line of its own begins a row."""

from gov_disclosure.layouts.cells import own
from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    rows = ("".join(f"{cell.text} |\n" for cell in own(row)) for row in grid.rows)
    return "|\n" + "|\n".join(rows) + "|\n"


LAYOUT = LayoutKind(
    code="pipe_stacked",
    looks=Message(
        "每行一个单元格，之后有竖线；独占一行的竖线开始一行",
        "a cell a line, a bar behind it; a bar on a line of its own begins a row",
    ),
    write=plain(_table),
)
