"""Where an invented report comes from: a sequence of choices, each a whole number between two others."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from random import Random
from typing import Final, TypeVar

_T = TypeVar("_T")

# Most figures are small, some are large, and one in forty is as large as any real one.
_LIMITS: Final = (9, 9, 9, 9, 99, 99, 999, 9_999)
_LARGEST: Final = 99_999_999


class Choices(ABC):
    """A source of choices. The least number is the simplest choice, and what shrinking moves toward."""

    @abstractmethod
    def integer(self, low: int, high: int) -> int:
        """A whole number, ``low`` and ``high`` among them."""

    def pick(self, options: Sequence[_T]) -> _T:
        """One of the options, the first the simplest."""
        return options[self.integer(0, len(options) - 1)]

    def chance(self, one_in: int) -> bool:
        """Something that happens once in so many times."""
        return one_in == 1 or self.integer(0, one_in - 1) == one_in - 1

    def some(self, options: Sequence[_T], most: int) -> list[_T]:
        """So many of the options at the most, in any order; one may come twice."""
        return [self.pick(options) for _ in range(self.integer(0, most))]

    def figure(self) -> int:
        """A count as a report may have it, 0 among them."""
        return self.integer(0, _LARGEST if self.chance(40) else self.pick(_LIMITS))


class Rolled(Choices):
    """Choices by chance; ``made`` keeps them, so that they can be made again."""

    def __init__(self, seed: str) -> None:
        self.made: list[int] = []
        self._random = Random(seed)

    def integer(self, low: int, high: int) -> int:
        """A whole number, each as likely as any other."""
        number = low + int(self._random.random() * (high - low + 1))
        self.made.append(number - low)
        return number


class Replayed(Choices):
    """Choices that were made before, or simpler ones: behind the last, and out of range, the nearest."""

    def __init__(self, made: Iterable[int]) -> None:
        self.made: list[int] = []
        self._remaining = iter(made)

    def integer(self, low: int, high: int) -> int:
        """The next number that was chosen, as far above ``low`` as it was then."""
        offset = min(next(self._remaining, 0), high - low)
        self.made.append(offset)
        return low + offset
