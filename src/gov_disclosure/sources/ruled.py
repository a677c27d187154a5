"""Tables ruled by dashes: columns stand below runs of dashes or of equal signs.

      -------------- ---- ----        ========  ====  ====
      规章           0    7           规章      0     7
      -------------- ---- ----        ========  ====  ====

pandoc's simple and multiline tables, reStructuredText and many terminal tools print them. Where empty lines
part the rows, a row may take several lines. As in drawn tables, the measure of width is found from the text.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.sources.drawn import MEASURES, Measure, columns_of
from gov_disclosure.sources.grid import MOST_COLUMNS, Found, Line, filled_rows, joined

_RULE = on_demand(r" *(?:-+|=+)(?: +(?:-+|=+))+ *")
_RUN = on_demand("[-=]+")
# A table has few lines between two rules, and its head few above; looking further would not be linear.
_MOST_LINES = 400
_MOST_HEAD = 12
# Fewer groups of lines between empty lines are no rows.
_FEWEST_GROUPS = 3
# Of a table a line may not fit, where so many times as many do.
_FITTING = 3
_WORD = on_demand("[\u3400-\u9fff]")


def ruled_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The ruled tables among the lines of a text: from the first rule to the last of the same columns."""
    index = behind = 0
    while index < len(lines):
        if _is_rule(lines[index].text):
            end = _end_of(lines, index)
            start = _start_of(lines, index, behind)
            if end > index and (grid := _table(lines[start : end + 1], lines[index].text)):
                yield grid
            index = behind = max(end, index)
        index += 1


def _is_rule(text: str) -> bool:
    return bool(("---" in text or "===" in text) and _RULE.fullmatch(text))


def _is_border(text: str, rule: str) -> bool:
    """A single run of dashes as long as a whole rule: it opens and ends pandoc's multiline tables."""
    return len(text.strip()) == len(rule.strip()) and not text.strip(" -")


def _end_of(lines: Sequence[Line], start: int) -> int:
    """The last line that is the same rule again or its border, before any other rule; else before a gap."""
    rule, end = lines[start].text.rstrip(), start
    for index in range(start + 1, min(start + _MOST_LINES, len(lines))):
        text = lines[index].text.rstrip()
        if text == rule:
            end = index
        elif _is_border(text, rule):
            return index
        elif _is_rule(text):
            break
    return end if end > start else _paragraph_end(lines, start)


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


def _table(lines: Sequence[Line], rule: str) -> Grid | None:
    # A rule parts rows as an empty line does. No tool writes a line of spaces: it is the beginning of the next,
    # which has moved to the left by as much.
    body = [
        line.cut(line.start, line.start)
        if _is_rule(line.text) or _is_border(line.text, rule) or (above is not None and above.text.isspace())
        else line
        for above, line in zip([None, *lines], lines, strict=False)
    ]
    runs = [match.span() for match in _RUN.finditer(rule)]
    if len(runs) > MOST_COLUMNS or _is_cut(lines[-1].text, rule):
        return None
    filled = sum(1 for line in body if line.text.strip())
    best: Sequence[_Split] = ()
    for measure in MEASURES:
        split = [_split(line, runs, measure) for line in body]
        best = split if not best or _misfits(split) < _misfits(best) else best
        if not _misfits(best):
            break
    torn = any(not one.fits and not line.text.strip(" -=") for line, one in zip(body, best, strict=True))
    if torn or _misfits(best) * (_FITTING + 1) > filled:
        return None
    rows = filled_rows(_cells(body, best))
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


def _misfits(split: Sequence[_Split]) -> int:
    return sum(1 for line in split if not line.fits)


def _split(line: Line, runs: Sequence[tuple[int, int]], measure: Measure) -> _Split:
    text = line.text
    columns = columns_of(text, measure)
    parts = []
    fits = True
    start, last = 0, len(runs) - 1
    for index, (left, right) in enumerate(runs):
        end = min(bisect_left(columns, runs[index + 1][0], start), len(text)) if index < last else len(text)
        if padded := text[start:end].rstrip():
            first = start + len(padded) - len(padded.lstrip())
            fits = fits and columns[first] >= left and columns[start + len(padded)] <= right
        parts.append((line, start, end))
        start = end
    return _Split(parts, fits)


def _cells(body: Sequence[Line], split: Sequence[_Split]) -> Iterator[Found]:
    """Every cell with its row and column."""
    rows = [row for group in _groups(body) for row in _begun([split[index] for index in group])]
    for row, lines in enumerate(rows):
        cells = [joined(parts) for parts in zip(*[line.parts for line in lines], strict=True)]
        for column, cell in enumerate(cells if all(line.fits for line in lines) else _unclear(cells)):
            yield Found(row, column, 1, cell)


def _unclear(cells: Sequence[GridCell]) -> Iterator[GridCell]:
    """The cells of a row that does not fit: its words, and no number of it."""
    labelled = False
    for cell in cells:
        is_word = _WORD.search(cell.text) is not None
        labelled = labelled or is_word
        yield cell if is_word or not (labelled or cell.text) else cell._replace(text=UNCLEAR)


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


def _groups(body: Sequence[Line]) -> list[list[int]]:
    """Numbers of the lines that make each row: those between empty lines, or each its own."""
    groups: list[list[int]] = [[]]
    for index, line in enumerate(body):
        if line.text.strip():
            groups[-1].append(index)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    if len(groups) >= _FEWEST_GROUPS:
        return groups
    return [[index] for group in groups for index in group]
