"""Comparisons: notes behind a number that tell another year's, or how far it is from that.

    310（上年9）        310（同比增长3%）        310（上年9件，较上年增加301件）

They leave the number what it is, if nothing else is said and what they say is possible.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.vocabulary import any_of, terminals

_ALL = Decimal(100)
# Not between two digits: there it parts numbers.
_GAP = on_demand("(?<![0-9]) | (?![0-9])")


def is_comparison(note: str, number: Decimal) -> bool:
    """Whether a note behind a number, as a cell shows it, compares it with another year's and no more."""
    words = _words()
    parts = words.between.split(_GAP.sub("", note))
    return all(
        words.other.fullmatch(part) or _is_change(words.change.fullmatch(part), number) for part in parts
    )


def _is_change(change: re.Match[str] | None, number: Decimal) -> bool:
    """Whether a number can have changed so; what has grown from nothing may be the change itself."""
    if change is None:
        return False
    if change["same"]:
        return True
    amount = Decimal(change["amount"].replace(",", ""))
    if change["percent"]:
        return number > 0 if change["rise"] else amount <= _ALL and (amount == _ALL) == (number == 0)
    return not change["rise"] or amount < number


class _Words(NamedTuple):
    other: re.Pattern[str]
    """Another year's number."""
    change: re.Pattern[str]
    """How far the number is from that."""
    between: re.Pattern[str]
    """What parts two of them."""


@cache
def _words() -> _Words:
    words = terminals("values")
    year, unit = any_of(words["OTHER_YEAR"]), any_of({*words["COUNT_UNIT"], *words["MONEY_UNIT"]})
    amount = r"[0-9]{1,15}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,6})?"
    likened = rf"(?:{any_of(words['AGAINST'])})(?:{year})(?:{any_of(words['LIKENED'])})?"
    rise, fall = any_of((*words["RISE"], *words["INCREASE"])), any_of((*words["FALL"], *words["DECREASE"]))
    moved = rf"(?:(?P<rise>{rise})|{fall})(?P<amount>{amount})(?:(?P<percent>%)|{unit})?"
    inside = "".join(rf"(?<!{word})" for word in words["LIKENED"])
    return _Words(
        other=on_demand(rf"(?:{year})(?:{any_of(words['IS'])}|:)?{amount}(?:{unit})?"),
        change=on_demand(
            rf"(?:{any_of(words['YEAR_ON_YEAR'])}|{likened}),?(?:(?P<same>{any_of(words['UNCHANGED'])})|{moved})"
        ),
        between=on_demand(rf"{inside}[,;、。](?![0-9])"),
    )
