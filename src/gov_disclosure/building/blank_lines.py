"""Blank lines that are cells: a table set one cell a line, in which what is empty has its line too.

    二、上年结转政府信息公开申请数量
    2
                        five lines without text: five cells without a value
    2
    （七）总计

How many line ends stand between two cells is told by the heads, which have no empty cells. So each line has a
place in its row, if blank lines are cells at all: they are, where nearly all rows come out as long as their
heads so. Elsewhere they are gaps of a page, and an empty cell has left nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from gov_disclosure.building.rows import Row
from gov_disclosure.form.folding import LINE_ENDS
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.lexemes import VALUES, Leaf
from gov_disclosure.scanning.pieces import JOINING, Piece, Separator
from gov_disclosure.scanning.sums import has_sums, holds

# Rows that come out right by chance are fewer; rows that a page or a damage has torn are no more.
_FEWEST_FITTING = 2
_MOST_TORN = 2
_FEWEST_GAPS = 3


def with_blank_lines(
    found: Sequence[Row], leaves: Sequence[Leaf], pieces: Sequence[Piece], text: str
) -> Sequence[Row]:
    """The rows; where blank lines are cells, with those. ``text`` is what the lines of the pieces count."""
    # Nearly every text ends here: its rows are marked, or whole.
    if not any(len(row.slots) < len(row.fields) and _is_in_lines(row) for row in found):
        return found
    lines = _Lines(leaves, {piece.start: piece.line for piece in pieces}, found)
    step = lines.step()
    if not step:
        return found
    spans = {index: lines.span(index, step) for index, row in enumerate(found) if _is_in_lines(row)}
    if not _are_cells(found, spans):
        return found
    blanks = _Blanks(text, step)
    return [
        row._replace(slots=blanks.among(row, span, -index - 1)) if (span := spans.get(index)) else row
        for index, row in enumerate(found)
    ]


def _is_in_lines(row: Row) -> bool:
    """Whether a row has a line for its label and for each cell."""
    label = row.label.piece
    if label.row or label.separator not in JOINING or not row.fields:
        return False
    return all(not slot.row and slot.separator in JOINING for slot in row.slots)


class _Span(NamedTuple):
    """Where the filled cells of a row stand, counted in lines."""

    places: tuple[int, ...]
    """Of each filled cell; -1 for lines that stand between two places."""
    length: int
    """How many places there are up to the next label of the table; -1 if another thing ends the row."""

    def fits(self, row: Row) -> bool:
        """Whether the row is just as long as its head, blank lines counted."""
        if -1 in self.places:
            return False
        width = len(row.fields)
        return self.length == width if self.length >= 0 else self._ends(row, width)

    def _ends(self, row: Row, width: int) -> bool:
        """Whether the last row of a table is whole: nothing tells its end but its last column and its sums."""
        return bool(self.places) and self.places[-1] == width - 1 and _holds(self.places, row.slots, width)

    def is_full(self, width: int) -> bool:
        """Whether no empty cell is among those of the row."""
        return self.places == tuple(range(width))


def _holds(places: Sequence[int], slots: Sequence[Piece], width: int) -> bool:
    """Whether the sums of a row hold, its empty cells being nothing."""
    counts = [0] * width
    for place, slot in zip(places, slots, strict=True):
        counts[place] = slot.reading.counted or 0
    return not has_sums(width) or (any(counts) and holds(counts))


class _Lines:
    """On which lines labels and cells stand."""

    def __init__(self, leaves: Sequence[Leaf], starts: Mapping[int, int], found: Sequence[Row]) -> None:
        self.leaves = leaves
        self.starts = starts
        self.numbers = {id(leaf): number for number, leaf in enumerate(leaves)}
        self.found = found

    def _first(self, leaf: Leaf) -> int:
        """The line on which a leaf begins."""
        return self.starts.get(leaf.start, leaf.piece.line)

    def step(self) -> int:
        """How many line ends part a cell from the next, as most labels of the heads have it; 0 if none do."""
        gaps: list[int] = []
        seen: set[int] = set()
        for row in self.found:
            if id(row.head) not in seen and _is_in_lines(row):
                seen.add(id(row.head))
                labels = [*row.head.labels, *([row.label] if row.label not in row.head.labels else [])]
                gaps += [self._first(below) - above.piece.line for above, below in pairwise(labels)]
        step, count = Counter(gaps).most_common(1)[0] if gaps else (0, 0)
        return step if count >= _FEWEST_GAPS and 2 * count > len(gaps) else 0

    def span(self, index: int, step: int) -> _Span:
        """The places of a row."""
        row = self.found[index]
        base = row.label.piece.line
        number = self.numbers[id(row.label)] + 1
        if number < len(self.leaves) and self.leaves[number].kinds[0] == VALUES:
            number += 1
        following = self.found[index + 1] if index + 1 < len(self.found) else None
        goes_on = following is not None and following.table == row.table and number < len(self.leaves)
        end = self._first(self.leaves[number]) if goes_on else base
        places = [_place(slot.line - base, step) for slot in row.slots]
        apart = all(one < other for one, other in pairwise([-1, *places]))
        length = _place(end - base, step) if goes_on else -1
        return _Span(tuple(places) if apart else (-1,) * len(places), length)


def _place(lines: int, step: int) -> int:
    return lines // step - 1 if lines > 0 and lines % step == 0 else -1


def _are_cells(found: Sequence[Row], spans: Mapping[int, _Span]) -> bool:
    """Whether blank lines explain the rows that lack filled cells, but for a few torn ones."""
    fitting = torn = 0
    for index, span in spans.items():
        row = found[index]
        if len(row.slots) < len(row.fields):
            fitting += span.fits(row) and len(row.fields) > 1
            torn += not span.fits(row)
    return fitting >= _FEWEST_FITTING and torn <= min(_MOST_TORN, fitting // 2)


class _Blanks:
    """The blank lines of a text, as cells."""

    def __init__(self, text: str, step: int) -> None:
        self.lines = text.splitlines(keepends=True)
        self.starts = list(accumulate(map(len, self.lines), initial=0))
        self.step = step

    def among(self, row: Row, span: _Span, number: int) -> Sequence[Piece]:
        """The cells of a row that has any as a marked one, each at its place, empty ones included."""
        width = len(row.fields)
        if span.is_full(width) or (not row.slots and not span.fits(row)):
            return row.slots
        places = dict(zip(span.places, row.slots, strict=True)) if -1 not in span.places else {}
        if not places and row.slots:
            # What stands between two places is at none of the row's.
            return [piece._replace(separator=Separator.COUNTED, row=number, cell=-1) for piece in row.slots]
        count = width if span.fits(row) else max(span.length, *(place + 1 for place in places))
        cells = (places.get(place) or self._blank(row.label, place) for place in range(count))
        return [
            piece._replace(separator=Separator.COUNTED, row=number, cell=place)
            for place, piece in enumerate(cells)
        ]

    def _blank(self, label: Leaf, place: int) -> Piece:
        line = label.piece.line + (place + 1) * self.step
        text = self.lines[line - 1].rstrip(LINE_ENDS) if line <= len(self.lines) else ""
        start = self.starts[min(line - 1, len(self.lines))]
        return Piece(text, start, line, 1, Separator.COUNTED, BLANK)
