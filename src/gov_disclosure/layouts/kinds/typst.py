"""A table of Typst: ``#table(…)`` with each cell in brackets, and what a cell spans in its call."""

import re
from typing import Final

from gov_disclosure.layouts.cells import own
from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import TYPST
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.model.messages import Message

_SPECIAL: Final = re.compile(r"[\\#$*_`~@<>\[\]]|/(?=[/*])")


def _table(grid: Grid) -> str:
    rows = "".join(f"  {', '.join(map(_cell, own(row)))},\n" for row in grid.rows)
    return f"#table(\n  columns: {grid.width},\n{rows})\n"


def _cell(cell: GridCell) -> str:
    spans = [
        f"{kind}: {count}"
        for kind, count in (("colspan", cell.colspan), ("rowspan", cell.rowspan))
        if count > 1
    ]
    text = _SPECIAL.sub(r"\\\g<0>", cell.text)
    return f"table.cell({', '.join(spans)})[{text}]" if spans else f"[{text}]"


LAYOUT = LayoutKind(
    code="typst",
    looks=Message(
        "Typst的`#table`：单元格在方括号里，跨行跨列写在`table.cell`里",
        "a `#table` of Typst: cells in brackets, spans in `table.cell`",
    ),
    finder=TYPST,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
