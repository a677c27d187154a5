"""Word documents (.docx, .docm): what a person reads in them, all changes accepted, and where it stands."""

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.word.document import document_of_parts
from gov_disclosure.sources.word.package import Package


def read_word(data: bytes, name: str) -> Document:
    """The document of a Word file.

    Raises:
        FileFormatError: it is locked or broken, or made to cost more than any report does.
    """
    return document_of_parts(Package.of(data, name))
