"""Read 政府信息公开工作年度报告, the annual reports on open government information, into typed objects."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gov_disclosure.errors import (
    FileFormatError,
    GovDisclosureError,
    NotAReportError,
    RenderError,
    SerializedFormError,
    StrictParseError,
)
from gov_disclosure.form import Edition, Field, Kind, form_fields
from gov_disclosure.identities import Identity, identities
from gov_disclosure.issues import Issue, Level, Location, Message
from gov_disclosure.rendering.layouts import Layout
from gov_disclosure.report import Cell, Report, Section, State
from gov_disclosure.verdicts import Outcome, Verdict, assess

if TYPE_CHECKING:
    from gov_disclosure.api import parse, read
    from gov_disclosure.claim import Claim, Meaning, claims
    from gov_disclosure.findings import Finding
    from gov_disclosure.localization import Certainty, Localization, Suspects, localize
    from gov_disclosure.panel.findings import Concerned, Excerpt, PanelFinding, Passage
    from gov_disclosure.panel.rule import PanelRule
    from gov_disclosure.panel.rules import PANEL_RULES, check_panel
    from gov_disclosure.quantities import Quantity
    from gov_disclosure.rendering.blank import blank_form
    from gov_disclosure.rendering.document import render
    from gov_disclosure.rules import RULES, Rule, check
    from gov_disclosure.serialize.cells import Truth, from_cells, to_cells
    from gov_disclosure.serialize.csv import CsvReport, from_csv, to_csv
    from gov_disclosure.serialize.json import from_json, to_json
    from gov_disclosure.serialize.page import Page, to_html
    from gov_disclosure.serialize.schema import json_schema, table_schema
    from gov_disclosure.suggestions import Applied, Change, Reason, Suggestion, apply, suggest

__all__ = [
    "PANEL_RULES",
    "RULES",
    "Applied",
    "Cell",
    "Certainty",
    "Change",
    "Claim",
    "Concerned",
    "CsvReport",
    "Edition",
    "Excerpt",
    "Field",
    "FileFormatError",
    "Finding",
    "GovDisclosureError",
    "Identity",
    "Issue",
    "Kind",
    "Layout",
    "Level",
    "Localization",
    "Location",
    "Meaning",
    "Message",
    "NotAReportError",
    "Outcome",
    "Page",
    "PanelFinding",
    "PanelRule",
    "Passage",
    "Quantity",
    "Reason",
    "RenderError",
    "Report",
    "Rule",
    "Section",
    "SerializedFormError",
    "State",
    "StrictParseError",
    "Suggestion",
    "Suspects",
    "Truth",
    "Verdict",
    "apply",
    "assess",
    "blank_form",
    "check",
    "check_panel",
    "claims",
    "form_fields",
    "from_cells",
    "from_csv",
    "from_json",
    "identities",
    "json_schema",
    "localize",
    "parse",
    "read",
    "render",
    "suggest",
    "table_schema",
    "to_cells",
    "to_csv",
    "to_html",
    "to_json",
]

# What parses and writes needs lark and cattrs, which take longer to import than all the rest; they come with
# the first use.
_MODULES = {
    "parse": "api",
    "read": "api",
    "Truth": "serialize.cells",
    "from_cells": "serialize.cells",
    "to_cells": "serialize.cells",
    "blank_form": "rendering.blank",
    "render": "rendering.document",
    "Certainty": "localization",
    "Localization": "localization",
    "Suspects": "localization",
    "localize": "localization",
    "Applied": "suggestions",
    "Change": "suggestions",
    "Reason": "suggestions",
    "Suggestion": "suggestions",
    "apply": "suggestions",
    "suggest": "suggestions",
    "RULES": "rules",
    "Claim": "claim",
    "Meaning": "claim",
    "claims": "claim",
    "Quantity": "quantities",
    "Finding": "findings",
    "Rule": "rules",
    "check": "rules",
    "Concerned": "panel.findings",
    "Excerpt": "panel.findings",
    "PanelFinding": "panel.findings",
    "Passage": "panel.findings",
    "PanelRule": "panel.rule",
    "PANEL_RULES": "panel.rules",
    "check_panel": "panel.rules",
    "CsvReport": "serialize.csv",
    "from_csv": "serialize.csv",
    "to_csv": "serialize.csv",
    "Page": "serialize.page",
    "to_html": "serialize.page",
    "from_json": "serialize.json",
    "to_json": "serialize.json",
    "json_schema": "serialize.schema",
    "table_schema": "serialize.schema",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return __all__
