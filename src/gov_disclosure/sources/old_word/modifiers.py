"""Modifiers (sprms): what older Word files say of characters, paragraphs and rows, one after the other."""

from collections.abc import Iterator
from typing import Final, NamedTuple

_FIXED: Final = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
# Their length has two bytes, and counts one of these.
_LONG: Final = (0xD608, 0xD606)
_TABS: Final = 0xC615
_COUNTED: Final = 255


class Modifier(NamedTuple):
    """One property."""

    code: int
    operand: bytes

    @property
    def number(self) -> int:
        """The operand as a number."""
        return int.from_bytes(self.operand, "little")

    @property
    def signed(self) -> int:
        """The operand as a number that may be less than nothing."""
        return int.from_bytes(self.operand, "little", signed=True)


def modifiers(data: bytes) -> Iterator[Modifier]:
    """All of a list; what is cut off ends it."""
    at = 0
    while at + 2 < len(data):
        code = int.from_bytes(data[at : at + 2], "little")
        at += 2
        length = _FIXED.get(code >> 13)
        if length is None:
            if code in _LONG:
                length = int.from_bytes(data[at : at + 2], "little") - 1
                at += 2
            else:
                length = _tabs(data, at + 1) if code == _TABS and data[at] == _COUNTED else data[at]
                at += 1
        if length < 0 or at + length > len(data):
            return
        yield Modifier(code, data[at : at + length])
        at += length


def _tabs(data: bytes, at: int) -> int:
    """How long a list of tabs is that does not fit into a byte."""
    removed = data[at] if at < len(data) else 0
    behind = at + 1 + 4 * removed
    added = data[behind] if behind < len(data) else 0
    return 2 + 4 * removed + 3 * added
