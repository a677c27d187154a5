"""N704: the prose and the tables agree on reconsiderations and lawsuits."""

from gov_disclosure.checking.contradictions import ClaimsHold
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message


def _is_about(id: str) -> bool:
    return id.startswith("disputes.")


RULE = Rule(
    code="N704",
    level=Level.WARNING,
    summary=Message(
        "文字所述行政复议和行政诉讼的数量与表格一致",
        "the prose and the tables agree on reconsiderations and lawsuits",
    ),
    source=WITHIN,
    example=Example(prose="未发生因政府信息公开引起的行政复议。"),
    run=ClaimsHold(_is_about),
)
