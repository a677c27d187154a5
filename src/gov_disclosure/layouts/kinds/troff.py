"""A table of troff, as manual pages have them: ``.TS`` and ``.TE`` around, longer text between T{ and T}."""

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import TROFF
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.model.messages import Message

_SIGN = "@"


def _table(grid: Grid) -> str:
    formats = "\n".join(" ".join(map(_letter, row)) for row in grid.rows)
    rows = "".join(f"{_SIGN.join(map(_entry, row))}\n" for row in grid.rows)
    return f".TS\ntab({_SIGN});\n{formats}.\n{rows}.TE\n"


def _letter(cell: GridCell) -> str:
    """What the format says of a place."""
    if not cell.colspan:
        return "s"
    return "l" if cell.rowspan else "^"


def _entry(cell: GridCell) -> str:
    # A cell that could not be read may have the sign in it, and would come apart.
    text = cell.text.replace("\\", "\\e").replace(_SIGN, "＠")
    lines = [f"\\&{line}" if line[:1] in (".", "'") else line for line in text.splitlines()]
    return "\n".join(("T{", *lines, "T}") if len(lines) > 1 else lines)


LAYOUT = LayoutKind(
    code="troff",
    looks=Message(
        "troff的表格（手册页）：上下为`.TS`和`.TE`，每行表格一行，长文字在`T{`和`T}`之间",
        "a table of troff (manual pages): `.TS` and `.TE` around, a row a line, text between `T{` and `T}`",
    ),
    finder=TROFF,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
