"""Which of the titles before a report is its own."""

import pytest

import gov_disclosure as gd

TABLE = "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政许可\t7\n"
OWN = "青溪县人民政府"


def title(year, issuer=OWN):
    return f"{issuer}{year}年政府信息公开工作年度报告"


def years(*numbers):
    return list(map(title, numbers))


def read(lines, opening="照常。", behind=()):
    text = "\n".join([*lines, "", "一、总体情况", opening, TABLE, "六、其他需要报告的事项", "无。", *behind])
    return gd.parse(text)


def codes(report):
    return [issue.code for issue in report.issues if issue.code.startswith("D")]


BREADCRUMB, PERIOD = "首页>年报", "本报告的统计期限自2025年1月1日起至2025年12月31日止。"
DETAILS = "发布时间：2026-01-20 来源：县政府办"


@pytest.mark.parametrize(
    "lines",
    [
        # A list that runs back from year to year, then a later year straight before the text.
        [BREADCRUMB, *years(2024, 2023, 2025)],
        [*years(2023, 2022, 2021), title(2025)],
        [*years(2024, 2023, 2022), "", title(2025)],
        [f"| 首页 | {title(2024)} | {title(2023)} |", title(2025)],
        # Alone of all it stands there twice: as the page's title and the document's.
        years(2025, 2024, 2023, 2025),
        years(2026, 2025, 2024, 2025),
        # When it was published stands behind it alone.
        [title(2024), title(2025), DETAILS],
        [*years(2026, 2024), title(2025), "（发布日期：2026-01-20）"],
        # Links are none of its titles.
        [f"上一篇：{title(2024)}", f"下一篇：{title(2026)}", title(2025)],
        ["上一篇", title(2024), "下一篇：", title(2026), title(2025)],
        [f"[{title(2024)}](/1.html)", f"* [{title(2023)}](/2.html)", f"# {title(2025)}"],
        [f"· {title(2024)}", f"1. {title(2023)}", title(2025)],
        # Its text states the year.
        [*years(2023, 2024, 2025), PERIOD],
        [*years(2025, 2024), PERIOD],
        [*["栏目"] * 100, title(2024), *["栏目"] * 100, title(2025), PERIOD],
    ],
)
def test_the_year_is_that_of_the_title_before_the_text(lines):
    report = read(lines)
    assert (report.title, report.issuer, report.year, codes(report)) == (title(2025), OWN, 2025, [])


@pytest.mark.parametrize(
    "lines",
    [
        # Each may be a list of links alone, or begin with the report's own title.
        years(2025, 2024, 2023),
        years(2023, 2024, 2025),
        years(2024, 2025),
        years(2025, 2024),
        years(2024, 2025, 2023),
        years(2023, 2025, 2024),
        years(2024, 2022, 2023, 2025),
        years(2024, 2025, 2024, 2023),
        years(2025, 2024, 2025, 2024),
        [title(2025), DETAILS, title(2024), title(2023)],
        [title(2025), DETAILS, title(2024), DETAILS],
        [*years(2024, 2023), "青溪县人民政府政府信息公开工作年度报告"],
    ],
)
def test_no_year_is_given_where_a_list_may_be_all_that_is_there(lines):
    report = read(lines)
    assert (report.title, report.issuer, report.year, codes(report)) == (None, OWN, None, ["D106"])


@pytest.mark.parametrize("opening", ["2025年，我县公开信息37条。", "二〇二五年度，我县公开信息37条。"])
def test_the_first_words_of_section_one_tell_between_years(opening):
    for lines in (years(2024, 2025), years(2025, 2024), years(2023, 2024, 2025)):
        assert read(lines, opening).year == 2025


def test_words_that_look_back_tell_nothing():
    assert read(years(2025, 2024), "2024年以来，我县公开信息37条。").year is None
    assert read(years(2025, 2024), "2023年，我县公开信息37条。").year is None


def test_the_text_states_a_year_that_no_title_has():
    report = read([*years(2024, 2023, 2022), PERIOD])
    assert (report.title, report.year, codes(report)) == (None, 2025, ["D101"])


def test_a_link_does_not_date_a_title_without_a_year():
    bare = "青溪县人民政府政府信息公开工作年度报告"
    report = read([title(2024), bare])
    assert (report.title, report.issuer, report.year) == (bare, OWN, None)
    assert read([title(2024), bare], "我县2025年公开信息37条。").year is None
    assert read([title(2025), bare], "我县2025年公开信息37条。").year == 2025
    assert read([title(2024), bare, PERIOD]).year == 2025


OFFICES = [title(2025, f"青溪县{office}") for office in ("教育局", "财政局")]


@pytest.mark.parametrize(
    "lines",
    [
        [*OFFICES, title(2025, "青溪县水利局")],
        [OFFICES[0], title(2025)],
        [title(2025), OFFICES[0]],
        [*OFFICES, title(2025, "")],
        [*OFFICES, title(2024, "青溪县水利局")],
        [OFFICES[0], "青溪县水利局政府信息公开工作年度报告"],
        [*OFFICES, title(2025, "青溪县水利局"), "青溪县财政局与青溪县水利局协作。"],
    ],
)
def test_no_issuer_is_given_where_offices_are_listed(lines):
    report = read(lines)
    assert (report.title, report.issuer, report.year) == (None, None, None)
    assert "D108" in codes(report)


@pytest.mark.parametrize(
    "lines",
    [
        [*OFFICES, title(2025, "青溪县水利局"), "青溪县水利局根据《条例》编制本报告。"],
        [*OFFICES, title(2025, "青溪县水利局"), DETAILS],
        [title(2025, "青溪县水利局"), *OFFICES, title(2025, "青溪县水利局")],
    ],
)
def test_of_listed_offices_the_one_that_the_text_names(lines):
    report = read(lines)
    assert (report.issuer, report.year, codes(report)) == ("青溪县水利局", 2025, [])


def test_the_year_is_given_where_the_text_states_it_though_the_office_is_uncertain():
    report = read([OFFICES[0], title(2025, "青溪县水利局"), PERIOD])
    assert (report.issuer, report.year, codes(report)) == (None, 2025, ["D108"])
    (issue,) = (issue for issue in report.issues if issue.code == "D108")
    assert "青溪县教育局、青溪县水利局" in issue.message.zh


@pytest.mark.parametrize(
    "names", [("青溪", "青溪镇"), ("青溪镇", "青溪镇人民政府"), ("水利局", "青溪县水利局")]
)
def test_two_names_of_one_body_are_no_two_bodies(names):
    for one, other in (names, names[::-1]):
        report = read([title(2025, one), title(2025, other)])
        assert (report.issuer, report.year) == (other, 2025)


@pytest.mark.parametrize(
    "behind",
    [
        years(2024, 2023, 2026),
        [f"上一篇：{title(2024)}", f"下一篇：{title(2026)}", "2024-01-20"],
        [*OFFICES, "2024-01-20"],
        ["相关链接", *OFFICES, *years(2022, 2021)],
        [f"| {title(2024)} | {title(2023)} |"],
    ],
)
def test_links_behind_a_report_change_nothing(behind):
    (report,) = gd.parse_all("\n".join([title(2025), "一、总体情况", "照常。", TABLE, *behind]))
    assert (report.title, report.issuer, report.year, codes(report)) == (title(2025), OWN, 2025, [])
    undated = read(["青溪县人民政府政府信息公开工作年度报告"], behind=behind)
    assert (undated.issuer, undated.year) == (OWN, None)


def test_a_date_before_the_links_dates_the_report():
    report = read(
        ["青溪县人民政府政府信息公开工作年度报告"], behind=["2026年1月20日", title(2023), "2024年1月20日"]
    )
    assert (report.year, codes(report)) == (2025, ["D105"])
