"""Rows whose cells ran together: "规章000", "一、本年新收政府信息公开申请数量4000004".

Digits are parted only where exactly one way gives each column a number and keeps the sums of the row, or where
all are zeros. Otherwise they stay together, as one cell that can't be a row of several.
"""

import re
from collections.abc import Iterator

from gov_disclosure.form.folding import fold, narrow, prefix_length
from gov_disclosure.form.lexicon import LONGEST_LABEL, exact_kinds, labels_in
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.scanning.pieces import Piece, Pieces
from gov_disclosure.scanning.spaced import is_line
from gov_disclosure.scanning.sums import parted

_GLUED = on_demand(r"\s*(?P<labels>[^\s0-9０-９].*[^0-9０-９+.,，．-])(?P<digits>[-+0-9０-９.]*)\s*", re.DOTALL)
_DIGITS = on_demand(r"[0-9]{2,21}")
# A digit at the end, behind a character of a label.
_ENDING = on_demand(r"[^\s0-9０-９+.,，．-][-+0-9０-９.]+\s*$")
_LONGEST_ENDING = 40
_LAST = frozenset("0123456789０１２３４５６７８９.-+")
# A text with fewer such lines is set in another way.
_FEWEST_ROWS = 3
# No form has more rows; further ones are not parted, which takes time.
_MOST_ROWS = 100
_REQUESTS = 7
_DISPUTES = 15


def split_run_together(pieces: Pieces) -> Pieces:
    """The pieces of a text with labels and digits that ran together set apart."""
    # The cheapest tests first: nearly every text ends here.
    words = [piece for piece in pieces.lines if _has_last_digit(piece.text.strip())]
    ending = [piece for piece in words if _ENDING.search(piece.text, max(0, len(piece.text) - _LONGEST_ENDING))]
    if len([piece for piece in ending if _glued(piece)]) < _FEWEST_ROWS:
        return pieces
    glued = [_glued(piece) for piece in pieces.all]
    parts: list[Piece] = []
    first = rows = max(piece.row for piece in pieces.all)
    columns = 0
    for piece, found in zip(pieces.all, glued, strict=True):
        if found:
            rows += 1
            labels, digits = found
            columns = _columns(labels) if rows - first < _MOST_ROWS else 0
            parts += _row([*labels, *(_cells(digits, columns) if digits else ())], rows)
        elif columns == _DISPUTES and is_line(piece) and _DIGITS.fullmatch(piece.text.strip()):
            rows += 1
            parts += _row(_cells(piece, columns), rows)
        else:
            parts.append(piece)
    return Pieces.of(parts)


def _has_last_digit(text: str) -> bool:
    """Whether a text ends in a digit or sign, and is no number by itself."""
    return text[-1:] in _LAST and not text.isdigit()


def _glued(piece: Piece) -> tuple[list[Piece], Piece | None] | None:
    """The labels in a line and the digits behind them; ``None`` for other text, or a label by itself."""
    found = _GLUED.fullmatch(piece.text) if is_line(piece) and len(piece.text) <= LONGEST_LABEL else None
    if found is None:
        return None
    ends = labels_in(fold(found["labels"]))
    if not ends or (len(ends) == 1 and not found["digits"]):
        return None
    digits = _cut(piece, found.start("digits"), found.end("digits")) if found["digits"] else None
    return list(_labels(piece, found, ends)), digits


def _labels(piece: Piece, found: re.Match[str], ends: list[int]) -> Iterator[Piece]:
    labels, start = found["labels"], 0
    folded = fold(labels)
    for end in ends:
        cut = prefix_length(labels, folded[:end], len(labels))
        yield _cut(piece, found.start("labels") + start, found.start("labels") + cut)
        start = cut


def _cut(piece: Piece, start: int, end: int) -> Piece:
    indent = len(piece.text) - len(piece.text.lstrip())
    column = piece.column + start - indent
    return piece.cut(piece.text[start:end], piece.start + start, column)


def _columns(labels: list[Piece]) -> int:
    """How many columns the row behind the labels has, if it is one that has sums; else 0."""
    kinds = exact_kinds(fold(labels[-1].text))
    if any(kind.startswith("REQUESTS_") for kind in kinds):
        return _REQUESTS
    return _DISPUTES if len(labels) > 1 and "TOTAL" in kinds else 0


def _cells(digits: Piece, columns: int) -> list[Piece]:
    text = narrow(digits.text)
    numbers = tuple(text) if not text.strip("0") else parted(text, columns) if text.isdigit() else ()
    if not numbers:
        return [digits]
    cells, start = [], digits.text.index(digits.text.strip()[0])
    for number in numbers:
        cells.append(_cut(digits, start, start + len(number)))
        start += len(number)
    return cells


def _row(pieces: list[Piece], row: int) -> list[Piece]:
    return [piece.in_row(row, index) for index, piece in enumerate(pieces)]
