"""Tables left as HTML in a text: ``<table>`` with its rows and cells, spans included.

Converters to Markdown and to wiki markup leave a table so when it has merged cells. Other tags only part lines.
What a browser does not show is no longer in the text (:mod:`gov_disclosure.sources.pages`).
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from attrs import define, field

from gov_disclosure.form.folding import NOT_SHOWN, UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell, Row
from gov_disclosure.sources.cals import ATTRIBUTES, NAMES, Columns
from gov_disclosure.sources.grid import Found, Line, filled_rows, without_phantoms
from gov_disclosure.sources.places import Places

# A tag may be broken over lines. A cell without other tags in it, as most are, is found as a whole.
_TAG = on_demand(
    r"<(/?)(table|caption|tbody|thead|tfoot|tr|row|td|th|cell|informaltable|entry(?:tbl)?|tgroup|colspec|title)\b([^<>]*+)>"
    r"(?:([^<>]*+)</(?:td|th|cell|entry)\b[^<>]*+>)?",
    re.IGNORECASE,
)
# TEI writes <row> and <cell>, DocBook <row> and <entry>.
_ROWS = ("tr", "row")
_PARTS = ("tbody", "thead", "tfoot", "tgroup")
_COLUMN = "colspec"
_NO_CELLS = (*_PARTS, *_ROWS, _COLUMN)
# Tags that begin or end a line of the page.
_BLOCK = on_demand(
    r"<(?:/?(?:h[1-6]|p|div|br|hr|li|ul|ol|section|article|header|footer|main|body|html|head|title|center|pre)"
    r"|meta|link|style|script|!doctype)\b[^<>]*+>",
    re.IGNORECASE,
)
# Type within a word; any other tag parts what stands on its sides.
_TYPE = on_demand(r"</?(?:b|strong|i|em|u|font|span|small|big|tt|ins|mark|o:p)\b[^<>]*+>", re.IGNORECASE)
# What shows no text may show a number, or none.
_OBJECT = on_demand(
    r"<(?:input|img|object|embed|svg|canvas|video|audio|iframe|select|button|textarea|math)\b", re.IGNORECASE
)
_ANCHOR = on_demand(r"<a\b[^<>]*+>\s*</a>", re.IGNORECASE)
_LONG_ENTITY = on_demand(r"&#[0-9a-fxA-FX]{8,}")
_OTHER_TAG = on_demand(r"</?[a-zA-Z!][^<>]*+>")
_SPAN = on_demand(r"\b(row|col)(?:span|s)\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_MOST_SPAN = 64
_WORD = on_demand(r"\w")
_DIGIT = on_demand(r"[0-9０-９]")
# A label, which may have a number.
_LETTERS = on_demand(r"(?:[^\W\d_].*?){3}", re.DOTALL)


def between_tags(line: Line) -> Iterator[Line]:
    """What stands in a line between the tags that part lines of a page; an empty line for each without any."""
    start = line.start
    for tag in _BLOCK.finditer(line.text):
        end = line.start + tag.start()
        text = line.cut(start, end).text.strip()
        yield line.cut(start, end if text and not _is_anchor(text) else start)
        start = line.start + tag.end()
    if start < line.end or start == line.start:
        rest = line.cut(start, line.end)
        yield line.cut(start, start) if _is_anchor(rest.text.strip()) else rest


def begins_a_line(tag: str) -> bool:
    """Whether a tag begins or ends a line of a page."""
    return _BLOCK.fullmatch(tag) is not None


def _is_anchor(text: str) -> bool:
    """Whether a text is but a mark that links lead to."""
    return text[-4:].lower() == "</a>" and _ANCHOR.fullmatch(text) is not None


def markup_tables(text: str, lines: Sequence[Line]) -> Iterator[Grid]:
    """The HTML tables of a text; of a table in a table only the inner one, if that has more than a cell."""
    around: list[_Table] = []
    table: _Table | None = None
    places = Places(lines)
    for tag in _TAG.finditer(text):
        slash, name, attributes, _ = tag.groups()
        name, closing = name.lower(), bool(slash)
        name = NAMES.get(name, name)
        if name != "table":
            if table is not None:
                table.tag(text, tag, name, None if closing else attributes)
            continue
        if table is not None and (closing or table.content is None):
            # A table that begins between the cells of another ends that.
            inside = around.pop() if around else None
            if inside is not None and closing and table.is_cell:
                table = inside
                continue
            if closing:
                table.between(text, tag.start())
            if rows := table.finish(text, tag.start()):
                end = tag.end() if closing else table.end
                placed = table.says_spans or len(set(map(len, rows))) == 1
                yield Grid(rows, table.start, end, caption=table.caption, says_places=placed)
            table, around = None, []
        elif table is not None:
            around.append(table)
        if not closing:
            table = _Table(places, tag.start(), tag.end() if tag[4] is None else tag.start(4))


@define(eq=False)
class _Table:
    places: Places
    start: int
    end: int = 0
    """Where the last of its tags ends: what stands behind that is none of it, if its own end is lost."""
    row: int = -1
    column: int = 0
    cells: list[Found] = field(factory=list)
    taken: dict[int, int] = field(factory=dict)
    """Column → the row up to which a cell from above reaches."""
    content: int | None = None
    """Where the text of the open cell begins."""
    captioned: int = 0
    """Where the text of an open caption begins; 0 without one."""
    caption: GridCell | None = None
    across: int = 1
    down: int = 1
    """How many columns and rows the open cell spans."""
    says_spans: bool = False
    """Whether a cell says what it spans; a tool may have left that out of all."""
    columns: Columns = field(factory=Columns)
    torn: bool = False
    """Whether a cell stands nobody knows where."""
    in_row: bool = False
    doubted: set[int] = field(factory=set)
    """Rows in or beside which text stands that is in no cell: a tag is lost there, or one too many."""

    @property
    def is_cell(self) -> bool:
        """Whether it has one cell at the most."""
        return len(self.cells) + (self.content is not None) < 2

    def tag(self, text: str, tag: re.Match[str], name: str, attributes: str | None) -> None:
        """Take in one tag, a closing one without attributes; those inside a cell are part of its text."""
        self.between(text, tag.start())
        self.end = tag.end()
        if name == "caption":
            self._caption(text, tag, attributes is None)
            return
        if self.content is not None:
            self._close(text, tag.start())
        if attributes is not None and name not in _NO_CELLS:
            self._open(text, tag, attributes)
            return
        self._other(name, attributes)
        if tag[4]:
            # Before the end of a cell that did not begin.
            self.end = tag.start(4)
            self.between(text, tag.end(4))
            self.end = tag.end()

    def _other(self, name: str, attributes: str | None) -> None:
        """Take in a tag with which no cell begins."""
        if name in _PARTS:
            self.in_row = False
            self._end_part()
            self.columns.begin()
        elif attributes is None:
            self.in_row = self.in_row and name not in _ROWS
        elif name == _COLUMN:
            self.columns.add(attributes)
        else:
            self.row, self.column, self.in_row = self.row + 1, 0, True

    def between(self, text: str, end: int) -> None:
        """Take in what stands behind the last tag and in no cell: a browser shows it before the table."""
        start = self.end
        if start == end or not start or self.content is not None or self.captioned:
            return
        between = text[start:end]
        if between.isspace() or not _WORD.search(said := unescape(_OTHER_TAG.sub("", between))):
            return
        if self.in_row:
            self.doubted.add(self.row)
        elif not _BLOCK.search(between):
            self.doubted |= {self.row, self.row + 1} if _DIGIT.search(said) else {self.row}

    def _caption(self, text: str, tag: re.Match[str], closing: bool) -> None:
        """Take in what stands between the tags of a caption."""
        if closing and self.captioned and self.content is None:
            self.caption = _cell(text, self.captioned, tag.start(), self.places, 1)
        self.captioned = 0 if closing else tag.end()

    def finish(self, text: str, end: int) -> tuple[Row, ...]:
        """The table's rows."""
        self._close(text, end)
        if self.doubted:
            self.cells = [_doubted(one) if one.row in self.doubted else one for one in self.cells]
        return () if self.torn else filled_rows(without_phantoms(self.cells))

    def _open(self, text: str, tag: re.Match[str], attributes: str) -> None:
        row = self.row = max(self.row, 0)
        while self.taken.get(self.column, 0) > row:
            self.column += 1
        self.across = self.down = 1
        self.in_row = True
        if attributes and any(name in attributes for name in ATTRIBUTES):
            self._place(attributes)
        elif attributes:
            spans = {kind.lower(): int(count) for kind, count in _SPAN.findall(attributes)}
            self.says_spans = self.says_spans or bool(spans)
            self.across = min(max(spans.get("col", 1), 1), _MOST_SPAN)
            # 0 is all rows that follow.
            self.down = min(spans.get("row", 1) or _MOST_SPAN, _MOST_SPAN)
        if self.across > 1:
            self.taken.update(dict.fromkeys(range(self.column, self.column + self.across), row + self.down))
        else:
            self.taken[self.column] = row + self.down
        start, end = tag.span(4)
        if start < 0:
            self.content = tag.end()
        else:
            self._add(text, start, end)

    def _place(self, attributes: str) -> None:
        """Take in where an entry of DocBook stands."""
        place = self.columns.place(attributes)
        self.says_spans = True
        if place is None:
            self.torn = True
            return
        self.across, self.down = place.across, place.down
        self.torn = self.torn or (place.column is not None and place.column < self.column)
        self.column = self.column if place.column is None else place.column

    def _end_part(self) -> None:
        """Let no cell reach over the end of a part of the table."""
        end = self.row + 1
        if any(reaches > end for reaches in self.taken.values()):
            self.cells = [one._replace(height=min(one.height, max(end - one.row, 1))) for one in self.cells]
        self.taken.clear()

    def _close(self, text: str, end: int) -> None:
        if self.content is not None:
            self._add(text, self.content, end)
            self.content = None

    def _add(self, text: str, start: int, end: int) -> None:
        cell = _cell(text, start, end, self.places, self.across)
        self.cells.append(_new(Found, (self.row, self.column, self.down, cell)))


def _doubted(found: Found) -> Found:
    """A cell without a number that anyone would sign for; a label stays."""
    text = found.cell.text
    if not _DIGIT.search(text) or _LETTERS.search(text):
        return found
    return found._replace(cell=found.cell._replace(text=text + UNCLEAR))


def _cell(text: str, start: int, end: int, places: Places, colspan: int) -> GridCell:
    inner = text[start:end]
    if inner.isalnum():
        # As most are.
        return places.cell(inner, start, end, colspan)
    if NOT_SHOWN in inner:
        inner = inner.replace(NOT_SHOWN, "")
    lines = _shown(inner).splitlines()
    shown = lines[0].strip() if len(lines) == 1 else "\n".join(filter(None, map(str.strip, lines)))
    return places.cell(shown, start, end, colspan)


def _shown(inner: str) -> str:
    """The text of a cell, its tags as line ends or as nothing, its entities as characters."""
    if "&" in inner:
        inner = _LONG_ENTITY.sub(UNCLEAR, inner)
    raw = inner
    if "<" in inner:
        raw = _OTHER_TAG.sub("\n", _TYPE.sub("", inner))
        raw += UNCLEAR if _OBJECT.search(inner) else ""
    return unescape(raw) if "&" in raw else raw


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__
