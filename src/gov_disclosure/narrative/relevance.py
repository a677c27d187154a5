"""Whether a figure is one of the tables', by what its sentence and paragraph speak of.

A figure of something else that uses the same words (requests of one kind, documents that were looked
through, results of disputes that the office decides) is not.
"""

from typing import Final

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.context import DOCUMENTS, Context
from gov_disclosure.narrative.statements import Chunk, Form, Statement, Subject

NOUNS: Final = frozenset({"REQUEST", "APPLICATION"})
BY_APPLICANT: Final = frozenset({"received", "newly_received", "accepted", "handled", "answered"})
ROWS: Final = frozenset({*BY_APPLICANT, "carried_over", "carried_forward"})
# Said of what is published of the office's own accord too.
_COMMON_RESULTS: Final = frozenset(
    {"REQUESTS_RESULTS_GRANTED", "REQUESTS_RESULTS_PARTIALLY_GRANTED", "REQUESTS_RESULTS_DENIED"}
)
OF_DOCUMENTS: Final = frozenset({"issued", "repealed", "in_force"})


def counts_toward_tables(subject: Subject, statement: Statement, chunk: Chunk, context: Context) -> bool:
    """Whether a figure that a subject words is one of the tables', where the context stands at its chunk."""
    words, sentence, clause = set(subject.words), context.sentence, context.clause
    none = statement.form is Form.NONE
    if none and (chunk.followed or subject.rule == "answered" or sentence.excepted or clause.written):
        # What there is none of has another name (no fees for requests), was not done in time, or not so.
        return False
    if subject.rule in (*ROWS, "result", "applicant") and _is_of_a_part(subject, statement, context):
        return False
    match subject.rule:
        case rule if rule in BY_APPLICANT:
            return _is_of_requests(subject, statement, chunk, context)
        case "result":
            return _is_of_results(words, chunk, context)
        case "carried_over" | "carried_forward":
            of_disputes = sentence.disputes is not None and sentence.total is None
            return context.asked is not False and not of_disputes and not sentence.excepted
        case "applicant":
            told = bool(sentence.rows) and not sentence.astray
            received = context.asked is not False and "RECEIVED" in words
            opens = chunk.first or statement.form is Form.SAME
            return (told or received) and opens and not clause.concerning
        case "dispute":
            told = chunk.first or clause.named or "RECEIVED" in words or (none and context.about)
            known = context.about or (context.counted and not context.decides) or not statement.quantity.value
            return told and known and not sentence.judging
        case "outcome":
            told = sentence.disputes is not None and statement.quantity.value <= sentence.disputes
            return told and not sentence.judging
        case "repealed" | "in_force" if sentence.reviewed and sentence.last_rule not in OF_DOCUMENTS:
            return False
        case "repealed" | "in_force" if not chunk.first:
            return False
        case rule if rule in OF_DOCUMENTS:
            again = rule == sentence.last_rule
            known = sentence.document is not None and chunk.first and not sentence.astray and not again
            return bool(words & DOCUMENTS) or known
        case "decided":
            about = sentence.disclosed or sentence.published or sentence.concerning
            about = about or (context.asked is False and len(words) == 1)
            matters = clause.tail or (none and chunk.behind == "OTHER_THING")
            return (none or (chunk.first and not chunk.including)) and not about and not matters
        case "fee" | "procured":
            return none or (chunk.first and not chunk.including)
        case _:
            return True


def _is_of_a_part(subject: Subject, statement: Statement, context: Context) -> bool:
    """Whether a figure may be of some of the requests alone; more than those were is of all."""
    sentence = context.sentence
    only = sentence.part_of
    if only is None and sentence.total is None and subject.rule in ("result", "answered"):
        only = sentence.carried
    if only is not None and statement.quantity.value > only:
        only = sentence.part_of = None
    return sentence.partial or only is not None or _counts_pieces(subject, statement, sentence.unit)


def _counts_pieces(subject: Subject, statement: Statement, unit: str) -> bool:
    """Whether what became of requests is counted in pieces of information, and the requests are not."""
    cases = terminals("narrative")["CASE_UNIT"]
    pieces = statement.quantity.unit not in ("", "%", *cases)
    return subject.rule in ("result", "answered") and pieces and (not unit or unit in cases)


def _is_of_results(words: set[str], chunk: Chunk, context: Context) -> bool:
    """Whether what became of requests is told, and not of other things that came in, or were published."""
    sentence = context.sentence
    reason = (context.clause.because and not chunk.first) or context.clause.concerning
    of_disputes = sentence.disputes is not None and sentence.total is None
    if reason or sentence.published or of_disputes or context.of_one_applicant:
        return False
    if context.asked is False:
        return context.heard and not sentence.dealt
    if not words & _COMMON_RESULTS:
        return True
    if sentence.astray and sentence.total is None:
        return False
    return context.asked is True or context.heard or sentence.dealt


def _is_plain(statement: Statement, chunk: Chunk, context: Context) -> bool:
    """Whether a figure of requests without a verb is nothing but that."""
    if statement.form is Form.NONE:
        return not context.sentence.published
    cases = terminals("narrative")["CASE_UNIT"]
    counted = statement.quantity.unit in ("", *cases) and statement.quantity.high is not None
    return counted and not (chunk.followed or context.clause.tail or context.sentence.published)


def _opens(statement: Statement, chunk: Chunk, context: Context) -> bool:
    """Whether a figure without a verb begins its clause, and the sentence has no figures of other things."""
    return statement.form is Form.NONE or (chunk.first and not chunk.including and not context.sentence.astray)


def _is_of_requests(subject: Subject, statement: Statement, chunk: Chunk, context: Context) -> bool:
    words = set(subject.words)
    if not words & NOUNS:
        told = context.asked is True and not chunk.followed and not context.sentence.astray
    else:
        none = statement.form is Form.NONE and context.asked is True
        told = "REQUEST" in words or none or (context.asked is not False and chunk.first)
    if words <= NOUNS:
        return told and _is_plain(statement, chunk, context) and _opens(statement, chunk, context)
    if subject.rule == "answered":
        part = chunk.including and not chunk.first
        return told and not context.clause.in_time and not part
    return told and (subject.rule == "newly_received" or not chunk.including)
