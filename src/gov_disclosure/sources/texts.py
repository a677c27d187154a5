"""Texts and web pages as documents: their tables are found by the signs that stand in the text."""

from gov_disclosure.model.issue_kinds.document import BY_GUESS, BY_MARK
from gov_disclosure.model.issues import issue
from gov_disclosure.sources.document import Document, Notice
from gov_disclosure.sources.encodings import UTF_8, Decoded, decode


def read_text(data: bytes, name: str) -> Document:
    """The document of a text file.

    Raises:
        FileFormatError: it is in an encoding that is not known.
    """
    return _of(decode(data, name))


def read_page(data: bytes, name: str) -> Document:
    """The document of a web page, or of an archive of one.

    Raises:
        FileFormatError: it is in an encoding that is not known, or holds no page.
    """
    # What it needs for archives takes its time to import.
    from gov_disclosure.sources.pages import files

    return _of(files.read_page(data, name))


def _of(decoded: Decoded) -> Document:
    """The document of a text, with a notice of an encoding that is not UTF-8."""
    text, encoding, guessed = decoded
    if encoding == UTF_8:
        return Document(text=text)
    found = issue("D107", encoding=encoding, how=BY_GUESS if guessed else BY_MARK)
    return Document(text=text, notices=(Notice(issue=found),))
