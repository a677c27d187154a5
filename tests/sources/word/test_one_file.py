"""Word documents in one XML file, of Word 2003 and as a flat package, are read like those that are packed."""

import re
from base64 import b64encode
from xml.sax.saxutils import escape

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.formats import document_of
from helpers.reports import read_all
from helpers.word import body_of, cell, docx, paragraph, row, run, table, unpacked

REPORT = read_all()["tika-2021"]
NAMES = (
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" '
    'xmlns:st1="urn:schemas-microsoft-com:office:smarttags" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
SIGN = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
SECTIONS = (
    '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/>'
    '</w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
)
HEADING = re.compile(r"(?<=<w:p>)(<w:r><w:t[^>]*>)[一二三四五六]、(?=[^<]*</w:t></w:r></w:p>(?!</w:tc>))")


def word_2003(body, *, more="", styles="", names=NAMES) -> bytes:
    body = body.replace("w:vMerge", "w:vmerge").replace("w:hMerge", "w:hmerge")
    styles = f"<w:styles>{styles}</w:styles>" if styles else ""
    return f"{SIGN}<w:wordDocument {names}><o:DocumentProperties/>{more}{styles}<w:body><wx:sect><wx:sub-section>{body}</wx:sub-section></wx:sect></w:body></w:wordDocument>".encode()


def flat(data: bytes) -> bytes:
    """The parts of a document in one file."""
    parts = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{content.decode()}</pkg:xmlData></pkg:part>'
        for name, content in unpacked(data).items()
        if name != "[Content_Types].xml"
    )
    return f'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{parts}</pkg:package>'.encode()


def values(report):
    return {id: (one.value, one.state) for id, one in report.cells.items()}


def same(data):
    read = gd.read(data)
    assert values(read) == values(REPORT)
    assert [section.number for section in read.sections] == [1, 2, 3, 4, 5, 6]
    return read


WAYS = {
    "Word 2003": lambda body: word_2003(body),
    "Word 2003 in UTF-16": lambda body: word_2003(body).decode().encode("utf-16"),
    "Word 2003 with other prefixes": lambda body: re.sub(r"(</?|\s)w:", r"\1ns0:", word_2003(body).decode()).replace("xmlns:w=", "xmlns:ns0=").encode(),
    "a flat package": lambda body: flat(docx(body)),
    "a flat package in UTF-16": lambda body: flat(docx(body)).decode().encode("utf-16"),
}  # fmt: skip


@pytest.mark.parametrize("write", WAYS.values(), ids=WAYS)
def test_a_report_gives_the_same_cells(write):
    cell = same(write(paragraph() + table(row("封面")) + body_of(REPORT))).cells["requests.results.total.total"]
    assert cell.location.place == gd.Place(table=3, row=27, column=9)


def test_headings_whose_numerals_are_in_no_text():
    numbered = '<w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr>'
    body, count = HEADING.subn(rf"{numbered}\1", body_of(REPORT))
    assert count == 6
    same(word_2003(body, more=SECTIONS))


def deleted(inner):
    return (
        f'<aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content>{inner}</aml:content></aml:annotation>'
    )


NOT_SHOWN = {
    "deleted": deleted(run("6").replace("w:t", "w:delText")),
    "deleted, as plain text": deleted(run("6")),
    "hidden": run("6", '<w:vanish w:val="on"/>'),
    "hidden by a style": run("6", '<w:rStyle w:val="H"/>'),
    "a footnote": f"<w:r><w:footnote>{paragraph('6')}</w:footnote></w:r>",
    "a comment": f'<w:r><aml:annotation w:type="Word.Comment"><aml:content>{paragraph("6")}</aml:content></aml:annotation></w:r>',
    "a comment around a line": f'<aml:annotation w:type="Word.Comment"><aml:content>{run("6")}</aml:content></aml:annotation>',
    "a bookmark": '<aml:annotation w:type="Word.Bookmark.Start" w:name="a"/>',
}  # fmt: skip
SHOWN = {
    "inserted": f'<aml:annotation w:type="Word.Insertion"><aml:content>{run("6")}</aml:content></aml:annotation>',
    "a smart tag": f"<st1:chsdate Year='2021'>{run('6')}</st1:chsdate>",
    "a smart tag in another": f"<st1:a><st1:b>{run('6')}</st1:b></st1:a>",
    "not hidden": run("6", '<w:vanish w:val="off"/>'),
}
STYLE = '<w:style w:type="character" w:default="on" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'


def cell_text(content):
    data = word_2003(table(row("名称", cell(content))), styles=STYLE)
    return document_of(data, "a.xml").grids[0].rows[0][1].text


@pytest.mark.parametrize("content", NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_what_is_not_shown_is_not_there(content):
    assert cell_text(run("5") + content) == "5"


@pytest.mark.parametrize("content", SHOWN.values(), ids=SHOWN)
def test_what_stands_around_text_changes_nothing(content):
    assert cell_text(run("5") + content) == "56"


def test_a_row_that_is_deleted_or_too_low_to_be_seen():
    rows = [
        row("甲", "1", settings='<aml:annotation w:type="Word.Deletion"/>'),
        row("乙", "2", settings='<w:trHeight w:val="20" w:h-rule="exact"/>'),
        row("丙", "3"),
    ]
    found = document_of(word_2003(table(*rows)), "a.xml")
    assert found.grids[0].texts() == [["乙", UNCLEAR], ["丙", "3"]]
    assert [one.issue.code for one in found.notices] == ["D110"]


def test_a_page_that_stands_in_a_flat_package_whole():
    page = gd.render(REPORT, gd.Layout.HTML).encode()
    data = docx(
        paragraph("　") + '<w:altChunk r:id="c"/>' + paragraph(), related=[("c", "aFChunk", "page.html")]
    )
    part = f'<pkg:part pkg:name="/word/page.html"><pkg:binaryData>{b64encode(page).decode()}</pkg:binaryData></pkg:part>'
    same(flat(data).replace(b"</pkg:package>", f"{part}</pkg:package>".encode()))


BROKEN = {
    "a document type": word_2003("").replace(b"<w:wordDocument", b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:wordDocument", 1),
    "no body": word_2003("").replace(b"w:body", b"w:bodies"),
    "cut": word_2003(paragraph("正文"))[:-30],
    "a part twice": flat(docx(paragraph("正文"))).replace(b"/word/_rels/document.xml.rels", b"/word/document.xml"),
    "no main part": flat(docx(paragraph("正文"))).replace(b'name="/word/document.xml', b'name="/word/other.xml'),
    "a part without content": flat(docx("")).replace(b"xmlData", b"xmlNothing"),
    "nested too deeply": word_2003("<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000),
    "foreign tags nested too deeply": word_2003("<st1:a>" * 20_000 + escape("6") + "</st1:a>" * 20_000),
}  # fmt: skip


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_broken_files_are_named_so(data):
    with pytest.raises(gd.FileFormatError, match="broken"):
        document_of(data, "a.xml")
