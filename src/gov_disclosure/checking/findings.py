"""Findings: what a rule says of a report, as a value."""

from attrs import frozen

from gov_disclosure.model.issues import Level, Location, Message
from gov_disclosure.model.outcome import Outcome, Sides
from gov_disclosure.model.shown import named, quoted


@frozen(kw_only=True, repr=False)
class Finding(Sides):
    """What a rule found of a report."""

    code: str
    """Of its rule: a letter for the family and three digits; stable."""
    id: str
    """The rule and what it was applied to: ``B603.new_received``."""
    level: Level
    outcome: Outcome
    message: Message
    cells: tuple[str, ...] = ()
    """Ids of the cells concerned: for what fails all in the identity, else those that prevent it."""
    locations: tuple[Location, ...] = ()
    """Where the sentence stands, if it is about one; and those of the cells that the source has."""

    def __repr__(self) -> str:
        return named(self, self.id, self.level, self.outcome, quoted(self.message.en, 120))
