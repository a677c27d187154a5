"""The streams of an older Word file, and where in them its tables of properties stand."""

import io
import struct
from typing import Final

from attrs import frozen

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.word.trees import broken

_WORD_97: Final = 0xA5EC
_FIRST_OF_97: Final = 0xC1
_ENCRYPTED: Final = 0x0100
_OTHER_TABLE: Final = 0x0200
_LENGTHS: Final = 0x4C
_PAIRS: Final = 0x9A
# Which of the pairs says where a table stands.
STYLES: Final = 1
CHARACTERS: Final = 12
PARAGRAPHS: Final = 13
FONTS: Final = 15
PIECES: Final = 33
LISTS: Final = 73
LISTS_IN_USE: Final = 74
_FAULTS: Final = (
    OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, MemoryError,
    RecursionError, struct.error,
)  # fmt: skip


@frozen(eq=False)
class Streams:
    """The streams of a file."""

    main: bytes
    table: bytes
    data: bytes
    """Pictures, and properties that are too long to stand elsewhere."""
    length: int
    """How many characters the body has."""

    @classmethod
    def of(cls, data: bytes, name: str) -> "Streams":
        """The streams of a file's bytes.

        Raises:
            FileFormatError: it is locked or broken, or of a Word of before 1997.
        """
        import olefile

        try:
            with olefile.OleFileIO(io.BytesIO(data)) as file:
                found = {
                    stream: file.openstream(stream).read() if file.exists(stream) else b""
                    for stream in ("WordDocument", "0Table", "1Table", "Data")
                }
        except _FAULTS as error:
            raise broken(name, error) from error
        main = found["WordDocument"]
        if len(main) < _PAIRS:
            raise broken(name, "WordDocument")
        sign, version = struct.unpack_from("<HH", main)
        if sign != _WORD_97 or version < _FIRST_OF_97:
            raise FileFormatError(error_text("word_95", name=name))
        (flags,) = struct.unpack_from("<H", main, 0x0A)
        if flags & _ENCRYPTED:
            raise FileFormatError(error_text("locked", name=name))
        table = found["1Table" if flags & _OTHER_TABLE else "0Table"]
        (length,) = struct.unpack_from("<i", main, _LENGTHS)
        return cls(main, table, found["Data"], max(length, 0))

    def part(self, pair: int) -> bytes:
        """A table; nothing if the file has none."""
        start, length = self._place(pair)
        return self.table[start : start + length]

    def from_part(self, pair: int) -> bytes:
        """A table with all that stands behind it: not everything is counted in its length."""
        start, length = self._place(pair)
        return self.table[start:] if length else b""

    def _place(self, pair: int) -> tuple[int, int]:
        at = _PAIRS + 8 * pair
        if at + 8 > len(self.main):
            return 0, 0
        start, length = struct.unpack_from("<II", self.main, at)
        return start, length

    def long_properties(self, at: int) -> bytes:
        """Properties that stand in the stream of data."""
        if at < 0 or at + 2 > len(self.data):
            return b""
        (length,) = struct.unpack_from("<H", self.data, at)
        return self.data[at + 2 : at + 2 + length]
