"""Which stretches of a paragraph statements have told, found in time that does not grow with their number."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from gov_disclosure.narrative.statements import Statement


class Spans:
    """The stretches of statements."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        spans = sorted((one.start, one.end) for one in statements)
        self._starts: list[int] = [start for start, _ in spans]
        self._reached: list[int] = list(accumulate((end for _, end in spans), max))

    def covers(self, at: int) -> bool:
        """Whether a character stands in one."""
        before = bisect_right(self._starts, at)
        return before > 0 and self._reached[before - 1] > at

    def meets(self, start: int, end: int) -> bool:
        """Whether one has a part of a stretch."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reached[before - 1] > start
