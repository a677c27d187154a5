"""Labels with a year: the report's own leaves them what they are, another makes them other labels."""

import pytest

import gov_disclosure as gd

TITLE = "石桥县水务局2022年政府信息公开工作年度报告\n一、总体情况\n照常。\n"
PROACTIVE = [
    ["第二十条第（一）项", "", "", ""],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "10", "11", "12"],
    ["行政规范性文件", "13", "14", "15"],
]
APPLICANTS = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
NEW = "一、本年新收政府信息公开申请数量"
REQUESTS = [
    APPLICANTS,
    [NEW, "9", "4", "0", "0", "0", "1", "14"],
    ["二、上年结转政府信息公开申请数量", "2", "0", "0", "0", "0", "0", "2"],
    ["（七）总计", "8", "4", "0", "0", "0", "1", "13"],
    ["四、结转下年度继续办理", "3", "0", "0", "0", "0", "0", "3"],
]
WRITTEN = {
    "bars": lambda rows: "".join(f"| {' | '.join(row)} |\n" for row in rows),
    "tabs": lambda rows: "".join("\t".join(row) + "\n" for row in rows),
    "commas": lambda rows: "".join(",".join(row) + "\n" for row in rows),
    "tika": lambda rows: "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows),
    "html": lambda rows: (
        f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"
    ),
}
OWN = [
    "{}（2022年）",
    "{}(2022年度)",
    "{}（２０２２年）",
    "{}〔2022〕",
    "{}2022年",
    "2022年{}",
    "2022年 {}",
    "（2022年）{}",
]
OTHERS = [form.replace("2022", "2021").replace("２０２２", "２０２１") for form in OWN]


@pytest.fixture(params=WRITTEN)
def write(request):
    return WRITTEN[request.param]


def proactive(write, rows) -> gd.Report:
    return gd.parse(f"{TITLE}二、主动公开政府信息情况\n{write(rows)}")


def requests(write, rows) -> gd.Report:
    return gd.parse(f"{TITLE}三、收到和处理政府信息公开申请情况\n{write(rows)}")


def rules(report: gd.Report) -> list[int | None]:
    row = report.proactive.rules
    return [row.issued, row.repealed, row.in_force]


def numbers(report: gd.Report, row: str) -> list[object]:
    return [cell.value for id, cell in report.cells.items() if id.startswith(f"{row}.")]


@pytest.mark.parametrize("form", OWN)
def test_columns_of_the_own_year_are_the_forms(write, form):
    article, (first, *columns), *rows = PROACTIVE
    report = proactive(write, [article, [first, *map(form.format, columns)], *rows])
    assert rules(report) == [10, 11, 12]


@pytest.mark.parametrize("form", OWN)
def test_a_row_of_the_own_year_is_the_forms(write, form):
    head, (label, *values), *others = REQUESTS
    report = requests(write, [head, [form.format(label), *values], *others])
    assert numbers(report, "requests.new_received") == [9, 4, 0, 0, 0, 1, 14]
    assert {issue.code for issue in report.issues} == {"S201", "T401", "T402", "E303"}


@pytest.mark.parametrize("label", ["一、2022年新收政府信息公开申请数量", "2022年度新收政府信息公开申请数量"])
def test_the_year_may_stand_in_the_place_of_this_year(write, label):
    rows = [[cell.replace(NEW, label) for cell in row] for row in REQUESTS]
    assert numbers(requests(write, rows), "requests.new_received") == [9, 4, 0, 0, 0, 1, 14]


@pytest.mark.parametrize("form", OTHERS)
def test_columns_and_rows_of_another_year_are_not(write, form):
    article, (first, *columns), *rows = PROACTIVE
    report = proactive(write, [article, [first, *map(form.format, columns)], *rows])
    assert rules(report) == [None, None, None]
    head, (label, *values), *others = REQUESTS
    report = requests(write, [head, [form.format(label), *values], *others])
    assert numbers(report, "requests.new_received") == [None] * 7


@pytest.mark.parametrize("form", OWN[:2])
def test_a_column_of_each_year_is_read_by_its_place(form):
    names = ["本年制发件数", "本年废止件数", "现行有效件数"]
    head = ["信息内容", *(name + year for name in names for year in ("（2022年）", "（2021年）"))]
    row = ["规章", "10", "1", "11", "2", "12", "3"]
    assert rules(proactive(WRITTEN["bars"], [head, row])) == [10, 11, 12]


def test_last_years_projects_are_not_those_of_the_own_year(write):
    head = ["信息内容", "上一年项目数量（2022年）", "本年增/减", "处理决定数量"]
    report = proactive(write, [["第二十条第（五）项", "", "", ""], head, ["行政许可", "9", "2", "6"], [""] * 4])
    assert report.proactive.licensing.previous_items is None


def test_without_a_year_in_the_title_no_year_is_the_own():
    rows = [[cell.replace("本年制发件数", "本年制发件数（2022年）") for cell in row] for row in PROACTIVE]
    report = proactive(WRITTEN["bars"], rows)
    assert rules(report) == [10, 11, 12]
    text = f"政府信息公开工作年度报告\n二、主动公开政府信息情况\n{WRITTEN['bars'](rows)}"
    assert rules(gd.parse(text))[0] is None
