"""The rows of table three: requests by applicant."""

from collections.abc import Iterable, Sequence
from functools import cache

from attrs import define, field

from gov_disclosure.building.columns import (
    HEADS,
    ORGANIZATIONS,
    ColumnHeader,
)
from gov_disclosure.building.rows import MOST_HEADS, NO_HEAD, OTHER_ROW, Found, Head, Node, Row, numbers
from gov_disclosure.form.fields import Edition, Field, rows
from gov_disclosure.form.labels import row_terminals
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import Piece, are_blank

_OTHER_ITEMS = (
    "requests.results.other.overdue_correction",
    "requests.results.other.overdue_fee",
    "requests.results.other.other",
)
_HEAD = frozenset((*HEADS, ORGANIZATIONS))
_NO_COLUMNS = ColumnHeader.of([])
# A row in full: by keyword, with its defaults, it takes three times as long.
_new = tuple.__new__
# So many lines before a head may be a part of it.
_MOST_BEFORE = 16


def read_requests(nodes: Iterable[Node], found: Found) -> None:
    """Read the rows of table three."""
    _Requests(found).read(nodes)


@define(eq=False)
class _Requests:
    found: Found
    head: ColumnHeader | None = None
    """That of the rows to come."""
    cells: Head = NO_HEAD
    """Its cells."""
    labels: list[Leaf] = field(factory=list)
    """The column labels of the head that is being read."""
    begun: list[Leaf] = field(factory=list)
    """Those before 自然人 stood there again."""
    texts: list[Leaf] = field(factory=list)
    """What else stands in it."""
    openers: list[Leaf] = field(factory=list)
    """Its labels that are no columns."""
    before: list[Leaf] = field(factory=list)
    """What stands before it."""
    early: Leaf | None = None
    """A label of the head before the first that opens it."""
    rows: list[Row] = field(factory=list)
    headless: int = 0
    """How many rows stand before any head."""
    other: Row | None = None
    """（六）其他处理 as a row."""
    above: list[Piece] = field(factory=list)
    torn: bool = False
    """Values stand behind a label that groups rows: they are of a row in it whose own label is lost."""

    def read(self, nodes: Iterable[Node]) -> None:
        """Read the rows of table three into what has been found."""
        terminals = row_terminals()
        for rule, label, slots in nodes:
            if rule == "applicants":
                self._column(label)
                continue
            if rule != "text" and (self.labels or self.texts or self.before):
                self._end_head()
            if rule in ("requests_row", "requests_last"):
                self._row(terminals[label.type], label, slots, tuple(self.above))
                if self.above:
                    self.above = []
            elif label.type == "REQUESTS_RESULTS_OTHER" and (
                not are_blank(slots) or _may_be_2019((*self.found.rows, *self.rows), slots)
            ):
                self.other = self._row(OTHER_ROW, label, slots, ())
            else:
                self._text(label, slots)
        self._end()

    def _column(self, label: Leaf) -> None:
        if label.type not in _HEAD:
            self.openers.append(label)
            return
        if label.type == "NATURAL_PERSON" and any(head.type == label.type for head in self.labels):
            self.begun, self.labels = self.labels, []
        if len(self.labels) <= MOST_HEADS:
            self.labels.append(label)

    def _row(self, key: str, label: Leaf, slots: Sequence[Piece], above: tuple[Piece, ...]) -> Row:
        head = self.head or _NO_COLUMNS
        edition, cells = _form_of(key)
        told = head.ordered, head.complete, above, self.cells, head.proven, ()
        row = _new(Row, (key, label, slots, cells, edition, (), *told))
        self.rows.append(row)
        self.headless += self.head is None
        return row

    def _text(self, label: Leaf, slots: Sequence[Piece]) -> None:
        filled = numbers(slots)
        self.above += filled
        self.torn = self.torn or len(filled) >= len(HEADS)
        named = next((kind for kind in label.kinds if kind in _HEAD), None)
        if self.labels and named and len(self.labels) <= MOST_HEADS:
            # A line of a page among the labels of a head has parted it from the others.
            self.labels.append(label._replace(type=named))
        elif self.labels or self.openers:
            self.texts.append(label)
        if not self.labels:
            self.before = [*self.before[-_MOST_BEFORE:], label]
            self.early = None if _HEAD.isdisjoint(label.kinds) else label
        self.found.stray(slots)

    def _end_head(self) -> None:
        """The rows to come stand below what has been gathered."""
        if not {label.type for label in self.begun} - {ORGANIZATIONS} <= {label.type for label in self.labels}:
            # No second head, nor its second line with copies of the first: its columns are in another order.
            self.labels = [*self.begun, *self.labels]
        early = [text for text in self.before if not _HEAD.isdisjoint(text.kinds)]
        if self.labels:
            self.head = ColumnHeader.of(self.labels, self.early)
        if self.labels or early or not self.cells.labels:
            self.cells = Head(
                labels=(*early, *self.labels),
                texts=tuple(self.texts),
                openers=tuple(self.openers[-_MOST_BEFORE:]),
                before=tuple(self.before),
            )
        self.labels, self.begun, self.texts, self.openers, self.before = [], [], [], [], []

    def _end(self) -> None:
        found = self.rows
        if self.headless:
            below = ColumnHeader.of(self.labels, self.early)
            headless = [row._replace(ordered=below.ordered) for row in self.rows[: self.headless]]
            found = [*headless, *self.rows[self.headless :]]
        if self.other:
            others = (row for row in (*self.found.rows, *self.rows) if row is not self.other)
            torn = self.torn and _editions(others) != {Edition.FORM_2019}
            if torn or any(row.key in _OTHER_ITEMS for row in found):
                # Beside its items （六） is a group: what stands behind it is of an item that lost its label.
                found = [row for row in found if row.key != OTHER_ROW]
                self.found.stray(self.other.slots)
        self.found.rows += found


def _editions(found: Iterable[Row]) -> set[Edition]:
    return {row.edition for row in found if row.edition}


def _may_be_2019(found: Iterable[Row], slots: Sequence[Piece]) -> bool:
    """Whether （六） without a number is the row of 2019 and not the group of 2021."""
    return len(slots) >= len(_form_of(OTHER_ROW)[1]) and _editions(found) == {Edition.FORM_2019}


@cache
def _form_of(key: str) -> tuple[Edition | None, tuple[Field, ...]]:
    """The edition of a row that only one has, and its cells."""
    editions = [edition for edition in Edition if key in rows(edition)]
    return editions[0] if len(editions) == 1 else None, rows(editions[0])[key]
