"""What stands on a page, as it is put there: characters, rulings, pictures, from the upper left corner."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; the vertical grows down the page."""

# Of the size of type: how far a character reaches above and below the line that it stands on.
ABOVE = 0.86
BELOW = 0.14
# The middle of a digit, how far it reaches above its line at the most, and how near to that it begins.
MIDDLE = 0.36
_TOP = 0.66
_FOOT = 0.04
# Of its width: the room at its sides.
_SIDE = 0.12


class Char(NamedTuple):
    """A character that is seen; turned text has its places as if the page were turned with it."""

    text: str
    left: float
    right: float
    base: float
    """The line that it stands on."""
    size: float
    """Of its type."""
    quarter: int = 0
    """By how many quarters it is turned clockwise against the page's text."""

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre on the page, which says in which cell it stands."""
        along, across = (self.left + self.right) / 2, self.base - MIDDLE * self.size
        return (along, across) if not self.quarter else _TURNED[self.quarter](along, across)

    @property
    def box(self) -> Box:
        """What it takes of the page."""
        return self._turned(self.left, self.base - ABOVE * self.size, self.right, self.base + BELOW * self.size)

    @property
    def ink(self) -> Box:
        """What is drawn of it, if it is a digit."""
        side = _SIDE * (self.right - self.left)
        return self._turned(
            self.left + side, self.base - _TOP * self.size, self.right - side, self.base - _FOOT * self.size
        )

    def _turned(self, left: float, top: float, right: float, bottom: float) -> Box:
        if not self.quarter:
            return left, top, right, bottom
        x0, y0 = _TURNED[self.quarter](left, top)
        x1, y1 = _TURNED[self.quarter](right, bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


# Where on the page a point of a text stands that is turned by so many quarters.
_TURNED: Final[Mapping[int, Callable[[float, float], tuple[float, float]]]] = {
    1: lambda along, across: (-across, along),
    2: lambda along, across: (-along, -across),
    3: lambda along, across: (across, -along),
}


class Ruling(NamedTuple):
    """A line along the page or down it."""

    at: float
    """Where it stands across its direction."""
    start: float
    end: float


class Page(NamedTuple):
    """A page as it is seen."""

    number: int
    """From 1."""
    width: float
    height: float
    chars: Sequence[Char]
    across: Sequence[Ruling]
    """Rulings from left to right."""
    down: Sequence[Ruling]
    """Rulings from top to bottom."""
    pictures: Sequence[Box] = ()
    """What they say nobody reads here."""
    outlines: Sequence[Box] = ()
    """Drawings of curves, which may be letters."""
    strokes: Sequence[Box] = ()
    """Lines that stand slanting."""
    turned: int = 0
    """By how many quarters the page was turned, against the clock, so that its text stands upright."""
    unclear: int = 0
    """How many characters nobody can read though the file says what they are: cut, covered, askew."""
