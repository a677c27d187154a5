"""N705: the prose and the tables agree on rules and normative documents."""

from gov_disclosure.checking.contradictions import claims_hold
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message

RULE = Rule(
    code="N705",
    level=Level.WARNING,
    summary=Message(
        "文字所述规章和规范性文件的数量与表格一致",
        "the prose and the tables agree on rules and normative documents",
    ),
    source=WITHIN,
    example=Example(prose="全年制发行政规范性文件3件。"),
    run=claims_hold(lambda id: id.startswith(("proactive.rules.", "proactive.normative_documents."))),
)
