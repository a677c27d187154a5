"""Headings and captions that make a table another year's or body's, and those that do not."""

import pytest

import gov_disclosure as gd

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
        (HEADING, "", "注：以上为2021年数据。"),
        (HEADING, "", "以上数据作废。"),
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
