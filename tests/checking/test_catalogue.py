"""The catalogues: what every rule has, and that a folder's modules are its rules, wherever it is imported from."""

import subprocess
import sys
from pathlib import Path
from shutil import make_archive

import pytest

import gov_disclosure as gd
from gov_disclosure.checking import rules
from gov_disclosure.checking.examples import Example
from gov_disclosure.checking.panel import rules as panel_rules
from gov_disclosure.writing.catalogue import to_table
from helpers.reports import ROOT

RULES = [*gd.RULES, *gd.PANEL_RULES]
FOLDERS = [Path(package.__path__[0]) for package in (rules, panel_rules)]


# --- Every rule -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_words_and_an_example_of_which_it_finds_something(rule):
    found = rule.shown()
    assert {(one.code, one.outcome) for one in found} <= {
        (rule.code, gd.Outcome.FAILS),
        (rule.code, gd.Outcome.NOT_ASSESSABLE),
    }
    assert found
    assert rule.level in {one.level for one in found}
    given = rule.example.given
    assert all((rule.summary.zh, rule.summary.en, rule.source.zh, rule.source.en, given.zh, given.en))
    assert all("{" not in words for one in found for words in (one.message.zh, one.message.en))


def test_of_the_report_that_the_examples_change_nothing_is_found():
    assert gd.check(Example().report) == ()
    assert gd.check_panel([Example().report]) == ()


def test_no_two_rules_have_one_code_and_each_stands_at_its_place():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert {rule.code[0] for rule in gd.RULES} == {"B", "N"}
    assert {rule.code[0] for rule in gd.PANEL_RULES} == {"P"}


def test_the_file_of_a_rule_begins_with_its_code():
    files = [path.name for folder in FOLDERS for path in folder.glob("*.py") if path.stem != "__init__"]
    assert sorted(name.partition("_")[0].upper() for name in files) == [rule.code for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_tested_by_name(rule):
    tests = (path for path in (ROOT / "tests" / "checking").rglob("test_*.py") if path != Path(__file__))
    assert any(rule.code in path.read_text(encoding="utf-8") for path in tests)


# --- Pages ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["RULES.md", "RULES.zh-CN.md"])
def test_the_catalogues_page_has_every_rule_in_order(name):
    page = (ROOT / name).read_text(encoding="utf-8")
    assert [line[4:] for line in page.splitlines() if line.startswith("### ")] == [rule.code for rule in RULES]


def test_a_table_has_a_row_for_each_rule():
    assert to_table(gd.PANEL_RULES[:1], "en").splitlines() == [
        "| code | level | what it asks for |",
        "|---|---|---|",
        "| P800 | warning | each report names its issuer and its year |",
    ]


# --- In a zip file ---------------------------------------------------------------------------------------


def test_the_rules_are_found_in_a_zip_too(tmp_path):
    archive = make_archive(str(tmp_path / "package"), "zip", ROOT / "src", "gov_disclosure")
    script = "import gov_disclosure as gd; print(*(rule.code for rule in (*gd.RULES, *gd.PANEL_RULES)))"
    code = f"import sys; sys.path.insert(0, {archive!r}); {script}; assert '.zip' in gd.__file__"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert run.stdout.split() == [rule.code for rule in RULES]
