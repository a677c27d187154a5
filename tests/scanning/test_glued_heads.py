"""Labels of columns without a gap between them: they tell the columns, and not their places."""

import pytest

import gov_disclosure as gd
from gov_disclosure.scanning.glued_heads import split_glued_heads
from gov_disclosure.scanning.scanner import scan

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
IDS = ("proactive.rules.issued", "proactive.rules.repealed", "proactive.rules.in_force")
GLUED = "信息内容本年制发件数本年废止件数现行有效件数"


def texts(text: str) -> list[str]:
    return [piece.text for piece in split_glued_heads(scan(text))]


def rules(text: str) -> list[object]:
    """The numbers and empty cells of a row; nothing of one that was not read."""
    cells = gd.parse(TITLE + text).cells
    found = [cells[id] for id in IDS if id in cells]
    return [cell.value for cell in found if cell.state is not gd.State.UNREADABLE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GLUED, ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]),
        ("　信息内容本年收费金额（单位：万元）", ["信息内容", "本年收费金额（单位：万元）"]),
        (
            "| 自然人法人或其他组织总计 |  |",
            ["自然人", "法人或其他组织", "总计", "  "],
        ),
        # Words that are no label, labels of rows, and labels with a gap between them.
        ("信息内容本年制发件数备注", ["信息内容本年制发件数备注"]),
        ("行政处罚行政强制", ["行政处罚行政强制"]),
        ("信息内容 本年制发件数", ["信息内容 本年制发件数"]),
        ("本年制发件数", ["本年制发件数"]),
        # What stands beside them in their row may be another column.
        (f"| {GLUED} | 上年数 |", [f" {GLUED} ", " 上年数 "]),
    ],
)
def test_labels_without_a_gap(text, found):
    assert texts(text) == found


def test_each_label_has_its_place_in_the_text():
    pieces = split_glued_heads(scan(f"| {GLUED} |  |  |  |\n"))
    assert [(piece.line, piece.column, piece.row) for piece in pieces[:3]] == [(1, 3, 0), (1, 7, 0), (1, 13, 0)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (f"{GLUED}\n规章 3 1 25\n行政规范性文件 6 1 32\n规章 3 1 25\n", [3, 1, 25]),
        (f"| {GLUED} |  |  |  |\n|---|---|---|---|\n| 规章 | 3 | 1 | 25 |\n| 行政规范性文件 | 6 | 1 | 32 |\n", [3, 1, 25]),
        (f"{GLUED}\t\t\t\n规章\t3\t\t25\n行政规范性文件\t6\t1\t32\n", [3, None, 25]),
        (f"{GLUED}\n规章\n3\n1\n25\n行政规范性文件\n6\n1\n32\n", [3, 1, 25]),
        # A number too many, one too few.
        (f"| {GLUED} |  |  |  |\n| 规章 | 7 | 3 | 1 | 25 |\n| 行政规范性文件 | 9 | 6 | 1 | 32 |\n", []),
        (f"{GLUED}\n规章 3 25\n行政规范性文件 6 1 32\n行政许可 3\n", []),
        # A column of its own beside them.
        (f"| {GLUED} | 上年数 |  |  |\n| 规章 | 7 | 3 | 1 |  |\n| 行政规范性文件 | 9 | 6 | 1 | |\n", []),
    ],
)  # fmt: skip
def test_rows_below_labels_without_a_gap(text, values):
    assert rules(text) == values
