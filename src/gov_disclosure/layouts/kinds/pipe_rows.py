"""A row a line, bars around each cell; a spanned place is an empty cell."""

from gov_disclosure.layouts.cells import pipe_row
from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    return "".join(map(pipe_row, grid.texts()))


LAYOUT = LayoutKind(
    code="pipe_rows",
    looks=Message(
        "每行表格一行，单元格两边有竖线，被跨的位置为空单元格",
        "a row a line, bars around each cell; a spanned place is an empty cell",
    ),
    write=plain(_table),
    keeps_blanks=True,
)
