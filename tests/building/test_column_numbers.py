"""A row of the numbers of columns, as pandas prints it above the next table, is none that has lost its label."""

import pytest

import gov_disclosure as gd

HEAD = "自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计"
ROWS = {
    "一、本年新收政府信息公开申请数量": "31,12,5,2,7,6,63",
    "二、上年结转政府信息公开申请数量": "3,0,0,4,0,0,7",
    "四、结转下年度继续办理": "4,0,0,2,0,0,6",
}


def new_received(below: str) -> list[int | None]:
    """A label that spans two columns is copied, and the first of the two has no values."""
    rows = [f"{at},{label},{label},{numbers}" for at, (label, numbers) in enumerate(ROWS.items(), 1)]
    lines = [f"0,项目,项目,{HEAD}", *rows, below, "0,行政复议,行政复议", ""]
    cells = gd.parse("三、收到和处理政府信息公开申请情况\n" + "\n".join(lines)).cells
    return [cell.value for id, cell in cells.items() if id.startswith("requests.new_received.")]


def test_the_numbers_of_columns_are_none_of_a_row():
    assert new_received(",0,1,2,3,4,5,6,7,8") == [31, 12, 5, 2, 7, 6, 63]


@pytest.mark.parametrize("below", [",,,4,1,0,2,0,0,7", ",0,1,2,3,4,5,6,7,7"])
def test_numbers_without_a_label_may_be_those_of_the_row_above(below):
    assert new_received(below) == [None] * 7
