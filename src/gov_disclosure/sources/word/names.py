"""The names of documents and workbooks that are read, each with the prefix that it usually has.

A file names its vocabularies by addresses, and those of its strict form are others: both come out as one name.
"""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_STRICT: Final = "http://purl.oclc.org/ooxml"
_SPACES: Final[Mapping[str, tuple[str, ...]]] = {
    "w": (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        f"{_STRICT}/wordprocessingml/main",
        "http://schemas.microsoft.com/office/word/2003/wordml",
    ),
    "r": (f"{_OFFICE}/relationships", f"{_STRICT}/officeDocument/relationships"),
    "wp": (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        f"{_STRICT}/drawingml/wordprocessingDrawing",
    ),
    "a": ("http://schemas.openxmlformats.org/drawingml/2006/main", f"{_STRICT}/drawingml/main"),
    "m": (f"{_OFFICE}/math", f"{_STRICT}/officeDocument/math"),
    "mc": ("http://schemas.openxmlformats.org/markup-compatibility/2006",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "w14": ("http://schemas.microsoft.com/office/word/2010/wordml",),
    "rel": ("http://schemas.openxmlformats.org/package/2006/relationships",),
    "pkg": ("http://schemas.microsoft.com/office/2006/xmlPackage",),
    # Of workbooks.
    "s": (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        f"{_STRICT}/spreadsheetml/main",
    ),
    # Of Word 2003 alone.
    "wx": ("http://schemas.microsoft.com/office/word/2003/auxHint",),
    "aml": ("http://schemas.microsoft.com/aml/2001/core",),
    "xml": ("http://www.w3.org/XML/1998/namespace",),
}
NAMES: Final[Mapping[str, str]] = {
    # The body, and what stands around its parts.
    "w": "document body p r t tbl tr tc sdt sdtPr sdtContent showingPlcHdr dataBinding customXml smartTag"
    " hyperlink dir bdo altChunk ruby rubyBase rt txbxContent object pict drawing footnoteReference"
    " endnoteReference"
    # Tracked changes.
    " ins del moveFrom moveTo cellIns cellDel cellMerge"
    # What stands in a run.
    " tab ptab br cr noBreakHyphen sym fldChar fldSimple instrText fldCharType dirty char customMarkFollows"
    # How text looks.
    " pPr rPr rStyle pStyle vanish webHidden strike dstrike vertAlign position sz color themeColor shd fill"
    " highlight rFonts ascii hAnsi"
    # Tables.
    " tblPr tblStyle trPr trHeight hRule tcPr gridSpan vMerge hMerge gridBefore hidden"
    # Styles and numbering.
    " styles style styleId type basedOn default docDefaults rPrDefault tblStylePr numPr numId ilvl numbering"
    " abstractNum abstractNumId num lvl lvlOverride startOverride start numFmt lvlText lvlRestart isLgl"
    " numStyleLink val"
    # What Word 2003 calls otherwise.
    " wordDocument lists listDef listDefId list ilst ilfo listPr listStyleLink nfc vmerge hmerge"
    " footnote endnote h-rule h-ansi",
    "r": "id",
    "wp": "extent inline anchor",
    "a": "blip graphicData",
    "m": "oMath oMathPara t",
    "mc": "AlternateContent Choice Fallback",
    "v": "imagedata",
    "w14": "textFill noFill",
    "rel": "Relationship Relationships",
    "pkg": "package part name xmlData binaryData",
    "s": "workbook sheets sheet sst si t r rPr rFont worksheet sheetViews sheetView cols col sheetData row c v"
    " f is mergeCells mergeCell styleSheet numFmts numFmt fonts font fills fill patternFill fgColor cellXfs xf"
    " name strike vertAlign color sz",
    "wx": "sect sub-section pBdrGroup",
    "aml": "annotation content",
    "xml": "space",
}
"""By prefix."""

SEPARATOR: Final = "}"
SHORT: Final[Mapping[str, str]] = {
    f"{address}{SEPARATOR}{name}": f"{prefix}:{name}"
    for prefix, names in NAMES.items()
    for name in names.split()
    for address in _SPACES[prefix]
}
"""Address and name, as the parser gives them → prefix and name."""
ADDRESSES: Final[Mapping[bytes, bytes]] = {
    address.encode(): prefix.encode() for prefix, addresses in _SPACES.items() for address in addresses
}
"""Address → prefix."""


def child(within: Element | None, *path: str) -> Element | None:
    """The first element of a name in another, or of the last of several names that lead to it."""
    for name in path:
        if within is None:
            return None
        # ``find`` would take the prefix for one that it has to look up.
        for one in within:
            if one.tag == name:
                within = one
                break
        else:
            return None
    return within


def value(within: Element | None, *path: str) -> str:
    """What the property says that a path leads to; nothing if it is not there."""
    found = child(within, *path)
    return "" if found is None else found.get("w:val", "")
