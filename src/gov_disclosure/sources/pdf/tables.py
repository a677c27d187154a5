"""Tables of a page: characters in the cells that rulings bound."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.lines import Line, is_full, lines_of, text_of
from gov_disclosure.sources.pdf.marks_on_page import Box, Char
from gov_disclosure.sources.pdf.ruled_cells import RuledTable

# Between two cells there is more room than this, of the size of type.
_BETWEEN: Final = 0.2
# In points: what reaches over an edge by less stands at it.
_ON_EDGE: Final = 0.75
_ON_LEVEL: Final = 0.5


class Cell(NamedTuple):
    """A cell with its text."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str
    page: int
    box: Box
    is_full: bool = False
    """Whether its last line has no room for another character."""


class Table(NamedTuple):
    """A table on a page."""

    page: int
    columns: Sequence[float]
    """The edges of its columns."""
    height: int
    """How many rows it has."""
    cells: Sequence[Cell]
    box: Box
    is_open_above: bool = False
    """Whether its first row goes on from the page before."""
    is_open_below: bool = False

    def row(self, number: int) -> list[Cell]:
        """The cells that begin in a row."""
        return [cell for cell in self.cells if cell.row == number]


def filled(page: int, ruled: RuledTable, chars: Sequence[Char], pictures: Sequence[Box]) -> Table | None:
    """A ruled table with the characters that stand in it; none if fewer than two cells hold any."""
    owners: dict[tuple[int, int], int] = {}
    for number, cell in enumerate(ruled.cells):
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                owners[row, column] = number
    inside: dict[int, list[Char]] = {}
    for char in chars:
        place = ruled.number_at(*char.middle)
        if place is not None:
            number = owners[place]
            if number in inside:
                inside[number].append(char)
            else:
                inside[number] = [char]
    if len(inside) < 2:
        return None
    texts = dict(inside)
    _refuse_crossed(ruled, texts)
    _refuse_shared(texts)
    drawn = _drawn(ruled, owners, pictures)
    lines = {number: lines_of(held) for number, held in texts.items()}
    padding = _padding(ruled, lines)
    cells = []
    for number, cell in enumerate(ruled.cells):
        width = cell.box[2] - cell.box[0] - 2 * padding
        held = lines.get(number, [])
        text = text_of(held, in_cell=True, width=width) if held else ""
        text += UNCLEAR * (number in drawn)
        if cell.is_open and not text:
            continue
        full = bool(held) and is_full(held[-1], width)
        cells.append(Cell(cell.row, cell.column, cell.rowspan, cell.colspan, text, page, cell.box, full))
    return Table(page, ruled.columns, len(ruled.rows) - 1, cells, ruled.box, ruled.open_top, ruled.open_bottom)


def _padding(ruled: RuledTable, lines: Mapping[int, Sequence[Line]]) -> float:
    """The least room between an edge and the text of a cell."""
    gaps = [
        min(line.left - ruled.cells[number].box[0], ruled.cells[number].box[2] - line.right)
        for number, held in lines.items()
        for line in held
        if not line.chars[0].quarter
    ]
    return max(min(gaps, default=0.0), 0.0)


def _refuse_crossed(ruled: RuledTable, inside: dict[int, list[Char]]) -> None:
    """Put signs in the place of digits that stand on an edge of their cell: it may be the next one's."""
    for number, held in inside.items():
        left, top, right, bottom = ruled.cells[number].box
        for place, char in enumerate(held):
            if not char.text.isdigit():
                continue
            ink = char.ink
            across = left - _ON_EDGE < ink[0] and ink[2] < right + _ON_EDGE
            if not (across and top - _ON_LEVEL < ink[1] and ink[3] < bottom + _ON_LEVEL):
                held[place] = char._replace(text=UNCLEAR)


def _refuse_shared(inside: dict[int, list[Char]]) -> None:
    """Put signs in the place of digits that stand in two cells without room between: one number, or two."""
    line = sorted(
        (
            (char.base, char.left, number, place)
            for number, held in inside.items()
            for place, char in enumerate(held)
            if not char.quarter and _may_be_digit(char)
        )
    )
    shared: set[int] = set()
    for (_, _, number, place), (_, _, other, at) in pairwise(_by_lines(line)):
        if number == other:
            continue
        one, two = inside[number][place], inside[other][at]
        near = abs(one.base - two.base) < _BETWEEN * one.size
        if (
            near
            and _may_be_digit(one)
            and _may_be_digit(two)
            and abs(two.left - one.right) < _BETWEEN * min(one.size, two.size)
        ):
            shared |= {number, other}
    for number in shared:
        inside[number] = [
            char._replace(text=UNCLEAR) if char.text.isdigit() else char for char in inside[number]
        ]


def _may_be_digit(char: Char) -> bool:
    return char.text.isdigit() or char.text == UNCLEAR


def _by_lines(line: Sequence[tuple[float, float, int, int]]) -> Iterable[tuple[float, float, int, int]]:
    """Characters line by line, each from left to right."""
    group: list[tuple[float, float, int, int]] = []
    for one in line:
        if group and one[0] - group[0][0] > 1.0:
            yield from sorted(group, key=lambda entry: entry[1])
            group = []
        group.append(one)
    yield from sorted(group, key=lambda entry: entry[1])


def _drawn(ruled: RuledTable, owners: dict[tuple[int, int], int], pictures: Sequence[Box]) -> set[int]:
    """The cells in which a picture stands."""
    found = set()
    for left, top, right, bottom in pictures:
        place = ruled.number_at((left + right) / 2, (top + bottom) / 2)
        if place is None:
            continue
        number = owners[place]
        box = ruled.cells[number].box
        if box[0] - 2 <= left and box[1] - 2 <= top and right <= box[2] + 2 and bottom <= box[3] + 2:
            found.add(number)
    return found
