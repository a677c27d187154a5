"""Blank lines that are cells: a table set one cell a line, in which what is empty has its line ends too.

    二、上年结转政府信息公开申请数量
    2
                        five lines without text: five cells without a value
    2
    （七）总计

How many line ends stand between two cells is told by the heads, which have no empty cells; what stands for an
empty one, and what between rows, by all rows of the text: see :mod:`gov_disclosure.building.line_ends`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from gov_disclosure.building.line_ends import LinedRow, LineEnds, Places, Way, ways
from gov_disclosure.building.row_cells import NO_PLACE
from gov_disclosure.building.rows import Row
from gov_disclosure.form.folding import LINE_ENDS
from gov_disclosure.form.labels import groups_before
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.lexemes import VALUES, Leaf
from gov_disclosure.scanning.pieces import JOINING, Piece, Separator

_FEWEST_GAPS = 3


def with_blank_lines(
    found: Sequence[Row], leaves: Sequence[Leaf], pieces: Sequence[Piece], text: str
) -> Sequence[Row]:
    """The rows; where blank lines are cells, with those. ``text`` is what the lines of the pieces count."""
    # Nearly every text ends here: its rows are marked, or whole.
    if not any(len(row.slots) < len(row.fields) and _is_in_lines(row) for row in found):
        return found
    lines = _Lines(leaves, {piece.start: piece.line for piece in pieces}, text)
    cell = _line_ends_between_cells(found, lines)
    stretches = {index: lines.stretch(found, index) for index in range(len(found))} if cell else {}
    held = {index: stretch for index, stretch in stretches.items() if stretch}
    left = ways([stretch.row for stretch in held.values()], cell)
    if not left:
        return found
    told = {index: _told(left, at) for at, index in enumerate(held)}
    rows = list(found)
    for index, way in told.items():
        rows[index] = _placed(found[index], held[index], way, lines, -index - 1)
    return rows


def _is_in_lines(row: Row) -> bool:
    """Whether a row has a line for its label and for each cell."""
    label = row.label.piece
    if label.row or label.separator not in JOINING or not row.fields:
        return False
    return _are_in_lines(row.slots)


def _are_in_lines(slots: Sequence[Piece]) -> bool:
    return all(not slot.row and slot.separator in JOINING for slot in slots)


class _Stretch(NamedTuple):
    """A row from its label up to what follows it."""

    row: LinedRow
    slots: Sequence[Piece]
    """Its filled cells, all copies of one too."""
    sizes: Sequence[int]
    """How many places each of its columns has."""


class _Lines:
    """On which lines labels and cells stand."""

    def __init__(self, leaves: Sequence[Leaf], starts: Mapping[int, int], text: str) -> None:
        self.leaves = leaves
        self.starts = starts
        self.numbers = {id(leaf): number for number, leaf in enumerate(leaves)}
        self.texts = text.splitlines(keepends=True)
        self.offsets = list(accumulate(map(len, self.texts), initial=0))

    def first(self, leaf: Leaf) -> int:
        """The line on which a leaf begins."""
        return self.starts.get(leaf.start, leaf.piece.line)

    def blank(self, line: int) -> Piece:
        """A line as an empty cell."""
        text = self.texts[line - 1].rstrip(LINE_ENDS) if line <= len(self.texts) else ""
        start = self.offsets[min(line - 1, len(self.texts))]
        return Piece(text, start, line, 1, Separator.COUNTED, BLANK)

    def stretch(self, found: Sequence[Row], index: int) -> _Stretch | None:
        """What stands between a row's label and what follows it; ``None`` if not all are cells in lines."""
        row = found[index]
        number = self.numbers.get(id(row.label), len(self.leaves)) + 1
        behind = self.leaves[number : number + 2]
        slots: Sequence[Piece] = ()
        if behind and behind[0].kinds[0] == VALUES:
            slots, behind = behind[0].slots, behind[1:]
        end = behind[0] if behind else None
        of_row = {slot.start for slot in row.slots} <= {slot.start for slot in slots}
        # Behind a label that a tool has copied beside itself its own cells do not begin yet.
        is_copied = end is not None and end.type == row.label.type and not slots
        if not (_is_in_lines(row) and _are_in_lines(slots) and of_row) or is_copied:
            return None
        ends = [_last(row.label.piece), *(_last(slot) for slot in slots)]
        begins = [slot.line for slot in slots] + ([self.first(end)] if end else [])
        between = zip(ends, begins, strict=False)
        if any(self._has_text(above, below) for above, below in between):
            return None
        gaps = [below - above for above, below in zip(ends, begins, strict=False)]
        sizes = _sizes(row)
        following = found[index + 1] if index + 1 < len(found) else None
        lined = LinedRow(
            tuple(gaps[: len(slots)]),
            gaps[-1] if end else 0,
            sum(sizes),
            tuple(slot.reading.counted or 0 for slot in slots),
            row.is_below,
            end is None or following is None or following.table != row.table,
            groups_before(end.type) if end else 0,
        )
        return _Stretch(lined, slots, sizes)

    def _has_text(self, above: int, below: int) -> bool:
        """Whether anything stands between two lines, as the mark of a page does that is no piece."""
        return any(line.strip() for line in self.texts[above : below - 1])


def _last(piece: Piece) -> int:
    return piece.line + piece.text.count("\n")


def _sizes(row: Row) -> Sequence[int]:
    """How many places each column of a row has: those of a wide one, where a tool has copied its label."""
    copies = [len(list(same)) for _, same in groupby(label.type for label in row.head.labels)]
    is_copied = row.table == "proactive" and len(copies) == len(row.fields)
    return copies if is_copied else (1,) * len(row.fields)


def _line_ends_between_cells(found: Sequence[Row], lines: _Lines) -> int:
    """How many line ends part a cell from the next, as most labels of the heads have it; 0 if none do."""
    gaps: list[int] = []
    seen: set[int] = set()
    for row in found:
        if id(row.head) not in seen and _is_in_lines(row):
            seen.add(id(row.head))
            labels = [*row.head.labels, *([row.label] if row.label not in row.head.labels else [])]
            gaps += [lines.first(below) - _last(above.piece) for above, below in pairwise(labels)]
    step, count = Counter(gaps).most_common(1)[0] if gaps else (0, 0)
    return step if count >= _FEWEST_GAPS and 2 * count > len(gaps) else 0


def _told(left: Sequence[Way], at: int) -> tuple[LineEnds, Places] | None:
    """A way that is left, and the places of a row, if all that are left make it whole and say the same."""
    said = {way.rows[at] for way in left}
    (places,) = said if len(said) == 1 else (None,)
    return None if places is None else (left[0].line_ends, places)


def _placed(
    row: Row, stretch: _Stretch, told: tuple[LineEnds, Places] | None, lines: _Lines, number: int
) -> Row:
    """The row with all of its cells as a marked one; one that is not whole has what makes it refused."""
    if told is None:
        # Its lines stand otherwise than the tool's: even of as many numbers as columns one may be another's.
        return row._replace(slots=tuple(slot._replace(cell=NO_PLACE) for slot in row.slots))
    line_ends, places = told
    filled = dict(zip(places, stretch.slots, strict=True))
    cells: list[Piece] = []
    line = _last(row.label.piece) + (line_ends.row if row.is_below else 0)
    step = line_ends.cell
    for place in range(stretch.row.width):
        piece = filled.get(place) or lines.blank(line + step)
        cells.append(piece)
        line, step = (_last(piece), line_ends.cell) if place in filled else (line + step, line_ends.blank)
    own = _without_copies(cells, stretch.sizes)
    return row if own is None else row._replace(slots=_marked(own, number))


def _without_copies(cells: Sequence[Piece], sizes: Sequence[int]) -> Sequence[Piece] | None:
    """The first of the places of each column; ``None`` if what stands there is not the same in all."""
    begins = list(accumulate(sizes, initial=0))
    runs = [cells[begin:end] for begin, end in pairwise(begins)]
    alike = all(len({piece.text.strip() for piece in run}) == 1 for run in runs)
    return [run[0] for run in runs] if alike else None


def _marked(cells: Sequence[Piece], number: int) -> tuple[Piece, ...]:
    return tuple(
        piece._replace(separator=Separator.COUNTED, row=number, cell=place) for place, piece in enumerate(cells)
    )
