"""Word documents (.docx, .docm): what a person reads in them, all changes accepted, and where it stands."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from attrs import define, evolve

from gov_disclosure.model.issues import issue
from gov_disclosure.model.places import Place
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.word.blocks import Block, Chunk, Paragraph, Table
from gov_disclosure.sources.word.chunks import write_chunk
from gov_disclosure.sources.word.inline import Inline
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.numbering import Numbering
from gov_disclosure.sources.word.package import Package, broken
from gov_disclosure.sources.word.pieces import text_of
from gov_disclosure.sources.word.story import Story
from gov_disclosure.sources.word.styles import Context, Styles
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
    styles = Styles.of(_part(package, main, "styles"))
    story = Story(styles, Numbering.of(_part(package, main, "numbering"), styles.lists()), Inline(styles))
    try:
        return _Writing(package, main, story, DocumentWriter()).document(body)
    except RecursionError:
        raise broken(name, f"{main}: nested too deeply") from None


def _part(package: Package, main: str, kind: str) -> Element | None:
    """A part that the document names, if there is such a one."""
    named = [one.part for one in package.relations(main).values() if one.kind == kind]
    found = next((part for part in named if package.has(part)), None)
    return None if found is None else package.tree(found)


@define(eq=False)
class _Writing:
    """The document in the making."""

    package: Package
    main: str
    story: Story
    writer: DocumentWriter
    paragraphs: int = 0
    tables: int = 0

    def document(self, body: Element) -> Document:
        blocks = list(self.story.blocks(body, Context()))
        changes, notes = self.story.inline.changes, self.story.inline.notes
        if changes:
            self.writer.notice(issue("D110", count=changes))
        if notes:
            self.writer.notice(issue("D112", count=notes))
        for block in blocks:
            self._top(block)
        return self.writer.document()

    def _top(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self.paragraphs += 1
            self._paragraph(block, Place(paragraph=self.paragraphs))
        elif isinstance(block, Table):
            self.tables += 1
            for cell in block.cells:
                cell.place = evolve(cell.place, table=self.tables)
            self._table(block)
        else:
            self._chunk(block)

    def _paragraph(self, block: Paragraph, place: Place) -> None:
        if block in self.story.pictures:
            self.writer.notice(issue("D111", count=self.story.pictures.count(block)), here=True)
        text = text_of(block.pieces, in_cell=False)
        # A tab before a line is its indentation.
        lines = [line for part in text.split("\n") if (line := part.strip())]
        if lines:
            self.writer.paragraph("\n".join(lines), place)
        self._inner(block.boxes, place)

    def _inner(self, blocks: Iterable[Block], place: Place) -> None:
        """Write what stands in a text box or in a cell that only sets it in its place."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block, place)
            elif isinstance(block, Table):
                for cell in block.cells:
                    cell.place = place
                self._table(block)
            else:
                self._chunk(block)

    def _table(self, table: Table) -> None:
        if table.is_layout:
            for cell in table.cells:
                self._inner(cell.blocks, cell.place)
        elif table.cells:
            self.writer.table(table.written())

    def _chunk(self, chunk: Chunk) -> None:
        part = self.package.relations(self.main).get(chunk.id)
        if part is None or not write_chunk(self.package, part.part, self.writer):
            self.writer.notice(issue("D111", count=1), here=True)
