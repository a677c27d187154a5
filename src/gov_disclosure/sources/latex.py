r"""Tables of LaTeX: rows end with ``\\``, an ampersand stands between cells, spans are said.

    \begin{tabular}{|c|c|}
    规章 & 1 \\ \hline
    \multicolumn{2}{|c|}{第二十条第（五）项} \\ \hline
    \end{tabular}

Tools that read scanned pages write so, and people who write in LaTeX. What a cell spans below it is an empty
cell in the rows there.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.grid import MOST_COLUMNS, Found, Line, filled_rows
from gov_disclosure.sources.latex_cells import read_cell, without_rules
from gov_disclosure.sources.places import Places
from gov_disclosure.sources.signs import LATEX

_TABLES = r"(?:tabular[xy*]?|tabu|tblr|array|longtable\*?|longtabu|supertabular|xltabular)"
# What begins with one of four characters is found fastest.
_MARK = (
    rf"[&{{}}\\](?:(?<!\\)|(?<=\\)(?:(?P<table>begin\{{{_TABLES}\}})|end\{{{_TABLES}\}}|(?P<page>(?:begin|end)\{{minipage\}})"
    rf"|verb\*?(?P<bar>[^a-zA-Z\s*])[^\n]{{0,400}}?(?P=bar)|(?P<row>\\|tabularnewline(?![A-Za-z]))|.))"
)
_TOKEN = on_demand(_MARK, re.DOTALL)
# A line of comment has none.
_TOKEN_OR_COMMENT = on_demand(rf"{_MARK}|(?<=\n)[ \t]*+%[^\n]*+", re.DOTALL)
_GROUP = r"\{[^{}]{0,200}+\}"
_GROUPS = rf"\{{(?:[^{{}}]|{_GROUP}){{0,400}}+\}}"
# How the columns look, and how wide they are, stands straight behind the opening.
_LOOK = on_demand(rf"(?:\[[^\]\r\n]{{0,40}}\])?(?:\{{(?:[^{{}}]|{_GROUPS}){{0,400}}+\}}){{0,3}}")
# A distance may stand behind the end of a row.
_DISTANCE = on_demand(r"\*?(?:\[[-0-9. \\a-z]{1,20}\])?")
# What sets all of a table in white stands straight before it.
_WHITE = on_demand(
    r"\\(?:text)?color\s*(?:\[[a-zA-Z]{1,8}\])?\{\s*(?:white(?:!100)?|1(?:\s*,\s*1){0,2}|[fF]{6})\s*\}"
    r"(?:\s|[{]|\\(?:centering|small|footnotesize|hline)(?![a-zA-Z]))*\Z"
)
_LONGEST_WHITE = 120
_FEWEST_ROWS = 2


def latex_tables(text: str, lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of LaTeX in a text; one whose end is lost reaches to its last whole row."""
    table: _Table | None = None
    tokens = _TOKEN_OR_COMMENT if "%" in text else _TOKEN
    for token in tokens.finditer(text, max(text.find(LATEX), 0)):
        sign = token[0]
        if len(sign) == 1:
            if table is not None:
                table.take_sign(sign, token)
        elif token["table"]:
            if table is not None and table.opens_inner(token.start()):
                continue
            if table is not None and (grid := table.finish(lines)):
                yield grid
            look = _LOOK.match(text, token.end())
            table = _Table(text, token.start(), look.end() if look else token.end())
        elif table is not None and table.take(token):
            if grid := table.finish(lines):
                yield grid
            table = None
    if table is not None and (grid := table.finish(lines)):
        yield grid


# What may stand behind the last sign of a row, up to the end of its line.
_LONGEST_RULES = 200


_Span = tuple[int, int]
"""Where a cell stands in the text."""


@define(eq=False)
class _Table:
    text: str
    start: int
    at: int
    """Where the open cell begins."""
    end: int = -1
    """Behind the last whole row."""
    rows: list[list[_Span]] = field(factory=list)
    row: list[_Span] = field(factory=list)
    depth: int = 0
    """How many braces are open."""
    inner: bool = False
    """Whether a table in a cell is open."""
    page: bool = False
    """Whether a small page in a cell is open."""
    torn: bool = False
    """Whether the open row has a brace too many or too few."""

    def opens_inner(self, at: int) -> bool:
        """Whether what opens is a table in the open cell: nothing stands before it there."""
        inner = not self.inner and (self.depth > 0 or not without_rules(self.text[self.at : at]).strip())
        self.inner = inner
        return inner

    def take_sign(self, sign: str, token: re.Match[str]) -> None:
        """Take in a brace or an ampersand."""
        if self.inner:
            return
        if sign == "{":
            self.depth += 1
        elif sign == "}":
            self.torn = self.torn or not self.depth
            self.depth = max(self.depth - 1, 0)
        elif not self.depth:
            # No ampersand stands in a small page: its end is lost.
            self.torn, self.page = self.torn or self.page, False
            self._end_cell(token)

    def take(self, token: re.Match[str]) -> bool:
        """Take in a command; whether it ends the table."""
        if token["page"]:
            self.page = token[0].startswith(LATEX)
        elif token[0].startswith("\\end{"):
            if not self.inner:
                self._last_row(token)
                return True
            self.inner = False
        elif token["row"] and not self.inner:
            self._end_row(token)
        return False

    def _end_cell(self, token: re.Match[str]) -> None:
        start, end = token.span()
        self.row.append((self.at, start))
        self.at = end

    def _end_row(self, token: re.Match[str]) -> None:
        if self.page or (self.depth and not self._ends_line(token.end())):
            # In braces, or on a small page, it parts two lines of a cell.
            return
        self._end_cell(token)
        distance = _DISTANCE.match(self.text, self.at)
        self.at = self.end = distance.end() if distance else self.at
        if not (self.torn or self.depth):
            self.rows.append(self.row)
        self.row, self.depth, self.torn, self.page = [], 0, False, False

    def _last_row(self, token: re.Match[str]) -> None:
        self._end_cell(token)
        if len(self.row) > 1 and not (self.torn or self.depth or self.page):
            self.rows.append(self.row)
        self.end = token.end()

    def _ends_line(self, at: int) -> bool:
        end = self.text.find("\n", at, at + _LONGEST_RULES)
        return end >= 0 and not without_rules(self.text[at:end]).strip()

    def finish(self, lines: Sequence[Line]) -> Grid | None:
        """The table, if it is one: others set formulas. Of one in white no reader sees a row."""
        if len(self.rows) < _FEWEST_ROWS or max(map(len, self.rows)) < 2:
            return None
        if _WHITE.search(self.text, max(self.start - _LONGEST_WHITE, 0), self.start):
            return Grid((), self.start, self.end)
        return Grid(filled_rows(self._found(Places(lines))), self.start, self.end)

    def _found(self, places: Places) -> Iterator[Found]:
        taken: dict[int, int] = {}
        for number, row in enumerate(self.rows):
            column = 0
            for start, end in row:
                text, lead, across, down = read_cell(self.text[start:end])
                cell = places.cell(text, start + lead, end, across)
                # What is spanned from above is left empty.
                if text or taken.get(column, 0) <= number:
                    # Where a text stands at the foot of what it spans, that is counted upwards.
                    first = number if down > 0 else max(number + down + 1, 0)
                    yield _new(Found, (first, column, abs(down), cell))
                    if across > 1 or down != 1 or column in taken:
                        taken.update(dict.fromkeys(range(column, column + across), number + down))
                column += across
                if column > MOST_COLUMNS:
                    break


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__
