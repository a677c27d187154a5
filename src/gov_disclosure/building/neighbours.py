"""Rows that can't be certain beside others of their table that are not, and beside numbers without a label."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, zip_longest

from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.building.row_cells import counts_columns, is_text
from gov_disclosure.building.rows import numbers
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.pieces import Piece, Separator, are_blank
from gov_disclosure.scanning.sums import adds_up, has_sums

# Where labels follow each other without values, the next values may be theirs. In table two a row that is
# all blank is common, and some layouts keep no trace of it.
_MOST_VALUELESS = {"proactive": 2, "requests": 1, "disputes": 1}


def refuse_beside_others(placed: Sequence[PlacedRow]) -> Sequence[PlacedRow]:
    """Refuse rows that can't be certain beside those that are not, and beside numbers without a label."""
    placed = _refuse_jutting(placed)
    if not any(row.refusal or row.choice or row.row.above or row.cells.rest for row in placed):
        return placed
    tables = (tuple(rows) for _, rows in groupby(placed, key=lambda row: row.table))
    return [row for rows in tables for row in _of_one_table(rows)]


def _of_one_table(placed: Sequence[PlacedRow]) -> Iterator[PlacedRow]:
    placed = _refuse_behind_valueless(placed)
    placed = _refuse_below_numbers(placed)
    placed = _refuse_slipped(placed)
    placed = tuple(_refuse_numbered(placed))
    placed = tuple(_refuse_beside_numbers(placed))
    placed = tuple(_refuse_empty_behind_numbers(placed))
    return _refuse_below_fragments(placed)


def _refuse_jutting(placed: Sequence[PlacedRow]) -> Sequence[PlacedRow]:
    """Refuse rows with blanks of table three whose label is in no group and in another place than most such.

    A cell that is lost or too many in a row above, and spans them too, has moved them.
    """
    alone = [row for row in placed if row.row.key.count(".") == 1 and row.table == "requests"]
    # A tool may have copied a label to all places that it spans.
    firsts: dict[int, int] = {}
    for label in [row.row.label.piece for row in alone if row.row.label.piece.row]:
        firsts[label.row] = min(label.cell, firsts.get(label.row, label.cell))
    if len(set(firsts.values())) <= 1:
        return placed
    places = Counter(firsts.values())
    (usual, most), (_, others) = places.most_common(2)
    moved = {id(row) for row in alone if firsts.get(row.row.label.piece.row, usual) != usual or most == others}
    return [
        row.refused(Refusal.BEGINNING_UNTOLD)
        if id(row) in moved and row.is_read and any(slot.reading is BLANK for slot in row.slots)
        else row
        for row in placed
    ]


def _refuse_below_numbers(placed: Sequence[PlacedRow]) -> Sequence[PlacedRow]:
    """Refuse values below their labels in a table with numbers too many above a row that has too few.

    There the values of each row may stand above its label. A certain row beside its label ends the doubt.
    """
    below = False
    for row in placed:
        width = max(len(row.row.fields), 1)
        if row.is_plain and not row.stands_apart:
            below = False
        elif below and row.refusal and row.refusal.lacks_cells and row.cells.filled < width:
            break
        # Behind a head any number is one too many; between rows a few may be a page's.
        headed = row is placed[0] or row.table == "proactive"
        many = len(row.row.above) >= (1 if headed else width)
        below = below or many or row.cells.orphans > 0 or len(row.cells.cells) >= 2 * width
    else:
        return placed
    return [row.refused(Refusal.ABOVE_OR_BELOW) if row.is_plain and row.stands_apart else row for row in placed]


def _refuse_slipped(placed: Sequence[PlacedRow]) -> Sequence[PlacedRow]:
    """Refuse the rows below one head between a label without numbers and a row of numbers without a label.

    There each row may have the numbers of the next one, or of the one before.
    """
    filled = {row.row.key for row in placed if row.cells.filled}
    # A label that a tool has written several times has its numbers behind the last.
    empty: dict[int, list[int]] = {}
    for at, row in enumerate(placed):
        # What a page's end has cut has its own numbers straight above it.
        above = [*row.row.above, *(placed[at - 1].cells.rest if at else ())]
        if row.row.key not in filled and len(numbers(above)) < _fewest(row):
            empty.setdefault(id(row.row.head), []).append(at)
    if not empty:
        return placed
    doubtful: set[int] = set()
    for at, row in enumerate(placed):
        beside = empty.get(id(row.row.head))
        if not beside:
            continue
        fewest = _fewest(row)
        if beside[0] < at and _most_without_label(row.cells.rest) >= fewest:
            doubtful.update(range(beside[0], at + 1))
        if beside[-1] > at and len(row.row.above) >= fewest and not counts_columns(row.row.above):
            doubtful.update(range(at, beside[-1] + 1))
    return [
        row.refused(Refusal.ABOVE_OR_BELOW) if at in doubtful and row.is_filled else row
        for at, row in enumerate(placed)
    ]


def _fewest(row: PlacedRow) -> int:
    """So many numbers are a row's: a single one may be a page's."""
    return min(max(len(row.row.fields), 1), 2)


def _most_without_label(cells: Sequence[Piece]) -> int:
    """How many numbers a marked row has, at the most, that begins with one."""
    rows = (list(cells) for row, cells in groupby(cells, key=lambda cell: cell.row) if row)
    filled = ([cell for cell in row if cell.reading is not BLANK] for row in rows)
    begun = (row for row in filled if row and not row[0].reading.problem and not counts_columns(row))
    return max((len(numbers(row)) for row in begun), default=0)


def _refuse_numbered(placed: Sequence[PlacedRow]) -> Iterator[PlacedRow]:
    """Refuse rows without marks that end with the number behind the one before their label: 2 规章 0 1 3 ….

    Rows are numbered where one stands between the labels of a head and the first row, and so on from there.
    """
    number: int | None = None
    for row in placed:
        if row.row.above:
            number = row.row.above[-1].reading.counted
        last = row.cells.cells[-1].reading.counted if row.cells.cells else None
        number = last if number is not None and last == number + 1 else None
        unmarked = row.cells.separator in (None, Separator.SPACE) and not adds_up(row.slots)
        yield (
            row.refused(Refusal.NUMBER_OF_NEXT_ROW) if number is not None and unmarked and row.is_plain else row
        )


def _refuse_beside_numbers(placed: Sequence[PlacedRow]) -> Iterator[PlacedRow]:
    """Refuse rows whose sum fails where a number behind may end their last, or many above may be theirs."""
    for row, following in zip_longest(placed, placed[1:]):
        behind = following is not None and bool(following.row.above)
        doubtful = False
        if (behind or row.row.above) and row.is_plain:
            width, apart = len(row.slots), row.stands_apart
            many = len(row.row.above) >= width and (apart or row.cells.separator is Separator.SPACE)
            fails = has_sums(width) and not are_blank(row.slots) and not adds_up(row.slots)
            doubtful = fails and (many or (apart and behind))
        yield row.refused(Refusal.NUMBERS_BESIDE) if doubtful else row


def _refuse_empty_behind_numbers(placed: Sequence[PlacedRow]) -> Iterator[PlacedRow]:
    """Refuse an empty row behind one that can't be read or behind values without a label: its own, perhaps."""
    yield from placed[:1]
    for above, row in pairwise(placed):
        cut = above.refusal is not None and above.refusal.lacks_cells and above.refusal is not Refusal.NO_VALUES
        torn = cut or any(slot.reading.digits for slot in above.cells.rest)
        doubtful = torn and row.is_plain and not row.cells.filled
        yield row.refused(Refusal.EMPTY_BEHIND_NUMBERS) if doubtful else row


def _refuse_below_fragments(placed: Sequence[PlacedRow]) -> Iterator[PlacedRow]:
    """Refuse rows between bars with some numbers on the line above their label: digits of theirs, perhaps."""
    for above, row in zip([None, *placed], placed, strict=False):
        if not row.is_plain or row.cells.separator is not Separator.BAR:
            yield row
            continue
        others = [*(above.cells.rest if above else ()), *row.row.above]
        beside = [slot for slot in others if slot.line == row.row.label.piece.line - 1]
        near = {slot.cell for slot in beside if slot.reading.digits} if not any(map(is_text, beside)) else set()
        own = {slot.cell for slot in row.slots if slot.reading.digits}
        doubtful = near and near <= own and (len(own) == 1 or near < own)
        yield row.refused(Refusal.NUMBERS_ON_LINE_ABOVE) if doubtful else row


def _refuse_behind_valueless(placed: Sequence[PlacedRow]) -> list[PlacedRow]:
    """Refuse values that may belong to the labels without values before theirs."""
    valueless: list[str] = []
    torn = any(row.refusal and row.refusal.is_misfit and row.cells.separator is None for row in placed)
    result = []
    for row in placed:
        # A label that a tool has copied beside itself is no other one.
        others = len([key for key in valueless if key != row.row.key])
        doubtful = others >= (1 if torn else _MOST_VALUELESS[row.table])
        doubtful = doubtful and row.is_plain and row.stands_apart
        result.append(row.refused(Refusal.BEHIND_VALUELESS) if doubtful else row)
        valueless = [] if row.cells.cells else [*valueless, row.row.key]
    return result
