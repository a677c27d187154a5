"""The check of a report: which rules are applied, and what is found of real reports."""

from pathlib import Path

import pytest

import gov_disclosure as gd
from helpers.checked import full, raised
from helpers.reports import CORPUS_GOLDENS, REPORTS, corpus, source

NEW = "requests.new_received"


def test_rules_are_chosen_by_code_or_by_its_beginning():
    report = raised(full(), f"{NEW}.natural_person")
    assert [finding.code for finding in gd.check(report)] == ["B602", "B603", "B605"]
    assert [finding.code for finding in gd.check(report, ["B603", "B604"])] == ["B603"]
    assert gd.check(report, ["B", "N"]) == gd.check(report)
    assert gd.check(report, []) == ()
    with pytest.raises(gd.GovDisclosureError, match="X9"):
        gd.check(report, ["X9"])


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
