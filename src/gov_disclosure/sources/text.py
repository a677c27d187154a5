"""A text as grids and the lines around them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.comma_separated import may_be_separated, separated_tables
from gov_disclosure.sources.drawn import drawn_tables, may_be_drawn
from gov_disclosure.sources.grid import Line, lines_of
from gov_disclosure.sources.html_tables import markup_tables, may_be_markup
from gov_disclosure.sources.ruled import may_be_ruled, ruled_tables

_FINDERS: Final[Sequence[tuple[Callable[[str], bool], Callable[[str, Sequence[Line]], Iterator[Grid]]]]] = (
    (may_be_drawn, lambda _, lines: drawn_tables(lines)),
    (may_be_ruled, lambda _, lines: ruled_tables(lines)),
    (may_be_separated, lambda _, lines: separated_tables(lines)),
    (may_be_markup, markup_tables),
)
"""Ways to find tables whose rows and columns a text marks: whether it may have some, and the tables."""


def grids_in(text: str) -> list[Grid]:
    """The tables of a text whose rows and columns are marked, in order, none inside another."""
    finders = [find for may_be, find in _FINDERS if may_be(text)]
    if not finders:
        return []
    lines = lines_of(text)
    found = [grid for find in finders for grid in find(text, lines)]
    end, apart = 0, []
    for grid in sorted(found, key=lambda grid: grid.start):
        if grid.start >= end:
            apart.append(grid)
            end = grid.end
    return apart


def around_grids(lines: Iterable[Line], grids: Iterable[Grid]) -> Iterator[Line | Grid]:
    """The grids, and what is left of the lines around them."""
    remaining = iter(grids)
    grid, covered = next(remaining, None), 0
    for line in lines:
        start = max(line.start, covered)
        while grid is not None and grid.start <= line.end:
            if grid.start > start:
                yield line.cut(start, grid.start)
            yield grid
            start = covered = grid.end
            grid = next(remaining, None)
        if start < line.end or start == line.start:
            yield line.cut(start, line.end)
