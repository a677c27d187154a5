"""A cell a line, a bar behind it; a line of bars ends a row and stands for its spanned places."""

from gov_disclosure.layouts.cells import own
from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    lines: list[str] = []
    for row in grid.rows:
        cells = own(row)
        lines += [f"{cell.text} |\n" if cell.text else "|\n" for cell in cells]
        lines.append("|" * (1 + grid.width - len(cells)) + "\n")
    return "".join(lines)


LAYOUT = LayoutKind(
    code="pipe_cells",
    looks=Message(
        "每行一个单元格，之后有竖线；一行竖线结束一行并代表被跨的位置",
        "a cell a line, a bar behind it; a line of bars ends a row and stands for its spanned places",
    ),
    write=plain(_table),
)
