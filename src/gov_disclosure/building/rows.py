"""The tables of the tree as rows: each label with the cells behind it and the columns above it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby

from attrs import define, field

from gov_disclosure.building.columns import HEADS, ORGANIZATIONS, Columns, Head, are_in_place, is_subsequence
from gov_disclosure.form.fields import Edition, Field, State, all_fields, rows
from gov_disclosure.form.labels import row_terminals
from gov_disclosure.form.trees import Tree
from gov_disclosure.parsing.lexemes import VALUES, Leaf
from gov_disclosure.scanning.pieces import Piece, are_blank
from gov_disclosure.scanning.sums import adds_up

DISPUTES = "disputes"
"""The one row of table four, which has no label of its own."""

_OTHER_ITEMS = (
    "requests.results.other.overdue_correction",
    "requests.results.other.overdue_fee",
    "requests.results.other.other",
)
OTHER_ROW = "requests.results.other.total"
"""（六）其他处理 as a row of its own, in 2019."""

# Two columns may come out with one label: cut before they differ, or the first printed twice.
_TWICE = ("COLUMN_2019_NEW", "COLUMN_2019_MADE")
# What an office writes into a cell that it fills.
_WRITTEN = (State.REPORTED, State.NOT_APPLICABLE)
# More column labels than any block has: what follows is no head of the form.
_MOST_HEADS = 12
_HEAD = (*HEADS, ORGANIZATIONS)
_HEADLESS = "headless_disputes"
_PARTIES = ("RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")
_OUTCOMES = ("UPHELD", "RECTIFIED", "OTHER", "PENDING", "TOTAL") * 3
_PART = 5


@define(eq=False)
class Row:
    """A row of the form as the source has it, not yet put under its columns."""

    key: str
    """``table.row``, or ``disputes``."""
    label: Leaf
    slots: Sequence[Piece]
    fields: tuple[Field, ...]
    """The cells that the columns above it call for; empty if they don't tell."""
    edition: Edition | None
    """The edition that its columns or its kind tell; ``None`` if it is the same in both."""
    heads: Sequence[Leaf] = ()
    """The column labels above it."""
    ordered: bool = True
    """Its column labels stand in the form's order."""
    complete: bool = True
    """Every column label is there; otherwise empty cells are not trusted."""
    start: int | None = None
    """The place of the first column's own label in its row, where the layout marks rows."""
    columns: Columns | None = None
    """The places of the columns, in a grid."""
    above: Sequence[Piece] = ()
    """Numbers above this row's label that belong to no other: the row may stand above its label."""


@define(eq=False)
class Tables:
    """All rows in the order of the source, and what belongs to none."""

    rows: list[Row] = field(factory=list)
    strays: list[Sequence[Piece]] = field(factory=list)

    def stray(self, slots: Sequence[Piece]) -> None:
        """Keep cells that follow no row's label; empty ones are nothing."""
        if not are_blank(slots):
            self.strays.append(slots)


def read_tables(tree: Tree[Leaf]) -> Tables:
    """The rows of the three tables of a report's tree."""
    tables = Tables()
    requests = tree.part("requests")
    _proactive(_nodes(tree.part("proactive")), tables)
    _requests(_nodes(requests), tables)
    _disputes([*_nodes(requests.part(_HEADLESS)), *_nodes(tree.part("disputes"))], tables)
    return tables


_Node = tuple[str, Leaf, Sequence[Piece]]


def _nodes(tree: Tree[Leaf]) -> Iterator[_Node]:
    """The parts of a table: rule, label, and the cells behind it."""
    for node in tree.parts():
        leaves = node.own_leaves()
        if node.rule == "applicants":
            for leaf in leaves:
                yield ("text", leaf, leaf.slots) if leaf.type == VALUES else (node.rule, leaf, ())
        elif node.rule != _HEADLESS:
            label, values = next(leaves), next(leaves, None)
            yield node.rule, label, values.slots if values else ()


# --- Table two --------------------------------------------------------------------------------------------


def _proactive(nodes: Iterator[_Node], tables: Tables) -> None:
    heads: list[Leaf] = []
    in_head = foreign = False
    above: list[Piece] = []
    for rule, label, slots in nodes:
        if rule == "proactive_row":
            tables.rows.append(_proactive_row(label, slots, heads, foreign))
            tables.rows[-1].above = above
            in_head, above = False, []
            continue
        if rule in ("article", "information") or (rule == "column" and not in_head):
            heads, in_head, foreign, above = [], True, False, []
        above += _numbers(slots)
        # What stands in a head and is no label of the form may be one in words that are not known.
        foreign = foreign or (in_head and (rule == "text" or not are_blank(slots)))
        if rule == "column" and len(heads) <= _MOST_HEADS:
            heads.append(label)
        tables.stray(slots)


def _proactive_row(label: Leaf, slots: Sequence[Piece], heads: Sequence[Leaf], foreign: bool) -> Row:
    key = row_terminals()[label.type]
    heads, slots = _without_copies(heads, slots)
    names = [_column(head) for head in heads]
    edition = _edition(key, names)
    cells = rows(edition).get(key, ()) if edition else ()
    seen = [column for _, column in names]
    expected = [cell.column for cell in cells]
    whole = len(seen) == len(expected) and all(map(_names, seen, expected, [*seen[:1], *seen]))
    ordered = (not seen or whole or is_subsequence(seen, expected, _may_name)) and not (foreign and not whole)
    ordered = ordered and are_in_place([head.piece for head in heads])
    start, columns = (_start_of(heads, label), _columns_of(heads)) if whole and seen else (None, None)
    return Row(key, label, slots, cells, edition, heads, ordered, whole or not seen, start, columns)


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


def _start_of(heads: Sequence[Leaf], label: Leaf) -> int | None:
    """The place of the first column's label in its row, if the others stand side by side behind it."""
    start = heads[0].piece.cell
    side_by_side = all(head.piece.cell == start + index for index, head in enumerate(heads))
    alike = bool(heads[0].piece.row_length) == bool(label.piece.row_length)
    return start if heads[0].piece.row and side_by_side and alike else None


def _columns_of(heads: Sequence[Leaf]) -> Columns | None:
    return Columns.of([head.piece for head in heads])


def _column(head: Leaf) -> tuple[Edition, str]:
    """COLUMN_2021_IN_FORCE → the edition and "in_force"."""
    _, year, name = head.type.split("_", 2)
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


def _numbers(slots: Sequence[Piece]) -> list[Piece]:
    return [slot for slot in slots if slot.reading.state in _WRITTEN]


# --- Table three ------------------------------------------------------------------------------------------


def _requests(nodes: Iterator[_Node], tables: Tables) -> None:
    _Requests(tables).read(nodes)


@define(eq=False)
class _Requests:
    tables: Tables
    head: Head | None = None
    """That of the rows to come."""
    labels: list[Leaf] = field(factory=list)
    """The column labels of the head that is being read."""
    early: Leaf | None = None
    """A label of the head before the first that opens it."""
    headless: list[Row] = field(factory=list)
    """Rows before any head."""
    other: Row | None = None
    """（六）其他处理 as a row."""
    above: list[Piece] = field(factory=list)
    torn: bool = False
    """Values stand behind a label that groups rows: they are of a row in it whose own label is lost."""

    def read(self, nodes: Iterator[_Node]) -> None:
        """Read the rows of table three into the tables."""
        for rule, label, slots in nodes:
            if rule == "applicants":
                self._column(label)
                continue
            if self.labels and rule != "text":
                self.head, self.labels = Head.of(self.labels, self.early), []
            if rule in ("requests_row", "requests_last"):
                self._row(row_terminals()[label.type], label, slots).above, self.above = self.above, []
            elif label.type == "REQUESTS_RESULTS_OTHER" and (
                not are_blank(slots) or _may_be_2019(self.tables, slots)
            ):
                self.other = self._row(OTHER_ROW, label, slots)
            else:
                self._text(label, slots)
        self._end()

    def _column(self, label: Leaf) -> None:
        if label.type == "NATURAL_PERSON" and any(head.type == label.type for head in self.labels):
            self.labels = []
        if label.type in _HEAD and len(self.labels) <= _MOST_HEADS:
            self.labels.append(label)

    def _row(self, key: str, label: Leaf, slots: Sequence[Piece]) -> Row:
        row = _requests_row(key, label, slots, self.head or Head.of([]))
        self.tables.rows.append(row)
        if self.head is None:
            self.headless.append(row)
        return row

    def _text(self, label: Leaf, slots: Sequence[Piece]) -> None:
        self.above += _numbers(slots)
        self.torn = self.torn or len(_numbers(slots)) >= len(HEADS)
        if not self.labels:
            self.early = label if any(kind in _HEAD for kind in label.kinds) else None
        self.tables.stray(slots)

    def _end(self) -> None:
        tables, other = self.tables, self.other
        below = Head.of(self.labels, self.early)
        for row in self.headless:
            row.ordered = below.ordered
        torn = self.torn and _editions(row for row in tables.rows if row is not other) != {Edition.FORM_2019}
        if other and (torn or any(row.key in _OTHER_ITEMS for row in tables.rows)):
            # Beside its items （六） is a group: what stands behind it belongs to an item that lost its label.
            tables.rows = [row for row in tables.rows if row.key != OTHER_ROW]
            tables.stray(other.slots)


def _editions(found: Iterable[Row]) -> set[Edition]:
    return {row.edition for row in found if row.edition}


def _may_be_2019(tables: Tables, slots: Sequence[Piece]) -> bool:
    """Whether （六） without a number is the row of 2019 and not the group of 2021."""
    return _editions(tables.rows) == {Edition.FORM_2019} and len(slots) >= len(_form_of(OTHER_ROW)[1])


def _requests_row(key: str, label: Leaf, slots: Sequence[Piece], head: Head) -> Row:
    edition, cells = _form_of(key)
    start = head.start if head.in_grid == bool(label.piece.row_length) else None
    return Row(key, label, slots, cells, edition, (), head.ordered, head.complete, start, head.columns)


@cache
def _form_of(key: str) -> tuple[Edition | None, tuple[Field, ...]]:
    """The edition of a row that only one has, and its cells."""
    editions = [edition for edition in Edition if key in rows(edition)]
    return editions[0] if len(editions) == 1 else None, rows(editions[0])[key]


# --- Table four -------------------------------------------------------------------------------------------


def _disputes(nodes: list[_Node], tables: Tables) -> None:
    labelled = [index for index, (rule, _, _) in enumerate(nodes) if rule != "text"]
    if not labelled:
        for _, _, slots in nodes:
            tables.stray(slots)
        return
    last = labelled[-1]
    heads = [nodes[index][1] for index in labelled]
    outcomes = [head.type for head in heads if head.type in _OUTCOMES]
    parties = list(dict.fromkeys(head.type for head in heads if head.type in _PARTIES))
    values = _behind_torn_labels(nodes, last) if parties == list(_PARTIES) else last
    label, slots = nodes[last][1], nodes[values][2]
    for index, (_, _, others) in enumerate(nodes):
        if index != values:
            tables.stray(others)
    among = any(not are_blank(others) for _, _, others in nodes[:last])
    ordered = _is_in_runs(outcomes) and is_subsequence(parties, _PARTIES) and not among
    complete = len(outcomes) >= len(_OUTCOMES)
    alike = bool(heads[0].piece.row_length) == bool(slots and slots[0].row_length)
    start = heads[0].piece.cell if heads[0].type == "RECONSIDERATION" and alike else None
    row = Row(DISPUTES, label, slots, _outcome_fields(), None, heads[:_MOST_HEADS], ordered, complete, start)
    if complete:
        columns = [head for head in heads if head.type in _OUTCOMES][: len(_OUTCOMES)]
        row.columns = _columns_of(columns)
        row.ordered = ordered and are_in_place([head.piece for head in columns])
    tables.rows.append(row)


def _behind_torn_labels(nodes: Sequence[_Node], last: int) -> int:
    """The node with the values: the last label's, or where torn labels follow it, the one that adds up."""
    filled = [index for index in range(last, len(nodes)) if not are_blank(nodes[index][2])]
    if len(filled) != 1 or len(nodes[filled[0]][2]) != len(_OUTCOMES):
        return last
    return filled[0] if adds_up(nodes[filled[0]][2]) else last


@cache
def _outcome_fields() -> tuple[Field, ...]:
    """The fifteen cells of table four, the same in both editions."""
    return tuple(cell for cell in all_fields() if cell.table == DISPUTES)


def _is_in_runs(outcomes: Sequence[str]) -> bool:
    """Whether outcomes come in the form's order: three times five, some lost, or each five whole."""
    if len(outcomes) <= len(_OUTCOMES):
        return is_subsequence(outcomes, _OUTCOMES)
    whole = tuple(outcomes) == _OUTCOMES[:_PART] * (len(outcomes) // _PART)
    return whole and len(outcomes) <= 2 * len(_OUTCOMES)
