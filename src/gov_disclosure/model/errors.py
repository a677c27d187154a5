"""The exceptions that leave this library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gov_disclosure.model.shown import visible

if TYPE_CHECKING:
    from gov_disclosure.model.issues import Issue


class GovDisclosureError(ValueError):
    """Root of every exception of this library; a :class:`ValueError` too."""


class NotAReportError(GovDisclosureError):
    """The text has neither a heading nor a table of the form."""


class StrictParseError(GovDisclosureError):
    """``parse(text, strict=True)`` met what it could not read.

    ``issues`` holds every issue of level ``error``, in the order of the report.
    """

    issues: tuple[Issue, ...]

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__("\n".join(visible(f"{issue.code} {issue.message}") for issue in issues))
        self.issues = issues

    def __reduce__(self) -> tuple[type[StrictParseError], tuple[tuple[Issue, ...]]]:
        return type(self), (self.issues,)


class FileFormatError(GovDisclosureError):
    """A file whose kind or encoding is not one that :func:`gov_disclosure.read` takes."""


class SerializedFormError(GovDisclosureError):
    """A text (JSON, CSV, cells, floors) that does not have the shape that this library writes."""


class RenderError(GovDisclosureError):
    """A report that no document can hold: a row of which only some cells are there, a unit of no form."""
