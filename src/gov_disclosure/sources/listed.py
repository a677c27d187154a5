"""Tables as programs print them: a list of rows, each a list of cells.

    [["规章", "1", null], ["行政许可", 5, 0]]        ['规章', '1', None]
                                                    ['行政许可', '5', '0']

JSON and Python write them so, on one line or on many; a row that names its columns does so by their numbers:
``{"0": "规章", "1": 1, "2": null}``. A row in which anything else stands is torn: it is left out, with what
follows of it, for its cells can't be told.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell, Row
from gov_disclosure.sources.grid import MOST_COLUMNS, Line
from gov_disclosure.sources.places import Places

_STRING = r"""(?:[uU]?"(?:[^"\\\r\n]|\\.)*+"|[uU]?'(?:[^'\\\r\n]|\\.)*+')"""
# What stands for an empty cell, and for one that another covers.
_NOTHING = r"(?:null|None|NaN|nan|NaT|<NA>)"
_NUMBER = "(?:[-+]?[0-9][-+.0-9eE]*+)"
_KEY = r"""(?:["']?[0-9]{1,3}["']?\s*+:\s*+)"""
_ITEM = rf"{_KEY}?(?:{_STRING}|{_NUMBER}|{_NOTHING})"
# Brackets of the table, and of several in one list, may stand before that of a row.
_OPENING = on_demand(
    rf"""(?:[\[(]\s*+){{0,2}}(?:[\[(]\s*+(?=[uU]?["']|[-+0-9]|{_NOTHING})|\{{\s*+(?=["']?0["']?\s*+:))"""
)
_CELL = on_demand(
    rf"\s*+(?P<key>{_KEY})?"
    rf"(?:(?P<string>{_STRING})|(?P<number>{_NUMBER})|(?P<nothing>{_NOTHING}))\s*+(?P<behind>[,\])}}])"
)
# A comma may stand behind the last cell too.
_CLOSING = on_demand(r"\s*+[\])}]")
_END = on_demand(r"(?:\s*+,)?(?:\s*+[\])]){0,2}(?:[ \t]*+,)?")
_BETWEEN = on_demand(r"[\s,]*+")
# What is left of a torn row below its line: lines of nothing but cells, the first of them in two halves.
_LEFT = on_demand(
    rf"""(?:\s*+["'][^\r\n"']*+)?(?:[\r\n]++[^\r\n\[("']*+["'](?=[ \t]*+[,\])\r\n]))?"""
    rf"(?:[ \t]*+(?:[\r\n]++[ \t]*+)?(?:{_ITEM}|[,\])}}]))*+(?=[ \t]*+(?:[\r\n]|\Z))"
)
_FEWEST_ROWS = 2

_ESCAPE = on_demand(r"((?:\\u[0-9a-fA-F]{4})+)|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})|\\([ntrbf\"'/\\])")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_LAST_CHARACTER = 0x10FFFF
_HALVES = range(0xD800, 0xE000)
_NO_CHARACTER = "\ufffd"


class _Listed(NamedTuple):
    """A row as it stands in the text."""

    start: int
    end: int
    cells: Row = ()
    """None for a torn row."""
    has_words: bool = False


def listed_tables(text: str, lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables of a text that are lists of lists."""
    table: list[_Listed] = []
    for row in _rows(text, Places(lines)):
        if table and not _BETWEEN.fullmatch(text, table[-1].end, row.start):
            yield from _table(text, table)
            table = []
        table.append(row)
    yield from _table(text, table)


def _table(text: str, listed: Sequence[_Listed]) -> Iterator[Grid]:
    # Numbers alone are none of the form's tables, and may stand in the brackets of prose.
    if len(listed) >= _FEWEST_ROWS and any(row.has_words and len(row.cells) > 1 for row in listed):
        end = _END.match(text, listed[-1].end)
        rows = tuple([row.cells for row in listed if row.cells])
        yield Grid(rows, listed[0].start, end.end() if end else listed[-1].end)


def _rows(text: str, places: Places) -> Iterator[_Listed]:
    """What opens like a row, whole or torn."""
    at = 0
    while opening := _OPENING.search(text, at):
        row = _row(text, opening, places)
        yield row
        at = row.end


def _row(text: str, opening: re.Match[str], places: Places) -> _Listed:
    cells: list[GridCell] = []
    at, has_words = opening.end(), False
    named = "{" in opening[0]
    while len(cells) < MOST_COLUMNS and (cell := _CELL.match(text, at)):
        if _key(cell) != (len(cells) if named else -1):
            break
        at = cell.end()
        string, number, behind = cell["string"], cell["number"], cell["behind"]
        if string is None:
            start, end = cell.span("number" if number else "nothing")
            cells.append(places.cell(number or "", start, end))
        else:
            has_words = True
            end = cell.end("string")
            written = string.lstrip("uU")
            cells.append(places.cell(_said(written[1:-1]), end - len(written) + 1, end - 1))
        if behind != ",":
            return _Listed(opening.start(), at, tuple(cells), has_words)
        if closing := _CLOSING.match(text, at):
            return _Listed(opening.start(), closing.end(), tuple(cells), has_words)
    return _Listed(opening.start(), _end_of_torn(text, at, places))


def _key(cell: re.Match[str]) -> int:
    """The number of the column that a cell names; -1 if it names none."""
    return int(cell["key"].strip(":\"' \t\r\n")) if cell["key"] else -1


def _end_of_torn(text: str, at: int, places: Places) -> int:
    """Where the rest of a row ends that is torn at a place: before the next one, or where no cell is left."""
    end = places.line_of(at).end
    if following := _OPENING.search(text, at, end):
        return following.start()
    left = _LEFT.match(text, end)
    return left.end() if left else end


def _said(written: str) -> str:
    """What a string says, its escapes as characters."""
    return _ESCAPE.sub(_character, written) if "\\" in written else written


def _character(escape: re.Match[str]) -> str:
    units, long, short, sign = escape.groups()
    if units:
        # A character may take two of them.
        return bytes.fromhex(units.replace("\\u", "")).decode("utf-16-be", "replace")
    if sign:
        return _ESCAPED.get(sign, sign)
    code = int(long or short, 16)
    return _NO_CHARACTER if code > _LAST_CHARACTER or code in _HALVES else chr(code)
