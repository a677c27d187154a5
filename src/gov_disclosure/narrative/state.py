"""What a sentence, and a clause, have spoken of so far."""

from decimal import Decimal

from attrs import define

from gov_disclosure.narrative.statements import Subject


@define
class SentenceState:
    """What a sentence has spoken of so far."""

    rows: tuple[Subject, ...] = ()
    """Requests that may be told by applicant."""
    parts: tuple[Subject, ...] = ()
    """Reconsideration, litigation."""
    document: str | None = None
    last: int | None = None
    """The number of the statement that a share may be of."""
    last_rule: str = ""
    """What that was of."""
    including: bool = False
    """It tells the parts of a figure (其中)."""
    time: bool = False
    """Another year is spoken of."""
    body: bool = False
    """Another body is."""
    judging: bool = False
    """Disputes are those that the office decides, not those that it is a party to."""
    dealt: bool = False
    """It says what came in, or was dealt with."""
    total: Decimal | None = None
    """The last figure of requests, which applicants may add up to."""
    applicants: tuple[Decimal, ...] = ()
    """The figures of applicants since."""
    written: int | None = None
    """The number of a statement of written requests: all of them, if no others come up."""
    unnamed: tuple[int, ...] = ()
    """The numbers of statements of disputes that don't say that they are about disclosure."""
    split: bool = False
    """Results are told for one kind of applicant after another."""
    disputes: Decimal | None = None
    """How many disputes it has told of."""
    unit: str = ""
    """What requests are counted in."""
    carried: Decimal | None = None
    """What was carried over."""
    carried_in: Decimal | None = None
    """What was carried over, if it was told as part of a figure."""
    part_of: Decimal | None = None
    """What is told may be of so many requests that were carried over."""
    reviewed: bool = False
    """Documents are those that were looked through."""
    published: bool = False
    """What is published of the office's own accord is spoken of."""
    partial: bool = False
    """Requests are those of one kind, by another division than the table's."""
    excepted: bool = False
    """There are exceptions (除…外)."""
    disclosed: bool = False
    """What it counts may be what was put on a website."""
    concerning: bool = False
    """It tells what its figures are about."""
    astray: bool = False
    """Figures have come up in it that are none of the tables'."""
    stopped: bool = False
    """Another year or body has kept figures out; the next sentence may go on with it."""
    led: bool = False
    """A heading has said whose figures these are."""
    after: bool = False
    """Another body was spoken of before: what goes on with its figures is not of this office."""


@define
class ClauseState:
    """What a clause has spoken of so far."""

    aside: bool = False
    """It has turned to something else."""
    named: bool = False
    """It names disclosure."""
    dealt: bool = False
    """It says what came in, or was dealt with."""
    handling: bool = False
    """It says what was dealt with."""
    including: bool = False
    """It tells the parts of a figure (其中)."""
    scoped: bool = False
    """It names the place that the office governs."""
    because: bool = False
    """It gives a reason."""
    concerning: bool = False
    """It tells what its figures are about."""
    written: bool = False
    """Requests are those in writing."""
    in_time: bool = False
    """Answers are those that were in time."""
    tail: bool = False
    """It speaks of matters (事项), not of the things themselves."""
