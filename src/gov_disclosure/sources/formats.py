"""The formats of files that are read: how each is told, what it needs, and what reads it. One door for all."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import BinaryIO, Final

from attrs import frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.model.messages import Message
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.file_kinds import LARGEST, FileKind, kind_of, read_bytes, within_limit

Source = str | PathLike[str] | bytes | BinaryIO
"""A path, the bytes of a file, or a file that is open for reading bytes."""

Reader = Callable[[bytes, str], Document]
"""What makes a document of a file's bytes; the name is for what it says."""

_STREAM: Final = "<bytes>"


@frozen(kw_only=True, repr=False)
class Format(Brief):
    """A format of files that is read."""

    kind: FileKind
    suffixes: tuple[str, ...]
    """How names of such files end; a file is told by its content."""
    reader: str
    """Module and function."""
    extra: str | None = None
    """The extra of this package that it needs."""
    packages: tuple[str, ...] = ()
    """The packages that come with it."""

    @property
    def name(self) -> Message:
        """In words."""
        return self.kind.value

    @property
    def is_available(self) -> bool:
        """Whether what it needs is installed."""
        return all(find_spec(package) is not None for package in self.packages)

    def read(self, data: bytes, name: str) -> Document:
        """The document of a file's bytes.

        Raises:
            FileFormatError: its extra is not installed, or the file can't be read.
        """
        if not self.is_available:
            package = ", ".join(self.packages)
            raise FileFormatError(
                error_text("missing_extra", kind=self.name, package=package, extra=self.extra)
            )
        module, _, function = self.reader.partition(":")
        read: Reader = getattr(import_module(f"{__package__}.{module}"), function)
        return read(data, name)


_FORMATS: Final = (
    Format(kind=FileKind.TEXT, suffixes=(".txt", ".text", ".md", ".csv", ".tsv"), reader="texts:read_text"),
    Format(
        kind=FileKind.WEB_PAGE,
        suffixes=(".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"),
        reader="texts:read_page",
    ),
    Format(kind=FileKind.WORD, suffixes=(".docx", ".docm", ".dotx", ".dotm"), reader="word:read_word"),
    Format(kind=FileKind.WORD_XML, suffixes=(".xml",), reader="word.one_file:read_word_xml"),
    Format(kind=FileKind.RTF, suffixes=(".rtf",), reader="rtf:read_rtf"),
    Format(
        kind=FileKind.OPEN_DOCUMENT,
        suffixes=(".odt", ".ott", ".fodt"),
        reader="open_document:read_open_document",
    ),
    Format(
        kind=FileKind.OLD_WORD,
        suffixes=(".doc", ".dot", ".wps", ".wpt"),
        reader="old_word:read_old_word",
        extra="doc",
        packages=("olefile",),
    ),
    Format(kind=FileKind.SPREADSHEET, suffixes=(".xlsx", ".xlsm"), reader="workbook:read_workbook"),
    Format(kind=FileKind.PDF, suffixes=(".pdf",), reader="pdf:read_pdf", extra="pdf", packages=("pypdfium2",)),
)


def formats() -> tuple[Format, ...]:
    """The formats of files that are read, each with the extra that it needs."""
    return _FORMATS


def format_of(kind: FileKind) -> Format | None:
    """The format that a kind of file is read in."""
    return next((one for one in _FORMATS if one.kind is kind), None)


def opened(source: Source, name: str | None = None) -> tuple[Document, str]:
    """The document of a source, and the name by which it is told of.

    Raises:
        TypeError: it is no path, no bytes, and no file that gives bytes.
        OSError: it can't be opened.
        FileFormatError: it is of a kind that is not read, or can't be read.
    """
    data, found = _data(source)
    name = name or found
    return document_of(data, name), name


def _data(source: Source) -> tuple[bytes, str]:
    if isinstance(source, (str, PathLike)):
        if isinstance(source, str) and source.partition("://")[0].lower() in ("http", "https", "ftp"):
            raise FileFormatError(error_text("url", name=source))
        return read_bytes(Path(source)), str(source)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return within_limit(bytes(source), _STREAM), _STREAM
    if not hasattr(source, "read"):
        raise TypeError(f"source must be a path, bytes or a binary file, not {type(source).__name__}")
    data = source.read(LARGEST + 1)
    if not isinstance(data, bytes):
        raise TypeError(f"source must be open for bytes; it gives {type(data).__name__}")
    return within_limit(data, _STREAM), str(getattr(source, "name", _STREAM))


def document_of(data: bytes, name: str) -> Document:
    """The document of a file's bytes, whose kind they tell.

    Raises:
        FileFormatError: it is of a kind that is not read, or can't be read.
    """
    kind = kind_of(data)
    # What has no word of the form may be a text all the same: that it is no report is said later.
    if kind is FileKind.LOCKED:
        raise FileFormatError(error_text("locked", name=name))
    found = format_of(FileKind.TEXT if kind is FileKind.OTHER else kind)
    if found is None:
        raise FileFormatError(error_text("file_kind", path=name, kind=kind.value))
    return found.read(data, name)
