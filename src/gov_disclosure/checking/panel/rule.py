"""The shape of a rule across reports, and the findings that all of them make in the same way."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from gov_disclosure.checking.panel.balance import Balance, Term
from gov_disclosure.checking.panel.findings import Concerned, PanelFinding
from gov_disclosure.checking.panel.members import Filing, Member, Panel
from gov_disclosure.checking.panel.words import NO_FIGURE, TITLES
from gov_disclosure.model.issues import Level, Message
from gov_disclosure.model.outcome import Outcome


@frozen(kw_only=True)
class PanelRule:
    """A rule of the catalogue of those across reports."""

    code: str
    summary: Message
    """What it asks for, in a sentence."""
    fails: Message
    """What is said where it fails, with places for its facts."""
    source: Message
    """Who says so."""
    run: Callable[[Panel, "PanelRule"], Iterator[PanelFinding]]


def not_told(
    rule: PanelRule, name: str, members: Iterable[Member], words: Message, facts: Mapping[str, object]
) -> PanelFinding:
    """That a report is missing, so that a rule can't be assessed."""
    return PanelFinding(
        code=rule.code,
        id=f"{rule.code}.{name}",
        level=Level.INFO,
        outcome=Outcome.NOT_ASSESSABLE,
        message=words.fill(facts),
        reports=tuple(one.concerned() for one in members),
    )


def of_balance(
    rule: PanelRule, name: str, level: Level, balance: Balance, facts: Mapping[str, object]
) -> Iterator[PanelFinding]:
    """What a balance that does not hold says, at the level if it fails."""
    if balance.outcome is Outcome.HOLDS:
        return
    fails = balance.outcome is Outcome.FAILS
    words = rule.fails if fails else NO_FIGURE[balance.holds_if_zero]
    known = {"left": balance.left, "right": balance.right, "difference": abs(balance.difference or 0)}
    named = {"title": TITLES[rule.code].fill(facts), "absent": len(balance.absent)}
    yield PanelFinding(
        code=rule.code,
        id=f"{rule.code}.{name}",
        level=level if fails else Level.INFO,
        outcome=balance.outcome,
        message=words.fill({**facts, **known, **named}),
        reports=tuple(_concerned(balance.terms, balance.terms if fails else balance.absent)),
        left=balance.left,
        right=balance.right,
    )


def _concerned(terms: Iterable[Term], named: Iterable[Term]) -> Iterator[Concerned]:
    """Every report that has a term, in order of year, each with the cells of those that are to be named."""
    cells: dict[Filing, list[str]] = {term.filing: [] for term in terms}
    for term in named:
        cells[term.filing].append(term.id)
    in_order = sorted(cells, key=lambda filing: filing.year)
    return (filing.first.concerned(cells[filing]) for filing in in_order)
