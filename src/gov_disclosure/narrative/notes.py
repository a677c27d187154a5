"""Notes: the clauses of a paragraph with what was spoken of where each stands, for another look at them.

Most clauses say nothing more than what the reader has found in them; what a second look costs is paid only for
paragraphs that may.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from attrs import define, field

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import (
    ACTIONS,
    COUNT,
    DOCUMENTS,
    NUMBER,
    OTHER_TEXT,
    PERCENT,
    Clause,
    Token,
)
from gov_disclosure.narrative.context import Context
from gov_disclosure.narrative.frames import PARTS, verbs_of_frames
from gov_disclosure.narrative.issuers import Issuer, body_names
from gov_disclosure.narrative.quantities import is_money
from gov_disclosure.narrative.scopes import Topic, Whose
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.told import Spans

# What there is a table of.
_NOUNS: Final = frozenset({"REQUEST", "PROACTIVE_FEES", *PARTS, *DOCUMENTS, *ACTIONS})
_SAYING: Final = frozenset({COUNT, NUMBER, PERCENT, "ALL", "NONE"})
# 县局 and a verb.
_SHORTEST_BODY: Final = 3


class Heard(NamedTuple):
    """A clause as it was read, and what was spoken of before it and in it."""

    clause: Clause
    other_year: bool
    after_other: bool
    other_body: bool
    topic: Topic | None
    named: bool
    including: bool

    def may_say_more(self, told: Spans) -> bool:
        """Whether it has figures that statements don't tell, or says something of all, or of none."""
        tokens = self.clause.tokens
        counts = [token.start for token in tokens if token.quantity and _may_count(token)]
        if counts:
            return not all(told.covers(at) for at in counts)
        if not any(token.type in ("ALL", "NONE") for token in tokens):
            return False
        return not told.meets(tokens[0].start, tokens[-1].end)

    def names_what_is_counted(self) -> bool:
        """Whether it is about requests, or names something else of which there is a table."""
        return self.topic is Topic.REQUESTS or any(token.type in _NOUNS for token in self.clause.tokens)


class Note(NamedTuple):
    """A clause, and what is spoken of where it stands."""

    tokens: Sequence[Token]
    sentence: int
    part: str | None
    """The kind of disputes that it tells of."""
    other_year: bool
    after_other: bool
    """Another body is spoken of before it."""
    other_body: bool
    """Another body is spoken of at its end."""
    topic: Topic | None
    named: bool
    including: bool
    inside: bool
    ends: bool

    @property
    def is_own(self) -> bool:
        """Whether it tells of this office and this year."""
        return not (self.other_year or self.after_other or self.other_body)


@define
class Notes:
    """The clauses of a paragraph, as they are read."""

    heard: list[Heard] = field(factory=list)
    figures: bool = False
    """Some of them have figures, or say something of all or of none."""

    def take(self, clause: Clause, context: Context, before: tuple[bool, Whose]) -> None:
        """Take a note of a clause that has been read, and of the context before it and in it."""
        sentence, paragraph = context.sentence, context.paragraph
        self.figures = self.figures or not context.clause.words.isdisjoint(_SAYING)
        whose, other = sentence.whose, Whose.OTHER
        about = paragraph.topic, paragraph.named, sentence.including
        self.heard.append(Heard(clause, before[0], before[1] is other, whose is other, *about))

    def may_say_more(self, known: Sequence[Statement]) -> bool:
        """Whether the clauses may say more than what is known."""
        if not self.figures:
            return False
        one = any(statement.quantity.value == 1 for statement in known)
        told = Spans(known)
        more = one or any(heard.may_say_more(told) for heard in self.heard)
        return more and (bool(known) or any(heard.names_what_is_counted() for heard in self.heard))

    def noted(self, issuer: Issuer) -> Iterator[Note]:
        """The notes in order, with what earlier clauses of a sentence say of later ones."""
        number, part, elsewhere = 0, None, False
        for heard in self.heard:
            clause = heard.clause
            if not clause.follows:
                number, part, elsewhere = number + 1, None, False
            before = elsewhere
            for token in clause.tokens:
                if token.type == OTHER_TEXT and len(token.text) > _SHORTEST_BODY:
                    elsewhere = elsewhere or _acts(token.text, issuer)
                elif token.type == "OWN":
                    elsewhere = False
            part = _part(clause.tokens, part)
            yield Note(
                *(clause.tokens, number, part, heard.other_year, before or heard.after_other),
                *(elsewhere or heard.other_body, heard.topic, heard.named, heard.including),
                *(clause.inside, clause.breaks),
            )


def _part(tokens: Sequence[Token], before: str | None) -> str | None:
    """The kind of disputes that a clause names, or goes on to tell of."""
    named = [token.type for token in tokens if token.type in PARTS]
    if named:
        return named[-1]
    return None if any(token.type == "REQUEST" for token in tokens) else before


def _acts(text: str, issuer: Issuer) -> bool:
    """Whether another body than the office does something in words that are not known: 县水利局登记."""
    verbs = verbs_of_frames()
    return any(
        issuer.is_own(text[: body.end()]) is False and verbs.match(text, body.end()) is not None
        for body in body_names().finditer(text)
    )


def is_figure(token: Token) -> bool:
    """Whether a token is one: a Chinese numeral without a unit is a part of words (第三方)."""
    if token.type == COUNT and token.quantity:
        # 20个工作日
        return token.quantity.unit in cases() or is_money(token.quantity) or not token.quantity.unit
    return token.type == PERCENT or (token.type == NUMBER and token.text.isascii())


def _may_count(token: Token) -> bool:
    items = token.type == COUNT and token.quantity is not None and token.quantity.unit in _items()
    return items or is_figure(token)


@cache
def _items() -> tuple[str, ...]:
    return terminals("narrative")["SIGN_OF_ITEM_UNIT"]


@cache
def cases() -> tuple[str, ...]:
    """What requests and disputes are counted in."""
    return ("份", *terminals("narrative")["CASE_UNIT"])
