"""The shape of a rule across reports: its code and words, an example, and what it finds, in one object."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from attrs import field, frozen

from gov_disclosure.checking.cells_named import hold_to_form
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.panel.findings import Concerned, PanelFinding
from gov_disclosure.checking.panel.members import Panel, panel_of
from gov_disclosure.form.brief import Brief
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.model.shown import named, quoted


@frozen(kw_only=True, repr=False)
class PanelExample(Brief):
    """Reports that a rule across reports is shown on."""

    given: Message
    """What they have, in words."""
    reports: tuple[Example, ...]
    children: Mapping[str, tuple[str, ...]] = field(factory=dict, hash=False)
    """Names of parents, and of those whose figures theirs are the sum of."""


class PanelRun(Protocol):
    """The function of a rule, which is given the rule itself for its code, level and words."""

    def __call__(self, panel: Panel, rule: "PanelRule", /) -> Iterator[PanelFinding]:
        """What it finds."""


@frozen(kw_only=True, repr=False)
class PanelRule:
    """A rule of the catalogue of those across reports."""

    code: str
    """A letter for the family and three digits; stable."""
    level: Level
    """Of what it finds where it fails, or the highest; what it can't assess is for the record."""
    summary: Message
    """What it asks for, in a sentence."""
    fails: Message
    """What is said where it fails, with places for its facts."""
    source: Message
    """Who says so."""
    example: PanelExample
    """Reports of which it finds something."""
    run: PanelRun
    """What it finds of a panel."""
    cells: tuple[str, ...] = ()
    """Ids of the cells that it names itself; each has to be one of the form."""

    def __attrs_post_init__(self) -> None:
        hold_to_form(self.code, (*self.cells, *(id for one in self.example.reports for id in one.figures)))

    def __repr__(self) -> str:
        return named(self, self.code, self.level, quoted(self.summary.en, 120))

    def finding(
        self,
        name: str,
        outcome: Outcome,
        message: Message,
        reports: Iterable[Concerned],
        *,
        level: Level | None = None,
        left: int | None = None,
        right: int | None = None,
    ) -> PanelFinding:
        """That it does not hold of reports, or can't be assessed; ``name`` tells findings of a panel apart."""
        concerned = tuple(reports)
        hold_to_form(self.code, (id for one in concerned for id in one.cells))
        return PanelFinding(
            code=self.code,
            id=f"{self.code}.{name}",
            level=level or (self.level if outcome is Outcome.FAILS else Level.INFO),
            outcome=outcome,
            message=message,
            reports=concerned,
            left=left,
            right=right,
        )

    def shown(self) -> tuple[PanelFinding, ...]:
        """What it finds of its example."""
        reports = (one.report for one in self.example.reports)
        return tuple(self.run(panel_of(reports, self.example.children), self))
