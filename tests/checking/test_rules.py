"""The form's identities, the verdicts on them, and what the rules find."""

import sys
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.checking.examples import example, sound
from gov_disclosure.checking.verdicts import edition_of
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.reports import sample_report
from helpers.reports import CORPUS_GOLDENS, REPORTS, corpus, source

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
    """An invented report with a number in every cell, as it is read, whose prose says nothing of them."""
    report = gd.parse(gd.render(sample_report(Rolled("rules"), edition, frozenset())))
    return evolve(report, sections=tuple(evolve(section, text="") for section in report.sections))


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


def test_every_rule_has_a_case_and_no_identity_is_outside_the_catalogue():
    assert [rule.code for rule in gd.RULES] == sorted({*FIRST, *SENTENCES, "B605"})
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
    assert [finding.code for finding in gd.check(report)] == ["B602", "B603", "B605"]
    assert [finding.code for finding in gd.check(report, ["B603", "B604"])] == ["B603"]
    assert gd.check(report, ["B", "N"]) == gd.check(report)
    assert gd.check(report, []) == ()
    with pytest.raises(gd.GovDisclosureError, match="X9"):
        gd.check(report, ["X9"])


# --- The cell to blame ------------------------------------------------------------------------------------


OUTCOMES = ("upheld", "rectified", "other", "pending", "total")


def test_nobody_is_blamed_where_all_sums_hold():
    assert gd.check(full(), ["B605"]) == ()


def test_the_one_cell_is_named_that_makes_all_sums_hold():
    id = f"{GRANTED}.natural_person"
    report = raised(full(), id, 4)
    (finding,) = gd.check(report, ["B605"])
    assert (finding.cells, finding.level, finding.outcome) == ((id,), gd.Level.WARNING, gd.Outcome.FAILS)
    assert finding.locations == (report.cells[id].location,)
    written, right = report.cells[id].value, full().cells[id].value
    assert f"{written}→{right}" in finding.message.zh
    assert f"{written} → {right}" in finding.message.en


def test_where_arithmetic_cannot_tell_it_says_so_and_lists_them_all():
    (finding,) = gd.check(raised(full(), "disputes.reconsideration.total", 4), ["B605"])
    assert finding.cells == tuple(f"disputes.reconsideration.{column}" for column in OUTCOMES)
    assert "无法判断" in finding.message.zh
    assert "can't tell" in finding.message.en


def test_how_a_figure_came_about_is_said_where_its_digits_tell():
    id = "requests.new_received.total"
    zeros = evolve(full(), cells={id: evolve(cell, value=0) for id, cell in full().cells.items()})
    twelve = {f"{NEW}.natural_person", id, f"{GRANTED}.natural_person", f"{GRANTED}.total"}
    twelve |= {"requests.results.total.natural_person", "requests.results.total.total"}
    cells = {one: evolve(cell, value=12) if one in twelve else cell for one, cell in zeros.cells.items()}
    (finding,) = gd.check(with_cell(evolve(zeros, cells=cells), id, 2), ["B605"])
    assert finding.cells == (id,)
    assert "漏写一位数字" in finding.message.zh
    assert "a digit is missing" in finding.message.en


def test_a_figure_that_the_prose_gives_too_is_said_to_be_so():
    id = "requests.new_received.total"
    report = saying("N701", full().cells[id].value)
    (finding,) = gd.check(raised(report, id, 4), ["B605"])
    assert "与文字所述一致" in finding.message.zh
    assert "as the prose says" in finding.message.en
    (finding,) = gd.check(raised(full(), id, 4), ["B605"])
    assert "文字" not in finding.message.zh


def test_without_the_solver_more_than_one_wrong_figure_is_not_assessable(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy", None)
    monkeypatch.delitem(sys.modules, "gov_disclosure.checking.localizing.program", raising=False)
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    report = raised(raised(full(), f"{NEW}.natural_person", 4), f"{GRANTED}.commercial_enterprise", 9)
    (finding,) = gd.check(report, ["B605"])
    assert (finding.outcome, finding.cells) == (gd.Outcome.NOT_ASSESSABLE, ())
    assert "scipy" in finding.message.zh
    assert "scipy" in finding.message.en


# --- Prose against tables ---------------------------------------------------------------------------------

# A sentence of each rule, with a place for the figure that the cells add up to.
SENTENCES = {
    "N701": ("全年新收政府信息公开申请{}件。", ["requests.new_received.total"]),
    "N702": ("对政府信息公开申请，予以公开{}件。", ["requests.results.granted.total"]),
    "N703": ("新收政府信息公开申请若干，其中收到自然人申请{}件。", ["requests.new_received.natural_person"]),
    "N704": ("因政府信息公开收到行政复议{}件。", ["disputes.reconsideration.total"]),
    "N705": ("制发规范性文件{}件。", ["proactive.normative_documents.issued"]),
    "N706": ("作出行政处罚决定{}件。", ["proactive.penalties.decisions"]),
    "N707": ("行政事业性收费{}万元。", ["proactive.fees.amount"]),
    "N708": (
        "对政府信息公开申请，予以公开的占{}%。",
        ["requests.results.granted.total", "requests.results.total.total"],
    ),
}


def figure(code: str) -> Decimal:
    part, *whole = (Decimal(full().cells[id].value) for id in SENTENCES[code][1])
    return round(part * 100 / whole[0], 2) if whole else part


def saying(code: str, number: object) -> gd.Report:
    """The report, and a sentence of the rule in its overview."""
    overview, *others = full().sections
    text = SENTENCES[code][0].format(number)
    section = evolve(overview, text=text, text_location=gd.Location(7, 3))
    return evolve(full(), sections=(section, *others))


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_that_agrees_with_the_tables_finds_nothing(code):
    report = saying(code, figure(code))
    assert [claim.outcome for claim in gd.claims(report)] == [gd.Outcome.HOLDS]
    assert gd.check(report) == ()


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_that_the_tables_contradict_is_found_with_its_place_and_cells(code):
    report = saying(code, figure(code) + 1)
    (finding,) = gd.check(report)
    (claim,) = gd.claims(report)
    assert (finding.code, finding.level, finding.outcome) == (code, gd.Level.WARNING, gd.Outcome.FAILS)
    assert finding.locations[0] == claim.location
    assert claim.location.line == 7
    assert set(SENTENCES[code][1]) <= set(finding.cells)
    for words in (finding.message.zh, finding.message.en):
        assert claim.text in words


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_about_a_cell_without_a_number_is_not_assessable(code):
    id = SENTENCES[code][1][0]
    report = with_cell(saying(code, figure(code)), id, None, gd.State.BLANK)
    (finding,) = gd.check(report, ["N"])
    assert (finding.code, finding.level, finding.outcome) == (code, gd.Level.INFO, gd.Outcome.NOT_ASSESSABLE)
    assert finding.cells == (id,)


def test_a_claim_has_its_words_its_figure_and_all_that_it_may_mean():
    (claim,) = gd.claims(saying("N701", 3))
    assert (claim.text, claim.quantity.value, claim.quantity.unit) == ("新收政府信息公开申请3件", 3, "件")
    assert [meaning.cells for meaning in claim.meanings] == [("requests.new_received.total",)]
    overview, *others = full().sections
    section = evolve(overview, text="办理政府信息公开申请3件。")
    (claim,) = gd.claims(evolve(full(), sections=(section, *others)))
    assert [meaning.cells for meaning in claim.meanings] == [
        ("requests.new_received.total",),
        ("requests.new_received.total", "requests.carried_over.total"),
        ("requests.results.total.total",),
    ]


def test_a_figure_of_many_digits_is_told_in_full():
    report = with_cell(saying("N701", 4), "requests.new_received.total", 10**25 + 1)
    (finding,) = [one for one in gd.check(report, ["N701"]) if one.outcome is gd.Outcome.FAILS]
    assert str(10**25 + 1) in finding.message.en


def test_findings_about_one_sentence_have_ids_of_their_own():
    overview, *others = full().sections
    section = evolve(overview, text="政府信息公开行政复议、行政诉讼均为987件。")
    found = gd.check(evolve(full(), sections=(section, *others)), ["N704"])
    assert len({finding.id for finding in found}) == len(found) == 2


def test_a_claim_stands_where_its_words_stand_in_the_source():
    text = (REPORTS / "tika-2021.txt").read_text(encoding="utf-8")
    sentence = "　　全年未发生行政复议。\n　　（二）依申请公开。新收政府信息公开申请４件。\n"
    source = text.replace("二、主动公开", f"{sentence}二、主动公开", 1)
    lines = source.splitlines()
    found = gd.claims(gd.parse(source))
    assert len(found) == 2
    for claim in found:
        assert lines[claim.location.line - 1][claim.location.column - 1 :].startswith(claim.text)


# --- The catalogue ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", [*gd.RULES, *gd.PANEL_RULES], ids=lambda rule: rule.code)
def test_every_rule_has_an_example_of_which_it_finds_something(rule):
    shown = example(rule.code)
    assert {(found.code, found.outcome) for found in shown.findings} <= {
        (rule.code, gd.Outcome.FAILS),
        (rule.code, gd.Outcome.NOT_ASSESSABLE),
    }
    assert shown.findings
    assert all((rule.summary.zh, rule.summary.en, rule.source.zh, rule.source.en))


def test_of_the_report_that_the_examples_change_nothing_is_found():
    assert gd.check(sound()) == ()
    assert gd.check_panel([sound()]) == ()


@pytest.mark.parametrize("name", ["RULES.md", "RULES.zh-CN.md"])
def test_the_catalogues_page_has_every_rule_in_order(name):
    page = (REPORTS.parent.parent / name).read_text(encoding="utf-8")
    codes = [rule.code for rule in (*gd.RULES, *gd.PANEL_RULES)]
    assert [line[4:] for line in page.splitlines() if line.startswith("### ")] == codes


# --- Real and invented reports ----------------------------------------------------------------------------


def labels(path: Path) -> set[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if not line.startswith("#"))
    return {(kind, what) for kind, what in pairs}


@pytest.mark.parametrize("path", corpus(), ids=lambda path: path.stem)
def test_of_a_real_report_is_found_what_a_reader_told_and_no_more(path):
    report = gd.parse(source(path))
    expected = labels(CORPUS_GOLDENS / f"{path.stem}.findings")
    found = {(finding.outcome.value, finding.id) for finding in gd.check(report)}
    told = {
        (claim.outcome.value, f"{claim.quantity.value} {claim.meanings[0].cells[0]}")
        for claim in gd.claims(report)
        if not claim.meanings[0].whole
    }
    assert found | told == expected


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_false_alarm_on_the_projects_reports(path):
    assert {finding.outcome for finding in gd.check(gd.read(path))} <= {gd.Outcome.NOT_ASSESSABLE}
