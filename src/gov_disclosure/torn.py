"""Rows parted by spaces, and labels torn over several lines around their numbers, as the text of PDFs has them.

    自然   法人或其他组织 总计            规章 0 0 7
    人     商业  科研                    （三 1.属于国 0 0 0 0 0 0 0
           企业  机构                    ）不 家秘密

Each line is a row of fragments, and the numbers behind them. A fragment goes on a label that is open to its
left-to-right place, or begins one; numbers belong to the label furthest right. What comes to a whole label
leaves as one piece with its numbers behind it, everything else as it was. Where a label has numbers on more
than one line, or numbers stand between two labels, none of it is put together into one row.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import define, evolve, field

from gov_disclosure.fold import fold
from gov_disclosure.report import State
from gov_disclosure.scan import JOINING, Before, Piece, SpreadPiece
from gov_disclosure.sums import adds_up
from gov_disclosure.values import read_value
from gov_disclosure.words import exact_kinds, label_kinds, starts_group, starts_label

_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"\S\s+(\S{1,20})\s*$")
_NUMBERS = re.compile(r"\s\d{1,9}\s+\d{1,9}\s")
# A label is open for so many lines behind its last part.
_OPEN_LINES = 3
# The words of a line that make one label.
_MOST_JOINED = 6
# Longer lines are prose, but for those that hold a whole table: so many rows.
_LONGEST_ROW = 300
_MOST_WORDS = 40
_FLAT_ROWS = 5
# What stands between two parts of a torn table and is none of it: a page's number, its running head.
_LONGEST_FURNITURE = 40
# The number of a page: "- 12 -".
_PAGE = re.compile(r"\s*([-–—―~·])\s*\d{1,4}\s*\1\s*")


def gather(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a text with torn labels made whole, and lines of numbers made rows."""
    if not any(_ends_in_number(piece) or _holds_table(piece) for piece in pieces):
        return pieces
    gathered: list[Piece] = []
    rows = max(piece.row for piece in pieces)
    for is_line, run in groupby(pieces, key=_is_line):
        if is_line:
            assembly = _Assembly(rows)
            gathered += assembly.assemble(run)
            rows = assembly.rows
        else:
            gathered += run
    return gathered


def _is_line(piece: Piece) -> bool:
    return not piece.row and piece.before in JOINING


def _ends_in_number(piece: Piece) -> bool:
    """Whether a line's last word is a value, and not its only word."""
    if not _is_line(piece):
        return False
    last = _LAST_WORD.search(piece.text, max(0, len(piece.text) - 60))
    return last is not None and _is_value(last[1])


def _holds_table(piece: Piece) -> bool:
    """Whether a line is too long for a row, and has numbers side by side."""
    return _is_line(piece) and len(piece.text) > _LONGEST_ROW and _NUMBERS.search(piece.text) is not None


def _is_value(text: str) -> bool:
    reading = read_value(text)
    # "1." is no broken number but the beginning of a label.
    broken = reading.problem == "V503" and not starts_label(fold(text))
    return reading.state is not State.UNREADABLE or broken


Place = tuple[int, int]
"""A line, and a word in it."""

_Segment = tuple[list[Piece], list[Piece]]
# Words, and the numbers behind them.


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

    @property
    def is_whole(self) -> bool:
        """Whether it is a label of the form."""
        return bool(label_kinds(self.folded))

    def goes_on(self, folded: str, line: int) -> bool:
        """Whether a fragment on this line continues it."""
        longer = self.folded + folded
        return line - self.last <= _OPEN_LINES and (starts_label(longer) or bool(exact_kinds(longer)))


@define(eq=False)
class _Assembly:
    """The lines of one stretch of text, read from top to bottom."""

    rows: int
    """The number of the last row so far."""
    line: int = 0
    open: list[_Label] = field(factory=list)
    """Labels that may go on, from left to right; numbers belong to the last."""
    labels: list[_Label] = field(factory=list)
    others: list[tuple[Place, list[Piece]]] = field(factory=list)
    between: list[Piece] = field(factory=list)
    """Numbers on a line of their own below a label that had its own: they may be the next one's."""

    def assemble(self, run: Iterator[Piece]) -> list[Piece]:
        """The pieces of the stretch, in order."""
        for piece in run:
            self._add(piece)
        leaving = [*self.others, *((label.place, self._leave(label)) for label in self.labels)]
        leaving.sort(key=lambda item: item[0])
        return [piece for _, left in leaving for piece in left]

    def _add(self, piece: Piece) -> None:
        self.line += 1
        words = _words(piece)
        segments = _segments(words)
        if len(piece.text) > _LONGEST_ROW or len(segments) > 1:
            if len(segments) < _FLAT_ROWS:
                self._other(piece)
            else:
                self._add_flat(segments)
        elif _PAGE.fullmatch(piece.text) or not self._add_row(*segments[0]):
            self._other(piece)

    def _add_row(self, words: Sequence[Piece], numbers: list[Piece]) -> bool:
        """Take in a line of fragments and the numbers behind them, if each fragment has its place."""
        placed = self._placed(words)
        if placed is None:
            return False
        if placed:
            self._go_on(placed)
        if numbers:
            self._number(numbers, alone=not words)
        return True

    def _add_flat(self, segments: Sequence[_Segment]) -> None:
        """Take in a whole table on one line, in which words that are no label are prose."""
        for words, numbers in segments:
            self.line += 1
            fits = (
                k
                for k in range(max(0, len(words) - _MOST_WORDS), len(words))
                if self._placed(words[k:]) is not None
            )
            first = next(fits, len(words))
            self.others += (((self.line, k - len(words)), [_as_line(words[k])]) for k in range(first))
            self._add_row(words[first:], numbers)

    def _other(self, piece: Piece) -> None:
        self.others.append(((self.line, 0), [piece]))
        if len(piece.text) > _LONGEST_FURNITURE or (_ends_in_number(piece) and not _PAGE.fullmatch(piece.text)):
            self.open = []

    # --- Fragments to labels

    def _placed(self, words: Sequence[Piece]) -> list[tuple[_Label | None, Sequence[Piece]]] | None:
        """Each label that the words go on with, or ``None`` for one that they begin, from left to right."""
        placed: list[tuple[_Label | None, Sequence[Piece]]] = []
        index = cursor = 0
        while index < len(words):
            folded = fold(words[index].text)
            count = _joined(words[index : index + _MOST_JOINED])
            label = None
            if count < 2:
                going = (k for k in range(cursor, len(self.open)) if self.open[k].goes_on(folded, self.line))
                place = next(going, None)
                if place is not None:
                    label, cursor = self.open[place], place + 1
                elif not (count or starts_label(folded)):
                    return None
                count = 1
            placed.append((label, words[index : index + count]))
            index += count
        return placed

    def _go_on(self, placed: Sequence[tuple[_Label | None, Sequence[Piece]]]) -> None:
        """Put fragments to their labels. A label that begins ends those to its right."""
        before: list[_Label] = []
        after, begun = list(self.open), False
        for index, (label, words) in enumerate(placed):
            if label is None:
                label = _Label((self.line, index))
                self.labels.append(label)
                if not starts_group(fold(words[0].text)):
                    # A group's label stands left of its items, and may go on beside the next one.
                    before += (other for other in after if starts_group(other.folded) and not begun)
                    begun = True
            else:
                place = after.index(label)
                before += [] if begun else after[:place]
                after = after[place + 1 :]
            before.append(label)
            for word in words:
                label.add(word, self.line)
        self.open = before + (
            [] if begun else [label for label in after if not (label.groups and label.is_whole)]
        )
        if begun and self.between:
            self.open[-1].doubtful, self.between = self.between, []

    def _number(self, numbers: list[Piece], *, alone: bool) -> None:
        """Give numbers to the label furthest right."""
        label = self.open[-1] if self.open else None
        if label is None:
            self.others.append(((self.line, 0), self._row(numbers)))
            return
        single = alone and len(numbers) == 1
        if single and label.groups and _is_column(label.groups[-1]):
            label.groups[-1] += numbers
            return
        if alone and label.groups and label.is_whole:
            self.between = numbers
        label.groups.append(numbers)

    # --- Labels to pieces

    def _leave(self, label: _Label) -> list[Piece]:
        """The pieces of a label and its numbers; its fragments as they were, if it is none."""
        groups = _without_furniture([*filter(None, [list(map(evolve, label.doubtful))]), *label.groups])
        if not label.is_whole:
            return [*map(_as_line, label.parts), *(piece for group in groups for piece in self._row(group))]
        whole = label.parts[0] if len(label.parts) == 1 else _joined_piece(label.parts)
        if groups and label.parts[0].line <= groups[0][0].line <= label.parts[-1].line:
            groups = [[whole, *groups[0]], *groups[1:]]
        else:
            # Below the label, and a row of their own: only their place makes the numbers its.
            groups = [[whole], *groups]
        return [piece for group in groups for piece in self._row(group)]

    def _row(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Pieces as a row of their own, unless they are lines."""
        if len(pieces) == 1 or _is_column(pieces):
            return list(pieces)
        self.rows += 1
        for index, piece in enumerate(pieces):
            piece.before, piece.row, piece.cell = Before.SPACE, self.rows, index
        return list(pieces)


def _words(piece: Piece) -> list[Piece]:
    """The words of a line; the line itself, if it is one word."""
    found = list(_WORD.finditer(piece.text))
    if len(found) < 2:
        return [piece]
    column = piece.column - found[0].start()
    return [
        Piece(word[0], piece.start + word.start(), piece.line, column + word.start(), Before.SPACE)
        for word in found
    ]


def _segments(words: Sequence[Piece]) -> list[_Segment]:
    """Each run of words with the numbers behind it. Numbers in a label, before its last word, are words."""
    segments: list[_Segment] = [([], [])]
    for word in words:
        word.reading = read_value(word.text)
        if _is_value(word.text):
            segments[-1][1].append(word)
        elif segments[-1][1]:
            segments.append(([word], []))
        else:
            segments[-1][0].append(word)
    return segments


def _joined(words: Sequence[Piece]) -> int:
    """How many of the words, from the first on, make one label; 0 if none do."""
    folded = [fold(word.text) for word in words]
    # A label with an explanation in brackets.
    if folded[-1].endswith(")") and len(label_kinds("".join(folded))) == 1:
        return len(words)
    for count in range(len(words), 1, -1):
        if exact_kinds("".join(folded[:count])):
            return count
    return 1 if label_kinds(folded[0]) else 0


def _without_furniture(groups: list[list[Piece]]) -> list[list[Piece]]:
    """Without other numbers around a row whose own sum proves it whole: of a page, or of the row above.

    A sum of zeros proves little: only the lone number of a page is left out beside it.
    """
    rows = [group for group in groups if len(group) > 1]
    proven = [row for row in rows if adds_up(row)]
    telling = [row for row in proven if any(slot.reading.count for slot in row)]
    if len(telling) == 1 or (len(proven) == len(rows) == 1):
        return telling or proven
    return groups


def _is_column(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are lines of their own."""
    return all(piece.before in JOINING for piece in pieces)


def _as_line(piece: Piece) -> Piece:
    return evolve(piece, before=Before.LINE) if piece.before is Before.SPACE else piece


def _joined_piece(parts: Sequence[Piece]) -> Piece:
    first = parts[0]
    text = "\n".join(part.text for part in parts)
    return SpreadPiece(text, first.start, first.line, first.column, Before.SPACE, last=parts[-1].end)
