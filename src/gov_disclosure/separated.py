"""Tables of comma-separated values: lines next to each other with equally many fields."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from gov_disclosure.grid import Grid, GridCell, Line

_FEWEST_FIELDS = 3
_MOST_FIELDS = 64
# Prose may have as many commas in two lines, but hardly in more.
_FEWEST_LINES = 4
_LONGEST = 2000
# Bars, tabs or spaces part the numbers; then commas may part thousands.
_OTHERWISE_PARTED = re.compile(r"[|\t│]|\d\s+\d")


def may_be_separated(text: str) -> bool:
    """Whether a text has any sign of such a table."""
    return text.count(",") >= (_FEWEST_FIELDS - 1) * _FEWEST_LINES


def separated_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of comma-separated values among the lines of a text."""
    rows = [(line, _fields(line)) for line in lines]
    for count, run in groupby(rows, key=lambda row: len(row[1])):
        table = list(run)
        if count and len(table) >= _FEWEST_LINES:
            yield Grid(table[0][0].start, table[-1][0].end, [fields for _, fields in table])


def _fields(line: Line) -> list[GridCell]:
    """The fields of a line; none if it is no row of such a table."""
    commas = line.text.count(",")
    if not _FEWEST_FIELDS <= commas + 1 <= _MOST_FIELDS or len(line.text) > _LONGEST:
        return []
    if _OTHERWISE_PARTED.search(line.text):
        return []
    try:
        texts = next(csv.reader([line.text], strict=True))
    except (csv.Error, StopIteration):
        return []
    fields, start = [], 0
    for text in texts:
        start = max(line.text.find(text, start), start)
        place = line.start + start
        fields.append(GridCell(text, place, place + len(text), line.number, line.indent + start + 1))
        start += len(text)
    return fields if len(fields) >= _FEWEST_FIELDS else []
