"""The command ``trace``, and what each stage makes of eight fixtures."""

import pytest
from click.testing import CliRunner

import gov_disclosure as gd
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.cli.commands import app
from gov_disclosure.model.issue_kinds import KINDS
from gov_disclosure.tracing import STAGES
from helpers.reports import FIXTURES as FOLDER
from helpers.stages import FIXTURES, GOLDENS, drawn, golden


def trace(*arguments, **options):
    return CliRunner().invoke(app, ["trace", *map(str, arguments)], **options)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("fixture", FIXTURES)
def test_a_stage_makes_of_a_fixture_what_its_golden_shows(fixture, stage):
    assert drawn(fixture, stage) == golden(fixture, stage).read_text(encoding="utf-8")


def test_no_golden_is_of_another_fixture_or_stage():
    expected = {golden(fixture, stage) for fixture in FIXTURES for stage in STAGES}
    assert set(GOLDENS.rglob("*.txt")) == expected


def test_without_a_stage_all_are_printed_under_their_names():
    result = trace(FOLDER / "html-2019.txt", "--lang", "en")
    assert result.exit_code == 0
    headings = [line[3:] for line in result.stdout.splitlines() if line.startswith("== ")]
    assert headings == ["pieces", "lexemes", "tree", "rows", "cells"]
    for stage in STAGES:
        assert golden("html-2019", stage).read_text(encoding="utf-8") in result.stdout


@pytest.mark.parametrize(("lang", "reason"), [("zh", "单元格数与列数不符"), ("en", "more or fewer than")])
def test_a_refused_row_says_why_with_its_code_and_what_stands_behind_its_label(lang, reason):
    lines = trace(FOLDER / "dropped-blanks.txt", "--stage", "rows", "--lang", lang).stdout.splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("requests.new_received "))
    assert "refused, CELLS_TOO_MANY_OR_FEW (T404)" in lines[at]
    assert reason in lines[at]
    assert lines[at + 1] == "  '9 ' '2 ' '11 '"


def test_every_reason_has_the_code_of_an_error_and_words_in_both_languages():
    levels = {kind.code: kind.level for kind in KINDS}
    assert {levels[refusal.code] for refusal in Refusal} == {gd.Level.ERROR}
    assert len({refusal.reason.zh for refusal in Refusal}) > len({refusal.code for refusal in Refusal})
    assert all(refusal.reason.en.isascii() for refusal in Refusal)


def test_a_text_that_is_no_report_shows_its_stages_and_ends_with_three():
    result = trace("-", "--lang", "en", input="今天天气很好。\n".encode())
    assert result.exit_code == 3
    assert "PROSE: '今天天气很好。'" in result.stdout
    assert result.stdout.endswith("neither a heading nor a table of an annual report was found\n")


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    result = trace(tmp_path / "none.txt")
    assert result.exit_code == 3
    assert "none.txt" in result.stderr
    assert result.stdout == ""


def test_control_characters_of_a_text_never_reach_the_terminal():
    hostile = "一、总体情况\n\x1b[31m红\x07\u202e字\n".encode()
    shown = trace("-", input=hostile).stdout
    assert "\\x1b[31m" in shown
    assert not any(sign in shown for sign in "\x1b\x07\u202e")
