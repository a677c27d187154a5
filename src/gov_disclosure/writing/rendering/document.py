"""A report as a document: title, introduction, sections, and its tables in place."""

from collections.abc import Iterator, Mapping
from typing import Final

from gov_disclosure.form.arguments import require
from gov_disclosure.layouts.documents import Block, Text
from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.report import Report
from gov_disclosure.writing.rendering.grid import grid_of, without_spaces
from gov_disclosure.writing.rendering.skeleton import DISPUTES, PROACTIVE, REQUESTS

_TABLES: Final[Mapping[int, str]] = {2: PROACTIVE, 3: REQUESTS, 4: DISPUTES}
_SECTIONS: Final = range(1, 7)
_FEWEST_NUMBERS: Final = 2


def render(report: Report, layout: Layout | str = Layout.MARKDOWN) -> str:
    """Write a report as a document whose tables are set in ``layout``; the inverse of :func:`parse`.

    Numbers are written plainly, with their unit where the label of their column does not state it; blank
    cells are empty; cells marked as not applicable have their mark. Rows and tables that the source did not
    have are left out, and so are columns that it did not have in any row, in a layout with ``keeps_columns``.
    A text that could not be read stands in its cell, that of a whole row in the first. Sections two to four are
    written as heading and table; other text in them is not.

    Raises:
        ValueError: there is no such layout.
        RenderError: a row lacks cells that others below its head have; a table lacks columns that could not be
            told from others when it is read again; a row is there in two editions; or a number has a unit that
            no form uses.
    """
    require("report", report, Report)
    require("layout", layout, str)
    layout = Layout(layout)
    write = layout.kind.write
    assert write is not None
    return write(list(blocks_of(report, layout)))


def blocks_of(report: Report, layout: Layout) -> Iterator[Block]:
    """The parts of a report's document in order, its tables as the layout can set them."""
    if report.title:
        yield Text("title", report.title)
    if report.preamble:
        yield Text("prose", report.preamble)
    sections = {section.number: section for section in report.sections}
    for number in _SECTIONS:
        section = sections.get(number)
        if section:
            yield Text("heading", section.heading)
        if number in _TABLES:
            if grid := grid_of(_TABLES[number], report, keeps_columns=layout.keeps_columns):
                yield _as_set(grid, layout)
        elif section and section.text:
            yield Text("prose", section.text)


def _as_set(grid: Grid, layout: Layout) -> Grid:
    """The table with its values as the layout can set them: words of one may be taken for several."""
    if layout.parts_by_spaces:
        return without_spaces(grid)
    # Where no cell has a mark of its own, the text of a whole row that could not be read would be one again.
    return grid if layout.keeps_blanks else without_spaces(grid, _FEWEST_NUMBERS)
