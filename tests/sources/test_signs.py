"""Signs that stand in a text, or don't."""

import pytest

from gov_disclosure.sources.signs import has_one


@pytest.mark.parametrize(
    ("text", "found"), [("规章|-7", True), ("规章| -7", False), ("", False), ("a::b", True), ("a:", False)]
)
def test_a_sign_is_found_as_a_whole(text, found):
    assert has_one(text, "|-", "::") is found
