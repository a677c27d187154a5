"""Pieces into lexemes: labels found however they are written, headings chosen by what fits together."""

import pytest

from gov_disclosure.parsing.headings import resolve_headings
from gov_disclosure.parsing.lexer import lex
from gov_disclosure.scanning.scanner import scan


def kinds(text):
    """The first kind of each lexeme, values as their number of cells."""
    return [
        f"VALUES×{len(lexeme.slots)}" if lexeme.slots else lexeme.kinds[0]
        for lexeme in resolve_headings(lex(scan(text)))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("规章", ["PROACTIVE_RULES"]),
        ("规 章", ["PROACTIVE_RULES"]),
        ("规章（县级无此项）", ["PROACTIVE_RULES"]),
        ("规章：指依法制定的规章，共3件", ["PROACTIVE_RULES"]),
        ("第二十条  第(一)项", ["ARTICLE_20_1"]),
        ("第二十条第（一）项", ["ARTICLE_20_1"]),
        ("本年增/减（指2030年增加或减少的事项数，减用负值表示，如-8）", ["COLUMN_2019_CHANGE"]),
        ("(一) 予以公开", ["REQUESTS_RESULTS_GRANTED"]),
        ("予以公开", ["REQUESTS_RESULTS_GRANTED"]),
        ("（二）部分公开（区分处理的，只记这一情形，不计其他情形）", ["REQUESTS_RESULTS_PARTIALLY_GRANTED"]),
        ("3.危及\"三安全一稳定\"", ["REQUESTS_RESULTS_DENIED_SECURITY_AND_STABILITY"]),
        ("3、危及‘三安全一稳定’", ["REQUESTS_RESULTS_DENIED_SECURITY_AND_STABILITY"]),
        ("(三) 不予公开 1.属于国家秘密", ["REQUESTS_RESULTS_DENIED", "REQUESTS_RESULTS_DENIED_STATE_SECRET"]),
        ("3.其他", ["REQUESTS_RESULTS_OTHER_OTHER"]),
        ("一、本年新收申请数量", ["REQUESTS_NEW_RECEIVED"]),
        ("二、上年结转申请数量", ["REQUESTS_CARRIED_OVER"]),
        ("1.逾期不补正", ["REQUESTS_RESULTS_OTHER_OVERDUE_CORRECTION"]),
        ("2.逾期不缴费", ["REQUESTS_RESULTS_OTHER_OVERDUE_FEE"]),
        ("2.逾期未缴费", ["REQUESTS_RESULTS_OTHER_OVERDUE_FEE"]),
        ("其他", ["OTHER_ORGANIZATION"]),
        ("4.其他", ["PROSE"]),
        ("（二）行政处罚", ["PROSE"]),
        ("行政许可工作", ["PROSE"]),
        ("规章0", ["PROSE"]),
        # Labels broken over lines.
        ("商业\n企业", ["COMMERCIAL_ENTERPRISE"]),
        ("本年新\n\n制作数量\n\n本年新\n\n公开数量", ["COLUMN_2019_MADE", "COLUMN_2019_DISCLOSED"]),
        ("本年新\n\n本年新\n\n对外公开总数量", ["COLUMN_2019_NEW", "COLUMN_2019_NEW", "COLUMN_2019_TOTAL_DISCLOSED"]),
        ("(三)\n\n不予公开\n\n1.属于国家秘密", ["REQUESTS_RESULTS_DENIED", "REQUESTS_RESULTS_DENIED_STATE_SECRET"]),
        ("社会\n公益\n组织", ["PUBLIC_WELFARE_ORGANIZATION"]),
        ("规范性文件（指各机关\n印发的文件）\n4", ["PROACTIVE_NORMATIVE_DOCUMENTS_2019", "VALUES×1"]),
        ("规范性文件（指各机关\n4\n5\n6", ["PROACTIVE_NORMATIVE_DOCUMENTS_2019", "VALUES×3"]),
        ("（一）予以公开\n（二）部分公开（区分处理的）", ["REQUESTS_RESULTS_GRANTED", "REQUESTS_RESULTS_PARTIALLY_GRANTED"]),
        # Cells of one row never join.
        ("\t商业\n\t企业", ["COMMERCIAL_ENTERPRISE", "VALUES×1"]),
        ("其他 | 结果 |", ["OTHER_ORGANIZATION", "VALUES×1"]),
        # Values between labels are one lexeme; cells before a label in its row are the remains of spans.
        ("规章\n0\n0\n0\n行政许可\n3", ["PROACTIVE_RULES", "VALUES×3", "PROACTIVE_LICENSING", "VALUES×1"]),
        ("\t规章\n\t0\n\n\t\n\t行政许可\n", ["PROACTIVE_RULES", "VALUES×1", "PROACTIVE_LICENSING"]),
        ("公开\t2.重复申请\t0", ["PROSE", "REQUESTS_RESULTS_NOT_PROCESSED_REPEAT_REQUEST", "VALUES×1"]),
        # Traditional characters, evenly converted or not, and those that fonts put in their place.
        ("規範性文件", ["PROACTIVE_NORMATIVE_DOCUMENTS_2019"]),
        ("行政規范性文件", ["PROACTIVE_NORMATIVE_DOCUMENTS"]),
        ("本年制髮件數", ["COLUMN_2021_ISSUED"]),
        ("政府集中採購", ["PROACTIVE_PROCUREMENT"]),
        ("行政複議\n行政訴訟", ["RECONSIDERATION", "LITIGATION"]),
        ("3.補正后申請内容仍不明確", ["REQUESTS_RESULTS_UNAVAILABLE_UNCLEAR_AFTER_CORRECTION"]),
        ("第二十條第（五）項", ["ARTICLE_20_5"]),
        ("六、其他需要報告的事項", ["MATTERS_HEADING"]),
        ("⼀、总体情况", ["OVERVIEW_HEADING"]),
        ("⾃然⼈", ["NATURAL_PERSON"]),
        # How a character is spoken is set aside; other words in brackets are an explanation, or no label's.
        ("第二十條(tiáo)第（一）項（xiàng）", ["ARTICLE_20_1"]),
        ("規(ɡuī)章(zhāng)", ["PROACTIVE_RULES"]),
        ("一、總體（zǒng tǐ）情況", ["OVERVIEW_HEADING"]),
        ("规(A类)章", ["PROSE"]),
        ("规(gui)章", ["PROSE"]),
        ("规章(A类)", ["PROACTIVE_RULES"]),
        # What has no width, or no meaning outside its font, is nothing in a label; beside a digit it may be one.
        ("规\u200b章\ufeff", ["PROACTIVE_RULES"]),
        ("规\ufe00章\ue010", ["PROACTIVE_RULES"]),
        ("\ue5e5规\uf0b7章", ["PROACTIVE_RULES"]),
        ("1\ue5e5.属于国家秘密", ["PROSE"]),
        # Enumerators of one character.
        ("㈠予以公开", ["REQUESTS_RESULTS_GRANTED"]),
        ("㈢不予公开⒈属于国家秘密", ["REQUESTS_RESULTS_DENIED", "REQUESTS_RESULTS_DENIED_STATE_SECRET"]),
        ("①属于国家秘密", ["REQUESTS_RESULTS_DENIED_STATE_SECRET"]),
        ("⑴属于国家秘密", ["REQUESTS_RESULTS_DENIED_STATE_SECRET"]),
        ("⒊其他", ["REQUESTS_RESULTS_OTHER_OTHER"]),
        ("㈦总计", ["REQUESTS_RESULTS_TOTAL"]),
        ("㊀、本年新收政府信息公开申请数量", ["REQUESTS_NEW_RECEIVED"]),
        ("㊁、主动公开政府信息情况", ["PROACTIVE_HEADING"]),
        ("第二十条第㈤项", ["ARTICLE_20_5"]),
        ("第二十条第⑸项", ["ARTICLE_20_5"]),
        ("[bookmark: _GoBack]六、其他需要报告的事项", ["MATTERS_HEADING"]),
    ],
)  # fmt: skip
def test_lexemes(text, found):
    assert kinds(text) == found


def headings(text):
    return [k for k in kinds(text) if k.endswith("_HEADING")]


ALL = [
    "OVERVIEW_HEADING", "PROACTIVE_HEADING", "REQUESTS_HEADING",
    "DISPUTES_HEADING", "PROBLEMS_HEADING", "MATTERS_HEADING",
]  # fmt: skip


def test_a_contents_list_loses_against_the_real_headings(reports):
    report = reports["contents-list"]
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert all(len(section.text) > 3 or section.number == 6 for section in report.sections)
    assert report.sections[0].location.line == 15


def test_a_table_of_contents_with_leaders_is_no_heading():
    assert headings("一、总体情况…………1\n二、主动公开政府信息情况......3\n") == []


def test_sub_headings_and_row_labels_lose():
    text = (
        "一、总体情况\n（三）主动公开政府信息情况\n照常。\n二、主动公开政府信息情况\n\t规章\n\t0\n\t0\n\t0\n\n"
        "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n四、结转下年度继续办理\n"
        "五、存在的主要问题及改进情况\n一、问题\n二、改进\n六、其他需要报告的事项\n"
    )
    assert headings(text) == [name for name in ALL if name != "DISPUTES_HEADING"]


@pytest.mark.parametrize(
    "third",
    [
        "（三）收到和处理政府信息公开申请情况",
        "(三) 收到和处理政府信息公开申请的情况",
        "（三）、收到和处理政府信息公开申请情况：",
        "㈢收到和处理政府信息公开申请情况",
        "三）收到和处理政府信息公开申请情况",
        "　（三）收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1",
    ],
)
def test_a_numeral_in_brackets_makes_a_heading_between_the_one_before_and_the_one_behind(third):
    text = f"一、总体情况\n无。\n二．主动公开政府信息情况\n{third}\n四、政府信息公开行政复议、行政诉讼情况\n"
    assert headings(text) == ALL[:4]


def test_all_numerals_may_stand_in_brackets():
    text = (
        "（一）总体情况\n甲。\n（二）主动公开政府信息情况\n乙。\n（三）收到和处理政府信息公开申请情况\n丙。\n"
    )
    assert headings(text) == ALL[:3]


@pytest.mark.parametrize(
    "sub",
    [
        # Another's numeral; the real heading below; a place that is not its own; another section's table below.
        "（二）收到和处理政府信息公开申请情况\n甲。\n二、主动公开政府信息情况\n乙。\n四、政府信息公开行政复议、行政诉讼情况\n",
        "（三）收到和处理政府信息公开申请情况\n甲。\n二、主动公开政府信息情况\n乙。\n四、政府信息公开行政复议、行政诉讼情况\n",
        "二、主动公开政府信息情况\n乙。\n（三）收到和处理政府信息公开申请情况\n规章\t0\t0\t0\n四、政府信息公开行政复议、行政诉讼情况\n",
    ],
)
def test_a_numeral_in_brackets_is_otherwise_a_sub_headings(sub):
    assert headings(f"一、总体情况\n{sub}") == [ALL[0], ALL[1], ALL[3]]


def test_a_numeral_alone_makes_a_heading_where_none_is_better():
    text = "一、2022年政务公开工作完成情况及成效\n甲。\n二、主动公开政府信息情况\n乙。\n五、下步打算\n丙。\n"
    assert headings(text) == ["OVERVIEW_HEADING", "PROACTIVE_HEADING", "PROBLEMS_HEADING"]


@pytest.mark.parametrize(
    ("line", "heading", "text"),
    [
        ("六、其他需要报告的事项：无。", "六、其他需要报告的事项", "：无。"),
        ("六、其他需要报告的事项 无", "六、其他需要报告的事项", "无"),
        ("一、总体情况。2022年，本镇按时公开。", "一、总体情况", "。2022年，本镇按时公开。"),
        ("五、存在的主要问题及改进情况说明", "五、存在的主要问题及改进情况说明", ""),
        ("一、 总体情况、", "一、总体情况、", ""),
        ("　　二、 主动公开政府信息情况", "二、主动公开政府信息情况", ""),
        ("一、總體(tǐ)情況。本鎮按時公開。", "一、總體(tǐ)情況", "。本鎮按時公開。"),
        ("六、其他需要報(bào)告的事項 無", "六、其他需要報(bào)告的事項", "無"),
        ("[bookmark: _GoBack]六、其他需要报告的事项 无", "六、其他需要报告的事项", "无"),
    ],
)
def test_text_behind_a_heading_on_its_line_is_text(line, heading, text):
    import gov_disclosure as gd

    section = gd.parse(f"{line}\n").sections[0]
    assert (section.heading, section.text) == (heading, text)


def test_a_line_that_lists_headings_is_none():
    assert headings("一、总体情况、二、主动公开政府信息情况、三、收到和处理政府信息公开申请情况等。") == []
