"""Tables without rulings: the words of a line set in columns by spaces, each where it stands on the page."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from gov_disclosure.sources.pdf.lines import Line, text_of, words_of
from gov_disclosure.sources.pdf.marks_on_page import Char

# Of the size of type: so wide is a character of the measure, and so much room stands between columns.
_MEASURE: Final = 0.4
_BETWEEN: Final = 0.7
_FEWEST: Final = 2
_WIDE: Final = "\u2e80"


def spaced_text(line: Line, left: float, measure: float) -> str:
    """The words of a line at their columns, if it has several; else its text."""
    words = words_of(line)
    gaps = [after[0].left - before[-1].right for before, after in pairwise(words)]
    if sum(gap > _BETWEEN * line.size for gap in gaps) < 1:
        return line.text
    text = ""
    width = 0
    for word in words:
        said = text_of([Line(word)], in_cell=False)
        at = max(round((word[0].left - left) / measure), width + bool(text))
        text += " " * (at - width) + said
        width = at + sum(2 if sign >= _WIDE else 1 for sign in said)
    return text


def measure_of(lines: Sequence[Line]) -> tuple[float, float]:
    """Where the lines of a page begin, and how wide a character of their measure is."""
    if not lines:
        return 0.0, 1.0
    return min(line.left for line in lines), _MEASURE * median(line.size for line in lines)
