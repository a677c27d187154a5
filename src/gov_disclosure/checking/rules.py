"""Rules: what is checked of a report beyond its reading, with words and source, and what they find."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Protocol, TypeVar

from attrs import frozen

from gov_disclosure.checking.claims import SHARES, SUBJECTS, contradicted
from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.rule_words import BALANCES, FORM, IDENTITIES, NOT_ASSESSABLE, SUMMARIES, WITHIN
from gov_disclosure.checking.suspects import blamed
from gov_disclosure.checking.verdicts import Verdict
from gov_disclosure.form.fields import fields_by_id
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.issues import Level, Message
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.model.report import Report


@frozen(kw_only=True)
class Rule:
    """A rule of the catalogue."""

    code: str
    summary: Message
    """What it asks for, in a sentence."""
    source: Message
    """What says so."""
    run: Callable[[Examined, str], Iterator[Finding]]
    """What it finds of a report, under its code."""


def _identities(examined: Examined, code: str) -> Iterator[Finding]:
    for verdict in examined.verdicts:
        if verdict.identity.code == code and verdict.outcome is not Outcome.HOLDS:
            yield _finding(examined, verdict)


def _finding(examined: Examined, verdict: Verdict) -> Finding:
    fails = verdict.outcome is Outcome.FAILS
    code = verdict.identity.code
    cells = verdict.identity.cells if fails else verdict.absent
    total = fields_by_id()[verdict.identity.right[0]]
    facts = {
        "row": row_label(total.key, examined.edition),
        "column": column_label(total, examined.edition),
        "left": verdict.left,
        "right": verdict.right,
        "difference": abs(verdict.difference or 0),
        "absent": len(verdict.absent),
    }
    words = IDENTITIES[code].fails if fails else NOT_ASSESSABLE[verdict.holds_if_zero]
    return Finding(
        code=code,
        id=verdict.identity.id,
        level=Level.ERROR if fails else Level.INFO,
        outcome=verdict.outcome,
        message=words.fill({**facts, "title": IDENTITIES[code].title.fill(facts)}),
        cells=cells,
        locations=tuple(examined.locations(cells)),
        left=verdict.left,
        right=verdict.right,
    )


_RULES: Final[Mapping[str, tuple[Message, Callable[[Examined, str], Iterator[Finding]]]]] = {
    **dict.fromkeys(IDENTITIES, (FORM, _identities)),
    "B605": (BALANCES, blamed),
    **dict.fromkeys((*SUBJECTS, SHARES), (WITHIN, contradicted)),
}

RULES: Final[tuple[Rule, ...]] = tuple(
    Rule(code=code, summary=SUMMARIES[code], source=source, run=run) for code, (source, run) in _RULES.items()
)
"""The catalogue: no rule stands outside of it."""


def check(report: Report, rules: str | Iterable[str] | None = None) -> tuple[Finding, ...]:
    """What the rules find of a report: what fails, and what can't be assessed.

    ``rules`` is a code or the beginning of one (``"B"``, ``"B603"``), or several; without it all. What holds
    finds nothing.

    Raises:
        GovDisclosureError: no rule has such a code.
    """
    examined = Examined(report)
    return tuple(finding for rule in selected(rules) for finding in rule.run(examined, rule.code))


def selected(rules: str | Iterable[str] | None) -> tuple[Rule, ...]:
    """The rules whose codes begin with one of those given."""
    return chosen(rules, RULES)


class Coded(Protocol):
    """What has a code and stands in a catalogue."""

    @property
    def code(self) -> str:
        """A letter for the family and three digits."""


_R = TypeVar("_R", bound=Coded)


def chosen(codes: str | Iterable[str] | None, among: Sequence[_R]) -> tuple[_R, ...]:
    """Those of a catalogue whose codes begin with one of those given; without any all."""
    if codes is None:
        return tuple(among)
    wanted = (codes,) if isinstance(codes, str) else tuple(codes)
    for code in wanted:
        if not code or not any(rule.code.startswith(code) for rule in among):
            raise GovDisclosureError(error_text("no_rule", code=code))
    return tuple(rule for rule in among if rule.code.startswith(wanted))
