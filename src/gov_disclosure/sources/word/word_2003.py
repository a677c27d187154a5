"""The XML of Word 2003 in the names of today's documents, which say what is merged or removed otherwise."""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from gov_disclosure.sources.word.names import NAMES
from gov_disclosure.sources.word.numerals import form_of_code

_AROUND: Final = "w:smartTag"
"""What is shown as what stands in it."""
_NAMES: Final[Mapping[str, str]] = {
    "w:vmerge": "w:vMerge",
    "w:hmerge": "w:hMerge",
    "w:listPr": "w:numPr",
    "w:ilfo": "w:numId",
    "w:listDef": "w:abstractNum",
    "w:list": "w:num",
    "w:ilst": "w:abstractNumId",
    "w:nfc": "w:numFmt",
    "w:listStyleLink": "w:numStyleLink",
    "w:footnote": "w:footnoteReference",
    "w:endnote": "w:endnoteReference",
    "wx:sect": _AROUND,
    "wx:sub-section": _AROUND,
    "wx:pBdrGroup": _AROUND,
    "aml:content": _AROUND,
}
_ATTRIBUTES: Final[Mapping[str, str]] = {
    "w:h-rule": "w:hRule",
    "w:h-ansi": "w:hAnsi",
    "w:listDefId": "w:abstractNumId",
    "w:ilfo": "w:numId",
}
_CHANGES: Final[Mapping[str, str]] = {"Word.Deletion": "w:del", "Word.Insertion": "w:ins"}
_OF_CELLS: Final[Mapping[str, str]] = {"Word.Deletion": "w:cellDel", "Word.Insertion": "w:cellIns"}
# The vocabularies of Word itself.
_KNOWN: Final = (*NAMES, "o", "w10")


def in_todays_names(tree: Element) -> None:
    """Give the elements of a document their names of today."""
    todo = [tree]
    while todo:
        one = todo.pop()
        for inner in one:
            tag = inner.tag
            if tag == "aml:annotation":
                inner.tag = _annotation(inner, one.tag)
            elif tag in _NAMES:
                inner.tag = _NAMES[tag]
            elif tag.partition(":")[0] not in _KNOWN:
                # Smart tags and forms stand around text.
                inner.tag = _AROUND
            if tag == "w:nfc":
                inner.set("w:val", form_of_code(inner.get("w:val", "")))
            elif tag in ("w:footnote", "w:endnote"):
                del inner[:]
            for name, today in _ATTRIBUTES.items():
                if name in inner.keys():  # noqa: SIM118
                    inner.set(today, inner.get(name, ""))
            todo.append(inner)


def _annotation(one: Element, within: str) -> str:
    """What an annotation is: a change, the place of a bookmark, a comment that nobody reads there."""
    kind = one.get("w:type", "")
    if kind == "Word.Comment":
        return "w:comment"
    return (_OF_CELLS if within == "w:tcPr" else _CHANGES).get(kind, _AROUND)
