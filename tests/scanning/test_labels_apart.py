"""Several labels of columns in a cell tell the columns, and not their places; one over several cells spans them."""

import pytest

import gov_disclosure as gd
from gov_disclosure.scanning.labels_apart import set_labels_apart
from gov_disclosure.scanning.pieces import Pieces
from gov_disclosure.scanning.scanner import scan

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
IDS = ("proactive.rules.issued", "proactive.rules.repealed", "proactive.rules.in_force")
GLUED = "信息内容本年制发件数本年废止件数现行有效件数"


def texts(text: str) -> list[str]:
    return [piece.text for piece in set_labels_apart(Pieces.of(scan(text))).all]


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
    pieces = set_labels_apart(Pieces.of(scan(f"| {GLUED} |  |  |  |\n"))).all
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| 四、结转下年度继续办 | 理 |  | 31 |", ["四、结转下年度继续办\n理", "", "  ", " 31 "]),
        ("\t未经\t复议直\t接起诉\t\t", ["", "未经\n复议直\n接起诉", "", "", "", ""]),
        ("<table><tr><td>行政</td><td>许可</td><td>3</td></tr></table>", ["行政\n许可", "", "3"]),
        # Each of them is a label, or none makes one with what stands before it.
        ("| 商业 | 企业 | 3 |", [" 商业 ", " 企业 ", " 3 "]),
        ("| 其他 | 结果 | 3 |", [" 其他 ", " 结果 ", " 3 "]),
        ("| 行政 | 复核 | 3 |", [" 行政 ", " 复核 ", " 3 "]),
        ("| 行政 | 3 | 许可 |", [" 行政 ", " 3 ", " 许可 "]),
        ("| 行政 |\n| 许可 |", [" 行政 ", " 许可 "]),
    ],
)
def test_a_label_over_several_cells(text, found):
    assert texts(text) == found


def test_a_label_over_several_cells_spans_them():
    label, covered, blank, _ = set_labels_apart(Pieces.of(scan("| 四、结转下年度继续办 | 理 |  | 31 |"))).all
    assert [(piece.cell, piece.colspan) for piece in (label, covered, blank)] == [(0, 2), (1, 0), (2, 1)]
    assert (label.start, label.end) == (1, 17)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "| 信息内容 | 本年制 | 发件数 | 本年废止件数 | 现行有效件数 |\n| 规 | 章 | 3 | 1 | 25 |\n| 行政规范 | 性文件 | 6 | 1 | 32 |\n",
            [3, 1, 25],
        ),
        # Below which half of its label a number stands says nothing; a number too many does.
        (
            "| 信息内容 | 本年制 | 发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 3 |  | 1 | 25 |\n",
            [3, 1, 25],
        ),
        ("| 信息内容 | 本年制 | 发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 3 | 7 | 1 | 25 |\n", []),
    ],
)
def test_rows_below_labels_over_several_cells(text, values):
    assert rules(text) == values
