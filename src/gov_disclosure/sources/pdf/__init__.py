"""PDF: the pages as they are seen, tables by the lines that rule them or by columns that hold over all rows."""

from collections.abc import Sequence

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.model.issues import issue
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.pdf.blocks import blocks_of
from gov_disclosure.sources.pdf.furniture import without_furniture
from gov_disclosure.sources.pdf.joining import joined_tables
from gov_disclosure.sources.pdf.pages import pages_of
from gov_disclosure.sources.pdf.unruled import with_unruled
from gov_disclosure.sources.pdf.writing import written


def read_pdf(data: bytes, name: str) -> Document:
    """The document of a PDF.

    Raises:
        FileFormatError: it is locked, broken or a scan, or its fonts do not say what their characters mean.
    """
    pages = pages_of(data, name)
    parts = without_furniture([blocks_of(page) for page in pages])
    return written(pages, with_unruled(joined_tables([part for page in parts for part in page])))
