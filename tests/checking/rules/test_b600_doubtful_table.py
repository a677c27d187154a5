"""B600: a table nearly all of whose sums fail is named as a whole, with what speaks for which cause."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from helpers.checked import full, raised

COLUMNS = [field.column for field in gd.form_fields("2021") if field.key == "requests.new_received"]


def requests_as(change):
    """The full report with each row of table three changed by ``change`` of its seven figures."""
    report = full()
    cells = dict(report.cells)
    for row in {id.rpartition(".")[0] for id in cells if id.startswith("requests.")}:
        own = [cells[f"{row}.{column}"] for column in COLUMNS]
        for cell, value in zip(own, change([cell.value for cell in own]), strict=True):
            cells[cell.id] = evolve(cell, value=value, raw=str(value))
    return evolve(report, cells=cells)


CAUSES = {
    "the totals are not filled": (lambda row: [*row[:-1], 0], "may not have been filled in"),
    "the columns are shifted": (lambda row: [row[-1], *row[:-1]], "the columns may be shifted"),
    "a column is foreign": (lambda row: [*row[:5], row[5] + row[6] + 3, row[6]], "a column may be foreign"),
}


@pytest.mark.parametrize(("change", "words"), CAUSES.values(), ids=CAUSES)
def test_the_table_is_named_before_its_cells_with_what_speaks_for_the_cause(change, words):
    first, *others = gd.check(requests_as(change), ["B600", "B603"])
    assert (first.code, first.id, first.level) == ("B600", "B600.requests.rows", gd.Level.ERROR)
    assert words in first.message.en
    assert {"B603"} <= {finding.code for finding in others}


def test_one_wrong_figure_makes_no_table_doubtful():
    assert gd.check(raised(full(), "requests.new_received.natural_person", 4), "B600") == ()


def test_two_columns_that_fail_both_their_sums_make_no_table_doubtful():
    """A small office has figures for natural persons alone: one wrong total fails three of its four sums."""
    report = full()
    cells = {
        id: evolve(cell, value=0, raw="0")
        if id.startswith("requests.") and id.rpartition(".")[2] not in ("natural_person", "total")
        else cell
        for id, cell in report.cells.items()
    }
    for id in [id for id in cells if id.startswith("requests.") and id.endswith(".total")]:
        persons = cells[id.removesuffix("total") + "natural_person"]
        cells[id] = evolve(cells[id], value=persons.value, raw=persons.raw)
    report = raised(evolve(report, cells=cells), "requests.results.total.total", 2)
    report = raised(report, "requests.results.partially_granted.natural_person", 1)
    findings = gd.check(report, ["B600", "B601"])
    assert [finding.code for finding in findings] == ["B601", "B601"]


def test_sums_of_nothing_do_not_speak_for_a_table():
    """Rows of zeros hold whatever is wrong: of the rows that have figures all fail."""
    doubtful = gd.check(requests_as(lambda row: [*row[:-1], 0]), "B600")
    assert [finding.id for finding in doubtful] == ["B600.requests.rows"]
    assert gd.check(requests_as(lambda row: [0] * 7), "B600") == ()
