"""Numbers in sentences: Arabic or Chinese, with 万, 余, 多, 近 or 约, and what their words allow them to be."""

from decimal import Decimal
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final
from unicodedata import numeric

from attrs import frozen

from gov_disclosure.form.brief import Brief
from gov_disclosure.form.vocabulary import any_of, terminals

CHINESE: Final = "〇零一二两三四五六七八九十百千"
"""The characters of a Chinese numeral below 万."""
_SCALES: Final = "万亿"
_PLACES: Final = "十百千"
_MOST_DIGITS: Final = 15


@frozen(repr=False)
class Quantity(Brief):
    """A number as a sentence gives it."""

    value: Decimal
    """As written: 12000 for 1.2万."""
    low: Decimal
    high: Decimal | None
    """The least and the most that its words allow; ``None`` where they set no upper end."""
    unit: str = ""

    @property
    def exact(self) -> bool:
        """Whether the words allow one number alone."""
        return self.low == self.value == self.high

    def allows(self, number: Decimal) -> bool:
        """Whether the words are true of a number."""
        return self.low <= number and (self.high is None or number <= self.high)

    def times(self, factor: Decimal) -> "Quantity":
        """The same in another unit."""
        high = None if self.high is None else self.high * factor
        return Quantity(self.value * factor, self.low * factor, high, self.unit)

    def within(self, margin: Decimal) -> "Quantity":
        """The same, with a margin on both sides."""
        high = None if self.high is None else self.high + margin
        return Quantity(self.value, self.low - margin, high, self.unit)


def is_money(quantity: Quantity) -> bool:
    """Whether an amount of money is stated."""
    return quantity.unit in terminals("values")["MONEY_UNIT"]


def in_ten_thousands(unit: str) -> Decimal:
    """How many 万元 a unit of money is; without a unit it is one, as the form has it."""
    return Decimal(int(numeric(unit[0], 1))) / 10_000 if unit else Decimal(1)


def percentage(digits: str) -> Quantity:
    """A share in per cent: rounded, or cut, at its last digit."""
    value = Decimal(digits)
    return Quantity(value, value - step(value) / 2, value + step(value), "%")


NUMBER_PARTS: Final = ("before", "digits", "more", "scale", "over", "unit", "behind")
"""The groups of :func:`count_pattern`."""


@lru_cache(maxsize=1024)
def quantity(
    before: str | None,
    digits: str,
    more: str | None,
    scale: str | None,
    over: str | None,
    unit: str | None,
    behind: str | None,
) -> Quantity | None:
    """The number of which a pattern has found the parts, or ``None`` for none that anybody writes."""
    digits = digits.replace(",", "")
    if len(digits) > _MOST_DIGITS:
        return None
    value = Decimal(digits) if digits[0] in "0123456789" else _chinese(digits)
    if value is None:
        return None
    words = terminals("narrative")
    factor = int(numeric(scale)) if scale else 1
    low, high = value, value
    round_step = _round_step(value)
    if before in words["AT_LEAST"]:
        return Quantity(value * factor, value * factor, None, unit or "")
    if more or over:
        high = value + round_step
    elif before in words["ABOUT_BEFORE"] or behind:
        low, high = value - round_step, value + round_step
    elif scale or value % 1:
        low, high = value - step(value) / 2, value + step(value)
    return Quantity(value * factor, low * factor, high * factor, unit or "")


def step(value: Decimal) -> Decimal:
    """One in the place of the last digit that is written: 0.1 for 1.2."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _round_step(value: Decimal) -> Decimal:
    """One in the place of the last digit that is not 0: 100 for 300, 10 for 120."""
    digits = value.as_tuple().digits
    zeros = sum(1 for _ in takewhile(lambda digit: not digit, reversed(digits)))
    return step(value).scaleb(zeros if zeros < len(digits) else 0)


def _chinese(numeral: str) -> Decimal | None:
    """三百二十 → 320; 二一 and the like, which may be a list, are ``None``."""
    total, digit = 0, 0
    below = 10_000
    for sign in numeral:
        # 两 is no number to Unicode before its version 15.
        number = int(numeric("二" if sign == "两" else sign))
        if sign in _PLACES:
            if number >= below:
                return None
            below = number
            total += (digit or 1) * number
            digit = 0
        elif digit:
            return None
        else:
            digit = number
    return Decimal(total + digit)


def year_written(digits: str) -> int:
    """2021 for 2021, 21 and 二〇二一."""
    year = int("".join(str(int(numeric("〇" if sign == "○" else sign))) for sign in digits))
    return year if year > 99 else 2000 + year


@cache
def count_pattern() -> str:
    """A pattern for a number with its unit, if any, and the words that make it inexact."""
    words = terminals("narrative")
    more = any_of(words["MORE"])
    return (
        rf"(?P<before>{any_of((*words['ABOUT_BEFORE'], *words['AT_LEAST']))})?"
        rf"(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?|[{CHINESE}]+)"
        rf"(?P<more>{more})?(?P<scale>[{_SCALES}](?!元))?(?P<over>{more})?"
        rf"(?P<unit>{any_of(counting_units())})?(?P<behind>{any_of(words['ABOUT_BEHIND'])})?"
        rf"(?P<bound>{any_of(words['BOUND'])})?"
    )


@cache
def none_counted() -> str:
    """A pattern for 零件 and the like: no such thing by its number."""
    return rf"{CHINESE[1]}(?:{any_of(counting_units())})"


@cache
def figure_pattern() -> str:
    """A pattern that is found wherever a number with a unit, or a share, is; and elsewhere too."""
    more = "".join(terminals("narrative")["MORE"])
    return rf"[0-9](?![0-9年月日.])|%|[0-9{CHINESE}{_SCALES}{more}](?:{any_of(counting_units())})"


def counting_units() -> frozenset[str]:
    """The units that numbers in sentences have."""
    words, values = terminals("narrative"), terminals("values")
    return frozenset({*values["COUNT_UNIT"], *values["MONEY_UNIT"], *words["COUNT_WORD"]} - set(_SCALES))
