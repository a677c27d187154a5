"""Bars that stand in pairs, as MoinMoin's tables have them."""

import pytest

import gov_disclosure as gd
from gov_disclosure.sources.bars import are_doubled

TABLE = """二、主动公开政府信息情况
||  第二十条第（五）项    ||  第二十条第（五）项  ||  第二十条第（五）项  ||  第二十条第（五）项  ||
||  信息内容              ||  上一年项目数量      ||  本年增/减           ||  处理决定数量        ||
||  行政许可              ||                      ||  5                   ||  /                   ||
||  其他对外管理服务事项  ||  1743                ||  413                 ||                      ||
||  第二十条第（六）项    ||  第二十条第（六）项  ||  第二十条第（六）项  ||  第二十条第（六）项  ||
||  信息内容              ||  上一年项目数量      ||  本年增/减           ||  处理决定数量        ||
||  行政处罚              ||  31201               ||  385                 ||                      ||
||  行政强制              ||  798                 ||  1233                ||  1858                ||
"""


def row(name: str) -> list[tuple[object, str]]:
    cells = gd.parse(TABLE).cells
    return [(cells[id].value, cells[id].state.value) for id in cells if id.startswith(f"proactive.{name}.")]


def test_a_pair_of_bars_parts_two_cells():
    assert row("licensing") == [(None, "blank"), (5, "reported"), (None, "not_applicable")]
    assert row("other_services") == [(1743, "reported"), (413, "reported"), (None, "blank")]


@pytest.mark.parametrize(
    ("text", "are"),
    [
        ("||甲||1||\n" * 4, True),
        ("||甲||||\n" * 4, True),
        ("甲：\n" + "  ||甲||1||\n" * 4, True),
        ("||甲||1||\n" * 3, False),
        ("||甲||1||\n" * 4 + "|乙|1|\n", False),
        ("||甲|1||\n" * 4, False),
        ("||甲||1|\n" * 4, False),
        ("|甲||1||\n" * 4, False),
        ("甲 | 1\n" * 4, False),
    ],
)
def test_bars_are_doubled_where_all_are(text, are):
    assert are_doubled(text) is are
