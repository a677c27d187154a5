"""The reports as documents, each kind written here by hand: a web page, a Word file, a workbook, a PDF."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path

from helpers.second_renderer.form import Box, Made, Table
from helpers.second_renderer.printing import places, spans

# --- A web page -------------------------------------------------------------------------------------------

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}_柳渡县人民政府</title>
<meta name="ColumnName" content="政府信息公开年报"><style>.nav li{{float:left}} table{{border-collapse:collapse}}</style>
<script>var siteId = 20231; function setFont(n){{document.getElementById("zoom").style.fontSize=n+"px";}}</script></head>
<body>
<div class="header"><a href="/"><img src="/images/logo.png" alt="柳渡县人民政府"></a>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li>
<li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="place">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/nb/">政府信息公开年报</a></div>
<div class="article"><h1>{title}</h1>
<div class="info"><span>发布时间：2024-01-19 15:42</span> <span>来源：县政府办公室</span> <span>浏览次数：<em id="hits">128</em></span>
<span>字体：[<a href="javascript:setFont(18)">大</a> <a href="javascript:setFont(16)">中</a> <a href="javascript:setFont(14)">小</a>]</span></div>
<div id="zoom" class="content">
{body}
</div>
<p class="attach">附件：<a href="./P020240119.pdf">政府信息公开工作年度报告.pdf</a></p>
<div class="share"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div></div>
<div class="footer"><p>主办：柳渡县人民政府办公室　地址：柳渡县滨河路18号　邮编：314500</p>
<p>网站标识码：3304820001　备案号：浙ICP备05001234号　联系电话：0573-88012345</p></div>
</body></html>
"""


def write_page(made: Made, path: Path) -> None:
    """The page of a county's site; its tables as the editor of the site left them."""
    cell = EDITORS[path.name.partition(".")[0]]
    body = (f"<p>{part}</p>" if isinstance(part, str) else _table(part, cell) for part in made.parts)
    path.write_text(_PAGE.format(title=made.title, body="\n".join(body)), encoding="utf-8")


def _table(table: Table, cell: Callable[[Box], str]) -> str:
    rows = ("".join(f"<td{spans(box)}>{cell(box)}</td>\n" for box in row) for row in table)
    lines = "\n".join(f"<tr>\n{row}</tr>" for row in rows)
    return f'<table border="1" cellspacing="0" cellpadding="0" width="620"><tbody>\n{lines}\n</tbody></table>'


def plain(box: Box) -> str:
    return escape(box.text)


def pasted(box: Box) -> str:
    """From Word: a paragraph in a span in a paragraph, a blank kept open by a space that does not break."""
    text = escape(box.text) or "&nbsp;"
    return f'<p class="MsoNormal" style="text-align:center"><span style="font-size:12px;font-family:宋体">{text}</span></p>'


def broken(box: Box) -> str:
    """Labels of narrow columns on two lines."""
    if box.is_value or not 4 <= len(box.text) <= 6:
        return escape(box.text)
    return f"{escape(box.text[:2])}<br>{escape(box.text[2:])}"


EDITORS: Mapping[str, Callable[[Box], str]] = {
    "sums": pasted,
    "distinct": plain,
    "gaps-2021": plain,
    "gaps-2019": pasted,
    "invented-2021": broken,
    "invented-2019": pasted,
}

# --- Word -------------------------------------------------------------------------------------------------

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PACKAGE_XML = "application/vnd.openxmlformats-package.relationships+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WIDTH = 9000


def write_docx(made: Made, path: Path) -> None:
    """Merged cells as Word writes them: gridSpan to the right, vMerge down."""
    parts = [made.title, *made.parts]
    body = "".join(_paragraph(part) if isinstance(part, str) else _word_table(part) for part in parts)
    size = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{_PACKAGE_XML}"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'{_HEAD}<Relationships xmlns="{_RELATIONS}">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        file.writestr(
            "word/document.xml",
            f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}"><w:body>{body}{size}</w:body></w:document>',
        )


def _paragraph(text: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{run}</w:p>"


def _word_table(table: Table) -> str:
    width = sum(box.columns for box in table[0])
    grid = f'<w:gridCol w:w="{_WIDTH // width}"/>' * width
    rows = "".join(f"<w:tr>{''.join(_word_cells(row))}</w:tr>" for row in places(table))
    borders = f'<w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{borders}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _word_cells(row) -> Iterator[str]:
    for place in row:
        if place.starts_column:
            box = place.box
            merged = '<w:vMerge w:val="restart"/>' if place.starts_row else "<w:vMerge/>"
            own = f'<w:gridSpan w:val="{box.columns}"/>' * (box.columns > 1) + merged * (box.rows > 1)
            yield f"<w:tc><w:tcPr>{own}</w:tcPr>{_paragraph(box.text * place.starts_row)}</w:tc>"


# --- A workbook -------------------------------------------------------------------------------------------


def write_xlsx(made: Made, path: Path) -> None:
    """All on one sheet, the lines over its whole width; numbers are numbers."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    row = 1
    for part in (made.title, *made.parts):
        for line in places([[Box(part, 1, 10)]] if isinstance(part, str) else part):
            for column, place in enumerate(line, 1):
                if place.starts_row and place.starts_column:
                    sheet.cell(row, column, _number(place.box))
                    if place.box.rows * place.box.columns > 1:
                        end = {
                            "end_row": row + place.box.rows - 1,
                            "end_column": column + place.box.columns - 1,
                        }
                        sheet.merge_cells(start_row=row, start_column=column, **end)
            row += 1
    book.save(path)


def _number(box: Box) -> str | int | float | None:
    if box.is_value and box.text.lstrip("-").replace(".", "", 1).isdigit():
        return float(box.text) if "." in box.text else int(box.text)
    return box.text or None


# --- PDF --------------------------------------------------------------------------------------------------

FONT = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")


def write_pdf(made: Made, path: Path) -> None:
    """A4, ruled tables with merged cells, labels broken in narrow columns; a number at the foot of each page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    pdfmetrics.registerFont(TTFont("hei", str(FONT)))
    style = ParagraphStyle("text", fontName="hei", fontSize=11, leading=17, wordWrap="CJK")
    small = ParagraphStyle("cell", parent=style, fontSize=8, leading=10, alignment=1)

    def numbered(canvas, document) -> None:
        canvas.setFont("hei", 9)
        canvas.drawCentredString(A4[0] / 2, 30, f"- {document.page} -")

    story = []
    for part in (made.title, *made.parts):
        story.append(Paragraph(escape(part), style) if isinstance(part, str) else _pdf_table(part, small))
        story.append(Spacer(1, 4))
    SimpleDocTemplate(str(path), pagesize=A4, title=made.title).build(story, numbered, numbered)


# Of tables two, three and four, by their number of columns.
_WIDTHS = {4: [120] * 4, 10: [46, 80, 150, *[34] * 7], 15: [34] * 15}


def _pdf_table(table: Table, style):
    from reportlab.lib.colors import black
    from reportlab.platypus import Paragraph, Table as Ruled

    rows = places(table)
    first = [[place.starts_row and place.starts_column for place in row] for row in rows]
    content = [
        [Paragraph(escape(place.box.text), style) if first[r][c] else "" for c, place in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    merged = [
        ("SPAN", (c, r), (c + place.box.columns - 1, r + place.box.rows - 1))
        for r, row in enumerate(rows)
        for c, place in enumerate(row)
        if first[r][c] and place.box.rows * place.box.columns > 1
    ]
    widths = _WIDTHS[len(rows[0])]
    rules = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    rules += [(side, (0, 0), (-1, -1), 2) for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING")]
    return Ruled(content, colWidths=widths, style=[*rules, *merged])


def write_printed(made: Made, path: Path) -> None:
    """The web page, printed to PDF by a browser's rules."""
    import weasyprint

    page = path.with_suffix(".html")
    write_page(made, page)
    weasyprint.HTML(str(page)).write_pdf(
        str(path), presentational_hints=True, stylesheets=[weasyprint.CSS(string=_PRINT)]
    )


_PRINT = "@page { size: A4 landscape } td { border: 1px solid; padding: 2px 6px !important }"


WRITERS: Mapping[str, tuple[Callable[[Made, Path], None], str, tuple[str, ...]]] = {
    "page": (write_page, "html", ()),
    "docx": (write_docx, "docx", ()),
    "xlsx": (write_xlsx, "xlsx", ("openpyxl",)),
    "pdf": (write_pdf, "pdf", ("reportlab", str(FONT))),
    "printed page": (write_printed, "printed.pdf", ("weasyprint", str(FONT))),
}
"""How each kind of document is written, the end of its name, and what that needs."""
