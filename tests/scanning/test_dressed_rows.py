"""Rows with tags, notes and printed blanks in them: what one cell has costs no other."""

import pytest

import gov_disclosure as gd

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n"
SECOND = TITLE + "二、主动公开政府信息情况\n"
THIRD = TITLE + "三、收到和处理政府信息公开申请情况\n"
HEAD = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
NEXT = ("行政规范性文件", "4", "0", "16")
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
NEW, OVER, TOTAL = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（七）总计"


def bars(*rows: tuple[str, ...]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def tabs(*rows: tuple[str, ...]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def commas(*rows: tuple[str, ...]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


def values(text: str, row: str) -> list[object]:
    return [cell.value for id, cell in gd.parse(text).cells.items() if id.rpartition(".")[0] == row]


@pytest.mark.parametrize("layout", [bars, tabs])
@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (("22（其中修订16件）", "55（含自然失效29件）", "235"), [22, 55, 235]),
        (("3（5）", "4（6）", "9"), [None, None, 9]),
        (("3（5）", "4（6）", "9（10）"), [None, None, None]),
        (("3*", "4*", "9"), [None, None, 9]),
        (("3[1]", "4[2]", "9"), [None, None, 9]),
        (("5①", "4", "9"), [None, 4, 9]),
        (("~~3~~", "4", "9"), [None, 4, 9]),
        (("<s>3</s>4", "<s>5</s>6", "9"), [None, None, 9]),
        (("[DEL]3", "4", "9"), [None, 4, 9]),
        (("$3^{2}$", "4", "9"), [None, 4, 9]),
        (("0/0", "1/1", "9"), [None, None, 9]),
        (("<b>3</b>", "**4**", "$9$"), [3, 4, 9]),
        (("None", "4", "9"), [None, 4, 9]),
        (("nan", "nan", "9"), [None, None, 9]),
        (("", "NULL", "9"), [None, None, 9]),
        # Two numbers side by side in several cells are two rows.
        (("3 5", "4 6", "9"), [None, None, None]),
        (("3<br>5", "4<br>6", "9"), [None, None, None]),
    ],
)
def test_what_one_cell_has_costs_no_other(layout, cells, numbers):
    assert values(SECOND + layout(HEAD, ("规章", *cells), NEXT), "proactive.rules") == numbers


@pytest.mark.parametrize("layout", [bars, tabs])
@pytest.mark.parametrize(
    "label", ["<del>规章</del>", "<s>规章</s>", "~~规章~~", "<strike>规章</strike>", "[DEL]规章", "[OLD]规章"]
)
def test_a_label_that_is_struck_is_none(layout, label):
    text = SECOND + layout(HEAD, (label, "1", "0", "5"), NEXT)
    assert values(text, "proactive.rules") == [None] * 3
    assert values(text, "proactive.normative_documents") == [4, 0, 16]


@pytest.mark.parametrize("label", ["<b>规章</b>", "**规章**", "[bookmark: _GoBack]规章", "规章[TABLE_END]"])
def test_a_label_in_plain_dress_is_one(label):
    assert values(SECOND + bars(HEAD, (label, "1", "0", "5"), NEXT), "proactive.rules") == [1, 0, 5]


def test_the_tags_of_a_word_processor_are_longer_than_any_cell():
    style = "font-family: 宋体; mso-ascii-font-family: Calibri; color: rgb(0, 0, 0); " * 4
    dressed = [tuple(f'<span style="{style}"><span lang="EN-US">{cell}</span></span>' for cell in row)
               for row in (HEAD, ("规章", "1", "0", "5"), NEXT)]  # fmt: skip
    for layout in (bars, tabs):
        assert values(SECOND + layout(*dressed), "proactive.rules") == [1, 0, 5]


@pytest.mark.parametrize("layout", [bars, tabs])
@pytest.mark.parametrize("tag", ["p", "div", "center", "b", "span"])
def test_tags_that_part_lines_part_no_cells_of_a_row(layout, tag):
    rows = [
        (row[0], *(f"<{tag}>{cell}</{tag}>" for cell in row[1:])) for row in (("规章", "1", "0", "5"), NEXT)
    ]
    assert values(SECOND + layout(HEAD, *rows), "proactive.rules") == [1, 0, 5]


def test_tags_around_a_page_with_bars_part_its_lines():
    page = "<p>| 首页 | 登录 |</p><p>柳湾镇2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>无。</p>"
    assert [section.number for section in gd.parse(page).sections] == [1]


@pytest.mark.parametrize("empty", ["None", "nan", "NaN", "NULL", "null", "<NA>", "NA", "undefined", "**None**"])
@pytest.mark.parametrize("layout", [bars, tabs, commas])
def test_what_a_tool_prints_in_place_of_merged_and_empty_cells_breaks_no_row(layout, empty):
    rows = [
        (empty, empty, *APPLICANTS),
        (NEW, empty, "9", "4", empty, empty, empty, "1", "14"),
        (OVER, empty, "2", empty, empty, empty, empty, empty, "2"),
        ("三、本年度办理结果", "（一）予以公开", "6", "4", "0", "0", "0", "1", "11"),
        (empty, "（七）总计", "8", "4", empty, empty, empty, "1", "13"),
        ("四、结转下年度继续办理", empty, "3", "0", "0", "0", "0", "0", "3"),
    ]
    report = gd.parse(THIRD + layout(*rows))
    assert values(THIRD + layout(*rows), "requests.new_received") == [9, 4, None, None, None, 1, 14]
    assert values(THIRD + layout(*rows), "requests.results.total") == [8, 4, None, None, None, 1, 13]
    cell = report.cells["requests.new_received.research_institution"]
    assert (cell.state, cell.raw.strip()) == (gd.State.BLANK, empty)


def test_one_none_among_empty_cells_is_as_empty():
    rows = [
        ("", *APPLICANTS),
        (NEW, "9", "4", "None", "", "", "1", "14"),
        (TOTAL, "8", "4", "", "", "", "1", "13"),
    ]
    assert values(THIRD + bars(*rows), "requests.new_received") == [9, 4, None, None, None, 1, 14]


@pytest.mark.parametrize(
    ("amount", "value", "unit"),
    [("81.25 万元", "81.25", "万元"), ("812500 元", "812500", "元"), ("81.25   万元", "81.25", "万元"), ("81.25", "81.25", None)],
)  # fmt: skip
def test_a_unit_behind_a_space_belongs_to_its_number(amount, value, unit):
    text = (
        "二、主动公开政府信息情况\n第二十条第（九）项\n信息内容 采购项目数量 采购总金额\n"
        f"政府集中采购 7 {amount}\n第二十条第（一）项\n信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n"
        "规章 2 2 31\n规范性文件 8 7 64\n第二十条第（六）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
        "行政强制 1 0 6\n"
    )
    cells = gd.parse(TITLE + text).cells
    assert cells["proactive.procurement.projects"].value == 7
    cell = cells["proactive.procurement.amount"]
    assert (str(cell.value), cell.unit, cell.raw) == (value, unit, amount)


def test_a_number_behind_much_space_is_one():
    text = SECOND + "信息内容\n本年处理决定数量\n行政许可\n" + " " * 500 + "4821\n行政处罚\n3\n"
    assert values(text, "proactive.licensing") == [4821]
