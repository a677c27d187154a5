"""The cells behind a row's label: those that may be its row, and what follows before the next label.

Layouts differ in what they keep: some mark where a row ends, some write empty cells for what a label spans,
some fill rows up to the table's width, some drop empty cells altogether. Which of the cells stand under which
column is told in :mod:`gov_disclosure.building.by_place` and :mod:`gov_disclosure.building.explained`.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from gov_disclosure.form.explanations import begins_note
from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import may_be_label
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import Piece, Separator

# Of fewer characters beside its digits a cell may be what is left of a number with its note.
_FEWEST_WORDS = 4
_WORD = on_demand("[\u3400-\u9fff]")
_CELL = Separator.CELL
_BARS = (Separator.BAR, Separator.BAR_LINE)
NO_PLACE = -1
"""The place in their row of cells that it is not told of."""


class RowCells(NamedTuple):
    """The cells behind one label: those that may be its row, and what follows before the next label."""

    cells: tuple[Piece, ...]
    label_cell: int
    """The label's place in the row that the cells stand in; -1 if they stand in another row than it."""
    fragment: bool
    """Cells follow that are too few for a row of their own: the row may have been cut."""
    orphans: int
    """Whole rows without a label that follow."""
    one_line: bool
    """Label and cells stand on the same lines of a layout that marks rows; no loss of lines can splice them."""
    rest: tuple[Piece, ...]
    """What follows that is no part of the row."""
    head: int
    """Cells of the marked row of labels above, where they all come first."""
    span: tuple[int, int] | None
    """First and last cell that is not empty."""
    filled: int
    """How many cells are not empty."""
    separator: Separator | None
    """What parts the cells where their row is marked; ``None`` where rows have no marks."""

    @property
    def length(self) -> int:
        """Cells of the whole row, those before the values included."""
        return self.label_cell + 1 + len(self.cells)

    @property
    def reach(self) -> int:
        """How many cells there are from the first filled one to the last."""
        return self.span[1] - self.span[0] + 1 if self.span else 0

    @property
    def is_of_other_lines(self) -> bool:
        """Whether empty lines are cells in the text, and do not make this row as long as its columns."""
        return bool(self.cells) and self.cells[0].cell == NO_PLACE

    def fits(self, width: int) -> bool:
        """Whether the cells from the first to the last filled one are as many as the columns."""
        return self.span is not None and self.reach == width

    def fits_from(self, first: int, width: int) -> bool:
        """Whether nothing is filled outside of ``width`` cells from ``first`` on."""
        return (
            self.span is not None and first <= self.span[0] and self.span[1] < first + width <= len(self.cells)
        )


# The cells in full: by their class it takes three times as long.
_new = tuple.__new__


def _first_filled(cells: Sequence[Piece]) -> Piece | None:
    for slot in cells:
        if slot.reading is not BLANK:
            return slot
    return None


def is_line_of_words(slot: Piece) -> bool:
    """Whether a piece is a line of its own that speaks, numbers or not: 注：数据截至2022年12月31日."""
    if slot.row or not slot.reading.problem:
        return False
    return len(_WORD.findall(slot.text)) >= _FEWEST_WORDS or begins_note(fold(slot.text))


def is_text(slot: Piece) -> bool:
    """Whether a cell holds words without a number."""
    return slot.reading.problem == "V501"


def row_cells(label: Leaf, slots: Sequence[Piece], width: int, *, below: bool = False) -> RowCells:
    """The cells for a row of ``width`` columns among those up to the next label.

    They stand in the label's own row, or, where the label alone fills a row (or ``below`` is set, for a
    table whose labels all come first), in the next. A cell of two paragraphs splits a row of Tika's layout,
    whose every cell begins with a tab; the parts are put together.
    """
    if slots and slots[0].row == slots[-1].row:
        groups = [tuple(slots)]
    else:
        groups = [tuple(group) for _, group in groupby(slots, key=lambda slot: slot.row)]
    fragment, orphans = False, 0
    rest: tuple[Piece, ...] = ()
    own: tuple[Piece, ...] = ()
    place = label.piece.cell
    if groups and groups[0][0].row == label.piece.row:
        own, groups = groups[0], groups[1:]
    head = 0
    if below and _first_filled(own) is None:
        head = place + 1 + len(own) if label.piece.row else 0
        own = ()
    if not own and groups:
        own, groups, place = groups[0], groups[1:], -1
    if groups:
        rest = tuple(slot for group in groups for slot in group)
        if len(own) + len(rest) == width and all(map(_begins_with_tab, own + rest)):
            own, rest = own + rest, ()
        else:
            fragment, orphans = _leftovers(label, groups, width)
    separator = own[0].separator if own and own[0].row else None
    one_line = separator is not None and _is_beside(label.piece, own)
    span, filled = _filled(own)
    return _new(RowCells, (own, place, fragment, orphans, one_line, rest, head, span, filled, separator))


def _filled(cells: Sequence[Piece]) -> tuple[tuple[int, int] | None, int]:
    """The first and the last cell that is not empty, and how many are not."""
    places = [index for index, slot in enumerate(cells) if slot.reading is not BLANK]
    return (places[0], places[-1]) if places else None, len(places)


def _is_beside(label: Piece, cells: Sequence[Piece]) -> bool:
    """Whether cells stand on the lines of a label."""
    first, last = label.line, label.line + label.text.count("\n")
    return not [slot for slot in cells if not first <= slot.line <= last]


def _begins_with_tab(slot: Piece) -> bool:
    return slot.separator is _CELL and slot.reading is not BLANK


def counts_columns(row: Sequence[Piece]) -> bool:
    """Whether a row has the numbers of the columns from 0 and nothing else, as pandas prints them above."""
    filled = [cell.reading for cell in row if cell.reading is not BLANK]
    return len(filled) > 1 and [reading.counted for reading in filled] == list(range(len(filled)))


def _leftovers(label: Leaf, groups: Iterable[tuple[Piece, ...]], width: int) -> tuple[bool, int]:
    """Whether a fragment of a row is among further rows, and how many whole ones.

    Rows of text and lines below a row don't count, but for one that goes on with the label; nor do those that
    count the columns of the next table.
    """
    fragment, orphans = False, 0
    for group in groups:
        first = _first_filled(group)
        is_words = first is None or is_text(first) or (label.piece.row and all(map(is_line_of_words, group)))
        if first is None or (is_words and not _goes_on(label, first)):
            continue
        filled = sum(1 for slot in group if slot.reading is not BLANK)
        if filled > width and group[0].row and counts_columns(group):
            continue
        if filled < width:
            fragment = True
        else:
            orphans += 1
    return fragment, orphans


def _goes_on(label: Leaf, words: Piece) -> bool:
    """Whether words go on with a label; a bookmark of Word's says nothing."""
    said = fold(words.text)
    return said != "" and may_be_label(label.text + said)


def until_text(row: RowCells, width: int) -> RowCells | None:
    """In a layout without rows, the cells up to a text, which is the label of a row the form lacks.

    A row whose every cell is a text is one that the office has filled with words.
    """
    texts = [
        index
        for index, slot in enumerate(row.cells)
        if is_text(slot) or (index >= width and is_line_of_words(slot))
    ]
    if not texts or len(texts) == len(row.cells) == width:
        return row
    cells, rest = row.cells[: texts[0]], row.cells[texts[0] :] + row.rest
    span, filled = _filled(cells)
    separator = row.separator if cells else None
    before = row._replace(cells=cells, rest=rest, span=span, filled=filled, separator=separator)
    return before if before.fits(width) else None


def is_mixed(cells: Sequence[Piece]) -> bool:
    """Whether bars part some cells of a row without marks and not others: a foreign line is among them."""
    kinds = {slot.separator for slot in cells if slot.reading is not BLANK}
    return len(kinds) > 1 and not kinds.isdisjoint(_BARS)
