"""Tables in columns of spaces: every line as wide as the others, and the gaps between columns all of one width.

      信息内容             制发件数   废止件数      ⏎
      规章                 12                       ⏎
      行政规范性文件                  7             ⏎

Many terminal tools print them so, each column as wide as its widest cell. That makes places certain without a
sign: a line that has lost a cell is shorter than the others, and a column that has nothing in it, or has lost
what is widest in it, leaves a wider gap. Where lines end with different columns (inscriptis), each has to end
where one does.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import groupby
from typing import NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, Row
from gov_disclosure.sources.bars import RULES
from gov_disclosure.sources.framed import HAS_NOTHING, is_counting
from gov_disclosure.sources.grid import MOST_COLUMNS, Line, stretch, unclear
from gov_disclosure.sources.measures import Measure, measures_of

_FEWEST_LINES = 3
_FEWEST_COLUMNS = 3
# A single space may part two words; but not at one place in so many lines.
_NARROWEST = 2
_FEWEST_NARROW = 8
# Of a table one line in so many may not be as wide as the others.
_FITTING = 4
_LONGEST = 2000
_PADDING = " "
_RULE_SIGNS = f"{RULES}-= "
_OTHER_SIGN = on_demand(r"[\t|│┃<]")
_CELL = on_demand(r"\S+(?: \S+)*")
_SIGNS = on_demand("[^ ]+")
_Gaps = Sequence[tuple[int, int]]


def padded_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables in columns of spaces among the lines of a text."""
    for is_part, run in groupby(lines, key=_may_be_part):
        paragraph = [line for line in run if line.text.strip(_RULE_SIGNS)] if is_part else []
        padded = any(line.text.endswith(_PADDING) for line in paragraph)
        # A data frame is read as what it is.
        if padded and not any(HAS_NOTHING.search(line.text) or is_counting(line) for line in paragraph):
            yield from _tables(paragraph)


def _may_be_part(line: Line) -> bool:
    """Whether a line is not empty, and no other sign parts it; spaces alone may be the padding of a cell."""
    return 0 < len(line.text) <= _LONGEST and not _OTHER_SIGN.search(line.text)


class _Table(NamedTuple):
    """A table as lines may make it, before its cells are made: only one of several ways is taken."""

    lines: Sequence[Line]
    whole: Set[int]
    """The numbers of the lines that stand in its columns."""
    gaps: _Gaps
    measure: Measure

    def cells(self) -> int:
        """How many cells it has."""
        return sum(
            1 + len(self._gaps_in(line)) if line.number in self.whole else len(_CELL.findall(line.text))
            for line in self.lines
        )

    def grid(self) -> Grid:
        """The table with its cells."""
        lines = self.lines
        rows = [self._row(line) if line.number in self.whole else _words(line) for line in lines]
        # Where lines end with different columns, a tool has set cells that span others side by side with them.
        says_places = len({len(row) for row in rows}) == 1 or len(self.whole) < len(rows)
        return Grid(tuple(rows), lines[0].start, lines[-1].end, says_places=says_places)

    def _row(self, line: Line) -> Row:
        """The cells of a line, which ends with one of them."""
        columns = self.measure.columns(line.text)
        edges = [bisect_left(columns, edge) for gap in self._gaps_in(line) for edge in gap]
        places = zip([0, *edges[1::2]], [*edges[::2], len(line.text)], strict=True)
        cells = [stretch(line, start, end) for start, end in places]
        # The padding is the last cell's: the next line stands straight below.
        return (*cells[:-1], cells[-1]._replace(end=line.end))

    def _gaps_in(self, line: Line) -> _Gaps:
        width = self.measure.columns(line.text)[-1]
        return self.gaps if self.gaps[-1][0] < width else [gap for gap in self.gaps if gap[0] < width]


def _tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """Those among lines next to each other, in the measure in which most cells stand in columns."""
    found = [way for measure in measures_of(lines) for way in _ways(lines, measure)]
    for table in max(found, key=lambda tables: sum(table.cells() for table in tables)):
        yield table.grid()


def _ways(lines: Sequence[Line], measure: Measure) -> Iterator[Sequence[_Table]]:
    """The table that all lines make; and the tables of lines that are as wide as each other, among others."""
    widths = [measure.columns(line.text)[-1] for line in lines]
    whole = _table(lines, lines, measure)
    yield [whole] if whole else []
    # Where all lines are as wide as each other, both ways are one.
    if len(set(widths)) > 1:
        yield _of_one_width(lines, widths, measure)


def _of_one_width(lines: Sequence[Line], widths: Sequence[int], measure: Measure) -> Sequence[_Table]:
    counts, behind = Counter(widths), 0
    found: list[_Table] = []
    for width in dict.fromkeys(widths):
        if counts[width] < _FEWEST_LINES:
            continue
        at = [number for number, own in enumerate(widths) if own == width and number >= behind]
        table = lines[at[0] : at[-1] + 1] if at else ()
        if (len(table) - len(at)) * _FITTING > len(table):
            continue
        if made := _table(table, [lines[number] for number in at], measure):
            found.append(made)
            behind = at[-1] + 1
    return found


def _table(lines: Sequence[Line], fitting: Sequence[Line], measure: Measure) -> _Table | None:
    """The table that lines make, if each of the fitting ones ends where a column does."""
    if len(fitting) < _FEWEST_LINES or not any(line.text.endswith(_PADDING) for line in fitting):
        return None
    gaps = _gaps(fitting, measure)
    widths = {measure.columns(line.text)[-1] for line in fitting}
    if not gaps or not widths <= {max(widths), *(start for start, _ in gaps)}:
        return None
    return _Table(lines, {line.number for line in fitting}, gaps, measure)


def _gaps(lines: Sequence[Line], measure: Measure) -> _Gaps:
    """Where the gaps between the columns begin and end, if all are alike; else none."""
    width = max(measure.columns(line.text)[-1] for line in lines)
    filled = bytearray(width)
    for line in lines:
        columns = measure.columns(line.text)
        for signs in _SIGNS.finditer(line.text):
            before, behind = columns[signs.start()], columns[signs.end()]
            filled[before:behind] = b"\1" * (behind - before)
    first, stop = filled.find(1), filled.rfind(1) + 1
    gaps = _runs(filled, first, stop, _NARROWEST)
    if not gaps and len(lines) >= _FEWEST_NARROW:
        gaps = _runs(filled, first, stop, 1)
    broad = {end - start for start, end in gaps}
    alike = len(broad) == 1 and width - stop <= max(broad)
    return gaps if alike and _FEWEST_COLUMNS <= len(gaps) + 1 <= MOST_COLUMNS else ()


def _runs(filled: bytearray, first: int, stop: int, narrowest: int) -> _Gaps:
    """The stretches in which no line has a sign, wide enough to part cells."""
    gaps: list[tuple[int, int]] = []
    at = first
    while (start := filled.find(0, at, stop)) >= 0:
        at = filled.find(1, start)
        if at - start >= narrowest:
            gaps.append((start, at))
    return gaps


def _words(line: Line) -> Row:
    """What stands in a line of another width: its words, and no number."""
    return tuple(unclear([stretch(line, *cell.span()) for cell in _CELL.finditer(line.text)]))
