"""Fragments: which labels the words of a line begin, and which of the open ones they go on with."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import LONGEST_LABEL, goes_on, starts_label
from gov_disclosure.scanning.spaced import labels_of, numbered

Placement = tuple[tuple[int, int], ...]
"""For each label that words make: which of the open ones they go on with, and how many words."""

BEGINS = -1
"""In place of an open label: the words begin one."""


def placement_of(words: tuple[str, ...], opened: tuple[str | None, ...]) -> Placement | None:
    """Each label that words go on with or begin, from left to right; ``None`` if one has no place.

    Words side by side make one label if the whole line comes out as labels so; else each is a fragment
    by itself, but for a numeral with what it numbers.
    """
    return side_by_side(words, opened) or _fragments(words, opened)


# Reports differ in their numbers: most lines of labels have been placed before.
remembered_placement: Callable[[tuple[str, ...], Sequence[str | None]], Placement | None] = lru_cache(
    maxsize=2048
)(placement_of)


def side_by_side(words: tuple[str, ...], opened: Sequence[str | None]) -> Placement | None:
    """The labels that words make, if they make nothing else, and go on with none that is open."""
    placement: list[tuple[int, int]] = []
    index = 0
    for count in labels_of(words):
        if count == 1 and _place(fold(words[index]), opened, 0) is not None:
            return None
        placement.append((BEGINS, count))
        index += count
    return tuple(placement) or None


def _fragments(words: tuple[str, ...], opened: Sequence[str | None]) -> Placement | None:
    placement: list[tuple[int, int]] = []
    index = cursor = 0
    while index < len(words):
        count, place = numbered(words[index:]), BEGINS
        if count < 2:
            folded = fold(words[index])
            found = _place(folded, opened, cursor)
            if found is not None:
                place, cursor = found, found + 1
            elif not (count or starts_label(folded)):
                return None
            count = 1
        placement.append((place, count))
        index += count
    return tuple(placement)


def _place(folded: str, opened: Sequence[str | None], cursor: int) -> int | None:
    """Which of the open labels, from one on, a fragment goes on with."""
    for place in range(cursor, len(opened)):
        label = opened[place]
        if label is not None and len(label) + len(folded) <= LONGEST_LABEL and goes_on(label, folded):
            return place
    return None
