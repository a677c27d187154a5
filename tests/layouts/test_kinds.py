"""The layouts: each has words in both languages, and the enumeration has those that can be written."""

import pickle

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.kinds import LAYOUTS


@pytest.mark.parametrize("kind", LAYOUTS, ids=lambda kind: kind.code)
def test_a_layout_says_how_it_looks_and_is_found_or_written(kind):
    assert kind.looks.zh
    assert kind.looks.en.isascii()
    assert kind.finder or kind.write


def test_the_enumeration_has_every_layout_that_can_be_written_and_no_other():
    assert {layout.value for layout in gd.Layout} == {kind.code for kind in LAYOUTS if kind.write}
    for layout in gd.Layout:
        assert layout.kind.code == layout == gd.Layout(layout.value)
        assert gd.Layout[layout.name] is layout
        assert pickle.loads(pickle.dumps(layout)) is layout


def test_a_layout_that_keeps_rows_keeps_blanks():
    assert all(kind.keeps_blanks for kind in LAYOUTS if kind.keeps_empty_rows)
