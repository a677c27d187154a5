"""Items: how many matters of a kind an office had, and how that changed, as the form of 2019 asks.

行政许可事项上年为23项，本年度减少1项: what other years and comparisons say is none of the tables'
elsewhere, and here it is what they count.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from attrs import define

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import ACTIONS, COUNT, NUMBER, Token
from gov_disclosure.narrative.notes import Note
from gov_disclosure.narrative.patterns import SIGN_OF, words_of_kind
from gov_disclosure.narrative.quantities import Quantity
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.wordings import Subject

_BARRING: Final = frozenset({"PLAN", "OTHER_TIME", "OTHER_BODY", "NEXT_YEAR", "SHARE", "PART", "DECISION"})


@define
class _Kind:
    """The kind of matters that a sentence is about, and whether it counts these."""

    action: str | None = None
    items: bool = False


def items_in(notes: Sequence[Note]) -> Iterator[Statement]:
    """What clauses say of the items of each kind of decision."""
    kind, sentence = _Kind(), -1
    for note in notes:
        if note.sentence != sentence:
            kind, sentence = _Kind(), note.sentence
        _note(kind, note.tokens)
        if kind.action is not None and kind.items and not (note.after_other or note.other_body):
            yield from _told(kind.action, note.tokens)


def _note(kind: _Kind, tokens: Sequence[Token]) -> None:
    text = "".join(token.text for token in tokens)
    named = [action for token in tokens if (action := _action(token))]
    if named:
        kind.action, kind.items = named[-1], False
    kind.items |= any(word in text for word in _signs("ITEMS"))


def _action(token: Token) -> str | None:
    if token.type in ACTIONS or token.type == "PROACTIVE_FEES":
        return token.type
    if token.type != "OTHER_THING":
        return None
    found = (words_of_kind().get(token.text.removesuffix(tail)) for tail in terminals("narrative")["TAIL"])
    return next((action for action in found if action in ACTIONS), None)


def _told(action: str, tokens: Sequence[Token]) -> Iterator[Statement]:
    types = {token.type for token in tokens}
    figures = [
        token for token in tokens if token.type == COUNT or (token.type == NUMBER and token.text.isascii())
    ]
    if len(figures) != 1 or types & _BARRING:
        return
    figure = figures[0]
    quantity = figure.quantity
    if quantity is None or not quantity.exact or quantity.unit not in ("", *_signs("ITEM_UNIT")):
        return
    before = "".join(token.text for token in tokens if token.end <= figure.start)
    more, fewer = (any(word in before for word in _signs(sign)) for sign in ("MORE", "FEWER"))
    if more or fewer:
        sign = 1 if more else -1
        # 增/减0 is no change, whichever way.
        if more and fewer and quantity.value:
            return
        yield _statement("items_changed", action, tokens, _times(quantity, sign))
    elif "LAST_YEAR" in types and "CHANGE" not in types:
        yield _statement("items_before", action, tokens, quantity)


def _times(quantity: Quantity, sign: int) -> Quantity:
    value = quantity.value * sign if quantity.value else Decimal(0)
    return Quantity(value, value, value, quantity.unit)


def _statement(rule: str, action: str, tokens: Sequence[Token], quantity: Quantity) -> Statement:
    return Statement(
        subjects=(Subject(rule, (action,)),), quantity=quantity, start=tokens[0].start, end=tokens[-1].end
    )


@cache
def _signs(name: str) -> tuple[str, ...]:
    return terminals("narrative")[f"{SIGN_OF}{name}"]
