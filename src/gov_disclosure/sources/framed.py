r"""Data frames as pandas prints them: every cell ends at the right edge of its column.

               0        1    2              0   1  \
    0         规章        1  NaN        0  规章   1
    1  行政规范性文件        5    0
                                            2
                                        0  NaN

Nothing in it (NaN, None), or numbers over its columns, show that a text is one. A line that does not end its
cells at the edges is left out.
A frame that was too wide is printed in parts, which are put together; one whose columns are cut ("...") is left
out as a whole, for where its numbers stand can't be told.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell, Row
from gov_disclosure.sources.grid import MOST_COLUMNS, Line
from gov_disclosure.sources.measures import MEASURES, Measure

_NOTHING = frozenset(("NaN", "None", "nan", "<NA>", "NaT"))
HAS_NOTHING = on_demand(r"(?<!\S)(?:NaN|None|nan|<NA>|NaT)(?!\S)")
_TOKEN = on_demand(r"\S+")
_INDEX = on_demand(r"\d{1,4}(?= |$)")
_CUT = frozenset(("...", "..", "…"))
_GOES_ON = " \\"
# In a cell, and not between two.
_GAP = "  "
_FEWEST_LINES = 2
_FEWEST_CELLS = 2
_LONGEST = 2000


def framed_tables(lines: Sequence[Line]) -> Iterator[Grid]:
    """The data frames among the lines of a text."""
    above: _Frame | None = None
    for run in _runs(lines):
        if above is not None and above.goes_on:
            above = above.with_part(_frame(run, is_part=True))
            continue
        if above is not None:
            yield above.grid()
        above = _frame(run, is_part=False)
    if above is not None:
        yield above.grid()


def _runs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Lines next to each other; a head that numbers the columns begins a frame wherever it stands."""
    for may_be_part, run in groupby(lines, key=_may_be_part):
        if not may_be_part:
            continue
        part: list[Line] = []
        for line in run:
            if part and is_counting(line):
                yield part
                part = []
            part.append(line)
        yield part


def _may_be_part(line: Line) -> bool:
    """Whether a line is not empty, and no bars stand around it: ``| 规章 | 1 | NaN |``."""
    text = line.text.strip()
    return bool(text) and not text[0] == text[-1] == "|"


class _Frame(NamedTuple):
    """A printed frame, or a part of one that was too wide."""

    rows: tuple[tuple[str, Row], ...]
    """Each with its index; none where the frame can't be told."""
    start: int
    end: int
    goes_on: bool
    """Whether other columns stand below it."""

    def with_part(self, other: "_Frame | None") -> "_Frame":
        """The frame with further columns."""
        if other is None:
            return self._replace(rows=(), goes_on=False)
        same = [index for index, _ in self.rows] == [index for index, _ in other.rows]
        both = zip(self.rows, other.rows, strict=True) if same else ()
        rows = tuple([(index, (*one, *more)) for (index, one), (_, more) in both])
        return _Frame(rows, self.start, other.end, other.goes_on)

    def grid(self) -> Grid:
        """Its rows as a table; one that other columns should follow has none."""
        rows = () if self.goes_on else tuple([row for _, row in self.rows])
        return Grid(rows, self.start, self.end)


class _Printed(NamedTuple):
    """A line of a frame."""

    line: Line
    number: str
    """That of its row, where rows are numbered."""
    cells: Row


class _Way(NamedTuple):
    """How a frame may be set."""

    edges: Sequence[int]
    """Where its columns end."""
    measure: Measure
    indexed: bool
    """Whether its rows begin with a number, which ends at no edge."""


def _frame(run: Sequence[Line], *, is_part: bool) -> _Frame | None:
    """The frame in lines next to each other; what is a part needs no cell of nothing."""
    told = [
        number
        for number, line in enumerate(run)
        if len(line.text) <= _LONGEST and (_INDEX if is_part else HAS_NOTHING).search(line.text)
    ]
    told = sorted({*told, *_numbered(run)})
    if len(told) < _FEWEST_LINES:
        return None
    found = [rows for measure in MEASURES for rows in _ways(run, told, measure)]
    rows = max(found, key=len)
    if len(rows) < _FEWEST_LINES:
        return None
    first, last = rows[0].line, rows[-1].line
    above = next((line for line in run if line.number == first.number - 1), first)
    first = above if is_counting(above) else first
    goes_on = first.text.rstrip().endswith(_GOES_ON)
    indexed = any(row.number for row in rows)
    kept = [row for row in rows if not is_counting(row.line) and (row.number or row is rows[0] or not indexed)]
    return _Frame(_without_cut([(row.number, row.cells) for row in kept]), first.start, last.end, goes_on)


def _numbered(run: Sequence[Line]) -> Sequence[int]:
    """The lines that count from 0 below a head that numbers the columns; all of them, if none does."""
    if not is_counting(run[0]):
        return ()
    found = [_INDEX.match(line.text) for line in run[1:]]
    numbered = [index is not None and int(index[0]) == number for number, index in enumerate(found)]
    count = numbered.index(False) if False in numbered else len(numbered)
    return range(1, 1 + (count or len(found)))


def _ways(run: Sequence[Line], told: Sequence[int], measure: Measure) -> Iterator[list[_Printed]]:
    """The rows, if columns end where most lines have the end of a text, and where the numbers over them do."""
    body, head = run[told[0] : told[-1] + 1], run[max(told[0] - 1, 0)]
    indexed = _are_indexed([run[number].text for number in told])
    ends = Counter(end for line in body for end in _ends(line, measure, indexed=indexed))
    common = sorted(end for end, count in ends.items() if 2 * count >= len(body))
    yield _rows(run, told, _Way(common, measure, indexed))
    for edges in _counted(head) if is_counting(head) else ():
        yield _rows(run, told, _Way(edges, measure, indexed))


def _counted(head: Line) -> Iterator[Sequence[int]]:
    """Where the columns end that a head numbers: with the numbers, or all of these as wide as the last."""
    numbers = list(_TOKEN.finditer(head.text.rstrip().removesuffix(_GOES_ON)))
    yield [number.end() for number in numbers]
    yield [number.start() + len(numbers[-1][0]) for number in numbers]


def _are_indexed(texts: Sequence[str]) -> bool:
    """Whether lines begin with numbers that grow; the first may be the head, and has none."""
    found = [_INDEX.match(text) for text in texts[1:]]
    numbers = [int(index[0]) for index in found if index]
    return len(numbers) == len(found) and all(one < other for one, other in pairwise(numbers))


def is_counting(line: Line) -> bool:
    """Whether a line is a head that numbers the columns; a part of a frame goes on with the numbers."""
    texts = line.text.rstrip().removesuffix(_GOES_ON).split()
    if not texts or not texts[0].isdecimal() or len(texts) > MOST_COLUMNS or len(texts[0]) > 2:
        return False
    return texts == [str(int(texts[0]) + step) for step in range(len(texts))] and line.text[0] == " "


def _rows(run: Sequence[Line], told: Sequence[int], way: _Way) -> list[_Printed]:
    """The lines whose cells end at the edges of columns, from the told ones on upwards and downwards."""
    first, last = told[0], told[-1]
    if not 1 <= len(way.edges) <= MOST_COLUMNS:
        return []
    rows = [_printed(line, way) for line in run]
    while first and _is_full(rows[first - 1]):
        first -= 1
    while last + 1 < len(rows) and _is_full(rows[last + 1]):
        last += 1
    return [row for row in rows[first : last + 1] if row is not None]


def _is_full(row: _Printed | None) -> bool:
    filled = 0 if row is None else bool(row.number) + sum(1 for cell in row.cells if cell.text)
    return filled >= _FEWEST_CELLS


def _ends(line: Line, measure: Measure, *, indexed: bool) -> set[int]:
    columns = measure.columns(line.text)
    index = _INDEX.match(line.text) if indexed else None
    behind = index.end() if index else 0
    text = line.text.rstrip().removesuffix(_GOES_ON)
    return {columns[token.end()] for token in _TOKEN.finditer(text, behind)}


def _printed(line: Line, way: _Way) -> _Printed | None:
    """The cells of a line; ``None`` if one does not end at its edge, or text stands elsewhere."""
    if len(line.text) > _LONGEST:
        return None
    text = line.text.rstrip().removesuffix(_GOES_ON).rstrip()
    columns = way.measure.columns(text)
    index = _INDEX.match(text) if way.indexed else None
    start = index.end() if index else 0
    cells: list[GridCell] = []
    for edge in way.edges:
        end = min(bisect_left(columns, edge), len(text))
        padded = text[start:end]
        shown = padded.lstrip(" ")
        if shown and (columns[end] != edge or shown[-1] == " " or _GAP in shown):
            return None
        # Between two columns stands a space.
        if shown and cells and len(shown) == len(padded):
            return None
        said = "" if shown in _NOTHING else shown.replace("\\n", "\n")
        place = end - len(shown)
        cells.append(GridCell(said, 1, 1, False, line.start + place, line.start + end, line.number, place + 1))
        start = max(start, end)
    return None if text[start:].strip() else _Printed(line, index[0] if index else "", tuple(cells))


def _without_cut(rows: Sequence[tuple[str, Row]]) -> tuple[tuple[str, Row], ...]:
    """The rows but for those that stand for others; none where columns are cut."""
    cut = [{place for place, cell in enumerate(cells) if cell.text in _CUT} for _, cells in rows]
    if any(2 * sum(place in places for places in cut) > len(rows) for place in set().union(*cut)):
        return ()
    return tuple([row for row, places in zip(rows, cut, strict=True) if len(places) < len(row[1])])
