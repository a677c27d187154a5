"""Tables in the layouts that mark cells with a sign: tabs, bars, line ends, tags."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Final

from gov_disclosure.model.grid import Grid, GridCell, Row, begun
from gov_disclosure.writing.rendering.layouts import Layout

# GitHub's rule below the first row; numbers stand at the right.
_LABEL_RULE: Final = "---"
_VALUE_RULE: Final = "---:"


def _own(row: Row) -> list[GridCell]:
    """The cells that begin in a row."""
    return [cell for cell in row if cell.is_own]


def _tika(grid: Grid) -> str:
    return "".join("".join(f"\t{cell.text}\n" for cell in begun(row)) + "\n" for row in grid.rows)


def _rows(grid: Grid) -> str:
    return "".join("\t".join(texts) + "\n" for texts in grid.texts())


def _lines(grid: Grid) -> str:
    return "\n\n".join(_filled(grid)) + "\n\n"


def _lines_dense(grid: Grid) -> str:
    return "\n".join(_filled(grid)) + "\n"


def _filled(grid: Grid) -> list[str]:
    return [cell.text for row in grid.rows for cell in row if cell.text]


def _pipe_rows(grid: Grid) -> str:
    return "".join(map(_pipe_row, grid.texts()))


def _pipe_row(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |\n"


def _markdown(grid: Grid) -> str:
    first, *others = grid.texts()
    numbers = {index for row in grid.rows for index, cell in enumerate(row) if cell.is_value}
    rule = [_VALUE_RULE if index in numbers else _LABEL_RULE for index in range(grid.width)]
    return "".join(map(_pipe_row, (first, rule, *others)))


def _pipes(grid: Grid) -> str:
    lines: list[str] = []
    for row in grid.rows:
        own = _own(row)
        spanned = grid.width - len(own)
        bars = f" {'|' * spanned}" if spanned else ""
        lines.append(f"{' | '.join([cell.text for cell in own])} |{bars}\n")
    return "".join(lines)


def _pipe_cells(grid: Grid) -> str:
    lines: list[str] = []
    for row in grid.rows:
        own = _own(row)
        lines += [f"{cell.text} |\n" if cell.text else "|\n" for cell in own]
        lines.append("|" * (1 + grid.width - len(own)) + "\n")
    return "".join(lines)


def _pipe_stacked(grid: Grid) -> str:
    rows = ("".join(f"{cell.text} |\n" for cell in _own(row)) for row in grid.rows)
    return "|\n" + "|\n".join(rows) + "|\n"


def _bar_lines(grid: Grid) -> str:
    return "".join(f"{cell.text}\n|\n" for row in grid.rows for cell in _own(row))


def _html(grid: Grid) -> str:
    rows = "".join(f"<tr>{''.join(map(_tag, _own(row)))}</tr>\n" for row in grid.rows)
    return f'<table border="1">\n{rows}</table>\n'


def _tag(cell: GridCell) -> str:
    name = "td" if cell.is_value else "th"
    colspan = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    rowspan = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return f"<{name}{colspan}{rowspan}>{escape(cell.text, quote=False)}</{name}>"


MARKED: Final[Mapping[Layout, Callable[[Grid], str]]] = {
    Layout.MARKDOWN: _markdown,
    Layout.HTML: _html,
    Layout.TIKA: _tika,
    Layout.ROWS: _rows,
    Layout.LINES: _lines,
    Layout.LINES_DENSE: _lines_dense,
    Layout.PIPES: _pipes,
    Layout.PIPE_ROWS: _pipe_rows,
    Layout.PIPE_CELLS: _pipe_cells,
    Layout.PIPE_STACKED: _pipe_stacked,
    Layout.BAR_LINES: _bar_lines,
}
"""The text of a table in each of these layouts."""
