"""XML texts as trees with short names; no document type is read, so no entity is ever declared."""

import re
from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.word.names import ADDRESSES, NAMES, SEPARATOR, SHORT

# A report's document has some ten thousand.
_MOST_ELEMENTS: Final = 1_000_000
_DECLARED: Final = re.compile(rb"""xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"<&]*)"|'([^'<&]*)')""")
# Empty elements of names that nothing here reads: half of what word processors write.
_IDLE: Final = re.compile(rb"<w:(?!(?:%s)[\s/>])[^<>]*/>" % "|".join(NAMES["w"].split()).encode())


def broken(name: str, problem: object) -> FileFormatError:
    """The error that a file can't be read for a reason."""
    return FileFormatError(error_text("broken_file", name=name, problem=problem))


def parsed(data: bytes, name: str, part: str) -> Element:
    """The tree of an XML text.

    Raises:
        FileFormatError: it is no such text, or has too many elements, or declares a document type.
    """
    if data.count(b"<") > _MOST_ELEMENTS:
        raise broken(name, f"{part} > {_MOST_ELEMENTS} <")
    if _has_usual_names(data):
        parser = expat.ParserCreate()
        data = _IDLE.sub(b"", data)
    else:
        # The parser looks up each name that it gives; here it finds the short one.
        parser = expat.ParserCreate(None, SEPARATOR, dict(SHORT))
    builder = TreeBuilder()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refused
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as error:
        raise broken(name, f"{part}: {error}") from error


def _has_usual_names(data: bytes) -> bool:
    """Whether every prefix means all through a text what it usually does: then its names are the short ones.

    Without comments and the like all that looks like a tag is one.
    """
    found = _DECLARED.findall(data)
    if b"<!" in data or len(found) != data.count(b"xmlns"):
        return False
    meant = {(prefix, one or other) for prefix, one, other in found}
    are_usual = all(ADDRESSES.get(address, prefix) == prefix for prefix, address in meant)
    others = {prefix for prefix, address in meant if address not in ADDRESSES}
    are_usual = are_usual and any(prefix == b"w" for prefix, _ in meant)
    return are_usual and not others & {b"", *ADDRESSES.values()}


def _refused(*_: object) -> None:
    raise ValueError("DOCTYPE")
