"""What a cell's text says: a number, nothing, "not applicable", or something that is not a number."""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from attrs import frozen

from gov_disclosure.form.fields import Kind, Number, State
from gov_disclosure.form.folding import narrow, unify, without_escapes, without_signs
from gov_disclosure.form.vocabulary import any_of, terminals

# Longer runs of digits are no count of anything: page furniture, telephone numbers, damage.
_MOST_DIGITS = 15
_DIGITS = re.compile(r"[0-9]+")
# What is left of a number that a line end has cut: ".6", "5,", "1.2.3".
_BROKEN = re.compile(r"[0-9.,]*[0-9][0-9.,]*")
_LONGEST = 200
# Bold, in Markdown.
_BOLD = re.compile(r"(\*\*|__)([^*_]+)\1")


class CellText(NamedTuple):
    """A cell's text, read without regard to its column."""

    state: State
    digits: str = ""
    """The number without sign, unit and separators: "1234", "0.092"."""
    sign: str = ""
    """"+", "-" or nothing, from +, -, 增, 减 and the like."""
    unit: str | None = None
    problem: str = ""
    """The code of the issue, for what is unreadable."""
    counted: int | None = None
    """The number, if it is whole and stands alone, as nearly all do."""


BLANK: Final = CellText(State.BLANK)
_TOO_LONG: Final = CellText(State.UNREADABLE, problem="V501")


def read_value(text: str) -> CellText:
    """Read a cell. Only digits 0 to 9, narrow or full-width, make a number; anything doubtful is unreadable."""
    # What is too long for a cell is not remembered, so that memory is bounded.
    return _TOO_LONG if len(text) > _LONGEST else _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> CellText:
    if text.isdigit() and text.isascii() and len(text) <= _MOST_DIGITS and (text[0] != "0" or text == "0"):
        # As nearly all are.
        return CellText(State.REPORTED, text, "", None, "", int(text))
    plain = unify(narrow(without_escapes(text)))
    if "[" in plain:
        # A mark by itself is no empty cell, and between two digits it parts them.
        plain = unify(narrow(without_signs(text, " "))) or plain
    if bold := _BOLD.fullmatch(plain):
        plain = bold[2].strip()
    if not plain:
        return BLANK
    words = _words()
    if plain in words.not_applicable:
        return CellText(State.NOT_APPLICABLE)
    match = words.number.fullmatch(plain)
    if match is None and _BROKEN.fullmatch(plain):
        return CellText(State.UNREADABLE, problem="V503")
    if match is None:
        return CellText(State.UNREADABLE, problem="V502" if len(_DIGITS.findall(plain)) > 1 else "V501")
    digits = match["digits"].replace(",", "")
    whole = digits.partition(".")[0]
    # "00" and "012" are two cells that ran together, not numbers that anybody writes.
    if len(digits) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return CellText(State.UNREADABLE, problem="V503")
    sign = match["sign"] or ""
    if sign:
        sign = "+" if sign in words.increase else "-"
    unit = match["unit"] or match["bracketed"]
    alone = whole == digits and not sign and unit is None
    return CellText(State.REPORTED, digits=digits, sign=sign, unit=unit, counted=int(digits) if alone else None)


def number_for(reading: CellText, kind: Kind) -> Number | None:
    """The number of a reported reading as its column's kind has it, or ``None`` where it can't stand there."""
    if kind is not Kind.AMOUNT and reading.counted is not None:
        return reading.counted
    if kind is Kind.AMOUNT:
        countable = reading.unit in _words().count_units
        return None if reading.sign or countable else Decimal(reading.digits)
    whole, _, fraction = reading.digits.partition(".")
    if fraction.strip("0") or len(fraction) > 2 or reading.unit in _words().money_units:
        return None
    if kind is Kind.CHANGE:
        return -int(whole) if reading.sign == "-" else int(whole)
    return None if reading.sign else int(whole)


def unit_in(label: str) -> str | None:
    """The unit of money that a folded column label states: "本年收费金额(单位:万元)" → 万元."""
    match = _words().stated_unit.search(label)
    return match[0] if match else None


@frozen
class _Words:
    not_applicable: frozenset[str]
    increase: frozenset[str]
    count_units: frozenset[str]
    money_units: frozenset[str]
    number: re.Pattern[str]
    stated_unit: re.Pattern[str]


@cache
def _words() -> _Words:
    words = terminals("values")

    unit = any_of({*words["COUNT_UNIT"], *words["MONEY_UNIT"]})
    return _Words(
        not_applicable=frozenset(words["NOT_APPLICABLE"]),
        increase=frozenset(words["INCREASE"]),
        count_units=frozenset(words["COUNT_UNIT"]),
        money_units=frozenset(words["MONEY_UNIT"]),
        number=re.compile(
            rf"(?P<sign>{any_of({*words['INCREASE'], *words['DECREASE']})})? ?"
            r"(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)"
            rf" ?(?:(?P<unit>{unit})|\( ?(?P<bracketed>{unit}) ?\))?"
        ),
        stated_unit=re.compile(any_of(words["STATED_UNIT"])),
    )
