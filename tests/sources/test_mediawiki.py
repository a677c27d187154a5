"""Tables of MediaWiki."""

import re

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.kinds.mediawiki import LAYOUT
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.mediawiki import mediawiki_tables
from gov_disclosure.sources.signs import may_be_mediawiki
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten


def tables(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in mediawiki_tables(lines_of(text))]


def table(*lines: str) -> str:
    return "\n".join(('{| class="wikitable"', *lines, "|}", ""))


HEAD = "! 信息内容 !! 制发 !! 废止"
READ = ["信息内容", "制发", "废止"]


@pytest.mark.parametrize(
    "lines",
    [
        ("| 规章 || 1 || 2",),
        ("| 规章", "| 1", "| 2"),
        ("  | '''规章''' || align=right | 1 || | 2",),
        ('|style="width:9em"|规章||1', "|2"),
        ("! 规章", "| 1 || 2"),
        ("| 规章 || 1 || 2", "", "|-"),
    ],
)
def test_cells_stand_on_one_line_or_on_a_line_each(lines):
    text = f"前\n{table('|+ 表一', HEAD, '|- class=a', *lines)}后"
    (grid,) = mediawiki_tables(lines_of(text))
    assert tables(text) == [[READ, ["规章", "1", "2"]]]
    assert text[: grid.start] + text[grid.end :] == "前\n\n后"


def test_a_line_without_marks_goes_on_with_the_cell_above_it():
    assert tables(table(HEAD, "|-", "| 行政规范性", "文件", "| 1<br/>2 || 3")) == [
        [READ, ["行政规范性\n文件", "1\n2", "3"]]
    ]


def test_spans_leave_empty_places():
    lines = ('| rowspan="2" | 三、 || colspan=2 | （一） || 1', "|-", "| （二） || 1.甲 || 2")
    assert tables(table(*lines)) == [[["三、", "（一）", "", "1"], ["", "（二）", "1.甲", "2"]]]


def test_a_cell_has_its_place():
    text = table(HEAD, "|-", "| 规章 || colspan=2 |  17")
    (grid,) = mediawiki_tables(lines_of(text))
    cell = grid.rows[1][1]
    assert (text[cell.start : cell.end], cell.line, cell.column) == ("17", 4, 22)


@pytest.mark.parametrize("torn", ["| 规章 || 1 | 2 || 3", "行政 || 1 || 2", "| 规章\n性 || 1"])
def test_a_row_with_a_sign_where_none_can_be_is_left_out(torn):
    assert tables(table(HEAD, "|-", torn, "|-", "| 许可 || 5 || 6")) == [[READ, ["许可", "5", "6"]]]


def test_a_table_whose_end_is_lost_ends_before_an_empty_line_or_another_table():
    text = table(HEAD, "|-", "| 规章 || 1 || 2").replace("|}\n", "")
    assert tables(f"{text}\n三、标题\n| 1 || 2") == [[READ, ["规章", "1", "2"]]]
    assert tables(text + text) == [[READ, ["规章", "1", "2"]]] * 2


@pytest.mark.parametrize("text", ["{|\n|}", "{| class=a", "| 规章 || 1\n|}", "甲{|乙"])
def test_other_texts_are_no_table(text):
    assert tables(text) == []


def test_a_text_without_an_opening_is_not_looked_through():
    assert not may_be_mediawiki("|-\n| 规章 || 1\n|}")


CHANGES = {
    "a cell a line": (r" \|\| ", "\n| "),
    "heads": (r"(?m)^\| (?=[^\d/])", "! "),
    "spans without quotes": (r'(span=)"(\d+)"', r"\1\2 align=center"),
    "long labels": ("行政规范性文件", "行政规范性<br>文件"),
}


@pytest.mark.parametrize("name", ["tika-2019", "tika-2021"])
@pytest.mark.parametrize("change", CHANGES)
def test_other_writings_of_a_table_give_the_same_cells(name, change):
    report, text = rewritten(REPORTS / f"{name}.txt", LAYOUT.write)
    assert cells(gd.parse(re.sub(*CHANGES[change], text))) == cells(report)


@pytest.mark.parametrize("every", [9, pytest.param(1, marks=pytest.mark.thorough)])
def test_a_sign_that_is_lost_makes_no_wrong_number(every):
    report, text = rewritten(REPORTS / "tika-2021.txt", LAYOUT.write)
    for sign in list(re.finditer(r"\|\||\|-|\{\||\|\}|(?:col|row)span=\S+|\|", text))[::every]:
        damaged = text[: sign.start()] + text[sign.end() :]
        assert numbers(gd.parse(damaged)).items() <= numbers(report).items(), sign
