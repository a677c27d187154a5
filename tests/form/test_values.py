"""What a cell's text says."""

from decimal import Decimal

import pytest

from gov_disclosure.form.fields import Kind, State
from gov_disclosure.form.values import number_for, read_value, unit_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0), ("7", 7), ("11398889", 11398889), (" 0", 0), ("　　0", 0), ("\xa0138", 138), ("0\xa0", 0),
        ("１２", 12), ("1,234", 1234), ("１，２３４", 1234), ("12,345,678", 12345678), ("16368(件)", 16368),
        ("16368（件）", 16368), ("3件", 3), ("5 项", 5), ("3.0", 3), ("\u200b4", 4), ("0\n", 0),
        ("\ufeff7\u200d", 7), ("\u2060\u200b12\u2064", 12), ("\u180e5", 5), ("3個", 3), ("5 項", 5), ("2 條", 2),
        ("0 [TABLE_END]", 0), ("[bookmark: _GoBack]7", 7), ("**12**", 12), ("__5__", 5),
    ],
)  # fmt: skip
def test_a_count(text, number):
    assert number_for(read_value(text), Kind.COUNT) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+5", 5), ("-3", -3), ("增98", 98), ("减4", -4), ("增加5", 5), ("减少3", -3), ("+ 43", 43), ("－1942", -1942),
        ("−7", -7), ("–2", -2), ("＋13", 13), ("0", 0), ("591", 591), ("+5项", 5),
    ],
)  # fmt: skip
def test_a_change(text, number):
    assert number_for(read_value(text), Kind.CHANGE) == number


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("190.457379", "190.457379", None), ("18.8710", "18.8710", None), ("43.788万元", "43.788", "万元"),
        ("152790元", "152790", "元"), ("211.509万", "211.509", "万"), ("3,405,820元", "3405820", "元"),
        ("976.81 万元", "976.81", "万元"), ("0", "0", None), ("97.5（万元）", "97.5", "万元"),
        # In the form's own characters, so that units can be compared.
        ("43.788萬元", "43.788", "万元"), ("2億元", "2", "亿元"),
    ],
)  # fmt: skip
def test_an_amount_is_exact_and_keeps_its_unit(text, amount, unit):
    reading = read_value(text)
    value = number_for(reading, Kind.AMOUNT)
    assert isinstance(value, Decimal)
    assert (str(value), reading.unit) == (amount, unit)


@pytest.mark.parametrize("text", ["", " ", "\xa0", "　", "\u200b", "\n"])
def test_blank(text):
    assert read_value(text).state is State.BLANK


@pytest.mark.parametrize(
    "text", ["/", "／", "-", "—", "——", "无", " 无 ", "N/A", "不涉及", "\\", "－", "無", "不適用"]
)
def test_not_applicable(text):
    assert read_value(text).state is State.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("本单位未制作规章", "V501"), ("增", "V501"), ("三", "V501"), ("零", "V501"), ("〇", "V501"), ("O", "V501"),
        ("½", "V501"), ("٣", "V501"), ("四十余", "V501"), ("约5", "V501"), ("5+", "V507"), ("3²", "V507"), ("5①", "V507"),
        ("0/0", "V502"), ("+(0) -(0)", "V502"), ("1 2", "V502"), ("1\n2", "V502"), ("3（共2）", "V502"),
        ("0 0 0", "V502"), ("1,23", "V503"), ("12,34,567", "V503"), ("1.2.3", "V503"), ("2021-01", "V502"),
        ("00", "V503"), (".6", "V503"), ("5,", "V503"), ("012", "V503"), ("9" * 16, "V503"), ("1" * 5000, "V501"),
        # A character that only some font knows may be a digit of its own.
        ("3\ue000", "V507"), ("\ue0003", "V501"), ("\uf8ff", "V501"), ("1\ue0002", "V502"), ("\U000f00003", "V501"),
        # What has no width parts digits as a space does; what turns the direction of writing turns the number.
        ("1\u200b2", "V502"), ("1\ufeff2", "V502"), ("\u202e12", "V501"), ("12\u202c", "V507"), ("1\u00ad2", "V502"),
        ("\u00ad3", "V501"),
        # Digits of other kinds, most of which NFKC would make plain ones.
        ("³", "V501"), ("1₂", "V507"), ("①", "V501"), ("⑫", "V501"), ("⑴", "V501"), ("⒊", "V501"), ("㊂", "V501"),
        ("Ⅲ", "V501"), ("𝟑", "V501"), ("3٣", "V501"), ("१", "V501"), ("二十", "V501"), ("2O", "V501"), ("1l", "V501"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_unreadable(text, problem):
    reading = read_value(text)
    assert (reading.state, reading.problem) == (State.UNREADABLE, problem)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("-3", Kind.COUNT), ("+5", Kind.COUNT), ("1.5", Kind.COUNT), ("3万", Kind.COUNT), ("3元", Kind.COUNT),
        ("1.000", Kind.COUNT), ("1.5", Kind.CHANGE), ("-3", Kind.AMOUNT), ("5件", Kind.AMOUNT), ("5元", Kind.CHANGE),
    ],
)  # fmt: skip
def test_a_number_that_can_not_stand_in_its_column(text, kind):
    assert number_for(read_value(text), kind) is None


def test_the_unit_that_a_label_states():
    assert unit_in("本年收费金额(单位:万元)") == "万元"
    assert unit_in("采购总金额(元)") == "元"
    assert unit_in("采购总金额") is None
