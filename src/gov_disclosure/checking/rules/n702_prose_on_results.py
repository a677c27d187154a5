"""N702: the prose and the tables agree on requests by result."""

from gov_disclosure.checking.contradictions import ClaimsHold
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message


def _is_result(id: str) -> bool:
    """Whether it is a result of all applicants; the sum of all is what was answered, and no result."""
    is_sum = id == "requests.results.total.total"
    return id.startswith("requests.results.") and id.endswith(".total") and not is_sum


RULE = Rule(
    code="N702",
    level=Level.WARNING,
    summary=Message(
        "文字所述各类办理结果的数量与表格一致", "the prose and the tables agree on requests by result"
    ),
    source=WITHIN,
    example=Example(prose="对收到的申请，予以公开2件。"),
    run=ClaimsHold(_is_result),
)
