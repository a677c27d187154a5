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
from gov_disclosure.serialize.csv import CsvReport, from_csv, to_csv
from gov_disclosure.serialize.json import from_json, to_json
from gov_disclosure.serialize.schema import json_schema, table_schema

__all__ = [
    "Cell",
    "CsvReport",
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
    "from_csv",
    "from_json",
    "json_schema",
    "parse",
    "read",
    "table_schema",
    "to_csv",
    "to_json",
]
