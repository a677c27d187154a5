"""The check of one report: what the rules find of it."""

from collections.abc import Iterable

from gov_disclosure.checking.catalogue import chosen
from gov_disclosure.checking.coverage import Coverage, covered
from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.rules import RULES
from gov_disclosure.form.arguments import require
from gov_disclosure.model.report import Report


def check(report: Report, rules: str | Iterable[str] | None = None) -> tuple[Finding, ...]:
    """What the rules find of a report: what fails, and what can't be assessed.

    ``rules`` is a code or the beginning of one (``"B"``, ``"B603"``), or several; without it all. What holds
    finds nothing.

    Raises:
        GovDisclosureError: no rule has such a code.
    """
    return examine(report, rules)[0]


def examine(
    report: Report, rules: str | Iterable[str] | None = None, *, seconds: float = 2.0
) -> tuple[tuple[Finding, ...], Coverage]:
    """What the rules find of a report, and how much of it they could assess.

    ``seconds`` is how long may be searched for the cells behind sums that fail, if they are several.

    Raises:
        GovDisclosureError: no rule has such a code.
    """
    require("report", report, Report)
    examined, wanted = Examined(report, seconds), chosen(rules, RULES)
    findings = tuple(finding for rule in wanted for finding in rule.run(examined, rule))
    return findings, covered(examined, wanted)
