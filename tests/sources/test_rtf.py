"""RTF documents: what a person sees in them, in whatever way word processors write it down."""

import random
import shutil
import subprocess
import time

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.formats import document_of
from gov_disclosure.sources.word import marked
from helpers.documents import report, to_docx
from helpers.reports import read_all, values, whole
from helpers.rtf import body_of, escaped, in_bytes, in_hex, paragraph, row, rtf

REPORTS = read_all()
WHOLE = whole()
REPORT = REPORTS["tika-2021"]
ERRORS = (gd.FileFormatError, gd.NotAReportError)


def document(data):
    return document_of(data, "a.rtf")


def cell_text(content, **parts):
    """What is read of a cell beside another."""
    return document(rtf(row("名称", content), **parts)).grids[0].rows[0][1].text


def line_text(content):
    return document(rtf(content)).text.rstrip("\n")


@pytest.mark.parametrize("name", WHOLE)
def test_a_report_gives_the_same_cells(name):
    read = gd.read(rtf(body_of(WHOLE[name])))
    assert values(read) == values(WHOLE[name])
    assert [one.heading for one in read.sections] == [one.heading for one in WHOLE[name].sections]


WRITTEN = {
    "by numbers of Unicode": lambda body: rtf(body),
    "by bytes in hexadecimal": lambda body: rtf(in_hex(body)),
    "as bytes": lambda body: in_bytes(body),
    "as bytes in a Latin font": lambda body: in_bytes(r"\f1 " + body.replace(r"\f0", r"\f1")),
    "by bytes of UTF-8": lambda body: rtf(in_hex(body.replace(r"\f0", r"\f9"), "utf-8"), page="65001"),
    "in lines that end anywhere": lambda body: rtf(in_hex(body).replace(r"\'", "\r\n\\'")),
    "without a blank that need not be": lambda body: rtf(in_hex(body).replace(r"\intbl ", "\\intbl\n")),
}  # fmt: skip


@pytest.mark.parametrize("write", WRITTEN.values(), ids=WRITTEN)
def test_a_report_gives_the_same_cells_however_its_characters_are_written(write):
    assert values(gd.read(write(body_of(REPORT)))) == values(REPORT)


TEXTS = {
    "plain": ("26", "26"),
    "digits in groups of their own": (r"{\b 1}{2}{\f1 3}", "123"),
    "two bytes in hexadecimal": (in_hex("规章"), "规章"),
    "two bytes, the second as it stands": (r"\'83A", b"\x83A".decode("gb18030")),
    "two for those who can't read one": (r"\uc2\u35268\'b9\'e61", "规1"),
    "none for those who can't read one": (r"\uc0\u35268 1", "规1"),
    "a number below nothing": (r"\u-30268 ?", chr(65536 - 30268)),
    "two halves of a character": (r"\uc0\u-10187 \u-8936 ", "\U0001d518"),
    "a skip that a brace ends": (r"{\uc5\u35268 x}12", "规12"),
    "a skipped control word": (r"\u35268\tab 5", "规5"),
    "braces and a backslash": (r"\{5\}\\", "{5}\\"),
    "signs": (r"1\~2\_3\-4", "1\xa02-34"),
    "a tab and a break": (r"1\tab 2\line 3", "1 2\n3"),
    "two paragraphs": (r"商业\par 企业", "商业\n企业"),
    "a page in another encoding of Chinese": (r"\f4 \'b3\'b9", b"\xb3\xb9".decode("cp950")),
    "a field's result": (r"{\field{\*\fldinst {=SUM(ABOVE) 99}}{\fldrslt {26}}}", "26"),
    "a field in a field": (r"{\field{\*\fldinst {IF {\field{\*\fldinst REF 7}{\fldrslt 8}}}}{\fldrslt 26}}", "26"),
    "a numeral that is written out": (r"{\listtext 1.\tab}5", "1. 5"),
    "a numeral of before 1997": (r"{\pntext 1.\tab}5", "1. 5"),
    "text in both ways": (r"{\upr{66}{\*\ud{5}}}", "5"),
    "a word that nobody knows": (r"\xyzzy7 5", "5"),
    "bytes of a picture": (r"{\pict\bin3 6}\6}5", None),
    "moved up as a whole": (r"\up6 26", "26"),
    "shown again": (r"{\v\v0 5}", "5"),
    "plain again": (r"{\v\strike\plain 5}", "5"),
    "inserted": (r"{\revised\revauth1 5}", "5"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "text"), TEXTS.values(), ids=TEXTS)
def test_a_cell_has_the_text_that_is_seen(content, text):
    found = cell_text(content)
    assert UNCLEAR in found if text is None else found == text


NOT_SHOWN = {
    "hidden": r"5{\v 6}",
    "white on white": r"5{\cf2 6}",
    "its own colour behind it": r"5{\cf3\chcbpat3 6}",
    "deleted": r"5{\deleted\revauth1 6}",
    "a destination that nobody knows": r"5{\*\unknown 6}",
    "a note": r"5{\super\chftn}{\footnote\pard 6 此处}",
    "a raised note": r"5{\super 6}",
    "a bookmark": r"5{\*\bkmkstart 6}{\*\bkmkend 6}",
    "a comment": r"5{\*\annotation 6}",
    "an entry of an index": r"5{\xe 6}",
    "a heading of pages": r"5{\header 6}{\footerf 6}",
}
UNREADABLE = {
    "struck": r"{\strike 5}",
    "struck twice": r"{\striked1 5}",
    "struck in part": r"5{\strike 6}",
    "a raised digit before": r"{\super 5}6",
    "a small digit among others": r"5{\fs10 6}7",
    "all too small to be seen": r"\fs2 5",
    "signs of a font": r"\f2 5",
    "signs of a font by their places": r"\f2\u-4043 ?",
    "blacked out": r"\highlight1 5",
    "a field that is out of date": r"{\field\flddirty{\*\fldinst {=SUM(ABOVE)}}{\fldrslt 5}}",
    "a field without a result": r"{\field{\*\fldinst {EQ \\o(○,5)}}}",
    "a formula": r"{\mmath{\*\moMath{\mr\mnor 5}}}",
    "bytes that are none": r"\'ff5",
    "a picture": r"{\*\shppict{\pict\picwgoal300 00ff}}",
    "a text box": r"5{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt \pard 6\par}}{\shprslt 6}}",
    "two numbers in a table in it": r"5\par\pard\intbl\itap2 6\nestcell 7\nestcell{\*\nesttableprops\trowd\cellx100\cellx200\nestrow}{\nonesttables\par}\pard\intbl ",
}  # fmt: skip


@pytest.mark.parametrize("content", NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_what_is_not_shown_is_not_there(content):
    assert cell_text(content) == "5"


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_doubtful_makes_its_cell_unreadable(content):
    assert UNCLEAR in cell_text(content)


def test_white_text_is_seen_on_another_ground():
    shaded = row("名称", r"\cf2 5", flags=["", r"\clcbpat1"])
    assert document(rtf(shaded)).grids[0].rows[0][1].text == "5"
    patterned = row("名称", r"\cf2 5", flags=["", r"\clshdng5000"])
    assert document(rtf(patterned)).grids[0].rows[0][1].text == UNCLEAR
    assert line_text(r"{\pard\cbpat1\cf2 正文\par}") == "正文"


def test_a_row_that_is_held_too_low_to_be_seen_has_no_numbers():
    low, tall = (row("规章", "5", settings=rf"\trrh-{height}") for height in (20, 400))
    assert document(rtf(low + tall)).grids[0].texts() == [["规章", UNCLEAR], ["规章", "5"]]


def grid(*rows):
    return document(rtf("".join(rows))).grids[0]


def spans(found):
    return [[(cell.text, cell.colspan, cell.rowspan) for cell in row if cell.is_own] for row in found.rows]


def test_cells_span_the_columns_between_their_edges():
    found = grid(row("头", edges=[2700]), row("甲", "乙", edges=[900, 2700]), row("1", "2", "3"))
    assert spans(found) == [
        [("头", 3, 1)],
        [("甲", 1, 1), ("乙", 2, 1)],
        [("1", 1, 1), ("2", 1, 1), ("3", 1, 1)],
    ]
    ragged = grid(row("甲", "乙", edges=[905, 1790]), row("1", "2", edges=[895, 1800]))
    assert spans(ragged) == [[("甲", 1, 1), ("乙", 1, 1)], [("1", 1, 1), ("2", 1, 1)]]


def test_cells_are_merged_down_and_across_at_once():
    first = row("甲", "", "5", flags=[r"\clmgf\clvmgf", r"\clmrg\clvmgf", ""])
    second = row("", "", "6", flags=[r"\clmgf\clvmrg", r"\clmrg\clvmrg", ""])
    assert spans(grid(first, second, row("1", "2", "3")))[:2] == [[("甲", 2, 2), ("5", 1, 1)], [("6", 1, 1)]]


def test_a_number_in_a_cell_that_another_one_covers_may_be_meant():
    assert UNCLEAR in grid(row("5", "6", flags=[r"\clmgf", r"\clmrg"])).rows[0][0].text


def test_a_row_may_begin_to_the_right_of_others():
    found = grid(row("甲", "乙", "丙"), row("1", "2", edges=[1800, 2700], settings=r"\trleft900"))
    assert [cell.text for cell in found.rows[1]] == ["", "1", "2"]


def test_rows_whose_places_are_not_told_have_a_column_a_cell():
    found = grid(row("甲", "乙", edges=[0, 0]), row("1", "2", edges=[0, 0]))
    assert found.texts() == [["甲", "乙"], ["1", "2"]]


def test_what_a_row_says_may_stand_before_and_behind_it_or_hold_for_more_rows():
    again = r"\trowd\cellx900\cellx1800\pard\intbl 1\cell 2\cell{\trowd\cellx900\cellx1800\row}"
    assert document(rtf(again)).grids[0].texts() == [["1", "2"]]
    more = row("甲", "乙") + r"\pard\intbl 1\cell 2\cell\row "
    assert document(rtf(more)).grids[0].texts() == [["甲", "乙"], ["1", "2"]]


def test_rows_of_pandoc_end_paragraphs_before_their_cells():
    cells = "".join(rf"{{{{\pard\intbl \ql \f0 \sa0 {text}\par}}\cell}}" for text in ("甲", "5"))
    made = rf"{{\trowd \trgaph120\cellx900\cellx1800\trkeep\intbl{cells}\intbl\row}}\pard"
    assert document(rtf(made)).grids[0].texts() == [["甲", "5"]]


def test_rows_of_textutil_tell_how_deep_they_stand():
    made = (
        r"\itap1\trowd \taflags1 \trgaph108\trleft-108 \clvmgf \clshdrawnil \cellx4320 \cellx8640"
        "\n" r"\pard\intbl\itap1\f0\fs24 \cf0 \'b9\'e6\'d5\'c2\cell "
        "\n" r"\pard\intbl\itap1\cf0 5\cell \row"
        "\n" r"\itap1\trowd \taflags1 \trgaph108\trleft-108 \clvmrg \cellx4320 \cellx8640"
        "\n" r"\pard\intbl\itap1\cell \pard\intbl\itap1 6\cell \lastrow\row"
        "\n\\pard 正文\\\n下文\\\n"
    )  # fmt: skip
    found = document(rtf(made))
    assert spans(found.grids[0]) == [[("规章", 1, 2), ("5", 1, 1)], [("6", 1, 1)]]
    assert found.text.endswith("正文\n下文\n")


def test_a_table_in_a_cell_is_a_table_of_its_own():
    inner = "".join(
        rf"\pard\intbl\itap2 {label}\nestcell {number}\nestcell{{\*\nesttableprops\trowd\cellx400\cellx800\nestrow}}"
        for label, number in (("甲", 1), ("乙", 2))
    )
    found = document(rtf(row(inner + r"\pard\intbl\itap1 ")))
    assert [one.texts() for one in found.grids] == [[["甲", "1"], ["乙", "2"]]]


def test_changes_and_notes_are_named():
    body = paragraph("正文") + r"\pard {\deleted 旧}{\revised 新}文{\super\chftn}{\footnote 注}\par "
    found = document(rtf(body))
    assert found.text == "正文\n新文\n"
    assert [one.issue.code for one in found.notices] == ["D110", "D112"]


def test_a_paragraph_whose_end_is_removed_goes_on_in_the_next():
    assert line_text(r"\pard 一、总体{\deleted\par}\pard 情况\par ") == "一、总体情况"


def test_large_pictures_and_objects_may_be_tables_and_small_ones_are_signs():
    body = r"\pard {\*\shppict{\pict\picwgoal7000 00}}{\nonshppict{\pict 00}}\par{\pict\picwgoal300 00}{\object{\result 6}}\par "
    assert [one.issue.code for one in document(rtf(body)).notices] == ["D111", "D111"]


def test_text_boxes_stand_behind_their_paragraph():
    box = r"{\shp{\*\shpinst{\shptxt \pard 样表\par}}{\shprslt{\*\do{\dptxbxtext 样表\par}}}}"
    assert line_text(rf"\pard 正文{box}\par ") == "正文\n样表"
    assert line_text(r"\pard 正文{\*\do{\dptxbxtext \pard 样表\par}}\par ") == "正文\n样表"
    table = row("甲", "5") + r"\pard "
    found = document(rtf(rf"\pard 正文{{\shp{{\*\shpinst{{\shptxt {table}}}}}}}\par "))
    assert found.grids[0].texts() == [["甲", "5"]]


def test_a_cell_tells_its_place():
    cell = gd.read(rtf(row("封面") + paragraph("") + body_of(REPORT))).cells["requests.results.total.total"]
    assert cell.location.place == gd.Place(table=3, row=27, column=9)


# --- Broken and hostile files -----------------------------------------------------------------------------


DATA = rtf(in_hex(body_of(REPORT)))
VALUES = {id: cell.value for id, cell in REPORT.cells.items()}


@pytest.mark.parametrize("end", range(20, len(DATA) - 1, len(DATA) // 41))
def test_a_file_that_is_cut_is_broken(end):
    with pytest.raises(gd.FileFormatError, match="broken"):
        gd.read(DATA[:end])


def test_what_stands_behind_the_end_is_nothing():
    assert values(gd.read(DATA + b"\0\0" + rb"{\b 5}")) == values(REPORT)


@pytest.mark.parametrize(
    "body",
    [
        "{" * 100_000 + "}" * 100_000,
        r"\pard\intbl\itap99999999 1\nestcell\nestrow ",
        "".join(rf"\pard\intbl\itap{depth} 1\nestcell " for depth in range(2, 300)),
    ],
    ids=["groups", "a depth that is said", "tables in tables"],
)
def test_deep_nesting_is_refused(body):
    with pytest.raises(gd.FileFormatError, match="nested"):
        gd.read(rtf(body))


@pytest.mark.parametrize("word", [r"\par ", r"\cell ", r"\tab ", r"{\shp{\shptxt\par}}", r"{\field 5}"])
def test_more_than_any_report_has_is_refused_before_it_fills_the_memory(word, monkeypatch):
    monkeypatch.setattr(marked.Budget, "__init__", lambda self, left=2000: setattr(self, "left", left))
    with pytest.raises(gd.FileFormatError, match="too many"):
        gd.read(rtf(word * 2001))


ODD = [
    r"\row\row\cell\nestrow\nestcell\par",
    r"\trowd\cellx-5\cellx9999999999999\cellx3 1\cell 2\cell 3\cell 4\cell\row",
    r"{\field{\fldrslt 5}{\fldrslt 6}}\flddirty{\fldrslt}",
    r"{\shptxt{\shptxt 5}6",
    r"{\pict{\shp{\shptxt 5}}{\pict}\picwgoal99999999999 }",
    r"\uc99999999\u35268 5\par",
    r"\u-99999\u55296\u55296\u56320\u56320 ?",
    r"\bin-5\bin99999999 ",
    r"\f99\cf99\highlight-3\fs-2\up999999999\dn\deff77 5\par",
    r"{\fonttbl{\pict{\f1 }}\par}{\colortbl;{\shp ;}\red999;}",
    r"\ansicpg99999\'d5\ansicpg0\'d5\par",
    r"\*\*{\*}\*\par\'zz\'",
]


@pytest.mark.parametrize("body", ODD)
def test_words_where_they_have_no_place_end_in_a_documented_error_or_a_text(body):
    try:
        document(rtf(body))
    except gd.FileFormatError:
        return
    read = gd.read(rtf(body_of(REPORT) + body))
    assert {id: cell.value for id, cell in read.cells.items()}.items() <= VALUES.items()


def test_damaged_files_end_in_a_documented_error():
    chance = random.Random("rtf")
    small = rtf(
        row("规章", r"5{\super 1}") + paragraph("正文") + r"{\field{\*\fldinst x}{\fldrslt 5}}{\shp{\shptxt 6}}"
    )
    for _ in range(3000):
        data = bytearray(small)
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(6, len(data))
            size = chance.choice((1, 2, 8))
            data[at : at + size] = chance.choice(
                (b"", b"{", b"}", b"\\", chance.randbytes(size), data[at : at + size] * 2)
            )
        try:
            document(bytes(data))
        except gd.FileFormatError:
            continue


def test_long_files_cost_linear_time():
    costs = []
    for count in (300, 2400):
        body = "".join(row(*[rf"{{\b {at}}}" for at in range(10)]) for _ in range(count)) + r"{\b 5}" * (
            10 * count
        )
        start = time.process_time()
        document(rtf(body))
        costs.append(time.process_time() - start)
    assert costs[1] < 24 * costs[0] + 0.5


# --- Other programs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("paragraphs", [False, True], ids=["lines", "paragraphs"])
@pytest.mark.parametrize("tool", ["soffice", "pandoc"])
def test_documents_of_other_programs(tool, paragraphs, tmp_path):
    pytest.importorskip("docx")
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    made = {f"{kind}-{edition}": report(edition, kind) for kind in ("full", "gaps") for edition in gd.Edition}
    for name, one in made.items():
        to_docx(one, tmp_path / f"{name}.docx", paragraphs=paragraphs)
        if tool == "pandoc":
            subprocess.run(
                ["pandoc", "-s", f"{name}.docx", "-o", f"{name}.rtf"], cwd=tmp_path, check=True, timeout=120
            )
    if tool == "soffice":
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = ["soffice", profile, "--headless", "--writer", "--convert-to", "rtf:Rich Text Format"]
        files = [f"{name}.docx" for name in made]
        subprocess.run([*command, *files], cwd=tmp_path, check=True, timeout=180, capture_output=True)
    for name, one in made.items():
        read = gd.read(tmp_path / f"{name}.rtf")
        assert {id: cell.value for id, cell in one.truth.cells.items()} == {
            id: read.cells[id].value for id in one.truth.cells
        }


def test_escapes_are_read_back():
    assert line_text(paragraph("{规章}\\")) == "{规章}\\"
    assert escaped("{") == r"\{"
