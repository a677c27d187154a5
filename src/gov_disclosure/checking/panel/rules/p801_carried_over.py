"""P801: what a report carries forward is what the same issuer's next report carries over."""

from collections.abc import Iterator
from typing import Final

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.panel.balance import Term, of_balance, weigh
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import Panel
from gov_disclosure.checking.panel.rule import PanelExample, PanelRule
from gov_disclosure.checking.panel.years import facts_of, gap, name_of
from gov_disclosure.checking.words import FORM
from gov_disclosure.form.fields import Edition, rows
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.messages import Level, Message

_FORWARD: Final = "requests.carried_forward"
_OVER: Final = "requests.carried_over"
_TITLE: Final = Message(
    "{issuer}“{column}”列：{before}年结转下年度的申请数等于{year}年上年结转的申请数",
    "{issuer}, column {column}: what {before} carries forward is what {year} carries over",
)


def _carried_over(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """In each of the seven columns, what was carried forward is what was carried over."""
    for before, after in panel.successions():
        if before.year + 1 < after.year:
            yield gap(rule, before, after)
            continue
        for field in rows(Edition.FORM_2021)[_FORWARD]:
            balance = weigh(
                [Term(before, f"{_FORWARD}.{field.column}")], [Term(after, f"{_OVER}.{field.column}")]
            )
            facts = {
                **facts_of(before, after),
                "column": column_label(field, Edition.FORM_2021),
                "forward": row_label(_FORWARD, before.first.edition),
                "over": row_label(_OVER, after.first.edition),
            }
            yield from of_balance(rule, f"{name_of(after)}.{field.column}", balance, _TITLE, facts)


RULE = PanelRule(
    code="P801",
    level=Level.ERROR,
    summary=Message(
        "上一年度报告结转下年度的申请数等于本年度报告上年结转的申请数",
        "what a report carries forward is what the next year's report carries over",
    ),
    fails=Message(
        "{issuer}“{column}”列：{before}年报告“{forward}”为{left}，{year}年报告“{over}”为{right}，"
        "相差{difference}。",
        "{issuer}, column {column}: {forward} of {before} is {left}, {over} of {year} is {right}; "
        "they differ by {difference}.",
    ),
    source=FORM,
    example=PanelExample(
        given=Message(
            "上一年度的报告结转下年度2件，本年度的报告上年结转0件。",
            "A report carries forward 2 requests, the next year's carries over 0.",
        ),
        reports=(Example(figures={"requests.carried_forward.total": 2}), Example(year=2024)),
    ),
    run=_carried_over,
)
