"""Rows of the source with what became of them: their cells under their columns, or a refusal."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from gov_disclosure.building.refusals import Choice, Refusal
from gov_disclosure.building.row_cells import RowCells
from gov_disclosure.building.rows import Row
from gov_disclosure.scanning.pieces import Piece, are_blank


class PlacedRow(NamedTuple):
    """A row and what became of it: the cells under its columns, or what prevents that."""

    row: Row
    cells: RowCells
    kin: str
    """The rows that it looks like: its table's, and without marks only those as deep in groups."""
    slots: tuple[Piece, ...] = ()
    """The cells under its columns."""
    refusal: Refusal | None = None
    """Why its cells are not reported."""
    choice: Choice | None = None
    """How its sums made it one of several readings."""
    rest: tuple[Piece, ...] = ()
    """What stands behind the row and belongs to none."""
    by_place: bool = False
    """Whether its cells stand at the places of labels, which leaves no doubt whose they are."""
    foreign: tuple[Piece, ...] = ()
    """Head cells above it that are no labels of the form."""
    partly: bool = False
    """Whether its head lacks columns of the form."""
    lost: int = 0
    """How many rows of the form are missing behind it."""

    @property
    def is_read(self) -> bool:
        """Whether its cells are reported."""
        return self.refusal is None

    @property
    def is_filled(self) -> bool:
        """Whether its cells are reported, and one of them is not empty."""
        return self.refusal is None and not are_blank(self.slots)

    @property
    def is_plain(self) -> bool:
        """Whether its cells are reported as they stand."""
        return self.refusal is None and self.choice is None

    @property
    def table(self) -> str:
        """The table that it is of."""
        return self.row.key.partition(".")[0]

    @property
    def stands_apart(self) -> bool:
        """Whether its cells share no marked row with its label: their place alone makes them its own."""
        cells = self.cells
        return bool(cells.cells) and (cells.separator is None or cells.label_cell < 0)

    @property
    def content(self) -> tuple[object, ...]:
        """What two writings of one row have in common if they agree."""
        return (self.row.edition, *(slot.reading for slot in self.slots))

    def refused(self, refusal: Refusal) -> "PlacedRow":
        """The row with a reason why its cells are not reported."""
        return self._replace(refusal=refusal)


def by_key(placed: Sequence[PlacedRow]) -> dict[str, list[PlacedRow]]:
    """The rows of the source by the row of the form whose label they have."""
    rows: dict[str, list[PlacedRow]] = defaultdict(list)
    for row in placed:
        rows[row.row.key].append(row)
    return dict(rows)
