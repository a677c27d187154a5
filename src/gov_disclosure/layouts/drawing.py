"""Cells of a grid broken into lines and set at their heights: what all drawn layouts have in common."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from gov_disclosure.layouts.width import display_width, wrap
from gov_disclosure.model.grid import Grid, begun

Widths = tuple[int, ...]
"""Columns of characters for each column of a table."""


_NARROWEST: Final = 4
_WIDEST: Final = 24


@frozen
class Place:
    """The rows and columns that a cell takes."""

    row: int
    column: int
    rowspan: int
    colspan: int


@frozen
class Plan:
    """The structure of a grid: its cells by number, and in each row those that stand or reach into it."""

    places: tuple[Place, ...]
    rows: tuple[tuple[int, ...], ...]

    def owner(self, row: int) -> list[int]:
        """The cell at each column of a row."""
        return [number for number in self.rows[row] for _ in range(self.places[number].colspan)]


_Shape = tuple[tuple[tuple[int, int], ...], ...]


@lru_cache(maxsize=64)
def _plan(shape: _Shape) -> Plan:
    """The structure of a grid whose cells have the given (colspan, rowspan)."""
    places: list[Place] = []
    rows: list[tuple[int, ...]] = []
    above: dict[int, int] = {}
    for row, cells in enumerate(shape):
        column, numbers = 0, []
        for colspan, rowspan in cells:
            if rowspan:
                above[column] = len(places)
                places.append(Place(row, column, rowspan, colspan))
            numbers.append(above[column])
            column += colspan
        rows.append(tuple(numbers))
    return Plan(tuple(places), tuple(rows))


@frozen
class Drawing:
    """A grid with its cells broken into lines and put at their heights."""

    plan: Plan
    widths: tuple[int, ...]
    """Of each cell."""
    contents: Sequence[Sequence[str]]
    """The lines of each cell, from its first row to the end of its last."""
    tops: Sequence[int]
    """The first line of each row."""
    heights: Sequence[int]

    def lines(self, row: int) -> Iterator[list[tuple[str, int]]]:
        """The lines of a row: each cell's part of it and the cell's width."""
        cells = [(self.contents[n], self.tops[row] - self.tops[self.plan.places[n].row], self.widths[n])
                 for n in self.plan.rows[row]]  # fmt: skip
        for line in range(self.heights[row]):
            yield [(content[offset + line], width) for content, offset, width in cells]


def draw(grid: Grid, widths: Widths, *, gap: int, between: int, centred: bool = False) -> Drawing:
    """Break the cells to the widths of their columns, ``between`` lines between rows.

    ``gap`` is what stands between two columns, and belongs to a cell that spans both.
    """
    plan = _plan(tuple([tuple([(cell.colspan, cell.rowspan) for cell in begun(row)]) for row in grid.rows]))
    cells = [cell for row in grid.rows for cell in row if cell.is_own]
    own = [
        sum(widths[p.column : p.column + p.colspan]) + gap * (p.colspan - 1)
        if p.colspan > 1
        else widths[p.column]
        for p in plan.places
    ]
    broken = [
        (cell.text,) if cell.is_value else wrap(cell.text, width)
        for cell, width in zip(cells, own, strict=True)
    ]
    heights = _heights(plan, broken, between)
    tops = [0]
    for height in heights:
        tops.append(tops[-1] + height + between)
    contents: list[Sequence[str]] = []
    for place, lines in zip(plan.places, broken, strict=True):
        whole = tops[place.row + place.rowspan] - tops[place.row] - between
        free = whole - len(lines)
        first = free // 2 if centred else 0
        contents.append((*[""] * first, *lines, *[""] * (free - first)) if free else lines)
    return Drawing(plan, tuple(own), contents, tops, heights)


def _heights(plan: Plan, broken: Sequence[Sequence[str]], between: int) -> list[int]:
    """The lines of each row; the last row of a cell that spans several makes room for what is left of it."""
    heights = [1] * len(plan.rows)
    spanning: list[tuple[Place, int]] = []
    for place, lines in zip(plan.places, broken, strict=True):
        if place.rowspan > 1:
            spanning.append((place, len(lines)))
        elif len(lines) > heights[place.row]:
            heights[place.row] = len(lines)
    for place, needed in spanning:
        end = place.row + place.rowspan
        room = sum(heights[place.row : end]) + between * (place.rowspan - 1)
        heights[end - 1] += max(needed - room, 0)
    return heights


def widths_of(grid: Grid, of_form: Mapping[str, Widths]) -> Widths:
    """The widths of a table of the form; a table with other columns has those that suit its texts."""
    own = of_form.get(grid.table, ())
    if len(own) == grid.width:
        return own
    widths = [_NARROWEST] * grid.width
    for row in grid.rows:
        for column, cell in enumerate(row):
            if cell.colspan == 1:
                widths[column] = max(widths[column], min(display_width(cell.text), _WIDEST))
    return tuple(widths)


def widened(grid: Grid, widths: Widths, gap: int) -> Widths:
    """The widths with room for every value, which is never broken."""
    wide = list(widths)
    for row in grid.rows:
        for column, cell in enumerate(row):
            if cell.is_value:
                end = column + cell.colspan
                spanned = sum(wide[column : end - 1]) + gap * (cell.colspan - 1)
                wide[end - 1] = max(wide[end - 1], display_width(cell.text) - spanned)
    return tuple(wide)
