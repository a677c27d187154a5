r"""A table of Textile: a bar around each cell, ``\2.`` and ``/2.`` before what spans columns and rows."""

from gov_disclosure.layouts.cells import own
from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import TEXTILE
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell, Row
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    return "".join(map(_row, grid.rows))


def _row(row: Row) -> str:
    return f"|{'|'.join(map(_cell, own(row)))}|\n"


def _cell(cell: GridCell) -> str:
    down = f"/{cell.rowspan}" if cell.rowspan > 1 else ""
    across = f"\\{cell.colspan}" if cell.colspan > 1 else ""
    head = "" if cell.is_value else "_"
    signs = f"{head}{across}{down}"
    # A cell that could not be read may have the sign in it, and would come apart.
    return f"{signs}. {cell.text.replace('|', '｜')}" if signs else f" {cell.text.replace('|', '｜')} "


LAYOUT = LayoutKind(
    code="textile",
    looks=Message(
        r"Textile的表格：单元格两边为竖线，跨列写作`\2.`，跨行写作`/2.`，表头写作`_.`",
        r"a table of Textile: a bar around each cell, `\2.` and `/2.` before spans, `_.` before heads",
    ),
    finder=TEXTILE,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
