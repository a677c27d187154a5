"""Lines parted by spaces: their words, and which of them are numbers or labels together."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gov_disclosure.form.fields import State
from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import exact_kinds, label_kinds, starts_label
from gov_disclosure.form.values import read_value
from gov_disclosure.scanning.pieces import JOINING, Piece, Separator

_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"\S\s+(\S{1,20})\s*$")
_NUMBERS = re.compile(r"\s\d{1,9}\s+\d{1,9}\s")
# A text with fewer rows is set in another way, and has a cell with a space in it.
_FEWEST_ROWS = 3
LONGEST_ROW = 300
"""Longer lines are prose, but for those that hold a whole table."""
_MOST_JOINED = 6
_NUMERAL = re.compile(r"\(?[一二三四五六七八九十\d]{1,2}\)?[、.]?")
# The number of a page: "- 12 -".
_PAGE = re.compile(r"\s*([-–—―~·])\s*\d{1,4}\s*\1\s*")

# Beside a wide gap a single space may part two numbers that a tool has set over each other.
_WIDE_GAP = 6

Segment = tuple[list[Piece], list[Piece]]
"""Words, and the numbers behind them."""


def are_spaced(pieces: Sequence[Piece]) -> bool:
    """Whether a text has rows that only spaces part, each on its line or all on one."""
    # Words and numbers alone, the cells of most tables, are told by the cheapest test.
    several = [piece for piece in pieces if not piece.text.isalnum() and is_line(piece)]
    return sum(map(ends_in_number, several)) >= _FEWEST_ROWS or any(map(_holds_table, several))


def is_line(piece: Piece) -> bool:
    """Whether a piece is a line by itself."""
    return not piece.row and piece.separator in JOINING


def ends_in_number(piece: Piece) -> bool:
    """Whether a line's last word is a value, and not its only word; the number of a page is none."""
    if not is_line(piece):
        return False
    last = _LAST_WORD.search(piece.text, max(0, len(piece.text) - 60))
    return last is not None and _is_value(last[1]) and not is_page_number(piece)


def _holds_table(piece: Piece) -> bool:
    """Whether a line is too long for a row, and has numbers side by side."""
    return is_line(piece) and len(piece.text) > LONGEST_ROW and _NUMBERS.search(piece.text) is not None


def is_page_number(piece: Piece) -> bool:
    """Whether a line is the number of a page, between dashes."""
    return _PAGE.fullmatch(piece.text) is not None


def _is_value(text: str) -> bool:
    reading = read_value(text)
    # "1." is no broken number but the beginning of a label.
    broken = reading.problem == "V503" and not starts_label(fold(text))
    return reading.state is not State.UNREADABLE or broken


def words_of(piece: Piece) -> list[Piece]:
    """The words of a line; the line itself, if it is one word."""
    found = list(_WORD.finditer(piece.text))
    if len(found) < 2:
        return [piece]
    column = piece.column - found[0].start()
    return [
        Piece(
            word[0],
            piece.start + word.start(),
            piece.line,
            column + word.start(),
            Separator.SPACE,
            read_value(word[0]),
        )
        for word in found
    ]


def segments_of(words: Sequence[Piece]) -> list[Segment]:
    """Each run of words with the numbers behind it. Numbers in a label, before its last word, are words."""
    segments: list[Segment] = [([], [])]
    for word in words:
        if _is_value(word.text):
            segments[-1][1].append(word)
        elif segments[-1][1]:
            segments.append(([word], []))
        else:
            segments[-1][0].append(word)
    return segments


def exchangeable(numbers: Sequence[Piece]) -> list[int]:
    """The places of numbers that a tool may have set before the next of the line, though it stands behind.

    None where the gaps are alike: there the order is that of the columns.
    """
    gaps = [after.column - before.column - len(before.text) for before, after in pairwise(numbers)]
    if not gaps or max(gaps) < _WIDE_GAP:
        return []
    return [place for place, gap in enumerate(gaps) if gap <= 1]


def joined(words: Sequence[Piece]) -> int:
    """How many of the words, from the first on, make one label; 0 if none do."""
    folded = [fold(word.text) for word in words[:_MOST_JOINED]]
    # A label with an explanation in brackets.
    if folded[-1].endswith(")") and len(label_kinds("".join(folded))) == 1:
        return len(folded)
    for count in range(len(folded), 1, -1):
        if exact_kinds("".join(folded[:count])):
            return count
    return 1 if label_kinds(folded[0]) else 0


def numbered(words: Sequence[Piece]) -> int:
    """As :func:`joined`, of words side by side only a numeral and what it numbers."""
    count, first = joined(words), fold(words[0].text)
    return count if count < 2 or _NUMERAL.fullmatch(first) else int(bool(label_kinds(first)))


def is_label(words: Sequence[Piece]) -> bool:
    """Whether words are a label together."""
    return bool(label_kinds("".join(fold(word.text) for word in words)))
