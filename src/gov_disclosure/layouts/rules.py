"""Tables with lines drawn between their cells, spans as spans."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from attrs import frozen

from gov_disclosure.layouts.drawing import Drawing, Plan, Widths, draw, widened, widths_of
from gov_disclosure.layouts.width import pad
from gov_disclosure.model.grid import Grid

# Columns of characters for each column of a table; a longer number widens its own.
_WIDTHS: Final[Mapping[str, Widths]] = {
    "proactive": (20, 14, 14, 14),
    "requests": (6, 6, 24, 6, *(4,) * 6),
    "disputes": (4,) * 15,
}


@frozen
class Style:
    """What the lines of a drawn table are made of."""

    joints: str
    upright: str
    level: str
    head: str
    """The line below the head."""
    padding: int


def ruled(grid: Grid, style: Style, *, centred: bool) -> str:
    """A table drawn in a style; cells lower than their row are ``centred`` or stand at its top."""
    padding = style.padding
    gap = 1 + 2 * padding
    widths = widened(grid, widths_of(grid, _WIDTHS), gap)
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
def _rules(plan: Plan, widths: Widths, style: Style, head: int) -> tuple[tuple[str | int, ...], ...]:
    """The line above each row and that below the last."""
    nothing = [-1] * len(widths)
    owners = [nothing, *(plan.owner(row) for row in range(len(plan.rows))), nothing]
    rules: list[tuple[str | int, ...]] = []
    for row, (above, below) in enumerate(pairwise(owners)):
        level = style.head if row == head else style.level
        rules.append(tuple(_parts(above, below, widths, style, level)))
    return tuple(rules)


def _parts(
    above: Sequence[int], below: Sequence[int], widths: Widths, style: Style, level: str
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
