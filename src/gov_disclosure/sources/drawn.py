"""Tables drawn with lines: box characters, or bars, dashes and plus signs.

    ┌──────┬────────┐        +------+--------+
    │规章  │0 │7    │        | 规章 | 0      |
    └──────┴────────┘        +------+--------+

Terminal browsers, pandoc and reStructuredText draw them so. A cell may be wrapped over lines and span rows or
columns; a line may be a rule under some columns and text in others. What counts is where bars and junctions
stand. Their columns depend on how wide the tool took a Chinese character to be, so the measure is used in
which they line up best.
"""

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from attrs import define

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.bars import BARS, EDGE, JUNCTIONS, RULES
from gov_disclosure.sources.grid import Found, Line, filled_rows, joined

# "+---+--+", "|---+--|": runs of dashes with plus signs between them, not all of one dash.
_ASCII_RULE = on_demand(r"[+|](?=[-=:+]{0,300}(?:---|===))[-=:]+(?:\+[-=:]+)*[+|]?|\+[-=:]+(?:\+[-=:]+)*[+|]")
# "|---|---|" is Markdown's rule below its head, in a table of one line a row.
_MARKDOWN_RULE = on_demand(r"[-:]\|:?-")
_ASCII = str.maketrans("+|-=:", "┼┼───")
_ENDS = frozenset((*BARS, *JUNCTIONS, *"|+"))
_RULE = on_demand(f"[{RULES}]")
_SIGNS_OF_RULES = f"{BARS}{RULES}{JUNCTIONS} "

# A block with fewer has rules around its head only, and each of its lines is a row.
_FEWEST_BANDS = 3

# More bars than any table of the form has; a longer line of them is decoration.
_MOST_BARS = 200
_LONGEST_LINE = 600
# What is longer between two bars is not remembered, so that memory is bounded.
_LONGEST_CELL = 200
_MOST_CHARACTERS = 4096

Measure = Callable[[str], int]


def drawn_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The drawn tables among the lines of a text."""
    block: list[_Drawn] = []
    for line in lines:
        drawn = _drawn(line)
        if drawn is not None:
            block.append(drawn)
        elif block:
            yield from _table(block)
            block = []
    if block:
        yield from _table(block)


class _Drawn(NamedTuple):
    """A line of a table, and where bars and junctions stand in it."""

    line: Line
    signs: str
    """Its text with signs of box drawing in the place of ASCII's."""
    places: list[int]
    has_rule: bool
    is_rule: bool
    """Whether nothing but a rule stands in it."""


def _drawn(line: Line) -> _Drawn | None:
    """The line as part of a drawn table: it begins and ends with a bar or a junction."""
    text = line.text
    ends = text.strip()
    if len(ends) < 2 or ends[0] not in _ENDS or ends[-1] not in _ENDS:
        return None
    if "|" in text or "+" in text:
        if _MARKDOWN_RULE.search(text):
            return None
        text = _ASCII_RULE.sub(lambda rule: rule[0].translate(_ASCII), text).replace("|", "│")
        ends = text.strip()
        if ends[0] == "+" or ends[-1] == "+":
            return None
    places = [match.start() for match in EDGE.finditer(text)]
    if len(places) > _MOST_BARS:
        return None
    has_rule = bool(_RULE.search(text))
    return _Drawn(line, text, places, has_rule, has_rule and not ends.strip(_SIGNS_OF_RULES))


def _table(block: Sequence[_Drawn]) -> Iterator[Grid]:
    # What no rule opens or ends may have been cut.
    rules = [index for index, drawn in enumerate(block) if drawn.has_rule]
    if not rules:
        return
    block = block[rules[0] : rules[-1] + 1]
    bands = sum(
        1 for above, line in zip([None, *block[:-1]], block, strict=True) if not line.is_rule and _opens(above)
    )
    if bands < _FEWEST_BANDS:
        return
    rows = filled_rows(_cells(block, _columns(block)))
    if rows:
        yield Grid(rows, block[0].line.start, block[-1].line.end)


def _opens(above: _Drawn | None) -> bool:
    """Whether a line of text below this one begins a row of cells somewhere."""
    return above is None or above.has_rule


# --- Where bars stand -------------------------------------------------------------------------------------


class _Widths(dict[str, int]):
    """The width of each character that was asked for, in columns."""

    def __init__(self, wide: str) -> None:
        super().__init__()
        self._wide = wide

    def __missing__(self, character: str) -> int:
        if len(self) >= _MOST_CHARACTERS:
            self.clear()
        width = self[character] = 2 if east_asian_width(character) in self._wide else 1
        return width


MEASURES: Sequence[Measure] = (_Widths("WF").__getitem__, _Widths("WFA").__getitem__, len)
"""How wide a tool may have taken a character to be, the likeliest first."""


def columns_of(text: str, measure: Measure) -> Sequence[int]:
    """The column before each character of a line, and that behind the last."""
    # A line is asked for several times; one that is no table's is not remembered.
    return _columns_of(text, measure) if len(text) <= _LONGEST_LINE else _counted(text, measure)


def _counted(text: str, measure: Measure) -> Sequence[int]:
    return tuple(accumulate(map(measure, text), initial=0))


_columns_of = lru_cache(maxsize=1024)(_counted)


def _columns(block: Sequence[_Drawn]) -> Sequence[list[int]]:
    """The columns of each line's bars and junctions, in the measure in which they line up best."""
    fewest = max(len(drawn.places) for drawn in block)
    best: Sequence[list[int]] = ()
    least = sys.maxsize
    for measure in MEASURES:
        columns = [_columns_in(drawn, measure) for drawn in block]
        distinct = len(set().union(*columns))
        if distinct < least:
            best, least = columns, distinct
        if least == fewest:
            break
    return best


def _columns_in(drawn: _Drawn, measure: Measure) -> list[int]:
    text, places = drawn.line.text, drawn.places
    return list(accumulate([_width(text[start:end], measure) for start, end in pairwise((0, *places))]))


def _width(text: str, measure: Measure) -> int:
    return _short_width(text, measure) if len(text) <= _LONGEST_CELL else sum(map(measure, text))


@lru_cache(maxsize=8192)
def _short_width(text: str, measure: Measure) -> int:
    # What stands in cells is much the same in all reports, but for their figures.
    return sum(map(measure, text))


# --- From lines to cells ----------------------------------------------------------------------------------


@define(eq=False)
class _Open:
    """A cell that goes on below, between two columns of bars."""

    row: int
    left: int
    right: int
    last: int
    """The number of its last line."""
    parts: list[tuple[Line, int, int]]


def _cells(block: Sequence[_Drawn], columns_of_lines: Sequence[list[int]]) -> Iterator[Found]:
    """Every cell with its row and column, numbered by where cells begin."""
    closed: list[_Open] = []
    openings: dict[int, _Open] = {}
    above: list[int] = []
    lines = list(zip(block, columns_of_lines, strict=True))
    ruled = {column for drawn, columns in lines if drawn.has_rule for column in columns}
    torn = False
    for row, (drawn, columns) in enumerate(lines):
        torn = torn and not drawn.is_rule
        if not ruled.issuperset(columns):
            # With as many bars as the line above, a character is wider than it seems; else a bar is lost or one
            # too many, and the row is left out.
            torn = torn or len(columns) != len(above)
            columns = above
        if torn:
            openings.clear()
            continue
        above = columns
        closed += _taken_in(openings, row, drawn, columns)
    closed += openings.values()
    lefts = sorted({cell.left for cell in closed})
    numbers = {left: number for number, left in enumerate(lefts)}
    return (_found(cell, numbers[cell.left], bisect_left(lefts, cell.right)) for cell in closed)


def _found(cell: _Open, column: int, behind: int) -> Found:
    return Found(cell.row, column, cell.last - cell.row + 1, joined(cell.parts, behind - column))


def _taken_in(openings: dict[int, _Open], row: int, drawn: _Drawn, columns: Sequence[int]) -> list[_Open]:
    """The cells that a line ends; what stands between its bars goes on with those above, or opens others."""
    ended: list[_Open] = []
    line, signs, places = drawn.line, drawn.signs, drawn.places
    for left, right, place, end in zip(columns, columns[1:], places, places[1:], strict=False):
        start = place + 1
        is_rule = drawn.has_rule and _is_rule(signs[start:end])
        cell = openings.get(left)
        if cell is None or cell.right != right:
            if openings:
                ended += _reached(openings, left, right)
            if not is_rule:
                openings[left] = _Open(row, left, right, row, [(line, start, end)])
        elif is_rule:
            ended.append(openings.pop(left))
        else:
            cell.parts.append((line, start, end))
            cell.last = row
    return ended


def _reached(openings: dict[int, _Open], left: int, right: int) -> list[_Open]:
    """The open cells that reach between two columns; they are open no more."""
    lefts = [at for at, cell in openings.items() if at < right and cell.right > left]
    return [openings.pop(at) for at in lefts]


def _is_rule(signs: str) -> bool:
    return bool(signs) and not signs.strip(RULES)
