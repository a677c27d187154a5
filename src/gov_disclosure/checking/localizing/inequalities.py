"""Linear inequalities, exactly: whether they can be kept, and what they leave a figure free to be.

Unknowns are eliminated one by one (Fourier and Motzkin): each pair of inequalities that bound an unknown from
below and from above gives one without it. There are few unknowns, so there are few pairs.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import field, frozen

Weights = tuple[Fraction, ...]


@frozen
class Inequality:
    """``factors`` of the unknowns and a constant add up to no less than zero."""

    factors: Weights
    constant: Fraction
    made_of: Weights = field(eq=False)
    """How often each of the inequalities at the beginning is in it."""

    def plus(self, other: "Inequality", times: Fraction) -> "Inequality":
        """The sum of this one and another, taken so many times."""
        return Inequality(
            tuple(a + times * b for a, b in zip(self.factors, other.factors, strict=True)),
            self.constant + times * other.constant,
            tuple(a + times * b for a, b in zip(self.made_of, other.made_of, strict=True)),
        )


def inequalities(rows: Sequence[tuple[Sequence[Fraction], Fraction]]) -> list[Inequality]:
    """Factors and constants as inequalities, each made of itself."""
    zero, one = Fraction(0), Fraction(1)
    return [
        Inequality(tuple(factors), constant, tuple(one if own == at else zero for own in range(len(rows))))
        for at, (factors, constant) in enumerate(rows)
    ]


def contradiction(given: Iterable[Inequality]) -> Inequality | None:
    """A sum of inequalities that can't be, if they can't all be kept."""
    left = list(given)
    for unknown in range(len(left[0].factors) if left else 0):
        left = _without(unknown, left)
    return next((one for one in left if one.constant < 0), None)


def only_value(given: Sequence[Inequality], factors: Sequence[Fraction], constant: Fraction) -> Fraction | None:
    """What the unknowns, so many times each, and a constant add up to, where the inequalities allow one sum."""
    zero = Fraction(0)
    rows = [((*one.factors, zero), one.constant) for one in given]
    # The sum as one more unknown, that is no less and no more than what it is made of.
    rows += [((*(-factor for factor in factors), Fraction(1)), -constant)]
    rows += [((*factors, Fraction(-1)), constant)]
    left = inequalities(rows)
    for unknown in range(len(factors)):
        left = _without(unknown, left)
    least = [-one.constant / one.factors[-1] for one in left if one.factors[-1] > 0]
    most = [-one.constant / one.factors[-1] for one in left if one.factors[-1] < 0]
    return max(least) if least and most and max(least) == min(most) else None


def _without(unknown: int, given: Sequence[Inequality]) -> list[Inequality]:
    below = [one for one in given if one.factors[unknown] > 0]
    above = [one for one in given if one.factors[unknown] < 0]
    rest = [one for one in given if not one.factors[unknown]]
    pairs = [low.plus(high, -low.factors[unknown] / high.factors[unknown]) for low in below for high in above]
    return list(dict.fromkeys((*rest, *pairs)))
