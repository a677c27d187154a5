"""OpenDocument texts: what a person sees in them, packed or in one file."""

import random
import shutil
import subprocess
from contextlib import suppress

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.formats import document_of
from helpers.documents import report, to_docx
from helpers.open_document import body_of, cell, content, in_one_file, odt, packed, paragraph, row, style, table
from helpers.reports import read_all, values, whole

REPORTS = read_all()
WHOLE = whole()
REPORT = REPORTS["tika-2021"]
ERRORS = (gd.FileFormatError, gd.NotAReportError)
STYLES = "".join([
    style("struck", 'style:text-line-through-style="solid"'),
    style("struck-as-type", 'style:text-line-through-type="double"'),
    style("not-struck", 'style:text-line-through-style="none" style:text-line-through-type="none"'),
    style("hidden", 'text:display="none"'),
    style("white", 'fo:color="#ffffff"'),
    style("on-itself", 'fo:color="#c00000" fo:background-color="#c00000"'),
    style("raised", 'style:text-position="super 58%"'),
    style("raised-by-a-part", 'style:text-position="33% 58%"'),
    style("on-the-line", 'style:text-position="0% 100%"'),
    style("bold", 'fo:font-weight="bold"'),
    style("tiny", 'fo:font-size="1pt"'),
    style("child", 'fo:font-weight="bold"', more=' style:parent-style-name="struck"'),
    style("dark", 'fo:background-color="#000000"', family="table-cell"),
    style("flat", 'style:row-height="0.02cm"', family="table-row"),
    style("hidden-paragraph", 'text:display="none"', family="paragraph"),
])  # fmt: skip


def document(body, styles=STYLES, **parts):
    return document_of(odt(body, styles, **parts), "a.odt")


def grid(*rows, **parts):
    """The texts of a table."""
    return document(table(*rows), **parts).grids[0].texts()


def cell_text(inner, **parts):
    """What is read of a paragraph in a cell beside another."""
    return grid(row(cell(paragraph("名称")), cell(f"<text:p>{inner}</text:p>")), **parts)[0][1]


def span(name, text):
    return f'<text:span text:style-name="{name}">{text}</text:span>'


@pytest.mark.parametrize("write", [odt, in_one_file], ids=["packed", "in one file"])
@pytest.mark.parametrize("name", WHOLE)
def test_a_report_gives_the_same_cells(name, write):
    read = gd.read(write(body_of(WHOLE[name])))
    assert values(read) == values(WHOLE[name])
    assert [one.heading for one in read.sections] == [one.heading for one in WHOLE[name].sections]


def test_a_cell_has_its_place_as_the_program_counts():
    cell = gd.read(odt(paragraph("") + table(row("封面")) + body_of(REPORT))).cells[
        "requests.new_received.total"
    ]
    assert cell.location.place == gd.Place(table=3, row=4, column=8)


SEEN = {
    "plain": ("26", "26"),
    "runs that part a number": (span("bold", "2") + "6", "26"),
    "not struck": (span("not-struck", "26"), "26"),
    "on the line": ("2" + span("on-the-line", "6"), "26"),
    "blanks": ('2<text:s text:c="2"/>6', "2  6"),
    "a break": ("2<text:line-break/>6", "2\n6"),
    "white space of the file": ("\n  26\n  ", "26"),
    "a link": ("<text:a>26</text:a>", "26"),
    "a bookmark and a page's end": ('2<text:bookmark text:name="x"/><text:soft-page-break/>6', "26"),
    "an inserted digit": ('2<text:change-start text:change-id="c"/>6<text:change-end text:change-id="c"/>', "26"),
    "a comment beside it": ("<office:annotation><text:p>8</text:p></office:annotation>26", "26"),
    "how a word is spoken": ("<text:ruby><text:ruby-base>26</text:ruby-base><text:ruby-text>8</text:ruby-text></text:ruby>", "26"),
    "a note": ("26<text:note><text:note-citation>8</text:note-citation></text:note>", "26"),
    "hidden": ("26" + span("hidden", "8"), "26"),
    "white on white": ("26" + span("white", "8"), "26"),
    "the colour behind it": ("26" + span("on-itself", "8"), "26"),
    "raised": ("26" + span("raised", "8"), "26"),
    "raised by a part": ("26" + span("raised-by-a-part", "8"), "26"),
    "hidden by a field": ('26<text:hidden-text text:is-hidden="true">8</text:hidden-text>', "26"),
}  # fmt: skip


@pytest.mark.parametrize(("inner", "text"), SEEN.values(), ids=SEEN)
def test_a_cell_has_the_text_that_is_seen(inner, text):
    assert cell_text(inner) == text


@pytest.mark.parametrize("name", ["struck", "struck-as-type", "child", "tiny"])
def test_what_is_struck_or_too_small_gives_no_number(name):
    assert UNCLEAR in cell_text("2" + span(name, "6")) or cell_text("2" + span(name, "6")) == ""


def test_styles_of_a_part_of_their_own_hold_as_those_beside_the_text():
    struck = style("crossed", 'style:text-line-through-style="solid"')
    assert UNCLEAR in cell_text(span("crossed", "26"), styles="", named=struck)


def test_what_a_change_took_away_is_not_there_and_is_named():
    taken = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>8</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    read = document(taken + '<text:p>收到2<text:change text:change-id="c"/>6件</text:p>')
    assert read.text.strip() == "收到26件"
    assert [notice.issue.code for notice in read.notices] == ["D110"]


def test_hidden_sections_and_paragraphs_are_not_there():
    hidden = '<text:section text:display="none"><text:p>藏</text:p></text:section>'
    other = '<text:p><text:hidden-paragraph text:is-hidden="true"/>藏</text:p><text:p text:style-name="hidden-paragraph">藏</text:p>'
    shown = "<text:section><text:p>见</text:p></text:section><text:list><text:list-item><text:p>项</text:p></text:list-item></text:list>"
    assert document(hidden + other + shown).text.split() == ["见", "项"]


def test_a_row_that_is_hidden_is_not_there_and_one_too_low_gives_no_number():
    one, two = cell(paragraph("行政处罚")), cell(paragraph("5"))
    assert grid(row(one, two), row(one, two, attributes=' table:visibility="collapse"')) == [["行政处罚", "5"]]
    assert UNCLEAR in grid(row(one, two, attributes=' table:style-name="flat"'))[0][1]


def test_rows_and_cells_that_are_written_once_stand_as_often_as_they_say():
    repeated = cell(paragraph("0"), ' table:number-columns-repeated="3"')
    assert grid(row(repeated, attributes=' table:number-rows-repeated="2"')) == [["0", "0", "0"]] * 2


def test_heads_that_repeat_stand_in_the_table():
    head = f"<table:table-header-rows>{row(cell(paragraph('规章')))}</table:table-header-rows>"
    assert grid(head, row(cell(paragraph("5")))) == [["规章"], ["5"]]


def test_cells_that_others_cover_are_empty_places():
    covered = "<table:covered-table-cell/>"
    wide = cell(paragraph("甲"), ' table:number-columns-spanned="2" table:number-rows-spanned="2"')
    plain = row(*[cell(paragraph(text)) for text in "乙丙3"])
    rows = [row(wide, covered, cell(paragraph("1"))), row(covered, covered, cell(paragraph("2"))), plain]
    assert grid(*rows) == [["甲", "", "1"], ["", "", "2"], ["乙", "丙", "3"]]


def test_a_text_box_stands_behind_the_line_that_it_hangs_in():
    box = "<draw:frame><draw:text-box><text:p>框里</text:p></draw:text-box></draw:frame>"
    assert document(f"<text:p>行{box}</text:p>{box}").text.split() == ["行", "框里", "框里"]


def test_a_table_that_is_a_picture_is_named():
    wide = '<text:p><draw:frame svg:width="16cm"><draw:image/></draw:frame></text:p>'
    assert [notice.issue.code for notice in document(paragraph("三") + wide).notices] == ["D111"]


# --- Files that are broken or hostile ---------------------------------------------------------------------


def test_a_locked_file_is_named():
    with pytest.raises(gd.FileFormatError, match="password"):
        gd.read(odt(body_of(REPORT), manifest="<encryption-data/>"))


def test_a_file_without_a_text_and_one_that_declares_entities_are_broken():
    for text in ("<x/>", '<!DOCTYPE a [<!ENTITY b "5">]>' + content("<text:p>&b;</text:p>")):
        with pytest.raises(gd.FileFormatError, match="can't be read"):
            gd.read(packed(text))


def test_deep_nesting_and_counts_without_end_take_bounded_time():
    deep = "<text:span>" * 20_000 + "5" + "</text:span>" * 20_000
    with pytest.raises(ERRORS):
        gd.read(odt(f"<text:p>{deep}</text:p>"))
    rows = row(
        cell(paragraph("规章")), cell(paragraph("0")), attributes=' table:number-rows-repeated="999999999"'
    )
    assert len(grid(rows)) <= 64
    wide = row(cell(paragraph("0"), ' table:number-columns-repeated="999999999"'))
    assert document(table(wide)).grids == ()


@pytest.mark.parametrize("count", [60, pytest.param(2000, marks=pytest.mark.thorough)])
def test_files_with_changed_bytes_end_in_a_documented_error_or_a_report(count):
    data, rolled = in_one_file(body_of(REPORT), STYLES), random.Random(7)
    for _ in range(count):
        changed = bytearray(data)
        for _ in range(rolled.randrange(1, 4)):
            changed[rolled.randrange(len(changed))] = rolled.randrange(256)
        del changed[rolled.randrange(len(changed) // 2, len(changed) + 1) :]
        with suppress(*ERRORS):
            assert gd.read(bytes(changed)).cells


@pytest.mark.parametrize("target", ["odt", "fodt"])
def test_documents_of_libreoffice(target, tmp_path):
    pytest.importorskip("docx")
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    made = {f"{kind}-{edition}": report(edition, kind) for kind in ("full", "gaps") for edition in gd.Edition}
    for name, one in made.items():
        to_docx(one, tmp_path / f"{name}.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [f"{name}.docx" for name in made]
    command = ["soffice", profile, "--headless", "--convert-to", target, *files]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=180, capture_output=True)
    for name, one in made.items():
        read = gd.read(tmp_path / f"{name}.{target}")
        truth = one.truth.cells
        assert {id: read.cells[id].value for id in truth} == {id: cell.value for id, cell in truth.items()}
