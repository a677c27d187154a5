"""CSV: that both shapes give back the cells, what spreadsheets make of it, and what is refused."""

import csv
import io

import pytest
from attrs import evolve

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
