"""An invented report to check, with a number in every cell, and changes to it."""

from functools import cache

from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.reports import sample_report


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


def saying(text: str) -> gd.Report:
    """The report, and a text in its overview."""
    overview, *others = full().sections
    return evolve(full(), sections=(evolve(overview, text=text, text_location=gd.Location(7, 3)), *others))
