"""N701: the prose and the tables agree on requests received, answered and carried on."""

from typing import Final

from gov_disclosure.checking.contradictions import ClaimsHold
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message

_TOTALS: Final = (
    "requests.new_received.total",
    "requests.carried_over.total",
    "requests.carried_forward.total",
    "requests.results.total.total",
)


def _is_about(id: str) -> bool:
    return id in _TOTALS


RULE = Rule(
    code="N701",
    level=Level.WARNING,
    summary=Message(
        "文字所述申请的收到、办结和结转数量与表格一致",
        "the prose and the tables agree on requests received, answered and carried on",
    ),
    source=WITHIN,
    example=Example(prose="全年共收到政府信息公开申请4件。"),
    cells=_TOTALS,
    run=ClaimsHold(_is_about),
)
