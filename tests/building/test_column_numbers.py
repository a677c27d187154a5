"""A row of the numbers of columns, as pandas prints it above the next table, is none that has lost its label."""

import pytest

import gov_disclosure as gd

HEAD = "自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计"
NEW = "一、本年新收政府信息公开申请数量"
ROWS = {
    NEW: "31,12,5,2,7,6,63",
    "二、上年结转政府信息公开申请数量": "3,0,0,4,0,0,7",
    "四、结转下年度继续办理": "4,0,0,2,0,0,6",
}


def read(below: str, first: str = ROWS[NEW]) -> dict[str, list[int | None]]:
    """A label that spans two columns is copied, and the first of the two has no values."""
    rows = [
        f"{at},{label},{label},{numbers}" for at, (label, numbers) in enumerate({**ROWS, NEW: first}.items(), 1)
    ]
    lines = [f"0,项目,项目,{HEAD}", *rows, below, "0,行政复议,行政复议", ""]
    cells = gd.parse("三、收到和处理政府信息公开申请情况\n" + "\n".join(lines)).cells
    keys = ("requests.new_received", "requests.carried_over")
    return {key: [cell.value for id, cell in cells.items() if id.rpartition(".")[0] == key] for key in keys}


@pytest.mark.parametrize("below", [",0,1,2,3,4,5,6,7,8", ",,,4,1,0,2,0,0,7"])
def test_rows_with_numbers_for_each_label_are_those_of_the_labels(below):
    assert list(read(below).values()) == [[31, 12, 5, 2, 7, 6, 63], [3, 0, 0, 4, 0, 0, 7]]


@pytest.mark.parametrize("below", [",,,4,1,0,2,0,0,7", ",0,1,2,3,4,5,6,7,7"])
def test_below_a_label_without_numbers_a_row_without_a_label_makes_all_between_doubtful(below):
    assert list(read(below, first="").values()) == [[None] * 7] * 2
