r"""A ``tabular`` of LaTeX: an ampersand between cells, ``\\`` behind each row, spans as spans."""

import re
from typing import Final

from gov_disclosure.layouts.documents import apart
from gov_disclosure.layouts.finders import LATEX
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid, GridCell, begun
from gov_disclosure.model.messages import Message

_SPECIAL: Final = re.compile(r"[\\&%$#_{}~^]")
_NAMES: Final = {"\\": "textbackslash", "~": "textasciitilde", "^": "textasciicircum"}


def _table(grid: Grid) -> str:
    rows = [f"{' & '.join([_cell(cell) for cell in begun(row)])} \\\\ \\hline\n" for row in grid.rows]
    return f"\\begin{{tabular}}{{|{'c|' * grid.width}}}\n\\hline\n{''.join(rows)}\\end{{tabular}}\n"


def _cell(cell: GridCell) -> str:
    text = _SPECIAL.sub(_escaped, cell.text) if cell.is_own else ""
    if cell.rowspan > 1:
        text = f"\\multirow{{{cell.rowspan}}}{{*}}{{{text}}}"
    return f"\\multicolumn{{{cell.colspan}}}{{c|}}{{{text}}}" if cell.colspan > 1 else text


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{_NAMES[sign[0]]}{{}}" if sign[0] in _NAMES else f"\\{sign[0]}"


LAYOUT = LayoutKind(
    code="latex",
    looks=Message(
        r"LaTeX的`tabular`：单元格之间为`&`，行尾为`\\`，跨行跨列照写（文字识别程序）",
        r"a `tabular` of LaTeX: `&` between cells, `\\` behind rows, spans as spans (tools that read scans)",
    ),
    finder=LATEX,
    write=apart(_table),
    keeps_blanks=True,
    keeps_empty_rows=True,
)
