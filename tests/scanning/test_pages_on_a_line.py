"""Whole pages on one line: signs part links there and no cells, and a form may be empty."""

import pytest

import gov_disclosure as gd

TITLE = "柳湾镇2022年政府信息公开工作年度报告"
HEADS = "自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他"
ROWS = [
    "一、本年新收政府信息公开申请数量 9 4 0 0 0 1 14",
    "二、上年结转政府信息公开申请数量 2 0 0 0 0 0 2",
    "（一）予以公开 6 4 0 0 0 1 11",
    "（七）总计 8 4 0 0 0 1 13",
    "四、结转下年度继续办理 3 0 0 0 0 0 3",
]
OVERVIEW = "一、总体情况 收到申请14件。 三、收到和处理政府信息公开申请情况"
PAGE = " ".join([TITLE, OVERVIEW, HEADS, *ROWS, "六、其他需要报告的事项 无。"])
EMPTY = " ".join([TITLE, OVERVIEW, HEADS, *(row.split()[0] for row in ROWS), "六、其他需要报告的事项 无。"])
PLACES = [
    "{page}",
    "首页 | 政务公开 | 登录 {page}",
    "{page} 打印 | 关闭 | 分享",
    "首页\t政务公开\t登录 {page}\t打印",
    "| 首页 | 政务公开 | {page} |",
    "| {page} |",
    "首页 ｜ 政务公开 ｜ {page} ｜ 关闭",
    "首页 │ 登录 │ {page}",
    "首页 | 登录\n{page}\n版权所有 | 联系我们",
]


@pytest.mark.parametrize("place", PLACES)
def test_a_report_on_one_line_is_read_among_the_links_of_its_page(place):
    report = gd.parse(place.format(page=PAGE))
    assert (report.issuer, report.year, [section.number for section in report.sections]) == (
        "柳湾镇",
        2022,
        [1, 3, 6],
    )
    found = [cell.value for id, cell in report.cells.items() if id.startswith("requests.new_received")]
    assert found == [9, 4, 0, 0, 0, 1, 14]
    assert report.requests.results.total.total == 13
    assert report.requests.carried_forward.total == 3


@pytest.mark.parametrize("place", PLACES)
def test_an_empty_form_on_one_line_is_a_report(place):
    report = gd.parse(place.format(page=EMPTY))
    assert (report.issuer, report.year, [section.number for section in report.sections]) == (
        "柳湾镇",
        2022,
        [1, 3, 6],
    )
    assert all(cell.value is None for cell in report.cells.values())
    assert "T403" in {issue.code for issue in report.issues}


@pytest.mark.parametrize(
    "line",
    [
        "一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、政府信息公开行政复议、行政诉讼情况 五、六、",
        "图1 办理结果 （一）予以公开 （二）部分公开 1.属于国家秘密 2.重复申请 3.要求提供公开出版物 占比见下图，数据来自本机关各科室报送",
    ],
)
def test_a_list_of_headings_and_the_legend_of_a_chart_are_no_form(line):
    with pytest.raises(gd.NotAReportError):
        gd.parse(f"首页 | 政务公开 | {line}")


@pytest.mark.parametrize("sign", ["\t", "|", " | ", "｜", "│"])
@pytest.mark.parametrize("frame", ["{page}", "{sign}{page}{sign}", "首页{sign}登录{sign}{page}{sign}打印"])
def test_a_page_with_a_sign_between_all_of_its_texts_is_read(sign, frame):
    """BeautifulSoup's ``get_text("|", strip=True)``: blank cells are gone, and nothing ends a row."""
    report = gd.parse(frame.format(page=PAGE.replace(" ", sign), sign=sign))
    numbers = [int(text) for row in ROWS for text in row.split()[1:]]
    assert [cell.value for cell in report.cells.values() if cell.value is not None] == numbers


def test_a_row_that_has_lost_its_blanks_on_such_a_page_is_not_read():
    report = gd.parse(PAGE.replace("2 0 0 0 0 0 2", "2 2").replace(" ", "|"))
    carried_over = [cell for id, cell in report.cells.items() if id.startswith("requests.carried_over")]
    assert {cell.state for cell in carried_over} == {gd.State.UNREADABLE}


@pytest.mark.parametrize("sign", ["\t", "|"])
def test_a_line_with_an_empty_part_is_a_row_and_no_such_page(sign):
    """Whether what is empty is a cell or stands between rows is told by nothing."""
    page = PAGE.replace("2 0 0 0 0 0 2", "2  0 0 0 0 2").replace(" ", sign)
    assert all(cell.value is None for cell in gd.parse(page).cells.values())
