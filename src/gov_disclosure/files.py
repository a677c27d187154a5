"""Reading a file's bytes as text."""

from pathlib import Path

from gov_disclosure.errors import FileFormatError

SUFFIXES = (".txt", ".text", ".md")
"""The kinds of file that hold the text of a report."""


def read_text(path: Path) -> str:
    """The text of a file, line ends as they are."""
    if path.suffix.lower() not in SUFFIXES:
        raise FileFormatError(
            f"{path}: 不支持的文件类型 / not a kind of file that is read: {path.suffix or 'none'}"
        )
    return decode(path.read_bytes(), str(path))


def decode(data: bytes, name: str) -> str:
    """UTF-8, with or without byte order mark; nothing is guessed."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{name}: 不是UTF-8编码的文本 / not UTF-8 text (byte {error.start})"
        raise FileFormatError(message) from error
