"""Answers that are worked out once."""

from gov_disclosure.form.remembered import Remembered


def test_what_was_asked_before_is_not_worked_out_again():
    asked: list[str] = []
    lengths = Remembered(lambda text: asked.append(text) or len(text), most=2, longest=3)
    assert [lengths["规章"], lengths["规章"]] == [2, 2]
    assert asked == ["规章"]


def test_a_long_text_is_answered_and_not_kept():
    lengths = Remembered(len, most=2, longest=3)
    assert lengths["规范性文件"] == 5
    assert not lengths


def test_all_is_forgotten_when_too_much_is_known():
    lengths = Remembered(len, most=2, longest=3)
    assert [lengths[text] for text in ("一", "二", "三")] == [1, 1, 1]
    assert set(lengths) == {"三"}
