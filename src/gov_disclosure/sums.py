"""The sums that a row of the form holds in itself: they choose between readings, and cast doubt on one."""

from collections.abc import Sequence

from gov_disclosure.report import State
from gov_disclosure.scan import Piece

# Columns of a row → how many sums it holds: one kind of applicant after another, three parties' outcomes.
_SUMS = {7: 1, 15: 3}


def adds_up(slots: Sequence[Piece]) -> bool:
    """Whether a row that the form has sums for is of plain counts, each part of it ending in its own sum."""
    numbers = [slot.reading.count for slot in slots if slot.reading.count is not None]
    if len(slots) not in _SUMS or len(numbers) != len(slots):
        return False
    size = len(slots) // _SUMS[len(slots)]
    parts = [numbers[start : start + size] for start in range(0, len(numbers), size)]
    return all(sum(part[:-1]) == part[-1] for part in parts)


def without_one(slots: Sequence[Piece]) -> tuple[Piece, ...] | None:
    """The one way to drop a single value so that the others add up.

    ``None`` where a cell is no plain number, or where no way or several different ones exist.
    """
    found: dict[tuple[int | None, ...], tuple[Piece, ...]] = {}
    for index in range(len(slots)):
        rest = (*slots[:index], *slots[index + 1 :])
        counts = tuple(slot.reading.count for slot in rest)
        if counts not in found and adds_up(rest):
            found[counts] = rest
    plain = all(slot.reading.state is State.REPORTED for slot in slots)
    return next(iter(found.values())) if plain and len(found) == 1 else None
