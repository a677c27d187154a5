"""PDF: the pages as they are seen, tables by the lines that rule them or by columns that hold over all rows."""

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.pdf.laid_out import laid_out
from gov_disclosure.sources.pdf.pages import pages_of
from gov_disclosure.sources.pdf.states import refuse_unreadable, state_of


def read_pdf(data: bytes, name: str) -> Document:
    """The document of a PDF.

    Raises:
        FileFormatError: it is locked, broken or a scan, or its fonts do not say what their characters mean.
    """
    pages = pages_of(data, name)
    states = [state_of(page) for page in pages]
    refuse_unreadable(pages, states, name)
    return laid_out(pages, states)
