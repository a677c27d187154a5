"""Passages: what a text has in common with another, clause by clause, also where a few words were changed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from gov_disclosure.checking.panel.clauses import Clauses

_MOST_PLACES: Final = 8
_MOST_CHANGED: Final = 2
# A few words alone, which stand somewhere else in the source, don't end a passage.
_LEAST_RUN: Final = 12


@frozen
class Run:
    """Clauses that follow each other in both texts: where the first stands in each, and how many."""

    at: int
    source: int
    count: int


@frozen
class Shared:
    """Runs with at most a few changed clauses between, and the characters that are the same."""

    runs: tuple[Run, ...]
    length: int


def passages(text: Clauses, source: Clauses, common: Collection[int], least: int) -> list[Shared]:
    """The passages of at least so many characters; clauses common to many reports count for none."""
    found: list[list[Run]] = []
    for run in _runs(text, source):
        if found and _goes_on(found[-1][-1], run, text, source):
            found[-1].append(run)
        elif _length([run], text, common) >= _LEAST_RUN:
            found.append([run])
    shared = (Shared(tuple(runs), _length(runs, text, common)) for runs in found)
    return [passage for passage in shared if passage.length >= least]


def _runs(text: Clauses, source: Clauses) -> Iterator[Run]:
    """At each clause that no run before has taken, the longest run; the source may be used twice."""
    places = _places(source.keys)
    at = 0
    while at < len(text.keys):
        runs = [Run(at, place, _count(text, source, at, place)) for place in places.get(text.keys[at], ())]
        longest = max(runs, key=lambda run: run.count, default=None)
        if longest:
            yield longest
        at += longest.count if longest else 1


def _places(keys: Sequence[int]) -> Mapping[int, list[int]]:
    """The first few places where each clause stands; what stands in more is a phrase that tells nothing."""
    places: dict[int, list[int]] = {}
    for at, key in enumerate(keys):
        found = places.setdefault(key, [])
        if len(found) < _MOST_PLACES:
            found.append(at)
    return places


def _count(text: Clauses, source: Clauses, at: int, place: int) -> int:
    """How many clauses are the same from there on, within one section of each."""
    count = 1
    while (
        at + count < len(text.keys)
        and place + count < len(source.keys)
        and text.keys[at + count] == source.keys[place + count]
        and text.parts[at + count] == text.parts[at]
        and source.parts[place + count] == source.parts[place]
    ):
        count += 1
    return count


def _goes_on(before: Run, run: Run, text: Clauses, source: Clauses) -> bool:
    """Whether only a few clauses are between two runs, in the same section of each text."""
    changed = (run.at - before.at - before.count, run.source - before.source - before.count)
    return (
        all(0 <= count <= _MOST_CHANGED for count in changed)
        and text.parts[run.at] == text.parts[before.at]
        and source.parts[run.source] == source.parts[before.source]
    )


def _length(runs: Sequence[Run], text: Clauses, common: Collection[int]) -> int:
    shared = (at for run in runs for at in range(run.at, run.at + run.count))
    return sum(text.lengths[at] for at in shared if text.keys[at] not in common)
