r"""Tables of troff, as ``tbl`` sets them: a line a row, a sign between cells, text of several lines between T{ and T}.

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
_COLUMN = on_demand(r"([lrcnasLRCNAS^])(?:[biuzBIUZ|\s\d]|[fFpPvVwWmM](?:\([^()]*\)|\[[^\[\]]*\]|[-+]?\w{1,3}))*")
_RULES = ("_", "=", "\\_", "\\=")
_OPENS, _CLOSES = "T{", "T}"
_BREAKS = on_demand(r"[.'](?:br|sp|PD|P|PP|LP|RS|RE|nf|fi|in|ad|na|hy|nh)\b.*")
_COMMENT = re.compile(r"[.']?\\\"")
_WRITTEN = on_demand(
    r"\\(?:f(?:\[(?:[RBIP]|BI|CR|CB|CW)?\]|[RBIP])|[&%/,:)]|(?P<sign>[-~ 0e'`.])"
    r"|\[(?P<name>[a-z]{2})\]|\((?P<short>[a-z]{2})|\Z)"
)
_SIGNS = {"-": "-", "~": " ", " ": " ", "0": " ", "e": "\\", "'": "'", "`": "`", ".": "."}
_NAMES = {"lq": "“", "rq": "”", "oq": "‘", "cq": "’", "dq": '"', "aq": "'", "em": "—", "en": "–", "hy": "-", "rs": "\\"}

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
    formats: list[list[str]] = []
    while inner and not (formats and ended):
        line = inner.pop(0).text.rstrip()
        ended = line.endswith(".")
        formats += [_COLUMN.findall(one) for one in line.removesuffix(".").split(",")]
    table = _Table(sign, [one for one in formats if one])
    if not table.formats or any(line.text.startswith(".T&") for line in inner):
        return None
    for line in inner:
        table.take(line)
    rows = filled_rows(table.found) if not (table.torn or table.block) else ()
    return Grid(rows, lines[0].start, lines[-1].end) if rows else None


@define(eq=False)
class _Table:
    sign: str
    formats: list[list[str]]
    """The letters of the columns, row by row; the last are those of all rows that follow."""
    found: list[Found] = field(factory=list)
    row: list[list[_Part]] = field(factory=list)
    block: list[_Part] = field(factory=list)
    """The lines of the text that is open."""
    rows: int = 0
    unclear: bool = False
    """Whether the open text has a request that nobody knows."""
    unclear_cells: set[int] = field(factory=set)
    torn: bool = False

    def take(self, line: Line) -> None:
        """Take in a line."""
        text = line.text
        if self.block:
            self._take_text(line)
        elif text.startswith("."):
            self.torn = self.torn or not _BREAKS.fullmatch(text)
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
        for text in line.text[start:].split(self.sign):
            part = (line, start, start + len(text))
            start += len(text) + 1
            if text.strip() == _OPENS and start > len(line.text):
                # Where the text begins, if it is empty too.
                self.block = [(line, len(line.text), len(line.text))]
                return
            self.row.append([part])
        self._end_row()

    def _end_row(self) -> None:
        letters = self.formats[min(self.rows, len(self.formats) - 1)]
        self.torn = self.torn or len(self.row) > min(len(letters), MOST_COLUMNS)
        for column, parts in enumerate(self.row):
            if not self.torn:
                self._add(column, parts, letters)
        self.row, self.rows, self.unclear_cells = [], self.rows + 1, set()

    def _add(self, column: int, parts: list[_Part], letters: Sequence[str]) -> None:
        cell = _shown(joined(parts))
        cell = cell._replace(text=UNCLEAR) if column in self.unclear_cells else cell
        letter = letters[column].lower()
        over = [at for at, one in enumerate(self.found) if one.column == column][-1:]
        if (letter == "^" or cell.text == "\\^") and over:
            above = self.found[over[0]]
            self.found[over[0]] = above._replace(height=self.rows - above.row + 1)
        elif letter == "s":
            # What is spanned shows no text of its own.
            self.torn = self.torn or bool(cell.text)
        else:
            across = 1
            while column + across < len(letters) and letters[column + across].lower() == "s":
                across += 1
            self.found.append(Found(self.rows, column, 1, cell._replace(colspan=across)))


def _shown(cell: GridCell) -> GridCell:
    """The cell as its reader sees it; an escape that is not known stays, so that a number beside it is none."""
    return cell._replace(text=_WRITTEN.sub(_sign, cell.text).strip()) if "\\" in cell.text else cell


def _sign(written: re.Match[str]) -> str:
    if written["sign"]:
        return _SIGNS[written["sign"]]
    name = written["name"] or written["short"]
    return _NAMES.get(name, written[0]) if name else ""
