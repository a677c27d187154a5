"""A cell a line, no empty lines."""

from gov_disclosure.layouts.cells import filled
from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    return "\n".join(filled(grid)) + "\n"


LAYOUT = LayoutKind(
    code="lines_dense",
    looks=Message(
        "每行一个单元格，中间没有空行",
        "a cell a line, no empty lines",
    ),
    write=plain(_table),
)
