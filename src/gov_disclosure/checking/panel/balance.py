"""Balances: figures of one or several reports whose sum is that of others. A blank is not a 0."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from gov_disclosure.checking.panel.findings import Concerned, PanelFinding
from gov_disclosure.checking.panel.members import Figure, Filing, number_of
from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.checking.verdicts import weighed
from gov_disclosure.checking.words import NOT_ASSESSABLE
from gov_disclosure.model.messages import Message
from gov_disclosure.model.outcome import Outcome, Sides
from gov_disclosure.model.report import EMPTY

_NO_FIGURE: Final[Mapping[bool | None, Message]] = {
    **NOT_ASSESSABLE,
    # Reports of one year may disagree on a number.
    None: Message(
        "{title}：有{absent}个单元格没有确定的数值，无法核对。",
        "{title}: can't be assessed, {absent} cell(s) have no certain figure.",
    ),
}
"""By whether the rule would hold with 0 in the empty cells, if that is all it lacks."""


@frozen
class Term:
    """A cell of a report, added or taken away."""

    filing: Filing
    id: str
    sign: int = 1

    @property
    def figure(self) -> Figure:
        """What the cell says."""
        return self.filing.figure(self.id)

    @property
    def number(self) -> int | None:
        """Its number with the sign, if it has one."""
        number = number_of(self.figure)
        return None if number is None else self.sign * int(number)


@frozen(kw_only=True)
class Balance(Sides):
    """What comes of weighing terms against others."""

    terms: tuple[Term, ...]
    outcome: Outcome
    absent: tuple[Term, ...] = ()
    """Those without a number."""
    holds_if_zero: bool | None = None
    """Where every absent cell is blank or marked as not applicable: whether it would hold if those were 0."""


def weigh(left: Sequence[Term], right: Sequence[Term]) -> Balance:
    """Whether the sums of both sides are the same."""
    terms = (*left, *right)
    absent = tuple(term for term in terms if term.number is None)
    numbers = ([term.number for term in side] for side in (left, right))
    outcome, one, other, if_zero = weighed(*numbers, empty=all(term.figure in EMPTY for term in absent))
    return Balance(
        terms=terms,
        outcome=outcome,
        left=one,
        right=other,
        absent=absent,
        holds_if_zero=if_zero,
    )


def of_balance(
    rule: PanelRule, name: str, balance: Balance, title: Message, facts: Mapping[str, object]
) -> Iterator[PanelFinding]:
    """What a rule finds of a balance that does not hold; ``title`` says what it asks for of this one."""
    if balance.outcome is Outcome.HOLDS:
        return
    fails = balance.outcome is Outcome.FAILS
    words = rule.fails if fails else _NO_FIGURE[balance.holds_if_zero]
    known = {"left": balance.left, "right": balance.right, "difference": abs(balance.difference or 0)}
    named = {"title": title.fill(facts), "absent": len(balance.absent)}
    yield rule.finding(
        name,
        balance.outcome,
        words.fill({**facts, **known, **named}),
        _concerned(balance.terms, balance.terms if fails else balance.absent),
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
