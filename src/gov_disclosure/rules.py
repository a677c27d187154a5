"""Rules: what is checked of a report beyond its reading, with words and source, and what they find."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, Protocol, TypeVar

from attrs import frozen

from gov_disclosure.errors import GovDisclosureError
from gov_disclosure.form import Edition, fields_by_id
from gov_disclosure.identities import identities
from gov_disclosure.issues import Level, Location, Message
from gov_disclosure.labels import column_label, row_label
from gov_disclosure.messages import error_text
from gov_disclosure.report import Report
from gov_disclosure.rule_words import FORM, NOT_ASSESSABLE, RULE_WORDS
from gov_disclosure.verdicts import Outcome, Verdict, assess, edition_of


@frozen(kw_only=True)
class Finding:
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
    """Where those of the cells stand that the source has."""
    left: int | None = None
    right: int | None = None

    @property
    def difference(self) -> int | None:
        """Left minus right, where both are known."""
        return None if self.left is None or self.right is None else self.left - self.right


@frozen(kw_only=True)
class Rule:
    """A rule of the catalogue."""

    code: str
    summary: Message
    """What it asks for, in a sentence."""
    title: Message
    """The same of one row or column, with a place for it."""
    fails: Message
    """What is said where it fails, with places for row, column, left, right and difference."""
    source: Message
    """Where the form says so."""
    run: Callable[[Report, "Rule"], Iterator[Finding]]


class Coded(Protocol):
    """What has a code and stands in a catalogue."""

    @property
    def code(self) -> str:
        """A letter for the family and three digits."""


_R = TypeVar("_R", bound=Coded)


def _identities(report: Report, rule: Rule) -> Iterator[Finding]:
    edition = edition_of(report)
    own = (identity for identity in identities(edition) if identity.code == rule.code)
    for verdict in assess(report, own):
        if verdict.outcome is not Outcome.HOLDS:
            yield _finding(report, rule, verdict, edition)


def _finding(report: Report, rule: Rule, verdict: Verdict, edition: Edition) -> Finding:
    fails = verdict.outcome is Outcome.FAILS
    cells = verdict.identity.cells if fails else verdict.absent
    words = rule.fails if fails else NOT_ASSESSABLE[verdict.holds_if_zero]
    total = fields_by_id()[verdict.identity.right[0]]
    facts = {
        "title": rule.title,
        "row": row_label(total.key, edition),
        "column": column_label(total, edition),
        "left": verdict.left,
        "right": verdict.right,
        "difference": abs(verdict.difference or 0),
        "absent": len(verdict.absent),
    }
    return Finding(
        code=rule.code,
        id=verdict.identity.id,
        level=Level.ERROR if fails else Level.INFO,
        outcome=verdict.outcome,
        message=words.fill(facts),
        cells=cells,
        locations=tuple(_locations(report, cells)),
        left=verdict.left,
        right=verdict.right,
    )


def _locations(report: Report, cells: Iterable[str]) -> Iterator[Location]:
    for id in cells:
        location = report.cells[id].location if id in report.cells else None
        if location is not None:
            yield location


RULES: Final[tuple[Rule, ...]] = tuple(
    Rule(code=code, summary=words.summary, title=words.title, fails=words.fails, source=FORM, run=_identities)
    for code, words in RULE_WORDS.items()
)
"""The catalogue: no rule stands outside of it."""


def check(report: Report, rules: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """What the rules find of a report: identities that fail, and those that can't be assessed.

    ``rules`` are codes or beginnings of them (``"B"``, ``"B603"``); without it all. What holds finds nothing.

    Raises:
        GovDisclosureError: no rule has such a code.
    """
    return tuple(finding for rule in selected(rules) for finding in rule.run(report, rule))


def selected(rules: Iterable[str] | None) -> tuple[Rule, ...]:
    """The rules whose codes begin with one of those given."""
    return chosen(rules, RULES)


def chosen(codes: Iterable[str] | None, among: Sequence[_R]) -> tuple[_R, ...]:
    """Those of a catalogue whose codes begin with one of those given; without any all."""
    if codes is None:
        return tuple(among)
    wanted = tuple(codes)
    for code in wanted:
        if not any(rule.code.startswith(code) for rule in among):
            raise GovDisclosureError(error_text("no_rule", code=code))
    return tuple(rule for rule in among if rule.code.startswith(wanted))
