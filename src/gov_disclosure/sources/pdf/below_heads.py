"""Columns of numbers below their heads, where some stand below none: flush right in a wide column, say.

A number between two heads is of the left one where all columns are so: each has its head, and begins where that
does. Otherwise nobody knows whether the numbers or the heads are moved.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gov_disclosure.sources.pdf.words import FEWEST, Word

Span = tuple[float, float]


class Below(NamedTuple):
    """Columns, as far as their heads tell them."""

    columns: list[Span]
    is_sure: bool
    """Whether it is known which head each is below."""


def below_heads(columns: Sequence[Span], heads: Sequence[Sequence[Word]], labels: float) -> Below:
    """The columns with the room of their heads, where one of them stands below none.

    Args:
        columns: from where to where numbers stand, from the left.
        heads: the lines above, from the top.
        labels: where the labels of rows end.
    """
    own = _lowest([[word for word in line if word.left > labels and not word.is_value] for line in heads])
    # One word above columns is the rest of a row's.
    is_headed = len(own) >= min(FEWEST, len(columns))
    if not is_headed or all(any(_meet(head, column) for head in own) for column in columns):
        return Below(list(columns), is_sure=True)
    ends = [head.left for head in own[1:]]
    if len(own) != len(columns) or any(
        not head.left <= left < right or right > end
        for head, (left, right), end in zip(own, columns, [*ends, columns[-1][1]], strict=True)
    ):
        return Below(list(columns), is_sure=False)
    merged = [(head.left, max(head.right, right)) for head, (_, right) in zip(own, columns, strict=True)]
    return Below(merged, is_sure=all(one[1] < other[0] for one, other in pairwise(merged)))


def _lowest(lines: Sequence[Sequence[Word]]) -> list[Word]:
    """The heads that have none below them, from the left."""
    found: list[Word] = []
    for line in reversed(lines):
        found += [word for word in line if not any(_meet(word, (other.left, other.right)) for other in found)]
    return sorted(found, key=lambda word: word.left)


def _meet(word: Word, span: Span) -> bool:
    return word.left < span[1] and span[0] < word.right
