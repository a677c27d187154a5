"""Word documents put together by hand, part by part, and of anything that a report's document is made of."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

import gov_disclosure as gd
from gov_disclosure.layouts.documents import Text
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.writing.rendering.document import blocks_of

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": f"{_OFFICE}/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def docx(body="", *, styles="", numbering="", parts=(), related=(), spaces=SPACES) -> bytes:
    """A document with a body, styles and lists; ``related`` has ids, kinds and targets of what it names."""
    names = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in spaces.items())
    found = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _rels([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document{names}><w:body>{body}</w:body></w:document>",
    }
    named = list(related)
    for kind, content in (("styles", styles), ("numbering", numbering)):
        if content:
            found[f"word/{kind}.xml"] = f"<w:{kind}{names}>{content}</w:{kind}>"
            named.append((f"own-{kind}", kind, f"{kind}.xml"))
    found["word/_rels/document.xml.rels"] = _rels(named)
    return packed({**found, **dict(parts)})


def packed(parts) -> bytes:
    """A zip file of parts by their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _rels(named: Iterable[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for id, kind, target in named
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def run(text: str, look: str = "") -> str:
    """A run; ``look`` is what stands in its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str = "", settings: str = "") -> str:
    """A paragraph of a text, or of runs."""
    properties = f"<w:pPr>{settings}</w:pPr>" if settings else ""
    return f"<w:p>{properties}{content if content.startswith('<') else run(content)}</w:p>"


def cell(content: str = "", settings: str = "") -> str:
    """A cell of a text, of runs, or of paragraphs and tables."""
    if not content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")):
        content = paragraph(content)
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{content}</w:tc>"


def row(*cells: str, settings: str = "") -> str:
    properties = f"<w:trPr>{settings}</w:trPr>" if settings else ""
    inner = "".join(one if one.startswith("<w:") else cell(one) for one in cells)
    return f"<w:tr>{properties}{inner}</w:tr>"


def table(*rows: str, settings: str = "") -> str:
    return f"<w:tbl><w:tblPr>{settings}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


# --- Whole reports ----------------------------------------------------------------------------------------


def body_of(report: gd.Report, write=None, *, each_row=None) -> str:
    """The body of a report's document; ``write`` makes the runs of a cell, ``each_row`` the settings of a row."""
    parts = []
    for block in blocks_of(report, gd.Layout.HTML):
        if isinstance(block, Text):
            parts += [paragraph(line) for line in block.text.splitlines() if line.strip()]
        else:
            parts.append(of_grid(block, write, each_row=each_row))
    return "".join(parts)


def of_grid(grid: Grid, write=None, *, each_row=None) -> str:
    """A table, with the merged cells that it has."""
    return table(*(row(*_cells(cells, grid.rows[:at], write), settings=each_row(at) if each_row else "")
                   for at, cells in enumerate(grid.rows)))  # fmt: skip


def _cells(cells: Sequence[GridCell], above, write) -> Iterable[str]:
    for one in cells:
        if not one.colspan:
            continue
        span = f'<w:gridSpan w:val="{one.colspan}"/>' if one.colspan > 1 else ""
        if not one.rowspan:
            yield cell(settings=f"{span}<w:vMerge/>")
        else:
            merge = '<w:vMerge w:val="restart"/>' if one.rowspan > 1 else ""
            yield cell(write(one) if write else one.text, span + merge)
