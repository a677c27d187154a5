"""Title, issuer and year."""

import pytest

import gov_disclosure as gd

END = "\n一、总体情况\n照常。\n"


def front(text):
    report = gd.parse(text + END)
    return report.title, report.issuer, report.year


@pytest.mark.parametrize(
    ("text", "issuer", "year"),
    [
        ("青溪区人民政府2021年政府信息公开工作年度报告", "青溪区人民政府", 2021),
        ("青溪区人民政府２０２１年政府信息公开工作年度报告", "青溪区人民政府", 2021),
        ("青溪区2021年度政府信息公开工作报告", "青溪区", 2021),
        ("2021年青溪区人民政府信息公开工作年度报告", "青溪区人民政府", 2021),
        ("2021年青溪区人民政府政府信息公开工作年度报告", "青溪区人民政府", 2021),
        ("2021年度青溪市财政局政府信息公开年度报告", "青溪市财政局", 2021),
        ("青溪镇政府信息公开工作2021年度报告", "青溪镇", 2021),
        ("【2019】青溪镇2019年政府信息公开工作年度报告", "青溪镇", 2019),
        ("青溪海关(本级机关)2022年政府信息公开工作年度报告", "青溪海关(本级机关)", 2022),
        ("青溪县水务局政府信息公开年报", "青溪县水务局", None),
        ("2025年政府信息公开工作年度报告", None, 2025),
        ("政府信息公开工作年度报告", None, None),
        ("青溪街道办事处2020年\n政府信息公开工作年度报告", "青溪街道办事处", 2020),
        ("青溪区平安镇\n\n2021年度政府信息公开工作报告", "青溪区平安镇", 2021),
        ("青溪区人民政府2021年政府\n信息公开工作年度报告", "青溪区人民政府", 2021),
        ("青溪区人民政府2021年政府信息公开工作\n年度报告", "青溪区人民政府", 2021),
        ("青溪区人民政府2021年政府信息公开工\n作年度报 告", "青溪区人民政府", 2021),
        ("青溪州林业局\n关于2021年度政府信息公开工作的年度报告", "青溪州林业局", 2021),
        ("\xa0青溪区人民政府2021年政府信息公开工作年度报告\n\xa0", "青溪区人民政府", 2021),
        ("青溪区人民政府2021年政府信息公开工作年度报告根据《条例》编制本报告。", "青溪区人民政府", 2021),
        # Years written out.
        ("青溪区人民政府二〇二一年政府信息公开工作年度报告", "青溪区人民政府", 2021),
        ("青溪区人民政府二○二〇年政府信息公开工作年度报告", "青溪区人民政府", 2020),
        ("青溪区人民政府二零二一年度政府信息公开工作报告", "青溪区人民政府", 2021),
        ("二O二二年青溪区人民政府政府信息公开工作年度报告", "青溪区人民政府", 2022),
        ("青溪区人民政府二Ｏ一九年\n政府信息公开工作年度报告", "青溪区人民政府", 2019),
        ("青溪镇二0二一年度政府信息公开工作年度报告", "青溪镇", 2021),
        # Traditional characters: the issuer is as written.
        ("青溪區人民政府2021年政府信息公開工作年度報告", "青溪區人民政府", 2021),
        ("青溪縣財政局\n2021年度政府信息公開工作報告", "青溪縣財政局", 2021),
        ("關於青溪鎮2021年政府信息公開工作年度報(bào)告", "青溪鎮", 2021),
        ("青溪縣(xiàn)水務局2021年政府信息公開年報", "青溪縣(xiàn)水務局", 2021),
        ("青溪鎮2021年政府信息公開工作年度報告根據《條例》編制本報告。", "青溪鎮", 2021),
        ("青溪\ue5e5镇2021年政府信息公开工作年度报告", "青溪\ue5e5镇", 2021),
    ],
)
def test_title(text, issuer, year):
    assert front(text)[1:] == (issuer, year)


def test_a_title_is_given_on_one_line():
    assert (
        front("青溪街道办事处2020年\n政府信息公开工作年度报告")[0]
        == "青溪街道办事处2020年政府信息公开工作年度报告"
    )


@pytest.mark.parametrize(
    "year",
    [
        "2O21年",
        "20\ue00021年",
        "2021\ue000年",
        "二十一年",
        "一二〇二一年",
        "二〇二一〇年",
        "二〇一年",
        "二②二一年",
    ],
)
def test_what_may_be_another_year_is_none(year):
    assert front(f"青溪镇{year}政府信息公开工作年度报告")[2] is None


def test_a_traditional_title_is_given_as_written():
    title = "青溪區人民政府二〇二一年政府信息公開工作年度報(bào)告"
    assert front(title)[0] == title


def test_of_two_titles_the_more_complete_is_taken_and_the_later_of_equals():
    page = "2021年政府信息公开工作年度报告\n来源：办公室 字体：[大 中 小]\n"
    assert front(page + "青溪镇2021年政府信息公开工作年度报告")[1] == "青溪镇"
    assert front("青溪2021年政府信息公开年报\n青溪镇2021年政府信息公开工作年度报告")[1] == "青溪镇"


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 > 公开年报 > 青溪镇2021年政府信息公开工作年度报告",
        "名称：青溪镇2021年政府信息公开工作年度报告",
        "现将本机关2021年政府信息公开工作年度报告公布如下。",
    ],
)
def test_a_line_that_only_names_the_report_is_no_title(line):
    assert front(line)[0] is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("本报告的统计期限自2021年1月1日起至2021年12月31日止。", 2021),
        ("本报告的统计期限自203011日起至20301231日止。", 2030),
        ("统计期限为 2021 年 1 月 1 日至 12 月 31 日。", 2021),
        ("现将2020年度政府信息公开工作情况报告如下。", 2020),
        ("青溪镇人民政府\n2022年1月21日", 2021),
        ("发布日期\n2022-01-19", 2021),
        ("青溪镇人民政府\n2022年11月21日", None),
        ("统计期限自202020年1月1日起。", None),
        # Dates that have lost 年 or 月, of which only one day can be meant.
        ("统计期限自202111日起至20211231日止。", 2021),
        ("统计期限自2021 1 1日起至2021 12 31日止。", 2021),
        ("统计期限自20211月1日起。", 2021),
        ("统计期限自2021年11日起。", 2021),
        ("统计期限为202111日至20211231日。", 2021),
        ("统计期限自20210101日起。", 2021),
        ("统计期限自2021年1月l日起。", None),
        ("统计期限自20211月11日起。", None),
        ("统计期限自2021111日起。", None),
        ("青溪镇人民政府\n2022121日", None),
        # Years written out.
        ("统计期限自二〇二一年一月一日起至二〇二一年十二月三十一日止。", 2021),
        ("统计期限为二○二一年1月1日至12月31日。", 2021),
        ("现将二零二〇年度政府信息公开工作情况报告如下。", 2020),
        ("青溪镇人民政府\n二〇二二年一月二十一日", 2021),
        ("青溪鎮人民政府\n二〇二二年十一月二十一日", None),
        # Traditional characters.
        ("統計期限自2021年1月1日起至2021年12月31日止。", 2021),
        ("現將2020年度政府信息公開工作情況報告如下。", 2020),
    ],
)
def test_the_year_without_a_title(text, year):
    assert front(text)[2] == year


def test_the_year_of_the_title_wins_with_an_issue():
    report = gd.parse(
        "青溪镇2021年政府信息公开工作年度报告\n统计期限自2020年1月1日起至2020年12月31日止。" + END
    )
    assert report.year == 2021
    issue = next(issue for issue in report.issues if issue.code == "D104")
    assert "2021" in issue.message.zh
    assert "2020" in issue.message.en


def test_a_year_written_out_disagrees_as_one_in_digits_does():
    text = "青溪镇二〇二一年政府信息公开工作年度报告\n统计期限自2020年1月1日起至2020年12月31日止。"
    report = gd.parse(text + END)
    assert report.year == 2021
    assert "D104" in {issue.code for issue in report.issues}


def test_what_is_not_there_has_an_issue():
    codes = {issue.code for issue in gd.parse(END).issues}
    assert {"D101", "D103"} <= codes
    assert "D102" in {issue.code for issue in gd.parse("政府信息公开工作年度报告" + END).issues}
