"""A word beside a row's label or its values that the form does not have there makes the row another one."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from helpers.edited import Grid, GridCell, Layout, codes, document, numbered, numbers, own

GRIDS = [
    Layout.HTML,
    Layout.MARKDOWN,
    Layout.GRID,
    Layout.BOX,
    Layout.MEDIAWIKI,
    Layout.LATEX,
    Layout.JSON_ROWS,
]
ROW = "requests.new_received"
LABEL = "一、本年新收政府信息公开申请数量"
STRANGE = [
    "上年",
    "2021年",
    "教育局",
    "千件",
    "其中网上",
    "更正前",
    "小计",
    "预计",
    "全县",
    "甲镇",
    "其中",
    "累计",
    "占比",
]
KNOWN = ["", "（一）", "（）不予公开", "①", "件", "单位：件", "2022年", "本年", "无", "指当年收到的申请", LABEL]


def with_cell(text: str, where: str):
    """The first row of table three with a cell more in the columns of labels, or behind its values."""

    def change(grid: Grid) -> Grid:
        rows = []
        for row in grid.rows:
            word = GridCell(text if row[0].text == LABEL else "")
            if where == "behind":
                row = (*row, word)
            elif row[0].text == LABEL:
                label, values = row[0]._replace(colspan=2), row[3:]
                covered = GridCell("", colspan=0)
                row = (word, label, covered, *values) if where == "before" else (label, covered, word, *values)
            rows.append(row)
        return evolve(grid, rows=tuple(rows))

    return change


@pytest.mark.parametrize("layout", GRIDS)
@pytest.mark.parametrize("where", ["before", "between", "behind"])
@pytest.mark.parametrize("text", STRANGE)
def test_a_word_that_is_not_the_forms_costs_its_row(layout, where, text):
    written = document(numbered(), layout, with_cell(text, where), "requests")
    read = numbers(written)
    assert not [id for id in read if id.startswith(ROW)]
    assert read.items() <= own(numbered()).items()
    assert codes(written) & {"T423", "T425", "T421", "T404", "T410", "T403"}


@pytest.mark.parametrize("layout", [Layout.HTML, Layout.MARKDOWN, Layout.LATEX])
@pytest.mark.parametrize("where", ["before", "between"])
@pytest.mark.parametrize("text", KNOWN)
def test_what_only_says_what_the_row_is_costs_nothing(layout, where, text):
    assert numbers(document(numbered(), layout, with_cell(text, where), "requests")) == own(numbered())


def test_a_word_is_named():
    text = document(numbered(), Layout.HTML, with_cell("其中网上", "between"), "requests")
    (issue,) = [issue for issue in gd.parse(text).issues if issue.code == "T425"]
    assert "其中网上" in issue.message.zh


TITLE = "石桥县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
HEAD = (
    "<tr><td colspan=3><td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计</tr>"
)


def cells(*texts: object) -> str:
    return "".join(f"<td>{text}" for text in texts)


@pytest.mark.parametrize(("upper", "lower"), [("上年", "本年"), ("本级", "部门"), ("教育局", "县政府")])
def test_of_two_rows_that_share_a_label_neither_is_read_for_the_other(upper, lower):
    rows = (
        f"<tr><td colspan=2 rowspan=2>{LABEL}{cells(upper, 31, 32, 33, 34, 35, 36, 201)}</tr>"
        f"<tr>{cells(lower, 11, 12, 13, 14, 15, 16, 81)}</tr>"
    )
    assert numbers(f"{TITLE}<table>{HEAD}{rows}</table>") == {}


def test_a_word_reaches_over_the_rows_that_it_spans():
    rows = (
        f"<tr><td rowspan=2>甲镇<td colspan=2>{LABEL}{cells(31, 32, 33, 34, 35, 36, 201)}</tr>"
        f"<tr><td colspan=2>二、上年结转政府信息公开申请数量{cells(11, 12, 13, 14, 15, 16, 81)}</tr>"
        f"<tr><td colspan=3>四、结转下年度继续办理{cells(1, 2, 3, 4, 5, 6, 21)}</tr>"
    )
    read = numbers(f"{TITLE}<table>{HEAD}{rows}</table>")
    assert list(read.values()) == [1, 2, 3, 4, 5, 6, 21]


@pytest.mark.parametrize("text", ["科室", "备注"])
def test_a_column_that_the_head_names_costs_nothing(text):
    """Only what says that the row is another one does so below any head."""

    def change(word: str):
        def edited(grid: Grid) -> Grid:
            first = next(at for at, row in enumerate(grid.rows) if row[0].text == LABEL)
            return evolve(
                grid,
                rows=tuple(
                    (*row, GridCell(text if at == 0 else word if at == first else ""))
                    for at, row in enumerate(grid.rows)
                ),
            )

        return edited

    for remark in ("股室甲", "较上年减少"):
        assert numbers(document(numbered(), Layout.HTML, change(remark), "requests")) == own(numbered())
    read = numbers(document(numbered(), Layout.HTML, change("上年"), "requests"))
    assert not [id for id in read if id.startswith(ROW)]


@pytest.mark.parametrize("text", ["上年", "2021年", "教育局", "核对", "小计"])
def test_a_word_on_a_line_of_its_own_is_a_cell_of_the_row_before_or_behind(text):
    head = "自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
    first, second = "11\n12\n13\n14\n15\n16\n81\n", "1\n2\n3\n4\n5\n6\n21\n"
    labels = (LABEL, "二、上年结转政府信息公开申请数量")
    assert len(numbers(f"{TITLE}{head}{labels[0]}\n{first}{labels[1]}\n{second}")) == 14
    assert numbers(f"{TITLE}{head}{labels[0]}\n{first}{text}\n{labels[1]}\n{second}") == {}


@pytest.mark.parametrize(("text", "count"), [("2021年", 0), ("2022年", 15), ("上年", 0), ("教育局", 0)])
def test_so_it_is_before_the_figures_of_table_four(text, count):
    outcomes = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
    head = f"行政复议\n行政诉讼\n{outcomes}未经复议直接起诉\n复议后起诉\n{outcomes}{outcomes}"
    values = "83\n99\n22\n25\n229\n85\n57\n37\n62\n241\n36\n84\n13\n59\n192\n"
    title = "石桥县水利局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
    assert len(numbers(f"{title}{head}{text}\n{values}")) == count
