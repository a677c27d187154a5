"""Remarks on what was read, a module each: what stands in this folder is asked of every report."""

from typing import Final

from gov_disclosure.building.remark import Remark
from gov_disclosure.model.discovery import discovered
from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.issue_kinds import KINDS
from gov_disclosure.model.issues import Issue
from gov_disclosure.model.report import Report

REMARKS: Final[tuple[Remark, ...]] = discovered(__name__, __path__, "REMARK", Remark)
"""In order of codes."""


def remarks(report: Report) -> tuple[Issue, ...]:
    """What is remarked of a report."""
    return tuple([found for remark in REMARKS for found in remark.run(report, remark.kind)])


def issue_kinds() -> tuple[IssueKind, ...]:
    """Every kind of issue of reading, in order of codes.

    Raises:
        ValueError: a remark has the code of another kind.
    """
    kinds = {kind.code: kind for kind in (*KINDS, *(remark.kind for remark in REMARKS))}
    if len(kinds) < len(KINDS) + len(REMARKS):
        raise ValueError("a remark has a code that another kind of issue has")
    return tuple(kinds[code] for code in sorted(kinds))
