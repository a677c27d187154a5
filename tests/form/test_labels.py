"""The form's own labels."""

import pytest

from gov_disclosure.form.labels import groups_before, row_terminals

DEPTHS = {
    "REQUESTS_NEW_RECEIVED": 0,
    "REQUESTS_RESULTS": 0,
    "REQUESTS_CARRIED_FORWARD": 0,
    "REQUESTS_RESULTS_GRANTED": 1,
    "REQUESTS_RESULTS_DENIED": 1,
    "REQUESTS_RESULTS_OTHER": 1,
    "REQUESTS_RESULTS_TOTAL": 1,
    "REQUESTS_RESULTS_DENIED_STATE_SECRET": 2,
    "REQUESTS_RESULTS_OTHER_OTHER": 2,
    "PROACTIVE_RULES": 0,
    "TOTAL": 0,
}


@pytest.mark.parametrize(("terminal", "depth"), DEPTHS.items())
def test_so_many_labels_of_groups_stand_before_a_label_in_its_row(terminal, depth):
    assert groups_before(terminal) == depth


def test_a_wording_of_one_edition_stands_where_the_other_does():
    for terminal in row_terminals():
        assert groups_before(terminal) == groups_before(terminal.removesuffix("_2019"))
