"""The example scripts, run as a reader would run them."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import gov_disclosure as gd
from gov_disclosure.building.remarks import issue_kinds
from helpers.reports import FIXTURES, ROOT

EXAMPLES = ROOT / "examples"


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")


def test_report_to_json():
    done = run("report_to_json.py")
    assert gd.from_json(done.stdout) == gd.read(EXAMPLES / "reports" / "tika-2021.txt")
    assert done.stderr.split()[-2:] == ["reported", "4"]


def test_folder_to_csv(tmp_path):
    out = tmp_path / "reports.csv"
    assert run("folder_to_csv.py", EXAMPLES / "reports", out).stdout.strip().endswith("16 reports")
    assert len(gd.from_csv(out)) == 16


def test_table_of_issues():
    lines = run("table_of_issues.py", FIXTURES, "en").stdout.splitlines()
    assert any(line.startswith("page-break-rows.txt\tT403\terror\t") for line in lines)
    assert run("table_of_issues.py").stdout == ""


def test_pandas_reads_csv():
    lines = run("pandas_reads_csv.py").stdout.splitlines()
    received = [gd.read(path) for path in sorted((EXAMPLES / "reports").glob("*.txt"))]
    of_2021 = [r.requests.new_received.total or 0 for r in received if r.year == 2021]
    assert f"2021{len(of_2021)}{sum(of_2021)}" in {"".join(line.split()).replace(".0", "") for line in lines}


def test_panel(tmp_path):
    text = (EXAMPLES / "reports" / "tika-2021.txt").read_text(encoding="utf-8")
    for year in ("2021", "2022"):
        (tmp_path / f"{year}.txt").write_text(text.replace("2021", year), encoding="utf-8")
    lines = run("panel.py", tmp_path, "en").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["P802", "P805", "", "", "2 findings"]
    assert "2022" in lines[3]
    assert run("panel.py").stdout == "0 findings\n"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_every_example_is_run(path):
    assert f'"{path.name}"' in Path(__file__).read_text(encoding="utf-8")


def test_bundled_reports_give_valid_json():
    for path in (EXAMPLES / "reports").glob("*.txt"):
        assert json.loads(gd.to_json(gd.read(path)))["edition"] == path.stem.rpartition("-")[2]


READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
PAGES = [tuple(READMES), *((path, ROOT / "docs" / "zh" / path.name) for path in sorted((ROOT / "docs").glob("*.md"))
         if (ROOT / "docs" / "zh" / path.name).exists())]  # fmt: skip
"""Pages for readers, each in English and Chinese."""


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_the_code_of_the_readme_runs(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "reports" / "tika-2021.txt", "report.txt")
    gd.to_docx(gd.read("report.txt"), "report.docx")
    (code,) = blocks(path, "python")
    exec(code, {"reports": [gd.read("report.txt")]})
    assert len(gd.from_csv("cells.csv")) == len(gd.from_csv("reports.csv")) == 1


@pytest.mark.parametrize("pages", PAGES, ids=lambda pages: pages[0].name)
def test_both_languages_say_the_same(pages):
    english, chinese = (path.read_text(encoding="utf-8") for path in pages)
    assert blocks(pages[0], "sh") == blocks(pages[1], "sh")
    for pattern in (r"^#+ ", r"^\| ", r"`[^`\n]+`"):
        assert len(re.findall(pattern, english, re.M)) == len(re.findall(pattern, chinese, re.M)), pattern


def test_the_pages_for_readers_are_there():
    names = [english.name for english, _ in PAGES]
    assert names == ["README.md", "checks.md", "command-line.md", "issues.md", "layouts.md", "panels.md"]


@pytest.mark.parametrize("path", [path for pages in PAGES for path in pages], ids=str)
def test_every_link_to_a_file_leads_somewhere(path):
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert links != []
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_code_of_an_issue_stands_on_both_pages_of_issues():
    for path in (ROOT / "docs" / "issues.md", ROOT / "docs" / "zh" / "issues.md"):
        assert set(re.findall(r"\b[DSETV][0-9]{3}\b", path.read_text(encoding="utf-8"))) == {
            kind.code for kind in issue_kinds()
        }
