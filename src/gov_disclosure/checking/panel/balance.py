"""Balances: figures of one or several reports whose sum is that of others. A blank is not a 0."""

from collections.abc import Sequence

from attrs import frozen

from gov_disclosure.checking.panel.members import Figure, Filing, number_of
from gov_disclosure.checking.verdicts import weighed
from gov_disclosure.model.outcome import Outcome, Sides
from gov_disclosure.model.report import EMPTY


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
