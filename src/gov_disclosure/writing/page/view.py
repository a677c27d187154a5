"""What the page shows of a report, as plain values for its template."""

from attrs import frozen

from gov_disclosure.model.issues import Level
from gov_disclosure.model.report import Cell, Report


@frozen(kw_only=True)
class Link:
    """Words, and the id of what they lead to, if that is on the page."""

    text: str
    to: str | None
    said: str = ""
    """What stands there."""


@frozen(kw_only=True)
class Note:
    """A finding or an issue, as it stands in its list."""

    id: str
    number: int | None = None
    """By which cells point to a finding."""
    level: Level
    code: str
    message: str
    cells: tuple[Link, ...]
    places: tuple[Link, ...]
    raw: str = ""


@frozen(kw_only=True)
class Box:
    """A cell of a table: a label of the form, or what the report has in its place."""

    id: str | None
    """None for a label that heads no value, and for a value that stands here a second time."""
    label: str = ""
    colspan: int
    rowspan: int = 1
    scope: str = ""
    """Whether a label heads its column or its row."""
    headers: tuple[str, ...] = ()
    """The ids of a value's labels."""
    cell: Cell | None = None
    """What stands here, if it is no label."""
    value: str = ""
    raw: str = ""
    """What is written in the place of a number, if it is short."""
    place: Link | None = None
    notes: tuple[Note, ...] = ()

    @property
    def level(self) -> Level | None:
        """That of the weightiest finding about it."""
        return min((note.level for note in self.notes), key=list(Level).index, default=None)


@frozen(kw_only=True)
class Table:
    """A table of the form, filled in."""

    name: str
    id: str
    caption: str
    labels: int
    """How many columns at the left hold labels."""
    values: int
    head: tuple[tuple[Box, ...], ...]
    """The labels at its top, if they are those of the whole table."""
    bodies: tuple[tuple[tuple[Box, ...], ...], ...]
    unread: tuple[Link, ...]
    """The row or cell of each long text that gives no number, with the text."""


@frozen(kw_only=True)
class SourcePart:
    """A piece of a line of the source; one with an id is a place that something links to."""

    text: str
    id: str | None = None
    back: Link | None = None
    note: Note | None = None
    """The weightiest finding about it, if it is no cell's: a cell is marked in its table."""


@frozen(kw_only=True)
class SourceBox:
    """A cell of a table of the source."""

    parts: tuple[SourcePart, ...]
    colspan: int
    rowspan: int


@frozen(kw_only=True)
class SourceBlock:
    """A line of the source, or a table in it."""

    number: int = 0
    """Of a line, 1-based; 0 in a file that has no lines of text."""
    parts: tuple[SourcePart, ...] = ()
    rows: tuple[tuple[SourceBox, ...], ...] = ()
    """Of a table."""


@frozen(kw_only=True)
class Section:
    """A report on the page."""

    number: int
    id: str
    report: Report
    file: str | None
    """The name of its file."""
    verdict: str
    """How much of it was assessed, and what was found, in a sentence."""
    has_passed: bool
    """Whether something was assessed, and no error found."""
    findings: tuple[Note, ...]
    issues: tuple[Note, ...]
    tables: tuple[Table, ...]
    source: tuple[SourceBlock, ...] | None
    """``None`` if the text is not at hand."""

    def count(self, level: Level) -> int:
        """How many findings are of a level."""
        return sum(note.level is level for note in self.findings)
