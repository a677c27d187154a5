"""A multiline table of Pandoc: wrapped cells below dashes, an empty line between rows."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from attrs import evolve

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import DASHED
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell, Row
from gov_disclosure.model.messages import Message

_WIDTHS: Final[Mapping[str, tuple[int, ...]]] = {
    "proactive": (20, 26, 14, 14),
    "requests": (32, 24, 24, *(8,) * 7),
    "disputes": (8,) * 15,
}


def _table(grid: Grid) -> str:
    # What draws comes with the first report that is written: to read one nothing is drawn.
    from gov_disclosure.layouts.dashes import dashed, padded
    from gov_disclosure.layouts.drawing import draw, widened, widths_of

    flat = evolve(grid, rows=tuple([_unspanned(row) for row in grid.rows]))
    drawing = draw(flat, widened(flat, widths_of(grid, _WIDTHS), gap=1), gap=1, between=1)
    widths = [width + 2 for width in drawing.widths[: grid.width]]
    rows = [
        "\n".join([padded([text for text, _ in cells], widths) for cells in drawing.lines(row)])
        for row in range(len(flat.rows))
    ]
    return dashed(widths, rows, "\n\n")


@lru_cache(maxsize=4096)
def _unspanned(row: Row) -> Row:
    """The row with an empty cell for each place that another takes."""
    return tuple([GridCell(cell.text, is_value=cell.is_value) for cell in row])


LAYOUT = LayoutKind(
    code="multiline",
    looks=Message(
        "Pandoc的多行表格：单元格在横线之下折行，各行之间有空行",
        "a multiline table of Pandoc: wrapped cells below dashes, an empty line between rows",
    ),
    finder=DASHED,
    write=apart(_table),
    keeps_blanks=True,
    parts_by_spaces=True,
)
