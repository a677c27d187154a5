"""The rows of table two: information of articles 20 (1) to (9), each article with a head of its own."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from gov_disclosure.building.columns import are_in_place, is_subsequence
from gov_disclosure.building.rows import MOST_HEADS, NO_HEAD, Found, Head, Node, Row, numbers
from gov_disclosure.form.fields import Edition, Field, rows
from gov_disclosure.form.labels import row_terminals
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import Piece, are_blank

# Two columns may come out with one label: cut before they differ, or the first printed twice.
_TWICE = ("COLUMN_2019_NEW", "COLUMN_2019_MADE")


def read_proactive(nodes: Iterable[Node], found: Found) -> None:
    """Read the rows of table two."""
    heads: list[Leaf] = []
    texts: list[Leaf] = []
    cells: list[Piece] = []
    openers: list[Leaf] = []
    in_head = foreign = False
    above: list[Piece] = []
    head, labels = NO_HEAD, _Labels.of([])
    for rule, label, slots in nodes:
        if rule == "proactive_row":
            if in_head:
                head = Head(tuple(heads), tuple(texts), tuple(cells), tuple(openers))
                labels = _Labels.of(heads)
            found.rows.append(_proactive_row(label, slots, labels, foreign, tuple(above), head))
            in_head, above, openers = False, [], []
            continue
        if rule in ("article", "information") or (rule == "column" and not in_head):
            # What stands between an item and the labels below it is of their head.
            texts = texts if rule == "information" and in_head and not heads else []
            heads, cells, in_head, foreign, above = [], [], True, False, []
            openers = [*openers[-1:], label]
        elif rule == "text" and in_head:
            texts.append(label)
        # What stands in a head and is no label of the form may be one in words that are not known.
        foreign = foreign or (in_head and (rule == "text" or not are_blank(slots)))
        if rule == "column" and len(heads) <= MOST_HEADS:
            heads.append(label)
        if slots:
            above += numbers(slots)
            cells += [slot for slot in slots if in_head and slot.reading is not BLANK]
            found.stray(slots)


class _Labels(NamedTuple):
    """The labels of the columns over some rows."""

    leaves: tuple[Leaf, ...]
    names: tuple[str, ...]
    in_place: bool

    @classmethod
    def of(cls, leaves: Sequence[Leaf]) -> "_Labels":
        """Those of some leaves."""
        names = tuple([leaf.type for leaf in leaves])
        return cls(tuple(leaves), names, are_in_place([leaf.piece for leaf in leaves]))


def _proactive_row(
    label: Leaf, slots: Sequence[Piece], labels: _Labels, foreign: bool, above: tuple[Piece, ...], head: Head
) -> Row:
    key = row_terminals()[label.type]
    labels, slots = _without_copies(labels, slots)
    edition, cells, whole, in_order = _form_under(key, labels.names)
    heads = labels.leaves
    ordered = in_order and not (foreign and not whole) and labels.in_place
    complete = whole or not heads
    return Row(key, label, slots, cells, edition, heads, ordered, complete, above, head)


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


def _without_copies(labels: _Labels, slots: Sequence[Piece]) -> tuple[_Labels, Sequence[Piece]]:
    """A row of a table in which a tool has filled all places of a merged cell with copies of it."""
    names = set(labels.names)
    if len(names) == len(labels.names) or not names.isdisjoint(_TWICE):
        return labels, slots
    if slots and len(slots) != len(labels.names):
        return labels, slots
    sizes = [len(list(same)) for _, same in groupby(labels.names)]
    firsts = list(accumulate(sizes[:-1], initial=0))
    if not slots:
        return _Labels.of([labels.leaves[first] for first in firsts]), slots
    copies = [slots[first : first + size] for first, size in zip(firsts, sizes, strict=True)]
    if any(len({slot.text.strip() for slot in same}) > 1 for same in copies):
        return labels, slots
    return _Labels.of([labels.leaves[first] for first in firsts]), [slots[first] for first in firsts]


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
