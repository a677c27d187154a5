"""What is suggested for figures that are wrong, empty or lost, why, and what applying it changes."""

from functools import cache

import pytest
from attrs import evolve
from hypothesis import assume, given, strategies as st

import gov_disclosure as gd
from gov_disclosure import strategies as gs
from gov_disclosure.checking.localizing.suggestions import _reason_of_one
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.reports import sample_report

NEW = "requests.new_received"
GRANTED = "requests.results.granted"
R = gd.Reason


@cache
def zeros() -> gd.Report:
    report = sample_report(Rolled("zeros"), gd.Edition.FORM_2021, frozenset())
    return evolve(report, cells={id: evolve(cell, value=0, raw="0") for id, cell in report.cells.items()})


def filled() -> gd.Report:
    """Requests of two people and a company, all granted: 1234 and 560 by people, 78 by companies."""
    figures = {
        f"{row}.{column}": figure
        for row in (NEW, GRANTED, "requests.results.total")
        for column, figure in (
            ("natural_person", 1234),
            ("commercial_enterprise", 560),
            ("research_institution", 78),
            ("total", 1872),
        )
    }
    return written(zeros(), figures)


def written(report: gd.Report, figures: dict[str, int]) -> gd.Report:
    cells = {id: evolve(report.cells[id], value=figure, raw=str(figure)) for id, figure in figures.items()}
    return evolve(report, cells={**report.cells, **cells})


def without(report: gd.Report, state: gd.State, *ids: str) -> gd.Report:
    cells = {id: evolve(report.cells[id], value=None, state=state, raw="") for id in ids}
    return evolve(report, cells={**report.cells, **cells})


def test_for_a_report_that_adds_up_nothing_is_suggested():
    assert gd.suggest(filled()) == ()


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ({f"{GRANTED}.natural_person": 124}, R.DIGIT_DROPPED),
        ({f"{GRANTED}.natural_person": 12234}, R.DIGIT_DOUBLED),
        ({f"{GRANTED}.natural_person": 1324}, R.DIGITS_SWAPPED),
        ({f"{GRANTED}.total": 1794}, R.TOTAL_NOT_UPDATED),
        ({f"{GRANTED}.natural_person": 987}, R.ARITHMETIC),
        ({f"{GRANTED}.natural_person": 560, f"{GRANTED}.commercial_enterprise": 1234}, R.NEIGHBOURS_SWAPPED),
        ({f"{GRANTED}.research_institution": 7, f"{GRANTED}.public_welfare_organization": 8}, R.NUMBER_SPLIT),
    ],
)
def test_a_wrong_figure_comes_with_the_right_one_and_a_reason(figures, reason):
    right = filled()
    (suggestion,) = gd.suggest(written(right, figures))
    assert (suggestion.reason, suggestion.alone) == (reason, True)
    assert dict(zip(suggestion.cells, suggestion.figures, strict=True)) == {
        id: right.cells[id].value for id in figures
    }
    for id, figure in figures.items():
        for words in (suggestion.message.zh, suggestion.message.en):
            assert f"{figure} → {right.cells[id].value}" in words


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        # 12 and 40 and 5 and 6 are 63.
        ((112, 40, 5, 6, 63), {("upheld", 12, R.DIGIT_DOUBLED), ("total", 163, R.DIGIT_DROPPED)}),
        ((17, 40, 5, 6, 63), {("total", 68, R.TOTAL_NOT_UPDATED)}),
        ((21, 40, 5, 6, 63), {("upheld", 12, R.DIGITS_SWAPPED)}),
        ((29, 40, 5, 6, 63), set()),
    ],
)
def test_of_figures_that_explain_the_same_those_are_suggested_whose_digits_tell_how(figures, expected):
    ids = [f"disputes.reconsideration.{name}" for name in ("upheld", "rectified", "other", "pending", "total")]
    found = gd.suggest(written(zeros(), dict(zip(ids, figures, strict=True))))
    assert {(s.cells[0].rpartition(".")[2], s.figures[0], s.reason) for s in found} == expected
    assert not any(suggestion.alone for suggestion in found)


@pytest.mark.parametrize("state", [gd.State.BLANK, gd.State.NOT_APPLICABLE])
def test_an_empty_cell_without_which_the_sums_hold_may_be_0(state):
    ids = (f"{NEW}.other_organization", f"{NEW}.legal_service_institution")
    found = gd.suggest(without(filled(), state, *ids))
    assert {suggestion.cells for suggestion in found} == {(id,) for id in ids}
    assert {(suggestion.figures, suggestion.reason) for suggestion in found} == {((0,), R.IMPLIED_ZERO)}


@pytest.mark.parametrize("state", [gd.State.MISSING, gd.State.UNREADABLE, gd.State.BLANK])
def test_a_lost_figure_that_the_sums_determine_is_suggested(state):
    (suggestion,) = gd.suggest(without(filled(), state, f"{NEW}.natural_person"))
    assert (suggestion.cells, suggestion.figures) == ((f"{NEW}.natural_person",), (1234,))
    assert suggestion.reason is R.DETERMINED


def test_a_whole_lost_row_is_found_one_figure_from_the_other():
    row = [id for id in zeros().cells if id.startswith(f"{GRANTED}.")]
    found = gd.suggest(without(filled(), gd.State.MISSING, *row))
    assert {suggestion.cells[0]: suggestion.figures[0] for suggestion in found} == {
        id: filled().cells[id].value for id in row
    }


def test_nothing_is_suggested_for_a_lost_figure_in_sums_that_do_not_agree_on_it():
    report = written(filled(), {f"{NEW}.total": 1873})
    found = gd.suggest(without(report, gd.State.BLANK, f"{NEW}.natural_person"))
    assert f"{NEW}.natural_person" not in {id for suggestion in found for id in suggestion.cells}


def test_nothing_follows_from_a_figure_that_may_be_wrong():
    wrong = written(filled(), {"requests.carried_over.natural_person": 1})
    forward = [f"requests.carried_forward.{column}" for column in ("natural_person", "commercial_enterprise")]
    report = without(wrong, gd.State.BLANK, *forward)
    (suggestion,) = [one for one in gd.suggest(report) if forward[0] not in one.cells]
    assert (suggestion.cells, suggestion.figures) == (("requests.carried_over.natural_person",), (0,))
    assert not any(forward[0] in one.cells for one in gd.suggest(report))


def test_a_suggestion_names_the_figure_that_was_checked_not_the_text_that_it_was_read_from():
    cells = {f"{NEW}.total": evolve(filled().cells[f"{NEW}.total"], value=1873)}
    report = evolve(filled(), cells={**filled().cells, **cells})
    assert "1873 → 1872" in gd.suggest(report)[0].message.en


def test_applying_makes_a_new_report_with_an_audit_list_and_leaves_the_old_one():
    report = written(filled(), {f"{GRANTED}.natural_person": 124})
    before = dict(report.cells)
    applied = gd.apply(report, gd.suggest(report))
    (change,) = applied.changes
    assert (change.before.value, change.after.value, change.reason) == (124, 1234, R.DIGIT_DROPPED)
    assert change.after.raw == change.before.raw
    assert dict(report.cells) == before
    assert gd.check(applied.report) == ()
    assert {id for id, cell in applied.report.cells.items() if cell != report.cells[id]} == {
        f"{GRANTED}.natural_person"
    }


def test_two_suggestions_about_one_cell_are_not_applied():
    report = written(filled(), {f"{GRANTED}.natural_person": 124})
    with pytest.raises(gd.GovDisclosureError, match="natural_person"):
        gd.apply(report, gd.suggest(report) * 2)


@pytest.mark.parametrize(
    ("written", "figure", "reason"),
    [
        (7, 77, R.DIGIT_DROPPED),
        (77, 7, R.DIGIT_DOUBLED),
        (12, 1, R.ARITHMETIC),
        (0, 5, R.ARITHMETIC),
        (21, 12, R.DIGITS_SWAPPED),
    ],
)
def test_digits_tell_how_a_figure_came_about(written, figure, reason):
    assert _reason_of_one(zeros(), f"{NEW}.natural_person", written, figure) is reason


@given(gs.reports(empty={gd.State.BLANK, gd.State.MISSING}))
def test_what_is_suggested_for_a_report_without_a_wrong_figure_is_never_wrong(report):
    applied = gd.apply(report, gd.suggest(report))
    assert all(verdict.outcome is not gd.Outcome.FAILS for verdict in gd.assess(applied.report))


@given(gs.reports(empty={gd.State.BLANK, gd.State.MISSING}), st.data())
def test_suggestions_without_an_alternative_break_no_sum_that_held(report, data):
    ids = [id for id, cell in report.cells.items() if id.startswith("requests.") and cell.value is not None]
    # A report may be blank throughout.
    assume(ids)
    report = written(report, {data.draw(st.sampled_from(ids)): data.draw(st.integers(0, 40))})
    failing = {verdict.identity.id for verdict in gd.assess(report) if verdict.outcome is gd.Outcome.FAILS}
    applied = gd.apply(report, [one for one in gd.suggest(report) if one.alone]).report
    assert {one.identity.id for one in gd.assess(applied) if one.outcome is gd.Outcome.FAILS} <= failing
