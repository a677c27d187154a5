"""The public names, each with where it stands: the one list of them. ``__init__.py`` reads it at run time."""

from gov_disclosure.api import parse as parse, parse_all as parse_all, read as read, read_all as read_all
from gov_disclosure.checking.check import check as check
from gov_disclosure.checking.coverage import Coverage as Coverage, coverage as coverage
from gov_disclosure.checking.findings import Finding as Finding
from gov_disclosure.checking.localizing.localization import (
    Certainty as Certainty,
    Localization as Localization,
    Suspects as Suspects,
    localize as localize,
)
from gov_disclosure.checking.localizing.suggestions import (
    Applied as Applied,
    Change as Change,
    Reason as Reason,
    Suggestion as Suggestion,
    apply as apply,
    suggest as suggest,
)
from gov_disclosure.checking.panel.check import check_panel as check_panel
from gov_disclosure.checking.panel.findings import (
    Concerned as Concerned,
    Excerpt as Excerpt,
    PanelFinding as PanelFinding,
    Passage as Passage,
)
from gov_disclosure.checking.panel.rule import PanelRule as PanelRule
from gov_disclosure.checking.panel.rules import PANEL_RULES as PANEL_RULES
from gov_disclosure.checking.rule import Rule as Rule
from gov_disclosure.checking.rules import RULES as RULES
from gov_disclosure.checking.verdicts import Verdict as Verdict, assess as assess
from gov_disclosure.form.fields import (
    Edition as Edition,
    Field as Field,
    Kind as Kind,
    State as State,
    form_fields as form_fields,
)
from gov_disclosure.form.identities import Identity as Identity, identities as identities
from gov_disclosure.layouts.names import Layout as Layout
from gov_disclosure.model.blank import blank_form as blank_form
from gov_disclosure.model.errors import (
    FileFormatError as FileFormatError,
    GovDisclosureError as GovDisclosureError,
    NotAReportError as NotAReportError,
    RenderError as RenderError,
    SerializedFormError as SerializedFormError,
)
from gov_disclosure.model.issues import Issue as Issue, Level as Level, Location as Location, Message as Message
from gov_disclosure.model.outcome import Outcome as Outcome
from gov_disclosure.model.places import Place as Place
from gov_disclosure.model.report import Cell as Cell, Report as Report, Section as Section
from gov_disclosure.model.source_view import SourceView as SourceView
from gov_disclosure.model.strict import StrictParseError as StrictParseError
from gov_disclosure.narrative.claims import Claim as Claim, Meaning as Meaning, claims as claims
from gov_disclosure.narrative.quantities import Quantity as Quantity
from gov_disclosure.sources.file_kinds import FileKind as FileKind
from gov_disclosure.sources.formats import Format as Format, formats as formats
from gov_disclosure.sources.source_views import source_view as source_view
from gov_disclosure.writing.cells import Truth as Truth, from_cells as from_cells, to_cells as to_cells
from gov_disclosure.writing.csv import CsvReport as CsvReport, from_csv as from_csv, to_csv as to_csv
from gov_disclosure.writing.docx import to_docx as to_docx
from gov_disclosure.writing.json import from_json as from_json, to_json as to_json
from gov_disclosure.writing.page.page import Page as Page, to_html as to_html
from gov_disclosure.writing.rendering.document import render as render
from gov_disclosure.writing.schema import json_schema as json_schema, table_schema as table_schema

__version__: str
