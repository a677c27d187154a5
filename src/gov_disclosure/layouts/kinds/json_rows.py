"""A list of rows as JSON has it; a spanned place is ``null``."""

import json

from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.finders import LISTED
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    rows = [json.dumps([_value(cell) for cell in row], ensure_ascii=False) for row in grid.rows]
    return "[\n  " + ",\n  ".join(rows) + "\n]\n"


def _value(cell: GridCell) -> str | int | None:
    if not cell.is_own:
        return None
    counted = cell.is_value and cell.text.isdecimal() and cell.text == str(int(cell.text))
    return int(cell.text) if counted else cell.text


LAYOUT = LayoutKind(
    code="json_rows",
    looks=Message(
        '每行表格是JSON的一个数组：`["规章", 1, null]`，被跨的位置为`null`（表格提取程序）',
        'each row an array of JSON: `["...", 1, null]`, a spanned place is `null` (extracted tables)',
    ),
    finder=LISTED,
    write=plain(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
