"""The cells of a sheet that are seen, at the places that they have among these."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from attrs import define, field, frozen

from gov_disclosure.model.places import Place
from gov_disclosure.sources.word.blocks import Block, Cell, Paragraph
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.trees import broken
from gov_disclosure.sources.workbook.texts import Texts

_CELL: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_LETTERS: Final = 26
# Cells that merged ones take; a sheet has so many only if it is made to.
_MOST_COVERED: Final = 1_000_000
# In points and in characters: lower and narrower ones nobody reads.
_LOWEST, _NARROWEST = 3.0, 0.5
_OFF: Final = ("0", "false")


@frozen
class Area:
    """A stretch of cells."""

    top: int
    left: int
    bottom: int
    right: int

    def place(self, sheet: str) -> Place:
        """Where a person finds it."""
        return Place(sheet=sheet, row=self.top, column=self.left)


@define(eq=False)
class Sheet:
    """A sheet as far as it is seen."""

    name: str
    cells: list[Cell] = field(factory=list)
    """In order; their rows and columns count only those that are shown."""

    @classmethod
    def of(cls, tree: Element, name: str, texts: Texts, file: str) -> "Sheet":
        """The sheet of a part.

        Raises:
            FileFormatError: it has more than any report.
        """
        return cls(name, list(_Reading(tree, name, texts, file).cells()))


@define(eq=False)
class _Reading:
    tree: Element
    name: str
    texts: Texts
    file: str
    rows: dict[int, int] = field(factory=dict)
    """A row that is shown → its place among those that are; where some have no cell, one place is left out."""
    columns: dict[int, int] = field(factory=dict)
    in_order: tuple[Sequence[int], Sequence[int]] = ((), ())
    """The rows and the columns that are shown."""
    narrow: set[int] = field(factory=set)

    def cells(self) -> Iterator[Cell]:
        rows = list(_rows(child(self.tree, "s:sheetData")))
        found = {(row, column): (line, one) for row, line in rows for column, one in _cells(line)}
        hidden = {row for row, line in rows if _is_hidden(line)}
        self.rows = _places({row for row, _ in found} - hidden, hidden)
        self._columns({column for _, column in found})
        self.in_order = sorted(self.rows), sorted(self.columns)
        merged = self._merged()
        view = child(self.tree, "s:sheetViews", "s:sheetView")
        shows_zeros = view is None or view.get("showZeros", "1") not in _OFF
        made: dict[tuple[int, int], Cell] = {}
        for (row, column), (line, one) in sorted(found.items(), key=lambda item: item[0]):
            is_doubtful = _is_low(line) or column in self.narrow
            pieces = self.texts.pieces(one, shows_zeros=shows_zeros, is_doubtful=is_doubtful)
            area = merged.get((row, column), Area(row, column, row, column))
            blocks: list[Block] = [Paragraph(pieces, area.place(self.name))] if pieces else []
            if (row, column) == (area.top, area.left):
                if (cell := self._cell(area, blocks)) is not None:
                    made[row, column] = cell
            elif (area.top, area.left) in made:
                # A number that another cell covers may be meant.
                made[area.top, area.left].covers(blocks)
        yield from sorted(made.values(), key=lambda cell: (cell.row, cell.column))

    def _cell(self, area: Area, blocks: list[Block]) -> Cell | None:
        """A cell as far as it is seen."""
        down, across = (
            _between(self.in_order[0], area.top, area.bottom),
            _between(self.in_order[1], area.left, area.right),
        )
        if not down or not across:
            return None
        row, column = self.rows[down[0]], self.columns[across[0]]
        height, width = self.rows[down[-1]] - row + 1, self.columns[across[-1]] - column + 1
        return Cell(row, column, area.place(self.name), blocks, width, height)

    def _columns(self, used: set[int]) -> None:
        hidden: set[int] = set()
        in_order = sorted(used)
        for one in child(self.tree, "s:cols") or ():
            first, last = _count(one.get("min")), _count(one.get("max"))
            width = _measure(one.get("width"))
            stretch = _between(in_order, first, last)
            if one.get("hidden", "0") not in _OFF or width == 0:
                hidden.update(stretch)
            elif width < _NARROWEST:
                self.narrow.update(stretch)
        self.columns = {column: at for at, column in enumerate(sorted(used - hidden))}

    def _merged(self) -> dict[tuple[int, int], Area]:
        """The area that a cell belongs to, of those that are merged."""
        found: dict[tuple[int, int], Area] = {}
        count = 0
        rows, columns = self.in_order
        for one in child(self.tree, "s:mergeCells") or ():
            first, _, last = one.get("ref", "").partition(":")
            start, end = _place_of(first), _place_of(last)
            if start is None or end is None:
                continue
            area = Area(*start, *end)
            down, across = _between(rows, area.top, area.bottom), _between(columns, area.left, area.right)
            count += len(down) * len(across)
            if count > _MOST_COVERED:
                raise broken(self.file, f"{self.name}: merged")
            found.update(((row, column), area) for row in down for column in across)
            found[start] = area
        return found


def _places(shown: set[int], hidden: set[int]) -> dict[int, int]:
    """Rows by their places, with one left out where rows without any cell stand between."""
    found: dict[int, int] = {}
    unseen = sorted(hidden)
    place, before = -1, 0
    for row in sorted(shown):
        are_hidden = len(_between(unseen, before + 1, row - 1))
        place += 1 + (row - before - 1 > are_hidden)
        found[row] = place
        before = row
    return found


def _between(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    """Of some numbers in order those from one to another."""
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def _rows(data: Element | None) -> Iterator[tuple[int, Element]]:
    number = 0
    for one in data if data is not None else ():
        if one.tag == "s:row":
            number = _count(one.get("r")) or number + 1
            yield number, one


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    column = 0
    for one in row:
        if one.tag == "s:c":
            place = _place_of(one.get("r", ""))
            column = place[1] if place else column + 1
            yield column, one


def _place_of(said: str) -> tuple[int, int] | None:
    """Row and column of a cell by its name."""
    found = _CELL.fullmatch(said)
    if found is None or not int(found[2]):
        return None
    column = 0
    for letter in found[1]:
        column = _LETTERS * column + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _is_hidden(row: Element) -> bool:
    return row.get("hidden", "0") not in _OFF or _measure(row.get("ht")) == 0


def _is_low(row: Element) -> bool:
    return _measure(row.get("ht")) < _LOWEST


def _measure(said: str | None) -> float:
    try:
        return float(said or "15")
    except ValueError:
        return 15.0


def _count(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 9 else 0
