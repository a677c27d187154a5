"""B602: in each column of table three 一 + 二 = 三 + 四."""

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.sums import IdentitiesHold
from gov_disclosure.checking.words import FORM
from gov_disclosure.model.messages import Level, Message

RULE = Rule(
    code="B602",
    level=Level.ERROR,
    summary=Message(
        "各列第一项加第二项之和等于第三项加第四项之和", "in each column of table three 一 + 二 = 三 + 四"
    ),
    source=FORM,
    example=Example(figures={"requests.carried_forward.total": 1}),
    run=IdentitiesHold(
        title=Message(
            "“{column}”列第一项加第二项之和等于第三项加第四项之和",
            "in the column {column} 一 + 二 = 三（七）+ 四",
        ),
        fails=Message(
            "“{column}”列：第一项加第二项之和为{left}，第三项加第四项之和为{right}，相差{difference}。",
            "Column {column}: 一 and 二 add up to {left}, 三（七）and 四 to {right}; "
            "they differ by {difference}.",
        ),
    ),
)
