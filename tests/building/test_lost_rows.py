"""Rows that the loss of a stretch of text may have put together from two, and those that it can't have."""

import pytest

import gov_disclosure as gd

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n"
SECOND, THIRD = "二、主动公开政府信息情况\n", "三、收到和处理政府信息公开申请情况\n"
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
NEW, OVER = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
TOTAL, FORWARD = "（七）总计", "四、结转下年度继续办理"
ROW = ["9", "4", "0", "0", "0", "1", "14"]


def values(text: str, prefix: str) -> list[object]:
    return [cell.value for id, cell in gd.parse(text).cells.items() if id.startswith(f"{prefix}.")]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("lines", "row", "expected"),
    [
        (["第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "4821"], "licensing", [4821]),
        (
            ["第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", " " * 205 + "4821"],
            "licensing",
            [4821],
        ),
        (
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "规章", "1", "0", "5"],
            "rules",
            [1, 0, 5],
        ),
        (
            ["第二十条第（八）项", "信息内容", "本年收费金额（单位：万元）", "行政事业性收费", "12.5"],
            "fees",
            [12.5],
        ),
    ],
)
def test_a_row_that_the_text_ends_with_is_whole(lines, row, expected, between):
    text = TITLE + SECOND + between.join(lines)
    assert list(map(float, values(text, f"proactive.{row}"))) == expected
    assert list(map(float, values(text + "\n", f"proactive.{row}"))) == expected


def test_a_row_that_is_followed_by_a_later_part_is_not():
    text = TITLE + SECOND + "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n4821\n"
    assert values(text + "五、存在的主要问题及改进情况\n无。\n", "proactive.licensing") == [None]
    assert values(text + THIRD + "\n".join(APPLICANTS), "proactive.licensing") == [None]


def test_a_table_with_few_rows_has_lost_no_page():
    few = [[NEW, *ROW], [OVER, *ROW], [TOTAL, *ROW], [FORWARD, *ROW]]
    text = TITLE + THIRD + "\n".join(text for row in [APPLICANTS, *few] for text in row)
    for key in ("new_received", "carried_over", "results.total", "carried_forward"):
        assert values(text, f"requests.{key}") == [9, 4, 0, 0, 0, 1, 14]
