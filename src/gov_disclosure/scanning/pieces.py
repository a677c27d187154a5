"""Pieces: the cells and lines that the layout of a text sets apart."""

from collections.abc import Iterable
from enum import Enum, auto

from attrs import define

from gov_disclosure.form.values import BLANK, Reading
from gov_disclosure.model.issues import Location


class Before(Enum):
    """What stands between a piece and the one before it."""

    LINE = auto()
    """Only line ends: the piece may continue the one before it."""
    GAP = auto()
    """Line ends with an empty line among them: the piece may continue a label, but no value."""
    CELL = auto()
    """A tab that begins a line: a cell of a table set one cell a line, with marked rows."""
    TAB = auto()
    """A tab, or the start of a line that has tabs."""
    BAR = auto()
    """A bar; the piece shares its line with one."""
    BAR_LINE = auto()
    """A bar, on a line above; the piece has its line to itself."""
    GRID = auto()
    """An edge of a table whose rows and columns are marked."""
    SPACE = auto()
    """Space between the words of a line."""


JOINING = (Before.LINE, Before.GAP)
"""Before a piece that may continue the one above."""


@define(eq=False)
class Piece:
    """A cell or a line: its text as found, its place, and its row and column where the layout marks them."""

    text: str
    start: int
    """Offset in the source."""
    line: int
    column: int
    """Of its first visible character, 1-based."""
    before: Before
    row: int = 0
    """Pieces of one marked row share a number; 0 where the layout marks no rows."""
    cell: int = 0
    """Its number in the row, from 0."""
    reading: Reading = BLANK
    """What it says as a cell; the lexer fills it in for those that are none of the form's words."""
    across: int = 1
    """How many columns of a grid it spans; 0 if it is but the place of what another covers."""
    down: bool = False
    """Whether it reaches over several rows."""
    of: int = 0
    """How many cells its row of a grid has."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)

    @property
    def location(self) -> Location:
        """Line and column."""
        return Location(self.line, self.column)


@define(eq=False)
class SpreadPiece(Piece):
    """A cell or a label that may stand on several lines of the source."""

    last: int = 0

    @property
    def end(self) -> int:
        """Offset behind its last character in the source."""
        return self.last


def are_blank(pieces: Iterable[Piece]) -> bool:
    """Whether all of the cells are empty, or none is there."""
    return all(piece.reading is BLANK for piece in pieces)
