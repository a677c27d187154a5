"""Totals: how many requests there were in all, behind how many came in each way, half of the year or from whom.

通过网络收到申请2件，信函1件，合计3件: neither of the first two is a figure of the tables, and their sum is.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from attrs import define

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.notes import cases
from gov_disclosure.narrative.signs import Family, signs
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.told import Spans
from gov_disclosure.narrative.units import Unit
from gov_disclosure.narrative.wordings import Subject

_RECEIVED: Final = Subject("received", ("RECEIVED", "REQUEST"))
# Nothing but words for a sum, or for what came in this year.
_PLAIN: Final = frozenset(
    {
        *("FILLER", "SUM", "QUANTITY", "THIS_YEAR", "THAT_YEAR", "RECEIVED", "ACCEPTED", "APPLICATION"),
        *("REQUEST", "COUNT"),
    }
)
_ASKED: Final = frozenset({"RECEIVED", "APPLICATION"})
_BEHIND: Final = frozenset({"SUM", "QUANTITY"})
# With these it is something else that is added up.
_OTHER: Final = frozenset({"OTHER_TIME", "OTHER_THING", "OTHER_BODY", "CHANGE", "LAST_YEAR", "NEXT_YEAR"})


@define
class _Parts:
    """What a sentence has told, of which a total may be the sum."""

    sum: Decimal = Decimal(0)
    number: int = 0
    of_requests: bool = False
    of_others: bool = False

    def add(self, unit: Unit, value: Decimal) -> None:
        """Add what a unit tells."""
        self.sum += value
        self.number += 1
        self.of_requests |= "REQUEST" in unit.types or unit.types >= _ASKED
        alike = unit.part is None and unit.is_own and unit.types.isdisjoint(_OTHER)
        self.of_others |= not alike or bool(signs(Family.RESULTS, unit.text))

    def make_up(self, value: Decimal) -> bool:
        """Whether they, all of them requests, make up a total."""
        return self.number > 1 and self.sum == value and self.of_requests and not self.of_others


def totals_in(units: Sequence[Unit], known: Sequence[Statement]) -> Iterator[Statement]:
    """The sums of what a sentence has told of requests, where nothing else has told how many there were."""
    spans = Spans(known)
    for _, sentence in groupby(units, key=lambda unit: unit.sentence):
        parts = _Parts()
        for unit in sentence:
            quantity = unit.quantity
            if quantity is None or quantity.unit not in cases():
                continue
            if _is_total(unit) and not spans.covers(unit.at) and parts.make_up(quantity.value):
                yield Statement(subjects=(_RECEIVED,), quantity=quantity, start=unit.start, end=unit.end)
            parts.add(unit, quantity.value)


def _is_total(unit: Unit) -> bool:
    alone = unit.bare and unit.text.startswith(terminals("narrative")["SUM_ALONE"])
    plain = unit.types <= _PLAIN and (alone or not unit.types.isdisjoint(_BEHIND))
    return plain and unit.is_own and unit.part is None and not unit.barred
