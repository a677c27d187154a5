"""A report as a Word document: what is written is read again, and is what Word expects of a document."""

import io
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest
from click.testing import CliRunner
from hypothesis import given

import gov_disclosure as gd
from gov_disclosure import strategies
from gov_disclosure.cli.commands import app
from helpers.reports import REPORTS, read_all
from helpers.word import unpacked

REPORT = read_all()["tika-2021"]


def written(reports):
    stream = io.BytesIO()
    gd.to_docx(reports, stream)
    return stream.getvalue()


def values(report):
    return {id: (cell.value, cell.state, cell.unit) for id, cell in report.cells.items()}


@given(strategies.reports())
def test_what_is_written_is_read_again(report):
    read = gd.read(written(report))
    assert values(read) == values(report)
    assert (read.title, read.year, read.edition) == (report.title, report.year, report.edition)
    assert [section.heading for section in read.sections] == [section.heading for section in report.sections]


@pytest.mark.parametrize("edition", gd.Edition)
def test_a_blank_form_is_one_to_fill_in(edition):
    read = gd.read(written(gd.blank_form(edition)))
    assert {cell.state for cell in read.cells.values()} == {gd.State.BLANK}
    assert read.edition == edition
    assert [section.number for section in read.sections] == [1, 2, 3, 4, 5, 6]


def test_the_same_report_gives_the_same_bytes():
    assert written(REPORT) == written(REPORT)


def test_several_reports_stand_in_one_document():
    other = read_all()["box-2021"]
    assert [values(one) for one in gd.read_all(written([REPORT, other]))] == [values(REPORT), values(other)]


def test_every_part_is_xml_and_is_named_where_word_looks_for_it():
    parts = unpacked(written(REPORT))
    assert next(iter(parts)) == "[Content_Types].xml"
    for part in parts.values():
        ET.fromstring(part)
    types = parts["[Content_Types].xml"].decode()
    assert {f'PartName="/{name}"' for name in parts if name.startswith("word/") and "_rels" not in name} <= set(
        types.split()
    )


def test_what_xml_can_not_hold_is_no_character():
    odd = gd.parse(gd.render(REPORT, "html").replace("总体情况", "总体\ud800情况"))
    assert "\ud800" in odd.sections[0].heading
    assert "总体\ufffd情况" in gd.read(written(odd)).sections[0].heading


def test_it_is_written_whole_to_a_path_and_to_nothing_else(tmp_path):
    gd.to_docx(REPORT, tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == written(REPORT)
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
    with pytest.raises(TypeError):
        gd.to_docx(REPORT, 5)
    with pytest.raises(TypeError):
        gd.to_docx("text", tmp_path / "b.docx")


def test_the_command_writes_word_documents(tmp_path):
    out = tmp_path / "a.docx"
    source = str(REPORTS / "tika-2021.txt")
    assert CliRunner().invoke(app, ["render", source, "--layout", "docx", "-o", str(out)]).exit_code == 0
    assert values(gd.read(out)) == values(REPORT)
    blank = CliRunner().invoke(app, ["blank", "2019", "--layout", "docx"])
    assert gd.read(blank.stdout_bytes).edition == gd.Edition.FORM_2019
    lost = CliRunner().invoke(app, ["blank", "2019", "--layout", "docx", "-o", str(tmp_path / "no" / "a.docx")])
    assert lost.exit_code == 2


def test_libreoffice_opens_it(tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    gd.to_docx(REPORT, tmp_path / "a.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        "out",
        "a.docx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=180, capture_output=True)
    assert values(gd.read(tmp_path / "out" / "a.docx")) == values(REPORT)
