"""The tokens of RTF: control words with their numbers, signs, groups, and the bytes of the text between."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    SIGN = auto()
    """A backslash and a character that is no letter."""
    OPEN = auto()
    CLOSE = auto()
    BYTES = auto()
    """Text that stands as it is."""
    HEX = auto()
    """One byte of text, by its digits."""


class Token(NamedTuple):
    """A token."""

    kind: TokenKind
    text: str = ""
    """The word or the sign."""
    number: int | None = None
    """What stands behind a word."""
    data: bytes = b""
    """Of text."""


_COMMON: Final = (
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?[0-9]{0,1000} ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<open>\{)|(?P<close>\})"
    rb"|[\r\n\0]+"
)
_SINGLE: Final = re.compile(_COMMON + rb"|(?P<bytes>[^\\{}\r\n\0]+)", re.DOTALL)
# The second byte of a character may be that of a backslash or a brace.
_DOUBLE: Final = re.compile(
    _COMMON + rb"|(?P<bytes>(?:[\x81-\xfe][\x40-\xfe]|[^\\{}\r\n\0\x81-\xfe])+|[\x81-\xfe])", re.DOTALL
)
_KINDS: Final = {
    "sign": TokenKind.SIGN,
    "open": TokenKind.OPEN,
    "close": TokenKind.CLOSE,
}
_BINARY: Final = "bin"


class Tokens:
    """The tokens of a file, one by one; how its bytes make characters may change between two."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self.is_double = False
        """Whether two bytes may make a character."""

    def __iter__(self) -> Iterator[Token]:
        while found := (_DOUBLE if self.is_double else _SINGLE).match(self._data, self._at):
            self._at = found.end()
            kind = found.lastgroup
            if kind == "bytes":
                yield Token(TokenKind.BYTES, data=found["bytes"])
            elif kind == "hex":
                yield Token(TokenKind.HEX, data=bytes.fromhex(found["hex"].decode("ascii")))
            elif kind in _KINDS:
                yield Token(_KINDS[kind], found[kind].decode("latin-1"))
            elif kind is not None:
                yield self._word(found)

    def _word(self, found: re.Match[bytes]) -> Token:
        word, digits = found["word"].decode("ascii"), found["number"]
        number = None if digits is None else int(digits)
        if word == _BINARY:
            # So many bytes are those of a picture.
            self._at += max(number or 0, 0)
        return Token(TokenKind.WORD, word, number)
