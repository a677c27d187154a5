"""A table of AsciiDoc: ``|===`` around, a bar before each cell, what it spans before the bar."""

import re
from typing import Final

from gov_disclosure.layouts.cells import own
from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import ASCIIDOC
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.model.messages import Message

# Before the next bar it would say how that cell is set, and before the line's end that the line ends.
_TELLING_END: Final = re.compile(r"(?:^|\s)[\d.+*<^>]*[a-z]?$")


def _table(grid: Grid) -> str:
    rows = "".join(f"{' '.join(map(_cell, own(row)))}\n" for row in grid.rows)
    return f'[cols="{grid.width}*"]\n|===\n{rows}|===\n'


def _cell(cell: GridCell) -> str:
    down = f".{cell.rowspan}" if cell.rowspan > 1 else ""
    across = str(cell.colspan) if cell.colspan > 1 else ""
    spans = f"{across}{down}+" if across or down else ""
    # A cell that could not be read may have marks in it, and would come apart.
    text = cell.text.replace("{", "｛").replace("|", "{vbar}")
    end = "{empty}" if text and not cell.is_value and _TELLING_END.search(text) else ""
    return f"{spans}|{text}{end}"


LAYOUT = LayoutKind(
    code="asciidoc",
    looks=Message(
        "AsciiDoc的表格：上下为`|===`，单元格之前为竖线，跨行跨列写在竖线之前",
        "a table of AsciiDoc: `|===` around, a bar before each cell, spans before the bar",
    ),
    finder=ASCIIDOC,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
