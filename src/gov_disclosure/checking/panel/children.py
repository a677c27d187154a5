"""P803: what a parent's report says against the reports that its figures are the sum of.

The caller names all whose figures a parent's are the sum of. Where each of them has a figure, the sum must be
the parent's. Where a report is missing, the others can still come to more than the parent says, which no
figure that is missing can put right.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from attrs import evolve

from gov_disclosure.checking.panel.balance import Term, weigh
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import Filing, Panel
from gov_disclosure.checking.panel.rule import PanelRule, not_told, of_balance
from gov_disclosure.checking.panel.words import MORE_THAN_ALL, NO_PARENT, NO_REPORT
from gov_disclosure.form.fields import Field, Kind, all_fields
from gov_disclosure.form.folding import fold
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.issues import Level

_ITEMS: Final = "previous_items"


def sums(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """P803, for each parent that is named and each year that it or a child has a report of."""
    for parent, names in panel.children.items():
        own = panel.filings.get(fold(parent), {})
        if not own:
            yield not_told(rule, fold(parent), (), NO_PARENT, {"issuer": parent})
            continue
        children = {name: panel.filings.get(fold(name), {}) for name in names}
        for year in sorted({*own, *(year for years in children.values() for year in years)}):
            there = [years[year] for years in children.values() if year in years]
            absent = [name for name, years in children.items() if year not in years]
            if year not in own:
                yield _missing(rule, parent, year, [parent, *absent], there)
                continue
            if absent:
                yield _missing(rule, parent, year, absent, [own[year], *there])
            for field in _additive():
                yield from _cell(rule, own[year], there, field, complete=not absent)


def _missing(
    rule: PanelRule, parent: str, year: int, names: Sequence[str], filings: Sequence[Filing]
) -> PanelFinding:
    facts = {"issuer": parent, "year": year, "names": "、".join(names)}
    return not_told(rule, f"{fold(parent)}.{year}", [one.first for one in filings], NO_REPORT, facts)


def _cell(
    rule: PanelRule, parent: Filing, children: Sequence[Filing], field: Field, *, complete: bool
) -> Iterator[PanelFinding]:
    """One cell; where reports are missing, which is said once a year, only what they can't put right.

    Of a cell that the parent's edition does not have nothing is said.
    """
    own, parts = Term(parent, field.id), [Term(child, field.id) for child in children]
    if own.figure is None:
        return
    balance = weigh([own], parts)
    known = [term for term in parts if term.number is not None]
    if balance.absent or not complete:
        least = weigh([own], known)
        if (least.difference or 0) < 0:
            balance, rule = least, evolve(rule, fails=MORE_THAN_ALL)
        elif not complete:
            return
    edition = parent.first.edition if parent.first.edition in field.editions else field.editions[-1]
    facts = {
        "issuer": parent.issuer,
        "year": parent.year,
        "row": row_label(field.key, edition),
        "column": column_label(field, edition),
        "count": len(parts),
        "known": len(known),
    }
    level = Level.WARNING if field.table == "proactive" else Level.ERROR
    yield from of_balance(rule, f"{parent.key}.{parent.year}.{field.id}", level, balance, facts)


@cache
def _additive() -> tuple[Field, ...]:
    """The cells whose figures add up: all counts but those of items, which bodies may have in common.

    A document that two bodies issue together is counted by both, so in table two a difference is a warning.
    """
    return tuple(field for field in all_fields() if field.kind is Kind.COUNT and field.column != _ITEMS)
