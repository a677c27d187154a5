"""Heads whose labels are cut to the width of their columns, line by line, as text of a PDF has them."""

import pytest

import gov_disclosure as gd
from gov_disclosure.form.similarity import are_parts

ABOVE = """三、收到和处理政府信息公开申请情况
申请人情况
法人或其他组织
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
自然人 总计
"""
HEAD = """商业企 科研机 社会公 法律服
其他
业 构 益组织 务机构
"""
ROWS = """一、本年新收政府信息公开申请数量 31 32 33 34 35 36 201
二、上年结转政府信息公开申请数量 41 42 43 44 45 46 261
三、本年度办理结果 （一）予以公开 51 52 53 54 55 56 321
"""


def new_received(head: str) -> list[int | None]:
    cells = gd.parse(ABOVE + head + ROWS).cells
    return [cell.value for id, cell in cells.items() if id.startswith("requests.new_received.")]


def test_the_parts_of_labels_name_their_columns():
    assert new_received(HEAD) == [31, 32, 33, 34, 35, 36, 201]


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("法律服", "法律援").replace("务机构", "助中心"),
        HEAD.replace("商业企", "外资企"),
        HEAD.replace("益组织 务机构", "益组织 务机构 上年"),
    ],
    ids=["another body", "another beginning", "one more"],
)
def test_parts_of_another_label_make_its_column_foreign(head):
    assert new_received(head) == [None] * 7


@pytest.mark.parametrize(
    ("words", "are"),
    [
        ("商业企 科研机 业 构", True),
        ("商业企 业", True),
        ("社会 公益 组织", True),
        ("业 商业企", False),
        ("商业企 科研机 业", False),
        ("商业企 业 业", False),
        ("上年 业", False),
        ("", True),
    ],
)
def test_each_label_is_made_up_in_order_and_nothing_is_left(words, are):
    assert are_parts(words.split(), [], "requests") is are


def test_an_end_may_go_on_a_label_that_is_whole_without_it():
    assert are_parts(["科研机", "构", "机构"], ["商业企业", "法律服务"], "requests")
    assert not are_parts(["机构", "机构"], ["法律服务"], "requests")
    head = HEAD.replace("法律服", "法律服务").replace("务机构", "机构")
    assert new_received(head) == [31, 32, 33, 34, 35, 36, 201]


def test_a_head_of_very_many_words_is_not_compared():
    assert not are_parts(["商业企", "业"] * 23, [], "requests")


IN_LETTERS = """三、收到和处理政府信息公开申请情况
申请人情况
（本列数据的勾稽关系为：第 {} 法人或其他组织
一项加第二项之和，等于第三 {} 商业 科研 社会 法律 总计
项加第四项之和） {} 企业 机构 公益 服务 其他
组织 机构
"""
AFTER_A_PAGE = "- 1 -\n某某区2024年政府信息公开工作年度报告\n"


@pytest.mark.parametrize(
    ("words", "read"),
    [(("", "自然", "人"), [31, 32, 33, 34, 35, 36, 201]), (("平均", "办理", "天数"), [None] * 7)],
)
def test_a_word_of_no_label_in_a_head_torn_to_pieces_makes_its_columns_foreign(words, read):
    first = gd.parse(IN_LETTERS.format(*words) + ROWS).cells
    assert [cell.value for id, cell in first.items() if id.startswith("requests.new_received.")] == read
    rows = ROWS.splitlines(keepends=True)
    text = IN_LETTERS.format(*words) + rows[0] + AFTER_A_PAGE + "".join(rows[1:])
    cells = gd.parse(text).cells
    over = [cell.value for id, cell in cells.items() if id.startswith("requests.carried_over.")]
    assert over == ([None] * 7 if read[0] is None else [41, 42, 43, 44, 45, 46, 261])


TIKA = """三、收到和处理政府信息公开申请情况
\t（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
\t自然人
\t申请人情况

\t
\t
\t法人或其他组织
\t总计

\t
\t
\t商业企业
\t科研机构
\t社会公益组织
\t法律服务机构
\t其他
\t

""" + "".join(f"\t{cell}\n" for cell in ["一、本年新收政府信息公开申请数量", *range(31, 38)])


def test_what_is_foreign_in_a_head_is_so_beside_a_label_that_is_broken_out_of_its_row():
    def read(text: str) -> list[int | None]:
        cells = gd.parse(text).cells
        return [cell.value for id, cell in cells.items() if id.startswith("requests.new_received.")]

    broken = TIKA.replace("法人或", "法\n人或")
    assert read(TIKA) == read(broken) == [*range(31, 38)]
    assert read(TIKA.replace("自然人", "个体工商户")) == [None] * 7
    assert read(broken.replace("自然人", "个体工商户")) == [None] * 7
