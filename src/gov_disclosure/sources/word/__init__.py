"""Word documents (.docx, .docm): what a person reads in them, all changes accepted, and where it stands."""

from collections.abc import Iterable

from attrs import define, field

from gov_disclosure.model.issues import issue
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.word.blocks import Block, Chunk, Paragraph
from gov_disclosure.sources.word.chunks import write_chunk
from gov_disclosure.sources.word.inline import Inline
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.numbering import Numbering
from gov_disclosure.sources.word.package import Package
from gov_disclosure.sources.word.pieces import text_of
from gov_disclosure.sources.word.story import Story
from gov_disclosure.sources.word.styles import Context, Styles
from gov_disclosure.sources.word.stylesheet import StyleSheet
from gov_disclosure.sources.word.trees import broken
from gov_disclosure.sources.writer import DocumentWriter


def read_word(data: bytes, name: str) -> Document:
    """The document of a Word file.

    Raises:
        FileFormatError: it is locked or broken, or made to cost more than any report does.
    """
    package = Package.of(data, name)
    main = package.main()
    body = child(package.tree(main), "w:body")
    if body is None:
        raise broken(name, f"{main}: w:body")
    named = _part(package, main, "styles")
    styles = Styles.of(StyleSheet.of(package.data(named), name, named) if named else StyleSheet())
    story = Story(styles, _numbering(package, main, styles), Inline(styles))
    try:
        blocks = list(story.blocks(body, Context()))
        return _Writing(package, main).document(blocks, story.inline)
    except RecursionError:
        raise broken(name, f"{main}: nested too deeply") from None


def _part(package: Package, main: str, kind: str) -> str | None:
    """The name of a part that the document names, if there is such a one."""
    named = [one.part for one in package.relations(main).values() if one.kind == kind]
    return next((part for part in named if package.has(part)), None)


def _numbering(package: Package, main: str, styles: Styles) -> Numbering:
    named = _part(package, main, "numbering")
    return Numbering.of(package.tree(named), styles.lists()) if named else Numbering()


def _stripped(text: str) -> list[str]:
    """The lines of a paragraph that are not blank, without the blanks around them."""
    return [line for part in text.split("\n") if (line := part.strip())]


@define(eq=False)
class _Writing:
    """The document in the making."""

    package: Package
    main: str
    writer: DocumentWriter = field(factory=DocumentWriter)

    def document(self, blocks: Iterable[Block], found: Inline) -> Document:
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
                self._chunk(block)
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

    def _chunk(self, chunk: Chunk) -> None:
        part = self.package.relations(self.main).get(chunk.id)
        if part is None or not write_chunk(self.package, part.part, self.writer):
            self.writer.notice(issue("D111", count=1), here=True)
