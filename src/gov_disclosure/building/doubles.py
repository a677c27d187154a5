"""Doubles: rows of the source that have one label."""

from collections import Counter
from collections.abc import Iterator, Sequence

from gov_disclosure.building.placed_rows import PlacedRow, by_key
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.building.rows import DISPUTES
from gov_disclosure.scanning.pieces import are_blank

# A page may end behind a label or two, and begin with them again.
_FEWEST_TWICE = 3


def refuse_doubles(placed: Sequence[PlacedRow]) -> Sequence[PlacedRow]:
    """Refuse rows whose label stands again over something else, or, beside such rows, without values."""
    doubled = {key: found for key, found in by_key(placed).items() if len(found) > 1}
    if not doubled:
        return placed
    # Where one row disagrees with its double, another report may have lent others to this one. Where several
    # do, two tables of one kind stand there: of which a row is that only one of them has nobody knows.
    differing = Counter(found[0].table for found in doubled.values() if len(_contents(found)) > 1)
    refusals = {key: _refusal_of_double(found, found[0].table in differing) for key, found in doubled.items()}
    twice = {table for table, count in differing.items() if count > 1} | set(_stand_empty_too(placed))
    if not all(row.is_read for row in doubled.get(DISPUTES, ())):
        # Table four is one row, and the one that can't be read may be the report's.
        twice.add(DISPUTES)
    return [_refused(row, refusals.get(row.row.key), row.table in twice) for row in placed]


def _stand_empty_too(placed: Sequence[PlacedRow]) -> Iterator[str]:
    """The tables that stand there twice, once without values: whose those of the other are nobody knows."""
    for table in {row.table for row in placed}:
        rows = [row for row in placed if row.table == table]
        keys = {row.row.key for row in rows if row.is_filled}
        empty = [at for at, row in enumerate(rows) if row.refusal is Refusal.NO_VALUES and row.row.key in keys]
        again = {rows[at].row.key for at in empty}
        if len(again) < _FEWEST_TWICE:
            continue
        filled = [at for at, row in enumerate(rows) if row.is_filled and row.row.key in again]
        # Copies of a label, as a tool writes for what it spans, stand beside each other.
        if max(empty) < min(filled) or max(filled) < min(empty):
            yield table


def _refused(row: PlacedRow, refusal: Refusal | None, twice: bool) -> PlacedRow:
    refusal = refusal or (Refusal.TABLE_TWICE if twice and not are_blank(row.row.slots) else None)
    return row.refused(refusal) if row.is_read and refusal else row


def _contents(found: Sequence[PlacedRow]) -> set[tuple[object, ...]]:
    """What the certain rows among those with one label say."""
    return {row.content for row in found if row.is_read}


def _refusal_of_double(found: Sequence[PlacedRow], mixed: bool) -> Refusal | None:
    """Why the certain rows among those with one label are refused, in a text that may mix two reports."""
    contents = len(_contents(found))
    if contents > 1 and all(row.is_read or row.refusal is Refusal.NO_VALUES for row in found):
        return Refusal.DOUBLES_DISAGREE
    valueless = any(row.refusal is Refusal.NO_VALUES for row in found)
    return Refusal.DOUBLE_WITHOUT_VALUES if mixed and contents == 1 and valueless else None
