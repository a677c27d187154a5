"""Units of money in labels: of the column of the fees, and of their row. No number is ever scaled."""

from decimal import Decimal

import pytest

import gov_disclosure as gd

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
WRITTEN = {
    "bars": lambda rows: "".join(f"| {' | '.join(row)} |\n" for row in rows),
    "tabs": lambda rows: "".join("\t".join(row) + "\n" for row in rows),
    "lines": lambda rows: "".join(cell + "\n" for row in rows for cell in row if cell),
    "html": lambda rows: (
        f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"
    ),
}


@pytest.fixture(params=WRITTEN)
def write(request):
    return WRITTEN[request.param]


def fees(write, head: str, row: str, value: str = "43.788") -> tuple[Decimal | None, str | None, set[str]]:
    rows = [["第二十条第（八）项", ""], ["信息内容", head], [row, value]]
    report = gd.parse(TITLE + write(rows))
    cell = report.cells["proactive.fees.amount"]
    return cell.value, cell.unit, {issue.code for issue in report.issues}


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("本年收费金额（单位：万元）", "万元"),
        ("收费金额（单位：万元）", "万元"),
        ("收费金额（万元）", "万元"),
        ("本年收费金额/万元", "万元"),
        ("本年收费总金额（元）", "元"),
        ("收费金额／元", "元"),
        ("金额/元", "元"),
        ("金额（万元）", "万元"),
        ("金额", None),
        ("收费金额", None),
    ],
)
def test_a_column_of_the_fees_and_its_unit(write, head, unit):
    assert fees(write, head, "行政事业性收费")[:2] == (Decimal("43.788"), unit)


@pytest.mark.parametrize(
    ("row", "unit"),
    [
        ("行政事业性收费（万元）", "万元"),
        ("行政事业性收费(单位：万元)", "万元"),
        ("行政事业性收费：万元", "万元"),
        ("行政事业性收费/万元", "万元"),
        ("行政事业性收费（万元，保留四位小数）", "万元"),
        ("行政事业性收费金额（元）", "元"),
        ("行政事业性收费（指依法收取的多元化服务费用）", None),
    ],
)
def test_a_row_of_the_fees_and_its_unit(write, row, unit):
    assert fees(write, "本年收费金额", row)[:2] == (Decimal("43.788"), unit)


@pytest.mark.parametrize(
    "row", ["行政事业性收费（元）", "行政事业性收费：亿元", "行政事业性收费（项）", "行政事业性收费（千元）"]
)
def test_a_row_in_another_unit_than_its_column_is_not_read(write, row):
    value, _, codes = fees(write, "本年收费金额（单位：万元）", row)
    assert value is None
    assert "T421" in codes


def test_what_the_cell_says_is_kept_beside_another_unit(write):
    value, unit, codes = fees(write, "本年收费金额", "行政事业性收费（元）", "43.788万元")
    assert (value, unit) == (Decimal("43.788"), "万元")
    assert "V506" in codes


@pytest.mark.parametrize(
    "head", ["收费金额（千元）", "金额（单位：百元）", "上年收费金额（万元）", "减免金额（万元）", "金额/件"]
)
def test_other_amounts_and_units_that_no_form_uses_are_not_read(write, head):
    assert fees(write, head, "行政事业性收费")[0] is None


def test_money_is_no_unit_of_items(write):
    rows = [["第二十条第（八）项", "", ""], ["信息内容", "上一年项目数量", "本年增/减"]]
    report = gd.parse(TITLE + write([*rows, ["行政事业性收费（万元）", "4", "1"]]))
    assert report.proactive.fees.previous_items is None
    report = gd.parse(TITLE + write([*rows, ["行政事业性收费（项）", "4", "1"]]))
    assert report.proactive.fees.previous_items == 4


def test_only_fees_are_of_money(write):
    rows = [["第二十条第（五）项", ""], ["信息内容", "本年处理决定数量"], ["行政许可（万元）", "43"]]
    assert gd.parse(TITLE + write(rows)).proactive.licensing.decisions is None
