"""OpenDocument texts put together by hand: styles, and a body of paragraphs and tables."""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape

import gov_disclosure as gd
from gov_disclosure.layouts.documents import Text
from gov_disclosure.model.grid import Grid
from gov_disclosure.writing.rendering.document import blocks_of

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    "".join(f' xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    + f' xmlns:draw="{_OASIS}:drawing:1.0" xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0" xmlns:svg="{_OASIS}:svg-compatible:1.0"'
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def style(name: str, properties: str, family="text", more="") -> str:
    """A style of text, or of another family."""
    kind = {"text": "text", "paragraph": "text"}.get(family, family)
    return (
        f'<style:style style:name="{name}" style:family="{family}"{more}>'
        f"<style:{kind}-properties {properties}/></style:style>"
    )


def content(body: str, styles="") -> str:
    return (
        f"<office:document-content{NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt(body: str, styles="", *, named="", manifest="") -> bytes:
    """A packed file; ``named`` are the styles that stand in a part of their own."""
    parts = {"META-INF/manifest.xml": f"<manifest>{manifest}</manifest>"}
    if named:
        tag = "office:document-styles"
        parts["styles.xml"] = f"<{tag}{NAMES}><office:styles>{named}</office:styles></{tag}>"
    return packed(content(body, styles), parts)


def packed(text: str, parts: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """A packed file of a content and other parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", text)
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def in_one_file(body: str, styles="") -> bytes:
    """The same as one file of XML."""
    text = content(body, styles).replace("office:document-content", "office:document")
    return text.replace(">", f' office:mimetype="{MIMETYPE}">', 1).encode()


def paragraph(text: str) -> str:
    lines = "<text:line-break/>".join(map(escape, text.split("\n")))
    return f"<text:p>{lines}</text:p>"


def cell(inner: str, attributes="") -> str:
    return f"<table:table-cell{attributes}>{inner}</table:table-cell>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def row(*cells: str, attributes="") -> str:
    return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"


def body_of(report: gd.Report, write=paragraph) -> str:
    """The body of a report; ``write`` makes the content of a cell of its text."""
    parts = []
    for block in blocks_of(report, gd.Layout.HTML):
        if isinstance(block, Text):
            parts += [paragraph(line) for line in block.text.splitlines() if line.strip()]
        else:
            parts.append(of_grid(block, write))
    return "".join(parts)


def of_grid(grid: Grid, write=paragraph) -> str:
    rows = []
    for cells in grid.rows:
        parts = []
        for one in cells:
            if not one.is_own:
                parts.append(
                    "<table:covered-table-cell/>" * max(one.colspan, 1)
                    if not one.rowspan and one.colspan
                    else ""
                )
                continue
            spans = "".join(
                f' table:number-{what}-spanned="{count}"'
                for what, count in (("columns", one.colspan), ("rows", one.rowspan))
                if count > 1
            )
            parts.append(cell(write(one.text), spans) + "<table:covered-table-cell/>" * (one.colspan - 1))
        rows.append(row(*parts))
    return table(*rows)
