"""Silence is no verdict: what was not read or could not be checked is said, counted, and changes the exit code."""

import csv
import io
import json
import shutil

import pytest
from click.testing import CliRunner

import gov_disclosure as gd
from gov_disclosure.cli.commands import app
from helpers.reports import FIXTURES, REPORTS

SOUND = REPORTS / "tika-2021.txt"
# A report whose tables are empty but for labels.
LABELS = FIXTURES / "labels-only.txt"


def run(*arguments, **options):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "reports"
    place.mkdir()
    shutil.copy(SOUND, place / "a.txt")
    return place


def test_a_report_of_which_nothing_can_be_checked_has_not_passed(tmp_path):
    path = tmp_path / "blank.txt"
    path.write_text("青溪镇2021年政府信息公开工作年度报告\n" + gd.render(gd.blank_form("2021")), "utf-8")
    result = run("check", path)
    assert result.exit_code == 3
    assert "未能核对（42项合计" in result.stdout
    assert "不能视为核对通过" in result.stderr
    assert run("check", path, "--allow-unread").exit_code == 0
    assert run("check", LABELS).exit_code == 3


def test_each_report_and_the_run_say_how_much_was_checked(folder):
    shutil.copy(FIXTURES / "totals-only-tika.txt", folder / "b.txt")
    coverage = gd.coverage(gd.read(folder / "b.txt"))
    result = run("check", folder)
    assert f"{folder / 'a.txt'}: 已核对42/42项合计" in result.stdout
    assert f"{folder / 'b.txt'}: 已核对{coverage.sums}/{coverage.all_sums}项合计" in result.stdout
    assert f"共2份报告，已核对{42 + coverage.sums}/{42 + coverage.all_sums}项合计" in result.stderr
    assert "其中1份只核对了一部分，0份未能核对" in result.stderr


@pytest.mark.parametrize("command", ["parse", "show", "check", "panel"])
def test_what_may_be_a_report_and_is_passed_over_is_named_by_kind_and_gives_three(command, folder):
    (folder / "draft.docx").write_bytes(b"PK\x03\x04 and no more")
    (folder / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    shutil.copy(folder / "a.txt", folder / "report.log")
    shutil.copy(folder / "a.txt", folder / "b.txt")
    result = run(command, folder)
    assert result.exit_code == 3
    for name in ("draft.docx", "scan.png", "report.log"):
        assert name in result.stderr
    assert "1 × picture" in result.stderr
    assert run(command, folder, "--allow-unread").exit_code == 0


def test_what_can_be_no_report_is_named_and_changes_nothing(folder):
    (folder / "names.csv").write_text("parent,child\n", encoding="utf-8")
    (folder / ".hidden").write_bytes(b"%PDF-1.4")
    result = run("check", folder)
    assert result.exit_code == 0
    assert "names.csv" in result.stderr
    assert ".hidden" not in result.stderr


def test_what_the_library_wrote_is_named_and_passed_over(folder):
    run("parse", folder, "-o", folder / "out.json")
    run("parse", folder, "--to", "csv", "-o", folder / "out.csv")
    run("check", folder, "--html", folder / "page.html", "--to", "sarif", "-o", folder / "found.sarif")
    run("check", folder, "--to", "json", "-o", folder / "found.json")
    run("check", folder, "--to", "csv", "-o", folder / "found.csv")
    run("blank", "2021", "-o", folder / "blank.txt")
    result = run("check", folder)
    assert result.exit_code == 0
    assert "共1份报告" in result.stderr
    assert "7 × file that gov-disclosure wrote" in result.stderr


def test_a_blank_form_that_is_filled_in_is_read(folder):
    run("blank", "2021", "-o", folder / "blank.txt")
    text = (folder / "blank.txt").read_text("utf-8")
    (folder / "blank.txt").write_text(text.replace("# 政府", "# 青溪镇人民政府2021年政府", 1), "utf-8")
    assert "共2份报告" in run("check", folder).stderr


def test_a_broken_link_in_a_folder_is_named(folder):
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    result = run("check", folder)
    assert result.exit_code == 3
    assert "gone.txt" in result.stderr


def test_a_run_that_reads_nothing_leaves_what_stood_there(folder, tmp_path):
    out = tmp_path / "out.csv"
    run("parse", folder, "--to", "csv", "-o", out)
    before = out.read_bytes()
    (folder / "a.txt").write_text("今天天气很好。", encoding="utf-8")
    for options in (("parse", "--to", "csv"), ("parse",), ("check",), ("check", "--to", "json"), ("panel",)):
        assert run(*options, folder, "-o", out).exit_code == 3
        assert out.read_bytes() == before
    assert list(tmp_path.glob(".*")) == []


def test_every_form_of_findings_tells_what_was_not_read_and_how_much_was_checked(folder):
    (folder / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    report, unread = json.loads(run("check", folder, "--to", "json").stdout)
    assert report["checked"]["sums"] == report["checked"]["all_sums"] == 42
    assert unread["source"].endswith("scan.png")
    assert "not read" in unread["unread"]
    rows = list(csv.DictReader(io.StringIO(run("check", folder, "--to", "csv").stdout)))
    assert [(row["outcome"], row["sums"]) for row in rows] == [("", "42"), ("unread", "")]
    (scan,) = json.loads(run("check", folder, "--to", "sarif").stdout)["runs"]
    (invocation,) = scan["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("scan.png")
    assert scan["artifacts"][0]["properties"]["checked"]["sums"] == 42


def test_the_page_shows_what_has_not_passed_and_what_was_not_read(folder, tmp_path):
    (folder / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    shutil.copy(LABELS, folder / "labels.txt")
    run("check", folder, "--html", tmp_path / "page.html", "--lang", "en")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "scan.png" in page
    assert page.count('<strong class="not-passed">') == 1
    assert "42/42 sums checked" in page


def test_a_panel_says_what_was_compared_and_what_was_left_out(folder):
    later = (folder / "a.txt").read_text("utf-8").replace("2021年", "2024年")
    (folder / "c.txt").write_text(later, encoding="utf-8")
    result = run("panel", folder, "--lang", "en")
    assert "2 report(s) of 1 issuer(s), 0 pair(s) of successive years compared" in result.stderr
    assert "1 pair(s) with years between missing" in result.stderr
    last = json.loads(run("panel", folder, "--to", "json").stdout)[-1]
    assert (last["checked"]["compared"], last["checked"]["gaps"]) == (0, 1)


def test_a_panel_of_one_report_compares_nothing(folder):
    assert run("panel", folder).exit_code == 3
