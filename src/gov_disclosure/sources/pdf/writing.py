"""The document of a PDF: its paragraphs and tables with their places on the pages."""

from collections.abc import Mapping, Sequence
from typing import Final

from gov_disclosure.model.issues import issue
from gov_disclosure.model.places import Place
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.pdf.marks_on_page import Box, Page
from gov_disclosure.sources.pdf.paragraphs import Paragraph
from gov_disclosure.sources.pdf.states import State
from gov_disclosure.sources.pdf.tables import Table
from gov_disclosure.sources.writer import DocumentWriter, TableCell

_NOTICES: Final = {State.PICTURE: "D113", State.WITH_PICTURE: "D113", State.GARBLED: "D114"}


def written(pages: Sequence[Page], states: Sequence[State], parts: Sequence[Paragraph | Table]) -> Document:
    """The document that parts make, with a notice where a page comes that is not read, or not all of it."""
    writer = DocumentWriter()
    places = _Places({page.number: page for page in pages})
    waiting = [
        (page.number, _NOTICES[state]) for page, state in zip(pages, states, strict=False) if state in _NOTICES
    ]
    for part in parts:
        while waiting and waiting[0][0] <= part.page:
            number, code = waiting.pop(0)
            writer.notice(issue(code, page=number), here=True)
        if isinstance(part, Table):
            writer.table(
                TableCell(
                    cell.row, cell.column, cell.text, cell.colspan, cell.rowspan, places.of(cell.page, cell.box)
                )
                for cell in part.cells
            )
        else:
            writer.paragraph(part.text, places.of(part.page, part.box))
    for number, code in waiting:
        writer.notice(issue(code, page=number))
    return writer.document()


class _Places:
    """Places on pages, as they are seen when nobody turns them."""

    def __init__(self, pages: Mapping[int, Page]) -> None:
        self.pages = pages

    def of(self, number: int, box: Box) -> Place:
        page = self.pages[number]
        left, top, right, bottom = box
        if page.turned == 1:
            left, top, right, bottom = page.height - bottom, left, page.height - top, right
        elif page.turned == 2:
            left, top, right, bottom = (
                page.width - right, page.height - bottom, page.width - left, page.height - top,
            )  # fmt: skip
        elif page.turned == 3:
            left, top, right, bottom = top, page.width - right, bottom, page.width - left
        return Place(page=number, box=(round(left), round(top), round(right), round(bottom)))
