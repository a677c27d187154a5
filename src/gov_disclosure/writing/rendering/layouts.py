"""The layouts in which a report can be written, and what each of them keeps."""

from enum import StrEnum


class Layout(StrEnum):
    """How a document sets its tables as text, named for the sign or the tool that makes it."""

    MARKDOWN = "markdown"
    """Markdown as GitHub shows it: ``#`` title, ``##`` headings, pipe tables with a rule below one row."""
    HTML = "html"
    """A page with tables; cells that span rows or columns say so."""
    TIKA = "tika"
    """A cell a line, each behind a tab; an empty line ends a row. Apache Tika writes so."""
    ROWS = "rows"
    """A row a line, tabs between cells; a spanned place is an empty cell. Spreadsheets copy so."""
    LINES = "lines"
    """A cell a line, empty lines between; rows are not marked. Text of web pages."""
    LINES_DENSE = "lines_dense"
    """A cell a line, no empty lines."""
    PIPES = "pipes"
    """A row a line, a bar behind each cell; spanned places are bars at the end of the row."""
    PIPE_ROWS = "pipe_rows"
    """A row a line, bars around each cell; a spanned place is an empty cell."""
    PIPE_CELLS = "pipe_cells"
    """A cell a line, a bar behind it; a line of bars ends a row and stands for its spanned places."""
    PIPE_STACKED = "pipe_stacked"
    """A cell a line, a bar behind it; a bar on a line of its own begins a row."""
    BAR_LINES = "bar_lines"
    """A cell a line, a bar on a line of its own behind it; rows are not marked."""
    BOX = "box"
    """Drawn in box characters, cells wrapped to their columns, spans as spans. ``w3m -dump`` writes so."""
    GRID = "grid"
    """A grid table of reStructuredText and Pandoc: ``+---+``, ``+===+`` below the head, spans as spans."""
    SIMPLE = "simple"
    """A simple table of Pandoc: a row a line, columns below dashes; a spanned place is an empty cell."""
    MULTILINE = "multiline"
    """A multiline table of Pandoc: wrapped cells below dashes, an empty line between rows."""
    ALIGNED = "aligned"
    """A row a line, columns aligned by two or more spaces. ``pdftotext -layout`` writes so."""
    SPACES = "spaces"
    """A row a line, one space between cells; empty cells leave nothing. ``lynx -dump`` writes so."""
    PDF = "pdf"
    """The text of a page as pdfplumber gives it: labels wrapped beside their numbers, one space between
    cells, empty cells leave nothing, prose broken, page numbers and running heads in between."""

    @property
    def keeps_blanks(self) -> bool:
        """Whether every empty cell beside a label or a filled one keeps its place for certain.

        Elsewhere it leaves nothing, a bar like those that only fill up a row, or a gap that no rule measures.
        """
        return self in _KEEPS_ROWS or self in _KEEPS_BLANKS

    @property
    def keeps_empty_rows(self) -> bool:
        """Whether a row without a label, that of table four, is there even if all of its cells are empty."""
        return self in _KEEPS_ROWS

    @property
    def parts_by_spaces(self) -> bool:
        """Whether nothing but spaces stands between the cells of a row."""
        return self in _PARTS_BY_SPACES


_KEEPS_ROWS = frozenset({Layout.HTML, Layout.TIKA, Layout.ROWS, Layout.BOX, Layout.GRID})
_KEEPS_BLANKS = frozenset({Layout.MARKDOWN, Layout.PIPE_ROWS, Layout.SIMPLE, Layout.MULTILINE})
_PARTS_BY_SPACES = frozenset({Layout.SIMPLE, Layout.MULTILINE, Layout.ALIGNED, Layout.SPACES, Layout.PDF})
