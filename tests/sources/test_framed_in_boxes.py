"""Data frames as polars prints them."""

from itertools import zip_longest
from random import Random

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.width import broken, display_width, pad
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.framed_in_boxes import tables_framed_in_boxes
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.signs import may_be_framed_in_boxes
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten


def framed(text: str) -> list[list[list[str]]]:
    grids = tables_framed_in_boxes(lines_of(text))
    return [[[cell.text for cell in row] for row in grid.rows] for grid in grids]


FRAME = """\
shape: (2, 3)
┌──────────┬──────────┬──────────┐
│ column_0 ┆ column_1 ┆ column_2 │
│ ---      ┆ ---      ┆ ---      │
│ str      ┆ i64      ┆ f64      │
╞══════════╪══════════╪══════════╡
│ 信息内容 ┆ 制发     ┆ null     │
│ 规章     ┆ 1        ┆ NaN      │
└──────────┴──────────┴──────────┘
"""
READ = [["信息内容", "制发", ""], ["规章", "1", ""]]
WRAPPED = FRAME.replace("│ 规章     ┆ 1        ┆", "│ 行政规范 ┆ 1        ┆").replace(
    "└", "│ 性文件   ┆          ┆          │\n└"
)


def test_a_frame_has_its_rows_without_types_and_takes_its_shape_along():
    text = f"前\n{FRAME}后\n"
    (grid,) = tables_framed_in_boxes(lines_of(text))
    assert framed(text) == [READ]
    assert text[: grid.start] + text[grid.end :] == "前\n\n后\n"
    cell = grid.rows[1][1]
    assert (text[cell.start : cell.end], cell.line, cell.column) == ("1", 9, 12)


def test_names_are_a_row_unless_they_only_count():
    assert framed(FRAME.replace("column_0", "甲       "))[0][0] == ["甲", "column_1", "column_2"]
    assert framed(FRAME.replace("column_", "       "))[0] == READ


def test_the_count_tells_which_lines_go_on():
    assert framed(WRAPPED) == [[READ[0], ["行政规范\n性文件", "1", ""]]]
    assert framed(WRAPPED.replace("(2, 3)", "(3, 3)"))[0][1:] == [["行政规范", "1", ""], ["性文件", "", ""]]
    assert framed(WRAPPED.replace("(2, 3)", "(4, 3)")) == [[]]
    assert framed(WRAPPED.replace("shape: (2, 3)\n", "")) == [[]]


def test_rules_between_rows_tell_too():
    rule = "├╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌┤\n"
    text = WRAPPED.replace("shape: (2, 3)\n", "").replace("│ 行政规范", f"{rule}│ 行政规范")
    assert framed(text) == [[READ[0], ["行政规范\n性文件", "1", ""]]]


def test_a_frame_without_some_of_its_columns_has_no_rows_and_one_without_some_of_its_rows_has_the_others():
    assert framed(FRAME.replace("column_1", "…       ")) == [[]]
    cut = FRAME.replace("│ 规章", "│ …        ┆ …        ┆ …        │\n│ 规章")
    assert framed(cut) == framed(FRAME)


def test_a_line_with_a_bar_too_few_is_left_out():
    assert framed(FRAME.replace("规章     ┆", "规章      ")) == [READ[:1]]


@pytest.mark.parametrize("text", ["甲 ┆ 乙\n", "│ 甲 ┆ 乙 │\n│ 丙 ┆ 丁 │\n", ""])
def test_such_bars_alone_are_no_frame(text):
    assert framed(text) == []


def test_a_text_without_such_bars_is_not_looked_through():
    assert not may_be_framed_in_boxes("│规章│0│7│")


# --- Reports ----------------------------------------------------------------------------------------------


def _printed(grid: Grid, most: int) -> str:
    """As polars prints a frame whose columns are ``most`` characters wide at the most, ten or more."""
    rows = [[(cell.text if cell.is_own else "") or "null" for cell in row] for row in grid.rows]
    rows = [
        [f"column_{number}" for number in range(grid.width)],
        ["---"] * grid.width,
        ["str"] * grid.width,
        *rows,
    ]
    widths = [min(max(map(display_width, column)), most) for column in zip(*rows, strict=True)]
    lines = [
        f"│ {' ┆ '.join(map(pad, parts, widths))} │"
        for row in rows
        for parts in zip_longest(*map(broken, row, widths), fillvalue="")
    ]
    edges = [
        left + mid.join([line * (width + 2) for width in widths]) + right
        for left, line, mid, right in ("┌─┬┐", "╞═╪╡", "└─┴┘")
    ]
    shape = f"shape: ({len(grid.rows)}, {grid.width})"
    return "\n".join([shape, edges[0], *lines[:3], edges[1], *lines[3:], edges[2], ""])


@pytest.mark.parametrize("name", ["tika-2019", "tika-2021"])
@pytest.mark.parametrize("most", [200, 20, 10])
def test_a_frame_that_is_printed_whole_gives_the_same_cells(name, most):
    report, text = rewritten(REPORTS / f"{name}.txt", plain(lambda grid: _printed(grid, most)))
    assert cells(gd.parse(text)) == cells(report)


@pytest.mark.parametrize("most", [200, 12])
@pytest.mark.parametrize("times", [25, pytest.param(800, marks=pytest.mark.thorough)])
def test_a_frame_with_a_damage_makes_no_wrong_number(most, times):
    report, text = rewritten(REPORTS / "tika-2021.txt", plain(lambda grid: _printed(grid, most)))
    lines, random = text.split("\n"), Random(most)
    for _ in range(times):
        at = random.randrange(10, len(lines) - 5)
        line, cut = lines[at], random.randrange(len(lines[at]) + 1)
        put = random.choice([[], [line] * 2, [line[:cut], line[cut:]], [line[:cut]], [line.replace("┆", "", 1)],
                             [line.replace("┆", "┆ ┆", 1)]])  # fmt: skip
        damaged = "\n".join([*lines[:at], *put, *lines[at + 1 :]])
        assert numbers(gd.parse(damaged)).items() <= numbers(report).items(), (at, put)
