"""Context: what prose is speaking of, from its paragraph down to the clause.

The tables are about this year, this office, and requests for information. A year, a body or a thing that they
do not count turns a sentence away from them; a word for this year or this office turns it back.
"""

from collections.abc import Callable, Sequence
from typing import Final

from attrs import define

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import (
    ACTIONS,
    ALL_REQUESTS,
    ALL_THOSE,
    COUNT,
    DOCUMENTS,
    NUMBER,
    OTHER_TEXT,
    PARTS,
    SOME_OF_THOSE,
    Clause,
    Token,
)
from gov_disclosure.narrative.issuers import Issuer, issuer_of
from gov_disclosure.narrative.patterns import words_of_kind
from gov_disclosure.narrative.scopes import (
    ABOUT_DISCLOSURE,
    ClauseScope,
    ParagraphScope,
    SentenceScope,
    Told,
    Topic,
    Whose,
)
from gov_disclosure.narrative.wordings import Subject

SILENT: Final = frozenset(
    {
        *("FILLER", "ABOUT", "THIS_YEAR", "THAT_YEAR", "OWN", "SCOPE", "INCLUDING", "FROM", "DEALT"),
        *("BECAUSE", "CONCERNING", "WRITTEN", "IN_TIME", "TAIL", "SUM", "EVERY_WAY"),
        *(ALL_REQUESTS, ALL_THOSE, SOME_OF_THOSE),
    }
)
"""Words that say something of the context, if anything, and nothing to the grammar."""
YEARS: Final = frozenset({"LAST_YEAR", "NEXT_YEAR"})
TURNING: Final = frozenset(
    {
        *("PART", "CHANGE", "UNLESS", "OTHER_THING", "PUBLISHED", "UNRELATED", "TRANSFERRED"),
        *(
            "REVIEWED",
            "JUDGING",
            "EXCEPT",
            "PLAN",
            "OTHER_TIME",
            "OTHER_BODY",
            "ELSEWHERE",
            "EXAMPLE",
            OTHER_TEXT,
        ),
    }
)
"""Words that speak of something else; and those that are not known."""
_OTHER_YEAR: Final = frozenset({"PLAN", "OTHER_TIME", *YEARS})
_HANDLING: Final = frozenset({"ACCEPTED", "HANDLED"})


@define
class _Outside:
    """The sentence as it was before the brackets that the reader is in."""

    whose: Whose
    other_year: bool
    partial: bool
    including: bool
    going_on: str
    last: Told | None
    topic: Topic | None
    words: frozenset[str]
    told: int
    """How many figures it had told."""


class Context:
    """What is spoken of where the reader stands: its scopes, the inner in the outer."""

    def __init__(self, issuer: str) -> None:
        self.issuer: Issuer = issuer_of(issuer)
        self.paragraph: ParagraphScope = ParagraphScope()
        self.sentence: SentenceScope = SentenceScope()
        self.clause: ClauseScope = ClauseScope()
        self.outside: _Outside | None = None
        self.is_formal: Callable[[], bool] = bool
        """Whether the sentence tells of disputes in the form's own words."""
        self.listed: bool = False
        """A heading over a list has said that it is about requests."""

    @property
    def elsewhere(self) -> bool:
        """Whether what is said now is not of the tables."""
        return self.clause.aside or self.sentence.other_year or self.sentence.whose is Whose.OTHER

    def forget(self, *, heading: bool = False) -> None:
        """Begin anew, as a heading does."""
        self.paragraph = ParagraphScope(heading=heading)
        self.sentence, self.outside = SentenceScope(), None

    def leave(self, *, heading: bool, goes_on: bool) -> None:
        """End a paragraph; what a heading speaks of goes on in the next, and in all items of a list."""
        if not heading:
            self.forget()
            if goes_on and self.listed:
                self.paragraph = ParagraphScope(words={"REQUEST"}, topic=Topic.REQUESTS, headed=True)
            else:
                self.listed = False
            return
        before, topic = self.sentence, self.paragraph.topic
        self.listed = topic is Topic.REQUESTS and before.whose is Whose.OWN and not before.other_year
        self.paragraph = ParagraphScope(
            words=self.paragraph.words, topic=topic, headed=topic is not None and topic is Topic.REQUESTS
        )
        led = before.whose is Whose.OTHER
        self.sentence = SentenceScope(
            whose=before.whose if led else Whose.OWN,
            other_year=before.other_year,
            stopped=before.other_year or led,
            led=led,
        )
        self.outside = None

    def pass_over(self, topics: frozenset[str]) -> None:
        """Note what a sentence without figures speaks of."""
        paragraph = self.paragraph
        if "HEADING" in topics:
            paragraph.headed = paragraph.counted = "REQUEST" in topics
        self._begin_sentence()
        paragraph.words |= topics & ABOUT_DISCLOSURE
        self.sentence = SentenceScope(words=set(topics & {"PUBLISHED"}))

    def _begin_sentence(self) -> None:
        paragraph = self.paragraph
        paragraph.topic = Topic.REQUESTS if paragraph.headed or paragraph.counted else None

    def enter(self, clause: Clause) -> tuple[bool, Whose]:
        """Begin a clause; which year and whose figures were spoken of before it."""
        if not clause.follows:
            before = self.sentence
            going_on = before.stopped and not before.lent
            whose = Whose.AFTER_OTHER if going_on and before.whose is not Whose.OWN else Whose.OWN
            self.sentence = SentenceScope(
                whose=Whose.OTHER if before.led and before.whose is Whose.OTHER else whose,
                other_year=going_on and before.other_year,
                led=before.led,
                stopped=going_on,
            )
            self._begin_sentence()
        self._enter_brackets(clause.inside)
        # 由5件增至8件: what it was, not what it is.
        turned = {token.type for token in clause.tokens} >= {"FROM", "CHANGE"}
        self.clause = ClauseScope(turned=turned, opening=clause.tokens[0] if clause.tokens else None)
        self.clause.counts = _has_figure(clause)
        if self.clause.counts:
            self.sentence.last = None
        return self.sentence.other_year, self.sentence.whose

    def _enter_brackets(self, inside: bool) -> None:
        """What brackets speak of ends with them."""
        sentence, outside = self.sentence, self.outside
        if inside and outside is None:
            self.outside = _Outside(
                sentence.whose,
                sentence.other_year,
                sentence.partial,
                sentence.including,
                sentence.going_on,
                sentence.last,
                self.paragraph.topic,
                frozenset(sentence.words),
                len(sentence.told),
            )
            sentence.partial |= sentence.going_on == "carried_over"
        elif not inside and outside is not None:
            sentence.whose, sentence.other_year = outside.whose, outside.other_year
            sentence.partial, sentence.including = outside.partial, outside.including
            sentence.going_on, sentence.last = outside.going_on, outside.last
            if self.paragraph.topic is Topic.OTHER:
                self.paragraph.topic = outside.topic
            # What was handed over, or carried on, says the same of the sentence wherever it stands.
            sentence.words = {*outside.words, *sentence.words & {"PARTLY_TRANSFERRED"}}
            self.outside = None

    def end(self, clause: Clause, before: tuple[bool, Whose], *, found: bool, blocked: bool) -> None:
        """End a clause, in which figures of the tables were found, or were kept out."""
        types, sentence = {token.type for token in clause.tokens}, self.sentence
        figure = self.clause.counts
        if types & {"MOVED", "TRANSFERRED"} and before[1] is Whose.OWN:
            # 其中区政府转来4件: the other body is where they came from.
            sentence.whose = Whose.OWN
        blocked = blocked or (sentence.whose is Whose.OTHER and figure)
        passing = "CHANGE" in types or (OTHER_TEXT in types and not types & {*YEARS, "OTHER_TIME"})
        if passing and not blocked and not self.paragraph.heading and not clause.leads:
            # "Compared with last year, …" is over with its clause; "last year the office …, and …" is not.
            sentence.other_year = sentence.other_year and before[0]
            sentence.whose = before[1] if sentence.whose is Whose.OTHER else sentence.whose
        sentence.stopped |= blocked and (sentence.other_year or sentence.whose is Whose.OTHER)
        if figure and not found:
            sentence.going_on = ""
            # Channels, and what is told in brackets or behind 其中, are parts of what is spoken of.
            part = blocked or self.clause.aside or sentence.including or clause.inside
            sentence.astray |= OTHER_TEXT in types and not part
        sentence.listed |= clause.leads
        if clause.breaks:
            sentence.including = False
            if not sentence.listed:
                sentence.words -= {"ABOUT", "DISCLOSE", "CONCERNING"}
            if sentence.whose is Whose.OTHER:
                sentence.whose = Whose.AFTER_OTHER

    def note(self, token: Token) -> None:
        """What a known word says of the sentence."""
        sentence, clause = self.sentence, self.clause
        sentence.words.add(token.type)
        clause.words.add(token.type)
        match token.type:
            case "REQUEST":
                self.paragraph.topic = Topic.REQUESTS
                self.paragraph.words.add("REQUEST")
            case "ABOUT":
                self.paragraph.words.add("ABOUT")
            case "THIS_YEAR" | "THAT_YEAR" if sentence.lent and token is clause.opening:
                sentence.lent = sentence.including = False
                sentence.whose = Whose.OWN
            case "THIS_YEAR":
                sentence.other_year = False
            case "OWN":
                sentence.whose = Whose.OWN
                clause.own_until = token.end
                toward = token.text.startswith(terminals("narrative")["TOWARD"])
                if toward and self.issuer.decides and not clause.has("NONE"):
                    # 向县政府申请的行政复议: those that it decides on.
                    sentence.words.add("JUDGING")
            case "SCOPE":
                sentence.whose = Whose.OWN if self.issuer.is_of_kind(token.text) else Whose.OTHER
            case type if type == SOME_OF_THOSE:
                sentence.partial = True
            case "INCLUDING":
                sentence.including = True
                latest = sentence.told[-1] if sentence.told else None
                if sentence.going_on == "carried_over" and latest is not None and latest.included:
                    sentence.part_of = latest.value
            case type if type in _HANDLING and sentence.parts and not self.paragraph.named:
                # 行政复议案件受理68件: those that came to it.
                sentence.words.add("JUDGING")
            case type if type in PARTS:
                if clause.has(*_HANDLING):
                    sentence.words.add("JUDGING")
                part = Subject("dispute", (type,))
                sentence.parts = (*(one for one in sentence.parts if one != part), part)
            case type if type in DOCUMENTS:
                sentence.document = type
            case type if type in ACTIONS:
                self._note_action(type)

    def turn(self, token: Token) -> bool:
        """What a word says that may speak of something else; whether it is but the office's own name."""
        sentence, clause = self.sentence, self.clause
        for scope in (sentence, clause):
            scope.words.add(token.type)
        match token.type:
            case "OTHER_THING":
                self.paragraph.topic = Topic.OTHER
                # 行政许可事项: what the sentence goes on to decide on.
                tails = terminals("narrative")["TAIL"]
                kinds = [words_of_kind().get(token.text.removesuffix(tail)) for tail in tails]
                self._note_action(next((kind for kind in kinds if kind in ACTIONS), None))
            case "TRANSFERRED" if self._is_beside_new_ones():
                sentence.words.add("PARTLY_TRANSFERRED")
            case "EXAMPLE":
                sentence.whose = Whose.OTHER
            case "OTHER_BODY":
                # 全县各部门 are the county's own, until a figure has been told of all.
                within = self.clause.has("SCOPE") and not self.clause.has(COUNT)
                if not within or sentence.whose is not Whose.OWN:
                    sentence.whose = Whose.OTHER
            case type if type == OTHER_TEXT:
                toward = token.text.startswith(terminals("narrative")["TOWARD"])
                body = token.text.endswith(terminals("narrative")["BODY"])
                part = clause.ends_with_own(token.start) and body and not toward
                own = True if part else self.issuer.is_own(token.text)
                if own is not None:
                    sentence.lent |= not own and sentence.including and sentence.whose is Whose.OWN
                    sentence.whose = Whose.OWN if own else Whose.OTHER
                if token.text.endswith(terminals("narrative")["DISCLOSE"]):
                    sentence.words.add("DISCLOSE")
                return own is True
            case type if type in _OTHER_YEAR and not self._is_compared(type):
                sentence.other_year = True
        return False

    def _is_beside_new_ones(self) -> bool:
        """Whether what another body handed over is told beside what was newly received, not in it."""
        part_of = len(self.sentence.told) if self.outside is None else self.outside.told
        new = (one for one in self.sentence.told if one.rule == "newly_received")
        apart = self.outside is None and not self.clause.has("INCLUDING")
        return apart or any(one.included or one.number >= part_of for one in new)

    def _note_action(self, kind: str | None) -> None:
        self.sentence.action = kind or self.sentence.action

    def _is_compared(self, type: str) -> bool:
        """Whether this year is compared with another: 较上年多收3件."""
        return type != "PLAN" and self.clause.has("CHANGE")

    def remember(self, told: Told) -> None:
        """Keep a figure that later ones may be parts of."""
        self.sentence.keep(told)


def _has_figure(clause: Clause) -> bool:
    return any(
        token.type == COUNT or (token.type == NUMBER and token.text.isascii()) for token in clause.tokens
    )


def turns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token speaks of something else: a year does, unless requests are carried from it or to it."""
    type = tokens[at].type
    return not _is_carried(tokens, at) if type in YEARS else type in TURNING


def _is_carried(tokens: Sequence[Token], at: int) -> bool:
    # 上年度没有结转: NONE may stand between.
    passed = {*SILENT, "AND", "NONE", "HANDLED", "ANSWERED", "PENDING"}
    before = [token.type for token in tokens[max(at - 3, 0) : at] if token.type not in passed]
    behind = [token.type for token in tokens[at + 1 : at + 4] if token.type not in passed]
    if tokens[at].type == "LAST_YEAR" and [token.type for token in tokens[at + 1 : at + 2]] == ["PENDING"]:
        # 2022年未办结的1件
        return True
    return not {"CARRIED", "MOVED"}.isdisjoint((*before[-1:], *behind[:1]))
