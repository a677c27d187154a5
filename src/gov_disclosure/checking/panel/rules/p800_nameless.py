"""P800: a report that names no issuer or no year."""

from collections.abc import Iterator

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import Panel
from gov_disclosure.checking.panel.rule import PanelExample, PanelRule
from gov_disclosure.checking.words import ONE_REPORT
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.outcome import Outcome


def _nameless(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """Whose report it is can't be told, and so no other rule can be applied to it."""
    for number, one in enumerate(panel.nameless, 1):
        name, outcome = one.source or str(number), Outcome.NOT_ASSESSABLE
        yield rule.finding(name, outcome, rule.fails, [one.concerned()], level=rule.level)


RULE = PanelRule(
    code="P800",
    level=Level.WARNING,
    summary=Message("报告写明机关名称和年度", "each report names its issuer and its year"),
    fails=Message(
        "没有机关名称或年度，未与其他报告核对。",
        "The report names no issuer or no year; it was not checked against others.",
    ),
    source=ONE_REPORT,
    example=PanelExample(
        given=Message("报告的标题中没有机关名称。", "The report's title names no issuer."),
        reports=(Example(issuer=None),),
    ),
    run=_nameless,
)
