"""Explanations: what stands behind a label or around a table, and leaves it what it is or makes it another."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from gov_disclosure.form.folding import fold
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals

# A definition takes so many characters; what is shorter tells a part, a year or a body.
_FEWEST = 10
_LONGEST_NOTHING = 20
_FEES = "PROACTIVE_FEES"
_TRAILING = ")、,.:;。"


def explains(sign: str, folded: str, kinds: Sequence[str]) -> bool:
    """Whether a folded text behind a label of some kinds, and the sign before it, only says what that is."""
    inner = folded.rstrip(_TRAILING)
    words = _words()
    of_money = words.money.fullmatch(inner) is not None
    if any(kind.endswith("_AMOUNT") for kind in kinds):
        return of_money
    if sign == "/":
        return (of_money and _FEES in kinds) or words.unit.fullmatch(inner) is not None
    if of_money and _FEES in kinds:
        return True
    if not inner or words.meaning.match(inner) or words.unit.match(inner):
        return True
    if words.nothing.search(inner) and len(inner) <= _LONGEST_NOTHING:
        return True
    return inner in words.own or (len(inner) >= _FEWEST and not words.narrowing.search(inner))


def explains_beside(folded: str) -> bool:
    """Whether a folded text in a cell beside a label says what that means, its unit or that there is none.

    In a cell of its own even a long text may name a part or a body.
    """
    inner, words = folded.strip(f"({_TRAILING}"), _words()
    known = words.meaning.match(inner) or words.unit.fullmatch(inner) or words.nothing.fullmatch(inner)
    return known is not None or inner in words.own


def narrows(folded: str) -> bool:
    """Whether a folded text beside a label makes another one of it: a part, another year, another body."""
    return _words().narrowing.search(folded) is not None


def unit_behind(folded: str) -> str | None:
    """The unit that stands behind a folded label, and nothing else: 行政事业性收费(单位:万元)."""
    match = _words().unit_behind.search(folded)
    return match[1] if match else None


def names_another(folded: str) -> bool:
    """Whether a folded caption makes its table another year's or body's, or that of a sample."""
    return _words().another.search(folded) is not None


def begins_note(folded: str) -> bool:
    """Whether a folded line begins like a note below a table."""
    return _words().note.match(folded) is not None


class _Words(NamedTuple):
    meaning: re.Pattern[str]
    nothing: re.Pattern[str]
    narrowing: re.Pattern[str]
    unit: re.Pattern[str]
    money: re.Pattern[str]
    unit_behind: re.Pattern[str]
    another: re.Pattern[str]
    note: re.Pattern[str]
    own: frozenset[str]
    """What the form itself explains, and beginnings of that."""


@cache
def _words() -> _Words:
    words = {name: tuple(map(fold, wordings)) for name, wordings in terminals("explanations").items()}
    values = terminals("values")
    unit, money, counts = (
        any_of(those) for those in (words["UNIT"], values["STATED_UNIT"], values["COUNT_UNIT"])
    )
    brackets = (
        word.partition("(")[2] for wordings in terminals("requests").values() for word in map(fold, wordings)
    )
    return _Words(
        meaning=on_demand(any_of(words["MEANING"])),
        nothing=on_demand(any_of(words["NOTHING"])),
        narrowing=on_demand(any_of(words["NARROWING"])),
        unit=on_demand(rf"(?:(?:{unit}):?)?(?:{counts})$"),
        money=on_demand(rf"(?:(?:{unit}):?)?(?:{money})(?:,[^()/]*)?"),
        unit_behind=on_demand(
            rf"[(:/](?:(?:{unit}):?)?({money}|{counts})(?:,[^()/]*)?[{re.escape(_TRAILING)}]*$"
        ),
        another=re.compile(any_of((*words["CAPTION_OF_ANOTHER"], *words["SCALED_UNIT"]))),
        note=re.compile(any_of(words["NOTE_BELOW"])),
        own=frozenset(inner[:end] for inner in brackets for end in range(2, len(inner) + 1)),
    )
