"""A row a line, one space between cells; empty cells leave nothing (``lynx -dump``)."""

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    return "".join(f"{' '.join([cell.text for cell in row if cell.text])}\n" for row in grid.rows)


LAYOUT = LayoutKind(
    code="spaces",
    looks=Message(
        "每行表格一行，单元格之间一个空格，空单元格不留痕迹（`lynx -dump`）",
        "a row a line, one space between cells; empty cells leave nothing (`lynx -dump`)",
    ),
    write=apart(_table),
    parts_by_spaces=True,
)
