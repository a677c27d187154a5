"""JSON: that it gives back the report, and what is refused."""

import json
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

import gov_disclosure as gd
from helpers.reports import texts

VALIDATOR = Draft202012Validator(gd.json_schema())


@pytest.mark.parametrize("name", sorted(texts()))
def test_json_gives_back_the_report(name, reports):
    text = gd.to_json(reports[name])
    assert gd.from_json(text) == reports[name]
    assert gd.to_json(gd.from_json(text)) == text
    assert gd.from_json(gd.to_json(reports[name], indent=2).encode()) == reports[name]


def change(data, path, value):
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = value


CELL = ["cells", "requests.new_received.total"]
MONEY = ["cells", "proactive.fees.amount"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ([*CELL, "value"], "3"), ([*CELL, "value"], 1.5), ([*CELL, "value"], True), ([*CELL, "value"], None),
        ([*CELL, "value"], -1), ([*CELL, "state"], "blank"), ([*CELL, "state"], "unknown"), ([*CELL, "more"], 1),
        (["cells", "no.such.cell"], {"value": None, "state": "blank", "raw": "", "location": None, "unit": None}),
        *(([*MONEY, "value"], text) for text in ("NaN", "Infinity", "1E+9", "-5", "1_000", "１２", " 5", "", 5)),
        (["edition"], "2014"), (["sections"], {}), (["extra"], 1), (["issues"], [{"code": "X"}]),
    ],
)  # fmt: skip
def test_json_of_another_shape_is_refused_by_schema_and_reader(path, value, report):
    data = json.loads(gd.to_json(report))
    change(data, path, value)
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(gd.SerializedFormError):
        gd.from_json(json.dumps(data))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "3", '"x"', "[" * 100_000, b"\xff"])
def test_what_is_no_report_is_refused(text):
    with pytest.raises(gd.SerializedFormError):
        gd.from_json(text)


def test_money_is_an_exact_decimal_in_json(reports):
    report = reports["markdown-2021"]
    assert report.proactive.fees.amount == Decimal("18.8710")
    cell = json.loads(gd.to_json(report))["cells"]["proactive.fees.amount"]
    assert (cell["value"], cell["unit"]) == ("18.8710", "万元")
    assert str(gd.from_json(gd.to_json(report)).proactive.fees.amount) == "18.8710"


def test_a_lone_surrogate_can_be_written():
    report = gd.parse("一、总体情况\n\ud800\n")
    gd.to_json(report).encode("utf-8")
    assert gd.from_json(gd.to_json(report)) == report
