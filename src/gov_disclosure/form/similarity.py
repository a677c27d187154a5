"""Nearness: texts that are a label of the form but for a slip of the pen, or a part of one."""

from collections.abc import Sequence
from functools import cache, lru_cache

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import TABLES
from gov_disclosure.form.vocabulary import terminals

# One wrong, missing or surplus character in so many.
_PER_SLIP = 4
# Of three characters two are left.
_MOST = 3
_LONGEST = 60


@lru_cache(maxsize=2048)
def is_nearly(folded: str) -> bool:
    """Whether a folded text is nearly a label of the form, or a part of one; what is one exactly counts too."""
    if not folded or len(folded) > _LONGEST:
        return False
    return any(_is_part(folded, word) or _differ_little(folded, word) for word in _wordings())


@cache
def _wordings() -> Sequence[str]:
    words = {fold(word) for table in TABLES for wordings in terminals(table).values() for word in wordings}
    return tuple(sorted(words))


def _is_part(folded: str, word: str) -> bool:
    """Whether a text is a stretch of a label, or most of it with some characters lost."""
    if folded in word:
        return True
    remaining = iter(word)
    return _MOST * len(folded) >= len(word) * (_MOST - 1) and all(sign in remaining for sign in folded)


def _differ_little(one: str, other: str) -> bool:
    """Whether a few slips make one text of the other."""
    most = min(len(one), len(other)) // _PER_SLIP
    return abs(len(one) - len(other)) <= most and _slips(one, other, most) <= most


def _slips(one: str, other: str, most: int) -> int:
    """How many characters have to be put in, left out or replaced; more than ``most`` is not counted out."""
    above = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        line = [row]
        for column, behind in enumerate(other, 1):
            line.append(min(above[column] + 1, line[-1] + 1, above[column - 1] + (sign != behind)))
        if min(line) > most:
            return most + 1
        above = line
    return above[-1]
