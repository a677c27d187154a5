"""Tabs in pairs, one behind each cell and one before the next, part cells as single ones do."""

import pytest

import gov_disclosure as gd

HEAD = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数"
ROWS = ("规章\t3\t\t31", "行政规范性文件\t/\t2\t11")
BELOW = "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t76\n"
TABLE = "\n".join([HEAD, *ROWS, BELOW])


def numbers(table: str) -> dict[str, object]:
    text = f"一、总体情况\n照常。\n二、主动公开政府信息情况\n第二十条第（一）项\n{table}三、收到和处理政府信息公开申请情况\n"
    return {id: (cell.state, cell.value) for id, cell in gd.parse(text).cells.items()}


def test_pairs_of_tabs_part_cells_as_single_ones_do():
    assert numbers(TABLE.replace("\t", "\t\t")) == numbers(TABLE)
    assert numbers(TABLE)["proactive.rules.in_force"] == (gd.State.REPORTED, 31)


def test_a_place_is_that_in_the_text():
    text = f"二、主动公开政府信息情况\n第二十条第（一）项\n{TABLE}".replace("\t", "\t\t")
    place = gd.parse(text).cells["proactive.rules.in_force"].location
    assert place is not None
    assert text.splitlines()[place.line - 1][place.column - 1 :] == "31"


@pytest.mark.parametrize("single", ["\t3", "\t31"])
def test_where_one_tab_stands_alone_none_are_pairs(single):
    table = TABLE.replace("\t", "\t\t").replace(f"\t{single}", single, 1)
    assert numbers(table)["proactive.rules.in_force"][1] is None
