"""The parts of a Word document as what the scanner reads."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.word.blocks import Chunk
from gov_disclosure.sources.word.chunks import write_chunk
from gov_disclosure.sources.word.inline import Inline
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.numbering import Numbering
from gov_disclosure.sources.word.package import Parts
from gov_disclosure.sources.word.story import Story
from gov_disclosure.sources.word.styles import Context, Styles
from gov_disclosure.sources.word.stylesheet import StyleSheet
from gov_disclosure.sources.word.trees import broken
from gov_disclosure.sources.word.writing import WriteChunk, Writing, no_chunk
from gov_disclosure.sources.writer import DocumentWriter


def document_of_parts(package: Parts) -> Document:
    """The document of a package.

    Raises:
        FileFormatError: it is locked or broken, or made to cost more than any report does.
    """
    main = package.main()
    body = child(package.tree(main), "w:body")
    if body is None:
        raise broken(package.name, f"{main}: w:body")
    named = _part(package, main, "styles")
    styles = Styles.of(package.sheet(named) if named else StyleSheet())
    listed = _part(package, main, "numbering")
    numbering = Numbering.of(package.tree(listed), styles.lists()) if listed else Numbering()

    def chunk(one: Chunk, writer: DocumentWriter) -> bool:
        part = package.relations(main).get(one.id)
        return part is not None and write_chunk(package, part.part, writer)

    return document_of_body(body, styles, numbering, package.name, chunk)


def document_of_body(
    body: Iterable[Element],
    styles: Styles,
    numbering: Numbering,
    name: str,
    chunk: WriteChunk = no_chunk,
) -> Document:
    """The document of paragraphs and tables.

    Raises:
        FileFormatError: they are nested too deeply.
    """
    story = Story(styles, numbering, Inline(styles))
    try:
        return Writing(chunk).document(story.blocks(body, Context()), story.inline)
    except RecursionError:
        raise broken(name, "nested too deeply") from None


def _part(package: Parts, main: str, kind: str) -> str | None:
    """The name of a part that the document names, if there is such a one."""
    named = [one.part for one in package.relations(main).values() if one.kind == kind]
    return next((part for part in named if package.has(part)), None)
