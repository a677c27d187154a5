"""Documents of LibreOffice and OpenOffice (.odt, .fodt), read into the elements of a Word document."""

from xml.etree.ElementTree import Element

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.open_document.body import Body
from gov_disclosure.sources.open_document.looks import Looks
from gov_disclosure.sources.open_document.names import child, shortened
from gov_disclosure.sources.word.document import document_of_body
from gov_disclosure.sources.word.numbering import Numbering
from gov_disclosure.sources.word.package import Package
from gov_disclosure.sources.word.styles import Styles
from gov_disclosure.sources.word.trees import broken, parsed

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "meta-inf/manifest.xml"
_ZIP = b"PK"


def read_open_document(data: bytes, name: str) -> Document:
    """The document of an OpenDocument text, packed or in one file.

    Raises:
        FileFormatError: it is locked or broken, or made to cost more than any report does.
    """
    trees = _packed(data, name) if data.startswith(_ZIP) else [shortened(parsed(data, name, "XML"))]
    found = (child(tree, "office:body", "office:text") for tree in trees)
    text = next((one for one in found if one is not None), None)
    if text is None:
        raise broken(name, "office:text")
    try:
        blocks = list(Body(Looks.of(trees)).blocks(text))
    except RecursionError:
        raise broken(name, "nested too deeply") from None
    return document_of_body(blocks, Styles(), Numbering(), name)


def _packed(data: bytes, name: str) -> list[Element]:
    """The trees of a package that matter, that of the styles first."""
    package = Package.of(data, name)
    if package.has(_MANIFEST) and b"encryption-data" in package.data(_MANIFEST):
        raise FileFormatError(error_text("locked", name=name))
    if not package.has(_CONTENT):
        raise broken(name, _CONTENT)
    parts = [part for part in (_STYLES, _CONTENT) if package.has(part)]
    return [shortened(package.tree(part)) for part in parts]
