"""Word documents (.docx, .docm): what a person reads in them, all changes accepted, and where it stands."""

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.word.blocks import Chunk
from gov_disclosure.sources.word.chunks import write_chunk
from gov_disclosure.sources.word.inline import Inline
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.numbering import Numbering
from gov_disclosure.sources.word.package import Package
from gov_disclosure.sources.word.story import Story
from gov_disclosure.sources.word.styles import Context, Styles
from gov_disclosure.sources.word.stylesheet import StyleSheet
from gov_disclosure.sources.word.trees import broken
from gov_disclosure.sources.word.writing import Writing
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

    def chunk(one: Chunk, writer: DocumentWriter) -> bool:
        part = package.relations(main).get(one.id)
        return part is not None and write_chunk(package, part.part, writer)

    try:
        return Writing(chunk).document(story.blocks(body, Context()), story.inline)
    except RecursionError:
        raise broken(name, f"{main}: nested too deeply") from None


def _part(package: Package, main: str, kind: str) -> str | None:
    """The name of a part that the document names, if there is such a one."""
    named = [one.part for one in package.relations(main).values() if one.kind == kind]
    return next((part for part in named if package.has(part)), None)


def _numbering(package: Package, main: str, styles: Styles) -> Numbering:
    named = _part(package, main, "numbering")
    return Numbering.of(package.tree(named), styles.lists()) if named else Numbering()
