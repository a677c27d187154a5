"""Rows between spaces whose numbers stand in the order of their columns, as the other rows show it.

Where two numbers are too wide for their columns, a tool may set them over each other and exchange them. It has
not where all rows of so many numbers have the same gaps, or the same edges: a row of fewer numbers at these
edges is in order. Nor has it where each number begins or ends with a word of the line above.

    595        31324 282    592    632  713
    555   1530 1364  31212  31290  1807 1017
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

from gov_disclosure.scanning.display import by_width
from gov_disclosure.scanning.pieces import Piece
from gov_disclosure.scanning.spaced import LONGEST_ROW, gaps_of, words_of

_FEWEST = 3


class LineOfNumbers(NamedTuple):
    """A line with several numbers."""

    line: Piece
    numbers: Sequence[Piece]
    above: Piece | None
    """The line above it."""

    @property
    def start(self) -> int:
        """Where the first of them begins."""
        return self.numbers[0].start


_Edges = tuple[int, ...]


def rows_in_order(rows: Sequence[LineOfNumbers]) -> frozenset[int]:
    """Those whose order other lines show, by where their first number begins."""
    even = set(_common([gaps_of(row.numbers) for row in rows]))
    found = {row.start for row in rows if gaps_of(row.numbers) in even}
    for edges_of, measured in product((_begins, _ends), (len, by_width)):
        edges = [edges_of(row.line, row.numbers, measured) for row in rows]
        columns = [set(shown) for shown in _common(edges)]
        for row, own in zip(rows, edges, strict=True):
            if _labels_above(row, edges_of, measured) == own or any(shown.issuperset(own) for shown in columns):
                found.add(row.start)
    return frozenset(found)


def _labels_above(
    row: LineOfNumbers, edges_of: Callable[..., _Edges], measured: Callable[[str], int]
) -> _Edges:
    """The edges of the words above a row; none where numbers are among them."""
    if row.above is None or len(row.above.text) > LONGEST_ROW:
        return ()
    words = words_of(row.above)
    return edges_of(row.above, words, measured) if all(word.reading.problem for word in words) else ()


def _common(rows: Sequence[_Edges]) -> Sequence[_Edges]:
    """What all rows of so many have, if they are several."""
    alike: dict[int, list[_Edges]] = defaultdict(list)
    for row in rows:
        alike[len(row)].append(row)
    return [same[0] for same in alike.values() if len(same) >= _FEWEST and len(set(same)) == 1]


def _begins(line: Piece, numbers: Sequence[Piece], measured: Callable[[str], int]) -> _Edges:
    return tuple([measured(line.text[: number.start - line.start]) for number in numbers])


def _ends(line: Piece, numbers: Sequence[Piece], measured: Callable[[str], int]) -> _Edges:
    return tuple([measured(line.text[: number.end - line.start]) for number in numbers])
