"""The page on the architecture: each of its commands prints what stands below it there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```console\n\$ (.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_each_command_prints_what_the_page_shows(command, output):
    # The command of this environment, whether it is active or not.
    command = command.replace("gov-disclosure ", f"'{sys.executable}' -m gov_disclosure ")
    environment = {**os.environ, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (run.stdout, run.stderr) == (output, "")


def test_the_page_walks_through_every_folder_on_the_way_of_a_row():
    headings = re.findall(r"^## (\w+):", PAGE, re.MULTILINE)
    assert headings == ["sources", "layouts", "scanning", "parsing", "building", "checking", "writing"]
    assert len(SHOWN) == PAGE.count("```console")
