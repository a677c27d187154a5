"""The kinds of issues of reading: each has one code, and says the same in both languages."""

import re
from string import Formatter

import pytest

from gov_disclosure.building import remarks as folder
from gov_disclosure.building.remarks import REMARKS, issue_kinds
from gov_disclosure.model.issue_kinds import KINDS

ALL = issue_kinds()


def places(words):
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.code)
def test_a_kind_says_the_same_facts_in_both_languages(kind):
    assert re.fullmatch(r"[DSETV]\d{3}", kind.code)
    assert places(kind.words.en) == places(kind.words.zh)
    for english in (kind.words.en, kind.when.en):
        assert english.isascii()
    assert kind.when.zh


def test_a_code_is_of_one_kind_be_it_of_a_stage_or_of_a_remark():
    assert [kind.code for kind in ALL] == sorted({kind.code for kind in ALL})
    assert len(ALL) == len(KINDS) + len(REMARKS)


def test_a_remark_with_the_code_of_another_kind_is_an_error(monkeypatch):
    monkeypatch.setattr(folder, "KINDS", (*KINDS, REMARKS[0].kind))
    with pytest.raises(ValueError, match="another kind"):
        issue_kinds()
