"""What texts say as cells and as lines: worked out once, for it is much the same in all reports."""

import re
from typing import Final, NamedTuple

from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.remembered import Remembered
from gov_disclosure.form.values import CellText, read_value
from gov_disclosure.scanning.page_marks import is_page_mark

_RULE_SIGNS = f" \t\u3000\xa0|:+-={NOT_SHOWN}"
# What Markdown and wikis put before and behind a heading or bold text: "## 一、…", "**一、…**", "== 一、… ==".
_HEADING = on_demand(r"\s*(?:#{1,6}|={1,6}|\*{1,6}|h[1-6]\.)\s+(?=\S)|\s*\*\*(?=\S)")
_MARKS = "#=*h \t\u3000\xa0"
_HEADING_END = " \t\u3000\xa0#=*"
# MediaWiki's mark between rows.
_ROW_MARK = "|-"
NOT_BLANK: Final = re.compile("[^\\s\u200b-\u200f\u2060-\u2064\ufeff]")


class SaidCell(NamedTuple):
    """What a text says as a cell."""

    text: str
    """Itself, as it was first found: what is looked up with it later finds it at once."""
    reading: CellText
    lead: int
    """How many blanks it begins with."""
    is_mark: bool
    """Whether it is but the mark of a page."""


class Barred(NamedTuple):
    """What stands between the bars of a line."""

    cells: tuple[str, ...]
    opens: bool | None
    """Whether a bar opens the line; ``None`` where it stands behind a blank."""
    closes: bool
    """Whether a bar ends the line."""
    is_rule: bool
    """Whether it has no cells, but parts rows."""


class SaidLine(NamedTuple):
    """What a line says that nothing parts."""

    text: str
    """Without the marks of a heading."""
    offset: int
    """Where that begins."""
    reading: CellText
    lead: int
    is_mark: bool
    is_rule: bool


def _is_rule(body: str) -> bool:
    """Whether a line is a rule of Markdown and the like."""
    return ("---" in body or "===" in body) and not body.strip(_RULE_SIGNS)


def _cell(text: str) -> SaidCell:
    reading = read_value(text)
    visible = None if text[:1].isalnum() else NOT_BLANK.search(text)
    lead = visible.start() if visible else 0
    return SaidCell(text, reading, lead, bool(reading.problem) and is_page_mark(text))


def _line(body: str) -> SaidLine | None:
    """What a line says; ``None`` if it is empty."""
    if not (body[:1].isalnum() or NOT_BLANK.search(body)):
        return None
    text, offset = body, 0
    if body[0] in _MARKS and (marks := _HEADING.match(body)):
        offset = marks.end()
        text = body.rstrip(_HEADING_END)[offset:]
    _, reading, lead, is_mark = _cell(text)
    return SaidLine(text, offset, reading, lead, is_mark, body[0] == "+" and _is_rule(body))


def _between_bars(body: str) -> Barred:
    cells = tuple(body.split("|"))
    first, last = cells[0], cells[-1]
    is_rule = ("-" in body or "=" in body) and (_is_rule(body) or body.strip() == _ROW_MARK)
    return Barred(cells, None if first and not first.strip() else not first, not last.strip(), is_rule)


# What is longer is no cell.
CELLS: Final = Remembered(_cell, most=4096, longest=200)
LINES: Final = Remembered(_line, most=4096, longest=200)
# With more than a cell or two, a line is no other's like.
BARRED: Final = Remembered(_between_bars, most=4096, longest=40)
