"""Paragraphs and tables as they stand one below the other, before they are written down."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field, frozen

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.model.places import Place
from gov_disclosure.sources.pages.notes import unclear
from gov_disclosure.sources.word.pieces import Piece, has_digits, text_of
from gov_disclosure.sources.writer import TableCell


@define(eq=False)
class Paragraph:
    """A paragraph, and the text boxes that hang in it."""

    pieces: list[Piece]
    place: Place
    boxes: "Sequence[Block]" = ()
    pictures: int = 0
    """How many pictures hang in it that may be tables."""
    drawings: int = 0
    """How many pictures, of any size."""


@frozen
class Chunk:
    """The id of a page or a document that stands here whole."""

    id: str


@define(eq=False)
class Cell:
    """A cell at the row and column of the grid where it begins."""

    row: int
    column: int
    place: Place
    blocks: "list[Block]"
    colspan: int = 1
    rowspan: int = 1
    is_covered: bool = False
    """Whether a number stands in a cell that this one covers, and may be meant."""

    def covers(self, blocks: "list[Block]") -> None:
        """Take the place of another cell, whose text is not shown."""
        text = text_in(blocks)
        self.is_covered = self.is_covered or (has_digits(text) and text != text_in(self.blocks))

    @property
    def text(self) -> str:
        """As a person reads it."""
        text = text_in(self.blocks)
        return unclear(text or "0") if self.is_covered else text


@define(eq=False)
class Table:
    """A table, its cells in order."""

    cells: list[Cell] = field(factory=list)

    @property
    def is_layout(self) -> bool:
        """Whether it only sets other tables in their place: they have more cells than it has itself."""
        if all(len(cell.blocks) < 2 for cell in self.cells):
            return False
        return sum(len(table.cells) for table in self.tables()) > len(self.cells)

    def tables(self) -> "Iterator[Table]":
        """Those that stand in its cells."""
        for cell in self.cells:
            for block in cell.blocks:
                if isinstance(block, Table):
                    yield block
                    yield from block.tables()

    def written(self) -> Iterator[TableCell]:
        """Its cells for a document."""
        return (
            TableCell(cell.row, cell.column, cell.text, cell.colspan, cell.rowspan, cell.place)
            for cell in self.cells
        )


Block = Paragraph | Table | Chunk

_TAB: Final = "\t"


def text_in(blocks: Sequence[Block]) -> str:
    """The text of a cell: its paragraphs, and tables and boxes in it as far as they can be read so."""
    if len(blocks) == 1 and type(only := blocks[0]) is Paragraph and not (only.boxes or only.drawings):
        return text_of(only.pieces, in_cell=True).replace(_TAB, " ")
    lines: list[Piece] = []
    beside: list[str] = []
    drawings = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            if lines and block.pieces:
                lines.append(Piece("\n", block.pieces[0].look))
            lines += block.pieces
            beside += [_doubtful(text_in(block.boxes))] if block.boxes else []
            drawings += block.drawings
        elif isinstance(block, Table):
            beside.append(_side_by_side(block))
        else:
            beside.append(unclear("0"))
    own = text_of(lines, in_cell=True).replace(_TAB, " ")
    # A picture beside words is a seal or a sign, and where a number is to stand it may be that.
    if drawings and not any(map(str.isalpha, own)):
        beside.append(UNCLEAR)
    return "\n".join(filter(None, (own, *beside)))


def _doubtful(text: str) -> str:
    # Where on the page it hangs is not known.
    return unclear(text) if has_digits(text) else text


def _side_by_side(table: Table) -> str:
    texts = [text for cell in table.cells if (text := cell.text)]
    text = "\n".join(texts)
    return text if len(texts) < 2 else _doubtful(text)
