"""Archives of reports on the command line: as if their files stood in a folder."""

import json

from click.testing import CliRunner

import gov_disclosure as gd
from gov_disclosure.cli.commands import app
from helpers.reports import REPORTS, read_all
from helpers.word import body_of, docx, packed

REPORT = read_all()["tika-2021"]
TEXT = (REPORTS / "tika-2021.txt").read_bytes()


def run(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)])


def archive(tmp_path, parts, name="reports.zip"):
    path = tmp_path / name
    path.write_bytes(packed(parts))
    return path


def test_the_reports_of_an_archive_are_read_by_their_paths(tmp_path):
    parts = {"2021/a.txt": TEXT, "2021/b.docx": docx(body_of(REPORT)), "in.zip": packed({"c.txt": TEXT})}
    path = archive(tmp_path, parts)
    for source in (path, tmp_path):
        result = run("parse", source)
        assert result.exit_code == 0
        reports = (
            [json.loads(line) for line in result.stdout.splitlines()]
            if result.stdout[0] == "{"
            else json.loads(result.stdout)
        )
        assert [one["source"] for one in reports] == [
            f"{path}/{name}" for name in ("2021/a.txt", "2021/b.docx", "in.zip/c.txt")
        ]


def test_what_can_not_be_read_of_an_archive_is_named(tmp_path):
    path = archive(
        tmp_path,
        {"a.txt": TEXT, "b.png": b"\x89PNG\r\n\x1a\n", "c.docx": docx()[:200], "d.py": "x = 1", "e.txt": "x"},
    )
    result = run("parse", path)
    assert result.exit_code == 3
    assert f"{path}/b.png" in result.stderr
    assert f"{path}/c.docx" in result.stderr
    assert f"{path}/e.txt" in result.stderr


def test_a_blank_form_in_an_archive_is_passed_over(tmp_path):
    path = archive(
        tmp_path,
        {
            "a.txt": TEXT,
            "form.txt": gd.render(gd.blank(gd.Edition.FORM_2021), gd.Layout.HTML)
            if hasattr(gd, "blank")
            else "",
        },
    )
    result = run("check", path)
    assert f"{path}/a.txt" in result.stdout + result.stderr


def test_a_broken_archive_is_not_read(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x03\x04 and no more")
    result = run("parse", path)
    assert result.exit_code == 3
    assert "broken" in result.stderr
