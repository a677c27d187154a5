"""Rows whose digits are printed twice are refused as a whole; ordinary numbers of equal digits are not."""

import random

import pytest

import gov_disclosure as gd
from gov_disclosure.form.fields import State

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n"
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
NEW, TOTAL = "一、本年新收政府信息公开申请数量", "（七）总计"


def bars(*rows):
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def third(*numbers):
    """A report with rows of table three."""
    rows = zip(
        (NEW, "二、上年结转政府信息公开申请数量", TOTAL), (line.split() for line in numbers), strict=False
    )
    head = ["", *APPLICANTS]
    return TITLE + "三、收到和处理政府信息公开申请情况\n" + bars(head, *([label, *row] for label, row in rows))


def second(*numbers):
    """A report with rows of three columns of table two."""
    rows = zip(("规章", "行政规范性文件"), (line.split() for line in numbers), strict=False)
    head = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    return TITLE + "二、主动公开政府信息情况\n" + bars(head, *([label, *row] for label, row in rows))


def values(report, row):
    return [cell.value for id, cell in report.cells.items() if id.rpartition(".")[0] == row]


def doubled(numbers):
    """As bold type comes out: each character twice."""
    return " ".join("".join(character * 2 for character in word) for word in numbers.split())


# Rows as they are; printed twice none may give a number.
ROWS = [
    "705 3 0 0 5 0 713", "36 0 0 0 0 0 36", "710 3 0 0 5 0 718", "31 0 0 0 0 0 31", "0 0 0 0 0 0 0", "1 0 0 0 0 0 1",
    "0 1 0 0 0 0 1", "0 0 0 0 0 9 9", "12 0 0 0 0 0 12", "9 1 0 0 0 0 10", "99 1 0 0 0 0 100", "4 4 0 0 0 0 8",
    "1 2 3 4 5 6 21", "11 22 33 44 55 66 231", "10 20 30 40 50 60 210", "7 0 0 0 0 1 8", "290 1 0 0 3 0 294",
    "142 1 0 0 0 0 143", "111 0 0 0 0 0 111", "5 5 5 5 5 5 30", "1000 0 0 0 0 0 1000", "123456 0 0 0 0 0 123456",
    "8 0 8 0 8 0 24", "6 1 1 1 1 1 11", "2 2 2 2 2 2 12", "9 9 9 9 9 9 54", "13 0 0 0 0 0 13", "100 11 0 0 0 0 111",
    "3 3 3 3 3 3 18", "47 8 9 10 11 12 97",
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_a_row_printed_twice_is_refused_as_a_whole(row):
    report = gd.parse(third(doubled(row)))
    assert values(report, "requests.new_received") == [None] * 7
    assert [issue.code for issue in report.issues if issue.code.startswith("V")] == ["V508"]
    assert {cell.state for cell in report.cells.values() if "new_received" in cell.id} == {State.UNREADABLE}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_printed_once_is_read(row):
    report = gd.parse(third(row, row))
    assert values(report, "requests.new_received") == [int(number) for number in row.split()]


@pytest.mark.parametrize(
    "row",
    [
        "705 3 0 0 5 0 771133", "1 0 0 0 0 11 1122", "10 1 0 0 0 0 1111", "36 0 0 0 0 0 3366", "4 5 6 7 8 9 3399",
        # Columns printed twice that are not the sums.
        "770055 3 0 0 5 0 713", "1122 0 0 0 0 0 12", "11 22 0 0 0 0 3",
    ],
)  # fmt: skip
def test_a_sum_that_holds_with_the_doubles_taken_away_tells(row):
    assert values(gd.parse(third(row, row)), "requests.new_received") == [None] * 7


@pytest.mark.parametrize(
    "row",
    [
        "22 44 0 0 0 0 66", "11 22 33 0 0 0 66", "11 0 0 0 0 0 11", "0 0 0 0 0 77 77", "3366 0 0 0 0 0 3366",
        "1122 3344 0 0 0 0 4466", "11 11 11 11 11 11 66", "22 0 0 0 0 0 22", "99 11 1 0 0 0 111", "5 0 0 0 0 6 11",
        # Slips of the office, which stand as they are written: check() finds that they don't add up.
        "11 0 0 0 0 0 1", "1 0 0 0 0 0 11", "22 1 0 0 0 0 3", "33 0 0 0 0 0 34", "5 6 0 0 0 0 22",
    ],
)  # fmt: skip
def test_ordinary_numbers_of_equal_digits_are_read(row):
    report = gd.parse(third(row, row))
    assert values(report, "requests.new_received") == [int(number) for number in row.split()]


@pytest.mark.parametrize(
    "row",
    ["11 00 3322", "66 11 3322", "00 00 00", "00 00 77", "11 22 33", "1122 33 44", "11 1122 / ", "22 00 /"],
)
def test_a_row_without_sums_is_refused_where_all_is_doubled(row):
    assert values(gd.parse(second(row, "4 0 16")), "proactive.rules") == [None] * 3


@pytest.mark.parametrize("row", ["22 44 0", "11 0 22", "11 22 3", "33 0 0", "0 0 66", "1122 0 33", "22 44 121"])
def test_a_row_without_sums_is_read_where_one_number_is_not(row):
    assert values(gd.parse(second(row, "4 0 16")), "proactive.rules") == [int(n) for n in row.split()]


def test_beside_a_row_that_tells_one_that_may_be_of_its_kind_is_refused():
    report = gd.parse(third(doubled("705 3 0 0 5 0 713"), "11 11 11 11 11 11 66", "1 2 3 4 5 6 21"))
    assert values(report, "requests.carried_over") == [None] * 7
    assert values(report, "requests.results.total") == [1, 2, 3, 4, 5, 6, 21]
    alone = gd.parse(third("1 2 3 4 5 6 21", "11 11 11 11 11 11 66"))
    assert values(alone, "requests.carried_over") == [11] * 6 + [66]


@pytest.mark.parametrize(
    ("number", "read"),
    [("22", True), ("3366", True), ("669933", True), ("22115544", False), ("551177664455", False)],
)
def test_a_number_that_stands_alone_is_refused_where_its_pairs_are_no_chance(number, read):
    head = TITLE + "二、主动公开政府信息情况\n" + bars(["信息内容", "本年处理决定数量"], ["行政许可", number])
    report = gd.parse(head + bars(["行政处罚", "5"], ["行政强制", "0"]))
    assert report.cells["proactive.licensing.decisions"].value == (int(number) if read else None)
    assert report.cells["proactive.penalties.decisions"].value == 5


def test_the_row_of_table_four_too():
    row = "27 10 9 15 61 3 0 0 0 3 8 0 1 1 10"
    head = (
        TITLE
        + "四、政府信息公开行政复议、行政诉讼情况\n"
        + bars(["行政复议", "行政诉讼"], ["未经复议直接起诉", "复议后起诉"], OUTCOMES * 3)
    )
    once, twice = (gd.parse(head + bars(numbers.split())) for numbers in (row, doubled(row)))
    assert [cell.value for cell in once.cells.values() if "disputes" in cell.id] == list(map(int, row.split()))
    assert {cell.value for cell in twice.cells.values()} == {None}


def test_no_row_printed_twice_gives_a_number():
    rolled = random.Random(7)
    for _ in range(200):
        parts = [rolled.choice((0, 0, 1, 7, 12, 40, 317)) for _ in range(6)]
        row = " ".join(map(str, [*parts, sum(parts)]))
        assert values(gd.parse(third(doubled(row))), "requests.new_received") == [None] * 7, row
