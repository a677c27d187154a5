"""Numbers in sentences, and what their words allow."""

import re
from decimal import Decimal

import pytest

from gov_disclosure.narrative.quantities import (
    NUMBER_PARTS,
    count_pattern,
    in_ten_thousands,
    percentage,
    quantity,
)


def read(text):
    match = re.fullmatch(count_pattern(), text)
    return match and quantity(*match.group(*NUMBER_PARTS))


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("12件", 12, 12, 12),
        ("1,234件", 1234, 1234, 1234),
        ("十二件", 12, 12, 12),
        ("两件", 2, 2, 2),
        ("一百零五件", 105, 105, 105),
        ("三千二百一十件", 3210, 3210, 3210),
        ("三百余条", 300, 300, 400),
        ("120多件", 120, 120, 130),
        ("近300件", 300, 200, 400),
        ("约60件", 60, 50, 70),
        ("60件左右", 60, 50, 70),
        ("1.2万件", 12000, 11500, 13000),
        ("3万余件", 30000, 30000, 40000),
        ("0件", 0, 0, 0),
    ],
)
def test_a_number_and_what_it_may_be(text, value, low, high):
    found = read(text)
    assert (found.value, found.low, found.high) == (value, low, high)
    assert found.exact == (low == high)


@pytest.mark.parametrize("text", ["超过300件", "不少于300件", "逾300件"])
def test_more_than_a_number_has_no_upper_end(text):
    found = read(text)
    assert found.high is None
    assert [found.allows(Decimal(number)) for number in (299, 300, 10_000)] == [False, True, True]


@pytest.mark.parametrize("text", ["二一件", "一二三件", "十百件", "9" * 16 + "件"])
def test_what_nobody_writes_is_no_number(text):
    assert read(text) is None


def test_a_share_is_rounded_or_cut_at_its_last_digit():
    share = percentage("33.3")
    numbers = [Decimal(100) / 3, Decimal("33.39"), Decimal("33.2"), Decimal("33.5")]
    assert [share.allows(number) for number in numbers] == [True, True, False, False]


@pytest.mark.parametrize(("unit", "factor"), [("元", "0.0001"), ("万元", "1"), ("亿元", "10000"), ("", "1")])
def test_money_is_counted_in_ten_thousands(unit, factor):
    assert in_ten_thousands(unit) == Decimal(factor)
