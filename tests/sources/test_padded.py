"""Tables in columns of spaces: what makes their places certain, and what unmakes it."""

from collections.abc import Sequence

import pytest

from gov_disclosure.layouts.finding import grids_in
from gov_disclosure.layouts.width import display_width, pad

ROWS = [
    ["信息内容", "制发件数", "废止件数"],
    ["规章", "12", ""],
    ["行政规范性文件", "7", "3"],
    ["行政许可", "", "95"],
    ["行政处罚", "5", ""],
]


def written(rows: Sequence[Sequence[str]]) -> str:
    """Each cell as wide as the widest in its column, two spaces between."""
    widths = [max(display_width(row[at]) for row in rows if at < len(row)) for at in range(max(map(len, rows)))]
    return "".join("  ".join(map(pad, row, widths)) + "\n" for row in rows)


TABLE = written(ROWS)


def padded(text: str) -> list[list[list[str]]]:
    return [grid.texts() for grid in grids_in(text)]


def test_blanks_keep_their_places():
    assert padded(TABLE) == [ROWS]


@pytest.mark.parametrize("heading", ["二、主动公开政府信息情况\n", "前文。\n"])
def test_other_lines_may_touch_it(heading):
    assert padded(heading + TABLE + heading) == [ROWS]


def test_a_row_that_has_lost_a_cell_is_shorter():
    damaged = TABLE.replace("行政规范性文件  7         3", "行政规范性文件  3")
    assert damaged != TABLE
    (texts,) = padded(damaged)
    assert texts[2] == ["行政规范性文件", "3"]


def test_of_a_row_that_ends_with_no_column_no_number_is_read():
    lines = TABLE.splitlines()
    damaged = "\n".join([*lines[:-1], "行政处罚  5  4"])
    (texts,) = padded(f"{damaged}\n{lines[-1]}\n")
    assert texts[-2][0] == "行政处罚"
    assert not any("5" in text or "4" in text for text in texts[-2])


def test_a_column_that_has_lost_what_is_widest_in_it_leaves_no_table():
    assert padded(TABLE.replace("制发件数", "        ")) == []


def test_a_single_space_parts_columns_where_no_line_of_many_has_a_sign_there():
    many = [*ROWS, ["行政强制", "", "8"], ["其他", "6", "4 5"], ["七", "", "11"]]
    widths = [max(display_width(row[at]) for row in many) for at in range(3)]
    close = "".join(" ".join(map(pad, row, widths)) + "\n" for row in many)
    assert padded(close) == [many]
    assert padded("".join(close.splitlines(keepends=True)[:7])) == []


def test_without_padding_behind_its_lines_it_is_none():
    assert padded("\n".join(line.rstrip() for line in TABLE.splitlines())) == []


def test_lines_that_end_with_different_columns_are_loose_rows():
    rows = [["规章", "12", "7"], ["行政许可", "3", "145"], ["结转", "5"]]
    (grid,) = grids_in(written(rows))
    assert not grid.says_places
    assert grid.texts() == rows
