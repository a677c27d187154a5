"""The form's identities, and the verdicts on them."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.checking.verdicts import edition_of
from helpers.checked import full, raised, with_cell

NEW = "requests.new_received"

# --- Identities -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edition", "counts"),
    [
        ("2019", {"B601": 7, "B602": 7, "B603": 23, "B604": 3}),
        ("2021", {"B601": 7, "B602": 7, "B603": 25, "B604": 3}),
    ],
)
def test_an_edition_has_so_many_identities_of_each_rule(edition, counts):
    found = [identity.code for identity in gd.identities(edition)]
    assert {code: found.count(code) for code in counts} == counts
    assert len(found) == sum(counts.values())
    assert len({identity.id for identity in gd.identities(edition)}) == len(found)


@pytest.mark.parametrize("edition", gd.Edition)
def test_every_cell_of_tables_three_and_four_stands_in_an_identity(edition):
    cells = {id for identity in gd.identities(edition) for id in identity.cells}
    assert cells == {field.id for field in gd.form_fields(edition) if field.table != "proactive"}


# --- Verdicts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", gd.Edition)
def test_in_a_report_that_adds_up_every_identity_holds(edition):
    verdicts = gd.assess(full(edition))
    assert {verdict.outcome for verdict in verdicts} == {gd.Outcome.HOLDS}
    assert all(verdict.left == verdict.right and verdict.difference == 0 for verdict in verdicts)
    assert gd.check(full(edition), ["B"]) == ()


@pytest.mark.parametrize("edition", gd.Edition)
def test_changing_any_one_cell_of_tables_three_and_four_breaks_its_identities_and_no_other(edition):
    report = full(edition)
    ids = [field.id for field in gd.form_fields(edition) if field.table != "proactive"]
    assert len(ids) == {"2019": 161, "2021": 175}[edition] + 15
    for id in ids:
        broken = [v.identity.id for v in gd.assess(raised(report, id)) if v.outcome is gd.Outcome.FAILS]
        assert broken == [identity.id for identity in gd.identities(edition) if id in identity.cells]
        assert broken


def test_a_verdict_that_fails_has_both_sides_and_their_difference():
    report = full()
    sums = {verdict.identity.id: verdict.left for verdict in gd.assess(report)}
    (verdict,) = (
        v for v in gd.assess(raised(report, f"{NEW}.natural_person", 3)) if v.identity.id == "B603.new_received"
    )
    assert (verdict.left, verdict.right) == (sums["B603.new_received"] + 3, sums["B603.new_received"])
    assert verdict.difference == 3


# Than any figure of the report.
MORE = 10**12
NO_NUMBER = [gd.State.BLANK, gd.State.MISSING, gd.State.UNREADABLE]


def without(report, id, state):
    """The report without a number in a cell, and its verdict on the row of what was newly received."""
    changed = with_cell(report, id, None, state)
    return next(one for one in gd.assess(changed) if one.identity.id == "B603.new_received"), changed


@pytest.mark.parametrize("state", NO_NUMBER)
def test_what_is_there_of_one_side_may_be_more_than_all_of_the_other_whatever_is_not_there(state):
    report = raised(full(), f"{NEW}.natural_person", MORE)
    verdict, changed = without(report, f"{NEW}.other_organization", state)
    total = int(report.cells[f"{NEW}.total"].value)
    known = total + MORE - int(report.cells[f"{NEW}.other_organization"].value)
    assert (verdict.outcome, verdict.left, verdict.right) == (gd.Outcome.FAILS, known, total)
    assert verdict.absent == (f"{NEW}.other_organization",)
    (finding,) = (one for one in gd.check(changed, "B603") if one.id == "B603.new_received")
    assert f"{NEW}.other_organization" not in finding.cells
    assert f"add up to {known}" in finding.message.en
    assert "1 cell(s) have no number and are not counted" in finding.message.en


@pytest.mark.parametrize("state", NO_NUMBER)
def test_what_is_there_and_is_less_than_the_total_tells_nothing(state):
    for id in (f"{NEW}.other_organization", f"{NEW}.total"):
        report = raised(full(), id, 1)
        assert without(report, id, state)[0].outcome is gd.Outcome.NOT_ASSESSABLE


def test_a_sum_without_some_of_its_numbers_blames_no_cell():
    report = raised(full(), f"{NEW}.natural_person", MORE)
    cells = dict(report.cells)
    for id in (f"{NEW}.other_organization", "requests.carried_over.natural_person"):
        cells[id] = evolve(cells[id], value=None, state=gd.State.BLANK)
    report = evolve(report, cells=cells)
    assert {one.code for one in gd.check(report, "B") if one.level is not gd.Level.INFO} == {"B602", "B603"}
    assert gd.localize(report) == ()


@pytest.mark.parametrize(
    ("state", "if_zero"),
    [
        (gd.State.BLANK, True),
        (gd.State.NOT_APPLICABLE, True),
        (gd.State.MISSING, None),
        (gd.State.UNREADABLE, None),
    ],
)
def test_without_a_number_in_a_cell_its_identities_are_not_assessable(state, if_zero):
    zeros = evolve(full(), cells={id: evolve(cell, value=0) for id, cell in full().cells.items()})
    verdicts = {v.identity.id: v for v in gd.assess(with_cell(zeros, f"{NEW}.natural_person", None, state))}
    for id in ("B602.natural_person", "B603.new_received"):
        assert verdicts[id].outcome is gd.Outcome.NOT_ASSESSABLE
        assert verdicts[id].absent == (f"{NEW}.natural_person",)
        assert verdicts[id].holds_if_zero is if_zero
        assert verdicts[id].difference is None
    assert verdicts["B603.carried_over"].outcome is gd.Outcome.HOLDS


def test_a_blank_is_no_zero_and_a_rule_says_so_that_would_not_hold_with_one():
    report = full()
    assert report.cells[f"{NEW}.total"].value
    verdicts = {v.identity.id: v for v in gd.assess(with_cell(report, f"{NEW}.total", None, gd.State.BLANK))}
    assert verdicts["B603.new_received"].holds_if_zero is False


def test_table_three_is_held_to_the_edition_that_its_own_rows_follow():
    report = full(gd.Edition.FORM_2019)
    assert edition_of(evolve(report, edition=gd.Edition.FORM_2021)) is gd.Edition.FORM_2019
    assert edition_of(evolve(report, edition=None, cells={})) is gd.Edition.FORM_2021
