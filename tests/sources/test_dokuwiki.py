"""Tables of DokuWiki."""

import re

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.kinds.dokuwiki import LAYOUT
from gov_disclosure.sources.dokuwiki import dokuwiki_tables
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.signs import may_be_dokuwiki
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten

TABLE = "^ 三、 ^ （一） ^^ 总计 ^\n^ ::: | 1.甲 |  | 17 |\n| ::: | 2.乙 | 5 | ::: |\n"
READ = [["三、", "（一）", "", "总计"], ["", "1.甲", "", "17\ufffc"], ["", "2.乙", "5", "\ufffc"]]


def tables(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in dokuwiki_tables(lines_of(text))]


def test_a_sign_straight_behind_another_spans_columns_and_colons_are_what_reaches_down():
    text = f"前\n{TABLE}后"
    (grid,) = dokuwiki_tables(lines_of(text))
    assert tables(text) == [READ]
    assert text[: grid.start] + text[grid.end :] == "前\n\n后"
    assert (grid.rows[0][0].rowspan, grid.rows[0][1].colspan) == (3, 2)
    cell = grid.rows[1][3]
    assert (text[cell.start : cell.end], cell.line, cell.column) == ("17", 3, 18)


def test_colons_below_nothing_are_a_text():
    assert tables("^ 甲 ^ 乙 ^\n| 1 | 2 | ::: |\n")[0][1] == ["1", "2", ":::"]


@pytest.mark.parametrize(
    "text", ["| 规章 | 1 |\n| 许可 | 2 |\n", "^ 甲 ^\n", "^ 甲\n^ 乙\n", "::: note\n甲\n:::\n"]
)
def test_other_texts_are_no_table(text):
    assert tables(text) == []


def test_a_text_without_heads_and_colons_is_not_looked_through():
    assert not may_be_dokuwiki("| 规章 | 1 |\n| 许可 | 2^3 |\n")


CHANGES = {
    "aligned": (r"(?<=[|^]) (?=[^|^])", "   "),
    "without heads": (r"\^", "|"),
    "all heads": (r"(?m)^(.*)\|$", r"\1^"),
}


@pytest.mark.parametrize("name", ["tika-2019", "tika-2021"])
@pytest.mark.parametrize("change", CHANGES)
def test_other_writings_of_a_table_give_the_same_cells(name, change):
    report, text = rewritten(REPORTS / f"{name}.txt", LAYOUT.write)
    text = re.sub(*CHANGES[change], text)
    expected = numbers if change == "without heads" else cells
    assert expected(gd.parse(text)) == expected(report)


@pytest.mark.parametrize("every", [13, pytest.param(1, marks=pytest.mark.thorough)])
def test_a_sign_that_is_lost_makes_no_wrong_number(every):
    report, text = rewritten(REPORTS / "tika-2021.txt", LAYOUT.write)
    for sign in list(re.finditer(r"[|^]|:::", text))[::every]:
        damaged = text[: sign.start()] + text[sign.end() :]
        assert numbers(gd.parse(damaged)).items() <= numbers(report).items(), sign
