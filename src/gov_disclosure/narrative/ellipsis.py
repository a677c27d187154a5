"""Ellipsis: words that leave out what they are of, and mean what the sentence has told before them.

其他1件 behind results is another result, behind applicants another applicant; what is pending is a dispute, or
a request that goes on into the next year.
"""

from typing import Final

from attrs import evolve

from gov_disclosure.narrative.clauses import DOCUMENTS
from gov_disclosure.narrative.scopes import SentenceScope
from gov_disclosure.narrative.statements import Chunk, Statement
from gov_disclosure.narrative.wordings import Form, Subject

IMPLIED: Final = "IMPLIED"
"""Among a subject's words: the sentence has named before what it is of."""
_ANSWERS: Final = frozenset({"answered", "result"})
OTHERS: Final = {
    "result": Subject("result", ("REQUESTS_RESULTS_OTHER",)),
    "applicant": Subject("applicant", ("OTHER_ORGANIZATION",)),
    "outcome": Subject("outcome", ("OTHER",)),
}
"""What another one is, by the kind of what was told before it."""
# From the year before, or to the next one: 无结转.
_EITHER_WAY: Final = Subject("carried", ("CARRIED",))
_OF_DOCUMENTS: Final = frozenset({"issued", "repealed", "in_force"})
_FORWARD: Final = Subject("carried_forward", ("CARRIED", "NEXT_YEAR"))


def completed(statement: Statement, chunk: Chunk, sentence: SentenceScope) -> Statement | None:
    """A statement with what its words leave out; ``None`` where the sentence does not say it."""
    if len(statement.subjects) != 1:
        return None if any(subject.rule in _MEANT for subject in statement.subjects) else statement
    subject = statement.subjects[0]
    if subject.rule not in _MEANT:
        return statement
    if subject.rule == "carried_on" and statement.form is Form.NONE:
        return None if sentence.of_disputes else evolve(statement, subjects=(_EITHER_WAY,))
    meant = _MEANT[subject.rule](statement, sentence, chunk)
    return None if meant is None else evolve(statement, subjects=(meant,))


def _other(statement: Statement, sentence: SentenceScope, _chunk: Chunk) -> Subject | None:
    # With nothing but a sign between it and the figures that it goes on with.
    return OTHERS.get(sentence.going_on) if statement.start - sentence.reached <= 1 else None


def _carried_on(_statement: Statement, sentence: SentenceScope, chunk: Chunk) -> Subject | None:
    """To the next year, where the sentence has told what was answered."""
    answered = [one for one in sentence.told if one.rule in _ANSWERS]
    if not answered or sentence.of_disputes or not chunk.first:
        return None
    # 其中答复86件，结转1件: both are parts of one figure.
    return _FORWARD if not sentence.including or answered[-1].included else None


def _pending(statement: Statement, sentence: SentenceScope, chunk: Chunk) -> Subject:
    subject = statement.subjects[0]
    told = any(one.rule in _ANSWERS for one in sentence.told) or sentence.whole is not None
    of_requests = told and not sentence.parts and chunk.first
    return _FORWARD if of_requests and subject.words == ("PENDING",) else subject


def _disclosed(statement: Statement, sentence: SentenceScope, _chunk: Chunk) -> Subject | None:
    subject = statement.subjects[0]
    if DOCUMENTS & set(subject.words):
        return subject
    if sentence.document is not None:
        return Subject("disclosed", (sentence.document, IMPLIED))
    return Subject("result", ("REQUESTS_RESULTS_GRANTED", IMPLIED))


def _of_document(statement: Statement, sentence: SentenceScope, _chunk: Chunk) -> Subject | None:
    subject = statement.subjects[0]
    if DOCUMENTS & set(subject.words):
        return subject
    return None if sentence.document is None else Subject(subject.rule, (sentence.document, IMPLIED))


def _bare_document(statement: Statement, sentence: SentenceScope, chunk: Chunk) -> Subject | None:
    words = statement.subjects[0].words
    if statement.form is Form.NONE or not statement.quantity.value:
        plain = chunk.first and not chunk.followed and not chunk.including
        return Subject("documents", words) if plain else None
    again = sentence.going_on in _OF_DOCUMENTS and statement.start - sentence.reached <= 1
    return Subject(sentence.going_on, words) if again else None


def _added(_statement: Statement, sentence: SentenceScope, chunk: Chunk) -> Subject | None:
    if sentence.document is not None and chunk.first:
        return Subject("issued", (sentence.document, IMPLIED))
    return Subject("newly_received", ("NEWLY_RECEIVED",)) if sentence.has("REQUEST") else None


def _fee(statement: Statement, sentence: SentenceScope, _chunk: Chunk) -> Subject | None:
    named = "FEE_AMOUNT" not in statement.subjects[0].words or sentence.has("PROACTIVE_FEES")
    return Subject("fee", ("PROACTIVE_FEES",)) if named else None


def _decided(statement: Statement, sentence: SentenceScope, chunk: Chunk) -> Subject | None:
    subject = statement.subjects[0]
    if subject.words != ("DECISION",):
        again = sentence.going_on == "decided" and statement.start - sentence.reached <= 1
        return Subject("decided", (*subject.words, IMPLIED)) if again and len(subject.words) == 1 else subject
    only = chunk.tokens[-1].end == statement.end and chunk.first and not chunk.followed
    told = any(
        one.rule == "decided" and sentence.action in one.statement.subjects[0].words for one in sentence.told
    )
    known = sentence.action is not None and only and not sentence.including and not told
    return Subject("decided", (sentence.action or "", "DECISION", IMPLIED)) if known else None


_MEANT: Final = {
    "decided": _decided,
    "bare_other": _other,
    "bare_document": _bare_document,
    "added": _added,
    "fee": _fee,
    "carried_on": _carried_on,
    "outcome": _pending,
    "disclosed": _disclosed,
    "disclosed_in_all": _of_document,
}
