"""Context: what prose is speaking of, from its paragraph down to the clause.

The tables are about this year, this office, and requests for information. A year, a body or a thing that they
do not count turns a sentence away from them; a word for this year or this office turns it back.
"""

from collections.abc import Sequence
from typing import Final

from attrs import define, evolve

from gov_disclosure.prose import OTHER_TEXT, Clause, Token
from gov_disclosure.statements import Head
from gov_disclosure.vocabulary import terminals

SILENT: Final = frozenset({"FILLER", "ABOUT", "THIS_YEAR", "OWN", "SCOPE", "INCLUDING", "IN_TIME", "BECAUSE"})
"""Words that say something of the context, if anything, and nothing to the grammar."""
YEARS: Final = frozenset({"LAST_YEAR", "NEXT_YEAR"})
# From here to the end of the clause a part, a change or a plan is spoken of; or a thing that no table counts.
_ASIDE: Final = frozenset({"PART", "CHANGE", "PLAN", "OTHER_THING", "PUBLISHED", "REVIEWED"})
TURNING: Final = frozenset({*_ASIDE, "OTHER_TIME", "OTHER_BODY", OTHER_TEXT})
"""Words that speak of something else; and those that are not known."""
DOCUMENTS: Final = frozenset({"PROACTIVE_NORMATIVE_DOCUMENTS", "PROACTIVE_RULES"})
_PARTS: Final = frozenset(
    {"RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION"}
)
_VERBS: Final = frozenset({"RECEIVED", "HANDLED", "ANSWERED"})


@define
class Sentence:
    """What a sentence has spoken of so far."""

    rows: tuple[Head, ...] = ()
    """Requests that may be told by applicant."""
    parts: tuple[Head, ...] = ()
    """Reconsideration, litigation."""
    document: str | None = None
    last: int | None = None
    """The number of the statement that a share may be of."""
    came_in: int | None = None
    """The number of its last statement of what came in."""
    including: bool = False
    """It tells the parts of a figure (其中)."""
    time: bool = False
    """Another year is spoken of."""
    body: bool = False
    """Another body is."""
    judging: bool = False
    """Disputes are those that the office decides, not those that it is a party to."""
    dealt: bool = False
    """It says what came in, or was dealt with."""
    reviewed: bool = False
    """Documents are those that were looked through."""
    published: bool = False
    """What is published of the office's own accord is spoken of."""
    partial: bool = False
    """Requests are those of one kind, by another division than the table's."""


class Context:
    """What is spoken of where the reader stands."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.place = _place_of(issuer)
        # Of the paragraph: whether requests are spoken of, which False denies; whether disclosure is.
        self.asked: bool | None = None
        self.heard = False
        self.about = False
        # Of the clause: whether it turned aside, names disclosure, has handled something, gives a reason.
        self.aside = False
        self.named = False
        self.handling = False
        self.because = False
        self.sentence = Sentence()
        self.outside: Sentence | None = None
        """The sentence as it was before the brackets that the reader is in."""

    @property
    def elsewhere(self) -> bool:
        """Whether what is said now is not of the tables."""
        return self.aside or self.sentence.time or self.sentence.body

    def leave(self, heading: bool) -> None:
        """End a paragraph; what a heading names goes on in the next."""
        self.sentence = Sentence()
        self.outside = None
        self.asked = self.asked if heading else None
        self.heard = self.heard and heading
        self.about = self.about and heading

    def pass_over(self, topics: frozenset[str]) -> None:
        """Note what a sentence without figures speaks of."""
        self.asked = True if "REQUEST" in topics else self.asked
        self.heard = self.heard or "REQUEST" in topics
        self.about = self.about or bool(topics)

    def enter(self, clause: Clause) -> tuple[bool, bool]:
        """Begin a clause; what was spoken of before it, of another year and another body."""
        if not clause.follows:
            self.sentence = Sentence(rows=self.sentence.rows)
            self.asked = self.asked or None
        self._enter_brackets(clause.inside)
        self.aside = self.named = self.handling = self.because = False
        if any(token.quantity and token.type != "PERCENT" for token in clause.tokens):
            self.sentence.last = None
        return self.sentence.time, self.sentence.body

    def _enter_brackets(self, inside: bool) -> None:
        """What brackets speak of ends with them."""
        if inside and self.outside is None:
            self.outside = evolve(self.sentence)
        elif not inside and self.outside is not None:
            for name in ("time", "body", "partial", "including"):
                setattr(self.sentence, name, getattr(self.outside, name))
            self.outside = None

    def end(self, clause: Clause, before: tuple[bool, bool], *, blocked: bool) -> None:
        """End a clause; ``blocked`` says that a figure in it was not of the tables."""
        unknown = any(token.type == OTHER_TEXT for token in clause.tokens)
        if unknown and not blocked and not _sets_time(clause):
            # "Compared with last year, …" is over with its clause; "last year the office …, and …" is not.
            self.sentence.time, self.sentence.body = before
        if clause.breaks:
            for name in ("time", "body", "partial", "including"):
                setattr(self.sentence, name, False)

    def note(self, token: Token) -> None:
        """What a known word says of the sentence."""
        sentence = self.sentence
        match token.type:
            case "REQUEST":
                self.asked = self.heard = self.about = self.named = True
            case "ABOUT":
                self.about = self.named = True
            case "THIS_YEAR":
                sentence.time = False
            case "OWN":
                sentence.body = False
            case "SCOPE":
                sentence.body = not self.place.endswith(token.text[1:])
            case "INCLUDING":
                sentence.including = True
                sentence.partial |= any(row.rule == "carried_over" for row in sentence.rows)
            case "BECAUSE":
                self.because = True
            case type if type in _VERBS:
                sentence.dealt = True
                self.handling |= type == "HANDLED"
            case type if type in _PARTS:
                sentence.judging |= self.handling
                part = Head("dispute", (type,))
                sentence.parts = (*(one for one in sentence.parts if one != part), part)
            case type if type in DOCUMENTS:
                sentence.document = type

    def turn(self, token: Token) -> None:
        """What a word says that speaks of something else."""
        sentence = self.sentence
        match token.type:
            case "OTHER_THING":
                self.asked, self.aside = False, True
            case "PUBLISHED":
                self.aside = sentence.published = True
            case "REVIEWED":
                sentence.reviewed = True
            case "OTHER_BODY":
                sentence.body = True
            case type if type == OTHER_TEXT:
                sentence.body |= self._names_another(token.text)
            case type if type in _ASIDE:
                self.aside = True
            case _:
                sentence.time = True

    def _names_another(self, text: str) -> bool:
        """Whether unknown words end with the name of a body that is not the issuer's."""
        named = text.endswith(terminals("narrative")["BODY"])
        return named and bool(self.issuer) and not (self.issuer.endswith(text[-1]) or text[-2:] in self.issuer)


def turns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token speaks of something else: a year does, unless requests are carried from it or to it."""
    type = tokens[at].type
    return not _is_carried(tokens, at) if type in YEARS else type in TURNING


def _is_carried(tokens: Sequence[Token], at: int) -> bool:
    # 上年度没有结转: NONE may stand between.
    passed = {*SILENT, "NONE"}
    before = [token.type for token in tokens[max(at - 3, 0) : at] if token.type not in passed]
    behind = [token.type for token in tokens[at + 1 : at + 4] if token.type not in passed]
    return "CARRIED" in (*before[-1:], *behind[:1])


def _sets_time(clause: Clause) -> bool:
    """Whether a year that a clause names is the one it speaks of, and not one that it compares with."""
    types = {token.type for token in clause.tokens}
    return bool(types & {*YEARS, "OTHER_TIME"}) and "CHANGE" not in types


def _place_of(issuer: str) -> str:
    """The name of the place that an issuer governs, with its kind at the end: 青溪区 for 青溪区人民政府."""
    words = terminals("narrative")["GOVERNMENT"]
    return next((issuer.removesuffix(word) for word in words if issuer.endswith(word)), issuer)
