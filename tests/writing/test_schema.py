"""The schemas: what is written is valid against them, and those that are shipped are up to date."""

import json
from importlib.resources import files

import pytest
from frictionless import Resource, Schema
from jsonschema import Draft202012Validator

import gov_disclosure as gd
from helpers.reports import texts

VALIDATOR = Draft202012Validator(gd.json_schema())


@pytest.mark.parametrize("name", sorted(texts()))
def test_json_is_valid_against_its_schema(name, reports):
    VALIDATOR.validate(json.loads(gd.to_json(reports[name])))


def test_the_json_schema_is_one():
    Draft202012Validator.check_schema(gd.json_schema())


@pytest.mark.parametrize("shape", ["long", "wide"])
def test_csv_is_valid_against_its_table_schema(shape, reports, tmp_path):
    path = tmp_path / "reports.csv"
    gd.to_csv(reports.values(), path, shape)
    resource = Resource(
        path=path.name, basepath=str(tmp_path), schema=Schema.from_descriptor(gd.table_schema(shape))
    )
    result = resource.validate()
    assert result.valid, result.flatten(["rowNumber", "fieldName", "message"])[:5]
    assert result.tasks[0].stats["rows"] == (
        len(reports) if shape == "wide" else sum(len(report.cells) for report in reports.values())
    )


def test_a_table_with_a_wrong_number_is_not_valid(report, tmp_path):
    path = tmp_path / "reports.csv"
    gd.to_csv(report, path)
    text = path.read_bytes().decode("utf-8")
    assert ",138," in text
    path.write_bytes(text.replace(",138,", ",many,", 1).encode("utf-8"))
    schema = Schema.from_descriptor(gd.table_schema())
    assert not Resource(path=path.name, basepath=str(tmp_path), schema=schema).validate().valid


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("report.schema.json", gd.json_schema),
        ("cells-long.schema.json", lambda: gd.table_schema("long")),
        ("cells-wide.schema.json", lambda: gd.table_schema("wide")),
    ],
)
def test_the_shipped_schemas_are_those_that_the_classes_give(name, schema):
    shipped = (files("gov_disclosure") / "schemas" / name).read_text(encoding="utf-8")
    assert json.loads(shipped) == schema()
