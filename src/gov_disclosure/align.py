"""Alignment: which of the cells behind a row's label stand under which column.

A row is taken only if one reading of its cells is certain. Layouts differ in what they keep: some mark where
a row ends, some fill rows up to the table's width with empty cells, some drop empty cells altogether. What
a table's complete rows look like is the evidence for its incomplete ones.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from attrs import define, evolve, field, frozen

from gov_disclosure.lex import Lexeme, Slot
from gov_disclosure.report import State
from gov_disclosure.scan import Before
from gov_disclosure.values import BLANK


@frozen
class RowCells:
    """The cells behind one label: those that may be its row, and what follows before the next label."""

    cells: tuple[Slot, ...]
    fragment: bool
    """Cells follow that are too few for a row of their own: the row may have been cut."""
    orphans: int
    """Whole rows without a label that follow."""
    one_line: bool
    """Label and cells stand on one line of a layout that marks rows; no loss of lines can splice them."""
    rest: tuple[Slot, ...] = ()
    """What follows that is no part of the row."""


@frozen
class Alignment:
    """A row's cells under its columns, or the reason why they can't be put there."""

    slots: tuple[Slot, ...] = ()
    """One a column, if ``code`` is empty."""
    code: str = ""
    rest: tuple[Slot, ...] = ()
    """What stands behind the row and belongs to none."""


_Kind = tuple[Before | None, int, int]


@define
class Evidence:
    """What the rows of a report show about empty cells: how long rows are, how complete ones are padded.

    Only a row with empty cells needs it; one with a value in every column speaks for itself.
    """

    lengths: dict[_Kind, Counter[int]] = field(factory=dict)
    """Kind of row → how many rows have how many cells."""
    padding: dict[_Kind, set[tuple[int, int]]] = field(factory=dict)
    """Kind of row → numbers of empty cells before and behind the values of complete rows."""
    drops_cells: bool = False
    """A row between bars was too short: the tool may drop empty cells and fill up at the end."""

    def add(self, label: Lexeme, row: RowCells, width: int) -> None:
        """Learn from one row of ``width`` columns."""
        kind = _kind(label, row, width)
        self.lengths.setdefault(kind, Counter())[len(row.cells)] += 1
        span = _span(row.cells)
        if span is None:
            return
        first, last = span
        if last - first + 1 == width:
            self.padding.setdefault(kind, set()).add((first, len(row.cells) - last - 1))
        elif len(row.cells) < width and row.cells[0].piece.before is Before.BAR:
            self.drops_cells = True

    def window(self, label: Lexeme, row: RowCells, width: int) -> int | None:
        """Where the columns begin among the cells of a row that has empty ones; ``None`` if that is unsure."""
        kind = _kind(label, row, width)
        return self._in_marked(kind, row, width) if _is_marked(row) else self._in_unmarked(kind, row, width)

    def _in_marked(self, kind: _Kind, row: RowCells, width: int) -> int | None:
        """A row that has lost a cell is shorter than most of its kind; what is too long is padded one way."""
        counts, length = self.lengths[kind], len(row.cells)
        if length < width or 2 * counts[length] <= counts.total():
            return None
        if length == width:
            return None if row.cells[-1].reading is BLANK and self.drops_cells else 0
        leading = {
            before for other, shapes in self.padding.items() if other[0] is kind[0] for before, _ in shapes
        }
        return leading.pop() if len(leading) == 1 else None

    def _in_unmarked(self, kind: _Kind, row: RowCells, width: int) -> int | None:
        """A row as long as complete ones with their padding; a last cell that may be padding must be filled."""
        shapes = self.padding.get(kind, set())
        fitting = [(before, after) for before, after in shapes if before + width + after == len(row.cells)]
        if len(fitting) != 1 or len({before for before, _ in shapes}) != 1:
            return None
        ((before, after),) = fitting
        return before if len(shapes) == 1 or after or row.cells[-1].reading is not BLANK else None


def _is_marked(row: RowCells) -> bool:
    return row.cells[0].piece.row > 0


def _kind(label: Lexeme, row: RowCells, width: int) -> _Kind:
    """Rows that a tool pads alike: by the label's place where rows are marked, all alike where they are not."""
    if _is_marked(row):
        return row.cells[0].piece.before, label.piece.cell, width
    return None, 0, int(width > 1)


def _span(cells: Sequence[Slot]) -> tuple[int, int] | None:
    """First and last cell that is not empty."""
    filled = [index for index, slot in enumerate(cells) if slot.reading is not BLANK]
    return (filled[0], filled[-1]) if filled else None


def _is_text(slot: Slot) -> bool:
    return slot.reading.problem == "V501"


def row_cells(label: Lexeme, slots: Sequence[Slot], width: int, *, below: bool = False) -> RowCells:
    """The cells for a row of ``width`` columns among those up to the next label.

    They stand in the label's own row, or, where the label alone fills a row (or ``below`` is set, for a
    table whose labels all come first), in the next; a row that a line break has split is put together.
    """
    groups = [tuple(group) for _, group in groupby(slots, key=lambda slot: slot.piece.row)]
    own: tuple[Slot, ...] = ()
    if groups and groups[0][0].piece.row == label.piece.row:
        own, groups = groups[0], groups[1:]
    if below and _span(own) is None:
        own = ()
    if not own and groups:
        own, groups = groups[0], groups[1:]
    whole = own + tuple(slot for group in groups for slot in group)
    if groups and len(own) < width and len(whole) == width and all(s.reading is not BLANK for s in whole):
        own, groups = whole, []
    fragment, orphans = _leftovers(groups, width)
    one_line = bool(own) and own[0].piece.row > 0 and {s.piece.line for s in own} == {label.piece.line}
    return RowCells(own, fragment, orphans, one_line, tuple(slot for group in groups for slot in group))


def _leftovers(groups: Iterable[tuple[Slot, ...]], width: int) -> tuple[bool, int]:
    """Whether a fragment of a row is among further rows, and how many whole ones; rows of text don't count."""
    fragment, orphans = False, 0
    for group in groups:
        span = _span(group)
        if span is None or _is_text(group[span[0]]):
            continue
        if len(group) < width:
            fragment = True
        else:
            orphans += 1
    return fragment, orphans


def align(label: Lexeme, row: RowCells, width: int, evidence: Evidence) -> Alignment:
    """Put a row's cells under its ``width`` columns, if that is certain."""
    cells = row.cells
    span = _span(cells)
    if span is None:
        return Alignment(cells[:width], rest=row.rest) if len(cells) >= width else Alignment(code="T403")
    if row.fragment:
        return Alignment(code="T405")
    if not _is_marked(row):
        before = _before_text(cells, width)
        if before is None or _is_mixed(cells):
            return Alignment(code="T404")
        cells, span = before, _span(before) or span
        row = evolve(row, cells=cells, rest=row.cells[len(cells) :] + row.rest)
    first, last = span
    filled = last - first + 1
    if filled == width and not (first and cells[0].piece.before is Before.CELL):
        return Alignment(cells[first : last + 1], rest=row.rest)
    if filled >= width:
        return Alignment(code="T404")
    start = evidence.window(label, row, width)
    if start is not None and start <= first and last < start + width:
        return Alignment(cells[start : start + width], rest=row.rest)
    return Alignment(code="T410" if len(cells) >= width else "T404")


def _is_mixed(cells: Sequence[Slot]) -> bool:
    """Whether some cells have bars on their lines and others only above: a line of furniture is among them."""
    return {Before.BAR, Before.BAR_LINE} <= {s.piece.before for s in cells if s.reading is not BLANK}


def _before_text(cells: tuple[Slot, ...], width: int) -> tuple[Slot, ...] | None:
    """In a layout without rows, the cells up to a text, which is the label of a row the form lacks.

    A row whose every cell is a text is one that the office has filled with words.
    """
    texts = [index for index, slot in enumerate(cells) if _is_text(slot)]
    if not texts or len(texts) == len(cells) == width:
        return cells
    before = cells[: texts[0]]
    span = _span(before)
    return before if span is not None and span[1] - span[0] + 1 == width else None


def balanced_readings(slots: Sequence[Slot], groups: int) -> tuple[Slot, ...] | None:
    """The one way to drop a single value so that each of ``groups`` equal parts ends in its own sum.

    ``None`` where a cell is no plain number, or where no way or several different ones exist.
    """
    if any(slot.reading.state is not State.REPORTED for slot in slots):
        return None
    found: dict[tuple[str, ...], tuple[Slot, ...]] = {}
    for index in range(len(slots)):
        rest = (*slots[:index], *slots[index + 1 :])
        digits = tuple(slot.reading.digits for slot in rest)
        if digits not in found and _balances([int(d) if d.isdigit() else -1 for d in digits], groups):
            found[digits] = rest
    return next(iter(found.values())) if len(found) == 1 else None


def _balances(numbers: Sequence[int], groups: int) -> bool:
    size = len(numbers) // groups
    parts = [numbers[start : start + size] for start in range(0, len(numbers), size)]
    return min(numbers) >= 0 and all(sum(part[:-1]) == part[-1] for part in parts)
