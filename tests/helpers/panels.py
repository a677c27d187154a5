"""Panels for the tests: reports of one issuer or several, made so that nothing is to be found of them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.reports import sample_report

FORWARD, OVER = "requests.carried_forward", "requests.carried_over"
DOCUMENTS = ("proactive.rules", "proactive.normative_documents")
COLUMNS = tuple(field.column for field in gd.form_fields("2021") if field.key == OVER)
COUNTS = [
    field.id
    for field in gd.form_fields("2021")
    if field.kind is gd.Kind.COUNT and field.column != "previous_items"
]


@cache
def full(edition: gd.Edition = gd.Edition.FORM_2021) -> gd.Report:
    """An invented report with a number and a place in every cell, as it is read, and without prose."""
    report = gd.parse(gd.render(sample_report(Rolled("rules"), edition, frozenset())))
    return evolve(report, sections=())


def of(report: gd.Report, issuer: str | None, year: int | None, **facts: object) -> gd.Report:
    name = None if issuer is None else f"{issuer}-{year}.txt"
    return evolve(report, **{"issuer": issuer, "year": year, "source": name} | facts)


def with_cells(report: gd.Report, values: Mapping[str, int]) -> gd.Report:
    cells = {id: evolve(report.cells[id], value=value, state=gd.State.REPORTED) for id, value in values.items()}
    return evolve(report, cells={**report.cells, **cells})


def without(report: gd.Report, id: str, state: gd.State = gd.State.BLANK) -> gd.Report:
    return evolve(report, cells={**report.cells, id: evolve(report.cells[id], value=None, state=state)})


def raised(report: gd.Report, id: str, by: int = 1) -> gd.Report:
    return with_cells(report, {id: int(report.cells[id].value) + by})


def following(reports: Iterable[gd.Report]) -> Iterator[gd.Report]:
    """The reports, each made to follow on the one before."""
    before = None
    for report in reports:
        if before is not None:
            report = with_cells(report, dict(_followed(before, report)))
        yield report
        before = report


def _followed(before: gd.Report, report: gd.Report) -> Iterator[tuple[str, int]]:
    for column in COLUMNS:
        yield f"{OVER}.{column}", int(before.cells[f"{FORWARD}.{column}"].value)
    for row in DOCUMENTS:
        own, earlier = (
            {column: one.cells.get(f"{row}.{column}") for column in ("in_force", "issued", "repealed")}
            for one in (report, before)
        )
        if own["in_force"] and earlier["in_force"]:
            # No more can be repealed than there are.
            there = int(earlier["in_force"].value + own["issued"].value)
            repealed = min(int(own["repealed"].value), there)
            yield f"{row}.repealed", repealed
            yield f"{row}.in_force", there - repealed


def years(issuer: str = "青溪县教育局", first: int = 2021, count: int = 3) -> list[gd.Report]:
    """Reports of years that follow each other, and agree."""
    return list(following(of(full(), issuer, year) for year in range(first, first + count)))


def summed(parent: str, parts: list[gd.Report]) -> gd.Report:
    """A parent's report, whose counts are the sums of the parts'."""
    sums = {id: sum(int(part.cells[id].value) for part in parts) for id in COUNTS}
    return with_cells(of(parts[0], parent, parts[0].year), sums)
