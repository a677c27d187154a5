"""The kinds of issues that the stages of reading give, a module a family; remarks bring their own."""

from typing import Final

from gov_disclosure.model.discovery import discovered
from gov_disclosure.model.issue_kind import IssueKind

KINDS: Final[tuple[IssueKind, ...]] = discovered(__name__, __path__, "KINDS", IssueKind)
"""In order of codes."""
