"""JSON, CSV and their schemas."""

import csv
import io
import json
from decimal import Decimal
from importlib.resources import files

import pytest
from attrs import evolve
from frictionless import Resource, Schema
from jsonschema import Draft202012Validator

import gov_disclosure as gd
from gov_disclosure.writing.csv import LONG_COLUMNS
from helpers.reports import texts

NAMES = sorted(texts())


def written(reports, shape="long", **options):
    file = io.StringIO(newline="")
    gd.to_csv(reports, file, shape, **options)
    return file.getvalue()


def read_back(text):
    return gd.from_csv(io.StringIO(text, newline=""))


# --- JSON -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_json_gives_back_the_report(name, reports):
    text = gd.to_json(reports[name])
    assert gd.from_json(text) == reports[name]
    assert gd.to_json(gd.from_json(text)) == text
    assert gd.from_json(gd.to_json(reports[name], indent=2).encode()) == reports[name]


@pytest.mark.parametrize("name", NAMES)
def test_json_is_valid_against_its_schema(name, reports):
    Draft202012Validator(gd.json_schema()).validate(json.loads(gd.to_json(reports[name])))


def test_the_json_schema_is_one():
    Draft202012Validator.check_schema(gd.json_schema())


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
    assert not Draft202012Validator(gd.json_schema()).is_valid(data)
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


# --- CSV --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_long_csv_gives_back_the_cells_whole(name, reports):
    (back,) = read_back(written(reports[name]))
    assert back.cells == reports[name].cells
    assert (back.title, back.issuer, back.year, back.edition) == (
        reports[name].title, reports[name].issuer, reports[name].year, reports[name].edition,
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_wide_csv_gives_back_value_state_and_unit_of_money(name, reports):
    (back,) = read_back(written(reports[name], "wide"))
    cells = reports[name].cells
    assert {id: (c.value, c.state) for id, c in back.cells.items()} == {
        id: (c.value, c.state) for id, c in cells.items()
    }
    assert all(back.cells[id].unit == cells[id].unit for id in cells if id.endswith(".amount"))


def test_the_standard_library_reads_the_same_cells(reports):
    lines = list(csv.DictReader(io.StringIO(written(reports.values()), newline="")))
    for number, report in enumerate(reports.values(), 1):
        cells = {line["id"]: line for line in lines if line["report"] == str(number)}
        assert {id: (line["value"], line["state"]) for id, line in cells.items()} == {
            id: ("" if c.value is None else str(c.value), c.state.value) for id, c in report.cells.items()
        }


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
    path.write_text(written(report).replace(",138,", ",many,", 1), encoding="utf-8", newline="")
    schema = Schema.from_descriptor(gd.table_schema())
    assert not Resource(path=path.name, basepath=str(tmp_path), schema=schema).validate().valid


FORMULAS = ["=1+1", "+5", "-3", "@x", "\tx", "＝1+1", "'x", "''", "'=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_a_spreadsheet_would_run_is_harmless_and_reads_back(text):
    cell = gd.Cell(id="proactive.rules.issued", state=gd.State.UNREADABLE, raw=text)
    report = gd.Report(
        title=text, issuer=text, year=None, edition=None, preamble="", sections=(), cells={cell.id: cell}, issues=(),
        source=text,
    )  # fmt: skip
    for line in csv.reader(io.StringIO(written(report), newline="")):
        assert not any(field.startswith(tuple("=+-@\t＝")) for field in line)
    (back,) = read_back(written(report))
    assert (back.title, back.issuer, back.source, back.cells[cell.id].raw) == (text,) * 4


def test_a_byte_order_mark_for_excel(report, tmp_path):
    path = tmp_path / "reports.csv"
    gd.to_csv(report, path, bom=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfreport,source,")
    assert gd.from_csv(path)[0].cells == report.cells


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a,b\n1,2\n",
        ",".join(LONG_COLUMNS) + "\n1\n",
        "\x00",
        ",".join(LONG_COLUMNS) + "\n" + "x," * 17 + "y\n",
    ],
)
def test_csv_of_another_shape_is_refused(text):
    with pytest.raises(gd.SerializedFormError):
        read_back(text)


@pytest.mark.parametrize("shape", ["long", "wide"])
@pytest.mark.parametrize("number", ["-3", "1_0", "１２", " 3", "NaN", "3.0"])
def test_a_number_in_csv_is_one_as_it_is_written(shape, number, report):
    text = written(report, shape)
    value = str(report.cells["requests.new_received.total"].value)
    lines = list(csv.reader(io.StringIO(text)))
    at = lines[0].index("value" if shape == "long" else "requests.new_received.total")
    line = next(line for line in lines[1:] if shape == "wide" or "requests.new_received.total" in line)
    assert line[at] == value
    line[at] = number
    changed = io.StringIO()
    csv.writer(changed).writerows(lines)
    with pytest.raises(gd.SerializedFormError):
        read_back(changed.getvalue())


@pytest.mark.parametrize("call", [lambda r: written(r, "square"), lambda r: gd.table_schema("square")])
def test_an_unknown_shape_is_refused(call, report):
    with pytest.raises(ValueError, match="square"):
        call(report)


# --- Shipped schemas --------------------------------------------------------------------------------------


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


def long_csv(report: gd.Report) -> str:
    file = io.StringIO()
    gd.to_csv([report], file)
    return file.getvalue()


def test_a_raw_text_of_any_length_is_read_back(report):
    id = "requests.new_received.total"
    raw = "数" * 200_000
    cell = evolve(report.cells[id], value=None, state=gd.State.UNREADABLE, raw=raw)
    limit = csv.field_size_limit()
    (back,) = gd.from_csv(io.StringIO(long_csv(evolve(report, cells={**report.cells, id: cell}))))
    assert back.cells[id].raw == raw
    assert csv.field_size_limit() == limit


def test_a_row_that_stands_twice_is_refused(report):
    lines = long_csv(report).splitlines(keepends=True)
    for doubled in ([*lines, lines[-1]], [*lines[:9], lines[5], *lines[9:]]):
        with pytest.raises(gd.SerializedFormError, match="stands there twice"):
            gd.from_csv(io.StringIO("".join(doubled)))
