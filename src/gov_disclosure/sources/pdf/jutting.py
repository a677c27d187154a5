"""Numbers that jut out over the outer rulings of a table: what is left in their cell is not the number.

One that stands straight beside the table may be the row's last, each of the others in the next one's cell.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.cut import follows, is_of_number
from gov_disclosure.sources.pdf.marks_on_page import Char
from gov_disclosure.sources.pdf.ruled_cells import RuledTable

# On one line no more stand at the edges of a table.
_LINE: Final = 0.5
_MOST: Final = 64


def parted(ruled: RuledTable, chars: Sequence[Char]) -> tuple[list[Char], list[Char]]:
    """The characters in a table, with signs for digits of numbers that jut out, and those outside."""
    inside: list[Char] = []
    outside: list[Char] = []
    for char in chars:
        (inside if ruled.number_at(*char.middle) else outside).append(char)
    left, top, right, bottom = ruled.box
    near = [
        number
        for number, char in enumerate(outside)
        if not char.quarter
        and top < char.base < bottom + char.size
        and (abs(char.left - right) < char.size or abs(char.right - left) < char.size)
    ]
    if not near or not inside:
        return inside, outside
    edge = sorted(
        (char.base, number)
        for number, char in enumerate(inside)
        if is_of_number(char) and (right - char.right < char.size or char.left - left < char.size)
    )
    cut: set[tuple[int, int]] = set()
    for other in near:
        char = outside[other]
        start, end = (
            bisect_left(edge, (char.base - char.size, 0)),
            bisect_left(edge, (char.base + char.size, 0)),
        )
        cut |= {
            (one, other)
            for _, one in edge[start : min(end, start + _MOST)]
            if follows(inside[one], char) or follows(char, inside[one])
        }
    gone = _with_rest(outside, {other for _, other in cut})
    beside = [outside[other] for other in near if other not in gone and outside[other].text.isdigit()]
    for one in {one for one, _ in cut} | _in_row(inside, beside):
        inside[one] = inside[one]._replace(text=UNCLEAR)
    # The cell that it stands beside is not blank.
    for char in beside:
        at = right - 1 if char.left > left else left + 1
        inside.append(char._replace(text=UNCLEAR, left=at, right=at))
    return inside, [char for number, char in enumerate(outside) if number not in gone]


def _in_row(inside: Sequence[Char], beside: Sequence[Char]) -> set[int]:
    """The digits of rows that a number stands straight beside: those of the row may stand a column too far."""
    bases = sorted(char.base for char in beside)
    found: set[int] = set()
    for number, char in enumerate(inside if bases else ()):
        reach = _LINE * char.size
        if char.text.isdigit() and bisect_left(bases, char.base - reach) < bisect_left(
            bases, char.base + reach
        ):
            found.add(number)
    return found


def _with_rest(outside: Sequence[Char], gone: set[int]) -> set[int]:
    """The characters, and those that follow them in the order of the file."""
    found = set(gone)
    for number in gone:
        for step in (-1, 1):
            at = number
            while 0 <= at + step < len(outside):
                one, other = outside[min(at, at + step)], outside[max(at, at + step)]
                if not follows(one, other) or at + step in found:
                    break
                at += step
                found.add(at)
    return found
