"""The form's identities, the verdicts on them, and what the rules find."""

from functools import cache

import pytest
from attrs import evolve

import gov_disclosure as gd
from conftest import REPORTS
from gov_disclosure.samples.choices import Rolled
from gov_disclosure.samples.reports import sample_report
from gov_disclosure.verdicts import edition_of

NEW = "requests.new_received"
GRANTED = "requests.results.granted"
FIRST = {
    "B601": (f"{GRANTED}.natural_person", "B601.natural_person"),
    "B602": (f"{NEW}.natural_person", "B602.natural_person"),
    "B603": (f"{NEW}.natural_person", "B603.new_received"),
    "B604": ("disputes.reconsideration.upheld", "B604.reconsideration"),
}


@cache
def full(edition: gd.Edition = gd.Edition.FORM_2021) -> gd.Report:
    """An invented report with a number in every cell, as it is read."""
    return gd.parse(gd.render(sample_report(Rolled("rules"), edition, frozenset())))


def with_cell(report: gd.Report, id: str, value: int | None, state: gd.State = gd.State.REPORTED) -> gd.Report:
    cell = evolve(report.cells[id], value=value, state=state)
    return evolve(report, cells={**report.cells, id: cell})


def raised(report: gd.Report, id: str, by: int = 1) -> gd.Report:
    return with_cell(report, id, int(report.cells[id].value) + by)


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
    assert gd.check(full(edition)) == ()


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


# --- Rules ------------------------------------------------------------------------------------------------


def test_every_rule_has_a_case_here_and_no_identity_is_outside_the_catalogue():
    assert [rule.code for rule in gd.RULES] == sorted(FIRST)
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


def test_rules_are_chosen_by_code_or_by_its_beginning():
    report = raised(full(), f"{NEW}.natural_person")
    assert [finding.code for finding in gd.check(report)] == ["B602", "B603"]
    assert [finding.code for finding in gd.check(report, ["B603", "B604"])] == ["B603"]
    assert gd.check(report, ["B"]) == gd.check(report)
    assert gd.check(report, []) == ()
    with pytest.raises(gd.GovDisclosureError, match="X9"):
        gd.check(report, ["X9"])


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_false_alarm_on_the_projects_reports(path):
    assert {finding.outcome for finding in gd.check(gd.read(path))} <= {gd.Outcome.NOT_ASSESSABLE}
