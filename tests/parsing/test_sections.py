"""Labels of a table outside of its section: charts and lists in the prose cost nothing."""

import pytest

import gov_disclosure as gd
from helpers.reports import REPORTS, source

CHART = "图1 办理结果分布\n予以公开 294\n部分公开 101\n不予公开 32\n"
COMPARED = (
    "| 项目 | 2020年 | 2021年 |\n|---|---|---|\n| 本年新收政府信息公开申请数量 | 650 | 713 |\n"
    "| 行政许可 | 8 | 9 |\n"
)
TABBED = "项目\t2020年\t2021年\n行政处罚\t650\t713\n"
PIE = "自然人 5\n商业企业 3\n总计 8\n"
LAWSUITS = "行政复议：结果维持 7，总计 9\n行政复议\n7\n行政诉讼\n2\n"
# The ends of sections one and five; what has no words of table four costs nothing behind that either.
PROSE = ("二、主动公开", "六、其他需要")
BEHIND_TABLE_FOUR = "五、存在的"
CASES = [(stranger, before) for stranger in (CHART, COMPARED, TABBED, PIE, LAWSUITS) for before in PROSE] + [
    (stranger, BEHIND_TABLE_FOUR) for stranger in (CHART, COMPARED, TABBED)
]


@pytest.mark.parametrize("name", ["markdown-2021", "rows-2021", "lines-2019", "pipes-2021", "tika-2021"])
@pytest.mark.parametrize(("stranger", "before"), CASES)
def test_a_chart_or_a_comparison_in_the_prose_costs_nothing(name, stranger, before):
    text = source(REPORTS / f"{name}.txt")
    at = text.index(before, text.index("一、总体情况") + 1)
    at = text.rindex("\n", 0, at) + 1
    report = gd.parse(f"{text[:at]}{stranger}{text[at:]}")
    truth = gd.parse(text)
    assert [(id, c.value, c.state) for id, c in report.cells.items()] == [
        (id, c.value, c.state) for id, c in truth.cells.items()
    ]
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_a_whole_table_in_another_section_is_no_chart():
    text = source(REPORTS / "markdown-2021.txt")
    other = source(REPORTS / "markdown-2019.txt")
    table = other[other.index("| 第二十条第（一）项") : other.index("三、收到和处理")]
    at = text.index("五、存在的")
    report = gd.parse(f"{text[:at]}{table}\n{text[at:]}")
    assert not any(c.value for id, c in report.cells.items() if id.startswith("proactive."))
    assert "T417" in {issue.code for issue in report.issues}


@pytest.mark.parametrize("name", ["rows-2021", "markdown-2019", "lines-2021", "tika-2019"])
def test_tables_behind_all_of_their_headings_are_those_of_their_sections(name):
    text = source(REPORTS / f"{name}.txt")
    starts = [
        text.index(numeral, text.index("一、总体情况") + 1) for numeral in ("二、主动", "三、收到", "四、政府")
    ]
    ends = [*starts[1:], text.index("五、存在的")]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    headings = [part.split("\n", 1)[0] for part in parts]
    tables = [part.split("\n", 1)[1] for part in parts]
    said = text[: starts[0]] + "\n".join(headings) + "\n上年情况：\n" + "".join(tables) + text[ends[-1] :]
    assert not any(cell.value for cell in gd.parse(said).cells.values() if cell.id.startswith("requests."))
    moved = text[: starts[0]] + "\n".join(headings) + "\n" + "".join(tables) + text[ends[-1] :]
    report, truth = gd.parse(moved), gd.parse(text)
    lost = [id for id, cell in report.cells.items() if cell.value is None and truth.cells[id].value is not None]
    assert lost == []
    assert not [id for id, cell in report.cells.items() if cell.value not in (None, truth.cells[id].value)]
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
