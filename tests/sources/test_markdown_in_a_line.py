"""Markdown tables that have lost their line ends, and those whose cells go on in the next line."""

import re
from itertools import zip_longest

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.kinds import markdown, markdown_line
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.markdown_in_a_line import tables_in_a_line
from gov_disclosure.sources.signs import may_be_in_a_line
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten

TABLE = "| 信息内容 | 制发 | |---|--:| | 规章 | 7 | | 其他 |  | | 许可 | - |"
READ = [["信息内容", "制发"], ["规章", "7"], ["其他", ""], ["许可", "-"]]
NAMES = ("tika-2019", "tika-2021")


def tables(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in tables_in_a_line(lines_of(text))]


@pytest.mark.parametrize(
    "text", [TABLE, TABLE.replace(" |", "|").replace("| |", "||"), f"一、前 {TABLE} 二、后 | 3"]
)
def test_the_rule_tells_how_many_cells_a_row_has(text):
    assert may_be_in_a_line(text)
    assert tables(text.removesuffix(" | 3")) == [READ]


def test_what_stands_around_tables_is_no_part_of_them_and_a_cell_has_its_place():
    text = f"前\n一、前 {TABLE} 二、中 {TABLE}后"
    one, other = tables_in_a_line(lines_of(text))
    assert text[: one.start] + text[one.end : other.start] + text[other.end :] == "前\n一、前  二、中 后"
    cell = other.rows[1][1]
    assert (text[cell.start : cell.end], cell.line) == ("7", 2)
    assert text.splitlines()[1][cell.column - 1] == "7"


def test_signs_in_cells_are_what_they_say():
    assert tables(TABLE.replace("规章", "规\\|章<br>一"))[0][1] == ["规|章\n一", "7"]


@pytest.mark.parametrize("lost", ["| 规章 ", "| 7 ", "| --: ", "| |", " 制发 |"])
def test_a_table_that_does_not_come_out_even_gives_nothing(lost):
    assert [
        row for table in tables(TABLE.replace("|--:", "| --: ").replace(lost, "", 1)) for row in table
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "| 甲 | 乙 |",
        "|---|---|",
        "| 甲 | 乙 | |---|---|",
        "|---|---| | 甲 | 乙 |",
        "| 甲 | - | - | - | - | 乙 |",
    ],
)
def test_a_line_of_another_kind_is_no_table(text):
    assert tables(text) == []


def test_a_text_without_a_rule_behind_a_row_is_not_looked_through():
    assert not may_be_in_a_line("| 甲 | 乙 |\n| --- | --- |\n| 规章 | 7 |\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_report_on_one_line_gives_the_same_numbers(name):
    report, text = rewritten(REPORTS / f"{name}.txt", markdown.LAYOUT.write)
    assert numbers(gd.parse(re.sub(r"\n+", " ", text))) == numbers(report)


@pytest.mark.parametrize("every", [9, pytest.param(1, marks=pytest.mark.thorough)])
def test_a_cell_that_is_lost_makes_no_wrong_number(every):
    report, text = rewritten(REPORTS / "tika-2021.txt", markdown_line.LAYOUT.write)
    for cell in list(re.finditer(r"\|[^|\n]*(?=\|)", text))[::every]:
        damaged = text[: cell.start()] + text[cell.end() :]
        assert numbers(gd.parse(damaged)).items() <= numbers(report).items(), cell


# --- Cells that go on -------------------------------------------------------------------------------------


def _parts(text: str, width: int) -> list[str]:
    whole = text.isdigit() or not text
    return [text] if whole else [text[at : at + width] for at in range(0, len(text), width)]


def _broken(grid: Grid, width: int) -> str:
    """Each cell with line ends in it."""
    rows = (
        "| " + " | ".join(["\n".join(_parts(text, width)) for text in texts]) + " |\n" for texts in grid.texts()
    )
    return "".join(rows)


def _in_further_rows(grid: Grid, width: int) -> str:
    """What does not fit into a column stands in the next row."""
    lines: list[str] = []
    for texts in grid.texts():
        parts = [_parts(text, width) for text in texts]
        rows = zip_longest(*parts, fillvalue="")
        lines += [f"| {' | '.join(row)} |\n" for row in rows]
    return "".join(lines)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [5, 8, 12, 20])
@pytest.mark.parametrize("write", [_broken, _in_further_rows])
def test_cells_that_are_wrapped_make_no_wrong_number_and_few_are_lost(name, width, write):
    report, text = rewritten(REPORTS / f"{name}.txt", apart(lambda grid: write(grid, width)))
    read = numbers(gd.parse(text))
    assert read.items() <= numbers(report).items()
    assert len(read) >= 0.9 * len(numbers(report))


@pytest.mark.parametrize("name", NAMES)
def test_long_labels_that_are_wrapped_change_no_cell(name):
    report, text = rewritten(REPORTS / f"{name}.txt", apart(lambda grid: _broken(grid, 20)))
    assert cells(gd.parse(text)) == cells(report)
