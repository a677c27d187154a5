"""Reading a file's bytes as text."""

from pathlib import Path

from gov_disclosure.errors import FileFormatError
from gov_disclosure.messages import error_text

SUFFIXES = (".txt", ".text", ".md")
"""The kinds of file that hold the text of a report."""


def read_text(path: Path) -> str:
    """The text of a file, line ends as they are."""
    if path.suffix.lower() not in SUFFIXES:
        raise FileFormatError(error_text("file_kind", path=path))
    return decode(path.read_bytes(), str(path))


def decode(data: bytes, name: str) -> str:
    """UTF-8, with or without byte order mark; nothing is guessed."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileFormatError(error_text("encoding", name=name, byte=error.start)) from error
