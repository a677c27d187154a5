"""N706: the prose and the tables agree on licences, penalties and compulsion."""

from gov_disclosure.checking.contradictions import ClaimsHold
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message


def _is_about(id: str) -> bool:
    return id.endswith(".decisions")


RULE = Rule(
    code="N706",
    level=Level.WARNING,
    summary=Message(
        "文字所述行政许可、处罚和强制的数量与表格一致",
        "the prose and the tables agree on licences, penalties and compulsion",
    ),
    source=WITHIN,
    example=Example(prose="全年作出行政处罚决定50余件。"),
    run=ClaimsHold(_is_about),
)
