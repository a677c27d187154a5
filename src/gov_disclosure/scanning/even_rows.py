"""Rows between spaces whose numbers stand in the order of their columns, as the other rows show it.

Where two numbers are too wide for their columns, a tool may set them over each other and exchange them. It has
not where all rows of so many numbers have the same gaps, or the same edges: a row of fewer numbers at these
edges is in order.

    595        31324 282    592    632  713
    555   1530 1364  31212  31290  1807 1017
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import product

from gov_disclosure.scanning.display import by_width
from gov_disclosure.scanning.pieces import Piece
from gov_disclosure.scanning.spaced import gaps_of

_FEWEST = 3

LineOfNumbers = tuple[Piece, Sequence[Piece]]
"""A line, and the numbers in it."""
_Edges = tuple[int, ...]


def rows_in_order(rows: Sequence[LineOfNumbers]) -> frozenset[int]:
    """Those whose order the others show, by where their first number begins."""
    even = set(_common([gaps_of(numbers) for _, numbers in rows]))
    found = {numbers[0].start for _, numbers in rows if gaps_of(numbers) in even}
    for edges_of, measured in product((_begins, _ends), (len, by_width)):
        edges = [edges_of(line, numbers, measured) for line, numbers in rows]
        columns = [set(shown) for shown in _common(edges)]
        found |= {
            numbers[0].start
            for (_, numbers), own in zip(rows, edges, strict=True)
            if any(shown.issuperset(own) for shown in columns)
        }
    return frozenset(found)


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
