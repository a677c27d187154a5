"""P800 and P804: reports that name no issuer or year, and several reports of one issuer and year."""

from collections.abc import Iterator

from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import Figure, Filing, Member, Panel, number_of
from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.checking.panel.words import SAME_FIGURES
from gov_disclosure.form.fields import fields_by_id
from gov_disclosure.model.issues import Level
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.narrative.quantities import in_ten_thousands


def nameless(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """P800: whose report it is can't be told, and so no other rule can be applied to it."""
    for number, one in enumerate(panel.nameless, 1):
        yield PanelFinding(
            code=rule.code,
            id=f"{rule.code}.{one.source or number}",
            level=Level.WARNING,
            outcome=Outcome.NOT_ASSESSABLE,
            message=rule.fails,
            reports=(one.concerned(),),
        )


def twins(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """P804: the first report of an issuer and year against each other one."""
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
    level = Level.ERROR if numbers else Level.WARNING
    return PanelFinding(
        code=rule.code,
        id=f"{rule.code}.{filing.key}.{filing.year}.{number}",
        level=level if differing else Level.INFO,
        outcome=Outcome.FAILS if differing else Outcome.HOLDS,
        message=(rule.fails if differing else SAME_FIGURES).fill(facts),
        reports=(first.concerned(differing), other.concerned(differing)),
    )


def _differ(one: Member, other: Member, id: str) -> bool:
    """Whether figures differ; where both have a unit, whether amounts do: 5万元 is 50000元."""
    if one.unit(id) and other.unit(id):
        return _amount(one, id) != _amount(other, id)
    return one.figure(id) != other.figure(id)


def _amount(one: Member, id: str) -> Figure:
    number = number_of(one.figure(id))
    return one.figure(id) if number is None else number * in_ten_thousands(one.unit(id) or "")
