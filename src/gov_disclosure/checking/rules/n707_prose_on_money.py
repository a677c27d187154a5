"""N707: the prose and the tables agree on fees and procurement."""

from gov_disclosure.checking.contradictions import ClaimsHold
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message


def _is_about(id: str) -> bool:
    return id.startswith(("proactive.fees.", "proactive.procurement."))


RULE = Rule(
    code="N707",
    level=Level.WARNING,
    summary=Message(
        "文字所述收费和采购的数额与表格一致", "the prose and the tables agree on fees and procurement"
    ),
    source=WITHIN,
    example=Example(prose="行政事业性收费12000元。"),
    run=ClaimsHold(_is_about),
)
