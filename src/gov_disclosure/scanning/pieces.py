"""Pieces: the cells and lines that the layout of a text sets apart."""

from collections.abc import Iterable, Sequence
from enum import IntEnum, auto
from typing import NamedTuple

from gov_disclosure.form.values import BLANK, CellText, read_value
from gov_disclosure.model.issues import Location


class Separator(IntEnum):
    """What stands between a piece and the one before it. A number, because its hash is the fastest.

    A module that asks for a member in a loop has a name for it: the class takes twenty times as long.
    """

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
    COUNTED = auto()
    """Line ends of a row whose lines have been counted, blank ones too: each has its place in it."""


JOINING = (Separator.LINE, Separator.GAP)
"""Before a piece that may continue the one above."""


class Piece(NamedTuple):
    """A cell or a line: its text as found, its place, and its row and column where the layout marks them.

    A named tuple: a report has some four hundred of them, and a frozen class takes four times as long to make.
    """

    text: str
    start: int
    """Offset in the source."""
    line: int
    column: int
    """Of its first visible character, 1-based."""
    separator: Separator
    """What stands before it."""
    reading: CellText
    """What it says as a cell: its text, read; or its digits, put together."""
    row: int = 0
    """Pieces of one marked row share a number; 0 where the layout marks no rows."""
    cell: int = 0
    """Its number in the row, from 0."""
    last: int = 0
    """Offset behind its last character, if it stands on several lines of the source; else 0."""
    colspan: int = 1
    """How many columns of a grid it spans; 0 if it is but the place of what another covers."""
    spans_rows: bool = False
    """Whether it reaches over several rows of a grid."""
    row_length: int = 0
    """How many cells its row of a grid has."""

    @property
    def end(self) -> int:
        """Offset behind its last character in the source."""
        return self.last or self.start + len(self.text)

    @property
    def location(self) -> Location:
        """Line and column."""
        return Location(self.line, self.column)

    def saying(self, text: str) -> "Piece":
        """A piece in the same place with another text."""
        return self._replace(text=text, reading=read_value(text))

    def cut(self, text: str, start: int, column: int) -> "Piece":
        """A part of it, by its text and where that begins."""
        return self._replace(text=text, reading=read_value(text), start=start, column=column)

    def in_row(self, row: int, cell: int) -> "Piece":
        """The piece as a cell of a row that only spaces part."""
        text, start, line, column, _, reading, _, _, last, colspan, spans, length = self
        return _new(
            Piece, (text, start, line, column, _SPACE, reading, row, cell, last, colspan, spans, length)
        )


# A piece in full: ``_replace`` takes three times as long.
_new = tuple.__new__
_SPACE = Separator.SPACE


def are_blank(pieces: Iterable[Piece]) -> bool:
    """Whether all of the cells are empty, or none is there."""
    blank = True
    for piece in pieces:
        if piece.reading is not BLANK:
            blank = False
            break
    return blank


class Pieces(NamedTuple):
    """The pieces of a text, and those that show whether there is anything in it to put right.

    Most texts have nothing that a pass puts right: with these lists each tells so at little cost.
    """

    all: Sequence[Piece]
    words: Sequence[Piece]
    """Those that are no plain number."""
    lines: Sequence[Piece]
    """Of these, those that stand in no marked row."""

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "Pieces":
        """The pieces of a text with the lists of them."""
        words = [piece for piece in pieces if not ((text := piece.text).isdigit() and text.isascii())]
        return cls(pieces, words, [piece for piece in words if not piece.row])
