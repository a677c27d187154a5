"""Context: what prose is speaking of, from its paragraph down to the clause.

The tables are about this year, this office, and requests for information. A year, a body or a thing that they
do not count turns a sentence away from them; a word for this year or this office turns it back.
"""

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.state import ClauseState, SentenceState
from gov_disclosure.narrative.statements import Subject
from gov_disclosure.narrative.tokens import OTHER_TEXT, Clause, Token

# Words that a clause keeps in mind, by the attribute of their name.
_NOTED: Final = {kind: kind.lower() for kind in ("BECAUSE", "CONCERNING", "WRITTEN", "IN_TIME", "TAIL")}
SILENT: Final = frozenset({"FILLER", "ABOUT", "THIS_YEAR", "OWN", "SCOPE", "INCLUDING", "FROM", *_NOTED})
"""Words that say something of the context, if anything, and nothing to the grammar."""
YEARS: Final = frozenset({"LAST_YEAR", "NEXT_YEAR"})
# From here to the end of the clause a part, a change or a plan is spoken of; or a thing that no table counts.
_ASIDE: Final = frozenset({"PART", "CHANGE", "UNLESS", "OTHER_THING", "PUBLISHED", "UNRELATED"})
TURNING: Final = frozenset(
    {*_ASIDE, "REVIEWED", "JUDGING", "EXCEPT", "PLAN", "OTHER_TIME", "OTHER_BODY", OTHER_TEXT}
)
"""Words that speak of something else; and those that are not known."""
DOCUMENTS: Final = frozenset({"PROACTIVE_NORMATIVE_DOCUMENTS", "PROACTIVE_RULES"})
_PARTS: Final = frozenset(
    {"RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION"}
)
_VERBS: Final = frozenset({"RECEIVED", "NEWLY_RECEIVED", "ACCEPTED", "HANDLED", "ANSWERED"})
_HANDLING: Final = frozenset({"ACCEPTED", "HANDLED"})


class Context:
    """What is spoken of where the reader stands."""

    def __init__(self, issuer: str) -> None:
        self.issuer: str = issuer
        self.place: str = _place_of(issuer)
        self.asked: bool | None = None
        """Whether requests are spoken of; ``False`` where other things are."""
        self.headed: bool = False
        """Whether a heading says so, in a line of its own or at the start of a sentence."""
        self.counted: bool = False
        """Whether the paragraph has given figures of requests."""
        self.heard: bool = False
        """Whether the paragraph has spoken of requests, whatever else since."""
        self.about: bool = False
        """Whether it has spoken of disclosure."""
        self.decides: bool = any(word in issuer for word in terminals("narrative")["DECIDES"])
        """Whether the office decides on reconsiderations, of whatever matters."""
        self.heading: bool = False
        self.sentence: SentenceState = SentenceState()
        self.clause: ClauseState = ClauseState()
        self.outside: SentenceState | None = None
        """The sentence as it was before the brackets that the reader is in."""

    @property
    def of_one_applicant(self) -> bool:
        """Whether kinds of applicants are told one by one, so that results may be of one's requests."""
        told, total = self.sentence.applicants, self.sentence.total
        if self.sentence.including and len(told) == 1 and total is not None and told[0] < total:
            self.sentence.split = True
        return self.sentence.split

    @property
    def elsewhere(self) -> bool:
        """Whether what is said now is not of the tables."""
        return self.clause.aside or self.sentence.time or self.sentence.body

    def forget(self, *, heading: bool = False) -> None:
        """Begin anew, as a heading does."""
        self.heading = heading
        self.asked, self.heard, self.about = None, False, False
        self.headed = self.counted = False
        self.sentence, self.outside = SentenceState(), None

    def leave(self, *, heading: bool) -> None:
        """End a paragraph; what a heading speaks of goes on in the next."""
        if not heading:
            self.forget()
            return
        self.heading, self.headed, self.counted = False, bool(self.asked), False
        time, body = self.sentence.time, self.sentence.body
        self.sentence, self.outside = SentenceState(time=time, body=body, stopped=time or body, led=body), None

    def pass_over(self, topics: frozenset[str]) -> None:
        """Note what a sentence without figures speaks of."""
        if "HEADING" in topics:
            self.headed = self.counted = "REQUEST" in topics
        self.asked = True if self.headed or self.counted else None
        self.heard = self.heard or "REQUEST" in topics
        self.about = self.about or bool(topics & {"REQUEST", "ABOUT"})
        self.sentence = SentenceState(rows=self.sentence.rows, published="PUBLISHED" in topics)

    def enter(self, clause: Clause) -> tuple[bool, bool]:
        """Begin a clause; what was spoken of before it, of another year and another body."""
        if not clause.follows:
            before, going_on = self.sentence, self.sentence.stopped
            self.sentence = SentenceState(
                rows=before.rows,
                time=going_on and before.time,
                body=before.led and before.body,
                led=before.led,
                after=going_on and (before.body or before.after),
                stopped=going_on,
            )
            self.asked = True if self.headed or self.counted else None
        self._enter_brackets(clause.inside)
        types = {token.type for token in clause.tokens}
        # 由5件增至8件: what it was, not what it is.
        self.clause = ClauseState(aside=types >= {"FROM", "CHANGE"})
        if _has_figure(clause):
            self.sentence.last = None
        return self.sentence.time, self.sentence.body

    def _enter_brackets(self, inside: bool) -> None:
        """What brackets speak of ends with them."""
        if inside and self.outside is None:
            self.outside = evolve(self.sentence)
            self.sentence.partial |= self.sentence.last_rule == "carried_over"
        elif not inside and self.outside is not None:
            for name in ("time", "body", "partial", "including", "last_rule"):
                setattr(self.sentence, name, getattr(self.outside, name))
            self.outside = None

    def end(self, clause: Clause, before: tuple[bool, bool], *, found: bool, blocked: bool) -> None:
        """End a clause, in which figures of the tables were found, or were kept out."""
        types = {token.type for token in clause.tokens}
        figure = _has_figure(clause)
        blocked = blocked or (self.sentence.body and figure)
        passing = "CHANGE" in types or (OTHER_TEXT in types and not types & {*YEARS, "OTHER_TIME"})
        if passing and not blocked and not self.heading and not clause.leads:
            # "Compared with last year, …" is over with its clause; "last year the office …, and …" is not.
            self.sentence.time, self.sentence.body = before
        self.sentence.stopped = self.sentence.stopped or (
            blocked and (self.sentence.time or self.sentence.body)
        )
        if figure and not found:
            self.sentence.last_rule = ""
            # Channels, and what is told in brackets or behind 其中, are parts of what is spoken of.
            part = blocked or self.clause.aside or self.sentence.including or clause.inside
            self.sentence.astray |= OTHER_TEXT in types and not part
        if clause.breaks:
            self.sentence.including = False
            self.sentence.after, self.sentence.body = self.sentence.after or self.sentence.body, False

    def note(self, token: Token) -> None:
        """What a known word says of the sentence."""
        sentence, clause = self.sentence, self.clause
        match token.type:
            case "REQUEST":
                self.asked = self.heard = self.about = clause.named = True
            case "ABOUT":
                self.about = clause.named = sentence.disclosed = True
            case "THIS_YEAR":
                sentence.time = False
            case "OWN":
                sentence.body = sentence.after = False
            case "SCOPE":
                sentence.body = not self.place.endswith(token.text[1:])
                sentence.after = sentence.after and sentence.body
                clause.scoped = True
            case "INCLUDING":
                sentence.including = clause.including = True
                if sentence.last_rule == "carried_over" and sentence.carried_in is not None:
                    sentence.part_of = sentence.carried_in
            case type if type in _NOTED:
                setattr(clause, _NOTED[type], True)
                sentence.concerning |= type == "CONCERNING"
            case type if type in _VERBS:
                sentence.dealt = clause.dealt = True
                clause.handling |= type in _HANDLING
                # 行政复议案件受理68件: those that came to it.
                sentence.judging |= type in _HANDLING and bool(sentence.parts) and not self.about
            case type if type in _PARTS:
                sentence.judging |= clause.handling
                part = Subject("dispute", (type,))
                sentence.parts = (*(one for one in sentence.parts if one != part), part)
            case type if type in DOCUMENTS:
                sentence.document = type

    def turn(self, token: Token) -> bool:
        """What a word says that may speak of something else; whether it is but the office's own name."""
        sentence = self.sentence
        match token.type:
            case "OTHER_THING":
                self.asked, self.clause.aside = False, True
            case "PUBLISHED":
                self.clause.aside = sentence.published = True
            case "REVIEWED":
                sentence.reviewed = True
            case "JUDGING":
                sentence.judging = True
            case "EXCEPT":
                sentence.excepted = True
            case "OTHER_BODY":
                sentence.body = True
            case type if type == OTHER_TEXT:
                own = self._is_own(token.text)
                sentence.body = sentence.body if own is None else not own
                sentence.after = sentence.after and not own
                sentence.disclosed |= token.text.endswith(terminals("narrative")["DISCLOSE"])
                return own is True
            case type if type in _ASIDE:
                self.clause.aside = True
            case _:
                sentence.time = True
        return False

    def _is_own(self, text: str) -> bool | None:
        """Whether unknown words end with the office's name, or with another body's; ``None`` for neither."""
        words = terminals("narrative")
        name_of, name = words["IN_NAME_OF"]
        text = text.removeprefix(name_of).removesuffix(name)
        if not self.issuer or not text.endswith(words["BODY"]):
            return None
        named = tuple(f"{self.place}{word}" for word in ("", *words["GOVERNMENT"]))
        if self.issuer in text or (len(self.place) > 1 and text.endswith(named)):
            return True
        # 市工信局 is short for 河口市工业和信息化局, and 县公安局 for no 青溪县财政局.
        office = next((text.removesuffix(word) for word in words["OFFICE"] if text.endswith(word)), "")
        return self._is_short(text) or bool(office and self._is_short(office))

    def _is_short(self, name: str) -> bool:
        ends = name[-1] in (*self.issuer[-3:], self.place[-1:]) or name.endswith(
            terminals("narrative")["GOVERNMENT"]
        )
        return ends and _is_short_for(name, self.issuer)


def _is_short_for(text: str, name: str) -> bool:
    """Whether all characters of a text stand in a name, in the same order."""
    rest = iter(name)
    return all(character in rest for character in text)


def _has_figure(clause: Clause) -> bool:
    return any(token.quantity and token.type != "PERCENT" for token in clause.tokens)


def turns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token speaks of something else: a year does, unless requests are carried from it or to it."""
    type = tokens[at].type
    return not _is_carried(tokens, at) if type in YEARS else type in TURNING


def _is_carried(tokens: Sequence[Token], at: int) -> bool:
    # 上年度没有结转: NONE may stand between.
    passed = {*SILENT, "NONE", "HANDLED"}
    before = [token.type for token in tokens[max(at - 3, 0) : at] if token.type not in passed]
    behind = [token.type for token in tokens[at + 1 : at + 4] if token.type not in passed]
    return "CARRIED" in (*before[-1:], *behind[:1])


def _place_of(issuer: str) -> str:
    """The name of the place that an issuer governs, with its kind at the end: 青溪区 for 青溪区人民政府."""
    words = terminals("narrative")["GOVERNMENT"]
    return next((issuer.removesuffix(word) for word in words if issuer.endswith(word)), issuer)
