"""Places in a file: what was read of its text, with the place where a person finds each thing in the file."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from attrs import evolve, frozen

from gov_disclosure.model.issues import Issue, Location
from gov_disclosure.model.report import Cell, Report, Section
from gov_disclosure.sources.document import Document


@frozen(slots=False, eq=False)
class PlacesInFile:
    """The places of a document, by line and column of its text."""

    document: Document

    @cached_property
    def _starts(self) -> Sequence[int]:
        """The offsets at which lines begin."""
        return list(accumulate(map(len, self.document.text.splitlines(keepends=True)), initial=0))

    def of(self, report: Report) -> Report:
        """The report, whose locations tell their places in the file too; that of a text has none."""
        if not self.document.marks:
            return report
        return evolve(
            report,
            cells={id: self._cell(cell) for id, cell in report.cells.items()},
            sections=tuple(map(self._section, report.sections)),
            issues=tuple(map(self._issue, report.issues)),
        )

    def at(self, offset: int) -> Location:
        """The location of a character of the text."""
        line = max(bisect_right(self._starts, offset), 1)
        return self._located(Location(line, offset - self._starts[line - 1] + 1))

    def _located(self, location: Location) -> Location:
        line = min(location.line, len(self._starts)) - 1
        return evolve(location, place=self.document.place_at(self._starts[line] + location.column - 1))

    def _cell(self, cell: Cell) -> Cell:
        return evolve(cell, location=self._located(cell.location)) if cell.location else cell

    def _section(self, section: Section) -> Section:
        text = section.text_location and self._located(section.text_location)
        return evolve(section, location=self._located(section.location), text_location=text)

    def _issue(self, issue: Issue) -> Issue:
        return evolve(issue, location=self._located(issue.location)) if issue.location else issue
