"""Workbooks of Excel: what a person sees of their sheets, and numbers only where they are seen whole."""

import csv
import io
import random
import time

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.layouts.documents import Text
from gov_disclosure.sources.formats import document_of
from gov_disclosure.sources.workbook.number_formats import shown, shown_text
from gov_disclosure.writing.rendering.document import blocks_of
from helpers.reports import read_all, values, whole
from helpers.word import packed, unpacked
from helpers.workbooks import cell, sheet, sheet_of, written, xlsx

REPORTS = read_all()
WHOLE = whole()
REPORT = REPORTS["tika-2021"]
VALUES = {id: one.value for id, one in REPORT.cells.items()}
ERRORS = (gd.FileFormatError, gd.NotAReportError)


def document(*sheets, **more):
    return document_of(xlsx(*sheets, **more), "a.xlsx")


@pytest.mark.parametrize("name", WHOLE)
def test_a_report_gives_the_same_cells(name):
    read = gd.read(xlsx(sheet_of(WHOLE[name])))
    assert values(read) == values(WHOLE[name])
    assert [one.heading for one in read.sections] == [one.heading for one in WHOLE[name].sections]


WAYS = {
    "tables that touch": {"parted": False},
    "empty cells that are not there": {"blanks": False},
    "somewhere on the sheet": {"first_row": 7, "first_column": 3},
    "numbers as text": {"write": cell},
    "lines in one cell that is not merged": {"width": 1},
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_report_gives_the_same_cells_however_its_sheet_is_made(way):
    assert values(gd.read(xlsx(sheet_of(REPORT, **way)))) == values(REPORT)


def test_a_workbook_in_the_strict_form():
    data = xlsx(sheet_of(REPORT), main="http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert values(gd.read(data)) == values(REPORT)


def test_a_cell_tells_its_sheet_and_its_name():
    first = sheet({1: {1: cell("封面")}})
    found = gd.read(xlsx(first, sheet_of(REPORT, first_column=2), names=["封面", "年报"]))
    place = found.cells["requests.new_received.natural_person"].location.place
    assert (place.sheet, place.column) == ("年报", 5)
    assert place.said.zh == f"工作表“年报”E{place.row}"
    assert place.said.en == f"sheet 年报 E{place.row}"
    assert gd.Place(sheet="a", row=3, column=28).said.en == "sheet a AB3"


# --- Numbers as they are shown ----------------------------------------------------------------------------


NUMBERS = [
    ("12", "General", "12"), ("12.0", "General", "12"), ("1E3", "General", "1000"), ("1.5E-1", "General", "0.15"),
    ("-3", "General", "-3"), ("1234.5600000000001", "General", "1234.56"), ("0", "General", "0"), ("12", "G/通用格式", "12"),
    ("12", "0", "12"), ("12", "0_ ", "12"), ("1234", "#,##0", "1,234"), ("12", "0.00", "12.00"), ("0", "#,##0", "0"),
    ("0", "#", ""), ("7", "000", "007"), ("12.5", "#.##", "12.5"), ("5", '0"件"', "5件"), ("5", "0件", "5件"),
    ("5", r"0\ ", "5 "), ("-5", "0;-0", "-5"), ("-5", "0_);(0)", "(5)"), ("0", '0;-0;"-"', "-"), ("0", "0;-0;;@", ""),
    ("0", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "-"), ("8", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "8"),
    ("5", "[Red]0", "5"), ("5", "[$¥-804]#,##0.00", "¥5.00"), ("5", "@", "5"), ("0.12", "0%", "12%"),
    ("5", ";;;", ""), ("123456789012345", "0", "123456789012345"),
]  # fmt: skip
UNSEEN = [
    ("12.4", "0"), ("12.345", "0.00"), ("44561", "yyyy/m/d"), ("44561", "m月d日"), ("44561", '[$-804]yyyy"年"m"月"'),
    ("0.5", "h:mm"), ("1234", "0,"), ("1234567", "#,##0,,"), ("12", "0.00E+00"), ("0.5", "# ?/?"), ("5", "[DBNum1]0"),
    ("5", "[>100]0;0.0"), ("5", "[White]0"), ("5", "000-000"), ("0.125", "0%"), ("1E999999", "General"), ("NaN", "General"),
    ("Infinity", "0"), ("x", "General"), ("", "General"), ("5", "0.0.0"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "code", "text"), NUMBERS)
def test_a_number_is_what_its_cell_shows(value, code, text):
    assert shown(value, code) == text


@pytest.mark.parametrize(("value", "code"), UNSEEN)
def test_a_number_that_is_not_shown_whole_is_unreadable(value, code):
    assert UNCLEAR in shown(value, code)


def test_texts_may_have_formats():
    assert shown_text("规章", "@") == shown_text("规章", "0;0;0;@") == "规章"
    assert shown_text("规章", ";;;") == ""


# --- What is seen -----------------------------------------------------------------------------------------


STYLES = (
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy/m/d"/></numFmts>'
    '<fonts><font/><font><strike/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font>'
    '<font><vertAlign val="superscript"/></font><font><sz val="1"/></font><font><name val="Wingdings"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/>'
    '</patternFill></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill><stop/></gradientFill></fill></fills>'
    "<cellXfs>"
    + "".join(
        f'<xf numFmtId="{code}" fontId="{font}" fillId="{fill}"/>'
        for code, font, fill in [
            (0, 0, 0), (176, 0, 0), (9, 0, 0), (0, 1, 0), (0, 2, 0), (0, 3, 0), (0, 2, 1), (0, 2, 2), (0, 2, 3), (0, 5, 0),
            (0, 6, 0), (0, 4, 0),
        ]
    )
    + "</cellXfs>"
)  # fmt: skip
SHARED = (
    "<si><t>规章</t></si><si><r><t>5</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>①</t></r></si>"
    "<si><r><t>5</t></r><r><rPr><strike/></rPr><t>6</t></r></si><si><t>规</t><rPh sb='0' eb='1'><t>gui</t></rPh></si>"
)
SEEN = {
    "a number": (cell(5), "5"),
    "a number with a point": (cell(12.0), "12"),
    "a text": (cell("5"), "5"),
    "a text on two lines": (cell("商业\n企业"), "商业\n企业"),
    "a text in other signs": (cell("商业_x000D_\n企业"), "商业\n企业"),
    "a shared text": (cell(0, kind="s"), "规章"),
    "a shared text with a note": (cell(1, kind="s"), "5"),
    "a shared text and how it is spoken": (cell(3, kind="s"), "规"),
    "a formula's result": (cell(26, formula="SUM(A1:A9)"), "26"),
    "a formula's text": (cell("无", kind="str", formula="A1"), "无"),
    "a formula that gives nothing": (cell("", kind="str", formula="A1"), ""),
    "white on white": (cell(5, 4), ""),
    "white by the theme": (cell(5, 5), ""),
    "white on red": (cell(5, 6), "5"),
    "true": (cell(1, kind="b"), "TRUE"),
    "nothing": (cell(None), ""),
    "a style that is not there": (cell(5, 999), "5"),
}
NOT_SEEN = {
    "a date": cell(44561, 1),
    "a share": cell(0.125, 2),
    "an error": cell("#REF!", kind="e"),
    "a formula that nobody worked out": cell(None, formula="SUM(A1:A9)"),
    "struck": cell(5, 3),
    "struck in part": cell(2, kind="s"),
    "a shared text that is not there": cell(99, kind="s"),
    "white on a pattern": cell(5, 7),
    "white on a gradient": cell(5, 8),
    "too small to be seen": cell(5, 9),
    "a font of signs": cell(5, 10),
    "raised by its kind": cell(5, 11),
    "a day": cell("2021-01-01", kind="d"),
}


def beside(inner, **more):
    return document(
        sheet({1: {1: cell("名称"), 2: inner, 3: cell("尾")}}, **more), styles=STYLES, shared=SHARED
    ).grids[0]


@pytest.mark.parametrize(("inner", "text"), SEEN.values(), ids=SEEN)
def test_a_cell_has_the_text_that_is_seen(inner, text):
    assert beside(inner).rows[0][1].text == text


@pytest.mark.parametrize("inner", NOT_SEEN.values(), ids=NOT_SEEN)
def test_what_is_doubtful_makes_its_cell_unreadable(inner):
    assert UNCLEAR in beside(inner).rows[0][1].text


def test_a_share_is_no_count():
    read = gd.read(
        xlsx(sheet_of(REPORT, write=lambda text: cell(0.05, 2) if text else written(text)), styles=STYLES)
    )
    assert not any(one.value is not None for one in read.cells.values())


def test_zeros_that_a_sheet_does_not_show_are_no_zeros():
    hidden = '<sheetViews><sheetView showZeros="0"/></sheetViews>'
    assert beside(cell(0), before=hidden).rows[0][1].text == ""
    assert beside(cell(5), before=hidden).rows[0][1].text == "5"
    assert beside(cell(0)).rows[0][1].text == "0"


GRID = {row: {column: cell(f"{'甲乙丙'[column - 1]}{row}") for column in (1, 2, 3)} for row in (1, 2, 3)}


def texts(**more):
    return document(sheet(GRID, **more)).grids[0].texts()


def test_hidden_rows_and_columns_are_not_there():
    assert texts(of_rows={2: ' hidden="1"'}) == [["甲1", "乙1", "丙1"], ["甲3", "乙3", "丙3"]]
    assert texts(of_rows={2: ' ht="0" customHeight="1"'}) == texts(of_rows={2: ' hidden="1"'})
    for said in ('hidden="1"', 'width="0" customWidth="1"'):
        assert texts(before=f'<cols><col min="2" max="2" {said}/></cols>')[0] == ["甲1", "丙1"]
    assert UNCLEAR in texts(of_rows={2: ' ht="1.5" customHeight="1"'})[1][0]
    assert UNCLEAR in texts(before='<cols><col min="2" max="2" width="0.2"/></cols>')[0][1]


def test_hidden_sheets_are_not_there_and_the_others_stand_in_order():
    sheets = [sheet({1: {1: cell(text), 2: cell("x")}}) for text in ("甲", "乙", "丙", "丁")]
    found = document(*sheets, states=["visible", "hidden", "veryHidden", "visible"])
    assert [grid.rows[0][0].text for grid in found.grids] == ["甲", "丁"]


def test_merged_cells_over_what_is_hidden():
    merged = sheet(GRID | {1: {1: cell("头"), 3: cell("尾")}}, merged=["A1:B2"], of_rows={2: ' hidden="1"'})
    rows = document(merged).grids[0].rows
    assert [(one.text, one.colspan, one.rowspan) for one in rows[0] if one.is_own] == [
        ("头", 2, 1),
        ("尾", 1, 1),
    ]


def test_a_number_in_a_cell_that_another_one_covers_may_be_meant():
    rows = document(sheet({1: {1: cell(5), 2: cell(6), 3: cell("尾")}}, merged=["A1:B1"])).grids[0].rows
    assert UNCLEAR in rows[0][0].text


def test_tables_are_parted_by_rows_without_anything():
    rows = {1: GRID[1], 2: GRID[2], 4: GRID[3], 5: {1: cell(None)}, 6: GRID[1]}
    assert [len(grid.rows) for grid in document(sheet(rows)).grids] == [2, 1, 1]


def test_a_row_of_empty_cells_is_one_that_nobody_has_filled_in():
    empty = {column: cell(None) for column in (1, 2, 3)}
    rows = {1: GRID[1], 2: empty, 3: GRID[2], 4: empty, 5: empty, 6: GRID[3]}
    assert [len(grid.rows) for grid in document(sheet(rows)).grids] == [4, 1]


def test_a_cell_that_is_not_there_is_empty_and_keeps_the_places_of_others():
    rows = {1: GRID[1], 2: {1: cell("甲"), 3: cell(5)}, 3: {3: cell(7)}, 4: {1: cell("甲")}}
    assert document(sheet(rows)).grids[0].texts()[1:] == [["甲", "", "5"], ["", "", "7"], ["甲", "", ""]]


# --- Other files ------------------------------------------------------------------------------------------


def test_older_and_other_spreadsheets_are_named():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")
    for data in (ole, packed({"[Content_Types].xml": "", "xl/workbook.bin": "x"})):
        with pytest.raises(gd.FileFormatError, match="xls"):
            gd.read(data)
    with pytest.raises(gd.FileFormatError, match="ods"):
        gd.read(packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_tables_of_separated_values_are_texts(separator, encoding):
    stream = io.StringIO()
    rows = csv.writer(
        stream, delimiter=separator, quoting=csv.QUOTE_ALL if separator == "\t" else csv.QUOTE_MINIMAL
    )
    for block in blocks_of(REPORT, gd.Layout.HTML):
        if isinstance(block, Text):
            stream.writelines(f"{line}\r\n" for line in block.text.splitlines() if line.strip())
        else:
            rows.writerows(block.texts())
    assert values(gd.read(stream.getvalue().encode(encoding))) == values(REPORT)


def test_a_workbook_of_openpyxl():
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(xlsx(sheet_of(REPORT))))
    stream = io.BytesIO()
    book.save(stream)
    assert values(gd.read(stream.getvalue())) == values(REPORT)


# --- Hostile files ----------------------------------------------------------------------------------------


DATA = xlsx(sheet_of(REPORT), styles=STYLES, shared=SHARED)
ODD = {
    "no sheets": xlsx(),
    "a sheet that is not there": packed(
        {name: one for name, one in unpacked(DATA).items() if "sheet1" not in name}
    ),
    "cells at odd places": xlsx(
        sheet(
            {1: {16384: cell(5), 1: cell("规章")}, 9999999: {2: cell(6)}},
            merged=["A1:XFD9999999", "B", "A0:B0", ":"],
        )
    ),
    "styles that are none": xlsx(
        sheet(GRID), styles='<cellXfs><xf numFmtId="x" fontId="-1" fillId="99999999999"/></cellXfs>'
    ),
    "columns that are none": xlsx(
        sheet(GRID, before='<cols><col min="x" max="-3" width="wide"/><col/></cols>')
    ),
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_odd_workbooks_are_documents(data):
    assert isinstance(document_of(data, "a.xlsx").text, str)


def test_many_merged_cells_and_wide_sheets_take_bounded_time():
    start = time.process_time()
    rows = {row: {column: cell(row) for column in range(1, 12)} for row in range(1, 2000)}
    document(sheet(rows, merged=[f"A{row}:K{row}" for row in range(1, 2000)]))
    document(sheet({row: {1: cell(1), 16384: cell(2)} for row in range(1, 2000)}))
    assert time.process_time() - start < 20
    long = document(sheet({row: {1: cell(1), 60: cell(2)} for row in range(1, 5000)}))
    assert len(long.text) < 100_000
    with pytest.raises(gd.FileFormatError, match="merged"):
        document(sheet(rows, merged=["A1:K2000"] * 100))


def test_a_document_type_is_refused():
    with pytest.raises(gd.FileFormatError, match="DOCTYPE"):
        document("<!DOCTYPE a>" + sheet(GRID))


def test_damaged_parts_end_in_a_documented_error():
    chance = random.Random("xlsx")
    parts = unpacked(xlsx(sheet(GRID, merged=["A1:B2"]), styles=STYLES, shared=SHARED))
    for _ in range(1500):
        name = chance.choice(list(parts))
        data = bytearray(parts[name])
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data) + 1)
            data[at : at + chance.choice((1, 2, 8))] = chance.choice(
                (b"", chance.randbytes(2), data[at : at + 9] * 2)
            )
        try:
            document_of(packed({**parts, name: bytes(data)}), "a.xlsx")
        except gd.FileFormatError:
            continue


def test_a_file_that_is_cut_is_broken():
    for end in range(60, len(DATA), len(DATA) // 19):
        with pytest.raises(ERRORS):
            gd.read(DATA[:end])
