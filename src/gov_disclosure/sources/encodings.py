"""Reading a file's bytes as text: by its mark, as UTF-8, or as what a detector says; always strictly."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.file_kinds import read_bytes
from gov_disclosure.sources.form_words import holds_form_words

SUFFIXES = (".txt", ".text", ".md")
"""The kinds of file that hold the text of a report."""
UTF_8: Final = "UTF-8"

# UTF-32's little-endian mark begins with UTF-16's, so it comes first. The last is U+FEFF in GB18030.
_MARKS = {
    codecs.BOM_UTF8: UTF_8,
    codecs.BOM_UTF32_LE: "UTF-32LE",
    codecs.BOM_UTF32_BE: "UTF-32BE",
    codecs.BOM_UTF16_LE: "UTF-16LE",
    codecs.BOM_UTF16_BE: "UTF-16BE",
    b"\x84\x31\x95\x33": "GB18030",
}
# What a report without a mark may be in, by the names of the detector. GBK and GB2312 are parts of GB18030.
# Digits and line ends of UTF-16 have a byte 0, those of the others never.
_WIDE = {"utf_16_le": "UTF-16LE", "utf_16_be": "UTF-16BE"}
_NARROW = {"gb18030": "GB18030", "big5": "Big5"}

# What the detector sees: enough to be sure, little enough to be quick.
_SAMPLE = 1 << 16
# Bytes that stand inside a character in GB18030 or Big5; any other is a character of its own.
_INSIDE = bytes(range(0x30, 0x100))


class Decoded(NamedTuple):
    """A file's text and the encoding that gave it."""

    text: str
    encoding: str = UTF_8
    guessed: bool = False
    """Neither a mark nor strict UTF-8 says so, but a detector, and the form's words in the text."""


def read_text(path: Path) -> Decoded:
    """The text of a file, line ends as they are."""
    if path.suffix.lower() not in SUFFIXES:
        raise FileFormatError(error_text("file_kind", path=path))
    return decode(read_bytes(path), str(path))


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file's bytes. A byte that its encoding doesn't know is an error, never replaced."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return Decoded(_marked(data, len(mark), encoding, name), encoding)
    try:
        return Decoded(data.decode(UTF_8))
    except UnicodeDecodeError as error:
        byte = error.start
    for encoding in _guesses(data, name, byte):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if holds_form_words(text):
            return Decoded(text, encoding, guessed=True)
    raise FileFormatError(error_text("no_encoding", name=name, byte=byte))


def _marked(data: bytes, length: int, encoding: str, name: str) -> str:
    try:
        return data[length:].decode(encoding)
    except UnicodeDecodeError as error:
        byte = length + error.start
        raise FileFormatError(error_text("encoding", name=name, encoding=encoding, byte=byte)) from error


def _guesses(data: bytes, name: str, byte: int) -> Iterator[str]:
    """The encodings that the detector holds for possible, the likeliest first."""
    try:
        from charset_normalizer import from_bytes
    except ImportError as error:
        package = "charset-normalizer"
        raise FileFormatError(error_text("detector", name=name, byte=byte, package=package)) from error
    candidates = _WIDE if b"\0" in data else _NARROW
    # Tables, with few words and many signs, look like noise to it: it shall rank, and refuse nothing as noisy.
    found = from_bytes(
        _sample(data, candidates), cp_isolation=list(candidates), threshold=1.0, enable_fallback=False
    )
    return (candidates[match.encoding] for match in found if match.encoding in candidates)


def _sample(data: bytes, candidates: dict[str, str]) -> bytes:
    """The beginning of the data, cut where no character is."""
    part = data[:_SAMPLE]
    if len(part) == len(data):
        return part
    if candidates is _NARROW:
        return part.rstrip(_INSIDE) or part
    end = part.rfind(b"\n")
    return part[: end - end % 2]
