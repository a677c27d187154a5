"""P803: what a parent's report says against the reports that its figures are the sum of.

The caller names all whose figures a parent's are the sum of. Where each of them has a figure, the sum must be
the parent's. Where a report is missing, the others can still come to more than the parent says, which no
figure that is missing can put right.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from attrs import evolve

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.panel.balance import Term, of_balance, weigh
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import Filing, Panel
from gov_disclosure.checking.panel.rule import PanelExample, PanelRule
from gov_disclosure.form.fields import Field, Kind, all_fields
from gov_disclosure.form.folding import fold
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.messages import Level, Message
from gov_disclosure.model.outcome import Outcome

_ITEMS: Final = "previous_items"
_TITLE: Final = Message(
    "{issuer}{year}年“{row}”“{column}”等于所列{count}个单位之和",
    "{issuer} {year}, {row}, {column}: the sum of the bodies named ({count})",
)
_NO_REPORT: Final = Message(
    "{issuer}{year}年的汇总无法逐项核对：没有{names}的报告。",
    "{issuer} {year}: the sums can't be assessed in full, there is no report of {names}.",
)
_NO_PARENT: Final = Message(
    "没有{issuer}的报告，其汇总无法核对。",
    "There is no report of {issuer}; its sums can't be assessed.",
)
_MORE_THAN_ALL: Final = Message(
    "{issuer}{year}年“{row}”“{column}”为{left}，而所列单位中有数值的{known}个之和已达{right}，多出{difference}。",
    "{issuer} {year}, {row}, {column}: it says {left}, but those of the bodies named that have a figure "
    "({known}) make {right} already, {difference} more.",
)


def _sums(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """For each parent that is named and each year that it or a child has a report of."""
    for parent, names in panel.children.items():
        own = panel.filings.get(fold(parent), {})
        if not own:
            message = _NO_PARENT.fill({"issuer": parent})
            yield rule.finding(fold(parent), Outcome.NOT_ASSESSABLE, message, ())
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
    message = _NO_REPORT.fill({"issuer": parent, "year": year, "names": "、".join(names)})
    reports = [one.first.concerned() for one in filings]
    return rule.finding(f"{fold(parent)}.{year}", Outcome.NOT_ASSESSABLE, message, reports)


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
            balance, rule = least, evolve(rule, fails=_MORE_THAN_ALL)
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
    if field.table == "proactive":
        rule = evolve(rule, level=Level.WARNING)
    yield from of_balance(rule, f"{parent.key}.{parent.year}.{field.id}", balance, _TITLE, facts)


@cache
def _additive() -> tuple[Field, ...]:
    """The cells whose figures add up: all counts but those of items, which bodies may have in common.

    A document that two bodies issue together is counted by both, so in table two a difference is a warning.
    """
    return tuple(field for field in all_fields() if field.kind is Kind.COUNT and field.column != _ITEMS)


RULE = PanelRule(
    code="P803",
    level=Level.ERROR,
    summary=Message(
        "汇总报告的数值等于所列各单位报告的数值之和",
        "a parent's figures are the sum of those of the bodies named as its children",
    ),
    fails=Message(
        "{issuer}{year}年“{row}”“{column}”为{left}，所列{count}个单位之和为{right}，相差{difference}。",
        "{issuer} {year}, {row}, {column}: it says {left}, the bodies named ({count}) add up to {right}; "
        "they differ by {difference}.",
    ),
    source=Message("核对人指明的汇总关系", "the caller, who names whose figures are added up"),
    example=PanelExample(
        given=Message(
            "汇总报告新收申请5件，所列单位的报告新收3件。",
            "A parent's report has 5 new requests, that of the body named as its child 3.",
        ),
        reports=(
            Example(issuer="青溪县人民政府", figures={"requests.new_received.total": 5}),
            Example(),
        ),
        children={"青溪县人民政府": ("青溪县教育局",)},
    ),
    run=_sums,
)
