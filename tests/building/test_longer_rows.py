"""Foreign columns beside blank cells: a row with as many values as the form has columns may lack one of its own."""

import pytest
from attrs import evolve

from helpers.edited import Grid, GridCell, Layout, document, numbered, numbers, own

TITLE = "石桥县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
NEW, OVER, LEFT = (
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "四、结转下年度继续办理",
)
ALL = [
    Layout.ALIGNED,
    Layout.SPACES,
    Layout.PIPES,
    Layout.PIPE_CELLS,
    Layout.PIPE_ROWS,
    Layout.TIKA,
    Layout.LINES,
    Layout.LINES_DENSE,
    Layout.HTML,
    Layout.MARKDOWN,
    Layout.BOX,
    Layout.GRID,
]


def with_column(name: str, at: int, blank: int):
    """A column of its own, its numbers in every row, and one of the form's column blank in every other row."""

    def change(grid: Grid) -> Grid:
        rows = []
        for number, row in enumerate(grid.rows):
            cells = list(row)
            valued = any(cell.is_value for cell in cells)
            if valued and number % 2:
                cells[blank] = cells[blank]._replace(text="")
            mark = (
                GridCell(str(90000 + number), is_value=True)
                if valued
                else GridCell(name if number == 0 else "")
            )
            if at < len(cells) and not cells[at].colspan:
                mark = mark if valued else GridCell("", colspan=0)
                if not valued:
                    first = max(place for place in range(at) if cells[place].colspan)
                    cells[first] = cells[first]._replace(colspan=cells[first].colspan + 1)
            rows.append((*cells[:at], mark, *cells[at:]))
        return evolve(grid, rows=tuple(rows))

    return change


@pytest.mark.parametrize("layout", ALL)
@pytest.mark.parametrize("name", ["核对", "合计", "其中：本级", ""])
@pytest.mark.parametrize(("at", "blank"), [(10, 3), (10, 9), (10, 5)])
def test_a_number_of_a_foreign_column_is_none_of_the_forms(layout, name, at, blank):
    read = numbers(document(numbered(), layout, with_column(name, at, blank), "requests"))
    assert read.items() <= own(numbered()).items()


def page(*rows: str) -> str:
    """Table three between spaces, each row as it stands."""
    head = (
        "                                     自然人  法人或其他组织                                        总计\n"
        "                                             商业企业  科研机构  社会公益组织  法律服务机构  其他\n"
    )
    return f"{TITLE}{head}" + "".join(f"{row}\n" for row in rows)


def test_in_columns_a_value_stands_under_its_label():
    whole = f"{NEW}     6       1         2         3             4             5     21     77"
    moved = f"{OVER}             1         2         3             4             5     15     88"
    right = f"{LEFT}               2       0         1         0             0             0     3"
    assert list(numbers(page(whole, moved, right)).values()) == [2, 0, 1, 0, 0, 0, 3]


def test_a_foreign_word_above_a_head_costs_the_rows_below():
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）   申请人情况"
    title, head = (
        TITLE.splitlines()[0],
        "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n",
    )
    rows = f"{NEW} 6 1 2 3 4 5 22\n{OVER} 1 2 3 4 5 6 22\n{LEFT} 1 2 3 4 5 6 22\n"
    assert numbers(f"{title}\n{note}\n{head}{rows}")
    assert numbers(f"{title}\n{note}   核对\n{head}{rows}") == {}


def test_a_line_of_bars_ends_a_row():
    rows = (
        f"{NEW} |\n |\n12 |\n13 |\n14 |\n15 |\n16 |\n70 |\n||||\n554 |\n"
        f"{OVER} |\n31 |\n32 |\n33 |\n34 |\n35 |\n36 |\n201 |\n||||\n"
    )
    assert list(numbers(f"{TITLE}{rows}").values()) in ([], [31, 32, 33, 34, 35, 36, 201])


def test_rows_out_of_their_places_have_no_blanks():
    """A cell is lost among the labels of the rows from the second on: numbers stand beside their columns."""
    head = "| | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 | |\n|-|-|-|-|-|-|-|-|-|-|-|\n"
    rows = (
        f"| {NEW} | | | 1 | 2 | 3 | 4 | 5 | 6 | 21 | |\n"
        "| | （七）总计 | | | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n"
        f"| | {LEFT} | | | | 2 | 3 | 4 | 5 | | 14 |\n"
    )
    read = numbers(f"{TITLE}{head}{rows}", "requests.carried_forward")
    assert read == {}


def test_a_row_with_one_value_too_many_may_lack_another_than_the_0():
    title = "石桥县水利局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
    outcomes = "结果维持 结果纠正 其他结果 尚未审结 总计"
    head = f"行政复议 行政诉讼\n{outcomes} 未经复议直接起诉 复议后起诉\n{outcomes} {outcomes}\n"
    assert numbers(f"{title}{head}0 0 0 0 0 0 0 0 0 0 2 0 2 2 6 12\n") == {}
