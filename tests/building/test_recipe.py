"""The recipe of CONTRIBUTING.md for an issue of reading: one file is added to a copy of the package, nothing else."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from gov_disclosure.building.remarks import issue_kinds
from helpers.reports import ROOT

PACKAGE = ROOT / "src" / "gov_disclosure"
FILE = re.compile(r"`(building/remarks/\S+\.py)`:\n\n```python\n(.*?)```", re.DOTALL)
TEXT = "青溪县司法局2023年政府信息公开工作年度报告\n一、总体情况\n{}\n二、主动公开政府信息情况\n"
TOLD = """
import json, runpy, sys
import gov_disclosure as gd
from gov_disclosure.building.remarks import issue_kinds

blocks = runpy.run_path(sys.argv[1])["BLOCKS"]
given, not_given = ([one for one in gd.parse(text).issues if one.code == "S250"] for text in sys.argv[2:])
print(json.dumps({
    "codes": [kind.code for kind in issue_kinds()],
    "said": [[one.level, str(one.location), one.message.zh, one.message.en] for one in given],
    "not given": len(not_given),
    "rows": [blocks["issues"](lang) for lang in ("zh", "en")],
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
    texts = (TEXT.format("无。"), TEXT.format("本局修订公开目录。" * 5))
    command = [sys.executable, "-c", TOLD, str(ROOT / "docs" / "generate.py"), *texts]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=folder)
    return json.loads(run.stdout)


def test_its_kind_stands_among_the_others_in_order(told):
    assert told["codes"] == sorted([*(kind.code for kind in issue_kinds()), "S250"])


def test_it_is_given_where_it_should_be_and_nowhere_else(told):
    assert told["said"] == [["info", "2:1", "总体情况只有2字。", "The overview has but 2 characters."]]
    assert told["not given"] == 0


def test_it_has_a_row_in_the_tables_of_both_languages(told):
    rows = [line for table in told["rows"] for line in table.splitlines() if "| S250 |" in line]
    assert rows == ["| S250 | info | 总体情况过短 |", "| S250 | info | a very short overview |"]
