"""What is found in a Word document is told where a person looks for it in Word."""

import csv
import io
import json
import re

import pytest
from attrs import evolve
from click.testing import CliRunner

import gov_disclosure as gd
from gov_disclosure.cli.commands import app
from helpers.checked import with_cell
from helpers.reports import read_all
from helpers.word import body_of, docx, paragraph, row, run, table

REPORT = read_all()["tika-2021"]
WRONG = "requests.results.total.total"


@pytest.fixture
def draft(tmp_path):
    """A report with a wrong total, behind a table of another thing."""
    cells = dict(REPORT.cells)
    cells[WRONG] = evolve(cells[WRONG], value=77)
    body = paragraph() + table(row("封面")) + body_of(evolve(REPORT, cells=cells))
    (tmp_path / "draft.docx").write_bytes(docx(body + paragraph(f"<w:ins>{run('附注')}</w:ins>")))
    return tmp_path / "draft.docx"


def checked(*arguments):
    run = CliRunner().invoke(app, ["check", *map(str, arguments), "--select", "B603"])
    assert run.exit_code == 1
    return run.stdout


def test_the_terminal_names_cell_and_place(draft):
    assert f"{draft}:第3张表第27行第3列: error B603" in checked(draft)
    assert f"{draft}:table 3 row 27 column 3: error B603" in checked(draft, "--lang", "en")


def test_sarif_has_a_place_in_words_and_no_line(draft):
    (result,) = json.loads(checked(draft, "--to", "sarif"))["runs"][0]["results"]
    (place,) = result["locations"]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "第3张表第27行第3列"}]
    assert "region" not in place["physicalLocation"]


def test_json_has_a_place_in_numbers(draft):
    (found,) = json.loads(checked(draft, "--to", "json"))[0]["findings"]
    assert found["locations"][0]["place"] == {"table": 3, "row": 27, "column": 3}


def test_csv_has_a_place_in_words_beside_the_line_of_the_text(draft):
    (row,) = csv.DictReader(io.StringIO(checked(draft, "--to", "csv")))
    assert (row["place_zh"], row["place_en"]) == ("第3张表第27行第3列", "table 3 row 27 column 3")


def test_csv_of_a_text_has_no_place_beside_its_line(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(gd.render(with_cell(REPORT, WRONG, 77)), "utf-8")
    (row,) = csv.DictReader(io.StringIO(checked(path, "--to", "csv")))
    assert (bool(row["line"]), row["place_zh"], row["place_en"]) == (True, "", "")


def test_two_formats_of_one_report_that_differ_are_told_apart_with_the_place_in_each(draft, tmp_path):
    (tmp_path / "page.txt").write_text(gd.render(REPORT), "utf-8")
    run = CliRunner().invoke(app, ["panel", str(tmp_path), "--select", "P804"])
    assert run.exit_code == 1
    assert f"{draft}:第3张表第27行第9列: error P804" in run.stdout
    assert f"{tmp_path / 'page.txt'}:" in run.stdout


def test_the_page_names_the_place_of_each_cell(draft, tmp_path):
    checked(draft, "--html", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "总计（第3张表第27行第9列）" in page


def test_show_names_the_place_of_an_issue(draft):
    draft.write_bytes(
        docx(body_of(REPORT, lambda one: run(one.text, "<w:strike/>" if one.text == "4" else "")))
    )
    shown = CliRunner().invoke(app, ["show", str(draft)]).stdout
    assert re.search(r"V50\d 第2张表第4行第8列", shown)


def test_a_cell_keeps_its_place_in_json(draft):
    report = gd.read(draft)
    assert gd.from_json(gd.to_json(report)).cells[WRONG].location.place == gd.Place(table=3, row=27, column=9)
