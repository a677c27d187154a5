"""Rows in which an office has merged cells, and a tool has written their one number into every place they span.

    | 一、本年新收 | 一、本年新收 | 3 | 7 | 7 | 7 | 7 | 7 | 10 |      was      3, 7 for all five together, 10

Where a tool copies what is merged, labels tell; equal numbers side by side are one, if only so the row adds up.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from gov_disclosure.building.heads import Sheet
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.scanning.pieces import Piece
from gov_disclosure.scanning.sums import has_sums, holds

# Equal numbers side by side: so many are no chance where sums fail.
_NO_CHANCE = 3
_SHORTEST_LABEL = 4


def refuse_merged_values(placed: Sequence[PlacedRow], sheet: Sheet) -> Sequence[PlacedRow]:
    """Refuse rows with the number of a merged cell in more places than one."""
    doubtful = [row.is_read and _may_be_merged(row.slots) for row in placed]
    if not any(doubtful) or not any(map(_has_copies, sheet.values())):
        return placed
    return [
        row.refused(Refusal.MERGED_VALUES) if merged else row
        for row, merged in zip(placed, doubtful, strict=True)
    ]


def _may_be_merged(slots: Sequence[Piece]) -> bool:
    """Whether equal numbers side by side may be one: sums fail with all of them."""
    if not has_sums(len(slots)):
        return False
    numbers = [slot.reading.counted for slot in slots]
    if True not in [one == other for one, other in pairwise(numbers) if one]:
        # Nearly every row ends here.
        return False
    stretches = [stretch for stretch in _equal(numbers) if len(stretch) > 1]
    counts = [number or 0 for number in numbers]
    if not stretches or holds(counts):
        return False
    return any(len(stretch) >= _NO_CHANCE for stretch in stretches) or holds(_counted_once(counts, stretches))


def _equal(numbers: Sequence[int | None]) -> Iterator[Sequence[int]]:
    """The places of each stretch of one number other than 0."""
    for number, same in groupby(range(len(numbers)), key=lambda place: numbers[place]):
        if number:
            yield list(same)


def _counted_once(counts: Sequence[int], stretches: Iterable[Sequence[int]]) -> Sequence[int]:
    again = {place for stretch in stretches for place in stretch[1:]}
    return [0 if place in again else count for place, count in enumerate(counts)]


def _has_copies(row: Sequence[Piece]) -> bool:
    """Whether a label stands in two cells of a row side by side, as tools write what spans both."""
    return any(
        before.text == piece.text and len(piece.text) >= _SHORTEST_LABEL and piece.reading.problem == "V501"
        for before, piece in pairwise(row)
    )
