"""A grid table of reStructuredText and Pandoc: ``+---+``, ``+===+`` below the head, spans as spans."""

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import DRAWN
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    # What draws comes with the first report that is written: to read one nothing is drawn.
    from gov_disclosure.layouts.rules import Style, ruled

    return ruled(grid, Style(" ||||+++|+++-+++", "|", "-", "=", 1), centred=False)


LAYOUT = LayoutKind(
    code="grid",
    looks=Message(
        "reStructuredText和Pandoc的网格表：`+---+`，表头之下为`+===+`，跨行跨列照画",
        "a grid table of reStructuredText and Pandoc: `+---+`, `+===+` below the head, spans as spans",
    ),
    finder=DRAWN,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
