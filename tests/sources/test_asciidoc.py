"""Tables of AsciiDoc."""

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.kinds.asciidoc import LAYOUT
from gov_disclosure.sources.asciidoc import asciidoc_tables
from gov_disclosure.sources.grid import lines_of
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten

HEAD = "|信息内容 |制发 |废止"
READ = ["信息内容", "制发", "废止"]


def tables(text: str) -> list[list[list[str]]]:
    return [grid.texts() for grid in asciidoc_tables(lines_of(text))]


def table(*lines: str, about: str = "[cols=3*]") -> str:
    return "\n".join((about, "|===", *lines, "|===", ""))


@pytest.mark.parametrize(
    "about",
    ['[cols=",,",]', '[cols="<18, <26, <26", options="header"]', "[cols=3]", "[%header,cols='1;2*']", "文"],
)
def test_the_attributes_or_the_first_line_say_how_many_columns_there_are(about):
    assert tables(table(HEAD, "|规章", "|1 |2", about=about)) == [[READ, ["规章", "1", "2"]]]


def test_a_cell_says_what_it_spans_before_its_bar():
    lines = (".2+|三、 2+^|（一）", "|（二） |1", "2+|总计 m|5")
    assert tables(table(*lines)) == [[["三、", "（一）", ""], ["", "（二）", "1"], ["总计", "", "5"]]]


def test_a_cell_may_stand_there_several_times():
    assert tables(table("|规章 2*|0")) == [[["规章", "0", "0"]]]


def test_text_below_a_cell_is_of_it_and_a_bar_may_be_escaped():
    assert tables(table("|行政 +", "规范\\|性", "|{empty}1{nbsp}|/", "")) == [[["行政\n规范|性", "1", "/"]]]


def test_a_role_that_changes_nothing_is_no_text():
    lines = ("|[.MsoNormal]#规章# |[a]##1## |[.a]#2#[.a]#3#", "|[.hidden]#1# |[.white]#2# |#3#")
    assert tables(table(*lines)) == [[["规章", "1", "2  3"], ["[.hidden]#1#", "[.white]#2#", "#3#"]]]


def test_a_cell_has_its_place_and_the_table_its_attributes_and_title():
    text = f"前\n.2023年\n{table(HEAD, '|规章 |17 |2')}后"
    (grid,) = asciidoc_tables(lines_of(text))
    cell = grid.rows[1][1]
    assert (text[cell.start : cell.end], cell.line, cell.column) == ("17", 6, 6)
    assert text[: grid.start] + text[grid.end :] == "前\n\n后"
    assert grid.caption is not None
    assert grid.caption.text == "2023年"


def test_a_line_of_comment_is_not_there():
    assert tables(table(HEAD, "// |规章 |7 |8", "|规章 |1 |2")) == [[READ, ["规章", "1", "2"]]]


@pytest.mark.parametrize(
    "text",
    [
        f"////\n{table(HEAD)}////\n",
        f"ifdef::draft[]\n{table(HEAD)}endif::[]\n",
        table(HEAD, "ifndef::draft[]", "|规章 |1 |2", "endif::[]"),
        table(HEAD, "include::rows.adoc[]"),
        table(HEAD, "a|!===", "! 1 ! 2", "!===", "|1 |2"),
    ],
    ids=["comment", "condition", "condition within", "rows from elsewhere", "a table in a cell"],
)
def test_of_a_table_that_nobody_knows_to_be_shown_so_no_row_is(text):
    (grid,) = asciidoc_tables(lines_of(text))
    assert grid.rows == ()


@pytest.mark.parametrize(
    "text",
    [
        table(HEAD, "|规章 |1"),
        table(HEAD, "|规章 |1", "|行政 |2 |3", "|4"),
        table("文", HEAD),
        table(HEAD, about="[cols=3*,separator=¦]"),
        table(HEAD, about="[cols=2*]"),
        f"[cols=3*]\n|===\n{HEAD}\n",
        table("|规章", "|1", about="文"),
    ],
    ids=["too few", "within lines", "text before", "another sign", "other columns", "no end", "one column"],
)
def test_what_is_no_whole_table_is_none(text):
    assert tables(text) == []


@pytest.mark.parametrize(
    "mark", ["[.line-through]#{}#", "[line-through]#{}#", "^{}^", "~{}~", "{}footnote:[注]"]
)
def test_a_number_that_is_struck_or_a_mark_is_none(mark):
    report, text = rewritten(REPORTS / "rows-2021.txt", LAYOUT.write)
    (row,) = [line for line in text.splitlines() if line.startswith("|规章 ")]
    number = row.split("|")[2].strip()
    again = gd.parse(text.replace(row, row.replace(f"|{number} ", f"|{mark.format(number)} ", 1)))
    lost = numbers(report).keys() - numbers(again).keys()
    # What is more than a number may be a word of another table: it costs its row.
    row_of = {f"proactive.rules.{name}" for name in ("issued", "repealed", "in_force")}
    assert {"proactive.rules.issued"} <= lost <= row_of
    assert numbers(again).items() <= numbers(report).items()


@pytest.mark.parametrize("every", [3, 7, 11])
def test_a_bar_that_is_lost_makes_no_wrong_number(every):
    report, text = rewritten(REPORTS / "rows-2021.txt", LAYOUT.write)
    bars = [at for at, sign in enumerate(text) if sign == "|"]
    for at in bars[::every]:
        assert numbers(gd.parse(text[:at] + text[at + 1 :])).items() <= numbers(report).items()


def test_cells_a_line_each_are_the_same_table():
    report, text = rewritten(REPORTS / "rows-2021.txt", LAYOUT.write)
    assert cells(gd.parse(text.replace(" |", "\n|"))) == cells(report)
