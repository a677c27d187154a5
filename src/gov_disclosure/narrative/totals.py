"""Totals: how many requests there were in all, behind how many came in each way, half of the year or from whom.

通过网络收到申请2件，信函1件，合计3件: neither of the first two is a figure of the tables, and their sum is.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

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


def totals_in(units: Sequence[Unit], known: Sequence[Statement]) -> Iterator[Statement]:
    """The sums of what a sentence has told of requests, where nothing else has told how many there were."""
    spans = Spans(known)
    for _, sentence in groupby(units, key=lambda unit: unit.sentence):
        parts: list[Unit] = []
        for unit in sentence:
            if unit.quantity is None or unit.quantity.unit not in cases():
                continue
            if _is_total(unit) and not spans.covers(unit.at) and _add_up(parts, unit):
                yield Statement(subjects=(_RECEIVED,), quantity=unit.quantity, start=unit.start, end=unit.end)
            parts.append(unit)


def _is_total(unit: Unit) -> bool:
    plain = unit.types <= _PLAIN and not unit.types.isdisjoint(_BEHIND)
    return plain and unit.is_own and unit.part is None and not unit.barred


def _add_up(parts: Sequence[Unit], total: Unit) -> bool:
    """Whether parts, all of them requests, make up a total."""
    alike = all(part.part is None and part.types.isdisjoint(_OTHER) and part.is_own for part in parts)
    requests = any("REQUEST" in part.types or part.types >= _ASKED for part in parts)
    results = any(signs(Family.RESULTS, part.text) for part in parts)
    values = [part.quantity.value for part in parts if part.quantity]
    whole = total.quantity is not None and sum(values, Decimal(0)) == total.quantity.value
    return len(values) > 1 and whole and alike and requests and not results
