"""Scanning: text into pieces, the cells and lines that its layout sets apart.

One scanner serves all layouts; each line shows by its own signs what it is, so a report may mix them:

- a line that begins with its only tab is one cell, its row ends at an empty line (Tika);
- a line with other tabs is a row, cells between tabs;
- a line with nothing but a tab, between lines without any, parts two cells of a row (innerText);
- a line with several cells between bars is a row (Markdown and other pipe tables);
- bars around one cell a line, or alone on lines, part cells of rows that have no marks of their own;
- any other line is one piece: a cell of a table set one cell a line, or prose.

Tables that are drawn with lines, ruled by dashes, separated by commas or left as HTML are found first, as
grids.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from gov_disclosure.form.folding import without_marks
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.layouts.finding import around_grids, lines_and_grids
from gov_disclosure.model.grid import Grid
from gov_disclosure.scanning.pieces import JOINING, Piece, Separator
from gov_disclosure.scanning.said import BARRED, CELLS, LINES, NOT_BLANK
from gov_disclosure.scanning.spaced import SHORTEST_TABLE, are_of_form, holds_table
from gov_disclosure.scanning.tab_lines import rows_between_tabs
from gov_disclosure.sources.bars import FEWEST_BARS, are_doubled, bare_lines, may_be_bare, with_ascii_bars
from gov_disclosure.sources.grid import MOST_COLUMNS, lines_of
from gov_disclosure.sources.signs import are_tabs_doubled, has_bars, has_tags

# Rows of fewer empty cells are what fills a merged one.
_FEWEST_CELLS = 4
_SIGNS = on_demand(r"[|\t]")
_LINE, _GAP, _CELL, _TAB = Separator.LINE, Separator.GAP, Separator.CELL, Separator.TAB
_BAR, _BAR_LINE, _GRID = Separator.BAR, Separator.BAR_LINE, Separator.GRID


def _is_row(body: str) -> bool:
    """Whether a line is one row: bars around and between its cells, or tabs between cells with tags around."""
    row = body.strip()
    if row[:1] == row[-1:] == "|":
        return "|" in row[1:-1]
    first, *cells = body.split("\t")
    return len(cells) > 1 and bool(first.strip()) and all(map(_is_one, (first, *cells)))


def _is_one(cell: str) -> bool:
    """Whether a cell has tags around all of it, or none."""
    cell = cell.strip()
    return "<" not in cell or cell[0] + cell[-1] == "<>"


def _are_texts_of_page(parts: Sequence[str]) -> bool:
    """Whether the parts of a line are all texts of a page, more than any row has; none is blank."""
    inner = parts[not parts[0].strip() : len(parts) - (not parts[-1].strip())]
    return len(inner) > MOST_COLUMNS and all(map(str.strip, inner)) and are_of_form(inner)


def scan(text: str, known: Sequence[Grid] = ()) -> list[Piece]:
    """The pieces of a text, of a page's as it shows it, in order.

    Empty cells are pieces; empty lines and marks of pages are not. Where the text is that of a file whose
    tables are ``known``, no others are looked for.
    """
    drawn = has_bars(text)
    scanner = _Scanner(text, drawn)
    (lines, grids), tags = ((), known) if known else lines_and_grids(text), not known and has_tags(text)
    if grids or tags:
        from gov_disclosure.sources.html_tables import between_tags

        for part in around_grids(lines or lines_of(text), grids):
            if isinstance(part, Grid):
                scanner.grid(part)
                continue
            # Tags between the bars of a row part no lines of the page.
            for stretch in between_tags(part) if tags and not _is_row(part.text) else [part]:
                scanner.start, scanner.indent = stretch.start, stretch.indent
                scanner.add(stretch.text, stretch.number)
        return scanner.parted()
    add = scanner.add if drawn or "|" in text or "\t" in text else scanner.line
    starts = accumulate(map(len, text.splitlines(keepends=True)), initial=0)
    for number, (body, scanner.start) in enumerate(zip(text.splitlines(), starts, strict=False), 1):
        add(body, number)
    return scanner.parted()


class _Scanner:
    def __init__(self, text: str, drawn: bool) -> None:
        self.text = text
        self.drawn = drawn
        self.doubled = are_doubled(text)
        self.tabs_doubled = are_tabs_doubled(text)
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
        self.lone_tabs = 0
        self.framed = 0
        """How many cells the last row of bars had, if bars stand before and behind it."""

    @cached_property
    def bare(self) -> frozenset[int]:
        """The numbers of the lines whose bars all stand between two cells."""
        if not may_be_bare(self.text):
            return frozenset()
        lines = self.text.splitlines()
        return bare_lines(list(map(with_ascii_bars, lines)) if self.drawn else lines)

    def parted(self) -> list[Piece]:
        """All pieces; those that tabs on lines of their own part are cells."""
        return rows_between_tabs(self.pieces) if self.lone_tabs > 1 else self.pieces

    def add(self, body: str, number: int) -> None:
        """Add the pieces of one line."""
        if self.drawn:
            body = with_ascii_bars(body)
        if self.doubled:
            # Each character keeps its place.
            body = body.replace("||", "| ")
        if self.tabs_doubled:
            body = body.replace("\t\t", "\t ")
        barred = "|" in body
        if not barred and "\t" not in body:
            self.line(body, number)
            return
        if len(body) > SHORTEST_TABLE and self._page(body, number):
            pass
        elif barred:
            self._bars(body, number)
        elif self.enclosed and body.isspace():
            self._gap()
            return
        else:
            self._tabs(body, number)
        self.after_gap = False

    def line(self, body: str, number: int) -> None:
        """Add the piece of a line that neither bars nor tabs part."""
        said = LINES[body]
        if said is None:
            self._gap()
            return
        text, offset, reading, lead, is_mark, is_rule = said
        before = _BAR_LINE if self.after_bar else _GAP if self.after_gap else _LINE
        self.after_bar, self.after_gap = is_rule, False
        if is_rule:
            self.in_row = False
        elif not (is_mark and before in JOINING):
            start, column = self.start + offset, self.indent + offset + lead + 1
            self.pieces.append(
                _new(Piece, (text, start, number, column, before, reading, 0, 0, 0, 1, False, 0))
            )

    def _gap(self) -> None:
        """Go on behind an empty line."""
        self.in_row = False
        self.after_gap = True

    def _page(self, body: str, number: int) -> bool:
        """Add the parts of a line that holds a whole page: signs part its links, or all of its texts."""
        parts = _SIGNS.split(body)
        links = max(map(len, parts)) > SHORTEST_TABLE and any(map(holds_table, parts))
        if not links and not _are_texts_of_page(parts):
            return False
        self.in_row = self.after_bar = False
        offset = 0
        for part in parts:
            if part.strip():
                self._piece(part, number, offset, _LINE)
            offset += len(part) + 1
        return True

    def grid(self, grid: Grid) -> None:
        """Add the cells of a table, row by row."""
        self.in_row = self.after_bar = self.after_gap = False
        # Where cells have no place of their own, all that is known is what stands between two of them.
        placed = grid.says_places
        add, before = self.pieces.append, _GRID if placed else _BAR
        if grid.caption is not None:
            text, _, _, _, start, end, line, column = grid.caption
            add(Piece(text, start, line, column, _GAP, CELLS[text].reading, last=end))
        for row in grid.rows:
            self._new_row()
            number, length = self.rows, len(row) if placed else 0
            for index, (text, colspan, rowspan, _, start, end, line, column) in enumerate(row):
                text, reading, _, _ = CELLS[text]
                wide = rowspan > 1
                cell = (text, start, line, column, before, reading, number, index, end, colspan, wide, length)
                add(_new(Piece, cell))

    def _tabs(self, body: str, number: int) -> None:
        self.after_bar = False
        if body.rfind("\t") == 0:
            self.enclosed = False
            self._cell(body[1:], number, 1)
            return
        indent, _, rest = body.partition("\t")
        # "\t7\t" is what a tool gives that joins all texts of a page with tabs.
        self.enclosed = body[0] == body[-1] == "\t" and body.count("\t") == 2 and not body.isspace()
        if self.enclosed:
            # Below such a cell, lines of tabs alone only part it from the next.
            self.in_row = False
            self._piece(body[1:-1], number, 1, self._above())
            return
        if "\t" in rest or (indent and (NOT_BLANK.search(without_marks(indent)) or self._is_below_two(number))):
            self._row(body.split("\t"), number, 0, _TAB)
            return
        self._cell(rest, number, len(indent) + 1)

    def _is_below_two(self, number: int) -> bool:
        """Whether a row of two cells with a tab between them stands on the line above."""
        last = self.pieces[-1] if self.pieces else None
        return last is not None and (last.separator, last.cell, last.line) == (_TAB, 1, number - 1)

    def _cell(self, text: str, number: int, offset: int) -> None:
        """Add a cell that a tab begins to the row that is open, or to a new one."""
        if not self.in_row:
            self._new_row()
            self.in_row = True
            if not text and self.pieces and not self.pieces[-1].row:
                self.lone_tabs += 1
        self._piece(text, number, offset, _CELL, self.rows, self.cells)
        self.cells += 1

    def _bars(self, body: str, number: int) -> None:
        self.in_row = False
        cells, opens, closed, is_rule = BARRED[body]
        if is_rule:
            return
        if len(cells) > FEWEST_BARS and number in self.bare:
            opened = closed = False
        else:
            # Behind a blank, the first bar may end an empty cell: as in the row before.
            opened = self.bars_open = self.bars_open if opens is None else opens
        inner = cells[opened : len(cells) - closed]
        blank = not "".join(inner).strip()
        if blank and opened and closed and _FEWEST_CELLS <= self.framed <= len(inner):
            # Below a row between two bars, and as long: empty cells.
            blank = False
        if blank:
            # One bar parts two cells, or stands for an empty one; several fill a row up to the table's width.
            if len(cells) == 2 and self.after_bar:
                self._piece("", number, body.index("|"), _BAR)
            self.after_bar = True
            return
        offset = len(cells[0]) + 1 if opened else 0
        self.framed = len(inner) if opened and closed else 0
        if len(inner) > 1:
            self._row(inner, number, offset, _BAR)
        else:
            before = _BAR if opened or self.after_bar else self._above()
            self._piece(inner[0], number, offset, before)
        self.after_bar = closed

    def _above(self) -> Separator:
        """What parts the first piece of a line from the one before it, if no bar does."""
        return _GAP if self.after_gap else _LINE

    def _row(self, cells: Sequence[str], number: int, offset: int, before: Separator) -> None:
        self.in_row = False
        self._new_row()
        # The first cell of a line may continue a label from the line above, if nothing has closed that.
        first = offset == 0 and not self.after_bar and cells[0].strip()
        own = self._above() if first else before
        row, start, column = self.rows, self.start + offset, self.indent + offset + 1
        add = self.pieces.append
        for index, cell in enumerate(cells):
            text, reading, lead, _ = CELLS[cell]
            add(_new(Piece, (text, start, number, column + lead, own, reading, row, index, 0, 1, False, 0)))
            width = len(text) + 1
            start += width
            column += width
            own = before

    def _new_row(self) -> None:
        self.rows += 1
        self.cells = 0

    def _piece(self, text: str, line: int, offset: int, before: Separator, row: int = 0, cell: int = 0) -> None:
        text, reading, lead, is_mark = CELLS[text]
        if is_mark and before in JOINING:
            return
        start, column = self.start + offset, self.indent + offset + 1 + lead
        self.pieces.append(_new(Piece, (text, start, line, column, before, reading, row, cell, 0, 1, False, 0)))


# A piece in full: by keyword, with its defaults, it takes three times as long.
_new = tuple.__new__
