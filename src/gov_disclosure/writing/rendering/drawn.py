"""Tables in the layouts that set columns below each other, with or without lines drawn between them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from gov_disclosure.model.grid import Grid, GridCell, Row
from gov_disclosure.writing.rendering.drawing import Drawing, Plan, Widths, draw, widened
from gov_disclosure.writing.rendering.layouts import Layout
from gov_disclosure.writing.rendering.width import display_width, pad

# Columns of characters for each column of a table; a longer number widens its own.
_WIDTHS: Final[Mapping[str, Widths]] = {
    "proactive": (20, 14, 14, 14),
    "requests": (6, 6, 24, 6, *(4,) * 6),
    "disputes": (4,) * 15,
}
_FLAT_WIDTHS: Final[Mapping[str, Widths]] = {
    "proactive": (20, 26, 14, 14),
    "requests": (32, 24, 24, *(8,) * 7),
    "disputes": (8,) * 15,
}
_PAGE_WIDTHS: Final[Mapping[str, Widths]] = {
    "proactive": (20, 14, 14, 14),
    "requests": (4, 6, 14, *(4,) * 7),
    "disputes": (*(2,) * 5, 3, 3, *(2,) * 8),
}


# --- Lines between cells ----------------------------------------------------------------------------------

_BOX: Final = " ╵╷│╴┘┐┤╶└┌├─┴┬┼"
"""The sign that joins lines: up is 1, down 2, left 4, right 8."""
_ASCII: Final = " ||||+++|+++-+++"


@frozen
class _Style:
    """What the lines of a drawn table are made of."""

    joints: str
    upright: str
    level: str
    head: str
    """The line below the head."""
    padding: int


_BOX_STYLE: Final = _Style(_BOX, "│", "─", "─", 0)
_ASCII_STYLE: Final = _Style(_ASCII, "|", "-", "=", 1)


def _ruled(grid: Grid, style: _Style, *, centred: bool) -> str:
    padding = style.padding
    gap = 1 + 2 * padding
    widths = widened(grid, _WIDTHS[grid.table], gap)
    drawing = draw(grid, widths, gap=gap, between=1, centred=centred)
    rules = _rules(drawing.plan, widths, style, grid.head)
    side = " " * padding
    lines: list[str] = []
    for row in range(len(grid.rows)):
        lines.append(_rule(drawing, row, rules[row], side))
        for cells in drawing.lines(row):
            inner = style.upright.join([f"{side}{pad(text, width)}{side}" for text, width in cells])
            lines.append(f"{style.upright}{inner}{style.upright}")
    lines.append(_rule(drawing, len(grid.rows), rules[-1], side))
    return "\n".join(lines) + "\n"


def _rule(drawing: Drawing, row: int, parts: Sequence[str | int], side: str) -> str:
    """The line above a row; the parts that are numbers are cells that reach across it."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, int):
            line = drawing.tops[row] - 1 - drawing.tops[drawing.plan.places[part].row]
            texts.append(f"{side}{pad(drawing.contents[part][line], drawing.widths[part])}{side}")
        else:
            texts.append(part)
    return "".join(texts)


@lru_cache(maxsize=64)
def _rules(plan: Plan, widths: Widths, style: _Style, head: int) -> tuple[tuple[str | int, ...], ...]:
    """The line above each row and that below the last."""
    nothing = [-1] * len(widths)
    owners = [nothing, *(plan.owner(row) for row in range(len(plan.rows))), nothing]
    rules: list[tuple[str | int, ...]] = []
    for row, (above, below) in enumerate(pairwise(owners)):
        level = style.head if row == head else style.level
        rules.append(tuple(_parts(above, below, widths, style, level)))
    return tuple(rules)


def _parts(
    above: Sequence[int], below: Sequence[int], widths: Widths, style: _Style, level: str
) -> Iterator[str | int]:
    """A line between two rows, given the cell at each column above and below it."""
    last = len(widths)
    for column in range(last + 1):
        up, down = (column in (0, last) or row[column - 1] != row[column] for row in (above, below))
        up, down = up and above[0] >= 0, down and below[0] >= 0
        left = column > 0 and above[column - 1] != below[column - 1]
        right = column < last and above[column] != below[column]
        if up or down:
            yield style.joints[up + 2 * down + 4 * left + 8 * right]
        elif right:
            yield level
        if right:
            yield level * (widths[column] + 2 * style.padding)
        elif column < last and (column == 0 or below[column - 1] != below[column]):
            yield below[column]


# --- Layouts ----------------------------------------------------------------------------------------------


def _box(grid: Grid) -> str:
    return _ruled(grid, _BOX_STYLE, centred=True)


def _grid(grid: Grid) -> str:
    return _ruled(grid, _ASCII_STYLE, centred=False)


def _simple(grid: Grid) -> str:
    rows = grid.texts()
    widths = [max(map(display_width, column)) + 2 for column in zip(*rows, strict=True)]
    return _dashed(widths, [_padded(texts, widths) for texts in rows], "\n")


def _multiline(grid: Grid) -> str:
    flat = evolve(grid, rows=tuple([_unspanned(row) for row in grid.rows]))
    drawing = draw(flat, widened(flat, _FLAT_WIDTHS[grid.table], gap=1), gap=1, between=1)
    widths = [width + 2 for width in drawing.widths[: grid.width]]
    rows = [
        "\n".join([_padded([text for text, _ in cells], widths) for cells in drawing.lines(row)])
        for row in range(len(flat.rows))
    ]
    return _dashed(widths, rows, "\n\n")


@lru_cache(maxsize=4096)
def _unspanned(row: Row) -> Row:
    """The row with an empty cell for each place that another takes."""
    return tuple([GridCell(cell.text, is_value=cell.is_value) for cell in row])


def _padded(texts: Sequence[str], widths: Sequence[int]) -> str:
    return f"  {' '.join(map(pad, texts, widths))}".rstrip()


def _dashed(widths: Sequence[int], rows: Sequence[str], between: str) -> str:
    rule = "  " + " ".join(["-" * width for width in widths])
    return "\n".join((rule, between.join(rows), rule)) + "\n"


def _aligned(grid: Grid) -> str:
    drawing = draw(grid, _unbroken(grid), gap=2, between=0)
    lines = [
        "  ".join([pad(text, width) for text, width in cells]).rstrip()
        for row in range(len(grid.rows))
        for cells in drawing.lines(row)
    ]
    return "\n".join(lines) + "\n"


def _unbroken(grid: Grid) -> Widths:
    """The widths with room for every text; a cell that spans columns widens the last of them."""
    widths = [0] * grid.width
    for spanning in (False, True):
        for row in grid.rows:
            for column, cell in enumerate(row):
                end = column + cell.colspan
                if cell.colspan and (cell.colspan > 1) is spanning:
                    spanned = sum(widths[column : end - 1]) + 2 * (cell.colspan - 1)
                    widths[end - 1] = max(widths[end - 1], display_width(cell.text) - spanned)
    return tuple(widths)


def _spaces(grid: Grid) -> str:
    return "".join(f"{' '.join([cell.text for cell in row if cell.text])}\n" for row in grid.rows)


def page_rows(grid: Grid) -> list[str]:
    """The lines of each row as a page has them: what stands on one height, one space between."""
    widths = widened(grid, _PAGE_WIDTHS[grid.table], gap=1)
    drawing = draw(grid, widths, gap=1, between=0, centred=True)
    return [
        "\n".join([" ".join([text for text, _ in cells if text]) for cells in drawing.lines(row)])
        for row in range(len(grid.rows))
    ]


DRAWN: Final[Mapping[Layout, Callable[[Grid], str]]] = {
    Layout.BOX: _box,
    Layout.GRID: _grid,
    Layout.SIMPLE: _simple,
    Layout.MULTILINE: _multiline,
    Layout.ALIGNED: _aligned,
    Layout.SPACES: _spaces,
}
"""The text of a table in each of these layouts."""
