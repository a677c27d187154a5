"""What captions say: another year, a part of the year, another body; and what leaves a table the report's."""

import pytest

from gov_disclosure.building.caption_words import Own, is_own, is_part_of_year

BUREAU = Own(2022, "石桥县水利局")
COUNTY = Own(2022, "石桥县人民政府")
TOWN = Own(2022, "石桥县城关镇人民政府")


@pytest.mark.parametrize(
    "caption",
    [
        "2021年",
        "二〇二一年度",
        "表一 2021年度情况",
        "上年数据",
        "2022年上半年",
        "2022年第一季度",
        "前三季度",
        "2022年1-6月情况",
        "1至9月份",
        "一至六月",
        "截至6月30日",
        "截止2022年11月底",
        "2022年1月1日至6月30日",
        "2022.1-6",
        "11月",
        "2022年12月",
        "前11个月",
        "全县汇总",
        "（全县）",
        "全市",
        "表一 乡镇汇总",
        "全系统合计",
        "某某单位",
        "石桥县水文站",
        "石桥县水文站主动公开政府信息情况表",
        "**青溪县水利局2022年数据**",
        "填报单位：石桥县水文站",
        "填报单位（盖章）：石桥县水利局水文站",
        "填 报 单 位：青溪县水利局   填报日期：2023年1月10日   单位：件",
        "编报单位：石桥县人民政府",
        "单位名称：石桥县",
        "单位：石桥县水文站",
        "附：石桥县教育局2022年数据",
        "以下为石桥县教育局数据",
        "注：上表为石桥县教育局数据。",
        "以上数据为石桥县教育局2022年数据。",
        "计量单位：万件",
        "填报单位：石桥县水利局 计量单位：千项",
        "（以千计）",
        "历史累计",
        "2018—2022年累计",
        "2021-2022年",
        "近五年合计",
        "更正前",
        "比上年增减",
        "2022年同比变化",
        "所占比例（%）",
        "（预计）",
        "人均",
        "日均",
        "测试数据",
        "模拟数据",
        "目标任务",
        "原表：",
        "错误数据",
        "邻县情况",
        "对照：东乡县",
    ],
)
def test_these_are_captions_of_another_table(caption):
    assert BUREAU.is_told_another(caption)


@pytest.mark.parametrize(
    "caption",
    [
        "2022年",
        "2022年度数据如下：",
        "2022年累计",
        "计量单位：件",
        "共受理三十件",
        "以下为石桥县水利局2022年数据",
        "注：以上数据为本机关数据。",
        "数据来源：办公室台账",
        "收到申请较上年变化不大",
        "与2021年比较，2022年情况",
        "较上年减少",
        "比2021年增加3件",
        "2022年1-12月",
        "一至十二月",
        "（2022年1月1日—2022年12月31日）",
        "截至2022年12月31日",
        "截至12月底",
        "2022年1月1日以来",
        "2023年1月15日",
        "2023-01-15 14:02",
        "单位：件",
        "单位：件、万元",
        "单位：件/万元",
        "本机关主动公开情况",
        "我局2022年数据",
        "石桥县水利局",
        "县水利局2022年数据",
        "石桥县水利局主动公开政府信息情况表",
        "填报单位：石桥县水利局",
        "填报单位：石桥水利局",
        "填报单位：石桥县水利局办公室",
        "填报单位：石桥县水利局（盖章） 填报人：张三 填报日期：2023年1月10日",
        "填报单位：",
        "填报单位：________",
        "填报人：张三 联系电话：0571-88886666",
        "表一 主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "全县共公开信息三百条，其中水利局二十条。",
        "法律服务机构",
        "行政处",
    ],
)
def test_these_leave_a_table_the_reports(caption):
    assert not BUREAU.is_told_another(caption)


def test_a_government_speaks_for_its_place_and_for_no_other():
    for own, captions in {
        COUNTY: ("全县汇总", "填报单位：石桥县政府办公室", "石桥县主动公开情况", "全县"),
        TOWN: ("全镇汇总", "填报单位：城关镇", "填报单位：城关镇人民政府"),
    }.items():
        assert [caption for caption in captions if own.is_told_another(caption)] == []
    for own, captions in {
        COUNTY: ("全市汇总", "乡镇汇总", "填报单位：石桥县水利局", "填报单位：石桥县城关镇"),
        TOWN: ("全县汇总", "填报单位：石桥县", "填报单位：青溪镇人民政府"),
    }.items():
        assert [caption for caption in captions if not own.is_told_another(caption)] == []


def test_a_name_may_hold_the_words_that_stand_behind_others():
    bureau = Own(2023, "北岭市统计局")
    for caption in (
        "北岭市统计局2023年度政府信息公开工作报告",
        "北岭市统计局",
        "北岭市统计局统计数据",
        "北岭市统计局政府信息公开情况",
    ):
        assert not bureau.is_told_another(caption)
    for caption in ("北岭市", "北岭市数据", "南岭市统计局2023年度政府信息公开情况"):
        assert bureau.is_told_another(caption)


def test_without_issuer_or_year_no_caption_is_of_another():
    unknown = Own(None, None)
    for caption in ("2021年", "全县汇总", "填报单位：石桥县水文站", "石桥县水文站"):
        assert not unknown.is_told_another(caption)
    assert unknown.is_told_another("上半年")


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("水利局", True),
        ("石桥县水利局", True),
        ("石桥县水务局", False),
        ("石桥县", False),
        ("石桥市水利局", False),
    ],
)
def test_a_name_is_the_issuers_if_it_is_its_end_or_lacks_the_kind_of_a_place(name, same):
    assert is_own(name, "石桥县水利局") is same


def test_months_are_a_part_of_the_year_if_they_are_not_all_of_it():
    assert all(map(is_part_of_year, ("1-6月", "7—12月", "十月", "2022-06-30", "10月1日至12月31日", "1月")))
    assert not any(
        map(is_part_of_year, ("1-12月", "1月至12月", "12个月", "2022年", "第1-6项", "2022.1.1-2022.12.31"))
    )
