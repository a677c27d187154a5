"""Tables of Textile."""

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.layouts.kinds.textile import LAYOUT
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.textile import textile_tables
from helpers.reports import REPORTS
from helpers.rewritten import numbers, rewritten


def tables(text: str) -> list[list[list[str]]]:
    return [grid.texts() for grid in textile_tables(lines_of(text))]


def test_what_a_cell_spans_and_how_it_is_set_stands_behind_its_bar():
    lines = (
        "|_. 信息内容 |\\2=. 制发 |",
        "|/2. 规章 |<. 1 |>. 2 |",
        "(c). |{color:red}. 3|4 |",
        "|{font-size:9pt}. 文|-5-| /|",
    )
    assert tables("\n".join(lines)) == [
        [["信息内容", "制发", ""], ["规章", "1", "2"], ["", "3", "4"], ["文", "-5-", "/"]]
    ]


@pytest.mark.parametrize("look", ["display:none", "color:white", "text-decoration:line-through", "font-size:0"])
def test_a_cell_that_its_look_may_hide_is_unclear(look):
    lines = (f"|_. 甲|{{{look}}}. 1|", "|乙|(a). 2|", f"{{{look}}}. |丙|3|", "|(hidden). 丁|4|")
    assert tables("\n".join(lines)) == [[["甲", UNCLEAR], ["乙", "2"], [UNCLEAR, UNCLEAR], [UNCLEAR, "4"]]]


@pytest.mark.parametrize(
    "text",
    ["|规章|1|\n|文件|2|\n", "|_. 规章|1|\n", "|1. 属于国家秘密|1|\n|2. 其他|2|\n", "|_甲_|1|\n|乙|2|\n"],
)
def test_a_table_without_such_signs_is_none_of_textile(text):
    assert tables(text) == []


def test_a_cell_has_its_place():
    text = "前\n|_. 甲|\n|\\2. 17|\n后"
    (grid,) = textile_tables(lines_of(text))
    cell = grid.rows[1][0]
    assert (text[cell.start : cell.end], cell.line, cell.column) == ("17", 3, 6)
    assert text[: grid.start] + text[grid.end :] == "前\n\n后"


@pytest.mark.parametrize("every", [3, 7, 11])
def test_a_bar_that_is_lost_makes_no_wrong_number(every):
    report, text = rewritten(REPORTS / "rows-2021.txt", LAYOUT.write)
    bars = [at for at, sign in enumerate(text) if sign == "|"]
    for at in bars[::every]:
        assert numbers(gd.parse(text[:at] + text[at + 1 :])).items() <= numbers(report).items()
