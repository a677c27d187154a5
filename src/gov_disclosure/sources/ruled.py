"""Tables ruled by dashes: columns stand below runs of dashes or of equal signs.

      -------------- ---- ----        ========  ====  ====
      规章           0    7           规章      0     7
      -------------- ---- ----        ========  ====  ====

pandoc's simple and multiline tables, reStructuredText and many terminal tools print them. Where empty lines
part the rows, a row may take several lines. As in drawn tables, the measure of width is found from the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, Row
from gov_disclosure.sources.grid import MOST_COLUMNS, Line, joined, stretch, unclear
from gov_disclosure.sources.measures import MEASURES, Measure

_RULE = on_demand(r" *(?:-+|=+)(?: +(?:-+|=+))+ *")
_RUN = on_demand("[-=]+")
# A table has few lines between two rules, and its head few above; looking further would not be linear.
_MOST_LINES = 400
_MOST_HEAD = 12
_WIDE_SPACE = "\u3000"
# Fewer groups of lines between empty lines are no rows.
_FEWEST_GROUPS = 3
# Of a table a line may not fit, where so many times as many do.
_FITTING = 3


def ruled_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The ruled tables among the lines of a text: from the first rule to the last of the same columns."""
    index = behind = 0
    while index < len(lines):
        if _is_rule(lines[index].text):
            end, closed = _end_of(lines, index)
            start = _start_of(lines, index, behind)
            columns = _Columns(lines[index].text)
            told = range(start, end + 1) if end > index else range(0)
            table = _told(lines, told, index, columns, closed=closed) if told else told
            if table and (grid := _table(lines[table.start : table.stop], lines[index].text, columns)):
                yield grid
                # What stands behind it may be the head of the next.
                end = table.stop - 1
            index = max(end, index)
            behind = index + 1
        index += 1


def _is_rule(text: str) -> bool:
    return bool(("---" in text or "===" in text) and _RULE.fullmatch(text))


def _is_border(text: str, rule: str) -> bool:
    """A single run of dashes as long as a whole rule: it opens and ends pandoc's multiline tables."""
    single = text.strip()
    return len(single) == len(rule.strip()) and not single.strip("-")


def _end_of(lines: Sequence[Line], start: int) -> tuple[int, bool]:
    """The last line that is the same rule again or its border, before any other rule; else before a gap.

    And whether it closes the table: lines behind the last row stand before a gap too.
    """
    rule, end, other = lines[start].text.rstrip(), start, 0
    for index in range(start + 1, min(start + _MOST_LINES, len(lines))):
        text = lines[index].text.rstrip()
        if text == rule:
            if end > start and _is_prose(lines, end, index, start):
                break
            end = index
        elif _is_border(text, rule):
            return index, True
        elif _is_rule(text):
            other = index
            break
    if end > start:
        return end, True
    last = _paragraph_end(lines, start)
    return (min(last, other - 1) if other else last), False


def _is_prose(lines: Sequence[Line], end: int, next_rule: int, first: int) -> bool:
    """Whether what stands between two rules is no part of a table: an empty line is first, and lines don't fit.

    A text may have two tables of the same columns; where its lines have come apart, all rules are before such.
    """
    if lines[end + 1].text.strip() or not lines[first + 1].text.strip():
        return False
    between = [line for line in lines[end + 1 : next_rule] if line.text.strip()]
    columns = _Columns(lines[first].text)
    if columns.are_too_many:
        return False
    return _misfits(columns.best(between)) * (_FITTING + 1) > len(between)


def _paragraph_end(lines: Sequence[Line], start: int) -> int:
    """The last line before an empty one: tables with a head need no rule below."""
    end = start
    while end + 1 < len(lines) and lines[end + 1].text.strip() and end < start + _MOST_LINES:
        end += 1
    return end


def _start_of(lines: Sequence[Line], rule: int, behind: int) -> int:
    """The border above the head, if there is one; else the first line of a head straight above the rule."""
    first = max(rule - _MOST_HEAD, behind)
    for index in range(rule - 1, first - 1, -1):
        if _is_border(lines[index].text, lines[rule].text):
            return index
    while rule > first and lines[rule - 1].text.strip():
        rule -= 1
    return rule


def _told(lines: Sequence[Line], table: range, rule: int, columns: "_Columns", *, closed: bool) -> range:
    """Which lines from a head on belong to a table: no line above its rule that is no row of several cells.

    Nor one behind the last such row, if no rule closes it.
    """
    text = lines[rule].text
    opened = _is_border(lines[table.start].text, text)
    if opened and closed:
        return table
    split = columns.best([*lines[rule : table.stop], *lines[table.start : rule]])
    if closed and any(
        line.fits and line.cells > 1 for line in columns.best(lines[table.stop : table.stop + 1])
    ):
        # Behind what should close it stands a row: it is the rule below the head of another table.
        return range(0)
    count = table.stop - rule
    below, above = split[:count], split[count:]
    start, stop = table.start, table.stop
    if not opened:
        start = first = rule
        while first > table.start and above[first - 1 - table.start].fits:
            first -= 1
            start = first if above[first - table.start].cells > 1 else start
        if first > table.start and not lines[first - 1].text.strip(" -="):
            # The border of another rule than this: lines are cut.
            return range(0)
    if not closed:
        stop = rule + 1 + max((at for at, line in enumerate(below) if line.fits and line.cells > 1), default=0)
    return range(start, stop)


def _table(lines: Sequence[Line], rule: str, columns: "_Columns") -> Grid | None:
    # A rule parts rows as an empty line does. No tool writes a line of spaces: it is the beginning of the next,
    # which has moved to the left by as much.
    body = [
        line.cut(line.start, line.start)
        if _is_rule(line.text) or _is_border(line.text, rule) or (above is not None and above.text.isspace())
        else line
        for above, line in zip([None, *lines], lines, strict=False)
    ]
    if columns.are_too_many or _is_cut(lines[-1].text, rule):
        return None
    filled = sum(1 for line in body if line.text.strip())
    best = columns.best(body)
    torn = any(not one.fits and not line.text.strip(" -=") for line, one in zip(body, best, strict=True))
    if torn or _misfits(best) * (_FITTING + 1) > filled:
        return None
    parted = any(not line.text.strip() for line in lines)
    rows = _rows(body, best, parted=parted)
    return Grid(rows, lines[0].start, lines[-1].end) if rows else None


def _is_cut(text: str, rule: str) -> bool:
    """Whether a last line is part of the rule: then the table's lines are cut as well."""
    only_rule = bool(text.strip()) and not text.strip(" -=")
    return only_rule and text.rstrip() != rule.rstrip() and not _is_border(text, rule)


_Part = tuple[Line, int, int]


class _Split(NamedTuple):
    """A line's stretch in each column."""

    parts: Sequence[_Part]
    fits: bool
    """Whether no text stands outside of the columns' runs: otherwise nobody knows whose its numbers are."""

    @property
    def cells(self) -> int:
        """How many columns have a text."""
        return len([True for line, start, end in self.parts if line.text[start:end].strip()])


def _misfits(split: Sequence[_Split]) -> int:
    return len([line for line in split if not line.fits])


class _Columns:
    """The columns below the runs of a rule, and how lines stand in them: each line is split once."""

    def __init__(self, rule: str) -> None:
        runs = [match.span() for match in _RUN.finditer(rule)]
        self.are_too_many = len(runs) > MOST_COLUMNS
        self._lefts, self._rights = [left for left, _ in runs], [right for _, right in runs]
        self._begins = [0, *self._lefts[1:]]
        self._known: dict[tuple[Measure, Line], _Split] = {}

    def best(self, body: Sequence[Line]) -> Sequence[_Split]:
        """The lines in their columns, in the measure in which most fit."""
        best: Sequence[_Split] = ()
        for measure in MEASURES:
            split = [self._split_once(line, measure) for line in body]
            best = split if not best or _misfits(split) < _misfits(best) else best
            if not _misfits(best):
                break
        return best

    def _split_once(self, line: Line, measure: Measure) -> _Split:
        known = self._known.get((measure, line))
        if known is None:
            known = self._known[measure, line] = self._split(line, measure)
        return known

    def _split(self, line: Line, measure: Measure) -> _Split:
        text, lefts, rights = line.text, self._lefts, self._rights
        columns = measure.columns(text) if _WIDE_SPACE in text else ()
        parts: list[_Part] = []
        fits = True
        words = text.split()
        # Where the last word ends in the text, and in which column.
        end = behind = 0
        for word, width in zip(words, measure.widths(words), strict=True):
            start = text.index(word, end)
            stop, left = start + len(word), columns[start] if columns else behind + start - end
            column = max(bisect_right(lefts, left) - 1, 0)
            fits = fits and lefts[column] <= left and left + width <= rights[column]
            if len(parts) < column:
                parts += self._blanks(line, slice(len(parts), column), end - behind, columns)
            elif len(parts) > column:
                start = parts.pop()[1]
            parts.append((line, start, stop))
            end, behind = stop, left + width
        if len(parts) < len(lefts):
            parts += self._blanks(line, slice(len(parts), None), end - behind, columns)
        return _Split(parts, fits)

    def _blanks(self, line: Line, which: slice, shift: int, columns: Sequence[int]) -> list[_Part]:
        """Stretches without text where columns begin, in the space behind a word."""
        begins, end = self._begins[which], len(line.text)
        places = [bisect_left(columns, begin) if columns else begin + shift for begin in begins]
        return [(line, min(place, end), min(place, end)) for place in places]


def _rows(body: Sequence[Line], split: Sequence[_Split], *, parted: bool) -> tuple[Row, ...]:
    """The rows that lines make, cell by cell; ``parted`` where empty lines stand between some."""
    rows = [row for group in _groups(body, parted=parted) for row in _begun([split[index] for index in group])]
    made = []
    for lines in rows:
        if len(lines) == 1:
            cells = [stretch(*part) for part in lines[0].parts]
        else:
            cells = [joined(parts) for parts in zip(*[line.parts for line in lines], strict=True)]
        made.append(tuple(cells if all(line.fits for line in lines) else unclear(cells)))
    return tuple(made)


def _begun(group: Sequence[_Split]) -> Iterator[list[_Split]]:
    """The rows that lines make: a line that goes on with no cell of those above it begins another row."""
    if len(group) == 1:
        yield [group[0]]
        return
    row: list[_Split] = []
    filled: set[int] = set()
    for one in group:
        columns = {
            column for column, (line, start, end) in enumerate(one.parts) if line.text[start:end].strip()
        }
        if row and columns.isdisjoint(filled):
            yield row
            row, filled = [], set()
        row.append(one)
        filled |= columns
    yield row


def _groups(body: Sequence[Line], *, parted: bool) -> list[list[int]]:
    """Numbers of the lines that make each row: those between empty lines, or each its own."""
    groups: list[list[int]] = [[]]
    for index, line in enumerate(body):
        if line.text.strip():
            groups[-1].append(index)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    if parted and len(groups) >= _FEWEST_GROUPS:
        return groups
    return [[index] for group in groups for index in group]
