"""How long a run may search for the cells behind sums that fail: a folder of bad reports shall end too."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

_ALONE: Final = 2.0
"""Seconds for a file that is checked alone."""
_FIRST: Final = 1.0
"""Seconds for the first reports of a run; then as much as a share of what all else has taken."""
_SHARE: Final = 0.5


class SearchTime:
    """The time that a run has left for the search, report by report."""

    def __init__(self, *, alone: bool) -> None:
        self._alone = alone
        self._begun = monotonic()
        self._spent = 0.0

    @contextmanager
    def of_report(self) -> Iterator[float]:
        """The seconds for one report; what is done within counts as search."""
        start = monotonic()
        others = start - self._begun - self._spent
        left = _ALONE if self._alone else min(_ALONE, _FIRST + others * _SHARE - self._spent)
        try:
            yield max(left, 0.0)
        finally:
            self._spent += monotonic() - start
