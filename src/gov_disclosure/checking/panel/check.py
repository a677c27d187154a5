"""The check across reports: what the rules find of a panel, reports of different years and issuers."""

from collections.abc import Callable, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from gov_disclosure.checking.catalogue import chosen
from gov_disclosure.checking.panel.coverage import PanelCoverage, coverage_of
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import panel_of
from gov_disclosure.checking.panel.rules import PANEL_RULES
from gov_disclosure.form.arguments import each, require
from gov_disclosure.form.folding import fold
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.report import Report


def check_panel(
    reports: Iterable[Report],
    *,
    children: Mapping[str, Iterable[str]] | None = None,
    rules: str | Iterable[str] | None = None,
    issuer: Callable[[Report], str | None] | None = None,
) -> tuple[PanelFinding, ...]:
    """What the rules find of reports of different years and issuers, in whatever order they come.

    Reports belong together by issuer and year; names of issuers are the same but for widths, spaces and
    variants of characters, and nothing cleverer is tried. The reports are gone through once, and less is kept
    of each than it has.

    Args:
        reports: those to check against each other.
        children: for P803, names of issuers whose figures are the sum of those of others, and the names of all
            of these. Where one has no report for a year, that the others come to more is all that can be found.
        rules: a code or the beginning of one, or several; without it all.
        issuer: whose a report is, where that is better known than from its title.

    Raises:
        GovDisclosureError: no rule has such a code, or an issuer is named as a part of itself, be it by way of
            another.
    """
    return examine_panel(reports, children=children, rules=rules, issuer=issuer)[0]


def examine_panel(
    reports: Iterable[Report],
    *,
    children: Mapping[str, Iterable[str]] | None = None,
    rules: str | Iterable[str] | None = None,
    issuer: Callable[[Report], str | None] | None = None,
) -> tuple[tuple[PanelFinding, ...], PanelCoverage]:
    """What the rules find, as :func:`check_panel`, and how much of the panel could be compared."""
    wanted = chosen(rules, PANEL_RULES)
    if children is not None:
        require("children", children, Mapping)
    named = _children(children or {})
    if issuer is not None and not callable(issuer):
        raise TypeError(f"issuer must be a function, not {type(issuer).__name__}")
    panel = panel_of(each("reports", reports, Report), named, issuer)
    return tuple(finding for rule in wanted for finding in rule.run(panel, rule)), coverage_of(panel)


def _children(children: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Each parent's children; names that differ in writing alone are one, written as they were first."""
    written: dict[str, str] = {}
    parts: dict[str, dict[str, None]] = {}
    for parent, names in children.items():
        named = [] if isinstance(names, str) else [*names]
        if not named or not all(map(fold, (parent, *named))):
            raise GovDisclosureError(error_text("children", parent=parent))
        for name in (parent, *named):
            written.setdefault(fold(name), name)
        parts.setdefault(fold(parent), {}).update(dict.fromkeys(map(fold, named)))
    try:
        TopologicalSorter(parts).prepare()
    except CycleError as error:
        raise GovDisclosureError(error_text("children", parent=written[error.args[1][0]])) from error
    return {written[parent]: tuple(map(written.__getitem__, names)) for parent, names in parts.items()}
