"""Rows between bars whose cells hold line ends: each line of them stands between bars as if it were a row.

    | 信息   |                  | 行政 |
    | 内容   | 本年  |           | 许可 | 94 |
    | 制发件数 | 本年  |
    | 废止件数 |

What ends a line and what begins the next are one cell where only together they are a label.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import LONGEST_LABEL, exact_kinds, label_kinds, may_be_label, starts_label
from gov_disclosure.form.remembered import Remembered
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.pieces import Piece, Pieces, Separator

_BAR = Separator.BAR
_Line = list[Piece]


def join_rows_over_lines(pieces: Pieces) -> Pieces:
    """The pieces of a text, with rows that bars part line by line put together."""
    # The cheapest test first: nearly every text ends here.
    if not any(piece.separator is _BAR and _OPEN[piece.text] for piece in pieces.lines):
        return pieces
    lines = [list(line) for _, line in groupby(pieces.all, key=lambda piece: (piece.row, piece.line))]
    return Pieces.of([piece for rows in _rows(lines) for piece in rows])


def _rows(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines, those of one row together."""
    at = 0
    while at < len(lines):
        row, end = lines[at], at + 1
        while end < len(lines) and _goes_on(row, lines[end - 1], lines[end]):
            row = _joined(row, lines[end])
            end += 1
        number = max(piece.row for line in lines[at:end] for piece in line)
        if end == at + 1 or not number:
            # Where each line has one cell, no rows are marked.
            yield from lines[at:end]
        else:
            yield [piece._replace(row=number, cell=cell) for cell, piece in enumerate(row)]
        at = end


def _goes_on(row: _Line, line: _Line, below: _Line) -> bool:
    """Whether the last cell of a row, which ends with a line, goes on in the first of the line below."""
    last, first = row[-1], below[0]
    if line[-1].separator is not _BAR or first.separator is not _BAR or first.line != line[0].line + 1:
        return False
    if BLANK in (last.reading, first.reading) or not (last.reading.problem and first.reading.problem):
        return False
    return _are_label(last.text, first.text, len(below) > 1)


def _begins(text: str) -> bool:
    """Whether a text is the beginning of a label, and none."""
    folded = fold(text) if len(text) <= LONGEST_LABEL else ""
    return starts_label(folded) and not exact_kinds(folded)


# What is longer is no label, and not remembered, so that memory is bounded.
_OPEN = Remembered(_begins, most=1024, longest=LONGEST_LABEL)


def _are_label(text: str, below: str, ends: bool) -> bool:
    """Whether two texts are a label only together, or the beginning of one; the second one may end there."""
    if len(text) + len(below) > LONGEST_LABEL:
        return False
    if _OPEN[text]:
        return may_be_label(fold(text) + fold(below))
    # 其他 is a label, and what stands before 尚未 is none, if it is not the end of 其他结果.
    return ends and not label_kinds(fold(below)) and bool(exact_kinds(fold(text) + fold(below)))


def _joined(row: _Line, below: _Line) -> _Line:
    last, first = row[-1], below[0]
    whole = last.saying(f"{last.text.strip()}\n{first.text.strip()}")._replace(last=first.end)
    return [*row[:-1], whole, *below[1:]]
