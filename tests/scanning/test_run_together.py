"""Rows whose cells ran together are parted only where one way alone is possible."""

import pytest

import gov_disclosure as gd
from gov_disclosure.scanning.sums import parted

TABLES = """\
二、主动公开政府信息情况
第二十条第（一）项
信息内容本年制发件数本年废止件数现行有效件数
规章000
行政规范性文件102
第二十条第（五）项
信息内容本年处理决定数量
行政许可349
第二十条第（六）项
信息内容本年处理决定数量
行政处罚0
行政强制00
第二十条第（八）项
信息内容本年收费金额（单位：万元）
行政事业性收费20.95
三、收到和处理政府信息公开申请情况
自然人法人或其他组织总计
商业企业科研机构社会公益组织法律服务机构其他
一、本年新收政府信息公开申请数量120000012
二、上年结转政府信息公开申请数量0000000
三、本年度办理结果（一）予以公开400000 4
（三）不予公开1.属于国家秘密44
四、结转下年度继续办理1000001
四、政府信息公开行政复议、行政诉讼情况
行政复议行政诉讼
结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉
结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计
000110000000000
"""


def row(report: gd.Report, key: str) -> list[object]:
    return [cell.value for id, cell in report.cells.items() if id.rpartition(".")[0] == key]


def test_zeros_as_many_as_columns_and_digits_with_one_sum_are_parted():
    report = gd.parse(TABLES)
    assert row(report, "proactive.rules") == [0, 0, 0]
    assert row(report, "requests.new_received") == [12, 0, 0, 0, 0, 0, 12]
    assert row(report, "requests.carried_over") == [0] * 7
    assert row(report, "requests.carried_forward") == [1, 0, 0, 0, 0, 0, 1]
    assert row(report, "proactive.licensing") == [349]
    assert str(report.proactive.fees.amount) == "20.95"
    assert report.disputes.reconsideration.pending == report.disputes.reconsideration.total == 1


def test_digits_that_several_ways_part_are_not_reported():
    report = gd.parse(TABLES)
    for key in (
        "proactive.normative_documents",
        "proactive.compulsion",
        "requests.results.denied.state_secret",
    ):
        assert set(row(report, key)) == {None}
        assert {report.cells[id].state for id in report.cells if id.startswith(f"{key}.")} == {
            gd.State.UNREADABLE
        }


@pytest.mark.parametrize(
    ("digits", "columns", "numbers"),
    [
        ("0000000", 7, "0 0 0 0 0 0 0"),
        ("4000004", 7, "4 0 0 0 0 0 4"),
        ("10000010", 7, ""),  # 1 and 0, 10 and 10: no way leaves seven
        ("100000010", 7, "10 0 0 0 0 0 10"),
        ("11000011", 7, ""),
        ("1111116", 7, "1 1 1 1 1 1 6"),
        ("11111111116", 7, ""),
        ("000000", 7, ""),
        ("44", 7, ""),
        ("11235", 3, ""),
        ("000110000000000", 15, "0 0 0 1 1 0 0 0 0 0 0 0 0 0 0"),
    ],
)
def test_one_way_or_none(digits, columns, numbers):
    assert " ".join(parted(digits, columns)) == numbers


def test_a_text_with_one_such_line_stays_as_it_is():
    report = gd.parse("三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量4000004\n")
    assert report.requests.new_received.total is None
