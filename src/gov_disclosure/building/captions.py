"""Captions: short lines before a table, behind it, or its heading, that say whose or of which year it is.

A table of another year, of another body, a sample or one that is taken back is none of the report's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count

from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.form.explanations import begins_note, names_another
from gov_disclosure.form.folding import fold, narrow
from gov_disclosure.form.lexicon import HEADINGS
from gov_disclosure.parsing.lexemes import PROSE, VALUES, Leaf
from gov_disclosure.scanning.pieces import Piece

# What is longer is a sentence of the prose, which may speak of other years.
_LONGEST = 30
_LONGEST_WRITTEN = 4 * _LONGEST
"""With white space and marks."""
_MOST_BEHIND = 2
_HEADINGS = frozenset(HEADINGS)
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


def refuse_captioned(
    placed: Sequence[PlacedRow], leaves: Sequence[Leaf], pieces: Sequence[Piece], year: int | None
) -> Sequence[PlacedRow]:
    """Refuse the rows of tables whose heading, caption or corner says that they are of another year or body."""
    places = dict(zip(map(id, leaves), count(), strict=False))
    found: dict[str, list[int]] = defaultdict(list)
    for row in placed:
        found[row.table].append(places[id(row.row.label)])
    told = {
        table
        for table, rows in found.items()
        if any(_tells_another(text, year) for text in _around(leaves, min(rows), max(rows)))
    }
    told |= {table for table, text in _in_corners(placed, pieces) if _tells_another(text, year)}
    if not told:
        return placed
    return [row.refused(Refusal.CAPTIONED) if row.table in told and row.is_filled else row for row in placed]


def _in_corners(placed: Sequence[PlacedRow], pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """What stands in a head before its first column, over the labels of rows; with the table of each."""
    below = {id(row.row.head): row for row in placed}
    corners = {
        label.piece.row: (label.piece.cell, row)
        for row in below.values()
        for label in reversed(row.row.head.labels)
        if label.piece.row
    }
    for piece in pieces if corners else ():
        if piece.row in corners and piece.reading.problem:
            cell, row = corners[piece.row]
            if piece.cell < cell:
                yield row.table, piece.text


def _around(leaves: Sequence[Leaf], first: int, last: int) -> Iterator[str]:
    """The heading above a table, the lines between, and the next ones behind it."""
    for leaf in reversed(leaves[max(first - _LONGEST, 0) : first]):
        kind = leaf.type
        if (kind == PROSE or kind in _HEADINGS) and not leaf.slots:
            yield leaf.piece.text
        if kind in _HEADINGS:
            break
    for leaf in leaves[last + 1 : last + 2 + _MOST_BEHIND]:
        if leaf.type != PROSE and leaf.type != VALUES:
            break
        # Behind a bar a line may have come to the values.
        lines = [slot for slot in leaf.slots if not slot.row and slot.reading.problem]
        for piece in lines if leaf.slots else [leaf.piece]:
            if begins_note(fold(piece.text[: 2 * _LONGEST])):
                yield piece.text


def _tells_another(text: str, year: int | None) -> bool:
    # What is too long for a caption is not remembered, so that memory is bounded.
    another, years = (_remembered if len(text) <= _LONGEST_WRITTEN else _told)(text)
    return another or (year is not None and bool(years) and year not in years)


def _told(text: str) -> tuple[bool, frozenset[int]]:
    """Whether a caption names another body, and which years it names."""
    folded = fold(text[:_LONGEST_WRITTEN])
    if len(folded) > _LONGEST:
        return False, frozenset()
    return names_another(folded), frozenset(map(int, _YEAR.findall(narrow(text))))


_remembered = lru_cache(maxsize=1024)(_told)
