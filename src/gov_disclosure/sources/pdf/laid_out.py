"""Pages as a document: their lines and tables in reading order, without what stands on each of them."""

from collections.abc import Sequence

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.pdf.blocks import blocks_of
from gov_disclosure.sources.pdf.furniture import without_furniture
from gov_disclosure.sources.pdf.joining import joined_tables
from gov_disclosure.sources.pdf.marks_on_page import Page
from gov_disclosure.sources.pdf.paragraphs import in_paragraphs
from gov_disclosure.sources.pdf.states import State
from gov_disclosure.sources.pdf.unruled import with_unruled
from gov_disclosure.sources.pdf.writing import written


def laid_out(pages: Sequence[Page], states: Sequence[State]) -> Document:
    """The document of pages, each in its state; those that nobody can read are noted."""
    garbled = {page.number for page, state in zip(pages, states, strict=False) if state is State.GARBLED}
    parts = without_furniture([blocks_of(page) for page in pages if page.number not in garbled])
    joined = with_unruled(joined_tables([part for page in parts for part in page]))
    return written(pages, states, in_paragraphs(joined))
