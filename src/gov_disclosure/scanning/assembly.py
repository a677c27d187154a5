"""Rows parted by spaces, and labels torn over several lines around their numbers, as the text of PDFs has them.

    自然   法人或其他组织 总计            规章 0 0 7
    人     商业  科研                    （三 1.属于国 0 0 0 0 0 0 0
           企业  机构                    ）不 家秘密

Each line is a row of fragments, and the numbers behind them. A fragment goes on a label that is open to its
left-to-right place, or begins one; numbers belong to the label furthest right. What comes to a whole label
leaves as one piece with its numbers behind it, everything else as it was. Where a label has numbers on more
than one line, or numbers stand between two labels, none of it is put together into one row.
"""

from collections.abc import Sequence
from itertools import groupby

from attrs import define, field

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import label_kinds, starts_group
from gov_disclosure.form.values import read_value
from gov_disclosure.scanning.cells_side_by_side import are_cells, cells_of
from gov_disclosure.scanning.even_rows import LineOfNumbers, rows_in_order
from gov_disclosure.scanning.fragments import (
    BEGINS,
    Placement,
    placement_of,
    remembered_placement,
    side_by_side,
)
from gov_disclosure.scanning.pieces import JOINING, Piece, Pieces, Separator
from gov_disclosure.scanning.spaced import (
    LONGEST_ROW,
    Segment,
    are_spaced,
    ends_in_number,
    exchangeable,
    gaps_of,
    holds_form,
    is_line,
    segments_of,
    words_of,
)
from gov_disclosure.scanning.sums import adds_up
from gov_disclosure.scanning.wrapped_heads import with_heads_joined

_LINE, _SPACE = Separator.LINE, Separator.SPACE
# A label is open for so many lines behind its last part.
_OPEN_LINES = 3
# Labels of one head end on several lines, and a page may end below them.
_HEAD_LINES = 6
# So many rows on one line are a whole table.
_FLAT_ROWS = 5
_MOST_WORDS = 40
# So many labels side by side are a head, whatever stands before them.
_FEWEST_LABELS = 3
# What stands between two parts of a torn table and is none of it: a running head.
_LONGEST_FURNITURE = 40


def assemble_torn_labels(pieces: Pieces) -> Sequence[Piece]:
    """The pieces of a text with torn labels made whole, and lines of numbers made rows."""
    if not are_spaced(pieces):
        return pieces.all
    joined = with_heads_joined(pieces.all)
    gathered: list[Piece] = []
    rows = max(piece.row for piece in joined)
    for together, run in groupby(joined, key=is_line):
        if together:
            lines = list(run)
            if are_cells(lines):
                gathered += cells_of(lines)
                continue
            assembly = _Assembly(rows)
            put_right = assembly.assemble(lines)
            if assembly.doubted and (shown := rows_in_order(assembly.numbers)) & assembly.doubted:
                assembly = _Assembly(rows, shown)
                put_right = assembly.assemble(lines)
            gathered += put_right
            rows = assembly.rows
        else:
            gathered += run
    return gathered


Place = tuple[int, int]
"""A line, and a word in it."""


@define(eq=False)
class _Label:
    """A label in the making, with the numbers behind it, line by line."""

    place: Place
    parts: list[Piece] = field(factory=list)
    folded: str = ""
    last: int = 0
    """The line of its last part."""
    groups: list[list[Piece]] = field(factory=list)
    doubtful: list[Piece] = field(factory=list)
    """Numbers above it that may be its own or those of the label before."""

    def add(self, part: Piece, line: int) -> None:
        """Go on with a fragment."""
        self.parts.append(part)
        self.folded += fold(part.text)
        self.last = line

    def may_leave_at(self, line: int) -> bool:
        """Whether its place among others is still open on a line: that of a group's label not for long."""
        behind = line - self.last
        return behind <= _OPEN_LINES or (behind <= _HEAD_LINES and not starts_group(self.folded))

    @property
    def is_whole(self) -> bool:
        """Whether it is a label of the form."""
        return bool(label_kinds(self.folded))


@define(eq=False)
class _Assembly:
    """The lines of one stretch of text, read from top to bottom."""

    rows: int
    """The number of the last row so far."""
    shown: frozenset[int] = frozenset()
    """Where numbers begin whose order other rows show."""
    above: Piece | None = None
    """The line above."""
    numbers: list[LineOfNumbers] = field(factory=list)
    """Those of each row, where they are several."""
    doubted: set[int] = field(factory=set)
    """Where numbers begin whose order was doubted."""
    line: int = 0
    open: list[_Label] = field(factory=list)
    """Labels that may go on, from left to right; numbers belong to the last."""
    labels: list[_Label] = field(factory=list)
    others: list[tuple[Place, list[Piece]]] = field(factory=list)
    between: list[Piece] = field(factory=list)
    """Numbers on a line of their own below a label that had its own: they may be the next one's."""

    def assemble(self, run: Sequence[Piece]) -> list[Piece]:
        """The pieces of the stretch, in order."""
        for piece in run:
            self._add(piece)
            self.above = piece
        leaving = [*self.others, *((label.place, self._leave(label)) for label in self.labels)]
        leaving.sort(key=lambda item: item[0])
        return [piece for _, left in leaving for piece in left]

    def _add(self, piece: Piece) -> None:
        self.line += 1
        segments = segments_of(words_of(piece))
        if holds_form(piece.text) or (len(segments) >= _FLAT_ROWS):
            self._add_flat(piece, segments)
            return
        is_row = len(piece.text) <= LONGEST_ROW and len(segments) == 1
        if not (is_row and self._add_row(piece, *segments[0])):
            self._other(piece)

    def _add_row(self, line: Piece, words: Sequence[Piece], numbers: list[Piece]) -> bool:
        """Take in a line of fragments and the numbers behind them, if each fragment has its place."""
        placement = self._placement(words)
        if placement is None and len(words) > _FEWEST_LABELS:
            # A head may begin with a word that is none of the form's: 项目.
            placement = side_by_side(_texts(words[1:]), self._open_texts())
            self.others += [((self.line, -1), [_as_line(words[0])])] if placement else []
            words = words[1:]
        if placement is None:
            return False
        if placement:
            self._go_on(placement, words)
        if numbers:
            self._number(numbers if self._are_in_order(line, numbers) else [_whole(numbers)], alone=not words)
        return True

    def _add_flat(self, line: Piece, segments: Sequence[Segment]) -> None:
        """Take in a whole table on one line, in which words that are no label are prose."""
        for words, numbers in segments:
            self.line += 1
            fits = (
                k
                for k in range(max(0, len(words) - _MOST_WORDS), len(words))
                if self._placement(words[k:]) is not None
            )
            first = next(fits, len(words))
            self.others += (((self.line, k - len(words)), [_as_line(words[k])]) for k in range(first))
            if first:
                # Behind prose numbers are no label's.
                self.open = []
            self._add_row(line, words[first:], numbers)

    def _other(self, piece: Piece) -> None:
        self.others.append(((self.line, 0), [piece]))
        if len(piece.text) > _LONGEST_FURNITURE or ends_in_number(piece):
            self.open = []

    # --- Fragments to labels

    def _placement(self, words: Sequence[Piece]) -> Placement | None:
        """Where the words of a line belong; ``None`` if one has no place."""
        if not words:
            return ()
        texts = _texts(words)
        # What is too long for a row is not remembered, so that memory is bounded.
        place = remembered_placement if sum(map(len, texts)) <= LONGEST_ROW else placement_of
        return place(texts, self._open_texts())

    def _open_texts(self) -> tuple[str | None, ...]:
        """What a fragment would go on with, label by label; nothing where that is too far above."""
        line = self.line - _OPEN_LINES
        return tuple([label.folded if label.last >= line else None for label in self.open])

    def _go_on(self, placement: Placement, words: Sequence[Piece]) -> None:
        """Put fragments to their labels. A label that begins ends those to its right."""
        self._order()
        before: list[_Label] = []
        after, begun, index = 0, False, 0
        for number, (place, count) in enumerate(placement):
            if place == BEGINS:
                label = _Label((self.line, number))
                self.labels.append(label)
                if not begun and not starts_group(fold(words[index].text)):
                    # A group's label stands left of its items, and may go on beside the next one.
                    before += [other for other in self.open[after:] if starts_group(other.folded)]
                    begun = True
            else:
                label = self.open[place]
                before += [] if begun else self.open[after:place]
                after = place + 1
            before.append(label)
            for word in words[index : index + count]:
                label.add(word, self.line)
            index += count
        if not begun:
            before += [label for label in self.open[after:] if not (label.groups and label.is_whole)]
        self.open = before[-_MOST_WORDS:]
        if begun and self.between:
            # A row of its own: the label's numbers can't be taken to go on with it.
            self.open[-1].doubtful = [piece._replace(separator=_SPACE) for piece in self.between]
            self.between = []

    def _are_in_order(self, line: Piece, numbers: Sequence[Piece]) -> bool:
        """Whether numbers stand in the order of their columns, by other rows or by their own gaps."""
        if len(numbers) == 1 or numbers[0].start in self.shown:
            return True
        if len(line.text) <= LONGEST_ROW:
            self.numbers.append(LineOfNumbers(line, numbers, self.above))
        if _in_order(numbers, gaps_of(numbers)):
            return True
        self.doubted.add(numbers[0].start)
        return False

    def _number(self, numbers: list[Piece], *, alone: bool) -> None:
        """Give numbers to the label furthest right."""
        self._order()
        label = self.open[-1] if self.open else None
        if label is None:
            self.others.append(((self.line, 0), self._row(numbers)))
            return
        single = alone and _is_column(numbers)
        if single and label.groups and _is_column(label.groups[-1][-1:]):
            label.groups[-1] += numbers
            return
        if alone and label.groups and label.is_whole:
            self.between = numbers
        label.groups.append(numbers)

    def _order(self) -> None:
        """Let labels without numbers leave from left to right, whichever of them began on the first line."""
        if len(self.open) < 2:
            return
        heads = [label for label in self.open if not label.groups and label.may_leave_at(self.line)]
        if len(heads) > 1:
            for label, place in zip(heads, sorted([label.place for label in heads]), strict=True):
                label.place = place

    # --- Labels to pieces

    def _leave(self, label: _Label) -> list[Piece]:
        """The pieces of a label and its numbers; its fragments as they were, if it is none."""
        groups = _without_page_number(label.groups)
        if label.doubtful and groups and _without_page_number([*groups, label.doubtful]) != groups:
            # A second row, so that the label's own can't be taken for certain.
            groups = [*groups, label.doubtful]
        if not label.is_whole:
            left = [*map(_as_line, label.parts)]
        else:
            whole = label.parts[0] if len(label.parts) == 1 else _whole(label.parts)
            if groups and label.parts[0].line <= groups[0][0].line <= label.parts[-1].line:
                left, groups = [], [[whole, *groups[0]], *groups[1:]]
            else:
                # Below the label, and a row of their own: only their place makes the numbers its.
                left = [whole]
        for group in groups:
            left += self._row(group)
        return left

    def _row(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Pieces as a row of their own, unless they are lines."""
        if _is_column(pieces):
            return list(pieces)
        self.rows += 1
        return [piece.in_row(self.rows, index) for index, piece in enumerate(pieces)]


def _texts(words: Sequence[Piece]) -> tuple[str, ...]:
    return tuple([word.text for word in words])


def _without_page_number(groups: list[list[Piece]]) -> list[list[Piece]]:
    """Without the lone number of a page beside a row whose own sum proves it whole."""
    if len(groups) < 2:
        return groups
    rows = [group for group in groups if len(group) > 1]
    alone = len(groups) == len(rows) + 1 == 2 and not any(len(group[0].text.split()) > 1 for group in groups)
    return rows if alone and adds_up(rows[0]) else groups


def _is_column(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are lines of their own."""
    return not [piece for piece in pieces if piece.separator not in JOINING]


def _as_line(piece: Piece) -> Piece:
    return piece._replace(separator=_LINE) if piece.separator is _SPACE else piece


def _in_order(numbers: Sequence[Piece], gaps: Sequence[int]) -> bool:
    """Whether numbers stand in the order of their columns, by the gaps between them or by their sums."""
    places = exchangeable(gaps)
    if not places:
        return True
    others = ((*numbers[:at], numbers[at + 1], numbers[at], *numbers[at + 2 :]) for at in places)
    return adds_up(numbers) and not any(map(adds_up, others))


def _whole(parts: Sequence[Piece]) -> Piece:
    text = "\n".join([part.text for part in parts])
    first, last = parts[0], parts[-1]
    return Piece(text, first.start, first.line, first.column, _SPACE, read_value(text), last=last.end)
