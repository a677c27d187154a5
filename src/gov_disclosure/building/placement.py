"""Rows of the source with their cells under their columns, or the reason why they can't be put there."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from gov_disclosure.building.blank_lines import with_blank_lines
from gov_disclosure.building.by_place import doubt_of_place, rows_below
from gov_disclosure.building.doubled_digits import refuse_doubled_digits
from gov_disclosure.building.doubles import refuse_doubles
from gov_disclosure.building.explained import Explained
from gov_disclosure.building.heads import Sheet, Survey, sheet_of
from gov_disclosure.building.in_lines import place_in_lines
from gov_disclosure.building.longer_rows import refuse_among_longer
from gov_disclosure.building.lost_rows import (
    CUT_SHORT,
    holds_several_reports,
    is_cut_short,
    rows_lost_after,
)
from gov_disclosure.building.merged_values import refuse_merged_values
from gov_disclosure.building.neighbours import refuse_beside_others
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Choice, Refusal
from gov_disclosure.building.row_cells import is_mixed, is_text, row_cells
from gov_disclosure.building.rows import DISPUTES, Row, Tables
from gov_disclosure.building.torn_heads import in_torn_head
from gov_disclosure.form.fields import Edition, Kind
from gov_disclosure.form.lexicon import exact_kinds, label_kinds
from gov_disclosure.form.values import BLANK, are_side_by_side, names_nothing, unit_in
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import Piece, Separator, are_blank
from gov_disclosure.scanning.sums import (
    adds_up,
    beside,
    has_sums,
    may_lack_one,
    unwrapped,
    without_one,
)

# A form has 32 rows with labels. So many more are no one report, and need not be compared with each other.
_MOST_ROWS = 400
_BAR, _COUNTED, _GRID, _SPACE = Separator.BAR, Separator.COUNTED, Separator.GRID, Separator.SPACE
# A row in full: by keyword, with its defaults, it takes three times as long.
_new = tuple.__new__
_THOUSANDS = re.compile("0[0-9]{2}")


def place_rows(
    tables: Tables, leaves: Sequence[Leaf], pieces: Sequence[Piece], text: str
) -> tuple[PlacedRow, ...]:
    """Put every row under its columns that is certain; leaves and pieces are those of the text, in order."""
    found = with_blank_lines(tables.rows[:_MOST_ROWS], leaves, pieces, text)
    sheet = sheet_of(pieces)
    placed = refuse_merged_values(refuse_doubled_digits(_under_columns(found, sheet, text)), sheet)
    if len(tables.rows) > _MOST_ROWS:
        placed = _refuse_filled(placed, Refusal.TOO_MANY_ROWS)
    elif holds_several_reports(leaves):
        placed = _refuse_filled(placed, Refusal.SEVERAL_REPORTS)
    return tuple(refuse_doubles(_refuse_splices(placed, leaves, tables.edition)))


def _refuse_filled(placed: Sequence[PlacedRow], refusal: Refusal) -> list[PlacedRow]:
    return [row if are_blank(row.slots) else row.refused(refusal) for row in placed]


def _under_columns(found: Sequence[Row], sheet: Sheet, text: str) -> Sequence[PlacedRow]:
    """The rows under their columns: by place where a head says it, else by what explains the rows around."""
    candidates = [_candidate(row) for row in found]
    # Needed by few reports: most have a head that says the places, or rows that prove themselves.
    explained = cache(lambda: Explained.of(candidates, text))
    placed: list[PlacedRow] = []
    for below in rows_below(candidates, sheet):
        foreign = below.foreign or in_torn_head(below.rows[0], placed, text)
        for row, reading in zip(below.rows, below.readings, strict=True):
            read = _placed(row, reading, below.seen, explained)
            if read.refusal is None and (doubt := doubt_of_place(read, sheet, text)):
                read = read.refused(doubt)
            if foreign:
                strange = not read.by_place and read.is_filled
                read = (read.refused(Refusal.FOREIGN_HEAD) if strange else read)._replace(foreign=foreign)
            placed.append(read)
    return refuse_beside_others(refuse_among_longer(place_in_lines(placed, text), text))


def _candidate(row: Row) -> PlacedRow:
    cells = row_cells(row.label, row.slots, len(row.fields), below=row.is_below)
    marked = cells.separator is not None and bool(cells.cells)
    return _new(PlacedRow, (row, cells, _kin(row.key, marked), (), None, None, (), False, (), False, 0))


@cache
def _kin(key: str, marked: bool) -> str:
    """What a row shares with those that it looks like: its table, and without marks its depth in groups."""
    table, _, path = key.partition(".")
    return table if marked else f"{table}{path.count('.')}"


def _placed(
    candidate: PlacedRow, reading: PlacedRow | None, seen: Survey | None, explained: Callable[[], Explained]
) -> PlacedRow:
    """A row under its columns, or refused."""
    row, cells = candidate.row, candidate.cells
    if row.named:
        return candidate._replace(refusal=Refusal.ROWS_NAMED, foreign=row.named)
    if not cells.filled and len(cells.cells) < max(len(row.fields), 1):
        return candidate.refused(Refusal.NO_VALUES)
    if not row.fields:
        return candidate.refused(Refusal.COLUMNS_UNTOLD)
    if not label_kinds(row.label.text) or _is_of_other_unit(row):
        return candidate.refused(Refusal.LABEL_HAS_MORE)
    if reading:
        return candidate.refused(Refusal.TORN) if cells.fragment else _sound(reading)
    if not row.ordered:
        return candidate.refused(Refusal.COLUMNS_OUT_OF_ORDER)
    if _is_full(candidate):
        found = (row, cells, candidate.kin, cells.cells, None, None, cells.rest, *candidate[7:])
        placed = _new(PlacedRow, found)
        return placed if adds_up(placed.slots) else _distrusted(_put_together(placed), explained)
    placed = explained().placed(candidate, seen)
    if placed.refusal:
        chosen = _side_by_side(candidate) if placed.refusal.is_of_place else None
        if chosen is None and placed.refusal.is_misfit:
            chosen = _chosen(candidate)
        return chosen or placed
    return placed if _proves_itself(placed) else _distrusted(_put_together(placed), explained)


def _is_of_other_unit(row: Row) -> bool:
    """Whether a row's label tells a unit that is not its columns': 收费（万元） over numbers of items."""
    if row.unit is None:
        return False
    of_money = {cell.kind is Kind.AMOUNT for cell in row.fields}
    if unit_in(row.unit) is None:
        return True in of_money
    stated = {unit_in(head.text) for head in row.heads if head.type.endswith("_AMOUNT")}
    return False in of_money or not stated <= {row.unit, None}


def _is_full(candidate: PlacedRow) -> bool:
    """Whether a row has a value in each column and nothing else, as most rows have."""
    row, cells = candidate.row, candidate.cells
    whole = cells.head <= cells.filled == len(cells.cells) == len(row.fields)
    if not whole or cells.fragment or row.label.shares_row:
        return False
    if cells.separator in (_GRID, _COUNTED) or row.label.piece.separator is _GRID:
        return False
    mixed = cells.separator is None and is_mixed(cells.cells)
    return not (mixed or cells.is_of_other_lines)


def _proves_itself(placed: PlacedRow) -> bool:
    """Whether a row adds up that stands beside its label, alone; no more has to be asked of it."""
    label = placed.row.label
    alone = not label.shares_row and label.piece.separator is not _GRID
    return alone and adds_up(placed.slots)


def _sound(placed: PlacedRow) -> PlacedRow:
    """The row, refused if its own cells make it doubtful."""
    if placed.refusal or adds_up(placed.slots):
        return placed
    placed = _put_together(placed)
    doubt = _doubt_of_cells(placed) if placed.is_read else None
    return placed.refused(doubt) if doubt else placed


def _doubt_of_cells(placed: PlacedRow) -> Refusal | None:
    slots = placed.slots
    if any(map(_is_torn_thousand, slots, slots[1:])):
        return Refusal.THOUSAND_TORN
    names = is_text(slots[0]) and not names_nothing(slots[0].text)
    if names and any(slot.reading.digits for slot in slots):
        return Refusal.WORDS_FIRST
    return None


def _distrusted(placed: PlacedRow, explained: Callable[[], Explained]) -> PlacedRow:
    """The row, refused if the rows around make it doubtful, although it could be put under the columns."""
    doubt = _doubt(placed, explained) if placed.is_read else None
    return placed.refused(doubt) if doubt else placed


def _doubt(placed: PlacedRow, explained: Callable[[], Explained]) -> Refusal | None:
    row, slots = placed.row, placed.slots
    blanks = len([slot for slot in slots if slot.reading is BLANK])
    if blanks == len(slots):
        # Its numbers may stand beside the end of its label, which is lost.
        cut = "\n" in row.label.piece.text.strip() and not exact_kinds(row.label.text)
        return Refusal.LABEL_CUT if cut and placed.cells.separator is _BAR else None
    if not (row.proven or adds_up(slots)):
        return Refusal.COLUMNS_OUT_OF_ORDER
    if blanks and not row.complete:
        return Refusal.HEAD_INCOMPLETE
    if row.label.shares_row and (blanks or len(row.slots) > len(slots) or placed.stands_apart):
        return Refusal.LABEL_SHARES_ROW
    if row.label.piece.separator is _GRID and _stands_higher(placed):
        return Refusal.VALUE_ABOVE_LABEL
    if doubt := _doubt_of_cells(placed):
        return doubt
    unproven = not blanks and len(row.fields) > 1 and not adds_up(slots)
    return _doubt_of_unproven(placed, explained) if unproven else None


def _is_torn_thousand(slot: Piece, behind: Piece) -> bool:
    """Whether a comma that parts thousands may have parted two cells: 1,010."""
    text = behind.text.strip()
    return len(text) == 3 and slot.reading.digits.isdigit() and _THOUSANDS.fullmatch(text) is not None


def _doubt_of_unproven(placed: PlacedRow, explained: Callable[[], Explained]) -> Refusal | None:
    row, cells = placed.row, placed.cells
    counted = all(slot.reading.counted is not None for slot in placed.slots)
    if counted and row.table == "requests" and not row.head.labels:
        # No head says in which order the columns stand, and the numbers do not either.
        return Refusal.COLUMNS_UNTOLD
    # Fifteen cells may be sixteen, the last of them a phantom, that have lost one.
    unmarked = cells.separator is None and (row.key != DISPUTES or may_lack_one(placed.slots))
    if row.is_below and (unmarked or not row.complete):
        return Refusal.SUM_FAILS_WITHOUT_MARKS
    if explained().is_doubtful(placed):
        return Refusal.SUM_FAILS_AMONG_MISFITS
    return None


def _stands_higher(placed: PlacedRow) -> bool:
    """Whether a value stands in a line above its label: it is of a row whose own label is lost."""
    line = placed.row.label.piece.line
    return any(slot.line < line and slot.reading is not BLANK for slot in placed.slots)


def _put_together(placed: PlacedRow) -> PlacedRow:
    """Take numbers that are wrapped over lines in their cells as one each, where the sums of the row say so.

    Several such cells without sums may be two rows that are glued.
    """
    several = [slot for slot in placed.slots if slot.reading.problem == "V502"]
    if not several:
        return placed
    if parted := _side_by_side(placed):
        return parted
    if whole := unwrapped(placed.slots):
        return placed._replace(choice=Choice.WRAPPED_NUMBERS, slots=whole)
    wrapped = [slot for slot in several if are_side_by_side(slot.text)]
    return placed.refused(Refusal.SEVERAL_WRAPPED) if len(wrapped) > 1 else placed


def _chosen(candidate: PlacedRow) -> PlacedRow | None:
    """The row without the one value too many, if its sums allow one reading only.

    Some tools write a 0 behind a head of table four that ends with one cell too many; where a page has ended
    between the parts of a label, its number stands beside the values.
    """
    row, cells = candidate.row, candidate.cells
    filled = tuple(slot for slot in cells.cells if slot.reading is not BLANK)
    last = len(filled) - 1
    if last != len(row.fields):
        return None
    places: tuple[int, ...] = ()
    if row.label.end > filled[-1].start and has_sums(len(row.fields)):
        places = (0, last)
    elif row.key == DISPUTES and filled[-1].reading.counted == 0:
        places = (last,)
    slots = without_one(filled, places) if places else None
    return candidate._replace(choice=Choice.WITHOUT_ONE, slots=slots) if slots else None


def _side_by_side(candidate: PlacedRow) -> PlacedRow | None:
    """The row with a number a column, if some cells hold those of several and only so its sums hold."""
    cells, width = candidate.cells, len(candidate.row.fields)
    if cells.span is None or cells.fragment or not cells.filled < width or not cells.fits(cells.filled):
        return None
    apart = beside(cells.cells[cells.span[0] : cells.span[1] + 1], width)
    return candidate._replace(choice=Choice.SIDE_BY_SIDE, slots=apart, refusal=None) if apart else None


def _refuse_splices(
    placed: Sequence[PlacedRow], leaves: Sequence[Leaf], edition: Edition | None
) -> Sequence[PlacedRow]:
    """Refuse rows that a loss of text may have put together from two, or whose next cells belong to none."""
    filled = {row.row.key for row in placed if row.cells.cells}
    telling = [index for index, row in enumerate(placed) if row.cells.cells or row.row.key not in filled]
    if all(placed[index].cells.one_line and not placed[index].cells.orphans for index in telling):
        return placed
    whole = list(placed)
    found = [placed[index].row for index in telling]
    lost = rows_lost_after(found, leaves, edition)
    short = any(gap > 0 for gap in lost) and is_cut_short(found)
    for index, gap in zip(telling, lost, strict=True):
        # Where rows are left out all over a table, those missing here are no sign of a loss.
        left_out = short and gap > 0 and placed[index].table == CUT_SHORT
        whole[index] = _whole(placed[index], placed[index].cells.orphans if left_out else gap)
    return whole


def _whole(placed: PlacedRow, gap: int) -> PlacedRow:
    """The row, refused if what is lost behind it may be its end: ``gap`` rows, or -1 if the order is broken."""
    # A row on one line is whole whatever is lost behind it, unless what follows may be its torn-off end.
    lost = placed.cells.orphans != gap and not placed.cells.one_line
    surplus = placed.cells.orphans > max(gap, 0)
    if not (lost or surplus) or not placed.is_read or are_blank(placed.slots):
        return placed
    if surplus:
        return placed.refused(Refusal.ROWS_WITHOUT_LABEL)
    return placed._replace(refusal=Refusal.ROWS_LOST_BEHIND, lost=max(gap, 0))
