"""Rulings put right: pieces of one line joined, double lines made one, and those that meet told as one drawing."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from gov_disclosure.sources.pdf.marks_on_page import Box, Ruling

# Lines so near to each other are one, double or drawn side by side; no text stands between them.
NEAR: Final = 3.6
# Dots and dashes of one line stand no further apart.
_GAP: Final = 3.6
# What is shorter parts no cells.
_SHORTEST: Final = 4.0
# Lines meet, though corners are left open by the breadth of a line.
_MEETS: Final = 3.6
_MOST: Final = 20_000


class Frame(NamedTuple):
    """Rulings that meet."""

    across: Sequence[Ruling]
    down: Sequence[Ruling]

    @property
    def box(self) -> Box:
        """What of the page they take."""
        xs = [x for line in self.across for x in (line.start, line.end)] + [line.at for line in self.down]
        ys = [y for line in self.down for y in (line.start, line.end)] + [line.at for line in self.across]
        return min(xs), min(ys), max(xs), max(ys)


def joined(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Lines of their pieces; those that are too short to part cells are left out."""
    found: list[Ruling] = []
    for level in _levels(rulings):
        pieces = sorted(level, key=lambda piece: piece.start)
        at, start, end = pieces[0]
        for piece in pieces[1:]:
            if piece.start <= end + _GAP:
                end = max(end, piece.end)
            else:
                found.append(Ruling(at, start, end))
                at, start, end = piece
        found.append(Ruling(at, start, end))
    return [line for line in found if line.end - line.start >= _SHORTEST][:_MOST]


def _levels(rulings: Iterable[Ruling]) -> Iterable[list[Ruling]]:
    """Pieces that stand on one level."""
    level: list[Ruling] = []
    for piece in sorted(rulings):
        if level and piece.at - level[0].at > _LEVEL:
            yield level
            level = []
        level.append(piece)
    if level:
        yield level


_LEVEL: Final = 0.8


def frames(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[Frame]:
    """The rulings by what they meet, from the top of the page to its end."""
    lines = [*across, *down]
    parents = list(range(len(lines)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    levels = sorted(range(len(across)), key=lambda number: across[number].at)
    heights = [across[number].at for number in levels]
    for at, line in enumerate(down, len(across)):
        for place in range(_first(heights, line.start - _MEETS), len(levels)):
            number = levels[place]
            other = lines[number]
            if other.at > line.end + _MEETS:
                break
            if other.start - _MEETS <= line.at <= other.end + _MEETS:
                parents[root(number)] = root(at)
    # Two lines that run side by side are one, though they meet no third.
    for order, count in ((levels, len(across)),):
        for one, other in zip(order, order[1:], strict=False):
            if count and _side_by_side(lines[one], lines[other]):
                parents[root(one)] = root(other)
    numbers = sorted(range(len(lines)), key=root)
    made = []
    for _, group in groupby(numbers, key=root):
        members = list(group)
        made.append(
            Frame(
                [lines[number] for number in members if number < len(across)],
                [lines[number] for number in members if number >= len(across)],
            )
        )
    return sorted(made, key=lambda frame: frame.box[1])


def _first(values: Sequence[float], least: float) -> int:
    from bisect import bisect_left

    return bisect_left(values, least)


def _side_by_side(one: Ruling, other: Ruling) -> bool:
    return abs(one.at - other.at) <= NEAR and one.start <= other.end and other.start <= one.end


def edges(values: Iterable[float]) -> list[float]:
    """Places that are one, each by its middle."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][0] <= NEAR:
            found[-1].append(value)
        else:
            found.append([value])
    return [(group[0] + group[-1]) / 2 for group in found]
