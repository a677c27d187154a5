"""Read 政府信息公开工作年度报告, the annual reports on open government information, into typed objects."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gov_disclosure.checking.verdicts import Verdict, assess
from gov_disclosure.form.fields import Edition, Field, Kind, State, form_fields
from gov_disclosure.form.identities import Identity, identities
from gov_disclosure.model.errors import (
    FileFormatError,
    GovDisclosureError,
    NotAReportError,
    RenderError,
    SerializedFormError,
    StrictParseError,
)
from gov_disclosure.model.issues import Issue, Level, Location, Message
from gov_disclosure.model.outcome import Outcome
from gov_disclosure.model.report import Cell, Report, Section
from gov_disclosure.writing.rendering.layouts import Layout

if TYPE_CHECKING:
    from gov_disclosure.api import parse, read
    from gov_disclosure.checking.check import check
    from gov_disclosure.checking.findings import Finding
    from gov_disclosure.checking.localizing.localization import Certainty, Localization, Suspects, localize
    from gov_disclosure.checking.localizing.suggestions import (
        Applied,
        Change,
        Reason,
        Suggestion,
        apply,
        suggest,
    )
    from gov_disclosure.checking.panel.check import check_panel
    from gov_disclosure.checking.panel.findings import Concerned, Excerpt, PanelFinding, Passage
    from gov_disclosure.checking.panel.rule import PanelRule
    from gov_disclosure.checking.panel.rules import PANEL_RULES
    from gov_disclosure.checking.rule import Rule
    from gov_disclosure.checking.rules import RULES
    from gov_disclosure.model.blank import blank_form
    from gov_disclosure.narrative.claims import Claim, Meaning, claims
    from gov_disclosure.narrative.quantities import Quantity
    from gov_disclosure.writing.cells import Truth, from_cells, to_cells
    from gov_disclosure.writing.csv import CsvReport, from_csv, to_csv
    from gov_disclosure.writing.json import from_json, to_json
    from gov_disclosure.writing.page.page import Page, to_html
    from gov_disclosure.writing.rendering.document import render
    from gov_disclosure.writing.schema import json_schema, table_schema

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
    "Truth": "writing.cells",
    "from_cells": "writing.cells",
    "to_cells": "writing.cells",
    "blank_form": "model.blank",
    "render": "writing.rendering.document",
    "Certainty": "checking.localizing.localization",
    "Localization": "checking.localizing.localization",
    "Suspects": "checking.localizing.localization",
    "localize": "checking.localizing.localization",
    "Applied": "checking.localizing.suggestions",
    "Change": "checking.localizing.suggestions",
    "Reason": "checking.localizing.suggestions",
    "Suggestion": "checking.localizing.suggestions",
    "apply": "checking.localizing.suggestions",
    "suggest": "checking.localizing.suggestions",
    "RULES": "checking.rules",
    "Claim": "narrative.claims",
    "Meaning": "narrative.claims",
    "claims": "narrative.claims",
    "Quantity": "narrative.quantities",
    "Finding": "checking.findings",
    "Rule": "checking.rule",
    "check": "checking.check",
    "Concerned": "checking.panel.findings",
    "Excerpt": "checking.panel.findings",
    "PanelFinding": "checking.panel.findings",
    "Passage": "checking.panel.findings",
    "PanelRule": "checking.panel.rule",
    "PANEL_RULES": "checking.panel.rules",
    "check_panel": "checking.panel.check",
    "CsvReport": "writing.csv",
    "from_csv": "writing.csv",
    "to_csv": "writing.csv",
    "Page": "writing.page.page",
    "to_html": "writing.page.page",
    "from_json": "writing.json",
    "to_json": "writing.json",
    "json_schema": "writing.schema",
    "table_schema": "writing.schema",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        # Of the installed package; looked up with first use.
        from importlib.metadata import version

        return version("gov-disclosure")
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return __all__
