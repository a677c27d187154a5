"""Where a page ends inside a table: what it says of itself, and its bare number."""

import pytest

import gov_disclosure as gd

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n"
SECOND, THIRD = "二、主动公开政府信息情况\n", "三、收到和处理政府信息公开申请情况\n"
FOURTH = "四、政府信息公开行政复议、行政诉讼情况\n"
OUT = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
FOUR = ["行政复议", "行政诉讼", *OUT, "未经复议直接起诉", "复议后起诉", *OUT, *OUT]
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
NEW, FORWARD = "一、本年新收政府信息公开申请数量", "四、结转下年度继续办理"
ROW, LAST = ["9", "4", "0", "0", "0", "1", "14"], ["3", "0", "0", "0", "0", "0", "3"]
TORN = ["3.补正后申请内容仍不", "2", "0", "0", "0", "0", "0", "2"]
UNCLEAR = "requests.results.unavailable.unclear_after_correction"
MARKS = [
    "— 3 —",
    "- 3 -",
    "第 3 页",
    "第3页 共9页",
    "Page 3",
    "P. 3",
    "Page 3 of 9",
    "— 3 —\n\f",
    "\f\n· 3 ·\n",
]


def values(text: str, row: str) -> list[object]:
    return [cell.value for id, cell in gd.parse(text).cells.items() if id.startswith(row)]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("between", ["\n", "\n\n", " "])
def test_a_page_ends_between_the_head_of_table_four_and_its_values(mark, between):
    numbers = [1, 0, 0, 2, 3, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]
    text = TITLE + FOURTH + "\n".join(FOUR) + f"\n{mark}\n" + between.join(map(str, numbers)) + "\n"
    assert values(text, "disputes") == numbers


@pytest.mark.parametrize("mark", MARKS)
def test_a_page_ends_in_table_two_or_three(mark):
    two = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "规章", mark, "1", "0", "5"]
    assert values(TITLE + SECOND + "\n".join(two), "proactive.rules") == [1, 0, 5]
    for at in range(1, 8):
        three = [*APPLICANTS, NEW, *ROW[:at], mark, *ROW[at:], FORWARD, *LAST]
        assert values(TITLE + THIRD + "\n".join(three), "requests.new_received") == [9, 4, 0, 0, 0, 1, 14]


@pytest.mark.parametrize("number", ["3", "12"])
def test_a_bare_number_beside_a_row_is_a_pages_only_where_one_has_ended(number):
    text = TITLE + THIRD + "\n".join([*APPLICANTS, NEW, *ROW, *TORN, number, "明确", FORWARD, *LAST])
    assert values(text, UNCLEAR) == [2, 0, 0, 0, 0, 0, 2]
    assert "T409" in {issue.code for issue in gd.parse(text).issues}
    text = TITLE + THIRD + "\n".join([*APPLICANTS, NEW, *ROW, number, FORWARD, *LAST])
    assert values(text, "requests.new_received") == [None] * 7


@pytest.mark.parametrize(
    "row",
    [
        ["0", "1", "2", "0", "0", "0", "3", "15"],  # 12 may stand on two lines: 0 12 0 0 0 3 15
        ["9", "4", "3", "0", "0", "0", "1", "14"],  # inside of the row nothing is a page's
        ["9", "4", "0", "0", "0", "1", "15", "3"],  # no sum
    ],
)
def test_a_number_too_many_that_may_be_another_is_not(row):
    text = TITLE + THIRD + "\n".join([*APPLICANTS, NEW, *ROW, TORN[0], *row, "明确", FORWARD, *LAST])
    assert values(text, UNCLEAR) == [None] * 7


@pytest.mark.parametrize("mark", [*MARKS, "3", "12"])
def test_a_page_ends_between_the_parts_of_a_label_around_its_values(mark):
    text = TITLE + THIRD + "\n".join([*APPLICANTS, NEW, *ROW, *TORN, mark, "明确", FORWARD, *LAST])
    assert values(text, UNCLEAR) == [2, 0, 0, 0, 0, 0, 2]
    assert values(text, "requests.carried_forward") == [3, 0, 0, 0, 0, 0, 3]


@pytest.mark.parametrize("behind", [["明确", "7"], ["明白"]])
def test_words_that_end_no_label_or_have_values_of_their_own_make_no_row(behind):
    text = TITLE + THIRD + "\n".join([*APPLICANTS, NEW, *ROW, *TORN, *behind, FORWARD, *LAST])
    assert values(text, UNCLEAR) == [None] * 7


@pytest.mark.parametrize("indent", [0, 30, 90])
def test_a_page_mark_is_one_however_far_right_it_stands(indent):
    rows = [f"    {label}    {'    '.join(values)}" for label, values in ((NEW, ROW), (FORWARD, LAST))]
    head = "    ".join(APPLICANTS)
    text = f"{TITLE}{THIRD}{head}\n{rows[0]}\n\n{' ' * indent}- 3 -   \n{rows[1]}\n{rows[1]}\n"
    assert values(text, "requests.new_received") == list(map(int, ROW))
