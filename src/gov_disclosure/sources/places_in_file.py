"""Places in a file: what was read of its text, with the place where a person finds each thing in the file."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
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
        return relocated(report, self.located)

    def at(self, offset: int) -> Location:
        """The location of a character of the text."""
        line = max(bisect_right(self._starts, offset), 1)
        return self.located(Location(line, offset - self._starts[line - 1] + 1))

    def located(self, location: Location) -> Location:
        """A location in the text with its place in the file."""
        line = min(location.line, len(self._starts)) - 1
        return evolve(location, place=self.document.place_at(self._starts[line] + location.column - 1))


def relocated(report: Report, located: Callable[[Location], Location]) -> Report:
    """The report with other locations."""

    def cell(one: Cell) -> Cell:
        return evolve(one, location=located(one.location)) if one.location else one

    def section(one: Section) -> Section:
        text = one.text_location and located(one.text_location)
        return evolve(one, location=located(one.location), text_location=text)

    def issue(one: Issue) -> Issue:
        return evolve(one, location=located(one.location)) if one.location else one

    return evolve(
        report,
        cells={id: cell(one) for id, one in report.cells.items()},
        sections=tuple(map(section, report.sections)),
        issues=tuple(map(issue, report.issues)),
    )
