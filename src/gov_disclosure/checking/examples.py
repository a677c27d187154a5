"""Examples: for each rule a small report, or several, of which it finds something. The catalogue shows them."""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import evolve, frozen

from gov_disclosure.checking.example_words import CHANGED, COPIED, PANEL, PROSE
from gov_disclosure.checking.findings import Finding
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.rules import check_panel
from gov_disclosure.checking.rules import check
from gov_disclosure.form.fields import Edition, State, fields_by_id
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.blank import blank_form
from gov_disclosure.model.issues import Message
from gov_disclosure.model.report import Report

_EDITION: Final = Edition.FORM_2021
_YEAR: Final = 2023
# Three requests of natural persons, all granted; one penalty, one reconsideration that upheld.
_FIGURES: Final = {
    "requests.new_received.natural_person": 3,
    "requests.new_received.total": 3,
    "requests.results.granted.natural_person": 3,
    "requests.results.granted.total": 3,
    "requests.results.total.natural_person": 3,
    "requests.results.total.total": 3,
    "disputes.reconsideration.upheld": 1,
    "disputes.reconsideration.total": 1,
    "proactive.normative_documents.issued": 1,
    "proactive.normative_documents.in_force": 9,
    "proactive.penalties.decisions": 5,
}
# One cell changed, to this.
_CHANGES: Final[Mapping[str, tuple[str, int]]] = {
    "B601": ("requests.results.granted.natural_person", 2),
    "B602": ("requests.carried_forward.total", 1),
    "B603": ("requests.new_received.total", 4),
    "B604": ("disputes.reconsideration.total", 2),
    "B605": ("requests.new_received.total", 4),
}


@frozen
class Example:
    """What a rule is shown on, and what it finds there."""

    given: Message
    findings: tuple[Finding, ...] | tuple[PanelFinding, ...]


def example(code: str) -> Example:
    """The example of a rule of either catalogue."""
    if code in _CHANGES:
        return _changed(code, *_CHANGES[code])
    if code in PROSE:
        return Example(PROSE[code], check(_saying(PROSE[code].zh), [code]))
    reports, children = _PANELS[code]()
    return Example(PANEL[code], check_panel(reports, children=children, rules=[code]))


def sound() -> Report:
    """A small report of which no rule finds anything."""
    cells = {
        id: evolve(cell, state=State.REPORTED, value=_FIGURES.get(id, 0))
        for id, cell in blank_form(_EDITION).cells.items()
    }
    return evolve(blank_form(_EDITION), issuer=COPIED["issuer"].zh, year=_YEAR, cells=cells)


def _with(report: Report, id: str, value: int) -> Report:
    return evolve(report, cells={**report.cells, id: evolve(report.cells[id], value=value)})


def _changed(code: str, id: str, value: int) -> Example:
    field = fields_by_id()[id]
    facts = {
        "row": row_label(field.key, _EDITION),
        "column": column_label(field, _EDITION),
        "before": _FIGURES.get(id, 0),
        "after": value,
    }
    return Example(CHANGED.fill(facts), check(_with(sound(), id, value), [code]))


def _saying(text: str) -> Report:
    overview, *others = sound().sections
    return evolve(sound(), sections=(evolve(overview, text=text), *others))


# --- Several reports --------------------------------------------------------------------------------------

_Panel = tuple[list[Report], Mapping[str, list[str]] | None]


def _next(report: Report, years: int = 1) -> Report:
    return evolve(report, year=_YEAR + years)


def _carried() -> _Panel:
    return [_with(sound(), "requests.carried_forward.total", 2), _next(sound())], None


def _documents() -> _Panel:
    return [sound(), _next(sound())], None


def _children() -> _Panel:
    parent, child = COPIED["parent"].zh, sound()
    total = _with(evolve(sound(), issuer=parent), "requests.new_received.total", 5)
    return [total, child], {parent: [str(child.issuer)]}


def _twins() -> _Panel:
    return [sound(), _with(sound(), "proactive.penalties.decisions", 6)], None


def _copied() -> _Panel:
    report = _saying(COPIED["text"].zh)
    return [report, _next(report)], None


_PANELS: Final[Mapping[str, Callable[[], _Panel]]] = {
    "P800": lambda: ([evolve(sound(), issuer=None)], None),
    "P801": _carried,
    "P802": _documents,
    "P803": _children,
    "P804": _twins,
    "P805": _copied,
}
