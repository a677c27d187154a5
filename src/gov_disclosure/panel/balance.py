"""Balances: figures of one or several reports whose sum is that of others. A blank is not a 0."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from gov_disclosure.panel.members import Figure, Filing, number_of
from gov_disclosure.report import State
from gov_disclosure.verdicts import Outcome

_EMPTY: Final = (State.BLANK, State.NOT_APPLICABLE)


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
class Balance:
    """What comes of weighing terms against others."""

    terms: tuple[Term, ...]
    outcome: Outcome
    left: int | None = None
    right: int | None = None
    absent: tuple[Term, ...] = ()
    """Those without a number."""
    holds_if_zero: bool | None = None
    """Where every absent cell is blank or marked as not applicable: whether it would hold if those were 0."""

    @property
    def difference(self) -> int | None:
        """Left minus right."""
        return None if self.left is None or self.right is None else self.left - self.right


def weigh(left: Sequence[Term], right: Sequence[Term]) -> Balance:
    """Whether the sums of both sides are the same."""
    terms = (*left, *right)
    sums = tuple(sum(term.number or 0 for term in side) for side in (left, right))
    absent = tuple(term for term in terms if term.number is None)
    same = sums[0] == sums[1]
    if absent:
        empty = all(term.figure in _EMPTY for term in absent)
        return Balance(
            terms=terms,
            outcome=Outcome.NOT_ASSESSABLE,
            absent=absent,
            holds_if_zero=same if empty else None,
        )
    outcome = Outcome.HOLDS if same else Outcome.FAILS
    return Balance(terms=terms, outcome=outcome, left=sums[0], right=sums[1])
