"""Cells that rulings bound: a cell goes on over an edge where no ruling stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from gov_disclosure.sources.pdf.marks_on_page import Box, Ruling
from gov_disclosure.sources.pdf.rulings import NEAR, Frame, edges

# So much of a cell's side has to be ruled.
_SHARE: Final = 0.6
_MOST_PLACES: Final = 40_000


class RuledCell(NamedTuple):
    """A cell between rulings, at its first row and column."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    is_open: bool = False
    """Whether no ruling ends it on the right, where the table has one: a row that is shorter than others."""


class RuledTable(NamedTuple):
    """A table that rulings draw."""

    columns: Sequence[float]
    """The edges of its columns, from the left."""
    rows: Sequence[float]
    """The edges of its rows, from the top."""
    cells: Sequence[RuledCell]
    open_top: bool
    """Whether no ruling bounds its first row from above: it goes on from the page before."""
    open_bottom: bool

    @property
    def box(self) -> Box:
        """What it takes of the page."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def number_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of a point."""
        column, row = bisect_right(self.columns, x) - 1, bisect_right(self.rows, y) - 1
        inside = 0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1
        return (row, column) if inside else None


def table_of(frame: Frame) -> RuledTable | None:
    """The table that a frame draws, if it has more than one cell; none where no ruling parts columns."""
    box = frame.box
    columns = edges([line.at for line in frame.down])
    rows = edges([line.at for line in frame.across])
    if not columns or not rows:
        return None
    # A table is open at a side where its rulings go on beyond the last that cross them.
    columns = _with_ends(columns, box[0], box[2])
    rows = _with_ends(rows, box[1], box[3])
    width, height = len(columns) - 1, len(rows) - 1
    if width < 2 or height < 1 or width * height > _MOST_PLACES:
        return None
    below = _sides(frame.across, rows, columns)
    right = _sides(frame.down, columns, rows)
    cells = list(_cells(_Sides(below, right), columns, rows))
    ended = right[width]
    if sum(ended) > height / 2:
        cells = [
            cell._replace(is_open=True)
            if cell.column + cell.colspan == width and not any(ended[cell.row : cell.row + cell.rowspan])
            else cell
            for cell in cells
        ]
    return RuledTable(columns, rows, cells, not any(below[0]), not any(below[height]))


def _with_ends(values: list[float], first: float, last: float) -> list[float]:
    if first < values[0] - NEAR:
        values = [first, *values]
    if last > values[-1] + NEAR:
        values = [*values, last]
    return values


def _sides(lines: Sequence[Ruling], levels: Sequence[float], steps: Sequence[float]) -> list[list[bool]]:
    """For each level and each step between two edges: whether a ruling stands there."""
    covered = [[0.0] * (len(steps) - 1) for _ in levels]
    for line in sorted(lines, key=lambda line: line.start):
        level = min(range(len(levels)), key=lambda number: abs(levels[number] - line.at))
        if abs(levels[level] - line.at) > NEAR:
            continue
        row = covered[level]
        for number in range(max(bisect_right(steps, line.start) - 1, 0), len(steps) - 1):
            if steps[number] >= line.end:
                break
            row[number] += min(line.end, steps[number + 1]) - max(line.start, steps[number])
    return [
        [length >= _SHARE * (steps[number + 1] - steps[number]) for number, length in enumerate(row)]
        for row in covered
    ]


class _Sides(NamedTuple):
    """Where rulings stand between the places of a table."""

    levels: Sequence[Sequence[bool]]
    """For each edge of rows and each column."""
    uprights: Sequence[Sequence[bool]]
    """For each edge of columns and each row."""

    def below(self, row: int, column: int) -> bool:
        """Whether a place ends at its bottom."""
        return self.levels[row + 1][column]

    def right(self, row: int, column: int) -> bool:
        """Whether a place ends at its right."""
        return self.uprights[column + 1][row]

    def goes_on(self, row: int, first: int, last: int) -> bool:
        """Whether places go on into the row below: nothing parts them from that, nor is that parted itself."""
        return not any(self.below(row, column) for column in range(first, last + 1)) and not any(
            self.right(row + 1, column) for column in range(first, last)
        )


def _cells(sides: _Sides, columns: Sequence[float], rows: Sequence[float]) -> Iterator[RuledCell]:
    width, height = len(columns) - 1, len(rows) - 1
    taken: set[tuple[int, int]] = set()
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            last, bottom = column, row
            while last + 1 < width and not sides.right(row, last) and (row, last + 1) not in taken:
                last += 1
            while bottom + 1 < height and sides.goes_on(bottom, column, last):
                bottom += 1
            taken.update((r, c) for r in range(row, bottom + 1) for c in range(column, last + 1))
            box = (columns[column], rows[row], columns[last + 1], rows[bottom + 1])
            yield RuledCell(row, column, bottom - row + 1, last - column + 1, box)
