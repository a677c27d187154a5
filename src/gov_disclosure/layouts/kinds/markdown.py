"""Markdown as GitHub shows it: ``#`` before titles, pipe tables with a rule below one row."""

from collections.abc import Sequence
from typing import Final

from gov_disclosure.layouts.cells import pipe_row
from gov_disclosure.layouts.documents import Block
from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message

# GitHub's rule below the first row; numbers stand at the right.
_LABEL_RULE: Final = "---"
_VALUE_RULE: Final = "---:"
_MARKS: Final = {"title": "# ", "heading": "## ", "prose": ""}


def _table(grid: Grid) -> str:
    first, *others = grid.texts()
    numbers = {index for row in grid.rows for index, cell in enumerate(row) if cell.is_value}
    rule = [_VALUE_RULE if index in numbers else _LABEL_RULE for index in range(grid.width)]
    return "".join(map(pipe_row, (first, rule, *others)))


def _document(blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            parts.append(_table(block))
        else:
            lines = [line.strip() for line in block.text.splitlines()]
            parts += [f"{_MARKS[block.kind]}{line}\n" for line in lines if line]
    return "\n".join(parts)


LAYOUT = LayoutKind(
    code="markdown",
    looks=Message(
        "GitHub所示的Markdown：标题前有`#`，表格以竖线分列，首行之下有横线",
        "Markdown as GitHub shows it: `#` before titles, pipe tables with a rule below one row",
    ),
    write=_document,
    keeps_blanks=True,
)
