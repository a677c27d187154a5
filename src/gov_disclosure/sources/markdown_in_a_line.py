"""Markdown tables whose line ends are lost: all rows on one line.

    | 信息内容 | 制发 | |---|---| | 规章 | 7 | | 其他 | 0 |

The rule below the head tells how many cells a row has. Between the last bar of a row and the first of the next
stands nothing; where a cell is lost, that no longer comes out even, and the table is left out as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell, Row
from gov_disclosure.sources.grid import MOST_COLUMNS, Line

_BAR = on_demand(r"(?<!\\)\|")
# One or two dashes by themselves say that a cell has no number.
_RULE = on_demand(r"\s*(?::-{1,80}:?|-{1,80}:|-{3,80})\s*")
# A rule stands behind the head, and something behind it.
_SIGN = on_demand(r"\|\s{0,4}\|\s{0,4}:?-")
_BREAK = on_demand(r"<br\s{0,4}/?>", re.IGNORECASE)
_ESCAPED_BAR = "\\|"


def tables_in_a_line(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of the text that have a line for themselves, or share one."""
    for line in lines:
        if _SIGN.search(line.text):
            yield from _tables(line)


_Span = tuple[int, int]


def _tables(line: Line) -> Iterator[Grid]:
    bars = [bar.start() for bar in _BAR.finditer(line.text)]
    # What stands before the first bar and behind the last is no cell, but tables are counted from there.
    spans = [*zip([0, *(bar + 1 for bar in bars)], [*bars, len(line.text)], strict=True)]
    heads = list(_heads([line.text[start:end] for start, end in spans]))
    for (first, width), (following, _) in pairwise([*heads, (len(spans), 0)]):
        rows = [spans[at : at + width] for at in range(first, following - 1, width + 1)]
        behind = [line.text[slice(*spans[at])] for at in range(first + width, following, width + 1)]
        # Words may follow the last row.
        even = (following - first) % (width + 1) == 0 and not "".join(behind[:-1]).strip()
        if len(rows) > 2:
            cells = tuple([_row(line, row) for row in (rows[0], *rows[2:])]) if even else ()
            end = spans[following - 1][0] if even else spans[following - 1][1]
            yield Grid(cells, line.start + max(spans[first][0] - 1, 0), line.start + end)


def _heads(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each head begins, and how many cells it has: as many as there are in the rule behind it."""
    at = 0
    for is_rule, run in groupby(texts, key=lambda text: bool(_RULE.fullmatch(text))):
        width = len(list(run))
        first = at - width - 1
        if is_rule and 1 < width <= MOST_COLUMNS and first > 0 and not texts[at - 1].strip():
            yield first, width
        at += width


def _row(line: Line, spans: Sequence[_Span]) -> Row:
    return tuple([_cell(line, *span) for span in spans])


def _cell(line: Line, start: int, end: int) -> GridCell:
    padded = line.text[start:end]
    shown = padded.strip()
    start += len(padded) - len(padded.lstrip())
    text = _BREAK.sub("\n", shown.replace(_ESCAPED_BAR, "|"))
    place, column = line.start + start, line.indent + start + 1
    return GridCell(text, 1, 1, False, place, place + len(shown), line.number, column)
