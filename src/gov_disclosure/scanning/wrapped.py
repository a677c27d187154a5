"""Rows put right: those that are numbered, and marked ones whose cells are wrapped over several lines.

    | 0 | 规章         | 7 |        |行政规范性|7 |
    | 1 | 行政规范性文件 | 0 |        |文件      |  |

A data frame is printed with its index as first column; antiword draws no line between rows, and what does not
fit into a column goes on in the next.
"""

from collections.abc import Iterable, Iterator, Sequence
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
# Bars, padding and a line end stand between a row and the next.
_GAP = 12


def join_wrapped_cells(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a text without index columns, and with wrapped cells put together."""
    pieces = without_line_numbers(pieces)
    marked = [piece for piece in pieces if piece.row and piece.cell < _SECOND]
    numbered = sum(1 for piece in marked if not piece.cell and piece.text.strip().isdigit())
    if numbered < FEWEST_ROWS and not any(piece.separator is Separator.BAR for piece in marked):
        return pieces
    rows = [list(row) for _, row in groupby(pieces, key=attrgetter("row"))]
    if numbered >= FEWEST_ROWS:
        rows = without_index(rows)
    return [piece for row in _joined(rows) for piece in row]


# --- Wrapped cells ----------------------------------------------------------------------------------------


def _joined(rows: Iterable[Row]) -> Iterator[Row]:
    above: Row = []
    end = 0
    for row in rows:
        near = row[-1].separator is Separator.BAR and len(above) == len(row) and row[0].start <= end + _GAP
        if near and _goes_on(above, row):
            above = [_put_together(one, other) for one, other in zip(above, row, strict=True)]
        else:
            if above:
                yield above
            above = row
        # The cells of a row between bars stand on one line.
        end = row[-1].end if row[-1].separator is Separator.BAR else max(piece.end for piece in row)
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
        return other._replace(row=one.row, cell=one.cell)
    text = f"{one.text.strip()}\n{other.text.strip()}"
    return one.saying(text)._replace(last=other.end)
