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


def in_markdown(*rows: list[object]) -> str:
    """A table as pandas writes it: above the rows a line of the columns' numbers, and one of dashes."""
    numbers, *below = [f"| {' | '.join(map(str, row))} |" for row in rows]
    return "\n".join([numbers, f"|{'---|' * len(rows[0])}", *below, "\n"])


def last_row(*, above_next: list[object]) -> list[int | None]:
    """The last row of table three, between it and table four only the line that is given."""
    labels = [["项目", "项目", HEAD], *([label, label, numbers] for label, numbers in ROWS.items())]
    three = [[at, *label, *numbers.split(",")] for at, (*label, numbers) in enumerate(labels)]
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    parties = ["行政复议"] * 5 + ["行政诉讼"] * 10
    after = outcomes[:5] + ["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5
    four = [[at, *row] for at, row in enumerate((parties, after, outcomes, range(15)))]
    text = in_markdown(["", *range(9)], *three) + in_markdown(above_next, *four)
    cells = gd.parse(f"三、收到和处理政府信息公开申请情况\n{text}").cells
    return [cell.value for id, cell in cells.items() if id.startswith("requests.carried_forward.")]


def test_the_last_row_of_a_table_is_read_above_the_numbers_of_the_columns_of_the_next():
    assert last_row(above_next=["", *range(15)]) == [4, 0, 0, 2, 0, 0, 6]


@pytest.mark.parametrize("row", [["", *range(7)], ["", *range(14), 15]])
def test_other_numbers_below_the_last_row_may_be_of_one_that_has_lost_its_label(row):
    assert last_row(above_next=row) == [None] * 7
