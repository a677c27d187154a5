"""Rows put right: those that are numbered, and marked ones whose cells are wrapped over several lines.

    | 0 | 规章         | 7 |        |行政规范性|7 |
    | 1 | 行政规范性文件 | 0 |        |文件      |  |

A data frame is printed with its index as first column; antiword draws no line between rows, and what does not
fit into a column goes on in the next. A tool that takes every line of a PDF for a row puts numbers that stand
beside the middle of their label between its halves.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from gov_disclosure.form.fields import State
from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import LONGEST_LABEL, exact_kinds, label_kinds, may_be_label
from gov_disclosure.form.values import read_value
from gov_disclosure.scanning.display import by_width
from gov_disclosure.scanning.index_columns import (
    FEWEST_ROWS,
    Row,
    without_column_names,
    without_index,
    without_line_numbers,
)
from gov_disclosure.scanning.pieces import Piece, Pieces, Separator

# What parts a row's cells stands before the second at the latest.
_SECOND = 2
_GRID = Separator.GRID
_ON_A_LINE = (Separator.BAR, Separator.TAB)
_PARTING = frozenset({*_ON_A_LINE, _GRID})
# Bars, padding and a line end stand between a row and the next.
_GAP = 12


def join_wrapped_cells(pieces: Pieces) -> Pieces:
    """The pieces of a text without index columns, and with wrapped cells put together."""
    pieces = without_line_numbers(pieces)
    firsts = [piece.text for piece in pieces.all if not piece.cell and piece.row]
    if not firsts:
        return pieces
    numbered = len([text for text in firsts if text.strip().isdigit()]) >= FEWEST_ROWS
    if not numbered and _PARTING.isdisjoint(map(attrgetter("separator"), pieces.all)):
        return pieces
    rows = [list(row) for _, row in groupby(pieces.all, key=attrgetter("row"))]
    if not numbered and not any(map(_is_parted, rows)):
        return pieces
    told = without_column_names(rows)
    named, rows = told != rows, told
    if numbered:
        rows = without_index(rows)
    joined = list(_joined(rows))
    if len(joined) == len(rows) and not (numbered or named):
        return pieces
    return Pieces.of([piece for row in joined for piece in row])


def _is_parted(row: Row) -> bool:
    """Whether a row is marked, and bars or the edges of a grid part its cells."""
    return row[0].row > 0 and not _PARTING.isdisjoint([piece.separator for piece in row[:_SECOND]])


# --- Wrapped cells ----------------------------------------------------------------------------------------


def _joined(rows: Sequence[Row]) -> Iterator[Row]:
    index = 0
    while index < len(rows):
        row, index = rows[index], index + 1
        while index < len(rows) and (more := _going_on(row, rows, index)):
            for other in rows[index : index + more]:
                row = [_put_together(one, part) for one, part in zip(row, other, strict=True)]
            index += more
        yield row


def _going_on(above: Row, rows: Sequence[Row], index: int) -> int:
    """How many of the rows from one on go on with the row above."""
    row = rows[index]
    if len(above) != len(row):
        return 0
    barred = row[-1].separator in _ON_A_LINE
    # A row that is more than the half of a label ends in a number.
    whole = above[-1].text.strip()
    if (whole and not barred) or not _is_straight_below(rows[index - 1], row):
        return 0
    if barred and _goes_on(above, row):
        return 1
    if index + 1 == len(rows):
        return 0
    below = rows[index + 1]
    if barred and _is_padding(above, row, below):
        return 1
    if whole:
        return 0
    return 2 if _is_around(above, row, below) and _is_straight_below(row, below) else 0


def _is_straight_below(one: Row, other: Row) -> bool:
    """Whether a row of the same table follows another, and nothing stands between them."""
    last = other[-1]
    if last.separator in _ON_A_LINE:
        # The cells of a row between bars or tabs stand on one line.
        return other[0].start <= one[-1].end + _GAP
    return last.separator is _GRID and one[0].row == last.row - 1 > 0


def _is_around(above: Row, numbers: Row, below: Row) -> bool:
    """Whether a row of numbers alone stands between the halves of its label."""
    # Nearly every row ends here, at its label.
    if (numbers[0].text.strip() and numbers[0].cell <= above[0].cell) or len(numbers) != len(below):
        return False
    first = next(filter(_is_written, numbers), None)
    word = next(filter(_is_written, reversed(above)), None)
    if first is None or word is None or first.cell <= word.cell:
        return False
    if any(piece.reading.state is State.UNREADABLE for piece in filter(_is_written, numbers)):
        return False
    halves = [(one, other) for one, other in zip(above, below, strict=True) if other.text.strip()]
    if not halves or halves[-1][0].cell != word.cell:
        return False
    whole = exact_kinds(fold(halves[-1][0].text))
    return not whole and all(
        one.text.strip() and may_be_label(fold(one.text) + fold(other.text)) for one, other in halves
    )


def _is_padding(above: Row, row: Row, below: Row) -> bool:
    """Whether a row is but what fills labels up to the height of others beside them, and values stand below.

    Its cells are as wide as those above. Where it is the last of its table it may be a row of empty cells.
    """
    # Nearly every row ends here, at its label.
    if any(map(_is_written, row)) or not all(piece.reading.problem for piece in filter(_is_written, above)):
        return False
    values = len(below) >= len(row) and all(not piece.reading.problem for piece in below)
    wide = [[measure(piece.text) for piece in cells] for measure in (len, by_width) for cells in (above, row)]
    return values and _is_straight_below(row, below) and (wide[0] == wide[1] or wide[2] == wide[3])


def _is_written(piece: Piece) -> bool:
    return bool(piece.text.strip())


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row goes on with labels of the row on the line above."""
    continues = False
    for one, other in zip(above, row, strict=True):
        if one.text.strip() and other.text.strip():
            # Nearly every row ends here, at its label.
            if not _make_label(one.text, other.text):
                return False
            continues = True
    return continues and _shares_numbers(above, row)


def _make_label(text: str, below: str) -> bool:
    """Whether a text and the one below it are a label, or the beginning of one."""
    # What is too long for a label is not remembered, so that memory is bounded.
    return (_remembered if len(text) + len(below) <= LONGEST_LABEL else _may_be_label)(text, below)


def _may_be_label(text: str, below: str) -> bool:
    return may_be_label(fold(text) + fold(below))


_remembered = lru_cache(maxsize=2048)(_may_be_label)


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
        return other._replace(row=one.row, cell=one.cell)
    text = f"{one.text.strip()}\n{other.text.strip()}"
    return one.saying(text)._replace(last=other.end)
