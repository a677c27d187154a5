"""Shrinking: fewer and smaller choices that still break the law."""

from collections.abc import Iterator, Sequence
from typing import Final

from fuzz.laws import Law, Trial
from gov_disclosure.testing.samples.choices import Replayed

_MOST_TRIALS: Final = 3000


def failing(law: Law, made: Sequence[int], like: Trial | None = None) -> tuple[list[int], Trial] | None:
    """The first trial that breaks the law, with the choices that it was made from; ``None`` if none does.

    With ``like`` only one of its kind in its layout counts.
    """
    choices = Replayed(made)
    for trial in law(choices):
        if trial.failed and (like is None or (trial.kind, trial.layout) == (like.kind, like.layout)):
            return choices.made, trial
    return None


def shrunk(law: Law, made: Sequence[int]) -> tuple[list[int], Trial] | None:
    """The simplest choices that are found to break the law in the same way, from some that do."""
    best = failing(law, made)
    like = best[1] if best else None
    trials = 0
    while best is not None:
        for simpler in _simpler(best[0]):
            trials += 1
            found = failing(law, simpler, like) if trials < _MOST_TRIALS else None
            if found is not None and _size(found[0]) < _size(best[0]):
                best = found
                break
        else:
            return best
        if trials >= _MOST_TRIALS:
            return best
    return None


def _size(made: Sequence[int]) -> tuple[int, int]:
    return sum(number > 0 for number in made), sum(made)


def _simpler(made: Sequence[int]) -> Iterator[list[int]]:
    """Stretches of choices at their simplest or gone, the longest first; then smaller numbers."""
    length = len(made)
    while length:
        for start in range(0, len(made), length):
            if any(made[start : start + length]):
                zeros = [0] * len(made[start : start + length])
                yield [*made[:start], *zeros, *made[start + length :]]
                yield [*made[:start], *made[start + length :]]
        length //= 2
    for index, number in enumerate(made):
        for smaller in dict.fromkeys((1, number // 2, number - 1)):
            if 0 < smaller < number:
                yield [*made[:index], smaller, *made[index + 1 :]]
