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


MESSAGE = {
    "code": "T412",
    "level": "error",
    "message": {"zh": "", "en": ""},
    "cells": [],
    "location": None,
    "raw": "",
}
IN_CELL = f"$.cells['{CELL[1]}']"


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        *((["year"], value, "$.year") for value in ("2021", 2021.0, True, [2021])),
        (["title"], 3, "$.title"), (["issuer"], [], "$.issuer"), (["preamble"], None, "$.preamble"),
        (["source"], 3, "$.source"), (["edition"], 2021, "$.edition"), (["cells"], [], "$.cells"),
        (["sections", 1], 3, "$.sections[1]"), (["sections", 1, "number"], "2", "$.sections[1].number"),
        (["sections", 1, "location", "line"], 1.0, "$.sections[1].location.line"),
        (["sections", 1, "text_location"], 3, "$.sections[1].text_location"),
        (CELL, None, IN_CELL), ([*CELL, "value"], "3", f"{IN_CELL}.value"), ([*CELL, "value"], 3.0, f"{IN_CELL}.value"),
        ([*CELL, "raw"], 3, f"{IN_CELL}.raw"), ([*CELL, "unit"], 3, f"{IN_CELL}.unit"),
        ([*CELL, "state"], 3, f"{IN_CELL}.state"), ([*CELL, "id"], CELL[1], IN_CELL),
        ([*CELL, "location", "line"], 1.0, f"{IN_CELL}.location.line"),
        (["issues"], [MESSAGE | {"message": 3}], "$.issues[0].message"),
        (["issues"], [MESSAGE, MESSAGE | {"message": {"zh": 3, "en": ""}}], "$.issues[1].message.zh"),
        (["issues"], [MESSAGE | {"cells": [3]}], "$.issues[0].cells[0]"),
        (["issues"], [MESSAGE | {"cells": CELL[1]}], "$.issues[0].cells"),
        (["issues"], [MESSAGE | {"code": 3}], "$.issues[0].code"),
        (["issues"], [MESSAGE | {"level": None}], "$.issues[0].level"),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused_with_its_path(path, value, place, report):
    data = json.loads(gd.to_json(report))
    change(data, path, value)
    assert not VALIDATOR.is_valid(data) or type(value) is float  # to JSON Schema 1.0 is an integer
    with pytest.raises(gd.SerializedFormError) as error:
        gd.from_json(json.dumps(data))
    chinese, english = str(error.value).split(" / not a report")
    assert chinese.endswith(f"：{place}")
    assert english.endswith(f" @ {place}")


def test_of_many_values_of_another_shape_the_first_are_named(report):
    data = json.loads(gd.to_json(report))
    change(data, ["cells"], dict.fromkeys(data["cells"], 3))
    with pytest.raises(gd.SerializedFormError) as error:
        gd.from_json(json.dumps(data))
    assert str(error.value).count("an object is expected, not an integer") == 5


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
