"""A report under examination: what several rules ask of it is worked out once."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from gov_disclosure.checking.verdicts import Verdict, assess, edition_of
from gov_disclosure.form.fields import Edition
from gov_disclosure.model.issues import Location
from gov_disclosure.model.report import Report
from gov_disclosure.narrative.claims import Claim, Said, said


@frozen(slots=False)
class Examined:
    """A report, the verdicts on its identities, and what its prose says."""

    report: Report
    seconds: float = 2.0
    """How long may be searched for the cells behind sums that fail."""

    @cached_property
    def edition(self) -> Edition:
        """The edition whose identities it has to keep."""
        return edition_of(self.report)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """On each identity of the edition."""
        return assess(self.report)

    @cached_property
    def said(self) -> Said:
        """What its prose says of the tables' figures."""
        return said(self.report)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The figures that its prose states."""
        return self.said.claims

    def locations(self, cells: Iterable[str]) -> Iterator[Location]:
        """Where those of the cells stand that the source has."""
        for id in cells:
            cell = self.report.cells.get(id)
            if cell is not None and cell.location is not None:
                yield cell.location
