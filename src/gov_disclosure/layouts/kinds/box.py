"""Drawn in box characters, cells wrapped to their columns, spans as spans (``w3m -dump``)."""

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import DRAWN
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    # What draws comes with the first report that is written: to read one nothing is drawn.
    from gov_disclosure.layouts.rules import Style, ruled

    return ruled(grid, Style(" ╵╷│╴┘┐┤╶└┌├─┴┬┼", "│", "─", "─", 0), centred=True)


LAYOUT = LayoutKind(
    code="box",
    looks=Message(
        "用制表符号画成，单元格按列宽折行，跨行跨列照画（`w3m -dump`）",
        "drawn in box characters, cells wrapped to their columns, spans as spans (`w3m -dump`)",
    ),
    finder=DRAWN,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
