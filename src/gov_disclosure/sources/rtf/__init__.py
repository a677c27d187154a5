"""RTF documents: a text with marks, read into the elements of a Word document and from there as one."""

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.rtf.reader import Reader, UnevenGroupsError
from gov_disclosure.sources.rtf.tokens import Tokens
from gov_disclosure.sources.word.document import document_of_body
from gov_disclosure.sources.word.marked import TooMuchError
from gov_disclosure.sources.word.numbering import Numbering
from gov_disclosure.sources.word.styles import Styles
from gov_disclosure.sources.word.trees import broken


def read_rtf(data: bytes, name: str) -> Document:
    """The document of an RTF file.

    Raises:
        FileFormatError: it is cut, or nested deeper than any report.
    """
    try:
        body = Reader(Tokens(data)).body()
    except (UnevenGroupsError, TooMuchError) as error:
        raise broken(name, error) from error
    return document_of_body(body, Styles(), Numbering(), name)
