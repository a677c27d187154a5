"""Every report of the project, and every real one that is at hand, against its golden."""

import pytest

import gov_disclosure as gd
from helpers.golden import drawn, read_golden
from helpers.reports import CORPUS_GOLDENS, GOLDENS, corpus, source, texts


def test_every_report_has_a_golden_and_every_golden_a_report():
    assert set(texts()) == {path.stem for path in GOLDENS.glob("*.cells")}


@pytest.mark.parametrize("name", texts())
def test_report_of_the_project(name, reports):
    assert drawn(reports[name]) == read_golden(GOLDENS / f"{name}.cells")


@pytest.mark.parametrize("path", corpus(), ids=lambda path: path.stem)
def test_real_report(path):
    report = gd.parse(source(path))
    assert drawn(report) == read_golden(CORPUS_GOLDENS / f"{path.stem}.cells")


@pytest.mark.parametrize("path", corpus(), ids=lambda path: path.stem)
def test_every_number_of_a_real_report_stands_at_its_place(path):
    text = source(path)
    check_places(gd.parse(text), text)


@pytest.mark.parametrize("name", texts())
def test_every_number_stands_at_its_place(name, reports):
    check_places(reports[name], source(texts()[name]))


def check_places(report: gd.Report, text: str) -> None:
    lines = text.splitlines()
    cells = [cell for cell in report.cells.values() if cell.state is gd.State.REPORTED]
    for cell in cells:
        assert cell.location is not None
        assert lines[cell.location.line - 1][cell.location.column - 1 :].startswith(cell.raw.strip())
        assert str(cell.value).lstrip("-") in cell.raw


@pytest.mark.parametrize("name", texts())
def test_what_is_not_reported_has_an_issue(name, reports):
    report = reports[name]
    explained = {id for issue in report.issues for id in issue.cells}
    lost = {cell.id for cell in report.cells.values() if cell.state is not gd.State.REPORTED}
    assert lost <= explained


def test_no_report_without_values_has_a_zero(reports):
    report = reports["labels-only"]
    assert {cell.value for cell in report.cells.values()} == {None}
    assert report.requests.new_received.total is None


def test_sections_have_their_full_text(reports):
    report = reports["web-page"]
    overview = report.sections[0]
    assert overview.heading == "一、总体情况"
    assert overview.text.startswith("2022年，河口区人民政府把政府信息公开当作日常工作来做")
    assert overview.text.endswith("逐条核对了网站上的办事指南，并撤下过期内容。")
    assert "主要问题是" in report.sections[4].text
    assert overview.location == gd.Location(9, 1)


def test_preamble_is_what_stands_between_title_and_section_one(reports):
    assert reports["torn-row-tika"].preamble.startswith("河口区人民政府按照《中华人民共和国政府信息公开条例》")
    assert reports["torn-row-tika"].preamble.endswith("其他需要报告的事项等。")
    assert reports["tika-2021"].preamble == ""


def test_a_bookmark_is_no_text_of_the_report(reports):
    assert not any("bookmark" in section.text for section in reports["torn-row-tika"].sections)


def test_an_extra_row_is_kept_as_raw_text(reports):
    strays = [issue for issue in reports["explained-2019"].issues if issue.code == "T408"]
    assert [" ".join(issue.raw.split()) for issue in strays] == ["其他主动公开文件（含通知） | 3 | 3 | 3 |"]


def test_a_row_that_can_not_be_aligned_keeps_its_text(reports):
    cell = reports["dropped-blanks"].cells["requests.new_received.total"]
    assert cell.state is gd.State.UNREADABLE
    assert cell.raw.split("|")[0].strip() == "一、本年新收政府信息公开申请数量"
    assert cell.location is not None
