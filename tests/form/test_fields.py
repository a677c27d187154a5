"""The typed form against the contract of cell ids."""

import csv
from functools import reduce

import pytest

import gov_disclosure as gd
from gov_disclosure.form.fields import all_fields, rows
from gov_disclosure.form.labels import column_label, row_label
from helpers.reports import DATA

CONTRACT = DATA / "fields.csv"


def contract(edition: str) -> list[dict[str, str]]:
    with CONTRACT.open(encoding="utf-8", newline="") as file:
        return [line for line in csv.DictReader(file) if line["edition"] == edition]


EDITIONS = ["2019", "2021"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_ids_are_those_of_the_contract_in_its_order(edition):
    assert [field.id for field in gd.form_fields(edition)] == [line["id"] for line in contract(edition)]


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_cell_has_the_unit_and_kind_of_the_contract(edition):
    expected = {line["id"]: (line["unit"], line["type"]) for line in contract(edition)}
    for field in gd.form_fields(edition):
        assert (field.unit or "as written", field.kind.value) == expected[field.id]


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_cell_has_the_labels_of_the_contract(edition):
    for line, field in zip(contract(edition), gd.form_fields(edition), strict=True):
        ours = row_label(f"{field.table}.{field.row}", gd.Edition(edition))
        assert line["label_row"] in (ours, ours.rpartition(" ")[2])
        assert column_label(field, gd.Edition(edition)) == line["label_column"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_attribute_paths_are_ids(edition, report):
    for line in contract(edition):
        value = reduce(getattr, line["id"].split("."), report)
        assert value == (report.cells[line["id"]].value if line["id"] in report.cells else None)


def test_there_is_no_attribute_beside_the_ids():
    ids = {line["id"] for edition in EDITIONS for line in contract(edition)}
    assert {field.id for field in all_fields()} == ids


def test_sizes_of_the_forms():
    assert {edition: len(gd.form_fields(edition)) for edition in EDITIONS} == {"2019": 198, "2021": 200}
    assert len(rows(gd.Edition.FORM_2021)) == 34
    assert len(rows(gd.Edition.FORM_2019)) == 34


def test_every_cell_of_the_edition_has_an_entry(reports):
    for report in reports.values():
        # One on a form before today's has no edition.
        assert report.edition is None or {f.id for f in gd.form_fields(report.edition)} <= set(report.cells)


def test_typed_tables_and_cells_agree(reports):
    for report in reports.values():
        for id, cell in report.cells.items():
            assert reduce(getattr, id.split("."), report) == cell.value


def test_a_value_stands_in_reported_cells_alone():
    with pytest.raises(gd.GovDisclosureError):
        gd.Cell(id="proactive.rules.issued", value=1, state=gd.State.BLANK)
    with pytest.raises(gd.GovDisclosureError):
        gd.Cell(id="proactive.rules.issued", state=gd.State.REPORTED)
