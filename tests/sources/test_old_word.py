"""Documents of Word 97 to 2003 and WPS: what a person sees in them, by the marks and properties that they have."""

import random
import shutil
import struct
import subprocess
import time

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.formats import document_of
from helpers.documents import report, to_docx
from helpers.old_word import (
    ACROSS,
    DELETED,
    ENDS_INNER_CELL,
    ENDS_INNER_ROW,
    ENDS_ROW,
    FIRST,
    GOES_DOWN,
    HIDDEN,
    IN_TABLE,
    INNER,
    INSERTED,
    RAISED,
    STRUCK,
    TALL,
    Line,
    Part,
    cell,
    cells,
    compound,
    doc,
    line,
    lines_of,
    row,
    sprm,
)
from helpers.reports import read_all, values, whole
from helpers.rtf import body_of, rtf

pytest.importorskip("olefile")

REPORTS = read_all()
WHOLE = whole()
REPORT = REPORTS["tika-2021"]
VALUES = {id: one.value for id, one in REPORT.cells.items()}
ERRORS = (gd.FileFormatError, gd.NotAReportError)
BEGIN, SEPARATE, END = (Part(sign, sprm(0x0855, 1)) for sign in "\x13\x14\x15")


def document(lines, **more):
    return document_of(doc(lines, **more), "a.doc")


def cell_text(*parts, **more):
    return document(row("名称", cell(*parts)), **more).grids[0].rows[0][1].text


def spans(found):
    return [[(one.text, one.colspan, one.rowspan) for one in row if one.is_own] for row in found.rows]


@pytest.mark.parametrize("name", WHOLE)
def test_a_report_gives_the_same_cells(name):
    read = gd.read(doc(lines_of(WHOLE[name])))
    assert values(read) == values(WHOLE[name])
    assert [one.heading for one in read.sections] == [one.heading for one in WHOLE[name].sections]


def test_a_cell_tells_its_place():
    lines = [*row("封面"), line(), *lines_of(REPORT)]
    found = gd.read(doc(lines)).cells["requests.results.total.total"]
    assert found.location.place == gd.Place(table=3, row=27, column=9)


@pytest.mark.parametrize(
    "more",
    [Part("9", look) for look in (HIDDEN, DELETED, RAISED, sprm(0x2A42, 8), sprm(0x6870, 255, 255, 255, 0))],
    ids=["hidden", "deleted", "raised", "white", "white by its parts"],
)
def test_what_stands_beside_the_numbers_changes_none(more):
    assert values(gd.read(doc(lines_of(REPORT, lambda text: [Part(text), more])))) == values(REPORT)


def test_struck_numbers_are_all_unreadable():
    read = gd.read(doc(lines_of(REPORT, lambda text: [Part(text, STRUCK)])))
    assert {read.cells[id].state for id, value in VALUES.items() if value is not None} == {gd.State.UNREADABLE}


TEXTS = {
    "plain": (["26"], "26"),
    "digits of several looks": ([Part("1"), Part("2", sprm(0x0835, 1)), Part("3")], "123"),
    "a break": (["商业\x0b企业"], "商业\n企业"),
    "a tab": (["1\t2"], "1 2"),
    "hyphens": (["1\x1e2\x1f3"], "1-23"),
    "beyond the first plane": (["𝔘5"], "𝔘5"),
    "a field's result": ([BEGIN, "=SUM(ABOVE) 99", SEPARATE, "26", END], "26"),
    "a field that only marks": (["26", BEGIN, 'XE "6"', END], "26"),
    "shown by itself in a hidden style": ([Part("5", sprm(0x4A30, 5, 0) + sprm(0x083C, 0))], "5"),
    "inserted": ([Part("5", INSERTED)], "5"),
    "not hidden": ([Part("5", sprm(0x083C, 0))], "5"),
    "as its style": ([Part("5", sprm(0x083C, 0x80))], "5"),
    "raised as a whole": ([Part("26", sprm(0x4845, 6, 0))], "26"),
    "with a comment": (["5\x05"], "5"),
}  # fmt: skip
UNREADABLE = {
    "struck": [Part("5", STRUCK)],
    "struck twice": [Part("5", sprm(0x2A53, 1))],
    "struck in part": ["5", Part("6", STRUCK)],
    "a raised digit before": [Part("5", RAISED), "6"],
    "a small digit among others": ["5", Part("6", sprm(0x4A43, 10, 0)), "7"],
    "blacked out": [Part("5", sprm(0x2A0C, 1))],
    "a field without a result": [BEGIN, "EQ o(○,5)", END],
    "a sign of a font": [Part("(", sprm(0x0855, 1) + sprm(0x6A09, 3, 0, 0x35, 0))],
    "a font of signs": [Part("5", sprm(0x4A4F, 1, 0))],
    "half a character": [Part("5", b""), Part("\x01", sprm(0x0855, 1))],
    "white on a ground that is mixed": [Part("5", sprm(0x2A42, 8) + sprm(0x4866, 0x01, 0x28))],
}  # fmt: skip
HIDDEN_STYLE = struct.pack("<HHHHH", 0, 2 | 0xFFF << 4, 1, 0, 0) + b"\1\0H\0\0\0" + b"\3\0" + HIDDEN


def styles(*said):
    """A table of styles; all but the last are empty."""
    head = struct.pack("<HHH", 4, len(said), 10)
    return head + b"".join(struct.pack("<H", len(one)) + one + bytes(len(one) % 2) for one in said)


def fonts(*names):
    made = (b"\0" * 39 + f"{name}\0".encode("utf-16-le") for name in names)
    return struct.pack("<HH", len(names), 0) + b"".join(bytes([len(one)]) + one for one in made)


PARTS = {1: styles(b"", b"", b"", b"", b"", HIDDEN_STYLE), 15: fonts("SimSun", "Wingdings")}


@pytest.mark.parametrize(("parts", "text"), TEXTS.values(), ids=TEXTS)
def test_a_cell_has_the_text_that_is_seen(parts, text):
    assert cell_text(*parts, parts=PARTS) == text


@pytest.mark.parametrize("parts", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_doubtful_makes_its_cell_unreadable(parts):
    assert UNCLEAR in cell_text(*parts, parts=PARTS)


def test_what_a_style_hides_is_not_there():
    assert cell_text("5", Part("6", sprm(0x4A30, 5, 0)), parts=PARTS) == "5"


def test_text_in_bytes_of_one():
    assert document([line("abc • 5"), *row("a", "26")], in_bytes=True).text == "abc • 5\na\t26\n"


def test_what_a_piece_says_holds_for_all_of_it():
    assert document([line("5")], prm=1, shared=STRUCK).text == f"{UNCLEAR}\n"
    hidden = 0x5C << 1 | 1 << 8
    assert document([line("5")], prm=hidden).text == ""


def test_cells_are_merged_by_their_edges_and_marks():
    lines = [
        *row("头", edges=[2700]),
        *row("甲", "乙", "", flags=[TALL, FIRST, ACROSS]),
        *row("", "1", "2", flags=[GOES_DOWN, 0, 0]),
    ]
    expected = [[("头", 3, 1)], [("甲", 1, 2), ("乙", 2, 1)], [("1", 1, 1), ("2", 1, 1)]]
    assert spans(document(lines).grids[0]) == expected
    # The signs of the first and of the others are told apart by their order, as two descriptions exchange them.
    exchanged = [*lines[:2], *row("甲", "乙", "", flags=[TALL, ACROSS, FIRST]), *lines[6:]]
    assert spans(document(exchanged).grids[0]) == expected
    behind = [
        *lines[:2],
        *row("甲", "乙", "", more=sprm(0x5624, 1, 3) + sprm(0xD62B, 2, 0, 3)),
        *row("", "1", "2", more=sprm(0xD62B, 2, 0, 1)),
    ]
    assert spans(document(behind).grids[0]) == expected


def test_what_a_row_says_may_stand_in_the_stream_of_data():
    said = IN_TABLE + ENDS_ROW + cells([900, 2700], [0, 0])
    for code, before in ((0x6646, b""), (0x646B, IN_TABLE + ENDS_ROW)):
        end = Line([], "\x07", before + sprm(code, 4, 0, 0, 0))
        lines = [*row("1", "2", "3"), cell("甲"), cell("乙"), end]
        found = document(lines, data=bytes(4) + struct.pack("<H", len(said)) + said)
        assert spans(found.grids[0])[1] == [("甲", 1, 1), ("乙", 2, 1)]


def test_a_table_in_a_cell_is_a_table_of_its_own():
    inner = []
    for label, number in (("甲", "1"), ("乙", "2")):
        inner += [Line([Part(one)], "\r", IN_TABLE + INNER + ENDS_INNER_CELL) for one in (label, number)]
        inner.append(Line([], "\r", IN_TABLE + INNER + ENDS_INNER_ROW + cells([400, 800], [0, 0])))
    found = document([*inner, *row("")])
    assert [one.texts() for one in found.grids] == [[["甲", "1"], ["乙", "2"]]]


def test_rows_that_are_deleted_or_too_low_to_be_seen():
    lines = [*row("甲", "1", look=DELETED), *row("乙", "2", more=sprm(0x9407, 0xEC, 0xFF)), *row("丙", "3")]
    found = document(lines)
    assert found.grids[0].texts() == [["乙", UNCLEAR], ["丙", "3"]]
    assert [one.issue.code for one in found.notices] == ["D110"]


def test_white_text_is_seen_on_another_ground():
    shade = struct.pack("<HB", 0xD612, 20) + bytes(10) + struct.pack("<IIH", 0xFF000000, 0x000000, 0)
    lines = row("名称", cell(Part("5", sprm(0x2A42, 8))), more=shade)
    assert document(lines).grids[0].rows[0][1].text == "5"


def test_notes_pictures_and_changes_are_named():
    picture = bytes(28) + struct.pack("<4H", 7000, 100, 1000, 1000)
    at = Part("\x01", sprm(0x0855, 1) + sprm(0x6A03, 0, 0, 0, 0))
    lines = [Line([Part("正文\x02"), Part("旧", DELETED)]), Line([at])]
    found = document(lines, data=picture)
    assert found.text == "正文\n"
    assert [one.issue.code for one in found.notices] == ["D110", "D112", "D111"]
    small = bytes(28) + struct.pack("<4H", 300, 100, 1000, 1000)
    assert not document([Line([at])], data=small).notices


def test_a_paragraph_whose_end_is_removed_goes_on_in_the_next():
    assert document([Line([Part("一、总体")], look=DELETED), line("情况")]).text == "一、总体情况\n"


def numbered():
    """Lists of one level, and the number that paragraphs name one by."""
    level = struct.pack("<iBB", 1, 37, 0) + bytes(22) + struct.pack("<H", 2) + "\0、".encode("utf-16-le")
    lists = struct.pack("<H", 1) + struct.pack("<I", 7) + bytes(22) + b"\1\0"
    uses = struct.pack("<I", 1) + struct.pack("<I", 7) + bytes(12) + b"\xff\xff\xff\xff"
    return {73: [lists, level], 74: uses}


def test_headings_whose_numerals_are_in_no_text():
    lines, count = [], 0
    for one in lines_of(REPORT):
        text = "".join(part.text for part in one.parts)
        if one.mark == "\r" and text[1:2] == "、":
            count += 1
            one = Line([Part(text[2:])], settings=sprm(0x260A, 0) + sprm(0x460B, 1, 0))
        lines.append(one)
    assert count == 6
    read = gd.read(doc(lines, parts=numbered()))
    assert [one.number for one in read.sections] == [1, 2, 3, 4, 5, 6]
    assert values(read) == values(REPORT)


# --- What is called so and is something else ---------------------------------------------------------------


def test_a_file_is_told_by_its_content_whatever_it_is_called(tmp_path):
    path = tmp_path / "a.doc"
    page = gd.render(REPORT, gd.Layout.HTML)
    for data in (rtf(body_of(REPORT)), page.encode("gb18030"), doc(lines_of(REPORT))):
        path.write_bytes(data)
        assert values(gd.read(path)) == values(REPORT)


def test_locked_and_older_files_are_named():
    with pytest.raises(gd.FileFormatError, match="password"):
        document([line("正文")], flags=0x0100)
    for more in ({"version": 0x65}, {"sign": 0xA5DC}):
        with pytest.raises(gd.FileFormatError, match="Word 95"):
            document([line("正文")], **more)


# --- Hostile files ----------------------------------------------------------------------------------------


DATA = doc(lines_of(REPORT))
SMALL = doc(
    [*row("规章", cell("5", Part("1", RAISED)), flags=[FIRST, ACROSS]), line("正文"), *row("甲", "5")],
    parts=PARTS | numbered(),
)


def test_a_file_that_is_cut_is_broken_or_read_truly():
    for end in range(600, len(DATA), len(DATA) // 40):
        try:
            read = gd.read(DATA[:end])
        except ERRORS:
            continue
        assert {
            id: one.value for id, one in read.cells.items() if one.value is not None
        }.items() <= VALUES.items()


def test_damaged_files_end_in_a_documented_error():
    chance = random.Random("doc")
    for _ in range(2000):
        data = bytearray(SMALL)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(8, len(data))
            size = chance.choice((1, 1, 2, 4, 40))
            data[at : at + size] = chance.choice((bytes(size), b"\xff" * size, chance.randbytes(size)))
        try:
            document_of(bytes(data), "a.doc")
        except gd.FileFormatError:
            continue


def test_deep_tables_are_refused():
    lines = [
        Line([Part("1")], "\r", IN_TABLE + sprm(0x6649, at % 256, at // 256, 0, 0) + ENDS_INNER_CELL)
        for at in range(2, 400)
    ]
    with pytest.raises(gd.FileFormatError, match="nested"):
        document(lines)


def test_many_fields_in_fields_and_many_pieces_take_bounded_time():
    start = time.process_time()
    document([Line([Part("\x13x\x14" * 5000 + "5" + "\x15" * 5000)])])
    looks = [Part("1", sprm(0x4A43, at % 200, 0)) for at in range(4000)]
    document([Line(looks)] * 3)
    assert time.process_time() - start < 20


def test_a_compound_file_without_a_document_is_broken():
    with pytest.raises(gd.FileFormatError, match="broken"):
        document_of(compound({"Other": b"x"}), "a.doc")


# --- LibreOffice ------------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_documents_of_libreoffice(tmp_path):
    pytest.importorskip("docx")
    made = {f"{kind}-{edition}": report(edition, kind) for kind in ("full", "gaps") for edition in gd.Edition}
    for name, one in made.items():
        to_docx(one, tmp_path / f"{name}.docx", paragraphs=name.startswith("full"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--writer", "--convert-to", "doc:MS Word 97"]
    files = [f"{name}.docx" for name in made]
    subprocess.run([*command, *files], cwd=tmp_path, check=True, timeout=180, capture_output=True)
    for name, one in made.items():
        read = gd.read(tmp_path / f"{name}.doc")
        assert {id: found.value for id, found in one.truth.cells.items()} == {
            id: read.cells[id].value for id in one.truth.cells
        }
