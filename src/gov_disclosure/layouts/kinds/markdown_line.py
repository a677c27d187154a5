"""A Markdown table all of whose rows stand on one line, told apart by the rule below the first."""

from gov_disclosure.layouts.cells import pipe_row
from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import MARKDOWN_IN_A_LINE
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message


def _table(grid: Grid) -> str:
    first, *others = grid.texts()
    return " ".join([pipe_row(row).rstrip() for row in (first, ["---"] * grid.width, *others)]) + "\n"


LAYOUT = LayoutKind(
    code="markdown_line",
    looks=Message(
        "失去换行的Markdown表格：各行都在一行之中，首行之后有横线",
        "a Markdown table without line ends: all rows on one line, a rule behind the first",
    ),
    finder=MARKDOWN_IN_A_LINE,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
