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
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.bars import BARS, EDGE, JUNCTIONS, RULES
from gov_disclosure.sources.grid import Found, Line, filled_rows, joined
from gov_disclosure.sources.measures import MEASURES, Measure

# "+---+--+", "|---+--|": runs of dashes with plus signs between them, not all of one dash.
_ASCII_RULE = on_demand(r"[+|](?=[-=:+]{0,300}(?:---|===))[-=:]+(?:\+[-=:]+)*[+|]?|\+[-=:]+(?:\+[-=:]+)*[+|]")
# "|---|---|" is Markdown's rule below its head, in a table of one line a row.
_MARKDOWN_RULE = on_demand(r"[-:]\|:?-")
_ASCII = str.maketrans("+|-=:", "┼┼───")
_ENDS = frozenset((*BARS, *JUNCTIONS, *"|+"))
_RULE = on_demand(f"[{RULES}]")
# A terminal's signs may stand in a rule.
_RULES = f"{RULES}{NOT_SHOWN}"
_SIGNS_OF_RULES = f"{BARS}{_RULES}{JUNCTIONS} "
# All but the bar that parts cells in most.
_OTHER_SIGN = on_demand(f"[{BARS[1:]}{RULES}{JUNCTIONS}]")

# A block with fewer has rules around its head only, and each of its lines is a row.
_FEWEST_BANDS = 3

# More bars than any table of the form has; a longer line of them is decoration.
_MOST_BARS = 200


def drawn_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The drawn tables among the lines of a text."""
    # Half of the lines of a table are one of a few rules.
    known: dict[str, _Signs | None] = {}
    block: list[_Drawn] = []
    for line in lines:
        text = line.text
        if text not in known:
            known[text] = _signs(text)
        signs = known[text]
        if signs is not None:
            block.append(_Drawn(line, signs))
        elif block:
            yield from _table(block)
            block = []
    if block:
        yield from _table(block)


class _Signs(NamedTuple):
    """Where bars and junctions stand in a line, and what stands between them."""

    text: str
    places: list[int]
    between: list[str]
    """What stands behind each, with signs of box drawing in the place of ASCII's."""
    has_rule: bool
    is_rule: bool
    """Whether nothing but a rule stands in it."""
    is_whole_rule: bool
    """Whether a rule stands between any two bars."""


class _Drawn(NamedTuple):
    """A line of a table."""

    line: Line
    signs: _Signs


def _signs(line: str) -> _Signs | None:
    """The signs of a line that may be part of a drawn table: it begins and ends with a bar or a junction."""
    text, ends = line, line.strip()
    if len(ends) < 2 or ends[0] not in _ENDS or ends[-1] not in _ENDS:
        return None
    if "|" in text or "+" in text:
        if ("|-" in text or "|:" in text) and _MARKDOWN_RULE.search(text):
            return None
        if "+" in text or "---" in text or "===" in text:
            text = _ASCII_RULE.sub(lambda rule: rule[0].translate(_ASCII), text)
        text = text.replace("|", "│")
        ends = text.strip()
        if ends[0] == "+" or ends[-1] == "+":
            return None
    has_rule = False
    if _OTHER_SIGN.search(text):
        has_rule = _RULE.search(text) is not None
        between = EDGE.split(text)
    else:
        between = text.split("│")
    places = [length + bars for bars, length in enumerate(accumulate(map(len, between)))]
    places.pop()
    if len(places) > _MOST_BARS:
        return None
    del between[0]
    is_rule = has_rule and not ends.strip(_SIGNS_OF_RULES)
    is_whole_rule = is_rule and " " not in ends and "" not in between[:-1]
    return _Signs(line, places, between, has_rule, is_rule, is_whole_rule)


def _table(block: Sequence[_Drawn]) -> Iterator[Grid]:
    # What no rule opens or ends may have been cut.
    rules = [index for index, drawn in enumerate(block) if drawn.signs.has_rule]
    if not rules:
        return
    block = block[rules[0] : rules[-1] + 1]
    # A line of text below a rule begins a row of cells somewhere.
    bands = [signs for above, (_, signs) in pairwise(block) if above.signs.has_rule and not signs.is_rule]
    if len(bands) + (not block[0].signs.is_rule) < _FEWEST_BANDS:
        return
    rows = filled_rows(_cells(block, _columns([signs for _, signs in block])))
    if rows:
        yield Grid(rows, block[0].line.start, block[-1].line.end)


# --- Where bars stand -------------------------------------------------------------------------------------


def _columns(lines: Sequence[_Signs]) -> Sequence[list[int]]:
    """The columns of each line's bars and junctions, in the measure in which they line up best."""
    distinct = {signs.text: signs for signs in lines}
    fewest = max(len(signs.places) for signs in lines)
    best: Mapping[str, list[int]] = {}
    least = sys.maxsize
    for measure in MEASURES:
        columns = {text: _columns_in(signs, measure) for text, signs in distinct.items()}
        different = len(set().union(*columns.values()))
        if different < least:
            best, least = columns, different
        if least == fewest:
            break
    return [best[signs.text] for signs in lines]


def _columns_in(signs: _Signs, measure: Measure) -> list[int]:
    text, places = signs.text, signs.places
    return list(accumulate(measure.widths([text[start:end] for start, end in pairwise((0, *places))])))


# --- From lines to cells ----------------------------------------------------------------------------------


class _Open(NamedTuple):
    """A cell that goes on below, between two columns of bars."""

    left: int
    right: int
    parts: list[tuple[Line, int, int]]


def _cells(block: Sequence[_Drawn], columns_of_lines: Sequence[list[int]]) -> list[Found]:
    """Every cell with the number of its first line and its column, numbered by where cells begin."""
    closed: list[_Open] = []
    openings: dict[int, _Open] = {}
    above: list[int] = []
    lines = list(zip(block, columns_of_lines, strict=True))
    ruled = {column for (_, signs), columns in lines if signs.has_rule for column in columns}
    torn = False
    for (line, signs), columns in lines:
        torn = torn and not signs.is_rule
        if not ruled.issuperset(columns):
            # With as many bars as the line above, a character is wider than it seems; else a bar is lost or one
            # too many, and the row is left out.
            torn = torn or len(columns) != len(above)
            columns = above
        if torn:
            openings.clear()
            continue
        above = columns
        if signs.is_whole_rule:
            closed += _reached(openings, columns[0], columns[-1])
        else:
            closed += _taken_in(openings, line, signs, columns)
    closed += openings.values()
    lefts = sorted({cell.left for cell in closed})
    numbers = {left: number for number, left in enumerate(lefts)}
    return [_found(parts, numbers[left], bisect_left(lefts, right)) for left, right, parts in closed]


def _found(parts: Sequence[tuple[Line, int, int]], column: int, behind: int) -> Found:
    first, last = parts[0][0].number, parts[-1][0].number
    return _new(Found, (first, column, last - first + 1, joined(parts, behind - column)))


def _taken_in(openings: dict[int, _Open], line: Line, signs: _Signs, columns: Sequence[int]) -> list[_Open]:
    """The cells that a line ends; what stands between its bars goes on with those above, or opens others."""
    _, places, between, has_rule, *_ = signs
    if not (openings or has_rule):
        # Straight below a rule, as most lines of text are.
        spans = zip(columns, columns[1:], places, places[1:], strict=False)
        for left, right, place, end in spans:
            openings[left] = _new(_Open, (left, right, [(line, place + 1, end)]))
        return []
    ended: list[_Open] = []
    opened: dict[int, _Open] = {}
    for left, right, place, end, text in zip(columns, columns[1:], places, places[1:], between, strict=False):
        is_rule = has_rule and bool(text) and not text.strip(_RULES)
        cell = openings.get(left) if openings else None
        if cell is None or cell.right != right:
            if openings:
                ended += _reached(openings, left, right)
            if not is_rule:
                opened[left] = _new(_Open, (left, right, [(line, place + 1, end)]))
            continue
        del openings[left]
        if is_rule:
            ended.append(cell)
        else:
            cell.parts.append((line, place + 1, end))
            opened[left] = cell
    openings.update(opened)
    return ended


def _reached(openings: dict[int, _Open], left: int, right: int) -> list[_Open]:
    """The open cells that reach between two columns; they are open no more."""
    lefts = [at for at, cell in openings.items() if at < right and cell.right > left]
    return [openings.pop(at) for at in lefts]


# A tuple in full: by its class it takes twice as long.
_new = tuple.__new__
