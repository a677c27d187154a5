r"""Tables of AsciiDoc: a bar before each cell, spans before it, the columns counted above or by the first line.

    [cols="2,1,1"]
    |===
    |信息内容 2+|本年制发件数
    .2+|规章 |1 |0
    |===

What goes on below a cell is its text. Of a table with lines that nobody knows to be shown no row is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import define, field

from gov_disclosure.form.dress import is_plain_class
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.sources.flow import Flowing, in_rows
from gov_disclosure.sources.grid import Line, filled_rows, joined
from gov_disclosure.sources.signs import ASCIIDOC

_EDGE = on_demand(r"\|={3,}\s*")
_COMMENT_EDGE = on_demand(r"/{4,}\s*")
# Whether what stands behind these is shown, the text does not say.
_OPENS = on_demand(r"if(?:n?def::[^\[]*\[\]|eval::\[.*\])\s*")
_CLOSES = on_demand(r"endif::")
_DIRECTIVE = on_demand(r"(?:ifn?def|ifeval|endif|include)::|/{4}|!===")
_ATTRIBUTES = on_demand(r"\[(?![\[.].*\]\Z)[^\[\]]*\]\s*")
_TITLE = on_demand(r"\.(?=[^\s.])")
_COLUMNS = on_demand(r"\bcols\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s,\]]+))")
_TIMES = on_demand(r"\s*(\d{1,2})\*")
_OTHER_SIGNS = on_demand(r"\b(?:format|separator)\s*=")
# How often a cell stands there, or what it spans; then how it is set.
_CELL = on_demand(
    r"(?:(?<!\S)(?:(?P<times>\d{1,2})\*|(?P<across>\d{1,2})?(?:\.(?P<down>\d{1,3}))?(?P<spans>\+))?"
    r"(?:[<^>](?:\.[<^>])?|\.[<^>])?[adehlmsv]?)?(?<!\\)\|"
)
_BREAK = on_demand(r"\s\+[ \t]*$", re.MULTILINE)
_WRITTEN = on_demand(r"\\\||\{(empty|nbsp|vbar|plus|amp|lt|gt|zwsp)\}|\"`|`\"|'`|`'|\+\+([^+\s]{1,9})\+\+")
# Text with a role, that of a class in the page that a tool has read.
_ROLE = on_demand(r"\[\.?([\w. -]{1,80})\](#{1,2})(?=\S)([^#]{1,200})(?<=\S)\2(?!#)")
# Roles that are colours: white is not seen.
_PALE = on_demand(r"\b(?:white|transparent)", re.IGNORECASE)
_NAMES = {"empty": "", "nbsp": " ", "vbar": "|", "plus": "+", "amp": "&", "lt": "<", "gt": ">", "zwsp": ""}
_SIGNS = {"\\|": "|", '"`': "“", '`"': "”", "'`": "‘", "`'": "’"}
_DRESSED = re.compile(r"[\\{`+#]")
_MOST_CELLS = 4000


def asciidoc_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of AsciiDoc among the lines of a text; one without an end is none."""
    above: list[Line] = []
    comment, unknown = "", 0
    index = 0
    while index < len(lines):
        text = lines[index].text.rstrip()
        if _EDGE.fullmatch(text) and (end := _end(lines, index, text)):
            if grid := _table(above, lines[index : end + 1], hidden=bool(comment or unknown)):
                yield grid
            index, above = end, []
        elif _COMMENT_EDGE.fullmatch(text) and comment in ("", text):
            comment = "" if comment else text
        elif not comment:
            unknown = max(unknown + _change(text), 0)
        if _ATTRIBUTES.fullmatch(text) or _TITLE.match(text):
            above.append(lines[index])
        elif above:
            above = []
        index += 1


def _end(lines: Sequence[Line], index: int, edge: str) -> int:
    """The line that ends the table which begins at a line; 0 without one."""
    for end in range(index + 1, len(lines)):
        text = lines[end].text
        if text.startswith(ASCIIDOC) and text.rstrip() == edge:
            return end
    return 0


def _change(text: str) -> int:
    """How many conditions a line opens, or closes."""
    if _OPENS.fullmatch(text):
        return 1
    return -1 if _CLOSES.match(text) else 0


def _table(above: Sequence[Line], lines: Sequence[Line], *, hidden: bool) -> Grid | None:
    """The table of some lines, with those above that are about it; ``None`` if it has no certain rows."""
    start, end = (above or lines)[0].start, lines[-1].end
    inner = lines[1:-1]
    if hidden or any(_DIRECTIVE.match(line.text.lstrip()) for line in inner):
        return Grid((), start, end)
    about = " ".join(line.text for line in above)
    if _OTHER_SIGNS.search(about):
        return None
    cells = _Cells()
    for line in inner:
        cells.take(line)
    found = in_rows(cells.flowing(), _said_columns(about) or cells.on_first_line())
    titles = [line for line in above if _TITLE.match(line.text)]
    caption = joined([(titles[-1], 1, len(titles[-1].text))]) if titles else None
    return Grid(filled_rows(found), start, end, caption=caption) if found else None


def _said_columns(about: str) -> int:
    """How many columns the attributes say; 0 where they do not."""
    found = _COLUMNS.search(about)
    if found is None:
        return 0
    said = (found[1] or found[2] or found[3] or "").strip()
    if said.isdecimal():
        return int(said) if len(said) < 3 else 0
    counts = [_TIMES.match(one) for one in said.split("," if "," in said else ";")]
    return sum(int(count[1]) if count else 1 for count in counts)


class _Open(NamedTuple):
    parts: list[tuple[Line, int, int]]
    times: int
    across: int
    down: int
    begins: bool
    behind_gap: bool


@define(eq=False)
class _Cells:
    """The cells of a table, line by line."""

    cells: list[_Open] = field(factory=list)
    gap: bool = False
    torn: bool = False
    """Whether text stands before the first cell."""

    def take(self, line: Line) -> None:
        """Take in a line."""
        text = line.text
        if text.startswith("//") and not text.startswith("///"):
            return
        start, begins = 0, True
        for sign in _CELL.finditer(text):
            end = sign.start()
            begins = begins and not text[:end].strip()
            self._go_on(line, start, end)
            times = across = down = 1
            if len(sign[0]) > 1:
                times, across, down = (int(sign[kind] or 1) for kind in ("times", "across", "down"))
            start = sign.end()
            self.cells.append(_new(_Open, ([], times, across, down, begins, self.gap)))
            begins = self.gap = False
        self._go_on(line, start, len(text))
        self.gap = not text.strip()

    def _go_on(self, line: Line, start: int, end: int) -> None:
        if self.cells:
            self.cells[-1].parts.append((line, start, end))
        elif line.text[start:end].strip():
            self.torn = True

    def on_first_line(self) -> int:
        """How many columns the cells of the first line take."""
        first = self.cells[0].parts[0][0] if self.cells else None
        return sum(cell.times * cell.across for cell in self.cells if cell.parts[0][0] is first)

    def flowing(self) -> list[Flowing]:
        """All cells in order; none, if they can be no table's."""
        if self.torn or sum(cell.times for cell in self.cells) > _MOST_CELLS:
            return []
        if any(not (cell.times and cell.across and cell.down) for cell in self.cells):
            return []
        flowing: list[Flowing] = []
        for cell in self.cells:
            parts, times, across, down, begins, behind_gap = cell
            shown = _shown(joined(parts, across))
            flowing.append(_new(Flowing, (shown, down, begins, behind_gap)))
            if times > 1:
                flowing += [Flowing(shown, down, begins=False)] * (times - 1)
        return flowing


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__


def _shown(cell: GridCell) -> GridCell:
    """The cell as its reader sees it, without signs that are known to change nothing."""
    if not cell.text or cell.text.isdigit() or not _DRESSED.search(cell.text):
        return cell
    text = _ROLE.sub(_without_role, cell.text)
    return cell._replace(text=_WRITTEN.sub(_sign, _BREAK.sub("", text)).strip())


def _without_role(written: re.Match[str]) -> str:
    # What stood in two pieces never runs together.
    return f" {written[3]} " if is_plain_class(written[1]) and not _PALE.search(written[1]) else written[0]


def _sign(written: re.Match[str]) -> str:
    if written[1]:
        return _NAMES[written[1]]
    return written[2] or _SIGNS[written[0]]
