"""Coverage of a panel: how many of its reports could be held against another, and which were left out."""

from attrs import frozen

from gov_disclosure.checking.panel.members import Panel
from gov_disclosure.form.brief import Brief


@frozen(kw_only=True, repr=False)
class PanelCoverage(Brief):
    """What of a panel could be compared."""

    reports: int = 0
    issuers: int = 0
    compared: int = 0
    """Pairs of reports of an issuer for a year and the next."""
    gaps: int = 0
    """Pairs between which reports are missing: their years can't be compared."""
    alone: int = 0
    """Issuers with a report of one year only: no other can be held against it."""
    nameless: int = 0
    """Reports without an issuer or a year: they are held against none."""


def coverage_of(panel: Panel) -> PanelCoverage:
    """How much of a panel could be compared."""
    pairs = [after.year - before.year for before, after in panel.successions()]
    filings = panel.filings.values()
    return PanelCoverage(
        reports=len(panel.nameless)
        + sum(len(filing.members) for years in filings for filing in years.values()),
        issuers=len(filings),
        compared=pairs.count(1),
        gaps=len(pairs) - pairs.count(1),
        alone=sum(len(years) == 1 for years in filings),
        nameless=len(panel.nameless),
    )
