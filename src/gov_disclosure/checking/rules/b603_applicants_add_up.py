"""B603: in each row of table three the applicants add up to the total."""

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.sums import IdentitiesHold
from gov_disclosure.checking.words import FORM
from gov_disclosure.model.messages import Level, Message

RULE = Rule(
    code="B603",
    level=Level.ERROR,
    summary=Message(
        "各行的申请人之和等于总计", "in each row of table three the applicants add up to the total"
    ),
    source=FORM,
    example=Example(figures={"requests.new_received.total": 4}),
    run=IdentitiesHold(
        title=Message(
            "“{row}”一行各类申请人之和等于总计", "the applicants of the row {row} add up to its 总计"
        ),
        fails=Message(
            "“{row}”：各类申请人之和为{left}，总计为{right}，相差{difference}。",
            "{row}: the applicants add up to {left}, 总计 says {right}; they differ by {difference}.",
        ),
    ),
)
