"""The blocks of a document of a word processor, written down as its text and its grids."""

from collections.abc import Callable, Iterable

from attrs import define, field

from gov_disclosure.model.issues import issue
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.word.blocks import Block, Chunk, Paragraph
from gov_disclosure.sources.word.inline import Inline
from gov_disclosure.sources.word.pieces import text_of
from gov_disclosure.sources.writer import DocumentWriter

WriteChunk = Callable[[Chunk, DocumentWriter], bool]
"""Writes what stands whole in a document; ``False`` where it can't be read."""


def no_chunk(chunk: Chunk, writer: DocumentWriter) -> bool:
    """Read nothing that stands whole in a document."""
    return False


@define(eq=False)
class Writing:
    """A document in the making."""

    write_chunk: WriteChunk = no_chunk
    writer: DocumentWriter = field(factory=DocumentWriter)

    def document(self, blocks: Iterable[Block], found: Inline) -> Document:
        """The document of some blocks, and of what has been met in their lines."""
        blocks = list(blocks)
        if found.changes:
            self.writer.notice(issue("D110", count=found.changes))
        if found.notes:
            self.writer.notice(issue("D112", count=found.notes))
        self._blocks(blocks)
        return self.writer.document()

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            elif isinstance(block, Chunk):
                if not self.write_chunk(block, self.writer):
                    self.writer.notice(issue("D111", count=1), here=True)
            elif block.is_layout:
                for cell in block.cells:
                    self._blocks(cell.blocks)
            elif block.cells:
                self.writer.table(block.written())

    def _paragraph(self, block: Paragraph) -> None:
        if block.pictures:
            self.writer.notice(issue("D111", count=block.pictures), here=True)
        text = text_of(block.pieces, in_cell=False)
        # A tab before a line is its indentation, one alone the gap behind a numeral; several make columns.
        lines = [line if line.count("\t") > 1 else line.replace("\t", " ") for line in _stripped(text)]
        if lines:
            self.writer.paragraph("\n".join(lines), block.place)
        self._blocks(block.boxes)


def _stripped(text: str) -> list[str]:
    """The lines of a paragraph that are not blank, without the blanks around them."""
    return [line for part in text.split("\n") if (line := part.strip())]
