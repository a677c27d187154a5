"""Workbooks put together by hand, part by part: sheets of cells, each as its XML or as what it says."""

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

import gov_disclosure as gd
from gov_disclosure.layouts.documents import Text
from gov_disclosure.writing.rendering.document import blocks_of

from .word import packed

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
    'sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.worksheet+xml"/></Types>'
)


def name_of(row: int, column: int) -> str:
    """What a workbook calls a cell; both count from 1."""
    letters = ""
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(65 + last) + letters
    return f"{letters}{row}"


def cell(said, style=0, *, kind="", formula="") -> str:
    """What stands in a cell, without its name: a number as it is, other things as text."""
    inner = f"<f>{formula}</f>" if formula else ""
    if said is None:
        return f' s="{style}">{inner}'
    if kind or isinstance(said, (int, float)):
        return f' s="{style}" t="{kind or "n"}">{inner}<v>{escape(str(said))}</v>'
    return f' s="{style}" t="inlineStr">{inner}<is><t xml:space="preserve">{escape(said)}</t></is>'


def sheet(rows: Mapping[int, Mapping[int, str]], *, merged: Iterable[str] = (), before="", of_rows=None) -> str:
    """A sheet of cells by row and column; ``of_rows`` has attributes of rows."""
    lines = "".join(
        f'<row r="{row}"{(of_rows or {}).get(row, "")}>'
        + "".join(f'<c r="{name_of(row, column)}"{inner}</c>' for column, inner in sorted(cells.items()))
        + "</row>"
        for row, cells in sorted(rows.items())
    )
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    areas = f"<mergeCells>{areas}</mergeCells>" if areas else ""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{lines}</sheetData>{areas}</worksheet>'


def xlsx(
    *sheets: str, names: Sequence[str] = (), states: Sequence[str] = (), styles="", shared="", main=MAIN
) -> bytes:
    """A workbook of sheets."""
    names = names or [f"Sheet{number}" for number in range(1, len(sheets) + 1)]
    states = states or ["visible"] * len(sheets)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" state="{state}" r:id="rId{at}"/>'
        for at, (name, state) in enumerate(zip(names, states, strict=True), 1)
    )
    related = [(f"rId{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)]
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _rels([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        **{f"xl/worksheets/sheet{at}.xml": one.replace(MAIN, main) for at, one in enumerate(sheets, 1)},
    }
    for kind, tag, content in (("styles", "styleSheet", styles), ("sharedStrings", "sst", shared)):
        if content:
            parts[f"xl/{kind}.xml"] = f'<{tag} xmlns="{main}">{content}</{tag}>'
            related.append((kind, kind, f"{kind}.xml"))
    parts["xl/_rels/workbook.xml.rels"] = _rels(related)
    return packed(parts)


def _rels(named) -> str:
    inner = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for id, kind, target in named
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


# --- Whole reports ----------------------------------------------------------------------------------------


def sheet_of(
    report: gd.Report, *, write=None, parted=True, blanks=True, first_row=1, first_column=1, width=10
) -> str:
    """A report on one sheet: lines in merged cells, numbers as numbers, empty rows between tables if they are parted."""
    rows: dict[int, dict[int, str]] = {}
    merged = []
    at = first_row
    for block in blocks_of(report, gd.Layout.HTML):
        if isinstance(block, Text):
            for line in (one for one in block.text.splitlines() if one.strip()):
                rows[at] = {first_column: cell(line)}
                merged.append(f"{name_of(at, first_column)}:{name_of(at, first_column + width - 1)}")
                at += 1
            continue
        for places in block.rows:
            rows[at] = {}
            for column, one in enumerate(places, first_column):
                if one.colspan and one.rowspan:
                    if one.text or blanks:
                        rows[at][column] = (write or written)(one.text) if one.is_value else cell(one.text)
                    if one.colspan * one.rowspan > 1:
                        end = name_of(at + one.rowspan - 1, column + one.colspan - 1)
                        merged.append(f"{name_of(at, column)}:{end}")
            at += 1
        at += parted
    return sheet(rows, merged=merged)


def written(text: str) -> str:
    """A value as a person types it: a number is one."""
    digits = text.removeprefix("-")
    if digits.isascii() and digits.replace(".", "", 1).isdigit():
        return cell(text, kind="n")
    return cell(text) if text else cell(None)
