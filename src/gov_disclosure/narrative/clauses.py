"""Clauses: words and figures between two signs of punctuation, each as those around it make it."""

from itertools import pairwise
from typing import Final

from attrs import define, frozen

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.patterns import words_before_figures
from gov_disclosure.narrative.quantities import Quantity

OTHER_TEXT: Final = "OTHER_TEXT"
"""The type of a token for words that are not known."""
COUNT: Final = "COUNT"
NUMBER: Final = "NUMBER"
PERCENT: Final = "PERCENT"

DOCUMENTS: Final = frozenset({"PROACTIVE_NORMATIVE_DOCUMENTS", "PROACTIVE_RULES"})


@define(eq=False)
class Token:
    """A word, a number, or a stretch of unknown text."""

    type: str
    """A terminal of ``grammar/narrative.lark``, or ``OTHER_TEXT``."""
    text: str
    start: int
    """Offset in its paragraph."""
    end: int
    quantity: Quantity | None = None


_NO_TOKEN: Final = Token("", "", 0, 0)


@frozen
class Clause:
    """The tokens between two signs of punctuation."""

    tokens: list[Token]
    follows: bool
    """Whether it goes on with a sentence, or with what the one before it counted (其中)."""
    breaks: bool
    """Whether a semicolon ends it."""
    inside: bool
    """Whether it stands in brackets."""
    leads: bool
    """Whether a colon ends it."""


def clause(tokens: list[Token], follows: bool, mark: str, inside: bool) -> Clause:
    """A clause that a sign ends."""
    continues = bool(tokens) and tokens[0].type == "INCLUDING"
    return Clause(
        _settled(tokens),
        follows or continues,
        bool(mark) and mark in "；;",
        inside,
        bool(mark) and mark in "：:",
    )


def _refer_back(tokens: list[Token]) -> None:
    """8件中, 8件申请中: what follows are parts of a figure that has been told, or that the clause tells."""
    for at, token in enumerate(tokens):
        too = token.type == OTHER_TEXT and token.text in terminals("narrative")["OF_THOSE_TOO"]
        if token.type == "OF_THOSE" or too:
            counted = at - 1 if at and tokens[at - 1].type == COUNT else at - 2
            noun = counted == at - 1 or tokens[at - 1].type in ("REQUEST", "APPLICATION")
            refers = counted >= 0 and noun and tokens[counted].type == COUNT
            token.type = "INCLUDING" if refers else OTHER_TEXT if too else "FILLER"
            if refers and not any(_tells(before.type) for before in tokens[:counted]):
                for told in tokens[counted:at]:
                    told.type, told.quantity = "FILLER", None


def _tell_of_others(tokens: list[Token]) -> None:
    """18份申请已答复17份: the figure before the noun is that of all, which has been told."""
    counts = [at for at, token in enumerate(tokens) if token.type == COUNT]
    for first, second in pairwise(counts):
        noun, *behind = tokens[first + 1 : second] or [_NO_TOKEN]
        verbs = [token.type for token in behind if token.type != "FILLER"]
        if noun.type in ("REQUEST", "APPLICATION") and len(verbs) == 1 and _tells(verbs[0]):
            tokens[first].type, tokens[first].quantity = "FILLER", None
            noun.type = "FILLER"


def _say_every_way(tokens: list[Token]) -> None:
    """未收到书面、网络等任何形式的申请: the ways are named to say that there is none in any."""
    end = next((at for at, token in enumerate(tokens) if token.type == "EVERY_WAY"), 0)
    start = next((at for at, token in enumerate(tokens[:end]) if token.type == "NONE"), end)
    for token in tokens[start:end]:
        if token.type in ("PART", "WRITTEN", "AND"):
            token.type = "FILLER"


def _tells(type: str) -> bool:
    return type in ("RECEIVED", "ACCEPTED", "HANDLED", "ANSWERED") or type.startswith("REQUESTS_")


def _settled(tokens: list[Token]) -> list[Token]:
    """The tokens of a clause, with what those behind them make of them.

    Numbers are refused whose unit begins a word that is not known; 公开 and the like are words of the tables
    where a figure or a document follows.
    """
    loose, figures = terminals("narrative")["LOOSE_UNIT"], (COUNT, NUMBER)
    _refer_back(tokens)
    _say_every_way(tokens)
    if len([token for token in tokens if token.type == COUNT]) > 1:
        _tell_of_others(tokens)
    for at, token in enumerate(tokens):
        behind = tokens[at + 1] if at + 1 < len(tokens) else _NO_TOKEN
        if token.quantity and token.quantity.unit in loose and behind.type == OTHER_TEXT:
            token.type = OTHER_TEXT
        elif token.type in (OTHER_TEXT, "BARE_OTHER") and (kind := words_before_figures().get(token.text)):
            document = behind.type in DOCUMENTS and kind != "BARE_OTHER"
            figure = behind.type in figures and kind != "RELEASED"
            # 4件公开、1件部分公开
            of_figure = kind == "DISCLOSED" and tokens[at - 1].type == COUNT and behind.type in ("", "AND")
            token.type = kind if document or figure or (at and of_figure) else OTHER_TEXT
    return tokens
