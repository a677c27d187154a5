"""A table of MediaWiki: ``|-`` before each row, ``||`` between cells, spans as attributes."""

from gov_disclosure.layouts.cells import own
from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import MEDIAWIKI
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    rows = "".join(f"|-\n| {' || '.join(map(_cell, own(row)))}\n" for row in grid.rows)
    return f'{{| class="wikitable"\n{rows}|}}\n'


def _cell(cell: GridCell) -> str:
    # A cell that could not be read may have marks in it, and would come apart.
    text = cell.text.replace("!!", "! !").replace("''", "＇＇")
    spans = [
        f'{kind}="{count}"'
        for kind, count in (("colspan", cell.colspan), ("rowspan", cell.rowspan))
        if count > 1
    ]
    return f"{' '.join(spans)} | {text}" if spans else text


LAYOUT = LayoutKind(
    code="mediawiki",
    looks=Message(
        "MediaWiki的表格：各行之前为竖线和短横，单元格之间为两条竖线，跨行跨列照写",
        "a table of MediaWiki: a bar and a dash before each row, two bars between cells, spans as attributes",
    ),
    finder=MEDIAWIKI,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
