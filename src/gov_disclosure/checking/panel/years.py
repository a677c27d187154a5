"""P801 and P802: what a report says against the same issuer's report of the year before."""

from collections.abc import Iterator
from typing import Final

from gov_disclosure.checking.panel.balance import Term, weigh
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import Filing, Panel
from gov_disclosure.checking.panel.rule import PanelRule, not_told, of_balance
from gov_disclosure.checking.panel.words import GAP
from gov_disclosure.form.fields import Edition, fields_by_id, rows
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.issues import Level

_FORWARD: Final = "requests.carried_forward"
_OVER: Final = "requests.carried_over"
_DOCUMENTS: Final = ("proactive.rules", "proactive.normative_documents")


def carried_forward(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """P801: in each of the seven columns, what was carried forward is what was carried over."""
    for before, after in panel.successions():
        if before.year + 1 < after.year:
            yield _gap(rule, before, after)
            continue
        for field in rows(Edition.FORM_2021)[_FORWARD]:
            balance = weigh(
                [Term(before, f"{_FORWARD}.{field.column}")], [Term(after, f"{_OVER}.{field.column}")]
            )
            facts = {
                **_facts(before, after),
                "column": column_label(field, Edition.FORM_2021),
                "forward": row_label(_FORWARD, before.first.edition),
                "over": row_label(_OVER, after.first.edition),
            }
            yield from of_balance(rule, f"{_name(after)}.{field.column}", Level.ERROR, balance, facts)


def in_force(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """P802: documents in force, where both reports are on the edition that asks for them.

    A difference is a warning: an office that cleans up its documents counts them anew.
    """
    for before, after in panel.successions():
        for row in _DOCUMENTS:
            cell = f"{row}.in_force"
            if before.figure(cell) is None or after.figure(cell) is None:
                continue
            if before.year + 1 < after.year:
                yield _gap(rule, before, after)
                break
            change = (Term(after, f"{row}.issued"), Term(after, f"{row}.repealed", -1))
            balance = weigh([Term(after, cell)], [Term(before, cell), *change])
            facts = {**_facts(before, after), "row": row_label(row, fields_by_id()[cell].editions[0])}
            name = f"{_name(after)}.{row.partition('.')[2]}"
            yield from of_balance(rule, name, Level.WARNING, balance, facts)


def _gap(rule: PanelRule, before: Filing, after: Filing) -> PanelFinding:
    first, last = before.year + 1, after.year - 1
    missing = str(first) if first == last else f"{first}–{last}"
    facts = {**_facts(before, after), "missing": missing, "summary": rule.summary}
    return not_told(rule, _name(after), (before.first, after.first), GAP, facts)


def _facts(before: Filing, after: Filing) -> dict[str, object]:
    return {"issuer": after.issuer, "before": before.year, "year": after.year}


def _name(filing: Filing) -> str:
    return f"{filing.key}.{filing.year}"
