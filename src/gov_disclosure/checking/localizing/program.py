"""The integer program behind localization; needs the extra ``localize`` (SciPy).

A figure may change or not; those that do are to be few. Sums that fail, and what follows from several sums
together, each ask for a change among the figures that they hold. Such demands are added one by one, until the
figures chosen can make all sums right: that is decided in whole numbers, so no tolerance of a solver counts.
"""

from collections.abc import Sequence
from fractions import Fraction
from time import monotonic
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from gov_disclosure.checking.localizing.inequalities import contradiction, inequalities, only_value

_OPTIMAL, _INFEASIBLE = 0, 2
_CHOSEN = 0.5

Matrix = list[list[Fraction]]
Figures = tuple[int | None, ...]
"""In the order of the places; ``None`` for each that several would do for."""


class Program:
    """Which few of some figures have to change so that sums come out right, none of them below zero."""

    def __init__(self, signs: Sequence[Sequence[int]], lacking: Sequence[int], figures: Sequence[int]) -> None:
        self.signs = signs
        self.terms: list[list[tuple[int, int]]] = [
            [(index, sign) for index, sign in enumerate(row) if sign] for row in signs
        ]
        self.lacking = lacking
        self.now = figures
        self.exhausted: bool = False
        """Whether no other set makes the sums right."""
        self.demands: list[tuple[Sequence[bool], float, float]] = []
        for row, lacks in zip(signs, lacking, strict=True):
            if lacks:
                self._demand([bool(sign) for sign in row], fewest=1)

    def fewest(self, seconds: float) -> tuple[tuple[int, ...], Figures] | None:
        """The fewest figures that can make the sums right, by place, and what they have to be.

        Each call gives another set as small. ``None`` if there are none, which ``exhausted`` then says, or if
        time runs out.
        """
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0:
            result = _solved(self.demands, len(self.now), left)
            self.exhausted = bool(result.status == _INFEASIBLE)
            if result.status != _OPTIMAL:
                return None
            chosen = tuple(np.flatnonzero(result.x > _CHOSEN).tolist())
            figures = self._figures(chosen)
            if figures is not None:
                # Another set is asked for only if it is as small.
                self._demand([True] * len(self.now), most=len(chosen))
                self._demand([index in chosen for index in range(len(self.now))], most=len(chosen) - 1)
                return chosen, figures
        return None

    def _demand(self, among: Sequence[bool], *, fewest: float = -np.inf, most: float = np.inf) -> None:
        self.demands.append((among, fewest, most))

    def _figures(self, chosen: Sequence[int]) -> Figures | None:
        """What the chosen figures have to be, exactly.

        Where the sums can't come out right so, ``None``, and what is lacking becomes a demand.
        """
        size = len(chosen)
        rows = self._eliminated(chosen)
        conflicts = [row for row in rows if row[size] and not any(row[:size])]
        for row in conflicts:
            # A sum of sums that fails, and in which none of the figures stands.
            held = self._held(row[size + 1 :])
            self._demand([index in held for index in range(len(self.now))], fewest=1)
        if conflicts:
            return None
        filled = [row for row in rows if any(row[:size])]
        return self._filled(chosen, filled)

    def _filled(self, chosen: Sequence[int], filled: Matrix) -> Figures | None:
        """What the chosen figures have to be, none below zero; a row tells each but those that are free.

        The sums add up cells of a table that is divided further in one direction alone, so what can be filled
        in at all can be filled in with whole numbers.
        """
        size = len(chosen)
        told = [next(at for at in range(size) if row[at]) for row in filled]
        free = [at for at in range(size) if at not in told]
        sums = {at: (_of(free, at), Fraction(self.now[chosen[at]])) for at in free}
        for at, row in zip(told, filled, strict=True):
            sums[at] = ([-row[other] for other in free], self.now[chosen[at]] + row[size])
        bounds = inequalities(list(sums.values()))
        against = contradiction(bounds)
        if against is None:
            values = [only_value(bounds, *sums[at]) for at in range(size)]
            if all(value is None or value.denominator == 1 for value in values):
                return tuple(None if value is None else int(value) for value in values)
            self._demand([index not in chosen for index in range(len(self.now))], fewest=1)
            return None
        times = dict(zip(sums, against.made_of, strict=True))
        made_of = [
            [times[at] * weight for weight in row[size + 1 :]] for at, row in zip(told, filled, strict=True)
        ]
        self._demand(
            self._may_help(chosen, [sum(weights, Fraction(0)) for weights in zip(*made_of, strict=True)]),
            fewest=1,
        )
        return None

    def _may_help(self, chosen: Sequence[int], weights: Sequence[Fraction]) -> list[bool]:
        """Which others can lower a sum of sums that comes out too high whatever the chosen figures are."""
        times = self._times(weights)
        return [
            index not in chosen and (times.get(index, 0) < 0 or (times.get(index, 0) > 0 and now > 0))
            for index, now in enumerate(self.now)
        ]

    def _held(self, weights: Sequence[Fraction]) -> set[int]:
        """The figures that stand in a sum of sums."""
        return {index for index, number in self._times(weights).items() if number}

    def _times(self, weights: Sequence[Fraction]) -> dict[int, Fraction]:
        """How often each figure stands in a sum of sums, each of these taken so many times."""
        times: dict[int, Fraction] = {}
        for weight, terms in zip(weights, self.terms, strict=True):
            for index, sign in terms if weight else ():
                times[index] = times.get(index, Fraction(0)) + weight * sign
        return times

    def _eliminated(self, chosen: Sequence[int]) -> Matrix:
        """The sums as equations in the chosen figures' changes, solved; each with the sums it is made of."""
        count = len(self.signs)
        none, one = Fraction(0), Fraction(1)
        rows = []
        for at, (signs, lacks) in enumerate(zip(self.signs, self.lacking, strict=True)):
            made_of = [one if at == own else none for own in range(count)]
            rows.append([*(Fraction(signs[index]) for index in chosen), Fraction(lacks), *made_of])
        return _eliminated(rows, len(chosen))


def _solved(demands: Sequence[tuple[Sequence[bool], float, float]], count: int, seconds: float) -> Any:
    among = np.array([which for which, _, _ in demands], dtype=float)
    limits = LinearConstraint(among, [fewest for _, fewest, _ in demands], [most for _, _, most in demands])
    ones = np.ones(count, dtype=np.int64)
    return milp(
        ones, integrality=ones, bounds=Bounds(0, 1), constraints=limits, options={"time_limit": seconds}
    )


def _of(free: Sequence[int], at: int) -> list[Fraction]:
    """A change that is free, in terms of those that are."""
    return [Fraction(other == at) for other in free]


def _eliminated(rows: Matrix, unknowns: int) -> Matrix:
    """Rows reduced so that each unknown that is determined leads one of them (Gauss and Jordan)."""
    done = 0
    for column in range(unknowns):
        pivot = next((index for index in range(done, len(rows)) if rows[index][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        lead = rows[done][column]
        rows[done] = [number / lead for number in rows[done]]
        for index, row in enumerate(rows):
            if index != done and row[column]:
                factor = row[column]
                rows[index] = [one - factor * other for one, other in zip(row, rows[done], strict=True)]
        done += 1
    return rows
