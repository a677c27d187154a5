"""The check of one report: what the rules find of it."""

from collections.abc import Iterable

from gov_disclosure.checking.catalogue import chosen
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
    require("report", report, Report)
    examined = Examined(report)
    return tuple(finding for rule in chosen(rules, RULES) for finding in rule.run(examined, rule))
