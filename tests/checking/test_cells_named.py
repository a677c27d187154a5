"""A rule that names a cell which the form lacks is refused when it is defined."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.checking.examined import Examined
from gov_disclosure.checking.examples import Example

NO_CELL = "requests.new_received.nobody"
RULE = next(rule for rule in gd.RULES if rule.code == "B601")
PANEL_RULE = gd.PANEL_RULES[1]


@pytest.mark.parametrize(
    "changed",
    [
        lambda: evolve(RULE, cells=(NO_CELL,)),
        lambda: evolve(RULE, example=Example(figures={NO_CELL: 1})),
        lambda: evolve(PANEL_RULE, cells=("requests.new_received.total", NO_CELL)),
        lambda: evolve(
            PANEL_RULE, example=evolve(PANEL_RULE.example, reports=(Example(), Example(figures={NO_CELL: 1})))
        ),
        # What a rule finds for itself is known only then.
        lambda: RULE.finding(Examined(Example().report), "x", gd.Outcome.FAILS, gd.Message("", ""), (NO_CELL,)),
        lambda: PANEL_RULE.finding(
            "x",
            gd.Outcome.FAILS,
            gd.Message("", ""),
            [gd.Concerned(issuer=None, year=None, source=None, cells=(NO_CELL,))],
        ),
    ],
    ids=["cells", "example", "cells across", "example across", "finding", "finding across"],
)
def test_it_is_named_with_the_cell(changed):
    with pytest.raises(gd.GovDisclosureError, match=f"rule [BP][0-9]01: the form has no cell {NO_CELL}"):
        changed()


def test_cells_of_the_form_may_be_named():
    assert evolve(RULE, cells=("requests.new_received.total",)).cells == ("requests.new_received.total",)
