"""Rows of the source with their cells under their columns, or the reason why they can't be put there."""

from collections.abc import Sequence
from itertools import groupby, pairwise, zip_longest

from attrs import define

from gov_disclosure.building.alignment import Evidence
from gov_disclosure.building.lost_rows import holds_several_reports, rows_lost_after
from gov_disclosure.building.row_cells import RowCells, is_text, row_cells
from gov_disclosure.building.rows import DISPUTES, Row
from gov_disclosure.form.fields import Edition
from gov_disclosure.form.lexicon import exact_kinds
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import Piece, Separator, are_blank
from gov_disclosure.scanning.sums import adds_up, has_sums, unwrapped, without_one

# A form has 32 rows with labels. So many more are no one report, and need not be compared with each other.
_MOST_ROWS = 400
# Codes of a row that is read: beside "", those of one reading chosen by its sums.
READ = ("", "T409", "T416")
_SHORT = ("T403", "T404", "T405")
# Where labels follow each other without values, the next values may be theirs. In table two a row that is
# all blank is common, and some layouts keep no trace of it.
_MOST_VALUELESS = {"proactive": 2, "requests": 1, "disputes": 1}


@define(eq=False)
class Reading:
    """A row and what became of it: the cells under its columns, or the code of what prevents that."""

    row: Row
    cells: RowCells
    kin: str
    """The rows that it looks like: its table's, and without marks only those as deep in groups."""
    slots: tuple[Piece, ...] = ()
    code: str = ""
    rest: tuple[Piece, ...] = ()
    """What stands behind the row and belongs to none."""
    lost: int = 0
    """How many rows of the form are missing behind it."""

    @property
    def content(self) -> tuple[object, ...]:
        """What two writings of one row have in common if they agree."""
        return (self.row.edition, *(slot.reading for slot in self.slots))


def read_rows(found: Sequence[Row], leaves: Sequence[Leaf], edition: Edition | None) -> list[Reading]:
    """Put every row under its columns that is certain; ``leaves`` are all those of the text, in order."""
    readings = _aligned(found[:_MOST_ROWS])
    if len(found) > _MOST_ROWS or holds_several_reports(leaves):
        for reading in readings:
            reading.code = reading.code if are_blank(reading.slots) else "T412"
    _refuse_splices(readings, leaves, edition)
    return readings


def _aligned(found: Sequence[Row]) -> list[Reading]:
    readings = [_reading(row) for row in found]
    evidence = Evidence()
    for reading in readings:
        if reading.row.fields and reading.cells.cells:
            evidence.add(reading.kin, reading.cells, len(reading.row.fields))
    for reading in readings:
        _align(reading, evidence)
    if any(reading.code or reading.row.above or reading.cells.rest for reading in readings):
        _refuse_beside_others(readings)
    return readings


def _refuse_beside_others(readings: Sequence[Reading]) -> None:
    """Refuse rows that can't be certain beside those that are not, and beside numbers without a label."""
    for _, of_table in groupby(readings, key=lambda reading: _table(reading.row)):
        together = list(of_table)
        _refuse_behind_valueless(together)
        _refuse_below_numbers(together)
        _refuse_beside_numbers(together)
        _refuse_empty_behind_numbers(together)
        _refuse_below_fragments(together)


def _stands_apart(reading: Reading) -> bool:
    """Whether a row's cells share no marked row with its label: their place alone makes them its own."""
    cells = reading.cells
    return bool(cells.cells) and (cells.separator is None or cells.label_cell < 0)


def _refuse_below_numbers(readings: Sequence[Reading]) -> None:
    """Refuse values below their labels in a table with numbers too many above a row that has too few.

    There the values of each row may stand above its label. A certain row beside its label ends the doubt.
    """
    below = False
    for reading in readings:
        width = max(len(reading.row.fields), 1)
        if not reading.code and not _stands_apart(reading):
            below = False
        elif below and reading.code in _SHORT and reading.cells.filled < width:
            break
        # Behind a head any number is one too many; between rows a few may be a page's.
        headed = reading is readings[0] or _table(reading.row) == "proactive"
        many = len(reading.row.above) >= (1 if headed else width)
        below = below or many or reading.cells.orphans > 0 or len(reading.cells.cells) >= 2 * width
    else:
        return
    for reading in readings:
        if not reading.code and _stands_apart(reading):
            reading.code = "T415"


def _refuse_beside_numbers(readings: Sequence[Reading]) -> None:
    """Refuse rows whose sum fails where a number behind may end their last, or many above may be theirs."""
    for reading, following in zip_longest(readings, readings[1:]):
        behind = following is not None and bool(following.row.above)
        if not (behind or reading.row.above) or reading.code:
            continue
        width, apart = len(reading.slots), _stands_apart(reading)
        many = len(reading.row.above) >= width and (apart or reading.cells.separator is Separator.SPACE)
        fails = has_sums(width) and not are_blank(reading.slots) and not adds_up(reading.slots)
        if fails and (many or (apart and behind)):
            reading.code = "T405"


def _refuse_below_fragments(readings: Sequence[Reading]) -> None:
    """Refuse rows between bars with some numbers on the line above their label: digits of theirs, perhaps."""
    for above, reading in zip([None, *readings], readings, strict=False):
        if reading.code or reading.cells.separator is not Separator.BAR:
            continue
        others = [*(above.cells.rest if above else ()), *reading.row.above]
        beside = [slot for slot in others if slot.line == reading.row.label.piece.line - 1]
        near = {slot.cell for slot in beside if slot.reading.digits} if not any(map(is_text, beside)) else set()
        own = {slot.cell for slot in reading.slots if slot.reading.digits}
        if near and near <= own and (len(own) == 1 or near < own):
            reading.code = "T405"


def _refuse_empty_behind_numbers(readings: Sequence[Reading]) -> None:
    """Refuse an empty row behind one that can't be read or behind values without a label: its own, perhaps."""
    for above, reading in pairwise(readings):
        torn = above.code in ("T404", "T405") or any(slot.reading.digits for slot in above.cells.rest)
        if torn and not reading.code and not reading.cells.filled:
            reading.code = "T410"


def _refuse_behind_valueless(readings: Sequence[Reading]) -> None:
    """Refuse values that may belong to the labels without values before theirs."""
    valueless = 0
    torn = any(reading.code == "T404" and reading.cells.separator is None for reading in readings)
    for reading in readings:
        doubtful = valueless >= (1 if torn else _MOST_VALUELESS[_table(reading.row)])
        if doubtful and not reading.code and _stands_apart(reading):
            reading.code = "T413"
        valueless = 0 if reading.cells.cells else valueless + 1


def _reading(row: Row) -> Reading:
    cells = row_cells(row.label, row.slots, len(row.fields), below=row.key == DISPUTES)
    table, _, path = row.key.partition(".")
    marked = cells.cells and cells.separator is not None
    return Reading(row, cells, table if marked else f"{table}{path.count('.')}")


def _table(row: Row) -> str:
    return row.key.partition(".")[0]


def _align(reading: Reading, evidence: Evidence) -> None:
    row, cells = reading.row, reading.cells
    if not cells.filled and len(cells.cells) < max(len(row.fields), 1):
        reading.code = "T403"
    elif not row.fields:
        reading.code = "E302"
    elif not row.ordered:
        reading.code = "T411"
    else:
        alignment = evidence.align(reading.kin, cells, len(row.fields), row.start, row.columns)
        reading.code, reading.slots, reading.rest = alignment.code, alignment.slots, alignment.rest
        if not alignment.code and not _is_plain(reading):
            _put_together(reading)
            _distrust(reading, evidence)
    if reading.code == "T404" and row.key == DISPUTES:
        _choose_balanced(reading)


def _is_plain(reading: Reading) -> bool:
    """Whether a row adds up that stands beside its label, alone; no more has to be asked of it."""
    label = reading.row.label
    alone = not label.shares_row and label.piece.separator is not Separator.GRID
    return alone and adds_up(reading.slots)


def _distrust(reading: Reading, evidence: Evidence) -> None:
    """Refuse what the rows around make doubtful, although it could be put under the columns."""
    row = reading.row
    blanks = len([slot for slot in reading.slots if slot.reading is BLANK])
    if reading.code not in READ:
        return
    if blanks == len(reading.slots):
        # Its numbers may stand beside the end of its label, which is lost.
        cut = "\n" in row.label.piece.text.strip() and not exact_kinds(row.label.text)
        if cut and reading.cells.separator is Separator.BAR:
            reading.code = "T410"
        return
    surplus = blanks or len(row.slots) > len(reading.slots) or _stands_apart(reading)
    shared = row.label.shares_row and surplus
    higher = row.label.piece.separator is Separator.GRID and _stands_higher(reading)
    if (blanks and not row.complete) or shared or higher:
        reading.code = "T410"
    elif is_text(reading.slots[0]) and any(slot.reading.digits for slot in reading.slots):
        reading.code = "T414"
    elif not blanks and len(row.fields) > 1 and not adds_up(reading.slots):
        # Fifteen cells may be sixteen, one of them a phantom, that have lost one.
        loose = row.key == DISPUTES and (reading.cells.separator is None or not row.complete)
        if loose or evidence.is_doubtful(reading.kin, reading.cells, len(row.fields)):
            reading.code = "T410"


def _stands_higher(reading: Reading) -> bool:
    """Whether a value stands in a line above its label: it is of a row whose own label is lost."""
    filled = (slot for slot in reading.slots if slot.reading is not BLANK)
    return any(slot.line < reading.row.label.piece.line for slot in filled)


def _put_together(reading: Reading) -> None:
    """Take numbers that are wrapped over lines in their cells as one each, where the sums of the row say so.

    Several such cells without sums may be two rows that are glued.
    """
    wrapped = len([slot for slot in reading.slots if slot.reading.problem == "V502"])
    if not wrapped:
        return
    if whole := unwrapped(reading.slots):
        reading.code, reading.slots = "T416", whole
    elif wrapped > 1:
        reading.code = "T405"


def _choose_balanced(reading: Reading) -> None:
    """Take the fifteen of sixteen values that the sums of table four allow, if one 0 is too many.

    Some tools write it behind a head that ends with one cell too many.
    """
    filled = [slot for slot in reading.cells.cells if slot.reading is not BLANK]
    if len(filled) != len(reading.row.fields) + 1:
        return
    if chosen := without_one(filled):
        reading.code, reading.slots = "T409", chosen


def _refuse_splices(readings: Sequence[Reading], leaves: Sequence[Leaf], edition: Edition | None) -> None:
    """Refuse rows that a loss of text may have put together from two, or whose next cells belong to none."""
    filled = {reading.row.key for reading in readings if reading.cells.cells}
    telling = [reading for reading in readings if reading.cells.cells or reading.row.key not in filled]
    if all(reading.cells.one_line and not reading.cells.orphans for reading in telling):
        return
    lost = rows_lost_after([reading.row for reading in telling], leaves, edition)
    for reading, gap in zip(telling, lost, strict=True):
        if reading.code not in READ or are_blank(reading.slots):
            continue
        # A row on one line is whole whatever is lost behind it, unless what follows may be its torn-off end.
        if reading.cells.orphans > max(gap, 0):
            reading.code = "T405"
        elif reading.cells.orphans != gap and not reading.cells.one_line:
            reading.code, reading.lost = "T407", max(gap, 0)
