"""What a text says by itself: labels, headings, ends of titles and the words of older forms, at once."""

import pytest

from gov_disclosure.parsing.title_words import LONGEST_TITLE
from gov_disclosure.parsing.words import words_of

GROUP_AND_ITEM = "(三) 不予公开 1.属于国家秘密"


def test_a_label_that_nothing_goes_on_with_is_known_as_one():
    assert words_of("规 章").label == ("PROACTIVE_RULES", "PROSE")
    # More may stand behind these, or two labels are in them.
    for text in ("规章（县级无此项", "其他", GROUP_AND_ITEM, "本年度工作平稳。"):
        assert words_of(text).label == ()
    assert len(words_of(GROUP_AND_ITEM).labels.kinds) == 2


@pytest.mark.parametrize(
    "text", ["规章（县级无此项", "一、本年新收政府信息公开申", "二、主动公开政府信息情况（"]
)
def test_a_beginning_or_an_open_bracket_may_go_on_in_the_next_piece(text):
    assert words_of(text).is_open


def test_a_text_is_long_without_the_tags_around_it():
    assert not words_of(f"<span style='{'margin:0;' * 30}'>规章</span>").is_long
    assert words_of("规章" * 150).is_long
    assert words_of("规章" * 150).labels.kinds == ()


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("望山县2023年政府信息公开工作年度报告", "望山县2023年政府信息公开工作年度报告"),
        ("政府信息公开年度报告 根据《条例》", "政府信息公开年度报告 "),
        ("府信息公开年报", "府信息公开年报"),
        ("现将2023年政府信息公开工作年度报告公布如下。", ""),
        ("望山县司法局", ""),
        (f"{'望' * LONGEST_TITLE}工作年度报告", ""),
    ],
)
def test_what_may_end_a_title_is_no_sentence_and_stands_before_the_text(text, end):
    assert words_of(text).title == end


def test_the_words_of_older_forms_are_known_by_kind():
    assert words_of("（一）主动公开政府信息数").sign == ("OLDER_ROW", "主动公开政府信息数")
    assert words_of("四、收费及减免情况").sign == ("OLDER_FEES", "收费及减免情况")
    assert words_of("收费情况良好").sign is None
    assert words_of("规章").sign is None
