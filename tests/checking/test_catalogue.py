"""The catalogues: what every rule has, and that a folder's modules are its rules, wherever it is imported from."""

import subprocess
import sys
from pathlib import Path
from shutil import make_archive

import pytest

import gov_disclosure as gd
from gov_disclosure.checking import rules
from gov_disclosure.checking.catalogue import discovered
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


# --- Discovery --------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A package to put rules in, and what is discovered there."""
    package = tmp_path / "some_rules"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield package
    for name in [name for name in sys.modules if name.partition(".")[0] == package.name]:
        del sys.modules[name]


def put(folder, name, code):
    (folder / f"{name}.py").write_text(
        "from attrs import evolve\nimport gov_disclosure as gd\n"
        f"RULE = evolve(gd.RULES[0], code={code!r}) if {code!r} != 'P800' else gd.PANEL_RULES[0]\n"
    )


def found_in(folder):
    return discovered(folder.name, [str(folder)], gd.Rule)


def test_rules_come_in_the_order_of_their_codes_whatever_their_files_are_called(folder):
    put(folder, "a", "B699")
    put(folder, "b", "B650")
    assert [rule.code for rule in found_in(folder)] == ["B650", "B699"]


def test_a_code_that_two_rules_have_is_refused(folder):
    put(folder, "a", "B650")
    put(folder, "b", "B650")
    with pytest.raises(ValueError, match="a and b of some_rules are both B650"):
        found_in(folder)


def test_a_rule_of_the_other_kind_is_refused(folder):
    put(folder, "a", "P800")
    with pytest.raises(TypeError, match=r"some_rules\.a is no Rule"):
        found_in(folder)


def test_the_rules_are_found_in_a_zip_too(tmp_path):
    archive = make_archive(str(tmp_path / "package"), "zip", ROOT / "src", "gov_disclosure")
    script = "import gov_disclosure as gd; print(*(rule.code for rule in (*gd.RULES, *gd.PANEL_RULES)))"
    code = f"import sys; sys.path.insert(0, {archive!r}); {script}; assert '.zip' in gd.__file__"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert run.stdout.split() == [rule.code for rule in RULES]
