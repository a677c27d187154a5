"""A report can't be changed, can't disagree with itself, and takes no number that no cell can have."""

import pickle
from copy import deepcopy
from decimal import Decimal

import pytest
from attrs import evolve

import gov_disclosure as gd

ID = "requests.new_received.natural_person"
CHANGE = "proactive.licensing.change"
AMOUNT = "proactive.fees.amount"


def test_cells_can_not_be_written_to(report):
    cell = evolve(report.cells[ID], value=999)
    with pytest.raises(TypeError):
        report.cells[ID] = cell
    with pytest.raises(AttributeError):
        report.cells.update({ID: cell})
    with pytest.raises(AttributeError):
        report.cells._cells = {ID: cell}
    assert report.requests.new_received.natural_person == report.cells[ID].value != 999


def test_what_a_report_was_made_of_may_change_without_it(report):
    cells = dict(report.cells)
    made = evolve(report, cells=cells)
    cells.clear()
    assert made == report
    assert made.cells == report.cells


def test_a_changed_copy_agrees_with_itself(report):
    changed = evolve(report, cells={**report.cells, ID: evolve(report.cells[ID], value=999)})
    assert changed.requests.new_received.natural_person == changed.cells[ID].value == 999
    assert changed != report


def test_reports_are_hashable_and_copies_are_equal(report):
    for copy in (deepcopy(report), pickle.loads(pickle.dumps(report)), evolve(report)):
        assert copy == report
        assert {copy, report} == {report}


def test_a_cell_stands_under_its_own_id(report):
    with pytest.raises(gd.GovDisclosureError, match="under x stands the cell"):
        evolve(report, cells={"x": report.cells[ID]})


@pytest.mark.parametrize(
    ("id", "value"),
    [
        (ID, -1),
        (ID, 1.0),
        (ID, True),
        (AMOUNT, Decimal("NaN")),
        (AMOUNT, Decimal("Infinity")),
        (AMOUNT, Decimal(-1)),
        (ID, "7"),
    ],
)
def test_no_cell_has_a_number_that_can_not_stand_there(id, value):
    with pytest.raises(gd.GovDisclosureError, match="no number that a cell can have"):
        gd.Cell(id=id, value=value, state=gd.State.REPORTED)


@pytest.mark.parametrize(("id", "value"), [(ID, 0), (CHANGE, -3), (AMOUNT, Decimal("0.5"))])
def test_what_the_form_has_can_stand_in_a_cell(id, value):
    assert gd.Cell(id=id, value=value, state=gd.State.REPORTED).value == value


@pytest.mark.parametrize("place", [(0, 1), (1, 0), (-1, 5)])
def test_places_count_from_one(place):
    with pytest.raises(gd.GovDisclosureError, match="count from 1"):
        gd.Location(*place)


def test_json_takes_no_place_and_no_number_that_no_cell_has(report):
    text = gd.to_json(report)
    for before, after in (('"line": 381', '"line": -381'), ('"value": 4', '"value": -4')):
        assert before in text
        with pytest.raises(gd.SerializedFormError):
            gd.from_json(text.replace(before, after))


def test_one_code_is_a_code_and_not_its_letters(report):
    wrong = evolve(report, cells={**report.cells, ID: evolve(report.cells[ID], value=999)})
    assert gd.check(wrong, "B603") == gd.check(wrong, ["B603"]) != ()
    assert gd.check_panel([wrong], rules="P801") == gd.check_panel([wrong], rules=["P801"])


@pytest.mark.parametrize("path", ["a\0b.txt", "a\ud800.txt"])
def test_a_path_that_no_system_opens_is_an_error_of_the_system(path):
    with pytest.raises(OSError, match="Invalid argument"):
        gd.read(path)


def test_the_version_is_that_of_the_package():
    assert gd.__version__.split(".")[0].isdigit()
