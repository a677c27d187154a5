"""Data frames as polars prints them: box characters around, dashed ones between columns, types below the names.

    shape: (2, 3)
    ┌──────────┬──────────┬──────────┐
    │ column_0 ┆ column_1 ┆ column_2 │
    │ ---      ┆ ---      ┆ ---      │
    │ str      ┆ str      ┆ str      │
    ╞══════════╪══════════╪══════════╡
    │ 规章     ┆ 1        ┆ null     │
    └──────────┴──────────┴──────────┘

A cell may be wrapped, and no rule parts the rows: then only the count above tells them. Where it does not, and
where columns are cut ("…"), the frame is left out as a whole.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.grid import Grid, GridCell, Row
from gov_disclosure.sources.grid import MOST_COLUMNS, Line, joined
from gov_disclosure.sources.signs import FRAME_IN_BOXES

_EDGES = "┌│╞├└╭╰"
_HEAD_RULE = "╞"
_BAR = on_demand("[│┆]")
_SHAPE = on_demand(r"\s*shape: \(([\d_]{1,9}), [\d_]{1,9}\)\s*")
_NUMBERED = on_demand(r"column_\d+|\d+|")
_TYPES_BELOW = "---"
_CUT = "…"
_NOTHING = frozenset(("null", "NaN", "None"))
_LONGEST = 2000


def tables_framed_in_boxes(lines: Sequence[Line]) -> Iterator[Grid]:
    """The data frames in boxes among the lines of a text."""
    above: Line | None = None
    for drawn, run in groupby(
        lines, key=lambda line: line.text.lstrip()[:1] in _EDGES and bool(line.text.strip())
    ):
        frame = list(run)
        if drawn and any(FRAME_IN_BOXES in line.text for line in frame):
            shape = _SHAPE.fullmatch(above.text) if above is not None else None
            count = int(shape[1].replace("_", "")) if shape else None
            rows = _rows(frame, count)
            if rows is not None:
                start = above.start if shape and above is not None else frame[0].start
                yield Grid(rows, start, frame[-1].end)
        above = frame[-1]


def _rows(frame: Sequence[Line], count: int | None) -> tuple[Row, ...] | None:
    """The rows of a frame, none where they can't be told; ``None`` if it is no frame."""
    rule = next((at for at, line in enumerate(frame) if line.text.lstrip()[:1] == _HEAD_RULE), None)
    if rule is None:
        return None
    head = [_cut(line) for line in frame[:rule] if _is_text(line)]
    names = _names(head)
    width = len(names)
    if not 1 < width <= MOST_COLUMNS or any(cell.text == _CUT for cell in names):
        return ()
    body = _grouped(frame[rule:], width, count)
    if body is None:
        return ()
    rows = [row for row in map(_joined, body) if any(cell.text != _CUT for cell in row)]
    named = not all(_NUMBERED.fullmatch(cell.text.replace("\n", "")) for cell in names)
    return (names, *rows) if named else tuple(rows)


_Part = tuple[Line, int, int]
_Parts = list[_Part]


def _is_text(line: Line) -> bool:
    return line.text.lstrip()[:1] == "│" and len(line.text) <= _LONGEST


def _cut(line: Line) -> _Parts:
    """What stands between the bars of a line."""
    bars = [bar.start() for bar in _BAR.finditer(line.text)]
    return [(line, one + 1, other) for one, other in pairwise(bars)]


def _texts(parts: Sequence[_Part]) -> list[str]:
    return [line.text[start:end].strip() for line, start, end in parts]


def _names(head: Sequence[_Parts]) -> Row:
    """The names of the columns; below them stand their types, and a narrow column takes more lines for both."""
    cells: list[GridCell] = []
    for parts in zip(*head, strict=False):
        texts = _texts(parts)
        cells.append(joined(parts[: texts.index(_TYPES_BELOW)] if _TYPES_BELOW in texts[1:] else parts))
    return tuple(map(_filled, cells))


def _grouped(body: Sequence[Line], width: int, count: int | None) -> list[list[_Parts]] | None:
    """The lines of each row; ``None`` if it can't be told which go on with the one above."""
    ruled = [list(map(_cut, run)) for text, run in groupby(body, key=_is_text) if text]
    if len(ruled) > 1:
        return [run for run in ruled if all(len(parts) == width for parts in run)]
    lines = [parts for run in ruled for parts in run if len(parts) == width]
    whole = [all(_texts(parts)) for parts in lines]
    rows: list[list[_Parts]] = []
    if all(whole) or len(lines) == count:
        return [[parts] for parts in lines]
    for parts, begins in zip(lines, whole, strict=True):
        if begins or not rows:
            rows.append([])
        rows[-1].append(parts)
    return rows if len(rows) == count else None


def _joined(lines: Sequence[_Parts]) -> Row:
    """The row that lines make."""
    return tuple([_filled(joined(parts)) for parts in zip(*lines, strict=False)])


def _filled(cell: GridCell) -> GridCell:
    return cell._replace(text="") if cell.text.replace("\n", "") in _NOTHING else cell
