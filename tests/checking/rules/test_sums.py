"""B601 to B604: what the rules on the form's identities find where one fails or can't be assessed."""

import pytest

import gov_disclosure as gd
from helpers.checked import full, raised, with_cell

# Of each rule a cell, and an identity that it stands in.
FIRST = {
    "B601": ("requests.results.granted.natural_person", "B601.natural_person"),
    "B602": ("requests.new_received.natural_person", "B602.natural_person"),
    "B603": ("requests.new_received.natural_person", "B603.new_received"),
    "B604": ("disputes.reconsideration.upheld", "B604.reconsideration"),
}


def test_no_identity_is_without_a_rule():
    assert {identity.code for edition in gd.Edition for identity in gd.identities(edition)} == set(FIRST)


@pytest.mark.parametrize("code", FIRST)
def test_a_rule_that_holds_finds_nothing(code):
    assert gd.check(full(), [code]) == ()


@pytest.mark.parametrize(("code", "id", "rule"), [(code, *case) for code, case in FIRST.items()])
def test_a_rule_that_fails_says_so_with_cells_places_and_both_sides(code, id, rule):
    report = raised(full(), id, 4)
    (finding,) = gd.check(report, [code])
    assert (finding.code, finding.id, finding.level) == (code, rule, gd.Level.ERROR)
    assert finding.outcome is gd.Outcome.FAILS
    assert id in finding.cells
    assert len(finding.locations) == len(finding.cells)
    assert abs(finding.difference) == 4
    for words in (finding.message.zh, finding.message.en):
        assert all(str(number) in words for number in (finding.left, finding.right, 4))


@pytest.mark.parametrize(("code", "id", "rule"), [(code, *case) for code, case in FIRST.items()])
def test_a_rule_that_is_not_assessable_names_the_cells_that_prevent_it(code, id, rule):
    (finding,) = gd.check(with_cell(full(), id, None, gd.State.MISSING), [code])
    assert (finding.id, finding.level, finding.outcome) == (rule, gd.Level.INFO, gd.Outcome.NOT_ASSESSABLE)
    assert finding.cells == (id,)
    assert (finding.left, finding.right, finding.difference) == (None, None, None)
    for words in (finding.message.zh, finding.message.en):
        assert "1" in words
        assert "{" not in words
