"""A page that stands whole in a document (altChunk): its text and its tables, as a browser shows them."""

from collections.abc import Iterator
from html import unescape
from typing import Final

from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.grid import Line, lines_of
from gov_disclosure.sources.html_tables import between_tags, markup_tables
from gov_disclosure.sources.pages.files import read_page
from gov_disclosure.sources.pages.shown import shown_page
from gov_disclosure.sources.word.package import Parts
from gov_disclosure.sources.writer import DocumentWriter, TableCell

_PAGES: Final = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".txt")


def write_chunk(package: Parts, part: str, writer: DocumentWriter) -> bool:
    """Write a part that is a page or a text; ``False`` for one of another kind, or that can't be read."""
    if not package.has(part) or not part.lower().endswith(_PAGES):
        return False
    try:
        text = read_page(package.data(part), package.name).text
    except FileFormatError:
        return False
    shown = shown_page(text) if "<" in text else text
    lines = lines_of(shown)
    at = 0
    for grid in markup_tables(shown, lines):
        _write_text(shown[at : grid.start], writer)
        writer.table(_cells(grid), caption=grid.caption and grid.caption.text)
        at = max(at, grid.end)
    _write_text(shown[at:], writer)
    return True


def _write_text(shown: str, writer: DocumentWriter) -> None:
    for line in lines_of(shown):
        for stretch in _stretches(line):
            text = unescape(stretch.text).strip()
            if text:
                writer.paragraph(text)


def _stretches(line: Line) -> Iterator[Line]:
    return iter(between_tags(line)) if "<" in line.text else iter((line,))


def _cells(grid: Grid) -> Iterator[TableCell]:
    return (
        TableCell(row, column, cell.text, cell.colspan, cell.rowspan)
        for row, cells in enumerate(grid.rows)
        for column, cell in enumerate(cells)
        if cell.is_own
    )
