"""Tables without rulings: columns that numbers stand in over all rows, with gaps that no number crosses.

Where the numbers of two rows do not agree on the columns, another table begins.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from attrs import define, field

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import LONGEST_LABEL, heading_of
from gov_disclosure.sources.pdf.below_heads import below_heads
from gov_disclosure.sources.pdf.lines import Line
from gov_disclosure.sources.pdf.tables import Table
from gov_disclosure.sources.pdf.unruled_rows import RowsOf
from gov_disclosure.sources.pdf.words import FEWEST, PAGE, Word, may_be_row, values_of, words_on

# Of the size of type: the room between two columns, and how far lines of a label and heads are apart at most.
_BETWEEN: Final = 0.35
_STACKED: Final = 1.25
_CLOSE: Final = 2.4
# Of the distance of two rows: heads are not further apart.
_CLOSE_ROWS: Final = 1.25
_MOST_HEADS: Final = 14
_MOST_COLUMNS: Final = 20
_MOST_LINES: Final = 600


@define(eq=False)
class Region:
    """Lines that may be a table."""

    columns: list[tuple[float, float]] = field(factory=list)
    rows: int = 0

    def takes(self, values: Sequence[Word]) -> bool:
        """Take the numbers of a line, unless they do not agree with those above on the columns."""
        columns = list(self.columns)
        for value in values:
            met = [
                number
                for number, (left, right) in enumerate(columns)
                if left < value.right + _room(value) and value.left - _room(value) < right
            ]
            if len(met) > 1:
                return False
            if met:
                left, right = columns[met[0]]
                columns[met[0]] = (min(left, value.left), max(right, value.right))
            else:
                columns.append((value.left, value.right))
        columns.sort()
        own = [
            next(n for n, (left, right) in enumerate(columns) if left <= value.left and value.right <= right)
            for value in values
        ]
        apart = all(one[1] < two[0] for one, two in pairwise(columns))
        if len(set(own)) < len(own) or not apart or len(columns) > _MOST_COLUMNS:
            return False
        self.columns = columns
        self.rows += 1
        return True

    def takes_heads(self, heads: Sequence[Sequence[Word]]) -> bool:
        """Take the columns that have labels and no numbers, if the last line of heads stands in columns."""
        left = self.columns[0][0]
        own = [word for word in (heads[-1] if heads else ()) if word.right > left]
        columns = list(self.columns)
        for word in own:
            met = [n for n, (start, end) in enumerate(columns) if start < word.right and word.left < end]
            if len(met) > 1:
                return False
            if not met:
                columns.append((word.left, word.right))
        self.columns = sorted(columns)
        return bool(own) and heads[-1][0].right < left


def _room(word: Word) -> float:
    return _BETWEEN / 2 * word.size


def with_unruled(parts: Sequence[Line | Table]) -> list[Line | Table]:
    """The parts, with the tables that lines make."""
    found: list[Line | Table] = []
    for is_line, group in groupby(parts, key=lambda part: isinstance(part, Line)):
        members = list(group)
        found += _tabled([part for part in members if isinstance(part, Line)]) if is_line else members
    return found


def _tabled(lines: Sequence[Line]) -> Iterator[Line | Table]:
    words = [words_on(line) for line in lines]
    starts = [number for number, line in enumerate(words) if may_be_row(line)]
    ats = [values_of(words[number])[0].at for number in starts]
    pitch = min(
        (after - before for before, after in pairwise(ats) if 0 < after - before < PAGE / 2), default=0.0
    )
    done = 0
    for first, last, region in _regions(words, starts):
        begin = _begin(words, done, first, region, pitch)
        end = _end(words, last + 1, region)
        below = below_heads(region.columns, words[begin:first], _labels_end(words[first : last + 1], region))
        region.columns = below.columns
        has_heads = region.takes_heads(words[begin:first])
        is_table = (has_heads or len(region.columns) >= FEWEST) and end - begin <= _MOST_LINES
        yield from lines[done : begin if is_table else end]
        if is_table:
            yield RowsOf(words[begin:end], region.columns, pitch, below.is_sure).table()
        done = end
    yield from lines[done:]


def _regions(words: Sequence[Sequence[Word]], starts: Sequence[int]) -> Iterator[tuple[int, int, Region]]:
    """Where lines with numbers begin and end that agree on their columns."""
    region, first, last = Region(), -1, -1
    for number in starts:
        values = values_of(words[number])
        if region.rows and (_has_head(words[last + 1 : number], region) or not region.takes(values)):
            yield first, last, region
            region = Region()
        if not region.rows:
            if not region.takes(values):
                continue
            first = number
        last = number
    if region.rows:
        yield first, last, region


def _labels_end(lines: Sequence[Sequence[Word]], region: Region) -> float:
    """Where the labels of rows end."""
    left = region.columns[0][0]
    return max((word.right for line in lines for word in line if word.right < left), default=-math.inf)


def _has_head(lines: Sequence[Sequence[Word]], region: Region) -> bool:
    """Whether lines say something above the columns of a table: they begin another, or end it."""
    left = region.columns[0][0]
    return any(word.left + word.right > 2 * left and not word.is_value for line in lines for word in line)


def _begin(words: Sequence[Sequence[Word]], least: int, first: int, region: Region, pitch: float) -> int:
    """The first line of a table: above its first numbers stand its heads, close to each other."""
    left, last = region.columns[0][0], region.columns[-1][0]
    begin = number = first
    while number > least and words[number - 1] and first - number < _MOST_HEADS:
        below, number = words[number], number - 1
        if below[0].line - words[number][0].line > max(_CLOSE * below[0].size, _CLOSE_ROWS * pitch):
            break
        if any(word.left < left and word.right > last for word in words[number]):
            # Prose goes over all columns.
            break
        if _is_heading(words[number]):
            break
        if any(word.left + word.right > 2 * left for word in words[number]):
            begin = number
    return begin


def _is_heading(words: Sequence[Word]) -> bool:
    """Whether a line is the heading of a section: no table goes over it."""
    text = "".join([char.text for word in words for char in word.chars])
    heading = heading_of(fold(text)) if len(text) <= LONGEST_LABEL else None
    return heading is not None and heading.sure


def _end(words: Sequence[Sequence[Word]], after: int, region: Region) -> int:
    """Behind the last line of a table: a label may go on below its numbers."""
    end = after
    while end < len(words) and words[end] and words[end - 1]:
        word, above = words[end][0], words[end - 1][0]
        if (
            len(words[end]) > 1
            or word.right > region.columns[0][0]
            or word.at - above.at > _STACKED * word.size
        ):
            break
        if end - after > 2:
            break
        end += 1
    return end
