"""Coverage: how much of a report a check could hold against something. Silence is no verdict."""

from collections.abc import Iterable
from itertools import chain
from typing import Protocol, runtime_checkable

from attrs import frozen

from gov_disclosure.checking.catalogue import chosen
from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.rules import RULES
from gov_disclosure.form.arguments import require
from gov_disclosure.form.brief import Brief
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.model.report import Report

# Of rules on sentences.
_ON_PROSE = "N"


@frozen(kw_only=True, repr=False)
class Coverage(Brief):
    """How many sums of the form and how many figures of the prose a check could assess, and of how many."""

    sums: int = 0
    """Sums whose cells all have a number."""
    all_sums: int = 0
    """Those that the form asks for: 42 in the edition of 2021, 40 in that of 2019."""
    figures: int = 0
    """Figures of sentences whose cells all have a number."""
    all_figures: int = 0
    """Those that sentences state, as far as they are understood."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing could be assessed: such a report has not passed."""
        return not (self.sums or self.figures)

    @property
    def is_whole(self) -> bool:
        """Whether everything could."""
        return self.sums == self.all_sums and self.figures == self.all_figures and not self.is_empty

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(
            sums=self.sums + other.sums,
            all_sums=self.all_sums + other.all_sums,
            figures=self.figures + other.figures,
            all_figures=self.all_figures + other.all_figures,
        )


@runtime_checkable
class _Assessing(Protocol):
    """A rule's function that tells what can be said of each thing that it asks for."""

    def outcomes(self, examined: Examined, rule: Rule, /) -> Iterable[Outcome]:
        """One for each."""


def coverage(report: Report, rules: str | Iterable[str] | None = None) -> Coverage:
    """How much of a report the rules can assess.

    ``rules`` is a code or the beginning of one (``"B"``, ``"B603"``), or several; without it all.

    Raises:
        GovDisclosureError: no rule has such a code.
    """
    require("report", report, Report)
    return covered(Examined(report), chosen(rules, RULES))


def covered(examined: Examined, rules: Iterable[Rule]) -> Coverage:
    """How much of a report under examination the rules can assess."""
    asked = [(rule, rule.run) for rule in rules if isinstance(rule.run, _Assessing)]
    sums, figures = (
        list(
            chain.from_iterable(
                run.outcomes(examined, rule) for rule, run in asked if rule.code.startswith(_ON_PROSE) is prose
            )
        )
        for prose in (False, True)
    )
    return Coverage(
        sums=_assessed(sums),
        all_sums=len(sums),
        figures=_assessed(figures),
        all_figures=len(figures),
    )


def _assessed(outcomes: list[Outcome]) -> int:
    return len(outcomes) - outcomes.count(Outcome.NOT_ASSESSABLE)
