"""Coverage: how much of a report a check could hold against something."""

import gov_disclosure as gd
from helpers.checked import full, saying, with_cell


def without(report, *ids):
    """The report with cells that say nothing."""
    for id in ids:
        report = with_cell(report, id, None, gd.State.BLANK)
    return report


def test_a_report_whose_cells_all_have_numbers_is_covered_wholly():
    for edition, sums in ((gd.Edition.FORM_2021, 42), (gd.Edition.FORM_2019, 40)):
        coverage = gd.coverage(full(edition))
        assert (coverage.sums, coverage.all_sums) == (sums, sums)


def test_a_blank_cell_takes_the_sums_that_it_stands_in_out():
    coverage = gd.coverage(without(full(), "requests.new_received.natural_person"))
    assert (coverage.sums, coverage.all_sums) == (40, 42)
    assert not coverage.is_whole
    assert not coverage.is_empty


def test_a_report_without_numbers_is_covered_by_nothing():
    coverage = gd.coverage(gd.blank_form("2021"))
    assert coverage.is_empty
    assert (coverage.sums, coverage.all_sums) == (0, 42)


def test_rules_that_are_not_chosen_count_for_nothing():
    assert gd.coverage(full(), "B603").all_sums == 25
    assert gd.coverage(full(), "N").all_sums == 0
    assert gd.coverage(full(), ["B601", "B602"]).all_sums == 14


def test_figures_of_the_prose_count_by_those_that_have_a_cell_with_a_number():
    report = saying("本年新收政府信息公开申请3件。予以公开2件。")
    coverage = gd.coverage(report)
    assert coverage.figures == coverage.all_figures > 0
    lost = gd.coverage(without(report, "requests.new_received.total"))
    assert lost.figures == coverage.figures - 1
    assert lost.all_figures == coverage.all_figures
