"""Patterns that are compiled with their first use."""

import re

import pytest

from gov_disclosure.form.on_demand import on_demand


def test_it_is_the_pattern():
    pattern = on_demand("(a)|b", re.IGNORECASE)
    assert pattern.fullmatch("A")[1] == "A"
    assert pattern.sub("-", "xAb") == "x--"
    assert (pattern.pattern, pattern.groups) == ("(a)|b", 1)


def test_nothing_is_compiled_before():
    pattern = on_demand("(")
    with pytest.raises(re.error):
        pattern.search("")
