"""Tables of comma-separated values: lines next to each other with equally many fields."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.sources.grid import Line

_FEWEST_FIELDS = 3
_MOST_FIELDS = 64
# Prose may have as many commas in two lines, but hardly in more.
_FEWEST_LINES = 4
_LONGEST = 2000
# A line of prose may touch a table, above and below.
_MOST_OTHERS = 2
# Bars, tabs or spaces part the numbers; then commas may part thousands.
_OTHERWISE_PARTED = re.compile(r"[|\t│]|\d\s+\d")
# A row of a list, as programs print it: its brackets and quotation marks are no part of its cells.
_LISTED = re.compile(r"\s*(?:[\[(]\s*[\"']|\[\s*(?:[-0-9]|null|None|nan))")


_Row = tuple[Line, list[GridCell]]


def may_be_separated(text: str) -> bool:
    """Whether a text has any sign of such a table."""
    return text.count(",") >= (_FEWEST_FIELDS - 1) * _FEWEST_LINES


def separated_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of comma-separated values among the lines of a text."""
    rows = [(line, _fields(line)) for line in lines]
    for separated, run in groupby(rows, key=lambda row: bool(row[1])):
        if separated:
            yield from _table(list(run))


def _table(rows: Sequence[_Row]) -> Iterator[Grid]:
    """The table that lines next to each other make: where many have fewer fields, empty ones are lost."""
    runs = [list(run) for _, run in groupby(rows, key=lambda row: len(row[1]))]
    table = max(runs, key=len)
    if len(table) >= _FEWEST_LINES and len(rows) - len(table) <= _MOST_OTHERS:
        cells = tuple(tuple(fields) for _, fields in table)
        yield Grid(cells, table[0][0].start, table[-1][0].end)


def _fields(line: Line) -> list[GridCell]:
    """The fields of a line; none if it is no row of such a table."""
    commas = line.text.count(",")
    if not _FEWEST_FIELDS <= commas + 1 <= _MOST_FIELDS or len(line.text) > _LONGEST:
        return []
    if _OTHERWISE_PARTED.search(line.text) or _LISTED.match(line.text):
        return []
    try:
        texts = next(csv.reader([line.text], strict=True))
    except (csv.Error, StopIteration):
        return []
    fields, start = [], 0
    for text in texts:
        start = max(line.text.find(text, start), start)
        place = line.start + start
        column = line.indent + start + 1
        fields.append(GridCell(text, 1, 1, False, place, place + len(text), line.number, column))
        start += len(text)
    return fields if len(fields) >= _FEWEST_FIELDS else []
