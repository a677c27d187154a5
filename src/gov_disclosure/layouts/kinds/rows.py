"""A row a line, tabs between cells; a spanned place is an empty cell (copied from spreadsheets)."""

from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    return "".join("\t".join(texts) + "\n" for texts in grid.texts())


LAYOUT = LayoutKind(
    code="rows",
    looks=Message(
        "每行表格一行，单元格以制表符分隔，被跨的位置为空单元格（复制自电子表格）",
        "a row a line, tabs between cells; a spanned place is an empty cell (copied from spreadsheets)",
    ),
    write=plain(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
