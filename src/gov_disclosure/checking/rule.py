"""The shape of a rule of one report: its code and words, an example, and what it finds, in one object."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from attrs import frozen

from gov_disclosure.checking.cells_named import hold_to_form
from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.findings import Finding
from gov_disclosure.model.issues import Location
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.model.shown import named, quoted


class Run(Protocol):
    """The function of a rule, which is given the rule itself for its code, level and words."""

    def __call__(self, examined: Examined, rule: "Rule", /) -> Iterator[Finding]:
        """What it finds."""


@frozen(kw_only=True, repr=False)
class Rule:
    """A rule of the catalogue."""

    code: str
    """A letter for the family and three digits; stable."""
    level: Level
    """Of what it finds where it fails; what it can't assess is for the record."""
    summary: Message
    """What it asks for, in a sentence."""
    source: Message
    """What says so."""
    example: Example
    """A report of which it finds something."""
    run: Run
    """What it finds of a report."""
    cells: tuple[str, ...] = ()
    """Ids of the cells that it names itself; each has to be one of the form."""

    def __attrs_post_init__(self) -> None:
        hold_to_form(self.code, (*self.cells, *self.example.figures))

    def __repr__(self) -> str:
        return named(self, self.code, self.level, quoted(self.summary.en, 120))

    def finding(
        self,
        examined: Examined,
        name: str,
        outcome: Outcome,
        message: Message,
        cells: Iterable[str],
        *,
        said_at: Location | None = None,
        left: int | None = None,
        right: int | None = None,
    ) -> Finding:
        """That it does not hold of cells of a report, or can't be assessed.

        ``name`` tells findings of a report apart; ``said_at`` is the place of the sentence, if it is about one.
        """
        concerned = tuple(cells)
        hold_to_form(self.code, concerned)
        said = () if said_at is None else (said_at,)
        return Finding(
            code=self.code,
            id=f"{self.code}.{name}",
            level=self.level if outcome is Outcome.FAILS else Level.INFO,
            outcome=outcome,
            message=message,
            cells=concerned,
            locations=(*said, *examined.locations(concerned)),
            left=left,
            right=right,
        )

    def shown(self) -> tuple[Finding, ...]:
        """What it finds of its example."""
        return tuple(self.run(Examined(self.example.report), self))
