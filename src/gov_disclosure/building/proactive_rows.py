"""The rows of table two: information of articles 20 (1) to (9), each article with a head of its own."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from gov_disclosure.building.columns import Columns, are_in_place, is_subsequence
from gov_disclosure.building.rows import MOST_HEADS, NO_HEAD, Found, Head, Node, Row, numbers
from gov_disclosure.form.fields import Edition, Field, rows
from gov_disclosure.form.labels import row_terminals
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import Piece, are_blank

# Two columns may come out with one label: cut before they differ, or the first printed twice.
_TWICE = ("COLUMN_2019_NEW", "COLUMN_2019_MADE")


def read_proactive(nodes: Iterator[Node], found: Found) -> None:
    """Read the rows of table two."""
    heads: list[Leaf] = []
    texts: list[Leaf] = []
    cells: list[Piece] = []
    openers: list[Leaf] = []
    in_head = foreign = False
    above: list[Piece] = []
    head = NO_HEAD
    for rule, label, slots in nodes:
        if rule == "proactive_row":
            if in_head:
                head = Head(tuple(heads), tuple(texts), tuple(cells), tuple(openers))
            row = _proactive_row(label, slots, heads, foreign, tuple(above))
            found.rows.append(row._replace(head=head))
            in_head, above, openers = False, [], []
            continue
        if rule in ("article", "information") or (rule == "column" and not in_head):
            heads, texts, cells, in_head, foreign, above = [], [], [], True, False, []
            openers = [*openers[-1:], label]
        elif rule == "text" and in_head and heads:
            texts.append(label)
        above += numbers(slots)
        # What stands in a head and is no label of the form may be one in words that are not known.
        foreign = foreign or (in_head and (rule == "text" or not are_blank(slots)))
        cells += [slot for slot in slots if in_head and slot.reading is not BLANK]
        if rule == "column" and len(heads) <= MOST_HEADS:
            heads.append(label)
        found.stray(slots)


def _proactive_row(
    label: Leaf, slots: Sequence[Piece], heads: Sequence[Leaf], foreign: bool, above: tuple[Piece, ...]
) -> Row:
    key = row_terminals()[label.type]
    heads, slots = _without_copies(heads, slots)
    edition, cells, whole, in_order = _form_under(key, tuple(head.type for head in heads))
    pieces = [head.piece for head in heads]
    ordered = in_order and not (foreign and not whole) and are_in_place(pieces)
    complete = whole or not heads
    start, columns = (_start_of(pieces, label), Columns.of(pieces)) if whole and heads else (None, None)
    return Row(key, label, slots, cells, edition, tuple(heads), ordered, complete, start, columns, above)


class _Form(NamedTuple):
    """What the labels over a row say of it."""

    edition: Edition | None
    cells: tuple[Field, ...]
    whole: bool
    """They name its columns, each one."""
    in_order: bool
    """They stand in the form's order, some of them lost."""


@lru_cache(maxsize=1024)
def _form_under(key: str, heads: tuple[str, ...]) -> _Form:
    names = [_column(head) for head in heads]
    edition = _edition(key, names)
    cells = rows(edition).get(key, ()) if edition else ()
    seen = [column for _, column in names]
    expected = [cell.column for cell in cells]
    whole = len(seen) == len(expected) and all(map(_names, seen, expected, [*seen[:1], *seen]))
    return _Form(edition, cells, whole, not seen or whole or is_subsequence(seen, expected, _may_name))


def _without_copies(heads: Sequence[Leaf], slots: Sequence[Piece]) -> tuple[Sequence[Leaf], Sequence[Piece]]:
    """A row of a table in which a tool has filled all places of a merged cell with copies of it."""
    names = {head.type for head in heads}
    if len(names) == len(heads) or len(slots) != len(heads) or not names.isdisjoint(_TWICE):
        return heads, slots
    sizes = [len(list(same)) for _, same in groupby(heads, key=lambda head: head.type)]
    firsts = list(accumulate(sizes[:-1], initial=0))
    copies = [slots[first : first + size] for first, size in zip(firsts, sizes, strict=True)]
    if any(len({slot.text.strip() for slot in same}) > 1 for same in copies):
        return heads, slots
    return [heads[first] for first in firsts], [slots[first] for first in firsts]


def _start_of(heads: Sequence[Piece], label: Leaf) -> int | None:
    """The place of the first column's label in its row, if the others stand side by side behind it."""
    start = heads[0].cell
    side_by_side = all(head.cell == start + index for index, head in enumerate(heads))
    alike = bool(heads[0].row_length) == bool(label.piece.row_length)
    return start if heads[0].row and side_by_side and alike else None


def _column(head: str) -> tuple[Edition, str]:
    """COLUMN_2021_IN_FORCE → the edition and "in_force"."""
    _, year, name = head.split("_", 2)
    return Edition(year), name.lower()


def _edition(key: str, names: list[tuple[Edition, str]]) -> Edition | None:
    """The edition that column labels tell; where all are lost, the only one that has such a row."""
    editions = {edition for edition, _ in names} or {edition for edition in Edition if key in rows(edition)}
    return editions.pop() if len(editions) == 1 else None


def _names(seen: str, expected: str, before: str) -> bool:
    """Whether a label stands for a column: 本年新 for either of two, and the first of them printed twice."""
    if seen == "new" or (seen == before == "made"):
        return expected in ("made", "disclosed")
    return seen == expected


def _may_name(seen: str, expected: str) -> bool:
    return _names(seen, expected, "")
