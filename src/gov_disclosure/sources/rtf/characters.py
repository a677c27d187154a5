"""The characters of RTF: bytes of a code page, and numbers of Unicode with others that stand in for them."""

from collections.abc import Callable

from attrs import define, field

from gov_disclosure.form.folding import UNCLEAR

_UNIT = 0xFFFF
_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
# Bytes of fonts of signs stand above all letters.
_OF_SIGNS = range(0xF020, 0xF100)


@define(eq=False)
class Characters:
    """Those that have no run yet."""

    decode: Callable[[bytes], str]
    """The text of bytes that stand in the group."""
    parts: list[str] = field(factory=list)
    data: bytearray = field(factory=bytearray)
    """Bytes that are no characters yet."""
    to_skip: int = 0
    """How many stand in for one of Unicode that has been read."""
    half: int = 0
    """The first half of a character of two."""

    def __bool__(self) -> bool:
        return bool(self.parts or self.data)

    def take_bytes(self, data: bytes) -> None:
        """Add bytes that are text."""
        if self.to_skip:
            data, self.to_skip = data[self.to_skip :], max(self.to_skip - len(data), 0)
        self.data += data

    def skips(self) -> bool:
        """Whether a word or a sign only stands in for a character."""
        if not self.to_skip:
            return False
        self.to_skip -= 1
        return True

    def put(self, text: str) -> None:
        """Add characters."""
        self._decode()
        self.parts.append(text)

    def take_unicode(self, number: int, stand_in: int) -> None:
        """Add a character of Unicode, for which so many stand in."""
        code = number & _UNIT
        self.to_skip = stand_in
        if code in _HIGH:
            self.half = code
        elif code in _LOW:
            whole = 0x10000 + ((self.half - _HIGH.start) << 10) + code - _LOW.start
            self.put(chr(whole) if self.half else UNCLEAR)
            self.half = 0
        else:
            self.put(UNCLEAR if code in _OF_SIGNS else chr(code))

    def text(self) -> str:
        """All of them, which then have been read."""
        self._decode()
        text = "".join(self.parts)
        self.parts.clear()
        return text

    def _decode(self) -> None:
        if self.data:
            self.parts.append(self.decode(bytes(self.data)))
            self.data.clear()
