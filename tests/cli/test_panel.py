"""The command panel: reports of a folder against each other."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

import gov_disclosure as gd
from gov_disclosure.cli.commands import app
from helpers.reports import REPORTS

SAMPLE = REPORTS / "rows-2021.txt"
ISSUER = gd.read(SAMPLE).issuer
YEARS = ("2023", "2024", "2026")


def run(*arguments, **options):
    return CliRunner().invoke(app, ["panel", *map(str, arguments)], **options)


@pytest.fixture
def folder(tmp_path):
    """One report again and again, of three years: what is carried forward is what is carried over, but once."""
    text = SAMPLE.read_text(encoding="utf-8")
    for year in YEARS:
        (tmp_path / f"{year}.txt").write_text(text.replace("2023", year), encoding="utf-8")
    line = next(line for line in text.splitlines() if "二、上年结转" in line)
    *cells, total = line.split("\t")
    path = tmp_path / "2024.txt"
    changed = path.read_text(encoding="utf-8").replace(line, "\t".join([*cells, str(int(total) + 7)]))
    path.write_text(changed, encoding="utf-8")
    return tmp_path


def children(folder, *lines):
    path = folder / "children.csv"
    path.write_text("\n".join(["parent,child", *lines]), encoding="utf-8")
    return path


def test_panel_prints_what_fails_with_both_places_and_ends_with_one(folder):
    result = run(folder, "--select", "P801", "--lang", "en")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"{folder / '2023.txt'}:")
    assert " error P801 " in line
    assert "differ by 7" in line
    assert f" [{folder / '2024.txt'}:" in line
    assert "1 pair(s) of successive years compared: 1 error(s), 0 warning(s)" in result.stderr


def test_a_panel_that_agrees_prints_nothing_and_ends_with_zero(folder):
    result = run(folder / "2023.txt", folder / "2026.txt", "--ignore", "P805")
    assert (result.exit_code, result.stdout) == (0, "")


def test_panel_shows_and_fails_on_the_levels_asked_for(folder):
    gap = folder / "2023.txt", folder / "2026.txt", "--select", "P801"
    assert "2024–2025" in run(*gap, "--level", "info").stdout
    assert run(*gap, "--fail-on", "info").exit_code == 1
    assert run(*gap, "--level", "info").exit_code == 0


def test_panel_writes_json_csv_and_sarif_of_the_same_findings(folder):
    found = gd.check_panel([gd.read(folder / f"{year}.txt") for year in YEARS])
    shown = [finding for finding in found if finding.level is not gd.Level.INFO]
    assert {finding.code for finding in shown} == {"P801", "P802", "P805"}

    listed = [f for one in json.loads(run(folder, "--to", "json").stdout) for f in one["findings"]]
    assert sorted(f["id"] for f in listed) == sorted(f.id for f in shown)
    (copied,) = (f for f in listed if f["code"] == "P805" and f["id"].endswith("2024"))
    (finding,) = (f for f in shown if f.id == copied["id"])
    assert [one["source"] for one in copied["reports"]] == [one.source for one in finding.reports]
    assert copied["share"] == finding.share
    excerpts = copied["passages"][0]["excerpts"]
    assert [e["text"] for e in excerpts] == [e.text for e in finding.passages[0].excerpts]

    rows = list(csv.DictReader(io.StringIO(run(folder, "--to", "csv").stdout)))
    assert sorted({row["id"] for row in rows}) == sorted(f.id for f in shown)
    sides = [row for row in rows if row["code"] == "P801"]
    assert [row["source"] for row in sides] == [str(folder / "2023.txt"), str(folder / "2024.txt")]
    assert {row["difference"] for row in sides} == {"-7"}

    (scan,) = json.loads(run(folder, "--to", "sarif", "--lang", "en").stdout)["runs"]
    assert [rule["id"] for rule in scan["tool"]["driver"]["rules"]] == [rule.code for rule in gd.PANEL_RULES]
    (result,) = (result for result in scan["results"] if result["ruleId"] == "P801")
    uris = [
        place["physicalLocation"]["artifactLocation"]["uri"]
        for place in (*result["locations"], *result["relatedLocations"])
    ]
    assert uris == [(folder / name).as_posix() for name in ("2023.txt", "2024.txt")]


def test_places_in_sarif_are_uris(folder):
    """A space, a sign or a character as it is would end the path or be none of a URI."""
    path = folder / "乙 100%#1.txt"
    (folder / "2023.txt").rename(path)
    (scan,) = json.loads(run(folder, "--select", "P801", "--to", "sarif").stdout)["runs"]
    place = scan["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == f"{folder.as_posix()}/%E4%B9%99%20100%25%231.txt"


def test_children_come_from_a_table(folder):
    table = children(folder, f"{ISSUER},甲镇", f"{ISSUER},乙局", "某某县,丙局")
    result = run(folder, "--children", table, "--select", "P803", "--level", "info")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert sum("没有甲镇、乙局的报告" in line for line in lines) == 3
    assert [line for line in lines if line.startswith(f"{table}: info P803")] == lines[-1:]


def test_a_table_of_children_may_have_a_mark_empty_lines_and_line_ends_of_any_kind(folder):
    table = folder / "children.csv"
    table.write_bytes("\ufeffparent,child\r\n\r\n某某县, 丙局 \r\n\n".encode())
    result = run(folder, "--children", table, "--select", "P803", "--level", "info")
    assert (result.exit_code, result.stdout.count("没有某某县的报告")) == (0, 1)


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("", 1),
        ("甲县,乙镇\n", 1),
        ("parent;child\n甲县;乙镇\n", 1),
        ("parent,child\n甲县\n", 2),
        ("parent,child\n甲县,乙镇\n\n甲县,乙镇,丙镇\n", 4),
        ('parent,child\n"甲县,乙镇\n', 2),
        ("parent,child\n甲县," + "乙" * 200_000, 2),
        ("parent,child\n甲县,乙镇\n".encode("gb18030"), 2),
    ],
)
def test_a_table_of_children_that_is_none_is_wrong_usage_and_its_line_is_named(folder, table, line):
    path = folder / "children.csv"
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    result = run(folder, "--children", path)
    assert result.exit_code == 2
    assert f"{path}第{line}行" in result.stderr
    assert "CSV UTF-8" in result.stderr


@pytest.mark.parametrize("names", ["甲县,", " ,乙镇", "甲县,甲县"])
def test_who_is_no_child_is_wrong_usage(folder, names):
    result = run(folder, "--children", children(folder, names))
    assert result.exit_code == 2
    assert "所列单位" in result.stderr


@pytest.mark.parametrize(
    "options",
    [
        ["--select", "B601"],
        ["--ignore", "X"],
        ["--children", "none.csv"],
        ["--to", "xml"],
        ["-o", "none/out.txt"],
    ],
)
def test_wrong_usage_has_exit_code_two(folder, options):
    assert run(folder, *options).exit_code == 2


def test_panel_ends_with_three_if_a_file_was_not_read(folder):
    result = run(folder, folder / "none.txt")
    assert result.exit_code == 3
    assert "P801" in result.stdout
    assert "none.txt" in result.stderr
