"""A table of DokuWiki: bars before cells, carets before heads, ``:::`` for what reaches down from above."""

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import DOKUWIKI
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell, Row, begun
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    return "".join(map(_row, grid.rows))


def _row(row: Row) -> str:
    cells = list(begun(row))
    return "".join(map(_cell, cells)) + _sign(cells[-1]) + "\n"


def _cell(cell: GridCell) -> str:
    # A cell that could not be read may have the sign in it, and would come apart.
    text = cell.text.replace("^", "＾") if cell.is_own else ":::"
    return f"{_sign(cell)} {text} {_sign(cell) * (cell.colspan - 1)}"


def _sign(cell: GridCell) -> str:
    return "|" if cell.is_value else "^"


LAYOUT = LayoutKind(
    code="dokuwiki",
    looks=Message(
        "DokuWiki的表格：单元格之前为竖线，表头之前为`^`，上方单元格所跨的位置为`:::`",
        "a table of DokuWiki: bars before cells, `^` before heads, `:::` for what reaches down from above",
    ),
    finder=DOKUWIKI,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
