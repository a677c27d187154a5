"""The form's tables with the heads of each value told: the labels that stand over it and before it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import evolve, field, frozen, mutable

from gov_disclosure.form.fields import Edition, Field
from gov_disclosure.writing.rendering.skeleton import Line, PresentRow, skeleton


@frozen
class LabelCell:
    """A label of the form."""

    text: str
    colspan: int
    rowspan: int
    over: bool
    """Whether it heads what is below it; otherwise it heads what is beside it."""
    number: int | None
    """By which values name it; ``None`` if it heads no value, as the note in the corner of table three."""


@frozen
class ValueCell:
    """The place of a value."""

    field: Field
    edition: Edition
    """The edition that its row follows."""
    colspan: int
    heads: tuple[int, ...]
    """The numbers of its labels, those over it first."""


Row = tuple[LabelCell | ValueCell, ...]
Block = tuple[Row, ...]
"""Rows of labels, then the rows of values that they stand over."""


@frozen
class HeadedTable:
    """A table of the form in blocks."""

    name: str
    blocks: tuple[Block, ...]
    width: int

    def values(self) -> Iterator[ValueCell]:
        """The places of its values, in order."""
        return (cell for block in self.blocks for row in block for cell in row if isinstance(cell, ValueCell))


@lru_cache(maxsize=512)
def headed(table: str, present: tuple[PresentRow, ...]) -> HeadedTable:
    """A table with the rows that are ``present``, in that order."""
    form = skeleton(table, present)
    heads = _Heads([[] for _ in range(form.width)])
    rows = [tuple(heads.row(line)) for line in form.lines]
    whole = HeadedTable(table, (tuple(rows),), form.width)
    named = {number for value in whole.values() for number in value.heads}
    rows = [tuple([_named(cell, named) for cell in row]) for row in rows]
    return HeadedTable(table, tuple(_blocks(rows)), form.width)


@mutable
class _Heads:
    """The labels met so far, going down a table."""

    over: list[list[tuple[int, int]]]
    """For each column the labels over it: their numbers, and how many columns they take."""
    begun: dict[int, int] = field(factory=dict[int, int])
    """The last label that begins in a column."""
    count: int = 0
    after_values: bool = False

    def row(self, line: Line) -> Iterator[LabelCell | ValueCell]:
        """The cells of a row; in place of one that reaches down from above there is none."""
        beside: list[int] = []
        column = 0
        for label in line.labels:
            if label.rowspan:
                self.begun[column] = self.count
                self.count += 1
                if not line.fields:
                    self._put_over(column, label.colspan)
                yield LabelCell(label.text, label.colspan, label.rowspan, not line.fields, self.begun[column])
            beside.append(self.begun[column])
            column += label.colspan
        spans = (*[1] * (len(line.fields) - 1), line.last_colspan)
        for entry, colspan in zip(line.fields, spans, strict=False):
            over = dict.fromkeys(head for heads in self.over[column : column + colspan] for head, _ in heads)
            yield ValueCell(entry, line.edition, colspan, (*over, *beside))
            column += colspan
        self.after_values = bool(line.fields)

    def _put_over(self, column: int, colspan: int) -> None:
        """A label that follows values takes the place of those over them that are no wider."""
        for heads in self.over[column : column + colspan]:
            while self.after_values and heads and heads[-1][1] <= colspan:
                heads.pop()
            heads.append((self.begun[column], colspan))


def _named(cell: LabelCell | ValueCell, named: set[int]) -> LabelCell | ValueCell:
    return evolve(cell, number=None) if isinstance(cell, LabelCell) and cell.number not in named else cell


def has_values(row: Row) -> bool:
    """Whether a row has values; otherwise it has labels alone."""
    return any(isinstance(cell, ValueCell) for cell in row)


def _blocks(rows: Iterable[Row]) -> Iterator[Block]:
    """The rows, parted before each row of labels that follows values."""
    block: list[Row] = []
    for row in rows:
        if block and has_values(block[-1]) and not has_values(row):
            yield tuple(block)
            block = []
        block.append(row)
    yield tuple(block)
