"""A text as grids and the lines around them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from gov_disclosure.layouts.kind import Finder
from gov_disclosure.layouts.kinds import LAYOUTS
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.grid import Line, lines_of


@cache
def _finders() -> tuple[Finder, ...]:
    """Those of all layouts, each once."""
    return tuple(dict.fromkeys(layout.finder for layout in LAYOUTS if layout.finder))


def grids_in(text: str) -> list[Grid]:
    """The tables of a text whose rows and columns are marked, in order, none inside another."""
    return lines_and_grids(text)[1]


def lines_and_grids(text: str) -> tuple[Sequence[Line], list[Grid]]:
    """The lines of a text and its grids; no lines where nothing looks like a grid."""
    finders = [finder for finder in _finders() if finder.may_have(text)]
    if not finders:
        return (), []
    lines = lines_of(text)
    found = [grid for finder in finders for grid in finder.tables(text, lines)]
    end, apart = 0, []
    for grid in sorted(found, key=lambda grid: grid.start):
        if grid.start >= end:
            apart.append(grid)
            end = grid.end
    return lines, apart


def around_grids(lines: Sequence[Line], grids: Iterable[Grid]) -> Iterator[Line | Grid]:
    """The grids, and what is left of the lines around them."""
    remaining = iter(grids)
    grid, covered, index = next(remaining, None), 0, 0
    while index < len(lines):
        line = lines[index]
        start, end = max(line.start, covered), line.end
        while grid is not None and grid.start <= end:
            if grid.start > start:
                yield line.cut(start, grid.start)
            yield grid
            start = covered = grid.end
            grid = next(remaining, None)
        if start < end or start == line.start:
            yield line.cut(start, end)
        index += 1
        if start > end:
            # No line is looked at that a grid covers.
            index = max(index, bisect_right(lines, covered, key=_start) - 1)


def _start(line: Line) -> int:
    return line.start
