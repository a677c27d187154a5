"""Labels whose signs a tool has set elsewhere: known by their letters, if all signs are there."""

import pytest

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import label_kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("二 上年结转政府信息公开申请数量、", "REQUESTS_CARRIED_OVER"),
        ("1属于国家秘密.", "REQUESTS_RESULTS_DENIED_STATE_SECRET"),
        ("3其他.", "REQUESTS_RESULTS_OTHER_OTHER"),
    ],
)
def test_a_label_is_known_by_its_letters(text, kind):
    assert [kind] == [kind for kinds in label_kinds(fold(text)) for kind in kinds]


@pytest.mark.parametrize("text", ["其3.他", "国家秘密1.属于", "1属于国家秘密、", "3.4其他"])
def test_a_text_with_other_signs_or_letters_is_none(text):
    assert label_kinds(fold(text)) == ()
