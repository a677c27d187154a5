"""Lines by their offsets, for what is found in a text as a whole and not line by line."""

from collections.abc import Sequence

from attrs import define

from gov_disclosure.model.grid import GridCell
from gov_disclosure.sources.grid import Line


@define(eq=False)
class Places:
    """Lines by offset, for offsets that only grow."""

    lines: Sequence[Line]
    index: int = 0

    def line_of(self, offset: int) -> Line:
        """The line that an offset stands in."""
        while self.index + 1 < len(self.lines) and self.lines[self.index + 1].start <= offset:
            self.index += 1
        return self.lines[self.index]

    def cell(self, text: str, start: int, end: int, colspan: int = 1) -> GridCell:
        """A cell that says ``text``, and takes a stretch of the source."""
        line = self.line_of(start)
        return _new(GridCell, (text, colspan, 1, False, start, end, line.number, start - line.start + 1))


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__
