"""Tables of values with a sign between them: lines next to each other with equally many fields.

    规章,0,"1,234"        规章;0;1,234        "规章"|0|"1,234"

A comma or a semicolon parts fields by itself. Tabs and bars stand elsewhere too; here only in lines whose words
are all in quotation marks, which are no part of what a cell says.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from attrs import frozen

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.sources.grid import Line
from gov_disclosure.sources.signs import FEWEST_FIELDS, FEWEST_LINES, may_be_separated

_MOST_FIELDS = 64
_LONGEST = 2000
# A line of prose may touch a table, above and below.
_MOST_OTHERS = 2
# So many rows are as long as each other to one that is not.
_REGULAR = 8
_QUOTE = '"'
# What is longer is no field.
_MOST_IN_FIELD = 12
_NUMBER = on_demand(r"\s*[0-9０-９].*", re.DOTALL)

# A line end in a field that is not quoted.
_BREAK = "\u2028"

_Row = tuple[Line, list[str]]
"""A line with the texts of its fields."""


@frozen
class Separator:
    """A sign between fields."""

    sign: str
    rows: re.Pattern[str]
    """What a line is that may be a row of fields."""

    def tables(self, text: str, lines: Sequence[Line]) -> Sequence[Grid]:
        """The tables with this sign in a text, in the way in which most cells are in tables."""
        found = list(self._tables(lines))
        unbroken = _unbroken(text, lines) if "\r" in text else lines
        return found if len(unbroken) == len(lines) else max(found, list(self._tables(unbroken)), key=_cells)

    def _tables(self, lines: Sequence[Line]) -> Iterator[Grid]:
        rows = [(line, self._fields(line)) for line in _records(lines, self.sign)]
        for separated, run in groupby(rows, key=lambda row: bool(row[1])):
            if separated:
                yield from _table(list(run))

    def _fields(self, line: Line) -> list[str]:
        """The texts of the fields of a line; none if it is no row of such a table."""
        count = line.text.count(self.sign) + 1
        if not FEWEST_FIELDS <= count <= _MOST_FIELDS or len(line.text) > _LONGEST:
            return []
        if not self.rows.match(line.text):
            return []
        try:
            texts = next(csv.reader([line.text.replace("\n", _BREAK)], delimiter=self.sign, strict=True))
        except (csv.Error, StopIteration):
            return []
        return [text.replace(_BREAK, "\n") for text in texts] if len(texts) >= FEWEST_FIELDS else []


def _cells(grids: Sequence[Grid]) -> int:
    return sum(len(row) for grid in grids for row in grid.rows)


def _unbroken(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those together that end with a carriage return alone, where others do not: it is in a field.

    Tools that know but the other line end write such fields without quotation marks.
    """
    found: list[Line] = []
    first = 0
    for at, line in enumerate(lines, 1):
        end = text[line.end : line.end + 2]
        if end[:1] != "\r" or end == "\r\n" or at == len(lines):
            found.append(_together(lines[first:at]) if at - first > 1 else line)
            first = at
    return found


def _records(lines: Sequence[Line], sign: str) -> Iterator[Line]:
    """The lines, those together between whose ends a quotation mark is open: a field has line ends in it."""
    index = 0
    while index < len(lines):
        line, index = lines[index], index + 1
        if line.text.count(_QUOTE) % 2 and _opens(line.text, sign):
            end = next(_ends(lines, index), 0)
            line = _together(lines[index - 1 : end]) if end else line
            index = end or index
        yield line


def _opens(text: str, sign: str) -> bool:
    """Whether the last quotation mark of a line begins a field."""
    at = text.rindex(_QUOTE)
    return at == 0 or text[at - 1] in (sign, _QUOTE)


def _ends(lines: Sequence[Line], index: int) -> Iterator[int]:
    """Behind which lines an open quotation mark is closed."""
    for end in range(index, min(index + _MOST_IN_FIELD, len(lines))):
        if lines[end].text.count(_QUOTE) % 2:
            yield end + 1


def _together(lines: Sequence[Line]) -> Line:
    """Lines as one, each character of which keeps its place."""
    parts = [f"{line.text}{chr(10):>{below.start - line.end}}" for line, below in pairwise(lines)]
    return lines[0]._replace(text="".join((*parts, lines[-1].text)))


def _placed(row: _Row, width: int) -> tuple[GridCell, ...]:
    """The cells of a row; one of labels alone is filled up to a width with the empty ones that it lacks."""
    (whole, first, begins, indent), texts = row
    cells: list[GridCell] = []
    start = 0
    for text in texts:
        start = max(whole.find(text, start), start)
        place = begins + start
        number = first + whole.count("\n", 0, start)
        column = start - whole.rfind("\n", 0, start) if number > first else indent + start + 1
        cells.append(_new(GridCell, (text, 1, 1, False, place, place + len(text), number, column)))
        start += len(text)
    if len(texts) < width and not _has_numbers(texts):
        cells += [cells[-1]._replace(text="", start=cells[-1].end)] * (width - len(texts))
    return tuple(cells)


def _table(rows: Sequence[_Row]) -> Iterator[Grid]:
    """The table that lines next to each other make: where many have fewer fields, empty ones are lost.

    Of a row or two that are longer or shorter than the others the length is put right where that is certain;
    else they stay as they are, and show it.
    """
    width, _ = Counter(len(fields) for _, fields in rows).most_common(1)[0]
    even = [(line, _cut(fields, width)) for line, fields in rows]
    places = [at for at, (_, fields) in enumerate(even) if len(fields) == width]
    first, last = places[0], places[-1]
    inner = last + 1 - first - len(places)
    outer = len(rows) - (last + 1 - first)
    count = len(places)
    if count >= FEWEST_LINES and outer <= _MOST_OTHERS and inner <= 1 + count // _REGULAR:
        table = even[first : last + 1]
        moved = _are_moved_up([texts for _, texts in table])
        cells = tuple([_placed(row, width) for row in table])
        yield Grid(cells, table[0][0].start, table[-1][0].end, says_places=not moved)


def _are_moved_up(rows: Sequence[Sequence[str]]) -> bool:
    """Whether numbers stand further right than all words above them: spans have not left their places empty.

    ,自然人,法人或其他组织,总计,,,,
    ,,商业企业,科研机构,社会公益组织,法律服务机构,其他,
    一、本年新收政府信息公开申请数量,1,2,3,4,5,6,21
    """
    words = 0
    for has_numbers, run in groupby(rows, key=_has_numbers):
        filled = [[at for at, text in enumerate(row, 1) if text.strip()] for row in run]
        end = max((row[-1] for row in filled if row), default=0)
        if has_numbers and 0 < words < end:
            return True
        words = end if any(len(row) > 1 for row in filled) and not has_numbers else 0
    return False


def _cut(fields: list[str], width: int) -> list[str]:
    """The fields of a row without empty ones behind the last column, if no other can be the one too many."""
    own, surplus = fields[:width], fields[width:]
    if not surplus or "".join(surplus).strip():
        return fields
    certain = all(map(str.strip, own)) or not _has_numbers(own)
    return own if certain else fields


def _has_numbers(fields: Sequence[str]) -> bool:
    return any(map(_NUMBER.fullmatch, fields))


# A cell in full: by its class it takes twice as long.
_new = tuple.__new__
# Bars, tabs or spaces part the numbers; then commas may part thousands. A row of a list, as programs print it,
# has brackets and quotation marks that are no part of its cells.
_OF_A_LIST: Final = r"\s*(?:[\[(]\s*[\"']|\[\s*(?:[-0-9]|null|None|nan)|\{\s*[\"']?0[\"']?\s*:)"
COMMA: Final = Separator(",", on_demand(rf"(?!{_OF_A_LIST})(?!.*(?:[|\t│]|\d\s+\d))"))
# Pages and programs have semicolons behind entities and commands.
SEMICOLON: Final = Separator(";", on_demand(r"(?!.*(?:[|\t│<>{}&]|\d\s+\d))"))
_QUOTED: Final = r'(?:"(?:[^"]|"")*+"|[-+0-9.,%]*+)'
TAB: Final = Separator("\t", on_demand(rf"{_QUOTED}(?:\t{_QUOTED})*+$"))
BAR: Final = Separator("|", on_demand(rf"{_QUOTED}(?:\|{_QUOTED})*+$"))


def quoted_tables(text: str, lines: Sequence[Line]) -> Iterator[Grid]:
    """Those whose fields stand in quotation marks, between tabs or bars."""
    for separator in (TAB, BAR):
        if may_be_separated(text, separator.sign):
            yield from separator.tables(text, lines)
