"""N703: the prose and the tables agree on requests by applicant."""

from gov_disclosure.checking.contradictions import ClaimsHold
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message


def _is_about(id: str) -> bool:
    return id.startswith("requests.") and not id.endswith(".total")


RULE = Rule(
    code="N703",
    level=Level.WARNING,
    summary=Message(
        "文字所述各类申请人的申请数量与表格一致", "the prose and the tables agree on requests by applicant"
    ),
    source=WITHIN,
    example=Example(prose="收到政府信息公开申请3件，其中自然人申请2件。"),
    run=ClaimsHold(_is_about),
)
