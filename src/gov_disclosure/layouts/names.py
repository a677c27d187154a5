"""The layouts in which a report can be written, as the values of an enumeration."""

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from gov_disclosure.layouts.kind import LayoutKind
from gov_disclosure.layouts.kinds import LAYOUTS


@cache
def _kinds() -> dict[str, LayoutKind]:
    return {kind.code: kind for kind in LAYOUTS}


class _Layout(StrEnum):
    """How a document sets its tables as text, named for the sign or the tool that makes it."""

    @property
    def kind(self) -> LayoutKind:
        """How it is found and written, and what it keeps."""
        return _kinds()[self.value]

    @property
    def keeps_blanks(self) -> bool:
        """Whether every empty cell beside a label or a filled one keeps its place for certain.

        Elsewhere it leaves nothing, a bar like those that only fill up a row, or a gap that no rule measures.
        """
        return self.kind.keeps_blanks

    @property
    def keeps_columns(self) -> bool:
        """Whether each value stands at the place of its column's label, so that a table may lack columns."""
        return self.kind.keeps_blanks and not (self.kind.merges_cells or self.kind.parts_by_spaces)

    @property
    def keeps_empty_rows(self) -> bool:
        """Whether a row without a label, that of table four, is there even if all of its cells are empty."""
        return self.kind.keeps_empty_rows

    @property
    def parts_by_spaces(self) -> bool:
        """Whether nothing but spaces stands between the cells of a row."""
        return self.kind.parts_by_spaces


if TYPE_CHECKING:

    class Layout(_Layout):
        """How a document sets its tables as text, named for the sign or the tool that makes it."""

        # What type checkers are told; at run time the members are the modules of kinds/ that can be written.
        # generated: layouts
        ALIGNED = "aligned"
        ASCIIDOC = "asciidoc"
        BAR_LINES = "bar_lines"
        BOX = "box"
        DOCBOOK = "docbook"
        DOKUWIKI = "dokuwiki"
        GRID = "grid"
        HTML = "html"
        JSON_ROWS = "json_rows"
        LATEX = "latex"
        LINES = "lines"
        LINES_DENSE = "lines_dense"
        MARKDOWN = "markdown"
        MARKDOWN_LINE = "markdown_line"
        MEDIAWIKI = "mediawiki"
        MULTILINE = "multiline"
        PADDED = "padded"
        PDF = "pdf"
        PIPE_CELLS = "pipe_cells"
        PIPE_ROWS = "pipe_rows"
        PIPE_STACKED = "pipe_stacked"
        PIPES = "pipes"
        PYTHON_ROWS = "python_rows"
        ROWS = "rows"
        SIMPLE = "simple"
        SPACES = "spaces"
        TEXTILE = "textile"
        TIKA = "tika"
        TROFF = "troff"
        TYPST = "typst"
        # end: layouts

else:
    Layout = _Layout(
        "Layout", {kind.code.upper(): kind.code for kind in LAYOUTS if kind.write}, module=__name__
    )
    Layout.__doc__ = _Layout.__doc__
