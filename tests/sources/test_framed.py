"""Data frames as pandas prints them."""

from collections.abc import Callable
from random import Random

import pandas as pd
import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.documents import plain
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.framed import framed_tables
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.signs import may_be_framed
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten


def framed(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in framed_tables(lines_of(text))]


FRAME = """\
         0    1    2
0     信息内容   制发  NaN
1       规章    1   12
2  行政规范性文件  NaN
3   行政\\n许可    5  a b
"""
READ = [["信息内容", "制发", ""], ["规章", "1", "12"], ["行政规范性文件", "", ""], ["行政\n许可", "5", "a b"]]


def test_a_cell_stands_over_the_edge_at_which_it_ends():
    assert framed(f"一、标题\n{FRAME}后文\n") == [READ]


def test_the_numbers_over_more_than_ten_columns_may_be_as_wide_as_the_last():
    rows = [
        ["行政 复议"] * 6 + ["行政 诉讼"] * 6,
        [str(10 * number) for number in range(12)],
        [*"abcdefghijkl"],
    ]
    text = pd.DataFrame(rows).to_string()
    assert text.startswith("      0 ")
    assert framed(f"{text}\n") == [rows]


def test_a_cell_has_its_place_and_the_numbers_over_the_columns_are_of_the_frame():
    text = f"一、标题\n{FRAME}后文\n"
    (grid,) = framed_tables(lines_of(text))
    cell = grid.rows[1][2]
    assert text[cell.start : cell.end] == "12"
    assert (cell.line, cell.column) == (4, 19)
    assert text[: grid.start] + text[grid.end :] == "一、标题\n\n后文\n"


@pytest.mark.parametrize(
    "line",
    [
        "1       规章     1   12",
        "1       规章    1  12",
        "1       规章   1    12",
        "1       规章    1   12  3",
        "1      规章  7    1   12",
        "        规章    1   12",
        "1   规章     1   12",
    ],
)
def test_a_line_whose_cells_end_elsewhere_is_left_out(line):
    assert framed(FRAME.replace("1       规章    1   12", line)) == [[READ[0], *READ[2:]]]


def test_a_frame_in_parts_is_put_together_by_the_numbers_of_its_rows():
    one = "     0    1  \\\n0  甲  NaN   \n1   乙  NaN   \n".replace("0  甲", "0   甲")
    two = "     2   3\n0  NaN   4\n1    5  11\n"
    assert framed(f"{one}\n{two}\n后文") == [[["甲", "", "", "4"], ["乙", "", "5", "11"]]]
    assert framed(f"{one}\n{two.replace('1    5  11', '')}") == [[]]
    assert framed(f"{one}\n后文") == [[]]
    assert framed(one) == [[]]


def test_lines_between_bars_are_no_frame():
    assert framed("| 行政许可 | 271 | NaN |\n| 行政强制 | 426 | NaN |\n| 行政处罚 | 873 | NaN |\n") == []


def test_a_frame_without_some_of_its_columns_has_no_rows_and_one_without_some_of_its_rows_has_the_others():
    cut = "     0  ...    9\n0   甲  ...  NaN\n1   乙  ...    7\n2   丙  ...  NaN\n"
    assert framed(cut) == [[]]
    rows = "     0    1\n0    甲  NaN\n1    乙    7\n..  ..  ...\n8    丙  NaN\n"
    assert framed(rows) == [[["甲", ""], ["乙", "7"], ["丙", ""]]]


@pytest.mark.parametrize(
    "text", ["规章 NaN 1\n后文\n", "None of it\nis a frame, None\n", "甲 NaN\n乙乙  1 NaN 2\n"]
)
def test_prose_with_such_words_is_no_frame(text):
    assert framed(text) == []


def test_a_text_without_nothing_is_not_looked_through():
    assert not may_be_framed("     0  1\n0  规章  1\n")


# --- Reports ----------------------------------------------------------------------------------------------


def _frame(grid: Grid, empty: str | None = None) -> pd.DataFrame:
    return pd.DataFrame([[(cell.text or empty) if cell.is_own else None for cell in row] for row in grid.rows])


def _headed(grid: Grid) -> str:
    frame = _frame(grid)
    return frame[1:].set_axis(list(frame.iloc[0]), axis="columns").to_string()


def _wide(grid: Grid) -> str:
    with pd.option_context("display.unicode.east_asian_width", True):
        return _frame(grid).to_string()


def _in_parts(grid: Grid) -> str:
    with pd.option_context("display.max_columns", None, "display.width", 120, "display.max_colwidth", 60):
        return repr(_frame(grid))


WRITINGS: dict[str, Callable[[Grid], str]] = {
    "to_string": lambda grid: _frame(grid).to_string(),
    "empty texts": lambda grid: _frame(grid, "").to_string(),
    "without numbers": lambda grid: _frame(grid).to_string(index=False, header=False),
    "with a head": _headed,
    "with wide characters": _wide,
    "at the left": lambda grid: _frame(grid).to_string(justify="left"),
    "in parts": _in_parts,
}


@pytest.mark.parametrize("name", ["tika-2019", "tika-2021"])
@pytest.mark.parametrize("writing", WRITINGS)
def test_a_frame_that_is_printed_whole_gives_the_same_cells(name, writing):
    report, text = rewritten(REPORTS / f"{name}.txt", plain(lambda grid: f"{WRITINGS[writing](grid)}\n"))
    assert cells(gd.parse(text)) == cells(report)


@pytest.mark.parametrize("name", ["tika-2019", "tika-2021"])
@pytest.mark.parametrize("columns", [4, 6, 9, None])
@pytest.mark.parametrize("rows", [6, None])
def test_a_frame_that_is_cut_makes_no_wrong_number(name, columns, rows):
    with pd.option_context("display.max_columns", columns, "display.max_rows", rows, "display.width", 80):
        report, text = rewritten(REPORTS / f"{name}.txt", plain(lambda grid: f"{_frame(grid)!r}\n"))
    assert numbers(gd.parse(text)).items() <= numbers(report).items()


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("times", [12, pytest.param(400, marks=pytest.mark.thorough)])
def test_a_frame_with_a_damage_makes_no_wrong_number(writing, times):
    report, text = rewritten(REPORTS / "tika-2021.txt", plain(lambda grid: f"{WRITINGS[writing](grid)}\n"))
    lines, random = text.split("\n"), Random(writing)
    for _ in range(times):
        at = random.randrange(10, len(lines) - 5)
        line, cut = lines[at], random.randrange(len(lines[at]) + 1)
        put = random.choice([[], [line, line], [line[:cut], line[cut:]], [f"{line[:cut]} {line[cut:]}"],
                             [line[:cut]], [line.replace(" ", "", 1)], [f"{line}{lines[at + 1]}"]])  # fmt: skip
        damaged = "\n".join(
            [*lines[:at], *put, *lines[at + 1 + (len(put) == 1 and len(put[0]) > len(line) + 1) :]]
        )
        assert numbers(gd.parse(damaged)).items() <= numbers(report).items(), (at, put)
