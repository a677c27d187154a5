"""N708: the prose and the tables agree on shares in per cent."""

from gov_disclosure.checking.contradictions import ClaimsHold
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message

RULE = Rule(
    code="N708",
    level=Level.WARNING,
    summary=Message("文字所述所占比例与表格一致", "the prose and the tables agree on shares in per cent"),
    source=WITHIN,
    example=Example(prose="对收到的申请，予以公开3件，占50%。"),
    run=ClaimsHold(shares=True),
)
