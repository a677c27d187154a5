"""A row a line, a bar behind each cell; spanned places are bars at the end of the row."""

from gov_disclosure.layouts.cells import own
from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    lines: list[str] = []
    for row in grid.rows:
        cells = own(row)
        spanned = grid.width - len(cells)
        bars = f" {'|' * spanned}" if spanned else ""
        lines.append(f"{' | '.join([cell.text for cell in cells])} |{bars}\n")
    return "".join(lines)


LAYOUT = LayoutKind(
    code="pipes",
    looks=Message(
        "每行表格一行，每个单元格之后有竖线，被跨的位置是行尾的竖线",
        "a row a line, a bar behind each cell; spanned places are bars at the end of the row",
    ),
    write=plain(_table),
)
