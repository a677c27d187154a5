"""Index columns: rows that a tool has numbered."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.scanning.pieces import Piece, Pieces

# Fewer rows may begin with numbers that happen to follow each other.
FEWEST_ROWS = 4
_LONGEST_INDEX = 4
# "12   行政强制    0": two spaces at least, and words.
_LINE_NUMBER = on_demand(r"(\d{1,4}) {2,}(?=\S)")

Row = list[Piece]


# --- Index columns ----------------------------------------------------------------------------------------


def without_index(rows: list[Row]) -> list[Row]:
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


def without_line_numbers(pieces: Pieces) -> Pieces:
    """The pieces of a text without the numbers before lines that count up line by line."""
    # The cheapest test first: nearly every text ends here.
    if len([piece for piece in pieces.lines if "  " in piece.text]) < FEWEST_ROWS:
        return pieces
    numbers = [_LINE_NUMBER.match(piece.text) if not piece.row else None for piece in pieces.all]
    runs = list(_counting([int(number[1]) if number else None for number in numbers]))
    if not runs:
        return pieces
    kept = list(pieces.all)
    for index in chain.from_iterable(runs):
        kept[index] = _behind(kept[index], numbers[index])
    return Pieces.of(kept)


def _counting(numbers: Sequence[int | None]) -> Iterator[range]:
    """The runs in which each number is one more than the one before."""
    start = 0
    for index, number in enumerate([*numbers[1:], None], 1):
        if number is None or number - 1 != numbers[index - 1]:
            if index - start >= FEWEST_ROWS:
                yield range(start, index)
            start = index


def _behind(piece: Piece, number: re.Match[str] | None) -> Piece:
    cut = number.end() if number else 0
    return piece.cut(piece.text[cut:], piece.start + cut, piece.column + cut)


def _cut(run: list[Row]) -> list[Row]:
    return [row[1:] for row in run] if len(run) >= FEWEST_ROWS else run
