"""N701 to N708: what is found of sentences that agree with the tables, contradict them, or can't be compared."""

from decimal import Decimal

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.checking.examined import Examined
from helpers.checked import full, saying, with_cell
from helpers.reports import REPORTS

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


def stating(code: str, number: object) -> gd.Report:
    """The report, and a sentence of the rule in its overview."""
    return saying(SENTENCES[code][0].format(number))


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_that_agrees_with_the_tables_finds_nothing(code):
    report = stating(code, figure(code))
    assert [claim.outcome for claim in gd.claims(report)] == [gd.Outcome.HOLDS]
    assert gd.check(report) == ()


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_that_the_tables_contradict_is_found_with_its_place_and_cells(code):
    report = stating(code, figure(code) + 1)
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
    report = with_cell(stating(code, figure(code)), id, None, gd.State.BLANK)
    (finding,) = gd.check(report, ["N"])
    assert (finding.code, finding.level, finding.outcome) == (code, gd.Level.INFO, gd.Outcome.NOT_ASSESSABLE)
    assert finding.cells == (id,)


def test_a_claim_is_told_by_one_rule_whatever_its_cell(monkeypatch):
    (claim,) = gd.claims(stating("N701", figure("N701") + 1))
    told = {}
    for field in gd.form_fields("2021"):
        meaning = evolve(claim.meanings[0], cells=(field.id,))
        monkeypatch.setattr(Examined, "claims", (evolve(claim, meanings=(meaning,)),))
        told[field.id] = [finding.code for finding in gd.check(full(), ["N"])]
    # No sentence is read as one about these.
    untold = {id for id in told if id.endswith((".previous_items", ".change"))}
    assert {id: len(codes) for id, codes in told.items()} == {id: int(id not in untold) for id in told}


def test_a_claim_has_its_words_its_figure_and_all_that_it_may_mean():
    (claim,) = gd.claims(stating("N701", 3))
    assert (claim.text, claim.quantity.value, claim.quantity.unit) == ("新收政府信息公开申请3件", 3, "件")
    assert [meaning.cells for meaning in claim.meanings] == [("requests.new_received.total",)]
    (claim,) = gd.claims(saying("办理政府信息公开申请3件。"))
    assert [meaning.cells for meaning in claim.meanings] == [
        ("requests.new_received.total",),
        ("requests.new_received.total", "requests.carried_over.total"),
        ("requests.results.total.total",),
    ]


def test_a_figure_of_many_digits_is_told_in_full():
    report = with_cell(stating("N701", 4), "requests.new_received.total", 10**25 + 1)
    (finding,) = [one for one in gd.check(report, ["N701"]) if one.outcome is gd.Outcome.FAILS]
    assert str(10**25 + 1) in finding.message.en


def test_findings_about_one_sentence_have_ids_of_their_own():
    found = gd.check(saying("政府信息公开行政复议、行政诉讼均为987件。"), ["N704"])
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
