"""The mixed integer program behind localization; needs the extra ``localize`` (SciPy)."""

from collections.abc import Sequence
from fractions import Fraction
from time import monotonic
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

_OPTIMAL, _INFEASIBLE = 0, 2
# A rise is at most so many times what all sums lack together: no figure stands in more of them.
_TIMES = 3
_MARKED = 0.5

Matrix = list[list[Fraction]]


class Program:
    """Which few of some figures have to change so that sums come out right, none of them below zero.

    For each figure there are a rise, a fall and a mark, which is 1 if it changes; the marks are to be few.
    """

    def __init__(self, signs: Sequence[Sequence[int]], lacking: Sequence[int], figures: Sequence[int]) -> None:
        self.signs = signs
        self.lacking = lacking
        self.now = figures
        self.exhausted: bool = False
        """Whether no other set makes the sums right."""
        most = _TIMES * sum(map(abs, lacking))
        count, weights = len(figures), np.array(signs, dtype=float)
        changes = np.hstack([weights, -weights, np.zeros((len(lacking), count))])
        none, one = np.zeros((count, count)), np.eye(count)
        rises = np.hstack([one, none, -most * one])
        falls = np.hstack([none, one, -np.diag([min(most, figure) for figure in figures])])
        self.constraints: list[Any] = [
            LinearConstraint(changes, lacking, lacking),
            LinearConstraint(np.vstack([rises, falls]), -np.inf, 0),
        ]

    def fewest(self, seconds: float) -> tuple[int, ...] | None:
        """The fewest figures that can make the sums right, by place; each call gives another set as small.

        ``None`` if there are none, which ``exhausted`` then says, or if time runs out.
        """
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0:
            result = _solved(self.constraints, len(self.now), left)
            self.exhausted = bool(result.status == _INFEASIBLE)
            if result.status != _OPTIMAL:
                return None
            marked = tuple(np.flatnonzero(result.x[2 * len(self.now) :] > _MARKED).tolist())
            if self.figures(marked) is not None:
                # Another set is asked for only if it is as small.
                self._demand([True] * len(self.now), most=len(marked))
                self._demand([index in marked for index in range(len(self.now))], most=len(marked) - 1)
                return marked
            # Within the solver's tolerance alone, or in fractions: some other figure changes as well.
            self._demand([index not in marked for index in range(len(self.now))], fewest=1)
        return None

    def _demand(self, among: Sequence[bool], *, fewest: float = -np.inf, most: float = np.inf) -> None:
        row = np.concatenate([np.zeros(2 * len(among)), np.array(among, dtype=float)])
        self.constraints.append(LinearConstraint(row, fewest, most))

    def figures(self, changing: Sequence[int]) -> tuple[int | None, ...] | None:
        """What the changing figures have to be, exactly; ``None`` for each that several would do for.

        ``None`` for all if the sums can't come out right so.
        """
        rows = [[Fraction(signs[index]) for index in changing] for signs in self.signs]
        solved = _eliminated([[*row, Fraction(sum_)] for row, sum_ in zip(rows, self.lacking, strict=True)])
        if any(row[-1] and not any(row[:-1]) for row in solved):
            return None
        filled = [row for row in solved if any(row[:-1])]
        if len(filled) < len(changing):
            return (None,) * len(changing)
        figures = [self.now[index] + row[-1] for index, row in zip(changing, filled, strict=True)]
        if any(figure < 0 or figure.denominator != 1 for figure in figures):
            return None
        return tuple(map(int, figures))


def _solved(constraints: Sequence[Any], count: int, seconds: float) -> Any:
    marks = np.concatenate([np.zeros(2 * count), np.ones(count)])
    bounds = Bounds(0, np.concatenate([np.full(2 * count, np.inf), np.ones(count)]))
    return milp(
        marks, integrality=marks, bounds=bounds, constraints=constraints, options={"time_limit": seconds}
    )


def _eliminated(rows: Matrix) -> Matrix:
    """Rows reduced so that each unknown that is determined leads one of them (Gauss and Jordan)."""
    done = 0
    for column in range(len(rows[0]) - 1):
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
