"""Scopes: a paragraph, its sentence, the clause, and brackets; each holds what has been said in it so far.

A scope keeps the kinds of words that have come up in it; a sentence also whose figures it tells, of which year,
and those that it has told: a later figure may be a part of one of these.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum, auto
from itertools import takewhile
from typing import Final

from attrs import define, field, frozen

from gov_disclosure.narrative.clauses import Token
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.wordings import Subject

ABOUT_DISCLOSURE: Final = frozenset({"REQUEST", "ABOUT"})
BY_APPLICANT: Final = frozenset({"received", "newly_received", "accepted", "handled", "answered"})
"""What the table tells by applicant."""
# Words for what came in, or was dealt with.
_DEALING: Final = frozenset({"RECEIVED", "NEWLY_RECEIVED", "ACCEPTED", "HANDLED", "ANSWERED", "DEALT"})
# From here to the end of the clause a part, a change or a plan is spoken of; or a thing that no table counts.
# Kinds of disputes in a list: no sentence has more.
_MOST_DISPUTES: Final = 4
_ASIDE: Final = frozenset({"PART", "CHANGE", "UNLESS", "OTHER_THING", "PUBLISHED", "UNRELATED", "TRANSFERRED"})


class Topic(Enum):
    """What is asked for, or written in, when something is received."""

    REQUESTS = auto()
    OTHER = auto()


class Whose(Enum):
    """Whose figures are told."""

    OWN = auto()
    OTHER = auto()
    """Another body's."""
    AFTER_OTHER = auto()
    """Another body's were told before, and what goes on with those is not of this office."""


@frozen
class Told:
    """A figure that a sentence has told."""

    number: int
    """Its place among the statements of the paragraph."""
    statement: Statement
    rule: str
    included: bool
    """Told as part of another (其中)."""
    written: bool
    """Of what came in writing."""
    named: bool
    """Its clause says that it is about disclosure."""

    @property
    def value(self) -> Decimal:
        """The number."""
        return self.statement.quantity.value


@define
class Scope:
    """A stretch of prose, and the kinds of words that it has so far."""

    words: set[str] = field(factory=set)

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of the kinds has come up."""
        return not self.words.isdisjoint(kinds)

    @property
    def named(self) -> bool:
        """Whether it says that it is about disclosure."""
        return not self.words.isdisjoint(ABOUT_DISCLOSURE)

    @property
    def deals(self) -> bool:
        """Whether it says what came in, or was dealt with."""
        return not self.words.isdisjoint(_DEALING)


@define
class ClauseScope(Scope):
    """What stands between two signs of punctuation."""

    turned: bool = False
    """It tells what a figure was before."""
    counts: bool = False
    """It has a figure."""
    opening: Token | None = None
    """Its first word."""
    own_until: int = -1
    """Where the office has been named in it."""

    def ends_with_own(self, start: int) -> bool:
        """Whether the office's name stands right before a place: what goes on there is a part of it."""
        return self.own_until == start

    @property
    def aside(self) -> bool:
        """Whether it has turned to something else."""
        return self.turned or not self.words.isdisjoint(_ASIDE)


@define
class SentenceScope(Scope):
    """A sentence, or what goes on with it."""

    whose: Whose = Whose.OWN
    other_year: bool = False
    stopped: bool = False
    """Another year or body has kept figures out; the next sentence may go on with it."""
    lent: bool = False
    """Another body has been named for a part of what is told (其中以县政府名义印发1件)."""
    led: bool = False
    """A heading has said whose figures these are."""
    told: list[Told] = field(factory=list)
    last: Told | None = None
    """What a share, or an outcome without a number, may be of."""
    going_on: str = ""
    """The rule of what was told last; none where a figure came between that is none of the tables'."""
    reached: int = 0
    """Where the last figure that it has told ends."""
    including: bool = False
    """It tells the parts of a figure (其中)."""
    listed: bool = False
    """A colon has led in to what it tells: parts of that are parted by semicolons."""
    partial: bool = False
    """Requests are those of one kind, by another division than the table's."""
    part_of: Decimal | None = None
    """What is told may be of so many requests that were carried over."""
    by_turns: bool = False
    """Results are told for one kind of applicant after another."""
    astray: bool = False
    """Figures have come up in it that are none of the tables'."""
    parts: tuple[Subject, ...] = ()
    """Reconsideration, litigation: those that it has named."""
    disputes: Decimal | None = None
    """How many disputes it has told of."""
    open_disputes: tuple[Subject, ...] = ()
    """Disputes that have been told, and of which outcomes may follow."""
    action: str | None = None
    """The kind of decision that it has named."""
    document: str | None = None
    """The kind of document that it has named."""

    def _latest(self, rules: frozenset[str]) -> Told | None:
        return next((one for one in reversed(self.told) if one.rule in rules), None)

    @property
    def whole(self) -> Told | None:
        """The figure of requests that applicants and results may add up to."""
        return self._latest(BY_APPLICANT)

    @property
    def carried(self) -> Told | None:
        """What was carried over."""
        return self._latest(frozenset({"carried_over"}))

    @property
    def applicants(self) -> list[Decimal]:
        """The figures of applicants behind that of all."""
        behind = takewhile(lambda one: one.rule not in BY_APPLICANT, reversed(self.told))
        return [one.value for one in behind if one.rule == "applicant"]

    @property
    def in_dispute(self) -> tuple[Subject, ...]:
        """The disputes that an outcome is of: those named since others had theirs, or all that were named."""
        named = {word for subject in self.open_disputes for word in subject.words}
        return tuple(part for part in self.parts if part.words[0] in named) or self.parts

    def keep(self, told: Told) -> None:
        """Keep a figure that later ones may be parts of."""
        before = self.going_on
        self.told.append(told)
        self.last, self.going_on = told, told.rule
        if told.rule == "dispute":
            self.disputes = told.value + (self.disputes or Decimal(0))
            others = () if before == "outcome" else self.open_disputes
            self.open_disputes = (*others[-_MOST_DISPUTES:], *told.statement.subjects)

    @property
    def of_disputes(self) -> bool:
        """Whether it tells of disputes, and not of requests."""
        return self.disputes is not None and self.whole is None

    def unnamed(self) -> Iterator[int]:
        """Disputes of which it doesn't say that they are about disclosure."""
        return (one.number for one in self.told if one.rule == "dispute" and not one.named)

    def in_writing(self) -> Iterator[int]:
        """Written requests: all there are, if no others come up."""
        return (one.number for one in self.told if one.written)


@define
class ParagraphScope(Scope):
    """A paragraph, with the heading above it."""

    heading: bool = False
    """It is a heading itself."""
    topic: Topic | None = None
    headed: bool = False
    """A heading says that it is about requests, in a line of its own or at the start of a sentence."""
    counted: bool = False
    """It has given figures of requests."""
    rows: tuple[Subject, ...] = ()
    """Requests that may be told by applicant."""
    unit: str = ""
    """What these are counted in."""
