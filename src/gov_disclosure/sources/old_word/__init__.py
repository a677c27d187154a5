"""Documents of Word 97 to 2003, and of WPS (.doc, .wps), read into the elements of a Word document."""

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.old_word.lists import numbering
from gov_disclosure.sources.old_word.reader import Reader
from gov_disclosure.sources.old_word.streams import Streams
from gov_disclosure.sources.old_word.styles import font_names, stylesheet
from gov_disclosure.sources.word.document import document_of_body
from gov_disclosure.sources.word.marked import TooMuchError
from gov_disclosure.sources.word.numbering import Numbering
from gov_disclosure.sources.word.styles import Styles
from gov_disclosure.sources.word.trees import broken


def read_old_word(data: bytes, name: str) -> Document:
    """The document of an older Word file.

    Raises:
        FileFormatError: it is locked or broken, or of a Word of before 1997.
    """
    streams = Streams.of(data, name)
    fonts = font_names(streams)
    styles = Styles.of(stylesheet(streams, name, fonts))
    try:
        body = Reader.of(streams, fonts).body()
    except TooMuchError as error:
        raise broken(name, error) from error
    return document_of_body(body, styles, Numbering.of(numbering(streams), {}), name)
