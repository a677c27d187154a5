"""N705: the prose and the tables agree on rules and normative documents."""

from gov_disclosure.checking.contradictions import ClaimsHold
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.rule import Rule
from gov_disclosure.checking.words import WITHIN
from gov_disclosure.model.messages import Level, Message


def _is_about(id: str) -> bool:
    return id.startswith(("proactive.rules.", "proactive.normative_documents."))


RULE = Rule(
    code="N705",
    level=Level.WARNING,
    summary=Message(
        "文字所述规章和规范性文件的数量与表格一致",
        "the prose and the tables agree on rules and normative documents",
    ),
    source=WITHIN,
    example=Example(prose="全年制发行政规范性文件3件。"),
    run=ClaimsHold(_is_about),
)
