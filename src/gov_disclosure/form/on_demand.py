"""Patterns that are compiled with their first use: most texts need few of all that there are.

A pattern of a module is one of these unless nearly every text needs it: that costs a process its start.
"""

import re
from typing import Any, cast


def on_demand(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, but nothing is compiled until the pattern is asked for something."""
    return cast("re.Pattern[str]", _OnDemand(pattern, flags))


class _OnDemand:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        # What was found stands in the instance, and is found there from then on.
        found = self.__dict__[name] = getattr(re.compile(*self._source), name)
        return found
