"""Rows parted by spaces, and labels torn around their numbers."""

import pytest

import gov_disclosure as gd
from gov_disclosure.scanning.assembly import assemble_torn_labels
from gov_disclosure.scanning.pieces import Pieces
from gov_disclosure.scanning.scanner import scan

HEAD = "三、收到和处理政府信息公开申请情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
STATE_SECRET = "requests.results.denied.state_secret"


def gathered(text: str) -> list[str]:
    return ["".join(piece.text.split()) for piece in assemble_torn_labels(Pieces.of(scan(text)))]


def row(text: str, key: str) -> list[object]:
    report = gd.parse(HEAD + text)
    return [cell.value for id, cell in report.cells.items() if id.rpartition(".")[0] == key]


def test_words_are_parted_only_where_each_is_a_label_or_a_number():
    rows = "规章 1 2 3\n" * 3
    assert gathered("规章 0 7 12\n" + rows)[:4] == ["规章", "0", "7", "12"]
    assert gathered("信息内容 本年制发件数\n" + rows)[:2] == ["信息内容", "本年制发件数"]
    assert gathered("全区制发 规章 0 7\n" + rows)[0] == "全区制发规章07"
    assert gathered("规章 0 7 余\n" + rows)[0] == "规章07余"
    assert gathered("规章 0 7 件 81.25  万元\n" + rows)[:4] == ["规章", "0", "7件", "81.25万元"]


def test_a_text_without_such_rows_stays_as_it_is():
    text = "规章\n0\n7 12\n来源： 区政府 字体： 大 中 小\n"
    assert [piece.text for piece in assemble_torn_labels(Pieces.of(scan(text)))] == [
        piece.text for piece in scan(text)
    ]


def test_column_labels_are_put_together_from_left_to_right():
    text = "规章 1 2\n规章 3 4\n结 结 其 尚\n果 果 他 未 总\n维 纠 结 审\n持 正 果 结 计\n1 2 3 4 10\n"
    assert gathered(text)[6:11] == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


@pytest.mark.parametrize(
    "text",
    [
        "1.属于国家秘密 3 0 0 0 0 0 3\n",
        "（三 1.属于国 3 0 0 0 0 0 3\n）不 家秘密\n予公开\n",
        "1.属于国\n3 0 0 0 0 0 3\n家秘密\n",
        "1.属于国\n家秘密\n3 0 0 0 0 0 3\n",
        "（三）不\n1.属于国 3 0 0 0 0 0 3\n予公 家秘密\n开\n",
        "三、本年度办理结果 （三） 不予公开 1. 属于国家秘密 3 0 0 0 0 0 3\n",
    ],
)
def test_numbers_beside_between_or_below_the_parts_of_a_label_are_its_row(text):
    before = "一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5\n"
    behind = "2.其他法律行政法规禁止公开 0 1 0 0 0 0 1\n"
    assert row(before + text + behind, STATE_SECRET) == [3, 0, 0, 0, 0, 0, 3]


@pytest.mark.parametrize(
    "text",
    [
        # Numbers wrapped in their cells: 1363 and 3 are 13633.
        "一、本年新收政府信息 1363 9001 9917 1252 1321 9739 6802\n公开申请数量 3 4 2 6\n",
        "1363\n3\n一、本年新收政府信息公开申请数量 1363 9001 9917 1252 1321 9739 6802\n3 4 2 6\n",
        # A blank cell leaves nothing.
        "一、本年新收政府信息公开申请数量 5 5\n",
        # One number too many.
        "一、本年新收政府信息公开申请数量 5 0 0 0 0 0 0 5\n",
    ],
)
def test_a_row_that_may_be_cut_or_spliced_is_not_reported(text):
    behind = "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n"
    assert row(text + behind, "requests.new_received") == [None] * 7


def test_numbers_whose_order_is_uncertain_are_not_reported():
    even = "1.属于国家秘密  3   0   0   0   0   0   3\n2.其他法律行政法规禁止公开  0   0   0   0   0   0   0\n"
    text = even + "3.危及“三安全一稳定”  2 1           0   0   0   0   3\n"
    assert row(text, STATE_SECRET) == [3, 0, 0, 0, 0, 0, 3]
    assert row(text, "requests.results.denied.security_and_stability") == [None] * 7


def test_numbers_between_two_rows_that_have_their_own_cast_doubt_on_both():
    text = "1.属于国家秘密 3 0 0 0 0 0 4\n0 0 1\n2.其他法律行政法规禁止公开 0 1 0 0 0 0 2\n"
    assert row(text, STATE_SECRET) == [None] * 7
    assert row(text, "requests.results.denied.prohibited_by_law") == [None] * 7


def test_the_number_of_a_page_between_rows_that_add_up_costs_nothing():
    text = "1.属于国家秘密 3 0 0 0 0 0 3\n12\n2.其他法律行政法规禁止公开 0 0 0 0 0 0 0\n- 13 -\n"
    text += "四、结转下年度继续办理 0 0 0 0 0 0 0\n"
    assert row(text, STATE_SECRET) == [3, 0, 0, 0, 0, 0, 3]
    assert row(text, "requests.results.denied.prohibited_by_law") == [0] * 7


def test_values_above_their_labels_are_not_taken_for_those_of_the_label_above():
    rows = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"]
    text = "".join(f"{number} 0 0 0 0 0 {number}\n{label}\n" for number, label in enumerate(rows, 1))
    report = gd.parse(HEAD + text)
    assert {cell.value for cell in report.cells.values()} == {None}
    assert "T415" in {issue.code for issue in report.issues}


def test_a_row_without_numbers_does_not_take_those_of_the_next():
    text = "5.要求行政机关确认或重新出具已获取信息\n（六）其他处理 655 0 0 0 0 0 655\n"
    assert row(text, "requests.results.not_processed.confirm_or_reissue") == [None] * 7
    text = "（一）予以公开 （二）部分公开（区分处理的，只计这一情形，不计其他情形） 1 0 0 0 0 0 1\n"
    assert row(text, "requests.results.granted") == [None] * 7


def test_a_whole_table_on_one_line_is_read_word_by_word():
    before = "一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 "
    rows = "".join(
        f"{number}.{label} 0 0 0 0 0 0 0 " for number, label in [(1, "属于国家秘密"), (8, "属于行政查询事项")]
    )
    text = (
        " ".join(HEAD.split())
        + " "
        + "全区情况如下。 " * 30
        + before
        + rows
        + "四、结转下年度继续办理 1 0 0 0 0 0 1 完。"
    )
    report = gd.parse(text)
    assert report.requests.new_received.natural_person == 5
    assert report.requests.carried_forward.total == 1


DISPUTES = "四、政府信息公开行政复议、行政诉讼情况\n"


def test_uneven_numbers_are_read_where_their_sums_allow_no_other_order():
    heads = "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n" + "结果维持 结果纠正 其他结果 尚未审结 总计 " * 3
    values = "27   555  117  472  1171 923      362  438  279  2002 888   330  565  661  2444"
    text = HEAD + "规章 1 2 3\n" * 3 + DISPUTES + heads + "\n{}\n"
    report = gd.parse(text.format(values))
    assert report.disputes.litigation_direct.upheld == 923
    # Side by side within a part, two numbers may have changed places and add up still.
    report = gd.parse(text.format(values.replace("362  438", "362 438")))
    assert report.disputes.litigation_direct.rectified is None


def test_values_behind_torn_labels_of_table_four_are_its_row_where_they_add_up():
    heads = "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果 结果 其他 尚未\n总计\n维持 纠正 结果 审结 结果 结果\n"
    values = "1 0 0 2 3 0 4 0 0 4 0 0 0 0 0"
    text = HEAD + "规章 1 2 3\n" * 3 + DISPUTES + heads + "{}\n"
    assert gd.parse(text.format(values)).disputes.litigation_direct.rectified == 4
    assert gd.parse(text.format(values.replace("2 3", "2 5"))).disputes.litigation_direct.rectified is None
    turned = text.replace("行政复议 行政诉讼", "行政诉讼 行政复议")
    assert gd.parse(turned.format(values)).disputes.reconsideration.upheld is None


@pytest.mark.parametrize("furniture", ["", "- 2 -\n", "- 2 -\n某区2021年政府信息公开工作年度报告\n"])
def test_a_page_may_end_below_the_head_of_table_four(furniture):
    heads = (
        "行政复议 行政诉讼\n结 结 其 尚 未经复议直接起诉 复议后起诉\n果 果 他 未 总 结 结 其 尚 结 结 其 尚\n"
        "维 纠 结 审 计 果 果 他 未 总 果 果 他 未 总\n持 正 果 结 维 纠 结 审 计 维 纠 结 审 计\n持 正 果 结 持 正 果 结\n"
    )
    text = HEAD + "规章 1 2 3\n" * 3 + DISPUTES + heads + furniture + "0 1 0 2 3 0 0 0 0 0 0 0 4 0 4\n"
    report = gd.parse(text)
    assert report.disputes.reconsideration.rectified == 1
    assert report.disputes.litigation_after_reconsideration.other == 4


EVEN = [
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "（七）总计",
    "四、结转下年度继续办理",
]


def spaced(gaps: list[tuple[int, ...]]) -> str:
    lines = []
    for number, (label, own) in enumerate(zip(EVEN, gaps, strict=False)):
        first = 3011 + 100 * number
        behind = (f"{' ' * gap}{first + place}" for place, gap in enumerate(own, 1))
        lines.append(f"{label} {first}{''.join(behind)}\n")
    return "".join(lines)


def test_numbers_whose_gaps_are_those_of_all_rows_stand_in_the_order_of_their_columns():
    gaps = (1, 3, 1, 1, 7, 3)
    for rows in (3, 4):
        found = row(spaced([gaps] * rows), "requests.carried_over")
        assert found == [3111, 3112, 3113, 3114, 3115, 3116, 3117]


@pytest.mark.parametrize(
    "gaps",
    [
        # Too few rows, and one that is not as the others.
        [(1, 3, 1, 1, 7, 3)] * 2,
        [*[(1, 3, 1, 1, 7, 3)] * 3, (3, 1, 1, 1, 7, 3)],
    ],
)
def test_numbers_whose_gaps_differ_from_row_to_row_may_be_set_over_each_other(gaps):
    assert row(spaced(gaps) + "规章 1 2 3\n" * 3, "requests.carried_over") == [None] * 7
