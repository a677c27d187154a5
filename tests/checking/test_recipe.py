"""The recipe of CONTRIBUTING.md, followed to the letter: a rule is one file, and nothing else is touched."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

import gov_disclosure as gd
from helpers.reports import ROOT

PACKAGE = ROOT / "src" / "gov_disclosure"
# A file's path, and behind it the block with all of its text.
FILES = re.compile(r"`(checking/\S+\.py)`[^`]*\n\n```python\n(.*?)```", re.DOTALL)
TOLD = """
import json, runpy, sys
import gov_disclosure as gd
from gov_disclosure.checking.examples import Example
from gov_disclosure.writing.catalogue import to_catalogue

blocks = runpy.run_path(sys.argv[1])["BLOCKS"]
rules = {rule.code: rule for rule in (*gd.RULES, *gd.PANEL_RULES)}
panel = [one.report for one in rules["P850"].example.reports]
print(json.dumps({
    "codes": [[rule.code for rule in catalogue] for catalogue in (gd.RULES, gd.PANEL_RULES)],
    "found": [[one.code, one.level] for one in gd.check(rules["B650"].example.report)],
    "found across": [[one.code, one.level] for one in gd.check_panel(panel, rules="P85")],
    "sound": len(gd.check(Example().report)) + len(gd.check_panel([Example().report])),
    "page": to_catalogue("en"),
    "rows": [blocks[name](lang) for name in ("checks", "panels") for lang in ("zh", "en")],
}))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a copy of the package says of itself, to which the files of the recipe were added."""
    folder = tmp_path_factory.mktemp("recipe")
    copy = folder / "gov_disclosure"
    shutil.copytree(PACKAGE, copy)
    files = FILES.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(files) == 2
    for name, text in files:
        assert not (copy / name).exists()
        (copy / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", TOLD, str(ROOT / "docs" / "generate.py")]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=folder)
    return json.loads(run.stdout)


def test_a_rule_that_is_added_as_a_file_stands_in_its_catalogue_in_order(told):
    one, across = ([rule.code for rule in catalogue] for catalogue in (gd.RULES, gd.PANEL_RULES))
    assert told["codes"] == [sorted([*one, "B650"]), sorted([*across, "P850"])]


def test_it_is_applied_with_the_others(told):
    assert told["found"] == [["B650", "warning"]]
    assert told["found across"] == [["P850", "warning"]]
    assert told["sound"] == 0


@pytest.mark.parametrize("code", ["B650", "P850"])
def test_its_entry_shows_its_example_worked_out(told, code):
    (entry,) = re.findall(rf"^### {code}\n(.*?)(?=^##|\Z)", told["page"], re.DOTALL | re.MULTILINE)
    assert all(part in entry for part in ("- Source: ", "- Example: ", "  - warning: "))


@pytest.mark.parametrize("code", ["B650", "P850"])
def test_it_has_a_row_in_the_tables_of_both_languages(told, code):
    rows = [line for table in told["rows"] for line in table.splitlines() if f"| {code} |" in line]
    assert [row.split(" | ")[1] for row in rows] == ["warning", "warning"]
