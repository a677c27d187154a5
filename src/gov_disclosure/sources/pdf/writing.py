"""The document of a PDF: its paragraphs and tables with their places on the pages."""

from collections.abc import Sequence

from gov_disclosure.model.places import Place
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.pdf.lines import Line
from gov_disclosure.sources.pdf.marks_on_page import Box, Page
from gov_disclosure.sources.pdf.spaced import measure_of, spaced_text
from gov_disclosure.sources.pdf.tables import Table
from gov_disclosure.sources.writer import DocumentWriter, TableCell


def written(pages: Sequence[Page], parts: Sequence[Line | Table]) -> Document:
    """The document that parts make."""
    writer = DocumentWriter()
    left, measure = measure_of([part for part in parts if isinstance(part, Line)])
    for part in parts:
        if isinstance(part, Table):
            writer.table(
                TableCell(cell.row, cell.column, cell.text, cell.colspan, cell.rowspan, _place(cell.page, cell.box))
                for cell in part.cells
            )
        else:
            writer.paragraph(spaced_text(part, left, measure), _place(part.page, part.box))
    return writer.document()


def _place(page: int, box: Box) -> Place:
    left, top, right, bottom = map(round, box)
    return Place(page=page, box=(left, top, right, bottom))
