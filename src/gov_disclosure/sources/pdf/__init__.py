"""PDF: the pages as they are seen, tables by the lines that rule them or by columns that hold over all rows."""

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.pdf.blocks import blocks_of
from gov_disclosure.sources.pdf.furniture import without_furniture
from gov_disclosure.sources.pdf.joining import joined_tables
from gov_disclosure.sources.pdf.pages import pages_of
from gov_disclosure.sources.pdf.paragraphs import in_paragraphs
from gov_disclosure.sources.pdf.states import State, refuse_unreadable, state_of
from gov_disclosure.sources.pdf.unruled import with_unruled
from gov_disclosure.sources.pdf.writing import written


def read_pdf(data: bytes, name: str) -> Document:
    """The document of a PDF.

    Raises:
        FileFormatError: it is locked, broken or a scan, or its fonts do not say what their characters mean.
    """
    pages = pages_of(data, name)
    states = [state_of(page) for page in pages]
    refuse_unreadable(pages, states, name)
    readable = [page for page, state in zip(pages, states, strict=True) if state is not State.GARBLED]
    parts = without_furniture([blocks_of(page) for page in readable])
    joined = with_unruled(joined_tables([part for page in parts for part in page]))
    return written(pages, states, in_paragraphs(joined))
