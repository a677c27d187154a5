"""P804: several reports of one issuer and year."""

from collections.abc import Iterator
from typing import Final

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import Figure, Filing, Member, Panel, number_of
from gov_disclosure.checking.panel.rule import PanelExample, PanelRule
from gov_disclosure.checking.words import ONE_REPORT
from gov_disclosure.form.fields import fields_by_id
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.narrative.quantities import in_ten_thousands

_SAME: Final = Message(
    "{issuer}{year}年的报告不止一份，这两份所有单元格相同。",
    "There is more than one report of {issuer} for {year}; all cells of these two are the same.",
)


def _twins(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """The first report of an issuer and year against each other one."""
    for years in panel.filings.values():
        for filing in years.values():
            for number, other in enumerate(filing.members[1:], 2):
                yield _compared(rule, filing, other, number)


def _compared(rule: PanelRule, filing: Filing, other: Member, number: int) -> PanelFinding:
    """A copy is for the record; that one says nothing where the other has a figure may be its conversion."""
    first = filing.first
    differing = [id for id in fields_by_id() if _differ(first, other, id)]
    numbers = sum(None not in map(number_of, (first.figure(id), other.figure(id))) for id in differing)
    facts = {"issuer": filing.issuer, "year": filing.year, "count": len(differing), "numbers": numbers}
    reports = (first.concerned(differing), other.concerned(differing))
    name = f"{filing.key}.{filing.year}.{number}"
    if not differing:
        return rule.finding(name, Outcome.HOLDS, _SAME.fill(facts), reports)
    level = rule.level if numbers else Level.WARNING
    return rule.finding(name, Outcome.FAILS, rule.fails.fill(facts), reports, level=level)


def _differ(one: Member, other: Member, id: str) -> bool:
    """Whether figures differ; where both have a unit, whether amounts do: 5万元 is 50000元."""
    if one.unit(id) and other.unit(id):
        return _amount(one, id) != _amount(other, id)
    return one.figure(id) != other.figure(id)


def _amount(one: Member, id: str) -> Figure:
    number = number_of(one.figure(id))
    return one.figure(id) if number is None else number * in_ten_thousands(one.unit(id) or "")


RULE = PanelRule(
    code="P804",
    level=Level.ERROR,
    summary=Message("同一机关同一年度的报告数值相同", "reports of one issuer and year have the same figures"),
    fails=Message(
        "{issuer}{year}年的报告不止一份，这两份有{count}个单元格不同，其中{numbers}个写有不同的数值。",
        "There is more than one report of {issuer} for {year}; these two differ in {count} cell(s), "
        "in {numbers} of them by figures.",
    ),
    source=ONE_REPORT,
    example=PanelExample(
        given=Message(
            "同一年度的两份报告，行政处罚分别为5件和6件。", "Two reports of one year have 5 and 6 penalties."
        ),
        reports=(Example(), Example(figures={"proactive.penalties.decisions": 6})),
    ),
    run=_twins,
)
