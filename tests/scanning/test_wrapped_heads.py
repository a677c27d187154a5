"""The head of table four, each label wrapped in its column, line by line."""

from itertools import zip_longest

import pytest

import gov_disclosure as gd

UP, LOW, TOTAL = "结果 结果 其他 尚未", "维持 纠正 结果 审结", "总计"
HEADS = {
    "parts below each other": [UP, f"{TOTAL} {UP} {UP}", f"{LOW} {TOTAL} {TOTAL}", f"{LOW} {LOW}"],
    "totals above": [f"{TOTAL} {TOTAL} {TOTAL}", f"{UP} {UP} {UP}", f"{LOW} {LOW} {LOW}"],
    "totals between": [f"{UP} {UP} {UP}", f"{TOTAL} {TOTAL} {TOTAL}", f"{LOW} {LOW} {LOW}"],
    "totals in their places": [f"{UP} {TOTAL} {UP} {TOTAL} {UP} {TOTAL}", f"{LOW} {LOW} {LOW}"],
    "totals below": [f"{UP} {UP} {UP}", f"{LOW} {LOW} {LOW}", f"{TOTAL} {TOTAL} {TOTAL}"],
    "one part a line": [UP, LOW, TOTAL, UP, LOW, TOTAL, UP, LOW],
}
LONG, REST = "结果维 结果纠 其他结 尚未审", "持 正 果 结"
WRAPPED = (
    ["结果", "维持"],
    ["", "结果", "纠正"],
    ["其", "他", "结", "果"],
    ["", "尚未", "审结"],
    ["", "", TOTAL],
)


def by_columns(*parts) -> list[str]:
    """The lines of columns that are eight characters wide, a Chinese one being two."""
    columns = [column for part in parts for column in part]
    lines = [
        "".join(f"{word}{' ' * (8 - 2 * len(word))}" for word in line)
        for line in zip_longest(*columns, fillvalue="")
    ]
    return [line.rstrip() for line in lines]


HEADS |= {
    "cut elsewhere": [LONG, TOTAL, f"{REST} {LONG} {LONG}", f"{TOTAL} {TOTAL}", f"{REST} {REST}"],
    "by columns": by_columns(WRAPPED, [["", *column] for column in WRAPPED], WRAPPED),
}
OTHERS = {
    "columns in another order": by_columns(WRAPPED, WRAPPED[::-1], WRAPPED),
    "columns that have lost a part": by_columns(WRAPPED, WRAPPED[:-1], WRAPPED),
    "a total is lacking": [f"{UP} {UP} {UP}", f"{LOW} {LOW} {LOW}", f"{TOTAL} {TOTAL}"],
    "another order": [f"{UP} {UP} {UP}", f"{LOW} 纠正 维持 结果 审结 {LOW}", f"{TOTAL} {TOTAL} {TOTAL}"],
    "a foreign column": [f"{UP} {UP} {UP} 撤回", f"{LOW} {LOW} {LOW}", f"{TOTAL} {TOTAL} {TOTAL}"],
    "one half too many": [f"{UP} {UP} {UP} {UP}", f"{LOW} {LOW} {LOW}", f"{TOTAL} {TOTAL} {TOTAL}"],
}
NUMBERS = [1, 0, 0, 2, 3, 5, 0, 7, 0, 12, 1, 0, 0, 0, 1]
REQUESTS = "".join(
    f"{label} 9 4 0 0 0 1 14\n"
    for label in ("一、本年新收政府信息公开申请数量", "（七）总计", "四、结转下年度继续办理")
)


def disputes(head: list[str], numbers: list[int], parties: str = "未经复议直接起诉 复议后起诉") -> list[object]:
    text = (
        "柳湾镇2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        f"自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n{REQUESTS}"
        f"四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n{parties}\n"
    )
    text += "".join(f"{line}\n" for line in head) + " ".join(map(str, numbers)) + "\n"
    return [cell.value for id, cell in gd.parse(text).cells.items() if id.startswith("disputes.")]


@pytest.mark.parametrize("head", HEADS)
def test_its_halves_are_its_labels(head):
    assert disputes(HEADS[head], NUMBERS) == NUMBERS


@pytest.mark.parametrize("head", OTHERS)
def test_any_other_head_tells_nothing(head):
    assert disputes(OTHERS[head], NUMBERS) == [None] * 15


@pytest.mark.parametrize("head", HEADS)
def test_parts_in_another_order_are_not_reported(head):
    assert disputes(HEADS[head], NUMBERS, "复议后起诉 未经复议直接起诉") == [None] * 15
