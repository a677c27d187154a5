"""Figures among words that are not known: read where they make up what is told, left alone where they don't."""

import pytest

from gov_disclosure.narrative.meanings import meanings
from gov_disclosure.narrative.reader import statements
from helpers.sentences import Passage

ISSUER = "青溪镇人民政府"


def told(text, year=2022):
    """What a text states: the number and what it is of."""
    return [(one.quantity.value, one.subjects[0].rule) for one in statements(text, year, ISSUER)]


WHOLE = "收到政府信息公开申请6件，"


@pytest.mark.parametrize(
    ("parts", "counts"),
    [
        ("其中给予公开并寄送材料的4件，经查找本镇并未制作的2件。", [(4, "result"), (2, "result")]),
        ("以村民身份递交的5件，由某建筑公司递交的1件。", [(5, "applicant"), (1, "applicant")]),
        ("年内已办的5件，余下1件办理之中。", [(5, "answered"), (1, "carried_forward")]),
    ],
)
def test_parts_are_read_where_they_make_up_the_whole_and_else_left_alone(parts, counts):
    assert told(WHOLE + parts) == [(6, "received"), *counts]
    first = parts.index("件") - 1
    other = f"{parts[:first]}9{parts[first + 1 :]}"
    assert told(WHOLE + other) == [(6, "received")]


def test_results_told_one_request_after_another_are_added_up():
    text = "收到政府信息公开申请2件，1件是建房审批表，已提供；1件是补偿标准，亦已提供。"
    assert told(text) == [(2, "received"), (2, "result")]


def test_a_result_that_has_no_row_is_counted_and_not_stated():
    text = "收到政府信息公开申请3件，给予公开的2件，申请人自己撤回的1件。"
    assert told(text) == [(3, "received"), (2, "result")]


def test_results_of_one_matter_after_another_are_of_no_whole():
    text = f"{WHOLE}征地类3件，予以公开1件，不予公开2件；规划类3件，予以公开3件。"
    assert told(text) == [(6, "received")]


def test_outcomes_are_read_where_they_make_up_the_disputes():
    text = "因政府信息公开被申请行政复议3件，县政府维持我镇答复2件，责令重新答复1件。"
    assert told(text) == [(3, "dispute"), (2, "outcome"), (1, "outcome")]
    assert told(text.replace("答复2件", "答复1件"))[0] == (3, "dispute")
    assert len(told(text.replace("维持我镇答复2件", "审结我镇答复2件"))) == 1


def test_an_item_or_its_group_is_meant_by_a_result_among_unknown_words():
    text = f"{WHOLE}给予公开的4件，因关系到别人隐情而不予公开的2件。"
    form = Passage(2022, ISSUER, text, ()).form
    denied = list(statements(text, 2022, ISSUER))[-1]
    senses = [cells for cells, _ in meanings(denied, form)]
    assert len(senses) == 9
    assert max(len(cells) for cells in senses) == 8


FRAMES = [
    ("镇党政办全年共登记政府信息公开申请3件。", [(3, "received")]),
    ("收到村民李某递交的政府信息公开申请1件。", [(1, "received")]),
    ("对安全生产违法行为作出行政处罚决定75件。", [(75, "decided")]),
    ("查封扣押等行政强制18件。", [(18, "decided")]),
    ("制定并公布行政规范性文件2件。", [(2, "issued")]),
    ("全年征收水土保持补偿费等行政事业性收费38.6万元。", [(38.6, "fee")]),
    ("收到1起政府信息公开行政复议。", [(1, "dispute")]),
    ("全年没有接到任何人就镇政府履职要求获取政府信息的申请。", [(0, "received")]),
    ("无人因政府信息公开事项对本镇提起行政诉讼。", [(0, "dispute")]),
    ("依申请公开受理件数：3件；行政复议件数：零。", [(3, "accepted"), (0, "dispute")]),
    ("依申请公开受理量、答复量均为0。", [(0, "accepted"), (0, "answered")]),
]


@pytest.mark.parametrize(("text", "expected"), FRAMES, ids=[text for text, _ in FRAMES])
def test_a_noun_behind_its_verb_is_read_whatever_else_the_clause_says(text, expected):
    assert [(float(number), rule) for number, rule in told(text)] == expected


TRAPS = [
    "县水利局登记政府信息公开申请12件。",
    "随机抽取政府信息公开申请12件。",
    "收到涉及征地的政府信息公开申请12件。",
    "在专项整治中作出行政处罚决定12件。",
    "对食品企业作出行政处罚决定12件。",
    "免征行政事业性收费30万元。",
    "审核县政府出台的规范性文件3件。",
    "没有超期答复的政府信息公开申请。",
    "没有收到涉及商业秘密的政府信息公开申请。",
    "除县政府转来的2件外，没有收到政府信息公开申请。",
]


@pytest.mark.parametrize("text", TRAPS)
def test_a_word_that_changes_whose_or_which_figure_it_is_keeps_it_out(text):
    assert told(text) == []


def test_the_items_of_2019_and_their_change_are_read():
    text = "行政许可事项上年为23项，本年度减少1项，处理决定数量为318件；行政处罚事项上一年8项，本年增加0项。"
    assert told(text, 2019) == [
        *((23, "items_before"), (-1, "items_changed"), (318, "decided")),
        *((8, "items_before"), (0, "items_changed")),
    ]
    assert told(text, 2022) == [(318, "decided")]


def test_a_share_behind_a_figure_among_unknown_words_is_of_it():
    text = f"{WHOLE}给予公开并寄送材料的3件，占50%；本镇并未制作的3件，占50%。"
    assert told(text) == [(6, "received"), (3, "result"), (50, "result"), (3, "result"), (50, "result")]


def test_a_number_with_thousands_and_decimals_is_one_number():
    assert told("行政事业性收费1,286.5万元。") == [(1286.5, "fee")]
