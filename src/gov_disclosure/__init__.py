"""Read 政府信息公开工作年度报告, the annual reports on open government information, into typed objects."""

from gov_disclosure.api import parse, read
from gov_disclosure.errors import (
    FileFormatError,
    GovDisclosureError,
    NotAReportError,
    SerializedFormError,
    StrictParseError,
)
from gov_disclosure.form import Edition, Field, Kind, form_fields
from gov_disclosure.issues import Issue, Level, Location, Message
from gov_disclosure.report import Cell, Report, Section, State

__all__ = [
    "Cell",
    "Edition",
    "Field",
    "FileFormatError",
    "GovDisclosureError",
    "Issue",
    "Kind",
    "Level",
    "Location",
    "Message",
    "NotAReportError",
    "Report",
    "Section",
    "SerializedFormError",
    "State",
    "StrictParseError",
    "form_fields",
    "parse",
    "read",
]
