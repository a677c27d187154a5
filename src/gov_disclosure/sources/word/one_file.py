"""Word documents in one XML file: all parts of a package in one (flat OPC), and the documents of Word 2003."""

from base64 import b64decode
from binascii import Error
from xml.etree.ElementTree import Element

from attrs import define, field

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.word.document import document_of_body, document_of_parts
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.numbering import Numbering
from gov_disclosure.sources.word.package import Parts
from gov_disclosure.sources.word.styles import Styles
from gov_disclosure.sources.word.stylesheet import StyleSheet
from gov_disclosure.sources.word.trees import broken, parsed
from gov_disclosure.sources.word.word_2003 import in_todays_names


def read_word_xml(data: bytes, name: str) -> Document:
    """The document of a Word file in XML.

    Raises:
        FileFormatError: it is broken, or made to cost more than any report does.
    """
    tree = parsed(data, name, "XML")
    if tree.tag == "pkg:package":
        return document_of_parts(FlatParts.of(tree, name))
    in_todays_names(tree)
    body = child(tree, "w:body")
    if body is None:
        raise broken(name, "w:body")
    sheet = child(tree, "w:styles")
    styles = Styles.of(StyleSheet() if sheet is None else StyleSheet.of_tree(sheet, name, "w:styles"))
    lists = child(tree, "w:lists")
    numbering = Numbering() if lists is None else Numbering.of(lists, styles.lists())
    return document_of_body(body, styles, numbering, name)


@define(eq=False)
class FlatParts(Parts):
    """The parts of a package that stand in one file."""

    parts: dict[str, Element] = field(factory=dict)
    """By their names in small letters."""

    @classmethod
    def of(cls, tree: Element, name: str) -> "FlatParts":
        """The parts that a file has.

        Raises:
            FileFormatError: one is there twice.
        """
        parts: dict[str, Element] = {}
        for one in tree:
            part = one.get("pkg:name", "").lstrip("/").lower()
            if part in parts:
                # Programs would not agree which of them is shown.
                raise broken(name, f"{part} × 2")
            parts[part] = one
        return cls(name, parts)

    def has(self, part: str) -> bool:  # noqa: D102
        return part.lower() in self.parts

    def tree(self, part: str) -> Element:  # noqa: D102
        content = child(self.parts[part.lower()], "pkg:xmlData")
        found = None if content is None else next(iter(content), None)
        if found is None:
            raise broken(self.name, part)
        return found

    def sheet(self, part: str) -> StyleSheet:  # noqa: D102
        return StyleSheet.of_tree(self.tree(part), self.name, part)

    def data(self, part: str) -> bytes:  # noqa: D102
        content = child(self.parts[part.lower()], "pkg:binaryData")
        try:
            return b64decode((content.text if content is not None else None) or "")
        except (Error, ValueError) as error:
            raise broken(self.name, f"{part}: {error}") from error
