"""Lines by their offsets, for what is found in a text as a whole and not line by line."""

import sys
from collections.abc import Sequence

from gov_disclosure.model.grid import GridCell
from gov_disclosure.sources.grid import Line


class Places:
    """Lines by offset, for offsets that only grow."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._index = -1
        # Where the next line begins.
        self._behind = 0

    def line_of(self, offset: int) -> Line:
        """The line that an offset stands in."""
        while offset >= self._behind:
            self._index += 1
            following = self._index + 1
            self._behind = self._lines[following].start if following < len(self._lines) else sys.maxsize
        return self._lines[self._index]

    def cell(self, text: str, start: int, end: int, colspan: int = 1) -> GridCell:
        """A cell that says ``text``, and takes a stretch of the source."""
        _, number, begins, _ = self._lines[self._index] if start < self._behind else self.line_of(start)
        return _new(GridCell, (text, colspan, 1, False, start, end, number, start - begins + 1))


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__
