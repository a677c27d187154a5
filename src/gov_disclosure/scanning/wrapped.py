"""Rows put right: those that are numbered, and marked ones whose cells are wrapped over several lines.

    | 0 | 规章         | 7 |        |行政规范性|7 |
    | 1 | 行政规范性文件 | 0 |        |文件      |  |

A data frame is printed with its index as first column; antiword draws no line between rows, and what does not
fit into a column goes on in the next. A tool that takes every line of a PDF for a row puts numbers that stand
beside the middle of their label between its halves.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from gov_disclosure.form.fields import State
from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import exact_kinds, label_kinds, may_be_label
from gov_disclosure.form.values import read_value
from gov_disclosure.scanning.index_columns import FEWEST_ROWS, Row, without_index, without_line_numbers
from gov_disclosure.scanning.pieces import Piece, Separator

# What parts a row's cells stands before the second at the latest.
_SECOND = 2
_PARTING = (Separator.BAR, Separator.GRID)
# Bars, padding and a line end stand between a row and the next.
_GAP = 12


def join_wrapped_cells(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a text without index columns, and with wrapped cells put together."""
    pieces = without_line_numbers(pieces)
    marked = [piece for piece in pieces if piece.row and piece.cell < _SECOND]
    numbered = sum(1 for piece in marked if not piece.cell and piece.text.strip().isdigit())
    if numbered < FEWEST_ROWS and not any(piece.separator in _PARTING for piece in marked):
        return pieces
    rows = [list(row) for _, row in groupby(pieces, key=attrgetter("row"))]
    if numbered >= FEWEST_ROWS:
        rows = without_index(rows)
    return [piece for row in _joined(rows) for piece in row]


# --- Wrapped cells ----------------------------------------------------------------------------------------


def _joined(rows: Sequence[Row]) -> Iterator[Row]:
    index = 0
    while index < len(rows):
        row, index = rows[index], index + 1
        while index < len(rows) and (more := _going_on(row, rows[index - 1 : index + 2])):
            for other in rows[index : index + more]:
                row = [_put_together(one, part) for one, part in zip(row, other, strict=True)]
            index += more
        yield row


def _going_on(above: Row, lines: Sequence[Row]) -> int:
    """How many of the rows behind the first of these go on with the row above, which that one has ended."""
    last, *behind = lines
    if not _are_one_below_the_other(last, behind[0]):
        return 0
    if behind[0][-1].separator is Separator.BAR and _goes_on(above, behind[0]):
        return 1
    between = len(behind) > 1 and _are_one_below_the_other(*behind) and _is_around(above, *behind)
    return 2 if between else 0


def _are_one_below_the_other(one: Row, other: Row) -> bool:
    """Whether two rows are as long, and nothing stands between them."""
    separator = other[-1].separator
    if len(one) != len(other) or separator not in _PARTING or not one[0].row == other[0].row - 1 > 0:
        return False
    # The cells of a row between bars stand on one line.
    return separator is Separator.GRID or other[0].start <= one[-1].end + _GAP


def _is_around(above: Row, numbers: Row, below: Row) -> bool:
    """Whether a row of numbers alone stands between the halves of its label."""
    words = [piece.cell for piece in above if piece.text.strip()]
    filled = [piece for piece in numbers if piece.text.strip()]
    if not words or not filled or filled[0].cell <= words[-1]:
        return False
    if not all(piece.reading.state is not State.UNREADABLE for piece in filled):
        return False
    halves = [(one, other) for one, other in zip(above, below, strict=True) if other.text.strip()]
    if not halves or halves[-1][0].cell != words[-1]:
        return False
    whole = exact_kinds(fold(halves[-1][0].text))
    return not whole and all(
        one.text.strip() and may_be_label(fold(one.text) + fold(other.text)) for one, other in halves
    )


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
        return other._replace(row=one.row, cell=one.cell)
    text = f"{one.text.strip()}\n{other.text.strip()}"
    return one.saying(text)._replace(last=other.end)
