"""B601: in each column of table three the results add up to their total."""

from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.sums import IdentitiesHold
from gov_disclosure.checking.words import FORM
from gov_disclosure.model.messages import Level, Message

RULE = Rule(
    code="B601",
    level=Level.ERROR,
    summary=Message(
        "各列的办理结果之和等于总计", "in each column of table three the results add up to their total"
    ),
    source=FORM,
    example=Example(figures={"requests.results.granted.natural_person": 2}),
    run=IdentitiesHold(
        title=Message(
            "“{column}”列各项办理结果之和等于（七）总计",
            "the results of the column {column} add up to （七）总计",
        ),
        fails=Message(
            "“{column}”列：各项办理结果之和为{left}，（七）总计为{right}，相差{difference}。",
            "Column {column}: the results add up to {left}, （七）总计 says {right}; "
            "they differ by {difference}.",
        ),
    ),
)
