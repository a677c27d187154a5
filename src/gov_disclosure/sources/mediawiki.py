"""Tables of MediaWiki: a mark between rows, cells on one line or on a line each, spans as attributes.

    {| class="wikitable"
    ! 信息内容 !! colspan=2 | 制发
    |-
    | 规章 || 1 || 0
    |}

A line without marks goes on with the cell above it.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.sources.grid import Found, Line, filled_rows, joined
from gov_disclosure.sources.signs import MEDIAWIKI

_END = "|}"
_ROW = "|-"
_CAPTION = "|+"
_BETWEEN = on_demand(r"\|\||!!")
# Between attributes and the text of a cell.
_ATTRIBUTES = on_demand(r"[^|\[{=]*+=[^|\[{]*+\||\s*+\|")
_SPAN = on_demand(r"\b(row|col)span\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_BREAK = on_demand(r"\s*<br\s{0,4}/?>\s*", re.IGNORECASE)
_TYPE = on_demand(r"'{2,5}")
_MOST_SPAN = 64

_Part = tuple[Line, int, int]


def mediawiki_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of MediaWiki among the lines of a text; one whose end is lost ends before an empty line."""
    table: _Table | None = None
    for line in lines:
        text = line.text.lstrip()
        if text.startswith(MEDIAWIKI) or (table is not None and table.is_over(text)):
            if table is not None and (grid := table.finish()):
                yield grid
            table = _Table(line.start, line.end) if text.startswith(MEDIAWIKI) else None
        elif table is not None:
            table.take(line, text)
            if text.startswith(_END):
                if grid := table.finish():
                    yield grid
                table = None
    if table is not None and (grid := table.finish()):
        yield grid


@define(eq=False)
class _Cell:
    parts: list[_Part]
    across: int
    down: int


@define(eq=False)
class _Table:
    start: int
    end: int
    rows: list[list[_Cell]] = field(factory=list)
    row: list[_Cell] = field(factory=list)
    torn: bool = False
    """Whether the open row has a sign where none can be."""
    after_gap: bool = False
    caption: GridCell | None = None

    def is_over(self, text: str) -> bool:
        """Whether a line behind an empty one is no longer of the table."""
        return self.after_gap and bool(text) and text[0] not in "|!"

    def take(self, line: Line, text: str) -> None:
        """Take in a line."""
        self.after_gap = not text
        self.end = line.end if text else self.end
        if text.startswith((_END, _ROW)):
            self._end_row()
        elif text.startswith(_CAPTION):
            start = len(line.text) - len(text) + len(_CAPTION)
            attributes = _ATTRIBUTES.match(line.text, start)
            self.caption = joined([(line, attributes.end() if attributes else start, len(line.text))])
        elif not text:
            return
        elif text[0] in "|!":
            self._add(line, len(line.text) - len(text) + 1)
        elif self.row and not _BETWEEN.search(text):
            self.row[-1].parts.append((line, 0, len(line.text)))
        else:
            self.torn = True

    def _end_row(self) -> None:
        if self.row and not self.torn:
            self.rows.append(self.row)
        self.row, self.torn = [], False

    def _add(self, line: Line, start: int) -> None:
        """The cells of a line, from behind its first mark."""
        for between in [*_BETWEEN.finditer(line.text, start), None]:
            end = between.start() if between else len(line.text)
            attributes = _ATTRIBUTES.match(line.text, start, end)
            spans = (
                {kind.lower(): int(count) for kind, count in _SPAN.findall(attributes[0])} if attributes else {}
            )
            start = attributes.end() if attributes else start
            # More of a cell's text would be lost with what stands before a single bar.
            self.torn = self.torn or "|" in line.text[start:end]
            across, down = (min(max(spans.get(kind, 1), 1), _MOST_SPAN) for kind in ("col", "row"))
            self.row.append(_Cell([(line, start, end)], across, down))
            start = between.end() if between else end

    def finish(self) -> Grid | None:
        """The table, if it has any cells; what has no end is left out."""
        self._end_row()
        rows = filled_rows(self._found())
        return Grid(rows, self.start, self.end, caption=self.caption) if rows else None

    def _found(self) -> Iterator[Found]:
        taken: dict[int, int] = {}
        for number, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while taken.get(column, 0) > number:
                    column += 1
                taken.update(dict.fromkeys(range(column, column + cell.across), number + cell.down))
                read = joined(cell.parts, cell.across)
                text = (
                    _BREAK.sub("\n", _TYPE.sub("", read.text))
                    if "'" in read.text or "<" in read.text
                    else read.text
                )
                yield Found(number, column, cell.down, read._replace(text=text))
                column += cell.across
