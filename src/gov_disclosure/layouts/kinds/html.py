"""A page with tables; cells that span rows or columns say so."""

from collections.abc import Sequence
from html import escape
from typing import Final

from gov_disclosure.layouts.cells import own
from gov_disclosure.layouts.documents import Block
from gov_disclosure.layouts.finders import MARKUP
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.model.messages import Message

_TAGS: Final = {"title": "h1", "heading": "h2", "prose": "p"}


def _table(grid: Grid) -> str:
    rows = "".join(f"<tr>{''.join(map(_tag, own(row)))}</tr>\n" for row in grid.rows)
    return f'<table border="1">\n{rows}</table>\n'


def _tag(cell: GridCell) -> str:
    name = "td" if cell.is_value else "th"
    colspan = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    rowspan = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return f"<{name}{colspan}{rowspan}>{escape(cell.text, quote=False)}</{name}>"


def _document(blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    title = ""
    for block in blocks:
        if isinstance(block, Grid):
            parts.append(_table(block))
            continue
        tag = _TAGS[block.kind]
        lines = [escape(line.strip(), quote=False) for line in block.text.splitlines()]
        parts += [f"<{tag}>{line}</{tag}>\n" for line in lines if line]
        title = title or (parts[0] if block.kind == "title" else "")
    named = title.replace("h1>", "title>")
    head = f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n{named}</head>\n<body>\n'
    return f"{head}{''.join(parts)}</body>\n</html>\n"


LAYOUT = LayoutKind(
    code="html",
    looks=Message(
        "网页：表格注明跨行跨列",
        "a page with tables; cells that span rows or columns say so",
    ),
    finder=MARKUP,
    write=_document,
    keeps_blanks=True,
    keeps_empty_rows=True,
)
