"""Tables of troff."""

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.layouts.kinds.troff import LAYOUT
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.troff import troff_tables
from helpers.reports import REPORTS
from helpers.rewritten import numbers, rewritten


def tables(text: str) -> list[list[list[str]]]:
    return [grid.texts() for grid in troff_tables(lines_of(text))]


def table(*lines: str, formats: str = "l r r.") -> str:
    return "\n".join((".TS", "allbox tab(@);", formats, *lines, ".TE", ""))


def test_a_row_is_a_line_and_longer_text_stands_on_its_own():
    lines = ("信息内容@制发@废止", "_", "T{", "行政规范性", ".PD 0", ".P", ".PD", "文件", "T}@1@T{", "T}")
    assert tables(table(*lines)) == [[["信息内容", "制发", "废止"], ["行政规范性\n文件", "1", ""]]]


def test_the_format_says_what_is_spanned():
    lines = ("三、@（一）@", "@（二）@1", "总计@\\^@5")
    formats = "lb l s,^ | l r\nl fB(CW) l r12."
    assert tables(table(*lines, formats=formats)) == [
        [["三、", "（一）", ""], ["", "（二）", "1"], ["总计", "", "5"]]
    ]


def test_escapes_are_what_they_print_and_those_that_are_not_known_stay():
    (rows,) = tables(table("\\f[B]规章\\f[R]@\\-5@\\m[white]27", "\\(lq三安全\\[rq]@\\ @/"))
    assert rows == [["规章", "-5", "\\m[white]27"], ["“三安全”", "", "/"]]


def test_text_with_a_request_that_nobody_knows_is_unclear():
    assert tables(table("规章@T{", ".ig", "27", "..", "T}@1")) == [[["规章", UNCLEAR, "1"]]]


def test_a_row_that_is_longer_than_its_format_or_has_text_under_a_span_is_left_out():
    lines = ("甲@1@2@3", "乙@1@2", "丙@T{", "4", "T}x@5")
    assert tables(table(*lines)) == [[["乙", "1", "2"]]]
    assert tables(table("甲@1@2", "乙@3@4", formats="l s l\nl l l.")) == [[["乙", "3", "4"]]]


@pytest.mark.parametrize(
    "text",
    [
        table("甲@1@2").replace(".TE\n", ""),
        table("甲@1@2", ".so more.tbl"),
        table("甲@1@2", ".T&", "l l l.", "乙@1@2"),
        table("甲@1@T{", "2"),
    ],
    ids=["no end", "rows from elsewhere", "another format", "text that stays open"],
)
def test_what_is_no_whole_table_is_none(text):
    assert tables(text) == []


def test_a_line_of_comment_is_not_there():
    assert tables(table('.\\" 乙@7@8', "甲@1@2")) == [[["甲", "1", "2"]]]


def test_a_cell_has_its_place():
    text = f"前\n{table('规章@17@2')}后"
    (grid,) = troff_tables(lines_of(text))
    cell = grid.rows[0][1]
    assert (text[cell.start : cell.end], cell.line, cell.column) == ("17", 5, 4)
    assert text[: grid.start] + text[grid.end :] == "前\n\n后"


@pytest.mark.parametrize("every", [3, 7, 11])
def test_a_sign_that_is_lost_makes_no_wrong_number(every):
    report, text = rewritten(REPORTS / "rows-2021.txt", LAYOUT.write)
    signs = [at for at, sign in enumerate(text) if sign == "@"]
    for at in signs[::every]:
        assert numbers(gd.parse(text[:at] + text[at + 1 :])).items() <= numbers(report).items()
