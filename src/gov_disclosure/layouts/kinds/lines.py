"""A cell a line, empty lines between; rows are not marked (text of web pages)."""

from gov_disclosure.layouts.cells import filled
from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    return "\n\n".join(filled(grid)) + "\n\n"


LAYOUT = LayoutKind(
    code="lines",
    looks=Message(
        "每行一个单元格，中间有空行，不标明各行（网页文本）",
        "a cell a line, empty lines between; rows are not marked (text of web pages)",
    ),
    write=plain(_table),
)
