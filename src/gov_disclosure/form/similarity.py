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
def is_nearly(folded: str, table: str) -> bool:
    """Whether a folded text is nearly a label in the head of a table, a part of one, or one exactly."""
    if not folded or len(folded) > _LONGEST:
        return False
    return any(_is_part(folded, word) or _differ_little(folded, word) for word in _wordings(table))


@cache
def _wordings(table: str) -> Sequence[str]:
    kinds = {kind: words for name in TABLES for kind, words in terminals(name).items()}
    heads = (words for kind, words in kinds.items() if _is_in_head(kind, table))
    return tuple(sorted({fold(word) for words in heads for word in words}))


def _is_in_head(kind: str, table: str) -> bool:
    if table == "proactive":
        return kind.startswith(("COLUMN_20", "ARTICLE_20", "INFORMATION"))
    return kind == "TOTAL" or (kind in terminals(table) and not kind.startswith("REQUESTS_"))


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
