"""Rulings put right: pieces of a line joined, double lines made one, those that meet told as one drawing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
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

    across: list[Ruling]
    down: list[Ruling]

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


class _Groups:
    """Numbers in groups, joined two by two."""

    def __init__(self, count: int) -> None:
        self.parents = list(range(count))

    def of(self, number: int) -> int:
        """The one that stands for a number's group."""
        parents = self.parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        self.parents[self.of(one)] = self.of(other)


def frames(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[Frame]:
    """The rulings by what they meet, from the top of the page to its end."""
    across = sorted(across)
    lines = [*across, *down]
    groups = _Groups(len(lines))
    heights = [line.at for line in across]
    for at, line in enumerate(down, len(across)):
        for number in range(
            bisect_left(heights, line.start - _MEETS), bisect_right(heights, line.end + _MEETS)
        ):
            other = across[number]
            if other.start - _MEETS <= line.at <= other.end + _MEETS:
                groups.join(number, at)
    # Two lines that run side by side are one, though they meet no third.
    for number, (one, other) in enumerate(pairwise(across)):
        if other.at - one.at <= NEAR and one.start <= other.end and other.start <= one.end:
            groups.join(number, number + 1)
    members: dict[int, Frame] = {}
    for number, line in enumerate(lines):
        frame = members.setdefault(groups.of(number), Frame([], []))
        (frame.across if number < len(across) else frame.down).append(line)
    return sorted(members.values(), key=_top)


def _top(frame: Frame) -> float:
    return frame.box[1]


def edges(values: Iterable[float]) -> list[float]:
    """Places that are one, each by its middle."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][0] <= NEAR:
            found[-1].append(value)
        else:
            found.append([value])
    return [(group[0] + group[-1]) / 2 for group in found]
