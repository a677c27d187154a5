"""Tables that stand in a report twice."""

import gov_disclosure as gd

HEAD = "第二十条第（一）项\n信息内容              本年制发件数  本年废止件数  现行有效件数\n"
OTHERS = "第二十条第（五）项\n信息内容              本年处理决定数量\n行政许可{}\n第二十条第（六）项\n信息内容              本年处理决定数量\n行政处罚{}\n"
EMPTY = f"{HEAD}规章\n行政规范性文件\n{OTHERS.format('', '')}"
FILLED = f"{HEAD}规章                  11            2             14\n行政规范性文件        12            3             15\n"
FILLED += OTHERS.format("              20", "              29")
START = "某某县水务局2022年政府信息公开工作年度报告\n一、总体情况\n照常。\n二、主动公开政府信息情况\n"


def numbers(text: str) -> list[object]:
    cells = gd.parse(START + text).cells.values()
    return [cell.value for cell in cells if cell.value is not None]


def test_of_a_table_without_values_and_one_with_them_nobody_knows_which_is_the_reports():
    assert numbers(FILLED) == [11, 2, 14, 12, 3, 15, 20, 29]
    assert numbers(f"{EMPTY}\n{FILLED}") == numbers(f"{FILLED}\n{EMPTY}") == []


def test_a_label_that_stands_twice_where_a_page_ends_costs_nothing():
    assert numbers(FILLED.replace("规章 ", "规章\n- 1 -\n规章 ", 1)) == [11, 2, 14, 12, 3, 15, 20, 29]
