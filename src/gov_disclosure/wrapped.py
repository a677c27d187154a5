"""Rows put right: those that are numbered, and marked ones whose cells are wrapped over several lines.

    | 0 | 规章         | 7 |        |行政规范性|7 |
    | 1 | 行政规范性文件 | 0 |        |文件      |  |

A data frame is printed with its index as first column; antiword draws no line between rows, and what does not
fit into a column goes on in the next.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from attrs import evolve

from gov_disclosure.fold import fold
from gov_disclosure.report import State
from gov_disclosure.scan import Before, Piece, SpreadPiece
from gov_disclosure.values import read_value
from gov_disclosure.words import exact_kinds, label_kinds, may_be_label

# Fewer rows may begin with numbers that happen to follow each other.
_FEWEST_ROWS = 4
_LONGEST_INDEX = 4
# What parts a row's cells stands before the second at the latest.
_SECOND = 2
# "12   行政强制    0": two spaces at least, and words.
_LINE_NUMBER = re.compile(r"(\d{1,4}) {2,}(?=\S)")
# Bars, padding and a line end stand between a row and the next.
_GAP = 12

Row = list[Piece]


def mend(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a text without index columns, and with wrapped cells put together."""
    pieces = _without_line_numbers(pieces)
    marked = [piece for piece in pieces if piece.row and piece.cell < _SECOND]
    numbered = sum(1 for piece in marked if not piece.cell and piece.text.strip().isdigit())
    if numbered < _FEWEST_ROWS and not any(piece.before is Before.BAR for piece in marked):
        return pieces
    rows = [list(row) for _, row in groupby(pieces, key=attrgetter("row"))]
    if numbered >= _FEWEST_ROWS:
        rows = _without_index(rows)
    return [piece for row in _joined(rows) for piece in row]


# --- Index columns ----------------------------------------------------------------------------------------


def _without_index(rows: list[Row]) -> list[Row]:
    """The rows without their first cells where those count up row by row."""
    kept: list[Row] = []
    run: list[Row] = []
    for row in rows:
        number = _index_of(row)
        if run and (number is None or number != (_index_of(run[-1]) or 0) + 1):
            kept += _cut(run)
            run = []
        if number is None:
            kept.append(row)
        else:
            run.append(row)
    return kept + _cut(run)


def _index_of(row: Row) -> int | None:
    """The number in the first cell of a marked row of several."""
    text = row[0].text.strip() if row[0].row and len(row) > 1 else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_INDEX else None


def _without_line_numbers(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a text without the numbers before lines that count up line by line."""
    # The cheapest test first: nearly every text ends here.
    if len([piece for piece in pieces if not piece.row and "  " in piece.text]) < _FEWEST_ROWS:
        return pieces
    numbers = [_LINE_NUMBER.match(piece.text) if not piece.row else None for piece in pieces]
    kept = list(pieces)
    for run in _counting([int(number[1]) if number else None for number in numbers]):
        for index in run:
            kept[index] = _behind(pieces[index], numbers[index])
    return kept


def _counting(numbers: Sequence[int | None]) -> Iterator[range]:
    """The runs in which each number is one more than the one before."""
    start = 0
    for index, number in enumerate([*numbers[1:], None], 1):
        if number is None or number - 1 != numbers[index - 1]:
            if index - start >= _FEWEST_ROWS:
                yield range(start, index)
            start = index


def _behind(piece: Piece, number: re.Match[str] | None) -> Piece:
    cut = number.end() if number else 0
    return evolve(piece, text=piece.text[cut:], start=piece.start + cut, column=piece.column + cut)


def _cut(run: list[Row]) -> list[Row]:
    return [row[1:] for row in run] if len(run) >= _FEWEST_ROWS else run


# --- Wrapped cells ----------------------------------------------------------------------------------------


def _joined(rows: Iterable[Row]) -> Iterator[Row]:
    above: Row = []
    end = 0
    for row in rows:
        near = row[-1].before is Before.BAR and len(above) == len(row) and row[0].start <= end + _GAP
        if near and _goes_on(above, row):
            above = [_put_together(one, other) for one, other in zip(above, row, strict=True)]
        else:
            if above:
                yield above
            above = row
        end = max(piece.end for piece in row)
    if above:
        yield above


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row goes on with labels of the row on the line above."""
    continues = False
    for one, other in zip(above, row, strict=True):
        if not (one.text.isspace() or other.text.isspace()) and one.text and other.text:
            # Nearly every row ends here, at its label.
            if not may_be_label(fold(one.text) + fold(other.text)):
                return False
            continues = True
    return continues and _shares_numbers(above, row)


def _shares_numbers(above: Row, row: Row) -> bool:
    """Whether the numbers of a row that goes on with labels, if it has any, are those of the row above."""
    pairs = [(one.text.strip(), other.text.strip()) for one, other in zip(above, row, strict=True)]
    last = max(place for place, (one, _) in enumerate(pairs) if one)
    numbers = [(place, other) for place, (one, other) in enumerate(pairs) if other and not one]
    if not numbers:
        return True
    # They may stand on any line of a row, but the label before them goes on in it, and is not another one;
    # or it has gone on, and a group's label left of it still does.
    one, other = pairs[last]
    goes_on = not (exact_kinds(fold(one)) and label_kinds(fold(other))) if other else "\n" in one
    apart = numbers[0][0] < last or not goes_on
    return not apart and all(read_value(text).state is not State.UNREADABLE for _, text in numbers)


def _put_together(one: Piece, other: Piece) -> Piece:
    if not other.text.strip():
        return one
    if not one.text.strip():
        return evolve(other, row=one.row, cell=one.cell)
    text = f"{one.text.strip()}\n{other.text.strip()}"
    return SpreadPiece(text, one.start, one.line, one.column, one.before, one.row, one.cell, last=other.end)
