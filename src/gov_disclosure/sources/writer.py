"""A document in the making: lines and tables of a file put one below the other, each with its place."""

from collections.abc import Iterable
from typing import NamedTuple

from attrs import define, field

from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.model.issues import Issue
from gov_disclosure.model.places import Place
from gov_disclosure.sources.document import Document, Mark, Notice
from gov_disclosure.sources.grid import Found, filled_rows, without_phantoms


class TableCell(NamedTuple):
    """A cell of a table in a file, at the row and column of the grid where it begins."""

    row: int
    column: int
    """From 0, in the grid that all spans make."""
    text: str
    """As a person reads it; a line end parts two paragraphs of it."""
    colspan: int = 1
    rowspan: int = 1
    place: Place | None = None


@define(eq=False)
class DocumentWriter:
    """What has been put together so far."""

    parts: list[str] = field(factory=list)
    grids: list[Grid] = field(factory=list)
    marks: list[Mark] = field(factory=list)
    notices: list[Notice] = field(factory=list)
    offset: int = 0
    line: int = 1
    column: int = 1

    def paragraph(self, text: str, place: Place | None = None) -> None:
        """Add a line of its own; line ends in it make it several."""
        self._mark(place)
        self._put(f"{text}\n")

    def table(self, cells: Iterable[TableCell], caption: str | None = None, place: Place | None = None) -> None:
        """Add a table: its cells in order, row by row, those that begin in a row parted by tabs."""
        start = self.offset
        top = self._cell(caption, 1, 1, place) if caption else None
        if top:
            self._put("\n")
        found: list[Found] = []
        row = None
        for cell in cells:
            if row is not None:
                self._put("\t" if cell.row == row else "\n")
            row = cell.row
            made = self._cell(cell.text, cell.colspan, cell.rowspan, cell.place)
            found.append(Found(cell.row, cell.column, cell.rowspan, made))
        self._put("\n")
        if rows := filled_rows(without_phantoms(found)):
            self.grids.append(Grid(rows, start, self.offset - 1, caption=top))

    def notice(self, issue: Issue, *, here: bool = False) -> None:
        """Note an issue, of the place that is next or of the file."""
        self.notices.append(Notice(issue=issue, start=self.offset if here else None))

    def document(self) -> Document:
        """The whole of it."""
        return Document(
            text="".join(self.parts),
            grids=tuple(self.grids),
            marks=tuple(self.marks),
            notices=tuple(self.notices),
        )

    def _cell(self, text: str, colspan: int, rowspan: int, place: Place | None) -> GridCell:
        """Put a cell's text down without the blanks around it."""
        text = text.strip()
        self._mark(place)
        cell = GridCell(
            text, colspan, rowspan, False, self.offset, self.offset + len(text), self.line, self.column
        )
        self._put(text)
        return cell

    def _mark(self, place: Place | None) -> None:
        if place is not None:
            self.marks.append(Mark(self.offset, place))

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.offset += len(text)
        if text == "\t" or text.isalnum():
            self.column += len(text)
            return
        lines = f"{text}|".splitlines()
        self.line += len(lines) - 1
        self.column = len(lines[-1]) if len(lines) > 1 else self.column + len(text)
