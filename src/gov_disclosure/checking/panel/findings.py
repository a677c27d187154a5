"""What a rule finds of several reports: which they are, which cells, and which passages of their text."""

from attrs import frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.model.issues import Level, Location, Message
from gov_disclosure.model.outcome import Outcome, Sides
from gov_disclosure.model.shown import named, quoted


@frozen(kw_only=True, repr=False)
class Concerned(Brief):
    """A report that a finding is about."""

    issuer: str | None
    year: int | None
    source: str | None
    """Its path, if it was read from a file."""
    cells: tuple[str, ...] = ()
    """Ids of its cells concerned: for what fails all, else those that prevent it."""
    locations: tuple[Location, ...] = ()
    """Where those of the cells stand that the source has; of shared text, the headings of its sections."""


@frozen(kw_only=True, repr=False)
class Excerpt(Brief):
    """A passage as one report has it."""

    section: int
    """Its number, 1 to 6."""
    heading: Location
    """Where the section's heading stands in the source."""
    start: int
    """Where it begins in the section's text; a number of characters."""
    text: str


@frozen(kw_only=True, repr=False)
class Passage(Brief):
    """Text that two reports share."""

    length: int
    """How many characters are shared; punctuation, titles of documents and common clauses apart."""
    excerpts: tuple[Excerpt, Excerpt]
    """As either report has it, in the order of the finding's reports."""


@frozen(kw_only=True, repr=False)
class PanelFinding(Sides):
    """What a rule found of several reports."""

    code: str
    """Of its rule: a letter for the family and three digits; stable."""
    id: str
    """The rule and what it was applied to: ``P801.某某县人民政府.2022.total``."""
    level: Level
    outcome: Outcome
    message: Message
    reports: tuple[Concerned, ...]
    """In order of year; of a parent and its children, the parent first. Empty if it is about one not there."""
    share: float | None = None
    """How much of the last report's text is shared, from 0 to 1."""
    passages: tuple[Passage, ...] = ()
    """The longest shared passages, the longest first."""

    def __repr__(self) -> str:
        return named(self, self.id, self.level, self.outcome, quoted(self.message.en, 120))

    @property
    def source(self) -> str | None:
        """The path of the first report."""
        return self.reports[0].source if self.reports else None

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells concerned of the first report."""
        return self.reports[0].cells if self.reports else ()

    @property
    def locations(self) -> tuple[Location, ...]:
        """Where those of the first report stand."""
        return self.reports[0].locations if self.reports else ()
