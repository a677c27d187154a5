"""A merged cell's number that a tool has written into every place it spans is none of the places'."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from helpers.edited import document, numbered, own

ROW = "requests.new_received"
ORGANIZATIONS = ("commercial_enterprise", "research_institution", "public_welfare_organization",
                 "legal_service_institution", "other_organization")  # fmt: skip


def merged(report: gd.Report, number: int, total: int) -> gd.Report:
    """The report with one number for all organizations, copied into the five places of its cell."""
    written = {f"{ROW}.{name}": number for name in ORGANIZATIONS} | {f"{ROW}.total": total}
    cells = {id: evolve(report.cells[id], value=value, raw=str(value)) for id, value in written.items()}
    return evolve(report, cells={**report.cells, **cells})


def copied(grid):
    """Every place that a cell spans has its text, as pandas and python-docx give it."""
    rows = []
    for row in grid.rows:
        cells, before = [], None
        for cell in row:
            before = cell if cell.colspan else before
            cells.append(before._replace(colspan=1))
        rows.append(tuple(cells))
    return evolve(grid, rows=tuple(rows))


def read(report: gd.Report, change=copied) -> gd.Report:
    return gd.parse(document(report, "pipe_rows", change, "requests"))


@pytest.mark.parametrize("number", [4, 906])
def test_equal_numbers_that_add_up_only_as_one_are_those_of_no_place(number):
    report = numbered()
    person = report.cells[f"{ROW}.natural_person"].value
    found = read(merged(report, number, person + number))
    assert [id for id in found.cells if id.startswith(ROW) and found.cells[id].value is not None] == []
    assert [issue.code for issue in found.issues] == ["V509"]


def test_equal_numbers_that_add_up_are_read():
    report = numbered()
    report = merged(report, 4, report.cells[f"{ROW}.natural_person"].value + 20)
    assert {id: cell.value for id, cell in read(report).cells.items()} == own(report)


def test_where_no_label_is_copied_a_sum_that_fails_is_the_offices():
    report = numbered()
    report = merged(report, 4, report.cells[f"{ROW}.natural_person"].value + 4)
    assert {id: cell.value for id, cell in read(report, None).cells.items()} == own(report)
