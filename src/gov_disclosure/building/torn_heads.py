"""Heads whose words stand on several lines, with one among them that is none of the form's."""

from collections.abc import Sequence

from gov_disclosure.building.columns import HEADS, OUTCOMES
from gov_disclosure.building.heads import foreign_word, is_mixed_line
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.rows import DISPUTES, Head
from gov_disclosure.scanning.pieces import Piece, Separator

_SPACE = Separator.SPACE


def in_torn_head(first: PlacedRow, before: Sequence[PlacedRow], text: str) -> tuple[Piece, ...]:
    """A word of none of the form's labels in a head between spaces that is torn: no column is named there.

    What it says of the rows below a page's end it says of those behind that too.
    """
    row = first.row
    if first.cells.separator is not _SPACE or not (row.key == DISPUTES or row.table == "requests"):
        return ()
    columns = OUTCOMES if row.key == DISPUTES else HEADS
    named = [label for label in row.head.labels if label.type in columns]
    if len(named) >= len(row.fields):
        return _above_head(row.head, row.table, text)
    above = before[-1] if before else None
    if above and above.table == row.table and above.foreign:
        return above.foreign
    behind = max([slot.end for slot in above.row.slots], default=0) if above else 0
    start, end = (row.label.end, first.cells.cells[0].start) if row.is_below else (behind, row.label.start)
    word = foreign_word(text[start:end], row.table)
    return (row.label.piece.saying(word),) if word else ()


def _above_head(head: Head, table: str, text: str) -> tuple[Piece, ...]:
    """The line above a whole head that nothing has made a part of it, if a foreign word stands in it."""
    first = head.labels[0]
    if head.before or head.openers or first.piece.row:
        return ()
    end = text.rfind("\n", 0, first.start)
    line = first.piece.saying(text[text.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)])
    return (line,) if is_mixed_line(line, table) else ()
