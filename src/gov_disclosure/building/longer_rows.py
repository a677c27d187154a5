"""Rows between spaces beside others that have more values than the form has columns.

A column that no head names stands beside the form's there, so a row that has as many values as the form has
columns may lack one of its own and have one of that column. It is the form's if its sum says so; in columns, if
each value stands under its label. Where most rows are longer, nothing else is.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from gov_disclosure.building.columns import ORGANIZATIONS
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.form.fields import rows
from gov_disclosure.scanning.display import by_width, place_on_screen
from gov_disclosure.scanning.pieces import Separator
from gov_disclosure.scanning.sums import adds_up, has_sums

# Words and numbers of a line are parted by one space; what stands in columns, by more.
_FEWEST_SPACES = 2


def refuse_among_longer(placed: Sequence[PlacedRow], text: str) -> Sequence[PlacedRow]:
    """Refuse the rows between spaces that may have a value of a column that is not the form's."""
    if not any(row.refusal and row.cells.separator is Separator.SPACE for row in placed):
        return placed
    tables = (tuple(rows) for _, rows in groupby(placed, key=lambda row: row.table))
    return [row for rows in tables for row in _of_one_table(rows, text)]


def _of_one_table(placed: Sequence[PlacedRow], text: str) -> Iterator[PlacedRow]:
    longer = len([row for row in placed if _is_longer(row, placed)])
    full = [row for row in placed if _is_full(row)] if longer else []
    doubtful = {id(row) for row in full if longer >= len(full) or _stands_elsewhere(row, text)}
    for row in placed:
        yield row.refused(Refusal.AMONG_LONGER) if id(row) in doubtful else row


def _is_longer(row: PlacedRow, placed: Sequence[PlacedRow]) -> bool:
    """Whether a row between spaces has more values than the form has columns in its edition."""
    if row.cells.separator is not Separator.SPACE:
        return False
    edition = next((other.row.edition for other in placed if other.row.edition), None)
    width = len(row.row.fields) or (len(rows(edition).get(row.row.key, ())) if edition else 0)
    return 0 < width < row.cells.filled


def _is_full(row: PlacedRow) -> bool:
    """Whether a row between spaces has a value for each column, and no sum that says so."""
    cells = row.cells
    if not row.is_plain or row.by_place or cells.separator is not Separator.SPACE:
        return False
    width = len(row.row.fields)
    proven = has_sums(width) and adds_up(row.slots) and any(slot.reading.counted for slot in row.slots)
    return cells.filled == len(cells.cells) == width and not proven


def _stands_elsewhere(row: PlacedRow, text: str) -> bool:
    """Whether a value of a row in columns stands under another label than its own, or under none."""
    cells = row.cells.cells
    labels = [label.piece for label in row.row.head.labels if label.type != ORGANIZATIONS]
    gaps = [text[one.end : other.start] for one, other in pairwise((row.row.label.piece, *cells))]
    if len(labels) != len(cells) or any(len(gap) < _FEWEST_SPACES or not gap.isspace() for gap in gaps):
        return False
    return not any(
        all(
            label and value and value.start < label.stop and label.start < value.stop
            for label, value in zip(
                [place_on_screen(label, text, measured) for label in labels],
                [place_on_screen(cell, text, measured) for cell in cells],
                strict=True,
            )
        )
        for measured in (by_width, len)
    )
