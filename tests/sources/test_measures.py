"""How many columns texts take."""

import pytest

from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.measures import MEASURES, measures_of


@pytest.mark.parametrize(
    ("text", "widths"), [("规章", [4, 4, 2]), ("12", [2, 2, 2]), ("│“", [2, 4, 2]), ("", [0, 0, 0])]
)
def test_a_text_is_as_wide_as_a_measure_takes_its_characters_to_be(text, widths):
    assert [measure.widths([text]) for measure in MEASURES] == [[width] for width in widths]


def test_columns_are_those_before_each_character_and_behind_the_last():
    assert [list(measure.columns("a规b")) for measure in MEASURES] == [[0, 1, 3, 4], [0, 1, 3, 4], [0, 1, 2, 3]]


@pytest.mark.parametrize(
    ("text", "places"), [("12 3\n4 5", [0]), ("规章 1\n12 3", [0, 2]), ("“规章” 1\n12 3", [0, 1, 2]), ("", [0])]
)
def test_of_measures_in_which_lines_stand_alike_the_likeliest_is_tried(text, places):
    assert [MEASURES.index(measure) for measure in measures_of(lines_of(text))] == places
