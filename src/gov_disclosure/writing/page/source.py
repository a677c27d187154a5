"""A report's source text in lines, parted at the places that something is said of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from attrs import frozen

from gov_disclosure.model.issues import Location

# What stands at a place that a sentence of the text is pointed at by: a word or number, up to the next sign.
_WORD: Final = re.compile(r"[^\s，。；：、,;|｜│]{0,40}")


@frozen
class Part:
    """A piece of a line; one that has a place begins there."""

    text: str
    place: Location | None = None


def source_lines(text: str, places: Mapping[Location, str | None]) -> Iterator[tuple[Part, ...]]:
    """Every line of a text in its parts.

    Each place is given with the text that stands there, empty for an empty cell; with ``None`` it is the word
    that is found there. Places outside of the text are in no line.
    """
    by_line: dict[int, list[Location]] = {}
    for place in sorted(places):
        by_line.setdefault(place.line, []).append(place)
    for number, line in enumerate(text.splitlines(), 1):
        own = [place for place in by_line.get(number, ()) if 1 <= place.column <= len(line) + 1]
        yield tuple(_parts(line, own, places))


def _parts(line: str, own: Iterable[Location], places: Mapping[Location, str | None]) -> Iterator[Part]:
    starts = [(place.column - 1, place) for place in own]
    yield Part(line[: starts[0][0]] if starts else line)
    for (start, place), (following, _) in pairwise([*starts, (len(line), None)]):
        end = min(_end(line, start, places[place]), following) if place else following
        yield Part(line[start:end], place)
        yield Part(line[end:following])


def _end(line: str, start: int, said: str | None) -> int:
    """Where the text ends that stands at a place; the place itself if another text stands there."""
    if said is None:
        word = _WORD.match(line, start)
        return word.end() if word else start
    first = said.strip().partition("\n")[0].rstrip()
    return start + len(first) if line.startswith(first, start) else start
