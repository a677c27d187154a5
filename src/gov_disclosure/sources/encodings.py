"""Reading bytes as text: by their mark, as UTF-8, or in what gives the form's words; always strictly."""

import codecs
from collections.abc import Iterator
from typing import Final, NamedTuple

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.form_words import lines_with_form_words

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
# What a report without a mark may be in; GBK and GB2312 are parts of GB18030. Digits and line ends of UTF-16
# have a byte 0, those of the others never.
_WIDE = ("UTF-16LE", "UTF-16BE")
_NARROW = ("GB18030", "Big5")
_NAMES = {"gb2312": "GB18030", "gbk": "GB18030", "x-gbk": "GB18030", "gb18030": "GB18030", "big5": "Big5"}
"""What pages call these encodings; a browser takes one for the other too."""


class Decoded(NamedTuple):
    """A file's text and the encoding that gave it."""

    text: str
    encoding: str = UTF_8
    guessed: bool = False
    """Neither a mark nor strict UTF-8 says so, but a detector, and the form's words in the text."""


def decode(data: bytes, name: str, said: str | None = None) -> Decoded:
    """The text of a file's bytes. A byte that its encoding doesn't know is an error, never replaced.

    ``said`` is the encoding that a page names; one that names a wrong one is read as what it is.

    Raises:
        FileFormatError: it is no text in the encoding of its mark, or no report in any that is known.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return Decoded(_marked(data, len(mark), encoding, name), encoding)
    try:
        return Decoded(data.decode(UTF_8))
    except UnicodeDecodeError as error:
        byte = error.start
    first = _NAMES.get((said or "").strip().lower())
    found = max(_readings(data, first), key=lambda reading: reading[0], default=(0, Decoded("")))
    if not found[0]:
        raise FileFormatError(error_text("no_encoding", name=name, byte=byte))
    return found[1]


def _marked(data: bytes, length: int, encoding: str, name: str) -> str:
    try:
        return data[length:].decode(encoding)
    except UnicodeDecodeError as error:
        byte = length + error.start
        raise FileFormatError(error_text("encoding", name=name, encoding=encoding, byte=byte)) from error


def _readings(data: bytes, first: str | None) -> Iterator[tuple[int, Decoded]]:
    """What the bytes are in each encoding that they may be in, with how many lines have words of the form then.

    Bytes read in a wrong encoding give other characters, and none of these words.
    """
    candidates = _WIDE if b"\0" in data else _NARROW
    for encoding in sorted(candidates, key=lambda name: name != first):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        yield lines_with_form_words(text), Decoded(text, encoding, guessed=encoding != first)
