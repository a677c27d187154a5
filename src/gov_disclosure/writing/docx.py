"""A report as a Word document: title, sections, and the form's tables with their merged cells."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from os import PathLike
from typing import BinaryIO, Final
from xml.sax.saxutils import escape

from gov_disclosure.form.arguments import each
from gov_disclosure.layouts.documents import Block, Text
from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.model.report import Report
from gov_disclosure.writing.rendering.document import blocks_of
from gov_disclosure.writing.whole import bytes_written_whole

File = str | PathLike[str] | BinaryIO

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Twips: what is left of A4 between margins of 2.5 cm.
_WIDTH: Final = 9070
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" '
    'w:left="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
)
_NEW_PAGE: Final = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_EDGES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
# What XML can't hold.
_NO_CHARACTER: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS: Final = re.compile(r"([\n\t])")
_SIGNS: Final = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def _style(id: str, name: str, paragraph: str, text: str, *, default: bool = False) -> str:
    ordinary, base = (' w:default="1"', "") if default else ("", '<w:basedOn w:val="Normal"/>')
    return (
        f'<w:style w:type="paragraph"{ordinary} w:styleId="{id}"><w:name w:val="{name}"/>{base}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_SPACING: Final = '<w:spacing w:before="240" w:after="120"/>'
_FONTS: Final = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
_STYLES: Final = (
    f'{_HEAD}<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}{_size(24)}'
    '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("Normal", "Normal", "", "", default=True)
    + _style("Title", "Title", f'{_SPACING}<w:jc w:val="center"/>', f"<w:b/>{_size(36)}")
    + _style("Heading1", "heading 1", f'<w:keepNext/>{_SPACING}<w:outlineLvl w:val="0"/>', f"<w:b/>{_size(28)}")
    + _style("Prose", "Prose", '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200"/>', "")
    + _style("Cell", "Cell", '<w:jc w:val="center"/>', _size(18))
    + "</w:styles>"
)  # fmt: skip
_PARAGRAPH_STYLES: Final = {"title": "Title", "heading": "Heading1", "prose": "Prose"}
_PARTS: Final = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
    f'Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "word/styles.xml": _STYLES,
}


def to_docx(reports: Report | Iterable[Report], file: File) -> None:
    """Write reports to a path or a binary file as a Word document (.docx); the inverse of :func:`read`.

    What stands in its cells, and what is left out, is as :func:`render` has it. A form of which every cell is
    blank, as :func:`blank_form` makes it, is one to fill in.

    Raises:
        TypeError: what is given is no report, or no file.
        RenderError: as :func:`render`.
    """
    given = [reports] if isinstance(reports, Report) else each("reports", reports, Report)
    data = document_bytes(given)
    if isinstance(file, (str, PathLike)):
        bytes_written_whole(file, data)
    elif hasattr(file, "write"):
        file.write(data)
    else:
        raise TypeError(f"file must be a path or a binary file, not {type(file).__name__}")


def document_bytes(reports: Iterable[Report]) -> bytes:
    """The bytes of a Word document of reports, each on a page of its own; the same for the same reports."""
    bodies = ["".join(map(_block, blocks_of(report, Layout.HTML))) for report in reports]
    body = _NEW_PAGE.join(bodies)
    document = f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}{_PAGE}</w:body></w:document>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (*_PARTS.items(), ("word/document.xml", document)):
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, text.encode("utf-8"))
    return stream.getvalue()


def _block(block: Block) -> str:
    if isinstance(block, Text):
        style = _PARAGRAPH_STYLES[block.kind]
        return "".join(_paragraph(line.strip(), style) for line in block.text.splitlines() if line.strip())
    # Word joins two tables without a paragraph between them.
    return f"{_table(block)}<w:p/>"


def _paragraph(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text)}</w:p>'


def _run(text: str) -> str:
    text = _NO_CHARACTER.sub("\ufffd", text)
    parts = (
        _SIGNS.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in _BREAKS.split(text)
    )
    return f"<w:r>{''.join(parts)}</w:r>" if text else ""


def _table(grid: Grid) -> str:
    columns = f'<w:gridCol w:w="{_WIDTH // grid.width}"/>' * grid.width
    borders = f"<w:tblBorders>{_EDGES}</w:tblBorders>"
    settings = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/>{borders}</w:tblPr>'
    # Word repeats the rows of the head on each page.
    rows = "".join(_row(row, grid.width, number < grid.head) for number, row in enumerate(grid.rows))
    return f"<w:tbl>{settings}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _row(row: Sequence[GridCell], width: int, is_head: bool) -> str:
    settings = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>"
    return f"<w:tr>{settings}{''.join(_cell(cell, width) for cell in row if cell.colspan)}</w:tr>"


def _cell(cell: GridCell, width: int) -> str:
    share = f'<w:tcW w:w="{cell.colspan * _WIDTH // width}" w:type="dxa"/>'
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    merge = ("<w:vMerge/>", "", '<w:vMerge w:val="restart"/>')[min(cell.rowspan, 2)]
    settings = f'<w:tcPr>{share}{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{settings}{_paragraph(cell.text, 'Cell')}</w:tc>"
