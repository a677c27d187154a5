"""Text that lines run through: what is struck, or stands in two cells, can't be read."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.marks_on_page import Box, Char, Ruling

# Of the size of type: above the line that a text stands on, where a line through it strikes it.
_LOWEST: Final = 0.12
_HIGHEST: Final = 0.62


def with_struck(chars: Sequence[Char], across: Sequence[Ruling], strokes: Sequence[Box]) -> list[Char]:
    """The characters, with a sign for each that a line strikes."""
    found = list(chars)
    order = sorted(
        (number for number, char in enumerate(found) if not char.quarter), key=lambda number: found[number].base
    )
    bases = [found[number].base for number in order]
    most = max((char.size for char in found), default=0.0)
    for at, start, end in across:
        for place in range(bisect_left(bases, at), bisect_right(bases, at + most)):
            char = found[order[place]]
            above = char.base - at
            if _LOWEST * char.size < above < _HIGHEST * char.size and start <= char.middle[0] <= end:
                found[order[place]] = char._replace(text=UNCLEAR)
    for left, top, right, bottom in strokes:
        for place in range(bisect_left(bases, top), bisect_right(bases, bottom + most)):
            char = found[order[place]]
            x, y = char.middle
            # A slanting line parts the words of a corner, too.
            if char.text.isdigit() and left <= x <= right and top <= y <= bottom:
                found[order[place]] = char._replace(text=UNCLEAR)
    return found
