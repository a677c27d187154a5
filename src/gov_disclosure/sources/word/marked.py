"""A body told by marks: what ends paragraphs, cells and rows, put into the elements of a Word document.

RTF and the older files of Word hold one text, whose marks say what has ended and how deep in tables it stands.
As elements it is read like any Word document: what is seen, hidden, struck or merged is told in one place.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final
from xml.etree.ElementTree import Element

from attrs import define, field, frozen

# Edges of rows that stand so near are one; in twentieths of a point.
_NEAR: Final = 30
# A table within a table within a table is rare already.
_DEEPEST: Final = 60
_EXACT: Final = "exact"


class TooMuchError(ValueError):
    """There is more than in any report, or it stands in tables within tables deeper than anything there."""


@define(eq=False)
class Budget:
    """How many runs and paragraphs a document may still have."""

    left: int = 1_000_000

    def take(self) -> None:
        """Take one.

        Raises:
            TooMuchError: none is left.
        """
        self.left -= 1
        if self.left < 0:
            raise TooMuchError("too many paragraphs")


@frozen
class CellMark:
    """What a row says of one of its cells."""

    right: int
    """Where it ends on the line, in twentieths of a point."""
    is_across: bool = False
    """Whether the cell to its left goes on in it."""
    is_tall: bool = False
    """Whether it may go on in the rows below."""
    goes_down: bool = False
    """Whether it goes on from the cell above it."""
    shade: Element | None = None
    is_removed: bool = False


@frozen
class RowMark:
    """What the mark at the end of a row says of it."""

    left: int = 0
    cells: Sequence[CellMark] = ()
    exact_height: int | None = None
    """In twentieths of a point, if it is held to that."""
    is_removed: bool = False
    """Whether a change that is tracked takes it away."""

    @property
    def has_edges(self) -> bool:
        """Whether the places of its cells are told."""
        edges = (self.left, *(cell.right for cell in self.cells))
        return all(one < other for one, other in pairwise(edges))


_Row = tuple[RowMark, list[list[Element]]]


@define(eq=False)
class _Level:
    """What has been met of a table, and of the row and the cell in it that have not ended."""

    blocks: list[Element] = field(factory=list)
    cells: list[list[Element]] = field(factory=list)
    rows: list[_Row] = field(factory=list)


@define(eq=False)
class Flow:
    """A body in the making."""

    levels: list[_Level] = field(factory=lambda: [_Level()])
    paragraph: Element = field(factory=lambda: Element("w:p"))
    """The one that has not ended."""
    budget: Budget = field(factory=Budget)

    def add(self, one: Element) -> None:
        """Add a run, or what stands around some, to the paragraph.

        Raises:
            TooMuchError: no report has so many.
        """
        self.budget.take()
        self.paragraph.append(one)

    def end_paragraph(self, level: int, properties: Element | None = None) -> None:
        """End a paragraph that stands in tables to a depth.

        Raises:
            TooMuchError: no report has a table there, or so many paragraphs.
        """
        self.budget.take()
        self._go_to(level)
        paragraph, self.paragraph = self.paragraph, Element("w:p")
        if properties is not None:
            paragraph.insert(0, properties)
        self.levels[-1].blocks.append(paragraph)

    def end_cell(self, level: int, properties: Element | None = None) -> None:
        """End a cell with its last paragraph."""
        self.end_paragraph(level, properties)
        here = self.levels[-1]
        here.cells.append(here.blocks)
        here.blocks = []

    def end_row(self, level: int, mark: RowMark) -> None:
        """End a row. What stands behind its last cell is a cell whose end is lost."""
        if _says_something(self.paragraph):
            self.end_paragraph(level)
        self._go_to(level)
        here = self.levels[-1]
        if here.blocks and any(map(_says_something, here.blocks)):
            here.cells.append(here.blocks)
        if here.cells:
            here.rows.append((mark, here.cells))
        here.blocks, here.cells = [], []

    def end(self) -> list[Element]:
        """The paragraphs and tables, when all has ended."""
        if len(self.paragraph):
            self.end_paragraph(len(self.levels) - 1)
        self._go_to(0)
        return self.levels[0].blocks

    def _go_to(self, level: int) -> None:
        """Close the tables that stand deeper, and open those down to a depth."""
        if level > _DEEPEST:
            raise TooMuchError("nested too deeply")
        while len(self.levels) - 1 > level:
            ended = self.levels.pop()
            blocks = self.levels[-1].blocks
            if ended.rows:
                blocks.append(_table(ended.rows))
            # A row without an end has no columns: what stands in it is lines.
            blocks += [block for cell in (*ended.cells, ended.blocks) for block in cell]
        while len(self.levels) - 1 < level:
            self.levels.append(_Level())


def _says_something(one: Element) -> bool:
    return one.tag == "w:tbl" or any(part.tag != "w:pPr" for part in one)


def _table(rows: Sequence[_Row]) -> Element:
    table = Element("w:tbl")
    edges = _edges(mark for mark, _ in rows) if all(mark.has_edges for mark, _ in rows) else ()
    for mark, cells in rows:
        table.append(_row(mark, cells, edges))
    return table


def _edges(rows: Iterable[RowMark]) -> list[int]:
    """Where columns begin and end: the edges of all rows, without those that stand beside another one."""
    edges: list[int] = []
    for edge in sorted({edge for row in rows for edge in (row.left, *(cell.right for cell in row.cells))}):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _row(mark: RowMark, cells: Sequence[Sequence[Element]], edges: Sequence[int]) -> Element:
    row = Element("w:tr")
    first = _column(edges, mark.left)
    if first or mark.exact_height is not None or mark.is_removed:
        settings = Element("w:trPr")
        if mark.is_removed:
            settings.append(Element("w:del"))
        if first:
            settings.append(Element("w:gridBefore", {"w:val": str(first)}))
        if mark.exact_height is not None:
            height = {"w:val": str(mark.exact_height), "w:hRule": _EXACT}
            settings.append(Element("w:trHeight", height))
        row.append(settings)
    spans = _spans(mark, edges)
    for at, blocks in enumerate(cells):
        one = Element("w:tc")
        if at < len(mark.cells):
            one.append(_settings(mark.cells[at], next(spans)))
        one.extend(blocks)
        row.append(one)
    return row


def _column(edges: Sequence[int], edge: int) -> int:
    return max(bisect_right(edges, edge) - 1, 0)


def _spans(mark: RowMark, edges: Sequence[int]) -> Iterator[int]:
    """How many columns each cell of a row takes."""
    start = _column(edges, mark.left)
    for cell in mark.cells:
        end = _column(edges, cell.right)
        yield max(end - start, 1)
        start = max(end, start + 1)


def _settings(cell: CellMark, span: int) -> Element:
    settings = Element("w:tcPr")
    if span > 1:
        settings.append(Element("w:gridSpan", {"w:val": str(span)}))
    if cell.is_tall or cell.goes_down:
        settings.append(Element("w:vMerge", {} if cell.goes_down else {"w:val": "restart"}))
    if cell.is_across:
        settings.append(Element("w:hMerge"))
    if cell.shade is not None:
        settings.append(cell.shade)
    if cell.is_removed:
        settings.append(Element("w:cellDel"))
    return settings
