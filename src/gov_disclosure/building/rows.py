"""Rows of the form as the source has them: a label with the cells behind it and the columns above it."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from attrs import define, field, frozen

from gov_disclosure.building.columns import PARTIES
from gov_disclosure.form.explanations import unit_behind
from gov_disclosure.form.fields import Edition, Field, State
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.scanning.pieces import Piece, are_blank

DISPUTES = "disputes"
"""The one row of table four, which has no label of its own; that of one of its parts is ``disputes.part``."""

_PART_OF_DISPUTES = f"{DISPUTES}."

OTHER_ROW = "requests.results.other.total"
"""（六）其他处理 as a row of its own, in 2019."""

MOST_HEADS = 12
"""More column labels than any block has: what follows is no head of the form."""

# The one row that may tell its unit: in others numbers of several kinds stand.
_FEES = "PROACTIVE_FEES"
# What an office writes into a cell that it fills.
_WRITTEN = (State.REPORTED, State.NOT_APPLICABLE)


@frozen(eq=False)
class Head:
    """What stands above rows and tells their columns; rows below one head share it."""

    labels: tuple[Leaf, ...] = ()
    """Of columns, and of groups of them."""
    texts: tuple[Leaf, ...] = ()
    """What else stands between the first of them and the first row."""
    cells: tuple[Piece, ...] = ()
    """What stands behind the labels, empty cells apart."""
    openers: tuple[Leaf, ...] = ()
    """Labels of the head that are no columns: 申请人情况, the note on the balance."""
    before: tuple[Leaf, ...] = ()
    """Lines before the first of them, behind the rows of the head before it."""


NO_HEAD = Head()


class Row(NamedTuple):
    """A row of the form as the source has it, not yet put under its columns."""

    key: str
    """``table.row``, or ``disputes``."""
    label: Leaf
    slots: Sequence[Piece]
    fields: tuple[Field, ...]
    """The cells that the columns above it call for; empty if they don't tell."""
    edition: Edition | None
    """The edition that its columns or its kind tell; ``None`` if it is the same in both."""
    heads: tuple[Leaf, ...] = ()
    """The column labels above it."""
    ordered: bool = True
    """Its column labels stand in the form's order."""
    complete: bool = True
    """Every column label is there; otherwise empty cells are not trusted."""
    above: tuple[Piece, ...] = ()
    """Numbers above this row's label that belong to no other: the row may stand above its label."""
    head: Head = NO_HEAD
    proven: bool = True
    """Whether the order of the columns is certain without its sums."""
    named: tuple[Piece, ...] = ()
    """What stands beside the values of table four and names them, as the form does not: bodies, kinds."""

    @property
    def table(self) -> str:
        """The table that it is of."""
        return self.key.partition(".")[0]

    @property
    def unit(self) -> str | None:
        """The unit that its label tells: 行政事业性收费（万元）."""
        return unit_behind(self.label.text) if self.label.type == _FEES else None

    @property
    def is_below(self) -> bool:
        """Whether its values stand below labels of columns and beside none of its own: table four's."""
        key = self.key
        return key == DISPUTES or (key.startswith(_PART_OF_DISPUTES) and self.label.type not in PARTIES)


@frozen(eq=False)
class Tables:
    """All rows in the order of the source, and what belongs to none."""

    rows: tuple[Row, ...]
    strays: tuple[Sequence[Piece], ...]
    """Cells that follow no row's label."""

    @property
    def edition(self) -> Edition | None:
        """The edition of most rows that tell one; of equals, the one that comes first."""
        votes = [row.edition for row in self.rows if row.edition]
        if not votes or votes.count(votes[0]) == len(votes):
            return votes[0] if votes else None
        return Counter(votes).most_common(1)[0][0]


@define(eq=False)
class Found:
    """What has been found so far."""

    rows: list[Row] = field(factory=list)
    strays: list[Sequence[Piece]] = field(factory=list)

    def stray(self, slots: Sequence[Piece]) -> None:
        """Keep cells that follow no row's label; empty ones are nothing."""
        if not are_blank(slots):
            self.strays.append(slots)


Node = tuple[str, Leaf, Sequence[Piece]]
"""Of the tree: rule, label, and the cells behind it."""


def numbers(slots: Sequence[Piece]) -> list[Piece]:
    """The cells that an office has filled."""
    return [slot for slot in slots if slot.reading.state in _WRITTEN]
