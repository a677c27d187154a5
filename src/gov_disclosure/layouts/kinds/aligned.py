"""A row a line, columns aligned by two or more spaces (``pdftotext -layout``)."""

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    # What draws comes with the first report that is written: to read one nothing is drawn.
    from gov_disclosure.layouts.drawing import draw
    from gov_disclosure.layouts.width import pad

    drawing = draw(grid, _unbroken(grid), gap=2, between=0)
    lines = [
        "  ".join([pad(text, width) for text, width in cells]).rstrip()
        for row in range(len(grid.rows))
        for cells in drawing.lines(row)
    ]
    return "\n".join(lines) + "\n"


def _unbroken(grid: Grid) -> tuple[int, ...]:
    """The widths with room for every text; a cell that spans columns widens the last of them."""
    from gov_disclosure.layouts.width import display_width

    widths = [0] * grid.width
    for spanning in (False, True):
        for row in grid.rows:
            for column, cell in enumerate(row):
                end = column + cell.colspan
                if cell.colspan and (cell.colspan > 1) is spanning:
                    spanned = sum(widths[column : end - 1]) + 2 * (cell.colspan - 1)
                    widths[end - 1] = max(widths[end - 1], display_width(cell.text) - spanned)
    return tuple(widths)


LAYOUT = LayoutKind(
    code="aligned",
    looks=Message(
        "每行表格一行，各列以两个以上空格对齐（`pdftotext -layout`）",
        "a row a line, columns aligned by two or more spaces (`pdftotext -layout`)",
    ),
    write=apart(_table),
    parts_by_spaces=True,
)
