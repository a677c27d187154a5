"""B605: where sums fail, the fewest cells whose change makes all of them hold."""

from collections.abc import Iterator

from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.rule import Rule
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.outcome import Outcome


def _blamed(examined: Examined, rule: Rule) -> Iterator[Finding]:
    if any(verdict.outcome is Outcome.FAILS and not verdict.absent for verdict in examined.verdicts):
        # What tells the cells takes as long to import as all rules; it comes with the first sum that fails.
        from gov_disclosure.checking.blame import blamed

        yield from blamed(examined, rule)


RULE = Rule(
    code="B605",
    level=Level.WARNING,
    summary=Message(
        "合计不成立时，指出改动最少的一组单元格",
        "where sums fail, the fewest cells whose change makes all of them hold",
    ),
    source=Message("以上各项勾稽关系", "the balances above, taken together"),
    example=Example(figures={"requests.new_received.total": 4}),
    run=_blamed,
)
