"""Headings and captions that make a table another year's or body's, and those that do not."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.testing.samples.reshaping import unmerged
from helpers.edited import (
    LAYOUTS,
    Grid,
    GridCell,
    Layout,
    captioned,
    codes,
    document,
    numbered,
    numbers,
    own,
    replaced,
    with_first_row,
)

TITLE = "石桥县水务局2022年政府信息公开工作年度报告\n一、总体情况\n照常。\n"
HEADING = "二、主动公开政府信息情况"
ROWS = (
    ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", "10", "11", "12"),
    ("行政规范性文件", "13", "14", "15"),
)
BARS = "".join(f"| {' | '.join(row)} |\n" for row in ROWS)
TABS = "".join("\t".join(row) + "\n" for row in ROWS)
HTML = "<table>" + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in ROWS) + "</table>\n"


def read(text: str) -> tuple[list[object], set[str]]:
    report = gd.parse(text)
    numbers = [cell.value for cell in report.cells.values() if cell.value is not None]
    return numbers, {issue.code for issue in report.issues}


@pytest.mark.parametrize("table", [BARS, TABS, HTML])
@pytest.mark.parametrize(
    ("heading", "before", "behind"),
    [
        (HEADING, "2021年主动公开情况如下：", ""),
        (HEADING, "下属单位水文站主动公开情况：", ""),
        (HEADING, "（上年数据，供参考）", ""),
        (HEADING, "样表：", ""),
        (HEADING, "以下表格作废，以附件为准", ""),
        (HEADING, "表1 2021年度主动公开政府信息情况统计表", ""),
        (HEADING, "单位：千件", ""),
        ("二、2021年主动公开政府信息情况", "", ""),
        ("二、主动公开政府信息情况（样表）", "", ""),
        (HEADING, "计量单位：万件", ""),
        (HEADING, "附：石桥县教育局2022年数据", ""),
        (HEADING, "历史累计", ""),
        (HEADING, "比上年增减", ""),
        (HEADING, "（预计）", ""),
        (HEADING, "对照：东乡县", ""),
        (HEADING, "本局2022年数据尚未核定，以下为2021年数据。", ""),
        (HEADING, "经与财政部门核对，以下各表数据为全县各部门合计数，不是本局数据，请勿引用", ""),
        (HEADING, "以下两表转自县教育局报告", ""),
        (HEADING, "填报说明：以下为样例数据", ""),
        (HEADING, "（草稿，未经核实）", ""),
        (HEADING, "石桥县教育局2022年度报告", ""),
        (HEADING, "", "注：上表为石桥县教育局数据。"),
        (HEADING, "", "更正：上表“规章”现行有效件数应为5件。"),
        (HEADING, "", "注：以上为2021年数据。"),
        (HEADING, "", "以上数据作废。"),
        (HEADING, "", "注：以上为2021年数据，2022年数据正在统计中。"),
        (HEADING, "", "（注：上表数据为2021年数据）"),
        (HEADING, "", "上表数据有误，请以更正公告为准。"),
        (HEADING, "", "上表数据未经核实，不得引用。"),
        (HEADING, "", "注：以上数据为全县汇总数据，非本单位数据。"),
        (f"{HEADING}（注：本表为2021年数据）", "", ""),
        (HEADING, "变更前：", ""),
        (HEADING, "我局2022年没有制发文件，2021年情况如下：", ""),
    ],
)
def test_a_table_of_another_year_or_body_is_none_of_the_reports(table, heading, before, behind):
    numbers, codes = read(f"{TITLE}{heading}\n{before}\n{table}{behind}\n")
    assert numbers == []
    assert codes & {"T423", "T401"}


@pytest.mark.parametrize("table", [BARS, TABS, HTML])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("2022年主动公开情况如下：", ""),
        ("单位：件", ""),
        ("本机关主动公开情况：", ""),
        ("2022年累计", ""),
        ("图1 主动公开数量变化", ""),
        ("附：石桥县水务局2022年数据", ""),
        ("", "注：上表为本机关数据。"),
        ("本年制发文件较2021年增加3件，主要是今年修订了一批办事规定，并逐件核对了公开目录与栏目设置。", ""),
        ("", "2021年的报告见本机关网站的公开专栏。"),
    ],
)
def test_other_lines_around_a_table_cost_nothing(table, before, behind):
    assert read(f"{TITLE}{HEADING}\n{before}\n{table}\n{behind}\n")[0] == [10, 11, 12, 13, 14, 15]


@pytest.mark.parametrize("table", [TABS, HTML])
def test_a_note_of_the_reports_own_year_costs_nothing(table):
    assert read(f"{TITLE}{HEADING}\n{table}注：数据截至2022年12月31日。\n")[0] == [10, 11, 12, 13, 14, 15]


@pytest.mark.parametrize("corner", ["信息内容（2021年）", "上年信息内容", "2021年", "上年"])
@pytest.mark.parametrize("table", [BARS, TABS, HTML])
def test_a_corner_that_names_another_year_makes_the_table_that_years(table, corner):
    numbers, codes = read(f"{TITLE}{HEADING}\n{table.replace('信息内容', corner)}")
    assert numbers == []
    assert codes & {"T423", "T418"}


# --- In every layout --------------------------------------------------------------------------------------

ARTICLE = "第二十条第（一）项"
FIRST = ("proactive.rules", "proactive.normative_documents")
# Its cells are parted so that table four, and a narrow cell, come apart.
WHOLE = [layout for layout in LAYOUTS if layout is not Layout.PIPE_STACKED]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("edition", "behind"),
    [("2019", "（2021年）"), ("2021", " 2021年"), ("2021", "\n（2021年度）"), ("2021", "（上半年）")],
)
def test_an_item_of_article_20_of_another_year_costs_the_rows_below_it(layout, edition, behind):
    report = numbered(edition)
    text = document(report, layout, replaced(ARTICLE, ARTICLE + behind))
    read = numbers(text)
    assert read.items() <= own(report).items()
    assert not [id for id in read if id.startswith(FIRST)]
    assert codes(text) & {"T423", "T418"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("text", [f"{ARTICLE}（2022年）", f"{ARTICLE}（2022年1-12月）"])
def test_an_item_of_article_20_of_the_reports_year_costs_nothing(layout, text):
    report = numbered()
    assert numbers(document(report, layout, replaced(ARTICLE, text)), "proactive") == own(report, "proactive")


@pytest.mark.parametrize(
    "layout", [Layout.MARKDOWN, Layout.HTML, Layout.PIPES, Layout.GRID, Layout.SIMPLE, Layout.TIKA]
)
def test_an_item_of_a_later_block_costs_that_block_alone(layout):
    text = document(numbered(), layout, replaced("第二十条第（五）项", "第二十条第（五）项（2021年）"))
    read = numbers(text, "proactive")
    assert "proactive.licensing.decisions" not in read
    assert read == {id: value for id, value in own(numbered(), "proactive").items() if "licensing" not in id}


def beside(text: str, rowspan: int):
    """A column before the labels, with a text beside both rows of the first item: once, over both, or twice."""

    def change(grid: Grid) -> Grid:
        first = next(at for at, row in enumerate(grid.rows) if row[0].text in ("规章", "行政规范性文件"))
        cells = {
            first: GridCell(text, rowspan=rowspan),
            first + 1: GridCell("", rowspan=0) if rowspan > 1 else GridCell(text),
        }
        rows = [(cells.get(at, GridCell("")), *row) for at, row in enumerate(grid.rows)]
        return evolve(grid, rows=tuple(rows))

    return change


@pytest.mark.parametrize(
    "layout", [Layout.MARKDOWN, Layout.HTML, Layout.PIPES, Layout.GRID, Layout.BOX, Layout.SIMPLE]
)
@pytest.mark.parametrize("rowspan", [1, 2])
@pytest.mark.parametrize("text", [f"{ARTICLE}（2021年）", "2021年", f"{ARTICLE}（上半年）"])
def test_so_does_one_in_a_column_before_the_labels(layout, rowspan, text):
    read = numbers(document(numbered(), layout, beside(text, rowspan), "proactive"))
    assert not [id for id in read if id.startswith(FIRST)]
    assert read.items() <= own(numbered()).items()


OTHERS = ["全县汇总", "填报单位：石桥县水文站", "2022年1-6月情况"]
OWN = ["填报单位：石桥县水利局", "2022年1-12月"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("table", ["proactive", "requests", "disputes"])
@pytest.mark.parametrize("text", OTHERS)
def test_a_caption_of_another_costs_the_table_that_it_stands_over_or_in(layout, table, text):
    report = numbered()
    for change in (captioned(text), with_first_row(text)):
        read = numbers(document(report, layout, change, table))
        assert read.items() <= own(report).items()
        assert not [id for id in read if id.startswith(table)]


@pytest.mark.parametrize("layout", WHOLE)
@pytest.mark.parametrize("table", ["proactive", "requests", "disputes"])
@pytest.mark.parametrize("text", OWN)
def test_a_caption_of_the_reports_own_costs_nothing(layout, table, text):
    report = numbered()
    for change in (captioned(text), with_first_row(text)):
        assert numbers(document(report, layout, change, table)) == own(report)


@pytest.mark.parametrize("layout", [each for each in LAYOUTS if each is not Layout.PDF])
@pytest.mark.parametrize("table", ["proactive", "requests"])
def test_who_has_filled_a_table_in_may_stand_beside_the_unit(layout, table):
    for name, read in ((f"{numbered().issuer}（盖章）", True), ("石桥县水文站", False)):
        text = document(numbered(), layout, with_first_row(f"填报单位：{name}", "单位：件"), table)
        assert bool(numbers(text, table)) is read


MARKED = {
    Layout.HTML: ('<table border="1">', '<table border="1"><caption>{}</caption>'),
    Layout.MEDIAWIKI: ('{| class="wikitable"', '{{| class="wikitable"\n|+ {}'),
    Layout.LATEX: ("\\begin{tabular}", "\\caption{{{}}}\n\\begin{{tabular}}"),
    Layout.SIMPLE: ("\n\n  -", "\n\n: {}\n\n  -"),
    Layout.MULTILINE: ("\n\n  -", "\n\nTable: {}\n\n  -"),
    Layout.MARKDOWN: ("\n\n|", "\n\n**{}**\n\n|"),
}


@pytest.mark.parametrize("layout", MARKED)
def test_what_a_layout_marks_as_caption_is_one(layout):
    text, report = document(numbered(), layout), numbered()
    mark, instead = MARKED[layout]
    assert mark in text
    for caption in ("表一 乡镇汇总", "某某单位", "2021年", *OTHERS):
        read = numbers(text.replace(mark, instead.format(caption), 1))
        assert not [id for id in read if id.startswith("proactive")], caption
        assert len(read) == len(own(report)) - len(own(report, "proactive"))
    for caption in ("石桥县水利局", "2022年度", *OWN):
        assert numbers(text.replace(mark, instead.format(caption), 1)) == own(report)


def test_a_caption_may_stand_below_its_table():
    for layout, end, instead in (
        (Layout.SIMPLE, "\n三、", "\n: {}\n\n三、"),
        (Layout.LATEX, "\n三、", "\\caption{{{}}}\n三、"),
        (Layout.MULTILINE, "\n三、", "\nTable 1: {}\n\n三、"),
    ):
        text = document(numbered(), layout)
        assert numbers(text.replace(end, instead.format("2021年")), "proactive") == {}
        assert len(numbers(text.replace(end, instead.format("2022年")))) == len(own(numbered()))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("label", "behind", "cost"),
    [
        ("商业企业", "（1-6月）", "requests.new_received.commercial_enterprise"),
        ("本年废止件数", "（上半年）", "proactive.rules.repealed"),
        ("行政处罚", "（2022年1—9月）", "proactive.penalties.decisions"),
        ("（一）予以公开", "（截至6月30日）", "requests.results.granted.total"),
        ("信息内容", "（2022年1—9月）", "proactive.rules.issued"),
        ("结果纠正", "（上半年）", "disputes.reconsideration.rectified"),
    ],
)
def test_a_part_of_the_year_in_a_head_a_label_or_a_corner_is_none_of_the_form(layout, label, behind, cost):
    text = document(numbered(), layout, replaced(label, label + behind))
    read = numbers(text)
    assert read.items() <= own(numbered()).items()
    assert cost not in read
    assert codes(text)


@pytest.mark.parametrize("issuer", ["石桥县统计局", "石桥县数据局"])
def test_a_running_head_with_the_issuers_name_costs_nothing(issuer):
    title = f"{issuer}2022年政府信息公开工作年度报告"
    assert read(f"{title}\n一、总体情况\n照常。\n{HEADING}\n{title}\n{TABS}")[0] == [10, 11, 12, 13, 14, 15]


def test_a_foreign_label_over_values_is_no_caption_of_its_table():
    head = "| 项目 | 事业单位 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n"
    rows = "| 一、本年新收政府信息公开申请数量 | 31 | 32 | 33 | 34 | 35 | 36 | 201 |\n| 二、上年结转政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n"
    report = gd.parse(
        f"某某县水务局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n{head}{rows}"
    )
    row = [cell.value for id, cell in report.cells.items() if id.startswith("requests.new_received.")]
    assert row == [None, 32, 33, 34, 35, 36, 201]
    codes = {issue.code for issue in report.issues}
    assert {"T419", "T420"} <= codes
    assert "T423" not in codes


@pytest.mark.parametrize("layout", [each for each in LAYOUTS if each.keeps_blanks])
@pytest.mark.parametrize("table", ["proactive", "requests", "disputes"])
@pytest.mark.parametrize("text", OTHERS)
def test_a_caption_over_a_head_whose_labels_are_copied_is_as_near_as_any(layout, table, text):
    report = numbered()
    read = numbers(document(report, layout, lambda grid: [*captioned(text)(grid)[:1], unmerged(grid)], table))
    assert read.items() <= own(report).items()
    assert not [id for id in read if id.startswith(table)]


# --- Heads and groups that say another thing than the form's ----------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("text", ["申请人情况（2021年）", "被申请人情况", "申请人情况（上年）"])
def test_a_head_of_another_year_or_of_others_costs_the_rows_below_it(layout, edition, text):
    report = numbered(edition)
    assert numbers(document(report, layout, replaced("申请人情况", text), "requests"), "requests") == {}


# Between the spaces of a PDF a group's label is torn, and parted from the rows that it is of.
UNTORN = [layout for layout in LAYOUTS if layout is not Layout.PDF]


@pytest.mark.parametrize("layout", UNTORN)
@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    ("form", "text", "group"),
    [
        ("三、本年度办理结果", "三、上年度办理结果", "results"),
        ("三、本年度办理结果", "三、本年度未办理结果", "results"),
        ("（三）不予公开", "（三）予以公开", "results.denied"),
        ("（四）无法提供", "（四）可以提供", "results.unavailable"),
        ("（五）不予处理", "（五）予以处理", "results.not_processed"),
    ],
)
def test_a_group_that_says_the_opposite_costs_its_rows(layout, edition, form, text, group):
    report = numbered(edition)
    read = numbers(document(report, layout, replaced(form, text), "requests"), "requests")
    assert read.items() <= own(report, "requests").items()
    assert not [id for id in read if id.startswith(f"requests.{group}.")]
    if layout in (Layout.HTML, Layout.MARKDOWN, Layout.TIKA):
        assert "requests.carried_forward.total" in read


# --- Above a heading --------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "line",
    ["以下为2021年数据", "样表", "全县汇总情况", "石桥县教育局2022年度报告", "填报说明：以下为样例数据。"],
)
def test_a_line_above_a_heading_that_says_so_costs_all_tables_below(layout, line):
    report = numbered()
    text = document(report, layout)
    start = text.index("三、收到和处理")
    begin = text.rfind("\n", 0, start) + 1
    read = numbers(f"{text[:begin]}{line}\n\n{text[begin:]}")
    assert read.items() <= own(report).items()
    assert not [id for id in read if not id.startswith("proactive")]


@pytest.mark.parametrize(
    "line", ["2023年，我局将继续努力。", "2022年数据如下", "数据截至2022年12月31日", "（以下空白）"]
)
def test_other_lines_above_a_heading_cost_nothing(line):
    report = numbered()
    text = document(report, "markdown")
    for heading in ("## 二、", "## 三、"):
        text = text.replace(
            heading, f"{line if heading == '## 二、' or '努力' not in line else ''}\n\n{heading}"
        )
    assert numbers(text) == own(report)


# --- Behind the label of a group --------------------------------------------------------------------------

MORE = ["（2021年）", "（单位：百件）", "（教育局）", "（已作废）", "（%）"]


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout is not Layout.PDF])
@pytest.mark.parametrize("behind", MORE)
@pytest.mark.parametrize(
    ("label", "rows"),
    [
        ("三、本年度办理结果", ("requests.results.granted", "requests.results.denied")),
        ("（三）不予公开", ("requests.results.denied",)),
        ("（五）不予处理", ("requests.results.not_processed",)),
        ("申请人情况", ("requests.",)),
        ("第二十条第（五）项", ("proactive.licensing",)),
    ],
)
def test_what_stands_behind_the_label_of_a_group_and_explains_nothing_costs_its_rows(
    label, rows, behind, layout
):
    report = numbered()
    read = numbers(document(report, layout, replaced(label, label + behind)))
    assert read.items() <= own(report).items()
    assert not [id for id in read if id.startswith(rows)]


@pytest.mark.parametrize("layout", [Layout.MARKDOWN, Layout.LINES, Layout.TIKA])
@pytest.mark.parametrize("behind", ["（2022年）", "（单位：件）", "（以下各项均按答复的件数计算）"])
def test_what_only_explains_the_label_of_a_group_costs_nothing(layout, behind):
    report = numbered()
    text = document(report, layout, replaced("三、本年度办理结果", f"三、本年度办理结果{behind}"))
    assert numbers(text) == own(report)


# --- A row of units ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "layout", [Layout.ALIGNED, Layout.PADDED, Layout.SPACES, Layout.ROWS, Layout.MARKDOWN, Layout.HTML]
)
def test_a_row_of_scaled_units_below_a_head_costs_the_table(layout):
    report = numbered()

    def with_units(grid):
        first = next(at for at, row in enumerate(grid.rows) if row[0].text.startswith("一、"))
        named = GridCell("单位", colspan=3)
        units = (named, *[GridCell("", colspan=0)] * 2, *[GridCell("百件")] * (grid.width - 3))
        return evolve(grid, rows=(*grid.rows[:first], units, *grid.rows[first:]))

    assert numbers(document(report, layout, with_units, "requests"), "requests") == {}


# --- In the last row, in a label, and anywhere else -------------------------------------------------------


@pytest.mark.parametrize(
    "note", ["注：本表为2021年数据", "填报单位：县财政局", "单位：百件", "更正：总计应为5"]
)
@pytest.mark.parametrize("write", [BARS, TABS, HTML], ids=["bars", "tabs", "HTML"])
def test_a_last_row_of_another_year_body_or_unit_costs_the_table(write, note):
    row = {BARS: f"| {note} | | | |\n", TABS: f"{note}\t\t\t\n"}.get(write, "")
    table = write + row if row else write.replace("</table>", f"<tr><td colspan=4>{note}</td></tr></table>")
    assert read(f"{TITLE}{HEADING}\n{table}")[0] == []
    assert read(f"{TITLE}{HEADING}\n{table.replace(note, '注：本表为2022年数据')}")[0] == [*range(10, 16)]


@pytest.mark.parametrize("table", [BARS, TABS, HTML])
@pytest.mark.parametrize("label", ["规章", "本年制发件数"])
def test_a_note_on_the_table_explains_no_label(table, label):
    changed = table.replace(label, f"{label}（注：本{'行' if label == '规章' else '列'}为县财政局数据）")
    assert read(f"{TITLE}{HEADING}\n{changed}")[0] != [*range(10, 16)]
    assert read(f"{TITLE}{HEADING}\n{table.replace(label, f'{label}（注：含转发的文件）')}")[0] == [
        *range(10, 16)
    ]


SECTION_SIX = "六、其他需要报告的事项\n"
DISOWNED = [
    "更正说明：第二部分表格有误，更正如下：",
    "更正公告：经核实，第二部分表格全部数据有误，请以更正后公布的数据为准。",
    "勘误表",
    "更正后：",
    "需要说明的是，第二部分表格为2021年数据，2022年数据正在统计中。",
    "本报告各表数据均为2021年数据，2022年数据待审定后更新。",
    "本报告各表数据单位均为百件。",
    "本报告因数据有误已于2023年5月撤销，另行发布。",
    "（本报告已作废，请见更正后的版本）",
]
HARMLESS = [
    "及时更正网站上的错误信息，更正后的内容当日公开。",
    "本报告中表格所列数据的统计期限为2022年1月1日至12月31日。",
    "撤销行政许可2件，作废文件3件。",
    "统一使用上级下发的模板和样表。",
    "表格数据为本年度数据，单位为件。",
    "本报告表格中的数据为四舍五入后的结果。",
    "2021年的报表是纸质的，今年改为网上填报。",
]


@pytest.mark.parametrize("line", DISOWNED)
def test_a_line_anywhere_that_takes_the_tables_back_costs_them(line):
    for text in (f"{TITLE}{line}\n{HEADING}\n{TABS}", f"{TITLE}{HEADING}\n{TABS}{SECTION_SIX}无。\n{line}\n"):
        numbers, codes = read(text)
        assert (numbers, "T423" in codes) == ([], True)


@pytest.mark.parametrize("line", HARMLESS)
def test_a_line_that_speaks_of_such_things_costs_nothing(line):
    for text in (f"{TITLE}{line}\n{HEADING}\n{TABS}", f"{TITLE}{HEADING}\n{TABS}{SECTION_SIX}{line}\n"):
        assert read(text)[0] == [*range(10, 16)]


@pytest.mark.parametrize("mark", ["（模板）", "【作废】", "（已撤销）", "（测试）"])
def test_a_title_with_a_mark_of_what_is_no_report_costs_the_tables(mark):
    title = TITLE.split("\n")[0]
    assert read(f"{title}{mark}\n{HEADING}\n{TABS}")[0] == []
    assert read(f"{title}（公开稿）\n{HEADING}\n{TABS}")[0] == [*range(10, 16)]


@pytest.mark.parametrize(
    "label", ["一、本年新收政府信息公开申请数量变化", "一、2021年新收政府信息公开申请数量"]
)
@pytest.mark.parametrize("layout", [gd.Layout.HTML, gd.Layout.MARKDOWN, gd.Layout.TIKA])
def test_the_label_of_a_first_row_that_is_not_the_form_s_costs_its_own_row(label, layout):
    made = numbered("2021")
    first = "requests.new_received."
    text = gd.render(made, layout).replace("一、本年新收政府信息公开申请数量", label)
    read = gd.parse(text).cells
    assert all(read[id].value is None for id in read if id.startswith(first))
    assert all(read[id].value == cell.value for id, cell in made.cells.items() if not id.startswith(first))
