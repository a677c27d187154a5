"""Rows as Python prints lists, one a line; a spanned place is ``None`` (pdfplumber, camelot)."""

from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.finders import LISTED
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    rows = ([cell.text if cell.is_own else None for cell in row] for row in grid.rows)
    return "".join(f"{row}\n" for row in rows)


LAYOUT = LayoutKind(
    code="python_rows",
    looks=Message(
        "每行表格是Python打印的一个列表：`['规章', '1', None]`，被跨的位置为`None`（pdfplumber、camelot）",
        "each row a list as Python prints it: `['...', '1', None]`, a spanned place is `None` "
        "(pdfplumber, camelot)",
    ),
    finder=LISTED,
    write=plain(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
