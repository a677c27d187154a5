"""Characters as lines of text: those on a line from left to right, with a space where there is room for one."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pages.looks import PLAINLY, Look
from gov_disclosure.sources.pages.notes import SMALL, Run, without_notes
from gov_disclosure.sources.pdf.marks_on_page import ABOVE, BELOW, Box, Char

# Of the size of type. What stands on one line is no further off it, raised or lowered.
_ONE_LINE: Final = 0.5
# What is moved by more than this is raised.
_RAISED: Final = 0.12
# What stands as high needs not be smaller to be none of the line's own.
_HIGH: Final = 0.3
# Two digits with this much room between are two numbers; Chinese characters are set apart to fill a line.
_ROOM: Final = 0.18
_WIDE_ROOM: Final = 0.5
# Two characters whose centres are so near are one, printed twice, or can't be told.
_ON_TOP: Final = 0.22
_ROUNDING: Final = 0.3
_NUMERAL: Final = re.compile("[-0-9.]")
_WIDE: Final = "\u2e80"
_UNDERSCORE: Final = "_＿"
_MEASURED: Final = Look(measured=True)


class Line(NamedTuple):
    """Characters on one line, from its begin to its end."""

    chars: Sequence[Char]
    page: int
    size: float
    """Of its largest type."""
    base: float
    """The line that its largest type stands on."""

    @classmethod
    def of(cls, chars: Sequence[Char], page: int = 1) -> "Line":
        """The line that characters make."""
        largest = max(chars, key=_size)
        return cls(chars, page, largest.size, largest.base)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.chars[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.chars[-1].right

    @property
    def box(self) -> Box:
        """What it takes of the page."""
        if self.chars[0].quarter:
            return box_of(self.chars)
        return self.left, self.base - ABOVE * self.size, self.right, self.base + BELOW * self.size

    @property
    def text(self) -> str:
        """What a person reads."""
        return text_of([self], in_cell=False)


def box_of(chars: Sequence[Char]) -> Box:
    """What characters take of the page."""
    boxes = [char.box for char in chars]
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


def _size(char: Char) -> float:
    return char.size


def _left(char: Char) -> float:
    return char.left


def lines_of(chars: Iterable[Char], page: int = 1) -> list[Line]:
    """The lines that characters stand on, from the top; turned text stands behind the others."""
    found: list[list[Char]] = []
    for _, turned in groupby(sorted(chars, key=_turned_and_base), key=lambda char: char.quarter):
        first: Char | None = None
        for char in turned:
            if first is None or char.base - first.base > _ONE_LINE * max(first.size, char.size):
                found.append([])
                first = char
            found[-1].append(char)
    return [Line.of(_each_once(sorted(line, key=_left)), page) for line in found]


def _turned_and_base(char: Char) -> tuple[int, float]:
    return char.quarter, char.base


def _each_once(chars: list[Char]) -> list[Char]:
    """The characters of a line; of two in one place one, if they are the same, or none that is clear."""
    found: list[Char] = []
    for char in chars:
        before = found[-1] if found else None
        if before is None or not _on_top(before, char):
            found.append(char)
        elif before.text in _UNDERSCORE:
            found[-1] = char
        elif char.text not in _UNDERSCORE and char.text != before.text:
            found[-1] = before._replace(text=UNCLEAR)
    return found


def _on_top(one: Char, other: Char) -> bool:
    size = min(one.size, other.size)
    return (
        abs(one.left + one.right - other.left - other.right) < 2 * _ON_TOP * size
        and abs(one.base - other.base) < _ON_TOP * 2 * size
    )


def _has_room(before: Char, char: Char, wide: float) -> bool:
    """Whether a space stands between two characters of a line."""
    room = wide if before.text >= _WIDE and char.text >= _WIDE else _ROOM
    return char.left - before.right > room * min(before.size, char.size)


def words_of(line: Line, wide: float = _WIDE_ROOM) -> list[list[Char]]:
    """The characters of a line with no room between; for Chinese ones it may be told how much that is."""
    words = [[line.chars[0]]]
    for before, char in pairwise(line.chars):
        if _has_room(before, char, wide):
            words.append([])
        words[-1].append(char)
    return words


def text_of(lines: Sequence[Line], *, in_cell: bool, width: float = math.inf) -> str:
    """What a person reads in lines, without the marks of notes.

    A number goes on in the next line where its first is so full that no other digit had room in ``width``.
    """
    parts: list[str] = []
    runs: list[Run] = []
    at = 0
    before = None
    first = lines[0].chars[0]
    # Where all is of one size and on its line, nothing is a note.
    even = all(
        char.size == first.size and char.base == line.chars[0].base for line in lines for char in line.chars
    )
    for line in lines:
        for word in words_of(line):
            text = "".join([char.text for char in word])
            if parts:
                gap = " " if word[0] is not line.chars[0] else "" if _goes_on(before, line, width) else "\n"
                parts.append(gap)
                at += len(gap)
            if even:
                at += len(text)
            else:
                for look, stretch in groupby(word, key=_look_in(line)):
                    length = sum(len(char.text) for char in stretch)
                    runs.append(Run(at, at + length, look))
                    at += length
            parts.append(text)
        before = line
    whole = "".join(parts)
    if len({run.look for run in runs}) < 2:
        return whole
    return without_notes(whole, runs, in_cell=in_cell)


def is_full(line: Line, width: float) -> bool:
    """Whether no other character had room behind a line."""
    last = line.chars[-1]
    return line.right - line.left + last.right - last.left > width + _ROUNDING


def _goes_on(before: Line | None, line: Line, width: float) -> bool:
    """Whether a number goes on in the next line."""
    if before is None or not is_full(before, width):
        return False
    return all(_NUMERAL.fullmatch(char.text) for char in (*before.chars, *line.chars))


def _look_in(line: Line) -> Callable[[Char], Look]:
    """How a character of a line looks."""
    base, size = line.base, line.size

    def look(char: Char) -> Look:
        up = base - char.base
        if abs(up) <= _RAISED * size:
            return _MEASURED._replace(size=round(char.size, 1))
        least = PLAINLY if char.size < SMALL * size else _HIGH
        return _MEASURED._replace(raised=1, nudged=up < least * size, size=round(char.size, 1))

    return look
