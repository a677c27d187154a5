"""Rows beside others that have more values than the form has columns.

A column that no head names stands beside the form's there, so a row that has as many values as the form has
columns may lack one of its own and have one of that column. Where most rows are longer, nothing but its sum
says that it does not. In columns between spaces each value has to stand under its label, where any is longer.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gov_disclosure.building.columns import ORGANIZATIONS
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.form.fields import Edition, rows as rows_of
from gov_disclosure.scanning.display import by_width, place_on_screen
from gov_disclosure.scanning.pieces import Separator
from gov_disclosure.scanning.sums import is_proven

# Words and numbers of a line are parted by one space; what stands in columns, by more.
_FEWEST_SPACES = 2
_FEWEST_LONGER = 2
# So many columns of its own a table may have; what is longer still is two rows.
_MOST_COLUMNS = 2


def refuse_among_longer(placed: Sequence[PlacedRow], text: str) -> Sequence[PlacedRow]:
    """Refuse the rows that may have a value of a column that is not the form's."""
    if not any(row.refusal for row in placed):
        return placed
    tables: dict[tuple[str, Separator | None], list[PlacedRow]] = {}
    for row in placed:
        tables.setdefault((row.table, row.cells.separator), []).append(row)
    doubtful = {id(row) for rows in tables.values() for row in _doubtful(rows, text)}
    return [row.refused(Refusal.AMONG_LONGER) if id(row) in doubtful else row for row in placed]


def _doubtful(rows: Sequence[PlacedRow], text: str) -> Iterator[PlacedRow]:
    """Those of the rows of a table, parted alike, that may have a value of another column."""
    edition = next((row.row.edition for row in rows if row.row.edition), None)
    longer = len([row for row in rows if row.refusal and _is_longer(row, edition)])
    # What a page has lost may have made one row of two.
    if longer < (1 if rows[0].cells.separator is Separator.SPACE else _FEWEST_LONGER):
        return
    full = len([row for row in rows if row.is_read and row.cells.filled == len(row.slots)])
    for row in rows:
        if _may_lack_one(row) and (longer >= full or _stands_elsewhere(row, text)):
            yield row


def _is_longer(row: PlacedRow, edition: Edition | None) -> bool:
    """Whether a row has more values, blanks between them counted, than the form has columns in an edition."""
    width = len(row.row.fields) or (len(rows_of(edition).get(row.row.key, ())) if edition else 0)
    return 0 < width < row.cells.reach <= width + _MOST_COLUMNS


def _may_lack_one(row: PlacedRow) -> bool:
    """Whether neither the places nor the sum of a row say that its values are the form's."""
    return row.is_plain and row.is_filled and not row.by_place and not is_proven(row.slots)


def _stands_elsewhere(row: PlacedRow, text: str) -> bool:
    """Whether a value of a row in columns stands under another label than its own, or under none."""
    cells = row.cells.cells
    if row.cells.separator is not Separator.SPACE:
        return False
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
