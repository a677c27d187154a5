"""A document of DocBook: entries in rows, the columns that one spans by their names."""

from collections.abc import Sequence
from html import escape

from gov_disclosure.layouts.documents import Block
from gov_disclosure.layouts.finders import MARKUP
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell, Row
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    columns = "".join(f'<colspec colname="c{number}"/>\n' for number in range(1, grid.width + 1))
    rows = "".join(f"<row>{_row(row)}</row>\n" for row in grid.rows)
    group = f'<tgroup cols="{grid.width}">\n{columns}<tbody>\n{rows}</tbody>\n</tgroup>\n'
    return f"<informaltable>\n{group}</informaltable>\n"


def _row(row: Row) -> str:
    return "".join(_entry(cell, column) for column, cell in enumerate(row, 1) if cell.is_own)


def _entry(cell: GridCell, column: int) -> str:
    last = column + cell.colspan - 1
    across = f' namest="c{column}" nameend="c{last}"' if cell.colspan > 1 else ""
    down = f' morerows="{cell.rowspan - 1}"' if cell.rowspan > 1 else ""
    return f"<entry{across}{down}>{escape(cell.text, quote=False)}</entry>"


def _document(blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            parts.append(_table(block))
            continue
        lines = filter(None, map(str.strip, block.text.splitlines()))
        name = "title" if block.kind == "title" else "para"
        parts += [f"<{name}>{escape(line, quote=False)}</{name}>\n" for line in lines]
    return f'<article xmlns="http://docbook.org/ns/docbook" version="5.0">\n{"".join(parts)}</article>\n'


LAYOUT = LayoutKind(
    code="docbook",
    looks=Message(
        "DocBook的文档：单元格为`<entry>`，跨列写起止两列的名称，跨行写`morerows`",
        "a document of DocBook: cells as `<entry>`, spans by the names of columns and by `morerows`",
    ),
    finder=MARKUP,
    write=_document,
    keeps_blanks=True,
    keeps_empty_rows=True,
)
