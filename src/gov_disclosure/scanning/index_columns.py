"""Index columns: rows that a tool has numbered."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.values import BLANK
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.scanning.pieces import Piece, Pieces

# Fewer rows may begin with numbers that happen to follow each other.
FEWEST_ROWS = 4
_LONGEST_INDEX = 4
_FEWEST_COLUMNS = 3
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


def without_column_names(rows: Sequence[Row]) -> list[Row]:
    """The rows without what a tool sets over columns without a name: their numbers, or names of these.

    A row that only counts the columns from 0 is left out, "Col3" in the third place is an empty cell.
    """
    kept: list[Row] = []
    for at, row in enumerate(rows):
        if not _opens_table(rows, at):
            kept.append(row)
        elif not _counts_columns(row):
            kept.append([_without_name(piece) for piece in row])
    return kept


def _without_name(piece: Piece) -> Piece:
    name = _made_names().fullmatch(piece.text.strip())
    if name is None or int(name[1]) not in (piece.cell, piece.cell + 1):
        return piece
    return piece._replace(text="", reading=BLANK)


@cache
def _made_names() -> re.Pattern[str]:
    return on_demand(rf"(?:{any_of(terminals('marks')['NAMELESS_COLUMN'])}) ?([0-9]{{1,2}})")


def _counts_columns(row: Row) -> bool:
    """Whether the cells of a marked row count from 0, behind an empty one perhaps."""
    # Nearly every row ends here.
    if len(row) < _FEWEST_COLUMNS or row[-1].text.strip() not in (str(len(row) - 1), str(len(row) - 2)):
        return False
    texts = [piece.text.strip() for piece in row]
    numbers = texts if texts[0] else texts[1:]
    return row[0].row > 0 and numbers == [str(number) for number in range(len(numbers))]


def _opens_table(rows: Sequence[Row], at: int) -> bool:
    """Whether a row as long stands straight below a row, and none straight above."""
    row = rows[at]
    if at and rows[at - 1][0].row > 0 and row[0].line - rows[at - 1][-1].line <= 1:
        return False
    if at + 1 == len(rows):
        return False
    below = rows[at + 1]
    return len(below) == len(row) and below[0].row == row[0].row + 1


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
