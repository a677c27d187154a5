"""Whether a figure is one of the tables', by what the scopes that it stands in speak of.

A figure of something else that uses the same words (requests of one kind, documents that were looked
through, results of disputes that the office decides) is not. ``_REQUIRED`` says of each kind of statement what
it requires; the conditions that it names stand below it.
"""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import DOCUMENTS
from gov_disclosure.narrative.context import Context
from gov_disclosure.narrative.ellipsis import IMPLIED
from gov_disclosure.narrative.scopes import BY_APPLICANT, ClauseScope, SentenceScope, Topic
from gov_disclosure.narrative.statements import Chunk, Statement, gives_reason
from gov_disclosure.narrative.wordings import Form, Subject

NOUNS: Final = frozenset({"REQUEST", "APPLICATION"})
ROWS: Final = frozenset({*BY_APPLICANT, "carried_over", "carried_forward"})
OF_DOCUMENTS: Final = frozenset(
    {"issued", "repealed", "in_force", "released", "disclosed", "disclosed_in_all", "amended"}
)
# Said of what is published of the office's own accord too.
_COMMON_RESULTS: Final = frozenset(
    {"REQUESTS_RESULTS_GRANTED", "REQUESTS_RESULTS_PARTIALLY_GRANTED", "REQUESTS_RESULTS_DENIED"}
)


@frozen
class _Figure:
    """A figure of one subject, with where it stands."""

    subject: Subject
    statement: Statement
    chunk: Chunk
    context: Context

    @property
    def words(self) -> frozenset[str]:
        return frozenset(self.subject.words)

    @property
    def none(self) -> bool:
        return self.statement.form is Form.NONE

    @property
    def sentence(self) -> SentenceScope:
        return self.context.sentence

    @property
    def clause(self) -> ClauseScope:
        return self.context.clause

    @property
    def topic(self) -> Topic | None:
        return self.context.paragraph.topic


_Condition = Callable[[_Figure], bool]


def counts_toward_tables(subject: Subject, statement: Statement, chunk: Chunk, context: Context) -> bool:
    """Whether a figure that a subject words is one of the tables', where the context stands at its chunk."""
    figure = _Figure(subject, statement, chunk, context)
    return all(holds(figure) for holds in _REQUIRED[subject.rule])


# --- Of any figure ----------------------------------------------------------------------------------------


def _lacks_that_itself(figure: _Figure) -> bool:
    """What there is none of has no other name (fees for requests), and no exceptions."""
    other = figure.chunk.followed or figure.sentence.has("EXCEPT") or figure.clause.has("WRITTEN")
    return not figure.none or not other


def _opens_its_clause(figure: _Figure) -> bool:
    return figure.chunk.first


def _is_no_part(figure: _Figure) -> bool:
    return figure.chunk.first and not figure.chunk.including


# --- Of requests ------------------------------------------------------------------------------------------


def _is_of_all_requests(figure: _Figure) -> bool:
    """It is of all requests, not of some; more than those were is of all."""
    sentence, rule = figure.sentence, figure.subject.rule
    only = sentence.part_of
    if only is None and sentence.whole is None and sentence.carried and rule in ("result", "answered"):
        only = sentence.carried.value
    if only is not None and figure.statement.quantity.value > only:
        only = sentence.part_of = None
    return not sentence.partial and only is None


def _counts_requests(figure: _Figure) -> bool:
    """What became of requests is counted in requests, or these are counted in pieces of information too."""
    cases = terminals("narrative")["CASE_UNIT"]
    of = figure.context.paragraph.unit
    pieces = figure.statement.quantity.unit not in ("", "%", *cases)
    return not pieces or (of != "" and of not in cases)


def _speaks_of_requests(figure: _Figure) -> bool:
    words, topic = figure.words, figure.topic
    if words == {"ANSWERED"} and topic is None and figure.chunk.first:
        # The rest of the sentence has to bear it out.
        return not figure.sentence.astray and not figure.chunk.followed
    if not words & NOUNS:
        return topic is Topic.REQUESTS and not figure.chunk.followed and not figure.sentence.astray
    none = figure.none and topic is Topic.REQUESTS
    return "REQUEST" in words or none or (topic is not Topic.OTHER and figure.chunk.first)


def _says_what_came_in(figure: _Figure) -> bool:
    """A verb does; without one, a figure that opens its clause and counts cases."""
    if not figure.words <= NOUNS:
        return True
    if figure.none:
        return not figure.sentence.has("PUBLISHED")
    quantity = figure.statement.quantity
    cases = quantity.unit in ("", *terminals("narrative")["CASE_UNIT"]) and quantity.high is not None
    cases = cases or not quantity.value
    other = figure.chunk.followed or figure.clause.has("TAIL") or figure.sentence.has("PUBLISHED")
    return cases and not other and _is_no_part(figure) and not figure.sentence.astray


def _is_no_part_with_verb(figure: _Figure) -> bool:
    return figure.words <= NOUNS or not figure.chunk.including


def _answers_all(figure: _Figure) -> bool:
    """None were answered, or it is one of several parts."""
    part = figure.chunk.including and not figure.chunk.first
    naught = {token.text for token in figure.chunk.tokens if token.type == "NONE"}
    nothing = not figure.none or naught <= {*terminals("narrative")["NAUGHT"]}
    return nothing and not part


def _was_carried(figure: _Figure) -> bool:
    sentence = figure.sentence
    # 除3件结转下年外: those are carried, whatever became of the others.
    excepted = sentence.has("EXCEPT") and figure.subject.rule == "carried_over"
    return figure.topic is not Topic.OTHER and not sentence.of_disputes and not excepted


def _assures_of_all(figure: _Figure) -> bool:
    """Nothing but the requests that the sentence has counted was dealt with, and none of them was not."""
    sentence, chunk = figure.sentence, figure.chunk
    plain = chunk.first and not chunk.followed and figure.context.outside is None
    told = sentence.going_on in BY_APPLICANT and sentence.whole is not None and not sentence.whole.included
    return plain and told and figure.topic is Topic.REQUESTS and not sentence.has("EXCEPT")


def _adds_up_what_was_told(figure: _Figure) -> bool:
    """What was carried over has been told just before, and the sum opens its clause."""
    told = figure.sentence.told[-2:]
    rules = [one.rule for one in told]
    rows = "carried_over" in rules and not {"received", "newly_received", "accepted"}.isdisjoint(rules)
    alike = {one.statement.quantity.unit for one in told} == {figure.statement.quantity.unit}
    return rows and alike and _is_no_part(figure)


def _is_a_result_of_requests(figure: _Figure) -> bool:
    """What became of requests is told, and not of other things that came in, or were published."""
    sentence, clause = figure.sentence, figure.clause
    reason = gives_reason(figure.chunk, figure.statement.start)
    reason = (reason and not figure.chunk.first) or clause.has("CONCERNING")
    if reason or sentence.has("PUBLISHED") or sentence.of_disputes or _is_of_one_applicant(sentence):
        return False
    heard = figure.context.paragraph.has("REQUEST")
    if figure.topic is Topic.OTHER:
        return heard and not sentence.deals
    if not figure.words & _COMMON_RESULTS:
        return True
    if sentence.astray and sentence.whole is None:
        return False
    return figure.topic is Topic.REQUESTS or heard or sentence.deals


def _is_of_one_applicant(sentence: SentenceScope) -> bool:
    """Whether kinds of applicants are told one by one, so that results may be of one's requests."""
    told, whole = sentence.applicants, sentence.whole
    if sentence.including and len(told) == 1 and whole is not None and told[0] < whole.value:
        sentence.by_turns = True
    return sentence.by_turns


def _has_requests_before(figure: _Figure) -> bool:
    """Applicants are of requests that were told, or received."""
    again = figure.sentence.going_on == "applicant"
    told = (again or bool(figure.context.paragraph.rows)) and not figure.sentence.astray
    received = figure.topic is not Topic.OTHER and "RECEIVED" in figure.words
    return (told or received) and not figure.clause.has("CONCERNING")


def _names_no_more(figure: _Figure) -> bool:
    """1件属个人档案: what follows the applicant, or the dispute, says what else is counted."""
    last, chunk = figure.chunk.tokens[-1], figure.chunk
    counted = figure.statement.form is Form.STATED and last.quantity is None
    ends = last.end == figure.statement.end and counted
    return not (ends and chunk.followed) or chunk.behind == "PART"


def _opens_or_is_the_same(figure: _Figure) -> bool:
    return figure.chunk.first or figure.statement.form is Form.SAME


# --- Of disputes ------------------------------------------------------------------------------------------


def _is_party(figure: _Figure) -> bool:
    """The office is a party to disputes, and does not decide them."""
    return not figure.sentence.has("JUDGING")


def _says_disputes(figure: _Figure) -> bool:
    named = figure.clause.named or "RECEIVED" in figure.words
    return figure.chunk.first or named or (figure.none and figure.context.paragraph.named)


def _is_about_disclosure(figure: _Figure) -> bool:
    paragraph, context = figure.context.paragraph, figure.context
    other = not paragraph.counted or context.issuer.decides
    plain = paragraph.named or not other or not figure.statement.quantity.value
    return plain or context.is_formal()


def _has_disputes_before(figure: _Figure) -> bool:
    disputes = figure.sentence.disputes
    if figure.statement.within:
        return figure.context.paragraph.named or figure.context.is_formal()
    return disputes is not None and figure.statement.quantity.value <= disputes


# --- Of documents and decisions ---------------------------------------------------------------------------


def _is_of_all_documents(figure: _Figure) -> bool:
    """Of all there are, not of those that were looked through."""
    looked_through = figure.sentence.has("REVIEWED") and figure.sentence.going_on not in OF_DOCUMENTS
    return not looked_through and figure.chunk.first


def _has_documents(figure: _Figure) -> bool:
    sentence = figure.sentence
    again = figure.subject.rule == sentence.going_on
    told = sentence.document is not None and figure.chunk.first and not sentence.astray and not again
    return (bool(figure.words & DOCUMENTS) and IMPLIED not in figure.words) or told


def _is_of_decisions(figure: _Figure) -> bool:
    """Decisions are counted: not matters that need one, nor what is published of them."""
    sentence = figure.sentence
    about = sentence.has("ABOUT", "DISCLOSE", "PUBLISHED", "CONCERNING")
    about = about or (figure.topic is Topic.OTHER and len(figure.words) == 1)
    matters = figure.clause.has("TAIL") or (figure.none and figure.chunk.behind == "OTHER_THING")
    return not about and not matters


def _is_none_or_no_part(figure: _Figure) -> bool:
    return figure.none or _is_no_part(figure)


# What each kind of statement requires, by the rule of the grammar that words it.
_REQUESTS: Final = (_lacks_that_itself, _is_of_all_requests, _speaks_of_requests, _says_what_came_in)
_CARRIED: Final = (_lacks_that_itself, _is_of_all_requests, _was_carried)
_DOCUMENTS: Final = (_lacks_that_itself, _has_documents)
_MONEY: Final = (_lacks_that_itself, _is_none_or_no_part)
_REQUIRED: Final[Mapping[str, tuple[_Condition, ...]]] = {
    "received": (*_REQUESTS, _is_no_part_with_verb),
    "newly_received": _REQUESTS,
    "accepted": (*_REQUESTS, _is_no_part_with_verb),
    "handled": (*_REQUESTS, _is_no_part_with_verb),
    "answered": (*_REQUESTS, _counts_requests, _answers_all),
    "due": (_lacks_that_itself, _is_of_all_requests, _adds_up_what_was_told),
    "assured": (_is_of_all_requests, _assures_of_all),
    "carried_over": _CARRIED,
    "carried_forward": _CARRIED,
    "carried": (*_CARRIED, _opens_its_clause),
    "result": (_lacks_that_itself, _is_of_all_requests, _counts_requests, _is_a_result_of_requests),
    "applicant": (
        *(_lacks_that_itself, _is_of_all_requests, _has_requests_before),
        *(_opens_or_is_the_same, _names_no_more),
    ),
    "dispute": (_lacks_that_itself, _is_party, _says_disputes, _is_about_disclosure, _names_no_more),
    "outcome": (_lacks_that_itself, _is_party, _has_disputes_before),
    "issued": _DOCUMENTS,
    "repealed": (*_DOCUMENTS, _is_of_all_documents),
    "in_force": (*_DOCUMENTS, _is_of_all_documents),
    "released": _DOCUMENTS,
    "documents": _DOCUMENTS,
    "amended": _DOCUMENTS,
    "disclosed": _DOCUMENTS,
    "disclosed_in_all": _DOCUMENTS,
    "decided": (_lacks_that_itself, _is_none_or_no_part, _is_of_decisions),
    "fee": _MONEY,
    "procured": _MONEY,
}
