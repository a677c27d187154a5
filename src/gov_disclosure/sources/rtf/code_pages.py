"""The code pages of RTF: in which encoding the bytes of a text are, by its font or for the whole file."""

import codecs
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from gov_disclosure.form.folding import UNCLEAR

LATIN: Final = "cp1252"
SYMBOLS: Final = "symbols"
"""The bytes of fonts whose digits look like something else."""
# What Windows calls 936 knows the characters of GBK; GB18030 knows all of these and more.
_PAGES: Final[Mapping[int, str]] = {
    936: "gb18030",
    54936: "gb18030",
    10008: "gb18030",
    10002: "cp950",
    10001: "cp932",
    10003: "cp949",
    10000: "mac_roman",
    65001: "utf-8",
    42: SYMBOLS,
}
_CHARSETS: Final[Mapping[int, int]] = {
    0: 1252, 2: 42, 77: 10000, 78: 932, 79: 949, 80: 936, 81: 950, 128: 932, 129: 949, 130: 1361, 134: 936,
    136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
    254: 437, 255: 850,
}  # fmt: skip
_BYTES: Final = re.compile(rb"[\x80-\xff]")
# Encodings in which a byte of 129 and more may begin a character of two.
_DOUBLE: Final = ("gb18030", "cp950", "cp932", "cp949", "johab")


@cache
def encoding_of(page: int) -> str | None:
    """The encoding of a code page; ``None`` for one that is not known."""
    if page in _PAGES:
        return _PAGES[page]
    name = "johab" if page == 1361 else f"cp{page}"
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name


def page_of_charset(charset: int) -> int | None:
    """The code page of a font's character set; ``None`` where it is the file's own."""
    return _CHARSETS.get(charset)


def is_double(encoding: str | None) -> bool:
    """Whether characters of an encoding may have two bytes."""
    return encoding in _DOUBLE


def decoded(data: bytes, encoding: str | None, own: str | None) -> str:
    """The text of bytes in the encoding of their font, in a file whose own encoding is another one.

    What nobody can tell is a sign that is nothing else.
    """
    if data.isascii() and encoding != SYMBOLS:
        return data.decode("ascii")
    if encoding == LATIN and is_double(own):
        # Chinese word processors name a Latin font for Chinese text, too.
        encoding = own if _fits(data, own) else LATIN
    if encoding in (None, SYMBOLS):
        return "".join(_sign(byte) for byte in data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return "".join(_part(part, encoding) for part in re.split(rb"([\x80-\xff]+)", data))


def _fits(data: bytes, encoding: str | None) -> bool:
    try:
        data.decode(encoding or LATIN)
    except UnicodeDecodeError:
        return False
    return True


def _part(part: bytes, encoding: str) -> str:
    return part.decode(encoding) if _fits(part, encoding) else UNCLEAR * bool(part)


def _sign(byte: int) -> str:
    sign = chr(byte)
    return sign if sign.isascii() and not sign.isdigit() else UNCLEAR
