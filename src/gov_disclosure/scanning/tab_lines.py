"""Tabs on lines of their own: what a browser gives of a table whose cells hold paragraphs (``innerText``).

    规章
                        a tab between empty lines: the next cell
    1
                        another
    0
                        several empty lines: the next row
    行政规范性文件

A paragraph stands apart from a tab as far as from the one before it in its cell; rows stand further apart.
Where a tab begins each cell (Tika) the one that stands alone is an empty cell, and stays so.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from attrs import define, field

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import may_be_label
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.pieces import JOINING, Piece, Separator, are_blank

_FEWEST_TABS = 2


def rows_between_tabs(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a text, those that tabs on lines of their own part as cells of rows."""
    rows = max((piece.row for piece in pieces), default=0)
    found: list[Piece] = []
    for between, group in groupby(_lines(pieces), key=lambda line: line.tabs > 0 or line.is_text):
        lines = list(group)
        pad = _pad(lines) if between else 0
        if not pad:
            found += (piece for line in lines for piece in line.pieces)
            continue
        for cells in _rows(lines, pad):
            if len(cells) == 1:
                found += cells[0]
            else:
                rows += 1
                found += (_cell(parts, rows, number) for number, parts in enumerate(cells))
    return found


@define(eq=False)
class _Line:
    """The pieces of one line, or of one marked row."""

    pieces: list[Piece]
    tabs: int = 0
    """How many it has, if it has nothing else."""
    is_text: bool = False
    """Whether nothing parts it."""

    @property
    def number(self) -> int:
        return self.pieces[0].line


def _lines(pieces: Sequence[Piece]) -> Iterator[_Line]:
    for _, group in groupby(enumerate(pieces), key=lambda item: item[1].row or -item[0]):
        row = [piece for _, piece in group]
        for _, same in groupby(row, key=lambda piece: piece.line):
            line = list(same)
            parted = line[-1].separator in (Separator.CELL, Separator.TAB)
            tabs = max(1, len(line) - 1) if parted and are_blank(line) else 0
            yield _Line(line, tabs, not line[0].row and line[0].separator in JOINING)


def _pad(lines: Sequence[_Line]) -> int:
    """How many line ends stand before a tab and behind it, as most have it; 0 if it parts nothing."""
    before = Counter(
        tab.number - text.number for text, tab in pairwise(lines) if text.is_text and tab.tabs
    ).most_common(1)
    behind = Counter(
        text.number - tab.number for tab, text in pairwise(lines) if text.is_text and tab.tabs
    ).most_common(1)
    if not before or not behind or before[0][0] != behind[0][0]:
        return 0
    return before[0][0] if min(before[0][1], behind[0][1]) >= _FEWEST_TABS else 0


_Cell = list[Piece]


@define(eq=False)
class _Row:
    cells: list[_Cell] = field(factory=lambda: [[]])
    last: _Line | None = None

    def add(self, line: _Line) -> None:
        """Go on with a tab or a text."""
        self.last = line
        if not line.tabs:
            self.cells[-1] += line.pieces
            return
        # A tab stands for the empty cells beside it.
        self.cells[-1] = self.cells[-1] or [line.pieces[0]]
        self.cells += ([piece] for piece in line.pieces[: line.tabs - 1])
        self.cells.append([])


def _rows(lines: Sequence[_Line], pad: int) -> Iterator[list[_Cell]]:
    """The cells of each row; of a line that no tab parts from another, the line."""
    row = _Row()
    for at, line in enumerate(lines):
        above = row.last
        if above is not None and not _goes_on(row, above, line, lines[at + 1 : at + 2], pad):
            yield _closed(row)
            row = _Row()
        row.add(line)
    yield _closed(row)


def _goes_on(row: _Row, above: _Line, line: _Line, following: Sequence[_Line], pad: int) -> bool:
    gap = line.number - above.number
    if above.tabs and line.tabs:
        return gap <= 2 * pad
    if gap > pad or above.tabs or line.tabs:
        return gap <= pad
    # Two paragraphs of a cell, or the end of a table and what follows: a number does not go on.
    inside = len(row.cells) > 1 and any(next_.tabs and next_.number - line.number <= pad for next_ in following)
    said = "".join(fold(piece.text) for piece in row.cells[-1])
    return may_be_label(said + fold(line.pieces[0].text)) or (inside and not row.cells[-1][-1].reading.digits)


def _closed(row: _Row) -> list[_Cell]:
    if not row.cells[-1] and row.last is not None:
        row.cells[-1] = [row.last.pieces[-1]]
    return row.cells


def _cell(parts: _Cell, row: int, number: int) -> Piece:
    first, last = parts[0], parts[-1]
    if first.reading is BLANK or len(parts) == 1:
        return first._replace(separator=Separator.TAB, row=row, cell=number)
    whole = first.saying("\n".join(part.text for part in parts))
    return whole._replace(separator=Separator.TAB, row=row, cell=number, last=last.end)
