"""A cell a line, each behind a tab; an empty line ends a row (Apache Tika)."""

from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, begun
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    return "".join("".join(f"\t{cell.text}\n" for cell in begun(row)) + "\n" for row in grid.rows)


LAYOUT = LayoutKind(
    code="tika",
    looks=Message(
        "每行一个单元格，行首有制表符，空行结束一行（Apache Tika）",
        "a cell a line, each behind a tab; an empty line ends a row (Apache Tika)",
    ),
    write=plain(_table),
    keeps_blanks=True,
    merges_cells=True,
    keeps_empty_rows=True,
)
