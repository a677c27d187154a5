"""What a tool sets over columns without a name: numbers, and names made of these."""

import pytest

from gov_disclosure.scanning.pieces import Pieces
from gov_disclosure.scanning.scanner import scan
from gov_disclosure.scanning.wrapped import join_wrapped_cells


def rows(text: str) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for piece in join_wrapped_cells(Pieces.of(scan(text))).all:
        found.setdefault(piece.row, []).append(piece.text.strip())
    return [found[row] for row in sorted(found)]


BODY = "|---|---|---|---|\n| 规章 | 1 | 2 | 3 |\n| 行政许可 | 4 | | |\n"


def test_a_row_that_counts_columns_above_a_table_is_left_out():
    assert rows("| 0 | 1 | 2 | 3 |\n" + BODY) == rows(BODY)


@pytest.mark.parametrize("row", ["| 1 | 2 | 3 | 4 |", "| 0 | 1 | 3 | 2 |", "| 规章 | 0 | 1 | 2 |"])
def test_other_rows_stay(row):
    assert len(rows(f"{row}\n{BODY}")) == 3


def test_a_row_of_values_below_others_stays_though_it_counts():
    assert ["0", "1", "2", "3"] in rows(f"{BODY}| 0 | 1 | 2 | 3 |\n")


@pytest.mark.parametrize("name", ["Col3", "Field 3", "Unnamed: 2", "Col2"])
def test_the_name_of_a_nameless_column_is_an_empty_cell(name):
    assert rows(f"| 规章 | 1 | {name} | 3 |\n{BODY}")[0] == ["规章", "1", "", "3"]


@pytest.mark.parametrize("name", ["Col5", "Col", "3", "Col3x"])
def test_any_other_word_stays(name):
    assert rows(f"| 规章 | 1 | {name} | 3 |\n{BODY}")[0] == ["规章", "1", name, "3"]


def test_cells_between_two_tabs_each_are_cells_and_two_pairs_an_empty_one():
    lines = [
        "信息内容\t\t制发\t\t废止\t\t有效",
        "规章\t\t1\t\t2\t\t3",
        "行政许可\t\t\t\t5\t\t6",
        "行政处罚\t\t7\t\t\t\t8",
        "行政强制\t\t9\t\t1\t\t2",
    ]
    text = "\n".join(lines)
    assert rows(text) == rows(text.replace("\t\t", "\t"))
    assert rows(text.replace("\t\t", "\t", 1))[0] != rows(text)[0]
