"""What the rules on an issuer's report of the year before share: missing years, names, facts."""

from typing import Final

from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import Filing
from gov_disclosure.checking.panel.rule import PanelRule
from gov_disclosure.model.messages import Message
from gov_disclosure.model.outcome import Outcome

_GAP: Final = Message(
    "{issuer}：没有{missing}年的报告，{before}年与{year}年无法核对（{summary}）。",
    "{issuer}: there is no report for {missing}; {before} and {year} can't be compared ({summary}).",
)


def gap(rule: PanelRule, before: Filing, after: Filing) -> PanelFinding:
    """That reports between two years are missing, so that these can't be compared."""
    first, last = before.year + 1, after.year - 1
    missing = str(first) if first == last else f"{first}–{last}"
    message = _GAP.fill({**facts_of(before, after), "missing": missing, "summary": rule.summary})
    reports = (before.first.concerned(), after.first.concerned())
    return rule.finding(name_of(after), Outcome.NOT_ASSESSABLE, message, reports)


def facts_of(before: Filing, after: Filing) -> dict[str, object]:
    """Whose the reports are, and of which years."""
    return {"issuer": after.issuer, "before": before.year, "year": after.year}


def name_of(filing: Filing) -> str:
    """What tells an issuer's report of a year apart."""
    return f"{filing.key}.{filing.year}"
