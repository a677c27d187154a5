"""Rows between bars whose cells hold line ends, line by line between bars."""

import pytest

import gov_disclosure as gd
from gov_disclosure.scanning.pieces import Pieces
from gov_disclosure.scanning.rows_over_lines import join_rows_over_lines
from gov_disclosure.scanning.scanner import scan


def rows(text: str) -> list[list[str]]:
    """The cells of each row, line ends within them as spaces; of what is in no row each by itself."""
    found: dict[int, list[str]] = {}
    for number, piece in enumerate(join_rows_over_lines(Pieces.of(scan(text))).all, 1):
        found.setdefault(piece.row or -number, []).append(" ".join(piece.text.split()))
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("| 行政 |\n| 许可 | 94 |\n", [["行政 许可", "94"]]),
        (
            "| 信息 |\n| 内容 | 本年 |\n| 制发件数 | 现行 |\n| 有效件数 |\n| 规章 | 1 | 2 |\n",
            [["信息 内容", "本年 制发件数", "现行 有效件数"], ["规章", "1", "2"]],
        ),
        # 其他 is a label, but 结果 is none before 尚未.
        ("| 结果 |\n| 纠正 | 其他 |\n| 结果 | 尚未 |\n| 审结 |\n", [["结果 纠正", "其他 结果", "尚未 审结"]]),
        ("| 行政强制 | 4 |\n| 2. |\n| 重复申请 | 7 |\n", [["行政强制", "4"], ["2. 重复申请", "7"]]),
    ],
)
def test_what_only_together_is_a_label_is_one_cell(text, joined):
    assert rows(text) == joined


@pytest.mark.parametrize(
    "text",
    [
        # Labels by themselves, as each of them stands.
        "| 行政许可 |\n| 行政处罚 | 94 |\n",
        # An empty line, or a number, parts them.
        "| 行政 |\n\n| 许可 | 94 |\n",
        "| 行政 | 3 |\n| 许可 | 94 |\n",
        # A cell a line.
        "| 行政 |\n| 许可 |\n| 94 |\n",
        # 其他 is a column, and 结果 may begin one.
        "| 商业 | 其他 |\n| 结果 |\n| 维持 | 1 |\n",
    ],
)
def test_what_may_be_two_cells_stays(text):
    assert [cell.split() for row in rows(text) for cell in row] == [
        piece.text.split() for piece in scan(text)
    ] or (
        # 结果 and 维持 are a label anywhere.
        rows(text) == [["商业", "其他"], ["结果 维持", "1"]]
    )


def test_a_report_so_torn_is_read():
    lines = [
        "| 第二十条第（五）项 |",
        "| --- |",
        "| 信息 |",
        "| 内容 | 本年处理决定数量 |",
        "| 行政 |",
        "| 许可 | 94 |",
    ]
    report = gd.parse("\n".join(["一、总体情况", "二、主动公开政府信息情况", *lines]))
    assert report.cells["proactive.licensing.decisions"].value == 94
