"""Sums: what the rules on the form's identities find, each in words of its own."""

from collections.abc import Iterator

from attrs import frozen

from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.verdicts import Verdict
from gov_disclosure.checking.words import NOT_ASSESSABLE, NOT_COUNTED
from gov_disclosure.form.fields import fields_by_id
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.messages import Message
from gov_disclosure.model.outcome import Outcome


@frozen(kw_only=True)
class IdentitiesHold:
    """The identities of a rule's code that do not hold: what the rule finds."""

    title: Message
    """What is asked of one row or column."""
    fails: Message
    """What is found where it fails."""

    def __call__(self, examined: Examined, rule: Rule, /) -> Iterator[Finding]:
        """What is found of a report."""
        for verdict in _own(examined, rule):
            if verdict.outcome is not Outcome.HOLDS:
                yield _finding(examined, rule, verdict, self.title, self.fails)

    def outcomes(self, examined: Examined, rule: Rule, /) -> Iterator[Outcome]:
        """What can be said of each identity."""
        return (verdict.outcome for verdict in _own(examined, rule))


def _own(examined: Examined, rule: Rule) -> Iterator[Verdict]:
    return (verdict for verdict in examined.verdicts if verdict.identity.code == rule.code)


def _finding(examined: Examined, rule: Rule, verdict: Verdict, title: Message, fails: Message) -> Finding:
    failed = verdict.outcome is Outcome.FAILS
    total = fields_by_id()[verdict.identity.right[0]]
    facts = {
        "row": row_label(total.key, examined.edition),
        "column": column_label(total, examined.edition),
        "left": verdict.left,
        "right": verdict.right,
        "difference": abs(verdict.difference or 0),
        "absent": len(verdict.absent),
    }
    words = fails if failed else NOT_ASSESSABLE[verdict.holds_if_zero]
    if failed and verdict.absent:
        words = Message(words.zh + NOT_COUNTED.zh, words.en + NOT_COUNTED.en)
    return rule.finding(
        examined,
        verdict.identity.id.partition(".")[2],
        verdict.outcome,
        words.fill({**facts, "title": title.fill(facts)}),
        [id for id in verdict.identity.cells if id not in verdict.absent] if failed else verdict.absent,
        left=verdict.left,
        right=verdict.right,
    )
