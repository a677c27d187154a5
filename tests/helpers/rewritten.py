"""A report of the project with its tables written as some tool writes them."""

from pathlib import Path

import gov_disclosure as gd
from gov_disclosure.layouts.documents import Block, Text, Write
from gov_disclosure.model.grid import Grid
from gov_disclosure.writing.rendering.grid import grid_of

_TABLES = {2: "proactive", 3: "requests", 4: "disputes"}


def rewritten(path: Path, write: Write) -> tuple[gd.Report, str]:
    """The report in a file, and a document of it that ``write`` writes."""
    report = gd.read(path)
    blocks: list[Block] = [Text("title", report.title or "")]
    for section in report.sections:
        blocks.append(Text("heading", section.heading))
        blocks.append(table_of(report, _TABLES[section.number]) if section.number in _TABLES
                      else Text("prose", section.text))  # fmt: skip
    return report, write(blocks)


def table_of(report: gd.Report, table: str) -> Grid:
    """A table of a report."""
    grid = grid_of(table, report)
    assert grid is not None
    return grid


def cells(report: gd.Report) -> dict[str, tuple[object, gd.State]]:
    """The value and state of each cell."""
    return {id: (cell.value, cell.state) for id, cell in report.cells.items()}


def numbers(report: gd.Report) -> dict[str, object]:
    """The cells that have a number."""
    return {id: cell.value for id, cell in report.cells.items() if cell.value is not None}
