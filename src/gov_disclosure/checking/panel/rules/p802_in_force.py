"""P802: documents in force are those of the year before, plus those issued, less those repealed."""

from collections.abc import Iterator
from typing import Final

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.panel.balance import Term, of_balance, weigh
from gov_disclosure.checking.panel.findings import PanelFinding
from gov_disclosure.checking.panel.members import Panel
from gov_disclosure.checking.panel.rule import PanelExample, PanelRule
from gov_disclosure.checking.panel.years import facts_of, gap, name_of
from gov_disclosure.checking.words import FORM
from gov_disclosure.form.fields import fields_by_id
from gov_disclosure.form.labels import row_label
from gov_disclosure.model.messages import Level, Message

_DOCUMENTS: Final = ("proactive.rules", "proactive.normative_documents")
_TITLE: Final = Message(
    "{issuer}“{row}”：{year}年现行有效件数等于{before}年现行有效件数加{year}年制发件数减废止件数",
    "{issuer}, {row}: in force in {year} are those of {before}, plus issued, less repealed",
)


def _in_force(panel: Panel, rule: PanelRule) -> Iterator[PanelFinding]:
    """Where both reports are on the edition that asks for them.

    A difference is a warning: an office that cleans up its documents counts them anew.
    """
    for before, after in panel.successions():
        for row in _DOCUMENTS:
            cell = f"{row}.in_force"
            if before.figure(cell) is None or after.figure(cell) is None:
                continue
            if before.year + 1 < after.year:
                yield gap(rule, before, after)
                break
            change = (Term(after, f"{row}.issued"), Term(after, f"{row}.repealed", -1))
            balance = weigh([Term(after, cell)], [Term(before, cell), *change])
            facts = {**facts_of(before, after), "row": row_label(row, fields_by_id()[cell].editions[0])}
            name = f"{name_of(after)}.{row.partition('.')[2]}"
            yield from of_balance(rule, name, balance, _TITLE, facts)


RULE = PanelRule(
    code="P802",
    level=Level.WARNING,
    summary=Message(
        "现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数",
        "documents in force are those of the year before, plus those issued, less those repealed",
    ),
    fails=Message(
        "{issuer}“{row}”：{year}年现行有效件数为{left}，{before}年现行有效件数加{year}年制发件数减废止件数为{right}，"
        "相差{difference}。清理文件后重新统计也会造成差异，请核实。",
        "{issuer}, {row}: {left} are in force in {year}; those of {before}, plus issued, less repealed, "
        "make {right}; they differ by {difference}. A new count after a clean-up may be the reason.",
    ),
    source=FORM,
    example=PanelExample(
        given=Message(
            "两个年度的报告均制发1件、废止0件、现行有效9件。",
            "Reports of two years issue 1 document, repeal 0, and have 9 in force.",
        ),
        reports=(Example(), Example(year=2024)),
    ),
    run=_in_force,
)
