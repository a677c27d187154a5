"""Scanning: text into pieces, the cells and lines that its layout sets apart.

One scanner serves all layouts; each line shows by its own signs what it is, so a report may mix them:

- a line that begins with its only tab is one cell, its row ends at an empty line (Tika);
- a line with other tabs is a row, cells between tabs;
- a line with several cells between bars is a row (Markdown and other pipe tables);
- bars around one cell a line, or alone on lines, part cells of rows that have no marks of their own;
- any other line is one piece: a cell of a table set one cell a line, or prose.

Tables that are drawn with lines, ruled by dashes, separated by commas or left as HTML are found first, as
grids.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import Final

from attrs import define

from gov_disclosure.bars import bare_lines, may_be_bare
from gov_disclosure.drawn import drawn_tables, has_bars, may_be_drawn, with_ascii_bars
from gov_disclosure.fold import without_marks
from gov_disclosure.grid import LINE_ENDS, Grid, GridCell, Line, lines_of
from gov_disclosure.issues import Location
from gov_disclosure.markup import between_tags, has_tags, markup_tables, may_be_markup
from gov_disclosure.ruled import may_be_ruled, ruled_tables
from gov_disclosure.separated import may_be_separated, separated_tables
from gov_disclosure.values import BLANK, Reading

_RULE_SIGNS = " \t\u3000\xa0|:+-="
# What Markdown and wikis put before and behind a heading or bold text: "## 一、…", "**一、…**", "== 一、… ==".
_HEADING = re.compile(r"\s*(?:#{1,6}|={1,6}|\*{1,6}|h[1-6]\.)\s+(?=\S)|\s*\*\*(?=\S)")
_MARKS = "#=*h \t\u3000\xa0"
_HEADING_END = " \t\u3000\xa0#=*"
# MediaWiki's mark between rows.
_ROW_MARK = "|-"
_NOT_BLANK = re.compile("[^\\s\u200b-\u200f\u2060\ufeff]")


_FINDERS: Final[Sequence[tuple[Callable[[str], bool], Callable[[str, Sequence[Line]], Iterator[Grid]]]]] = (
    (may_be_drawn, lambda _, lines: drawn_tables(lines)),
    (may_be_ruled, lambda _, lines: ruled_tables(lines)),
    (may_be_separated, lambda _, lines: separated_tables(lines)),
    (may_be_markup, markup_tables),
)
"""Ways to find tables whose rows and columns a text marks: whether it may have some, and the tables."""


class Before(Enum):
    """What stands between a piece and the one before it."""

    LINE = auto()
    """Only line ends: the piece may continue the one before it."""
    GAP = auto()
    """Line ends with an empty line among them: the piece may continue a label, but no value."""
    CELL = auto()
    """A tab that begins a line: a cell of a table set one cell a line, with marked rows."""
    TAB = auto()
    """A tab, or the start of a line that has tabs."""
    BAR = auto()
    """A bar; the piece shares its line with one."""
    BAR_LINE = auto()
    """A bar, on a line above; the piece has its line to itself."""
    GRID = auto()
    """An edge of a table whose rows and columns are marked."""
    SPACE = auto()
    """Space between the words of a line."""


JOINING = (Before.LINE, Before.GAP)
"""Before a piece that may continue the one above."""


@define(eq=False)
class Piece:
    """A cell or a line: its text as found, its place, and its row and column where the layout marks them."""

    text: str
    start: int
    """Offset in the source."""
    line: int
    column: int
    """Of its first visible character, 1-based."""
    before: Before
    row: int = 0
    """Pieces of one marked row share a number; 0 where the layout marks no rows."""
    cell: int = 0
    """Its number in the row, from 0."""
    reading: Reading = BLANK
    """What it says as a cell; the lexer fills it in for those that are none of the form's words."""
    across: int = 1
    """How many columns of a grid it spans; 0 if it is but the place of what another covers."""
    down: bool = False
    """Whether it reaches over several rows."""
    of: int = 0
    """How many cells its row of a grid has."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)

    @property
    def location(self) -> Location:
        """Line and column."""
        return Location(self.line, self.column)


@define(eq=False)
class SpreadPiece(Piece):
    """A cell or a label that may stand on several lines of the source."""

    last: int = 0

    @property
    def end(self) -> int:
        """Offset behind its last character in the source."""
        return self.last


def are_blank(pieces: Iterable[Piece]) -> bool:
    """Whether all of the cells are empty, or none is there."""
    return all(piece.reading is BLANK for piece in pieces)


def _is_rule(body: str) -> bool:
    """Whether a line is a rule of Markdown and the like."""
    return ("---" in body or "===" in body) and not body.strip(_RULE_SIGNS)


def scan(text: str) -> list[Piece]:
    """The pieces of a text, in order. Empty cells are pieces, empty lines are not."""
    drawn = has_bars(text)
    lines = text.splitlines() if may_be_bare(text) else []
    scanner = _Scanner(drawn, bare_lines(list(map(with_ascii_bars, lines)) if drawn else lines))
    grids, tags = _grids(text), has_tags(text)
    if grids or tags:
        for part in _parts(lines_of(text), grids):
            if isinstance(part, Grid):
                scanner.grid(part)
                continue
            for stretch in between_tags(part) if tags else [part]:
                scanner.start, scanner.indent = stretch.start, stretch.indent
                scanner.add(stretch.text, stretch.number)
        return scanner.pieces
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        scanner.add(line.rstrip(LINE_ENDS), number)
        scanner.start += len(line)
    return scanner.pieces


def _grids(text: str) -> list[Grid]:
    """The tables of a text whose rows and columns are marked, in order, none inside another."""
    finders = [find for may_be, find in _FINDERS if may_be(text)]
    if not finders:
        return []
    lines = lines_of(text)
    found = [grid for find in finders for grid in find(text, lines)]
    end, apart = 0, []
    for grid in sorted(found, key=lambda grid: grid.start):
        if grid.start >= end:
            apart.append(grid)
            end = grid.end
    return apart


def _parts(lines: Iterable[Line], grids: Iterable[Grid]) -> Iterator[Line | Grid]:
    """The grids, and what is left of the lines around them."""
    remaining = iter(grids)
    grid, covered = next(remaining, None), 0
    for line in lines:
        start = max(line.start, covered)
        while grid is not None and grid.start <= line.end:
            if grid.start > start:
                yield line.cut(start, grid.start)
            yield grid
            start = covered = grid.end
            grid = next(remaining, None)
        if start < line.end or start == line.start:
            yield line.cut(start, line.end)


class _Scanner:
    def __init__(self, drawn: bool, bare: Container[int]) -> None:
        self.drawn = drawn
        self.bare = bare
        self.pieces: list[Piece] = []
        self.start = 0
        self.indent = 0
        self.rows = 0
        self.cells = 0
        self.in_row = False
        self.enclosed = False
        self.after_bar = False
        self.after_gap = False
        self.bars_open = True

    def add(self, body: str, number: int) -> None:
        """Add the pieces of one line."""
        if self.drawn:
            body = with_ascii_bars(body)
        if "|" in body:
            self._bars(body, number)
        elif "\t" in body and not (self.enclosed and body.isspace()):
            self._tabs(body, number)
        elif body[:1].isalnum() or _NOT_BLANK.search(body):
            self._line(body, number)
        else:
            self.in_row = False
            self.after_gap = True
            return
        self.after_gap = False

    def _line(self, body: str, number: int) -> None:
        before = Before.BAR_LINE if self.after_bar else self._above()
        self.after_bar = body[0] == "+" and _is_rule(body)
        if self.after_bar:
            self.in_row = False
            return
        offset = 0
        if body[0] in _MARKS and (marks := _HEADING.match(body)):
            offset, body = marks.end(), body.rstrip(_HEADING_END)
        self._piece(body[offset:], number, offset, before)

    def grid(self, grid: Grid) -> None:
        """Add the cells of a table, row by row."""
        self.in_row = self.after_bar = self.after_gap = False
        for row in grid.rows:
            self._new_row()
            self.pieces += (self._of_grid(cell, index, len(row)) for index, cell in enumerate(row))

    def _of_grid(self, cell: GridCell, index: int, of: int) -> SpreadPiece:
        return SpreadPiece(
            cell.text,
            cell.start,
            cell.line,
            cell.column,
            Before.GRID,
            self.rows,
            index,
            across=cell.across,
            down=cell.reaches_down,
            of=of,
            last=cell.end,
        )

    def _tabs(self, body: str, number: int) -> None:
        self.after_bar = False
        indent, _, rest = body.partition("\t")
        # "\t7\t" is what a tool gives that joins all texts of a page with tabs.
        self.enclosed = body[0] == body[-1] == "\t" and body.count("\t") == 2 and not body.isspace()
        if self.enclosed:
            # Below such a cell, lines of tabs alone only part it from the next.
            self.in_row = False
            self._piece(body[1:-1], number, 1, self._above())
            return
        if "\t" in rest or (indent and _NOT_BLANK.search(without_marks(indent))):
            self._row(body.split("\t"), number, 0, Before.TAB)
            return
        if not self.in_row:
            self._new_row()
            self.in_row = True
        self._piece(rest, number, len(indent) + 1, Before.CELL, self.rows, self.cells)
        self.cells += 1

    def _bars(self, body: str, number: int) -> None:
        self.in_row = False
        if ("-" in body or "=" in body) and (_is_rule(body) or body.strip() == _ROW_MARK):
            return
        cells = body.split("|")
        bare = number in self.bare
        opened, closed = not bare and self._opens(cells[0]), not (bare or cells[-1].strip())
        inner = cells[opened : len(cells) - closed]
        if not "".join(inner).strip():
            # One bar parts two cells, or stands for an empty one; several fill a row up to the table's width.
            if len(cells) == 2 and self.after_bar:
                self._piece("", number, body.index("|"), Before.BAR)
            self.after_bar = True
            return
        offset = len(cells[0]) + 1 if opened else 0
        if len(inner) > 1:
            self._row(inner, number, offset, Before.BAR)
        else:
            before = Before.BAR if opened or self.after_bar else self._above()
            self._piece(inner[0], number, offset, before)
        self.after_bar = closed

    def _opens(self, first: str) -> bool:
        """Whether a bar opens the line; behind a blank it may end an empty cell: as in the row before."""
        if first and not first.strip():
            return self.bars_open
        self.bars_open = not first
        return self.bars_open

    def _above(self) -> Before:
        """What parts the first piece of a line from the one before it, if no bar does."""
        return Before.GAP if self.after_gap else Before.LINE

    def _row(self, cells: list[str], number: int, offset: int, before: Before) -> None:
        self.in_row = False
        self._new_row()
        # The first cell of a line may continue a label from the line above, if nothing has closed that.
        first = offset == 0 and not self.after_bar and cells[0].strip()
        own = self._above() if first else before
        for index, cell in enumerate(cells):
            self._piece(cell, number, offset, own, self.rows, index)
            offset += len(cell) + 1
            own = before

    def _new_row(self) -> None:
        self.rows += 1
        self.cells = 0

    def _piece(self, text: str, number: int, offset: int, before: Before, row: int = 0, cell: int = 0) -> None:
        column = self.indent + offset + 1
        if not text[:1].isalnum() and (visible := _NOT_BLANK.search(text)):
            column += visible.start()
        self.pieces.append(Piece(text, self.start + offset, number, column, before, row, cell))
