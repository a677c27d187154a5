"""The recipe of CONTRIBUTING.md for a layout: one file is added to a copy of the package, and nothing else."""

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
FILE = re.compile(r"`(layouts/kinds/\S+\.py)`:\n\n```python\n(.*?)```", re.DOTALL)
REPORTS = [str(path) for path in sorted((ROOT / "examples" / "reports").glob("*.txt"))]
TOLD = """
import json, runpy, sys
import gov_disclosure as gd
from attrs import evolve

ID = "disputes.reconsideration.total"
blocks = runpy.run_path(sys.argv[1])
reports = [gd.read(path) for path in sys.argv[2:]]
torn = gd.Cell(id=ID, state=gd.State.UNREADABLE, raw="0&0|0¦0")
torn = evolve(reports[0], cells={**reports[0].cells, ID: torn})
texts = [gd.render(report, gd.Layout.AMPERSANDS) for report in reports]
again = gd.parse(gd.render(torn, gd.Layout.AMPERSANDS))
def cells(report):
    return {id: (cell.value, cell.state) for id, cell in report.cells.items()}
print(json.dumps({
    "layouts": [layout.value for layout in gd.Layout],
    "same": [cells(gd.parse(text)) == cells(report) for text, report in zip(texts, reports)],
    "reported": [sum(cell.value is not None for cell in gd.parse(text).cells.values()) for text in texts],
    "text": texts[0],
    "torn": [[id, cell.value] for id, cell in again.cells.items() if cell.value not in (None, torn.cells[id].value)],
    "rows": [blocks["BLOCKS"]["layouts"](lang) for lang in ("zh", "en")],
    "members": blocks["members"](),
}))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a copy of the package says of itself, to which the file of the recipe was added."""
    folder = tmp_path_factory.mktemp("recipe")
    copy = folder / "gov_disclosure"
    shutil.copytree(PACKAGE, copy)
    ((name, text),) = FILE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert not (copy / name).exists()
    (copy / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", TOLD, str(ROOT / "docs" / "generate.py"), *REPORTS]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    run = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=True, env=environment, cwd=folder
    )
    return json.loads(run.stdout)


def test_it_is_a_layout_among_the_others(told):
    assert told["layouts"] == sorted([*(layout.value for layout in gd.Layout), "ampersands"])


def test_a_report_that_is_written_in_it_is_read_again_to_the_same_cells(told):
    assert "&规章&" in told["text"]
    assert told["same"] == [True] * len(REPORTS)
    assert min(told["reported"]) > 190


def test_a_cell_that_has_its_sign_in_it_is_never_read_as_several(told):
    assert told["torn"] == []


def test_it_has_a_row_in_the_tables_of_both_languages_and_a_member_for_type_checkers(told):
    rows = [line for table in told["rows"] for line in table.splitlines() if "`ampersands`" in line]
    assert [row.split(" | ")[-1] for row in rows] == ["是 |", "yes |"]
    assert '        AMPERSANDS = "ampersands"' in told["members"].splitlines()
