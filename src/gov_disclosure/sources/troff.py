r"""Tables of troff, as ``tbl`` sets them: a row a line, a sign between cells, longer text between T{ and T}.

    .TS
    tab(@);
    l s c.
    T{
    规章
    T}@1@0
    .TE

A format says what is spanned: ``s`` goes on from the left, ``^`` from above.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.sources.grid import MOST_COLUMNS, Found, Line, filled_rows, joined
from gov_disclosure.sources.signs import TROFF

_END = ".TE"
_TAB = on_demand(r"\btab\s*\(\s*(\S)\s*\)")
# What stands behind a column's letter: how it is set.
_COLUMN = on_demand(
    r"([lrcnasLRCNAS^])(?:[biuzBIUZ|\s\d]|[fFpPvVwWmM](?:\([^()]*\)|\[[^\[\]]*\]|[-+]?\w{1,3}))*"
)
_RULES = ("_", "=", "\\_", "\\=")
# In the place of a cell that goes on from above.
_SPANNED = "\\^"
_OPENS, _CLOSES = "T{", "T}"
_BREAKS = on_demand(r"[.'](?:br|sp|PD|P|PP|LP|RS|RE|nf|fi|in|ad|na|hy|nh)\b.*")
_COMMENT = re.compile(r"[.']?\\\"")
_WRITTEN = on_demand(
    r"\\(?:f(?:\[(?:[RBIP]|BI|CR|CB|CW)?\]|[RBIP])|[&%/,:)]|(?P<sign>[-~ 0e'`.])"
    r"|\[(?P<name>[a-z]{2})\]|\((?P<short>[a-z]{2})|\Z)"
)
_SIGNS = {"-": "-", "~": " ", " ": " ", "0": " ", "e": "\\", "'": "'", "`": "`", ".": "."}
_NAMES = {
    "lq": "“",
    "rq": "”",
    "oq": "‘",
    "cq": "’",
    "dq": '"',
    "aq": "'",
    "em": "—",
    "en": "–",
    "hy": "-",
    "rs": "\\",
}

_Part = tuple[Line, int, int]


def troff_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of troff among the lines of a text; one without an end is none."""
    start = -1
    for index, line in enumerate(lines):
        if line.text.startswith(TROFF):
            start = index
        elif start >= 0 and line.text.startswith(_END):
            if grid := _table(lines[start : index + 1]):
                yield grid
            start = -1


def _table(lines: Sequence[Line]) -> Grid | None:
    """The table of some lines; ``None`` if it is none, or changes its format on its way."""
    inner = [line for line in lines[1:-1] if not _COMMENT.match(line.text)]
    sign = "\t"
    if inner and inner[0].text.rstrip().endswith(";"):
        found = _TAB.search(inner.pop(0).text)
        sign = found[1] if found else sign
    ends = [index for index, line in enumerate(inner) if line.text.rstrip().endswith(".")]
    last = ends[0] + 1 if ends else 0
    said = ",".join(line.text.rstrip().removesuffix(".") for line in inner[:last])
    formats = [[letter.lower() for letter in _COLUMN.findall(row)] for row in said.split(",")]
    table = _Table(sign, [one for one in formats if one])
    if not table.formats or any(line.text.startswith(".T&") for line in inner):
        return None
    for line in inner[last:]:
        table.take(line)
    rows = filled_rows(table.found) if table.is_known and not table.block else ()
    return Grid(rows, lines[0].start, lines[-1].end) if rows else None


@define(eq=False)
class _Table:
    sign: str
    formats: list[list[str]]
    """The letters of the columns, row by row; the last are those of all rows that follow."""
    found: list[Found] = field(factory=list)
    above: dict[int, int] = field(factory=dict)
    """For each column, the last cell that begins in it."""
    row: list[list[_Part]] = field(factory=list)
    block: list[_Part] = field(factory=list)
    """The lines of the text that is open."""
    rows: int = 0
    unclear: bool = False
    """Whether the open text has a request that nobody knows."""
    unclear_cells: set[int] = field(factory=set)
    torn: bool = False
    """Whether the open row can't be one of its format."""
    is_known: bool = True
    """Whether all requests between rows are known."""

    def take(self, line: Line) -> None:
        """Take in a line."""
        text = line.text
        if self.block:
            self._take_text(line)
        elif text.startswith("."):
            self.is_known = self.is_known and _BREAKS.fullmatch(text) is not None
        elif text.strip() not in _RULES:
            self._take_cells(line, 0)

    def _take_text(self, line: Line) -> None:
        if line.text.startswith(_CLOSES):
            if self.unclear:
                self.unclear_cells.add(len(self.row))
            self.row.append(self.block)
            self.block, self.unclear = [], False
            behind = line.text[len(_CLOSES) :]
            if behind.startswith(self.sign):
                self._take_cells(line, len(_CLOSES) + 1)
            elif not behind.strip():
                self._end_row()
            else:
                self.torn = True
        elif line.text.startswith((".", "'")):
            self.unclear = self.unclear or not _BREAKS.fullmatch(line.text)
        else:
            self.block.append((line, 0, len(line.text)))

    def _take_cells(self, line: Line, start: int) -> None:
        """Take in the cells of a line from a place on."""
        end = len(line.text)
        for text in line.text[start:].split(self.sign):
            behind = start + len(text)
            if behind == end and text.strip() == _OPENS:
                # Where the text begins, if it is empty too.
                self.block = [(line, end, end)]
                return
            self.row.append([(line, start, behind)])
            start = behind + 1
        self._end_row()

    def _end_row(self) -> None:
        letters = self.formats[min(self.rows, len(self.formats) - 1)]
        self.torn = self.torn or len(self.row) > min(len(letters), MOST_COLUMNS)
        cells = [_shown(joined(parts)) for parts in self.row]
        # What is spanned shows no text of its own.
        spanned = zip(letters, cells, strict=False)
        if not (
            self.torn or any(letter in "s^" and cell.text not in ("", _SPANNED) for letter, cell in spanned)
        ):
            for column, cell in enumerate(cells):
                self._add(column, cell, letters)
        self.row, self.rows, self.unclear_cells, self.torn = [], self.rows + 1, set(), False

    def _add(self, column: int, cell: GridCell, letters: Sequence[str]) -> None:
        cell = cell._replace(text=UNCLEAR) if column in self.unclear_cells else cell
        letter, at = letters[column], self.above.get(column)
        if at is not None and (letter == "^" or cell.text == _SPANNED):
            self.found[at] = self.found[at]._replace(height=self.rows - self.found[at].row + 1)
        elif letter != "s":
            across = 1
            while column + across < len(letters) and letters[column + across] == "s":
                across += 1
            self.above[column] = len(self.found)
            cell = cell._replace(colspan=across) if across > 1 else cell
            self.found.append(_new(Found, (self.rows, column, 1, cell)))


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__


def _shown(cell: GridCell) -> GridCell:
    """The cell as its reader sees it; an escape that is not known stays, so that a number beside it is none."""
    return cell._replace(text=_WRITTEN.sub(_sign, cell.text).strip()) if "\\" in cell.text else cell


def _sign(written: re.Match[str]) -> str:
    if written["sign"]:
        return _SIGNS[written["sign"]]
    name = written["name"] or written["short"]
    return _NAMES.get(name, written[0]) if name else ""
