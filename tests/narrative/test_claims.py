"""What the prose states: figures found in sentences, and those that are none of the tables' left alone."""

import re
import time
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import gov_disclosure as gd
from gov_disclosure.form.vocabulary import imported, terminals
from gov_disclosure.narrative.reader import statements
from gov_disclosure.narrative.wordings import Form
from gov_disclosure.testing.strategies import reports
from helpers.sentences import DATA, Figure, Passage, passages

PASSAGES = list(passages())
# Written without a look at the grammar. When they were first read, precision was 0.992 and recall 0.816 in the first
# 150; in 120 more, after readings that may mislead had been given up, 0.982 and 0.711. They hold what was reached.
UNSEEN = list(passages(DATA.with_name("unseen.txt")))
# Likewise. When these were first read, precision was 0.993 and recall 0.648, where it had been 0.586 before scopes were
# nested: received 43 of 53, carried over 13 of 21 and forward 16 of 28, answered 35 of 46, results 73 of 113, applicants
# 22 of 40, disputes 31 of 42, their outcomes 11 of 26, documents 19 of 25, decisions 18 of 38, money 3 of 6, shares 10 of 16.
FRESH = list(passages(DATA.with_name("fresh.txt")))
# Likewise, and in wordings further from the others: at first precision was 0.986 and recall 0.554, where it had been
# 0.969 and 0.371 before figures were read in any order of words.
THIRD = list(passages(DATA.with_name("third.txt")))
# In the manner of many kinds of offices: at first precision was 0.986 and recall 0.763 in the first 75, which were looked
# at while readings were mended, and 0.991 and 0.739 in the last 75, which are for measuring alone.
FOURTH = list(passages(DATA.with_name("fourth.txt")))
# Likewise, labelled before they were read, the fifth time: precision was 0.962 and recall 0.886 as they were labelled then,
# and 0.995 and 0.890 with seven labels that had been forgotten, as the share of what has just been told.
FIFTH = list(passages(DATA.with_name("fifth.txt")))
# Likewise, 42, 40 and 22 in three times: at first recall was 0.822, 0.840 and 0.816.
OFFICES = list(passages(DATA.with_name("offices.txt")))
WORDINGS = list(passages(DATA.with_name("wordings.txt")))
TRAPPING = list(passages(DATA.with_name("traps.txt")))


def compared(passage: Passage) -> tuple[list[Figure], list[Figure], list[Figure]]:
    """The figures of a passage that are found, those found that are none, and those that are lost."""
    lost, right, wrong = list(passage.figures), [], []
    for found in passage.read():
        label = next((figure for figure in lost if figure.agrees(found)), None)
        if label is not None:
            lost.remove(label)
            right.append(found)
        elif not any(figure.agrees(found) for figure in right):
            wrong.append(found)
    return right, wrong, lost


@pytest.mark.parametrize(
    ("given", "counts", "least"),
    [
        (PASSAGES, (487, 1228, 96), 0.89),
        (UNSEEN, (270, 933, 40), 0.94),
        (FRESH, (120, 454, 35), 0.93),
        (THIRD, (90, 251, 25), 0.79),
        (FOURTH[:75], (75, 271, 11), 0.9),
        (OFFICES, (104, 485, 8), 0.93),
        (WORDINGS, (383, 732, 24), 1),
        (TRAPPING, (184, 78, 127), 1),
    ],
)
def test_precision_and_recall_of_labelled_passages(given, counts, least):
    results = [compared(passage) for passage in given]
    right, wrong, lost = (sum(len(result[part]) for result in results) for part in range(3))
    traps = sum(not passage.figures for passage in given)
    print(
        f"{len(given)} passages, {right + lost} figures, {traps} passages without any: "
        f"precision {right / (right + wrong):.3f}, recall {right / (right + lost):.3f}"
    )
    assert (len(given), right + lost, traps) == counts
    assert wrong == 0
    assert right / (right + lost) >= least


@pytest.mark.parametrize(("given", "least"), [(FOURTH[75:], 0.84), (FIFTH, 0.88)])
def test_precision_and_recall_of_passages_that_are_for_measuring_alone(given, least):
    results = [compared(passage) for passage in given]
    right, wrong, lost = (sum(len(result[part]) for result in results) for part in range(3))
    print(f"precision {right / (right + wrong):.3f}, recall {right / (right + lost):.3f} of {right + lost}")
    assert right / (right + wrong) >= 0.985
    assert right / (right + lost) >= least


@pytest.mark.parametrize(
    "passage",
    [
        passage
        for passage in (*PASSAGES, *UNSEEN, *FRESH, *THIRD, *FOURTH[:75], *OFFICES, *WORDINGS, *TRAPPING)
        if not passage.figures
    ],
    ids=lambda passage: passage.text[:24],
)
def test_a_trap_is_no_claim(passage):
    assert passage.read() == []


def told(text, year=2022, issuer="青溪镇人民政府"):
    """What a text states: words, number and what it is of."""
    return [
        (text[one.start : one.end], one.quantity.value, "+".join(subject.rule for subject in one.subjects))
        for one in statements(text, year, issuer)
    ]


# One row a pattern; a wording that somebody meets in the wild is one line more.
PATTERNS = [
    ("全年共收到政府信息公开申请12件。", [("共收到政府信息公开申请12件", 12, "received")]),
    ("收到12件政府信息公开申请。", [("收到12件政府信息公开申请", 12, "received")]),
    ("依申请公开12件。", [("依申请公开12件", 12, "received")]),
    ("新收政府信息公开申请数量１２件。", [("新收政府信息公开申请数量１２件", 12, "newly_received")]),
    ("共受理政府信息公开申请1,234件。", [("受理政府信息公开申请1,234件", 1234, "accepted")]),
    ("受理政府信息公开申请十二件。", [("受理政府信息公开申请十二件", 12, "accepted")]),
    ("受理政府信息公开申请1.2万件。", [("受理政府信息公开申请1.2万件", 12000, "accepted")]),
    ("收到政府信息公开申请三百余件。", [("收到政府信息公开申请三百余件", 300, "received")]),
    ("未收到政府信息公开申请。", [("未收到政府信息公开申请", 0, "received")]),
    ("没有公众提交政府信息公开申请。", [("没有公众提交政府信息公开申请", 0, "received")]),
    ("无依申请公开事项。", [("无依申请公开事项", 0, "received")]),
    ("上年度结转政府信息公开申请3件。", [("上年度结转政府信息公开申请3件", 3, "carried_over")]),
    ("2021年结转政府信息公开申请3件。", [("2021年结转政府信息公开申请3件", 3, "carried_over")]),
    ("结转下年度继续办理3件。", [("结转下年度继续办理3件", 3, "carried_forward")]),
    ("3件结转2023年办理。", [("3件结转2023年办理", 3, "carried_forward")]),
    ("上年度没有结转。", [("上年度没有结转", 0, "carried_over")]),
    ("答复政府信息公开申请12件。", [("答复政府信息公开申请12件", 12, "answered")]),
    (
        "对政府信息公开申请，予以公开8件、不予公开2件。",
        [("予以公开8件", 8, "result"), ("不予公开2件", 2, "result")],
    ),
    ("对政府信息公开申请，予以公开及部分公开8件。", [("予以公开及部分公开8件", 8, "result+result")]),
    ("对政府信息公开申请，3件部分公开。", [("3件部分公开", 3, "result")]),
    ("对政府信息公开申请，予以公开8件，占80%。", [("予以公开8件", 8, "result"), ("占80%", 80, "result")]),
    ("对政府信息公开申请，予以公开8件（80%）。", [("予以公开8件", 8, "result"), ("80%", 80, "result")]),
    ("收到申请5件，均为自然人申请。", [("收到申请5件", 5, "received"), ("均为自然人申请", 5, "applicant")]),
    ("收到申请5件，全部予以公开。", [("收到申请5件", 5, "received"), ("全部予以公开", 5, "result")]),
    ("政府信息公开行政复议3件，维持2件。", [("行政复议3件", 3, "dispute"), ("维持2件", 2, "outcome")]),
    ("行政复议、行政诉讼均为0件。", [("行政复议", 0, "dispute"), ("行政诉讼", 0, "dispute")]),
    (
        "政府信息公开行政复议、行政诉讼分别为3件、1件。",
        [("行政复议", 3, "dispute"), ("行政诉讼", 1, "dispute")],
    ),
    ("未发生行政复议、行政诉讼。", [("行政复议", 0, "dispute"), ("行政诉讼", 0, "dispute")]),
    ("制发规范性文件3件，废止1件。", [("制发规范性文件3件", 3, "issued"), ("废止1件", 1, "repealed")]),
    ("现行有效规范性文件9件。", [("现行有效规范性文件9件", 9, "in_force")]),
    ("作出行政处罚决定9件。", [("作出行政处罚决定9件", 9, "decided")]),
    ("行政事业性收费3.5万元。", [("行政事业性收费3.5万元", Decimal("3.5"), "fee")]),
]


@pytest.mark.parametrize(("text", "expected"), PATTERNS, ids=[text for text, _ in PATTERNS])
def test_a_pattern_is_read(text, expected):
    found = told(text)
    assert [(number, rule) for _, number, rule in found] == [(number, rule) for _, number, rule in expected]
    assert all(words in own for (own, _, _), (words, _, _) in zip(found, expected, strict=True))


TRAPS = {
    "all of another year": "去年一季度收到政府信息公开申请4件；去年全年收到11件，当年办结10件。",
    "another year": "2021年收到政府信息公开申请5件，答复5件。",
    "another year, by name": "去年，镇政府收到政府信息公开申请5件。",
    "a comparison": "政府信息公开申请比上年增加3件。",
    "growth": "收到的申请数量同比上升400%。",
    "other bodies": "全县各部门共受理政府信息公开申请120件，答复118件。",
    "a higher body's sum": "全县共受理政府信息公开申请120件。",
    "another body by name": "县教育局收到政府信息公开申请5件。",
    "a half of the year": "上半年收到政府信息公开申请5件。",
    "a channel": "通过网络收到政府信息公开申请8件，答复7件。",
    "channels behind 其中": "其中网络申请8件，信函申请4件。",
    "messages": "县长信箱收到留言15件，答复15件。",
    "proposals": "办理人大代表建议12件、政协提案8件。",
    "consultations": "受理咨询226件，办结226件。",
    "matters that need a licence": "公布行政许可事项156项。",
    "notices of penalties": "公开行政处罚信息31条。",
    "what is published": "主动公开106件，依申请公开1件，不予公开54件。",
    "disputes that the office decides": "全年受理行政复议案件120件，维持68件。",
    "what was not done in time": "另有3件未按时答复。",
    "fees of requests": "未产生政府信息公开申请相关费用。",
    "the statute": "《政府信息公开条例》第二十条第（一）项规定的规范性文件。",
    "a number in two lines": "共收到政府信息公开申请1\n2件，予以登记备查，并逐件核对收到的日期和承办的单位。",
    "plans": "明年计划制发规范性文件3件。",
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_what_the_tables_do_not_count_is_not_stated(text):
    assert told(text) == []


def test_the_scope_is_the_issuers_own_if_it_is_of_that_kind():
    text = "全县共收到政府信息公开申请120件。"
    assert told(text, issuer="青溪县人民政府")
    assert not told(text, issuer="青溪县财政局")


def test_a_heading_says_what_a_bare_figure_counts():
    assert told("（二）依申请公开情况\n全年收到12件。")
    assert not told("（二）政民互动情况\n全年收到12件。")


def test_lines_that_a_tool_has_broken_are_one_sentence():
    text = (
        "本年度，镇人民政府在门户网站设置了专栏，由专人登记，共收到政府信\n息公开申请12件，全部在期限内办结。"
    )
    assert told(text) == [("共收到政府信\n息公开申请12件", 12, "received")]


# --- Laws -------------------------------------------------------------------------------------------------

WORDS = sorted(
    {word for kinds in (terminals("narrative"), imported("narrative")) for word in sum(kinds.values(), ())}
)
NUMBERS = ["3件", "十二件", "1.2万件", "50%", "2022年", "2021年", "３", "一百余条", "1,234", "12月31日", "0"]
SIGNS = ["，", "。", "；", "：", "（", "）", "、", " ", "\n", "\t", "《", "》", "“", "x", "局"]
FRAGMENTS = st.sampled_from([*WORDS, *NUMBERS * 20, *SIGNS * 20])


@given(st.lists(FRAGMENTS, max_size=60).map("".join), st.sampled_from([None, 2022]))
def test_any_words_in_any_order_give_statements_that_stand_in_the_text(text, year):
    for statement in statements(text, year, "青溪县人民政府"):
        words = text[statement.start : statement.end]
        assert words
        if statement.form in (Form.STATED, Form.SHARE):
            assert re.search("[0-9０-９〇零一二两三四五六七八九十百千]", words)


STATED = (
    "新收政府信息公开申请{requests.new_received.total}件，其中自然人{requests.new_received.natural_person}件，"
    "法律服务机构{requests.new_received.legal_service_institution}件；"
    "上年结转{requests.carried_over.total}件；办结{requests.results.total.total}件，"
    "其中予以公开{requests.results.granted.total}件、部分公开{requests.results.partially_granted.total}件；"
    "结转下年度继续办理{requests.carried_forward.total}件。"
    "政府信息公开行政复议{disputes.reconsideration.total}件，结果维持{disputes.reconsideration.upheld}件。"
    "作出行政处罚决定{proactive.penalties.decisions}件。"
)
IDS = re.findall(r"\{([^}]+)\}", STATED)


def saying(report, figures):
    text = re.sub(r"\{([^}]+)\}", lambda match: str(figures[match[1]]), STATED)
    overview = gd.Section(number=1, heading="一、总体情况", text=text, location=gd.Location(1, 1))
    return evolve(report, sections=(overview,))


@given(reports("2021"))
def test_what_a_report_says_of_its_own_cells_holds(report):
    found = gd.claims(saying(report, {id: report.cells[id].value for id in IDS}))
    assert len(found) == len(IDS)
    assert {claim.outcome for claim in found} == {gd.Outcome.HOLDS}
    assert [claim.quantity.value for claim in found] == [report.cells[id].value for id in IDS]


@given(reports("2021"), st.sampled_from(IDS))
def test_of_a_figure_that_is_not_its_cells_nothing_else_fails(report, id):
    figures = {other: report.cells[other].value for other in IDS}
    found = gd.claims(saying(report, {**figures, id: figures[id] + 1}))
    failing = {claim.meanings[0].cells for claim in found if claim.outcome is gd.Outcome.FAILS}
    assert failing <= {(id,)}
    for claim in found:
        if claim.meanings[0].cells == (id,):
            assert claim.outcome is gd.Outcome.FAILS or len(claim.meanings) > 1


@pytest.mark.thorough
@pytest.mark.parametrize("length", [5_000, pytest.param(20_000, marks=pytest.mark.thorough)])
@pytest.mark.parametrize(
    "unit",
    [
        "收到3件",
        "无",
        "收到申请3件、",
        "１",
        "（",
        "其中",
        "收到申请3件，",
        "未收到申请3件予以公开",
        "1 ",
        "《",
        "一百",
        "收到申请\n",
        "收到依申请公开3件，因甲不予公开1件，",
        "行政许可事项上年3项，增加1项，",
        "没有就甲提出",
        "甲局登记乙",
        "均已甲，",
        "合计3件，收到申请3件，",
        "行政诉讼3件、均",
        "3件甲申请中",
        "没有投诉举报、复议诉讼",
        "青溪镇人民政府",
    ],
)
def test_time_is_linear_in_any_text(unit, length):
    def seconds(n):
        text = (unit * n)[:n]
        start = time.perf_counter()
        for _ in statements(text, 2022, "青溪镇人民政府"):
            pass
        return time.perf_counter() - start

    seconds(1000)
    short, long = (min(seconds(n) for _ in range(3)) for n in (length, 4 * length))
    assert long < 16 * short + 0.1
