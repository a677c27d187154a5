"""B604: in each part of table four the outcomes add up to the total."""

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.sums import IdentitiesHold
from gov_disclosure.checking.words import FORM
from gov_disclosure.model.messages import Level, Message

RULE = Rule(
    code="B604",
    level=Level.ERROR,
    summary=Message(
        "复议诉讼各部分的结果之和等于总计", "in each part of table four the outcomes add up to the total"
    ),
    source=FORM,
    example=Example(figures={"disputes.reconsideration.total": 2}),
    run=IdentitiesHold(
        title=Message("“{row}”各种结果之和等于总计", "the outcomes of {row} add up to its 总计"),
        fails=Message(
            "“{row}”：各种结果之和为{left}，总计为{right}，相差{difference}。",
            "{row}: the outcomes add up to {left}, 总计 says {right}; they differ by {difference}.",
        ),
    ),
)
