"""Lines parted by spaces: their words, and which of them are numbers or labels together."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import LONGEST_LABEL, exact_kinds, heading_of, label_kinds, starts_label
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import BLANK, CellText, is_unit, read_value
from gov_disclosure.scanning.pieces import JOINING, Piece, Pieces, Separator

_LAST_WORD = re.compile(r"\S\s+(\S{1,20})\s*$")
_WORD_WITH_TAGS = on_demand(r"(?:</?[a-zA-Z][^<>]*+>|\S)+")
_NUMBERS = on_demand(r"\s\d{1,9}\s+\d{1,9}\s")
# A row of table three or four by itself, on a line without its label.
_ALONE = re.compile(r"(?:\d{1,9}\s+){6}(?:(?:\d{1,9}\s+){8})?\d{1,9}\s*")
# A text with fewer rows is set in another way, and has a cell with a space in it.
_FEWEST_ROWS = 3
LONGEST_ROW = 300
"""Longer lines are prose, but for those that hold a whole table."""
_MOST_JOINED = 6
# So many labels of rows on one line with a heading are a table.
_FEWEST_LABELS = 3
SHORTEST_TABLE = 80
"""On a line with less no table has room."""
_ROWS = ("PROACTIVE_", "REQUESTS_")
_NUMERAL = on_demand(r"\(?[一二三四五六七八九十\d]{1,2}\)?[、.]?")
_LONGEST_ENDING = 60

# A piece in full: by keyword, with its defaults, it takes three times as long.
_new = tuple.__new__
# Beside a wide gap a single space may part two numbers that a tool has set over each other.
_WIDE_GAP = 6

_SPACE = Separator.SPACE

Segment = tuple[list[Piece], list[Piece]]
"""Words, and the numbers behind them."""


def are_spaced(pieces: Pieces) -> bool:
    """Whether a text has rows that only spaces part, each on its line or all on one."""
    # A word alone, as the labels of most tables are, is told by the cheapest test.
    several = [piece for piece in pieces.lines if piece.separator in JOINING and _has_words(piece.text)]
    rows = islice(filter(ends_in_number, several), _FEWEST_ROWS)
    return len(list(rows)) == _FEWEST_ROWS or any(map(_holds_table, several))


def _has_words(text: str) -> bool:
    return not text.isalnum() and len(text.split(None, 1)) > 1


def is_line(piece: Piece) -> bool:
    """Whether a piece is a line by itself."""
    return not piece.row and piece.separator in JOINING


def ends_in_number(piece: Piece) -> bool:
    """Whether a line's last word is a value, and not its only word."""
    if not is_line(piece):
        return False
    last = _LAST_WORD.search(piece.text, max(0, len(piece.text) - _LONGEST_ENDING))
    if last is None:
        return False
    word = last[1]
    if is_unit(word):
        before = piece.text[-_LONGEST_ENDING:].split()[-3:-1]
        word = before[1] if len(before) > 1 else word
    return _is_value(word, read_value(word))


def _holds_table(piece: Piece) -> bool:
    """Whether a line holds a whole table."""
    if len(piece.text) <= SHORTEST_TABLE:
        return piece.text[:1].isdigit() and _ALONE.fullmatch(piece.text) is not None and is_line(piece)
    return is_line(piece) and holds_table(piece.text)


def holds_table(text: str) -> bool:
    """Whether a text on one line is too long for a row and has numbers side by side, or holds an empty form."""
    return (len(text) > LONGEST_ROW and _NUMBERS.search(text) is not None) or holds_form(text)


def holds_form(text: str) -> bool:
    """Whether a heading and labels of rows stand in a text on one line, a word each."""
    words = text.split() if len(text) > SHORTEST_TABLE else ()
    return len(words) > _FEWEST_LABELS and are_of_form(words)


def are_of_form(words: Iterable[str]) -> bool:
    """Whether a heading and labels of rows are among some words."""
    folded = [fold(word) for word in words if len(word) <= LONGEST_LABEL]
    headed = any(heading.sure for heading in map(heading_of, folded) if heading)
    return headed and len(list(islice(filter(_is_row_label, folded), _FEWEST_LABELS))) == _FEWEST_LABELS


def _is_row_label(folded: str) -> bool:
    kinds = exact_kinds(folded)
    return bool(kinds) and all(kind.startswith(_ROWS) for kind in kinds)


def _is_value(text: str, reading: CellText) -> bool:
    # "1." is no broken number but the beginning of a label.
    return not reading.problem or (reading.problem == "V503" and not starts_label(fold(text)))


def words_of(piece: Piece) -> list[Piece]:
    """The words of a line; the line itself, if it is one word. A unit is one with the number before it."""
    text = piece.text
    found = text.split() if "<" not in text else _WORD_WITH_TAGS.findall(text)
    if len(found) < 2:
        return [piece]
    start, line, at = piece.start, piece.line, 0
    first = piece.column - text.index(found[0])
    words: list[Piece] = []
    reading = BLANK
    for word in found:
        at = text.index(word, at)
        if reading.digits and not word.isdigit() and _takes_unit(reading) and is_unit(word):
            number = words.pop()
            at, word = number.start - start, text[number.start - start : at + len(word)]
        reading = read_value(word)
        words.append(_new(Piece, (word, start + at, line, first + at, _SPACE, reading, 0, 0, 0, 1, False, 0)))
        at += len(word)
    return words


def _takes_unit(reading: CellText) -> bool:
    return bool(reading.digits) and reading.unit is None


def segments_of(words: Sequence[Piece]) -> list[Segment]:
    """Each run of words with the numbers behind it. Numbers in a label, before its last word, are words."""
    segments: list[Segment] = [([], [])]
    labels, numbers = segments[0]
    for word in words:
        if not word.reading.problem or _is_value(word.text, word.reading):
            numbers.append(word)
            continue
        if numbers:
            labels, numbers = [], []
            segments.append((labels, numbers))
        labels.append(word)
    return segments


def gaps_of(numbers: Sequence[Piece]) -> tuple[int, ...]:
    """How wide the gaps between numbers of one line are."""
    return tuple([after.column - before.column - len(before.text) for before, after in pairwise(numbers)])


def exchangeable(gaps: Sequence[int]) -> list[int]:
    """The places of numbers that a tool may have set before the next of the line, though it stands behind.

    None where the gaps are alike: there the order is that of the columns.
    """
    if not gaps or max(gaps) < _WIDE_GAP:
        return []
    return [place for place, gap in enumerate(gaps) if gap <= 1]


def labels_of(words: tuple[str, ...]) -> tuple[int, ...]:
    """Of how many words each label is that words make side by side; empty if they make anything else."""
    return _labels_of(words) if sum(map(len, words)) <= LONGEST_ROW else ()


@lru_cache(maxsize=4096)
def _labels_of(words: tuple[str, ...]) -> tuple[int, ...]:
    counts: list[int] = []
    index = 0
    while index < len(words):
        count = _joined(words[index : index + _MOST_JOINED])
        if not count or not label_kinds("".join(map(fold, words[index : index + count]))):
            return ()
        counts.append(count)
        index += count
    return tuple(counts)


def _joined(words: tuple[str, ...]) -> int:
    """How many of the words, from the first on, make one label; 0 if none do."""
    folded = [fold(word) for word in words]
    # A label with an explanation in brackets.
    if folded[-1].endswith(")") and len(label_kinds("".join(folded))) == 1:
        return len(folded)
    for count in range(len(folded), 1, -1):
        if exact_kinds("".join(folded[:count])):
            return count
    return 1 if label_kinds(folded[0]) else 0


def numbered(words: tuple[str, ...]) -> int:
    """How many of the words, from the first on, are a numeral and what it numbers, or a label; 0 if none."""
    words = words[:_MOST_JOINED]
    return _numbered(words) if sum(map(len, words)) <= LONGEST_ROW else 0


@lru_cache(maxsize=4096)
def _numbered(words: tuple[str, ...]) -> int:
    count, first = _joined(words), fold(words[0])
    return count if count < 2 or _NUMERAL.fullmatch(first) else int(bool(label_kinds(first)))
