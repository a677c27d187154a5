"""A simple table of Pandoc: a row a line, columns below dashes; a spanned place is an empty cell."""

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import DASHED
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    # What draws comes with the first report that is written: to read one nothing is drawn.
    from gov_disclosure.layouts.dashes import dashed, padded
    from gov_disclosure.layouts.width import display_width

    rows = grid.texts()
    widths = [max(map(display_width, column)) + 2 for column in zip(*rows, strict=True)]
    return dashed(widths, [padded(texts, widths) for texts in rows], "\n")


LAYOUT = LayoutKind(
    code="simple",
    looks=Message(
        "Pandoc的简单表格：每行表格一行，各列在横线之下，被跨的位置为空单元格",
        "a simple table of Pandoc: a row a line, columns below dashes; a spanned place is an empty cell",
    ),
    finder=DASHED,
    write=apart(_table),
    keeps_blanks=True,
    parts_by_spaces=True,
)
