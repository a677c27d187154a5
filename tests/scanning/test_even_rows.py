"""Rows between spaces whose order other rows show."""

import pytest

from gov_disclosure.scanning.even_rows import LineOfNumbers, rows_in_order
from gov_disclosure.scanning.scanner import scan
from gov_disclosure.scanning.spaced import segments_of, words_of

WHOLE = ["规章 12   345 6    78", "规章 1    3   62   7", "规章 123  45  6    781"]


def shown(*lines: str) -> list[int]:
    """The numbers of the lines, from 0, whose numbers are in order."""
    pieces = scan("\n".join(lines))
    numbers = [segments_of(words_of(line))[0][1] for line in pieces]
    rows = list(map(LineOfNumbers, pieces, numbers, [None, *pieces]))
    found = rows_in_order([row for row in rows if len(row.numbers) > 1])
    return [number for number, row in enumerate(rows) if row.numbers and row.start in found]


def test_a_row_at_the_edges_of_all_whole_rows_is_in_order():
    assert shown(*WHOLE, "规章 12       6    78", "规章 12 345        78") == [0, 1, 2, 3]


def test_edges_are_on_a_screen_or_by_characters():
    assert shown("规章 1  2  3", "规章 11 22 33", "abcd 1  2  3", "规章    2  3") == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "lines",
    [WHOLE[:2], [*WHOLE, "规章 12  345 6     78"], ["规章 12  345", "规章 1  3", "规章 123 45"]],
)
def test_of_two_rows_or_where_one_differs_nothing_is_shown(lines):
    assert shown(*lines, "规章 12       6    78") == []


def test_rows_of_the_same_gaps_show_each_other():
    assert shown("规章 1       2 3", "规范性文件 1       2 3", "规 1       2 3") == [0, 1, 2]


@pytest.mark.parametrize(
    ("numbers", "in_order"),
    [
        ("   3         4   512", [1]),
        ("3         4     51", [1]),
        # As a tool that counts a character as one column sets them.
        (" 3       4 512", [1]),
        ("3       4   51", [1]),
        # Elsewhere, or not all of them.
        ("  3        4   512", []),
        ("         4   512", []),
    ],
)
def test_numbers_that_begin_or_end_with_the_words_above_are_in_order(numbers, in_order):
    assert shown("总计      其他  复议", numbers) == in_order
    assert shown("总计      其他  1991", numbers) == []
