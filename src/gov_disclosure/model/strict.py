"""The error of a strict reading, which holds what could not be read."""

from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.issues import Issue
from gov_disclosure.model.shown import visible


class StrictParseError(GovDisclosureError):
    """``parse(text, strict=True)`` met what it could not read.

    ``issues`` holds every issue of level ``error``, in the order of the report.
    """

    issues: tuple[Issue, ...]

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__("\n".join(visible(f"{issue.code} {issue.message}") for issue in issues))
        self.issues = issues

    def __reduce__(self) -> tuple[type["StrictParseError"], tuple[tuple[Issue, ...]]]:
        return type(self), (self.issues,)
