"""What is so, what is not so, and what nobody can tell (``None``)."""

from collections.abc import Iterable
from typing import TypeAlias

Truth: TypeAlias = bool | None


def both(one: Truth, other: Truth) -> Truth:
    """Whether both are so."""
    if one is False or other is False:
        return False
    return True if one and other else None


def any_of(truths: Iterable[Truth]) -> Truth:
    """Whether one of some is so."""
    found: Truth = False
    for truth in truths:
        if truth:
            return True
        if truth is None:
            found = None
    return found


def opposite(truth: Truth) -> Truth:
    """Whether it is not so."""
    return None if truth is None else not truth
