"""A report whose numbers all differ, written in any layout with its tables edited."""

from collections.abc import Callable, Sequence
from functools import cache

from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.form.fields import Edition
from gov_disclosure.layouts.documents import Block, Text
from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.documents import LAYOUTS
from gov_disclosure.testing.samples.numbers import distinct
from gov_disclosure.testing.samples.reports import sample_report
from gov_disclosure.writing.rendering.document import blocks_of

__all__ = ["LAYOUTS", "Grid", "GridCell", "Layout"]

YEAR = 2022
ISSUER = "石桥县水利局"
TABLES = ("proactive", "requests", "disputes")
Change = Callable[[Grid], Grid | Sequence[Block]]


@cache
def numbered(edition: str = "2021", issuer: str = ISSUER) -> gd.Report:
    """A report on 2022 of a bureau of a county, each number once in it."""
    report = sample_report(Rolled("edited"), Edition(edition), numbers=distinct)
    sections = [
        evolve(section, text="照常。") if section.number in (1, 5, 6) else section
        for section in report.sections
    ]
    return evolve(
        report,
        title=f"{issuer}{YEAR}年政府信息公开工作年度报告",
        issuer=issuer,
        year=YEAR,
        preamble="",
        sections=tuple(sections),
    )


def document(report: gd.Report, layout: str, change: Change | None = None, table: str = "") -> str:
    """The report written in a layout, one of its tables changed, or all of them."""
    layout = Layout(layout)
    blocks: list[Block] = []
    for block in blocks_of(report, layout):
        edited = change(block) if change and isinstance(block, Grid) and table in ("", block.table) else block
        blocks += [edited] if isinstance(edited, Text | Grid) else edited
    assert layout.kind.write is not None
    return layout.kind.write(blocks)


def numbers(text: str, table: str = "") -> dict[str, object]:
    """The cells of a table with a number, as they are read."""
    cells = gd.parse(text).cells.values()
    return {cell.id: cell.value for cell in cells if cell.value is not None and cell.id.startswith(table)}


def codes(text: str) -> set[str]:
    """The codes of the issues of reading."""
    return {issue.code for issue in gd.parse(text).issues}


def own(report: gd.Report, table: str = "") -> dict[str, object]:
    """The numbers of the report itself."""
    return {cell.id: cell.value for cell in report.cells.values() if cell.id.startswith(table)}


def captioned(text: str) -> Change:
    """A line before the table."""
    return lambda grid: [Text("prose", text), grid]


def with_first_row(*texts: str) -> Change:
    """A row above all others: one cell over all columns, or one text in each of the first and last columns."""

    def change(grid: Grid) -> Grid:
        beside = [GridCell("", colspan=0)] * (grid.width - 1)
        row = (GridCell(texts[0], colspan=grid.width), *beside)
        if len(texts) > 1:
            row = (GridCell(texts[0]), *[GridCell("")] * (grid.width - 2), GridCell(texts[1]))
        return evolve(grid, rows=(row, *grid.rows))

    return change


def replaced(text: str, by: str) -> Change:
    """Every cell that says so says something else."""
    return lambda grid: evolve(
        grid,
        rows=tuple(
            [
                tuple([cell._replace(text=by) if cell.text == text else cell for cell in row])
                for row in grid.rows
            ]
        ),
    )
