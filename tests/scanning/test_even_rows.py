"""Rows between spaces whose order other rows show."""

import pytest

from gov_disclosure.scanning.even_rows import rows_in_order
from gov_disclosure.scanning.scanner import scan
from gov_disclosure.scanning.spaced import segments_of, words_of

WHOLE = ["规章 12   345 6    78", "规章 1    3   62   7", "规章 123  45  6    781"]


def shown(*lines: str) -> list[int]:
    """The numbers of the lines, from 0, whose numbers are in order."""
    pieces = scan("\n".join(lines))
    rows = [(line, segments_of(words_of(line))[0][1]) for line in pieces]
    found = rows_in_order(rows)
    return [number for number, (_, numbers) in enumerate(rows) if numbers[0].start in found]


def test_a_row_at_the_edges_of_all_whole_rows_is_in_order():
    assert shown(*WHOLE, "规章 12       6    78", "规章 12 345        78") == [0, 1, 2, 3]


def test_edges_are_on_a_screen_or_by_characters():
    assert shown("规章 1  2", "规章 11 22", "abcd 1  2", "规章    2") == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "lines",
    [WHOLE[:2], [*WHOLE, "规章 12  345 6     78"], ["规章 12  345", "规章 1  3", "规章 123 45"]],
)
def test_of_two_rows_or_where_one_differs_nothing_is_shown(lines):
    assert shown(*lines, "规章 12       6    78") == []


def test_rows_of_the_same_gaps_show_each_other():
    assert shown("规章 1       2 3", "规范性文件 1       2 3", "规 1       2 3") == [0, 1, 2]
