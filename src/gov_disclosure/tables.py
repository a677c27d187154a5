"""The tables of the tree as rows: each label with the cells behind it and the columns above it."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from attrs import define, field
from lark import Tree

from gov_disclosure.form import Edition, Field, rows
from gov_disclosure.labels import row_terminals
from gov_disclosure.lex import VALUES, Lexeme, Slot
from gov_disclosure.values import BLANK

DISPUTES = "disputes"
"""The one row of table four, which has no label of its own."""

_OTHER_ITEMS = (
    "requests.results.other.overdue_correction",
    "requests.results.other.overdue_fee",
    "requests.results.other.other",
)
_OTHER_ROW = "requests.results.other.total"

_APPLICANTS = (
    "NATURAL_PERSON",
    "COMMERCIAL_ENTERPRISE",
    "RESEARCH_INSTITUTION",
    "PUBLIC_WELFARE_ORGANIZATION",
    "LEGAL_SERVICE_INSTITUTION",
    "OTHER_ORGANIZATION",
)
_HEADLESS = "headless_disputes"
_PARTIES = ("RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")
_OUTCOMES = ("UPHELD", "RECTIFIED", "OTHER", "PENDING", "TOTAL") * 3


@define(eq=False)
class Row:
    """A row of the form as the source has it, not yet put under its columns."""

    key: str
    """``table.row``, or ``disputes``."""
    label: Lexeme
    slots: Sequence[Slot]
    fields: tuple[Field, ...]
    """The cells that the columns above it call for; empty if they don't tell."""
    edition: Edition | None
    """The edition that its columns or its kind tell; ``None`` if it is the same in both."""
    heads: Sequence[Lexeme] = ()
    """The column labels above it."""
    ordered: bool = True
    """Its column labels stand in the form's order."""
    complete: bool = True
    """Every column label is there; otherwise empty cells are not trusted."""


@define(eq=False)
class Tables:
    """All rows in the order of the source, and what belongs to none."""

    rows: list[Row] = field(factory=list)
    strays: list[Sequence[Slot]] = field(factory=list)

    def stray(self, slots: Sequence[Slot]) -> None:
        """Keep cells that follow no row's label; empty ones are nothing."""
        if any(slot.reading is not BLANK for slot in slots):
            self.strays.append(slots)


def read_tables(tree: "Tree[Any]") -> Tables:
    """The rows of the three tables of a report's tree."""
    tables = Tables()
    _, _, proactive, requests, disputes, _, _ = tree.children
    _proactive(_nodes(proactive), tables)
    _requests(_nodes(requests), tables)
    headless = [node for node in requests.children[-1:] if isinstance(node, Tree) and node.data == _HEADLESS]
    _disputes([*chain.from_iterable(map(_nodes, headless)), *_nodes(disputes)], tables)
    return tables


_Node = tuple[str, Lexeme, Sequence[Slot]]


def _nodes(tree: "Tree[Any]") -> Iterator[_Node]:
    """The parts of a table: rule, label, and the cells behind it."""
    for node in tree.children:
        if not isinstance(node, Tree) or node.data == _HEADLESS:
            continue
        rule = str(node.data)
        children: list[Any] = node.children
        label, others = children[0], children[1:]
        if rule == "applicants":
            yield rule, label, ()
            for lexeme in others:
                yield ("text", lexeme, lexeme.slots) if lexeme.type == VALUES else (rule, lexeme, ())
        else:
            yield rule, label, others[0].slots if others else ()


# --- Table two --------------------------------------------------------------------------------------------


def _proactive(nodes: Iterator[_Node], tables: Tables) -> None:
    heads: list[Lexeme] = []
    in_head = False
    for rule, label, slots in nodes:
        if rule == "proactive_row":
            tables.rows.append(_proactive_row(label, slots, tuple(heads)))
            in_head = False
            continue
        if rule in ("article", "information") or (rule == "column" and not in_head):
            heads = []
            in_head = True
        if rule == "column":
            heads.append(label)
        tables.stray(slots)


def _proactive_row(label: Lexeme, slots: Sequence[Slot], heads: tuple[Lexeme, ...]) -> Row:
    key = row_terminals()[label.type]
    names = [_column(head) for head in heads]
    edition = _edition(key, names)
    cells = rows(edition).get(key, ()) if edition else ()
    seen = [column for _, column in names]
    expected = [cell.column for cell in cells]
    complete = not seen or (len(seen) == len(expected) and all(map(_names, seen, expected, [*seen[:1], *seen])))
    ordered = complete or _is_subsequence(seen, expected)
    return Row(key, label, slots, cells, edition, heads, ordered, complete)


def _column(head: Lexeme) -> tuple[Edition, str]:
    """COLUMN_2021_IN_FORCE → the edition and "in_force"."""
    _, year, name = head.type.split("_", 2)
    return Edition(year), name.lower()


def _edition(key: str, names: list[tuple[Edition, str]]) -> Edition | None:
    """The edition that column labels tell; where all are lost, the only one that has such a row."""
    if names == [(Edition.FORM_2019, "decisions")]:
        # The one column of the 2021 form without its 本年; the 2019 form has two more beside it.
        return Edition.FORM_2021
    editions = {edition for edition, _ in names} or {edition for edition in Edition if key in rows(edition)}
    return editions.pop() if len(editions) == 1 else None


def _names(seen: str, expected: str, before: str) -> bool:
    """Whether a label stands for a column: 本年新 for either of two, and the first of them printed twice."""
    if seen == "new" or (seen == before == "made"):
        return expected in ("made", "disclosed")
    return seen == expected


def _is_subsequence(seen: Sequence[str], expected: Sequence[str]) -> bool:
    remaining = iter(expected)
    return all(any(_names(name, column, "") for column in remaining) for name in seen)


# --- Table three ------------------------------------------------------------------------------------------


def _requests(nodes: Iterator[_Node], tables: Tables) -> None:
    heads: list[Lexeme] = []
    ordered = complete = True
    other: tuple[Lexeme, Sequence[Slot]] | None = None
    for rule, label, slots in nodes:
        if rule == "applicants":
            if label.type == "NATURAL_PERSON":
                heads = []
            heads.append(label)
            names = [head.type for head in heads if head.type in _APPLICANTS]
            ordered = _is_subsequence(names, _APPLICANTS)
            complete = len(names) == len(_APPLICANTS)
        elif rule in ("requests_row", "requests_last"):
            key = row_terminals()[label.type]
            edition = Edition.FORM_2021 if key in _OTHER_ITEMS else None
            cells = rows(Edition.FORM_2021)[key]
            tables.rows.append(Row(key, label, slots, cells, edition, (), ordered, complete))
        elif label.type == "REQUESTS_RESULTS_OTHER" and any(slot.reading is not BLANK for slot in slots):
            other = label, slots
            cells = rows(Edition.FORM_2019)[_OTHER_ROW]
            tables.rows.append(Row(_OTHER_ROW, label, slots, cells, Edition.FORM_2019, (), ordered, complete))
        else:
            tables.stray(slots)
    if other and any(row.key in _OTHER_ITEMS for row in tables.rows):
        # Beside its items （六） is a group: what stands behind it belongs to an item that lost its label.
        tables.rows = [row for row in tables.rows if row.key != _OTHER_ROW]
        tables.stray(other[1])


# --- Table four -------------------------------------------------------------------------------------------


def _disputes(nodes: list[_Node], tables: Tables) -> None:
    labelled = [index for index, (rule, _, _) in enumerate(nodes) if rule != "text"]
    if not labelled:
        for _, _, slots in nodes:
            tables.stray(slots)
        return
    last = labelled[-1]
    label, slots = nodes[last][1:]
    for index, (_, _, others) in enumerate(nodes):
        if index != last:
            tables.stray(others)
    heads = [nodes[index][1] for index in labelled]
    outcomes = [head.type for head in heads if head.type in _OUTCOMES]
    parties = list(dict.fromkeys(head.type for head in heads if head.type in _PARTIES))
    among = any(
        slot.reading is not BLANK for index, (_, _, others) in enumerate(nodes[:last]) for slot in others
    )
    ordered = _is_subsequence(outcomes, _OUTCOMES) and _is_subsequence(parties, _PARTIES) and not among
    cells = tuple(
        cell for key, columns in rows(Edition.FORM_2021).items() if key.startswith(DISPUTES) for cell in columns
    )
    complete = len(outcomes) == len(_OUTCOMES)
    tables.rows.append(Row(DISPUTES, label, slots, cells, None, heads, ordered, complete))
