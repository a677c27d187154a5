"""Characters that a terminal or a page would obey: none of a text, a file name or an issuer goes out as it is."""

import io
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from decimal import Decimal

import pytest
from attrs import evolve
from click.testing import CliRunner
from rich.console import Console

import gov_disclosure as gd
from gov_disclosure.cli.commands import app
from gov_disclosure.cli.show import show
from gov_disclosure.tracing import STAGES
from helpers.reports import REPORTS

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
RED = "\x1b[31m"
TURNED = "\u202e"
PLAIN = (REPORTS / "rows-2021.txt").read_text(encoding="utf-8")
TITLE = PLAIN.splitlines()[0]
NEW = next(line for line in PLAIN.splitlines() if line.startswith("一、本年新收"))
FORWARD = next(line for line in PLAIN.splitlines() if line.startswith("四、结转"))
HOSTILE = (
    PLAIN.replace(TITLE, f"{RED}青溪{TURNED}人民\x9b31m{TITLE}")
    .replace(NEW, "\t".join([NEW.split("\t")[0], *NEW.split("\t")[1:3], f"{RED}1", *NEW.split("\t")[4:]]))
    .replace(FORWARD, f"{FORWARD[:-1]}0\u2067x")
    .replace("。", f"。{TURNED}\x07")
)
NAMES = ["a\nb.txt", f"a{RED}b{TURNED}.txt"]


def run(*arguments):
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(params=NAMES, ids=["newline", "escape"])
def path(request, tmp_path):
    file = tmp_path / request.param
    file.write_text(HOSTILE, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "--all-issues"), ("show", "--lang", "en"), ("check", "--level", "info"), ("panel", "--level", "info"),
        ("check", "--level", "info", "--to", "json"), ("check", "--to", "sarif"), ("parse", "--strict"),
        *(("trace", "--stage", stage) for stage in STAGES),
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_command_prints_them(arguments, path):
    result = run(*arguments, path)
    assert OBEYED.findall(result.output) == []
    # Nor does the file's name break its line.
    assert "a\nb" not in result.output


def test_a_cell_is_shown_with_its_escape(path):
    shown = run("trace", "--stage", "cells", path).output
    assert "\\x1b[31m1" in shown
    assert "\\x1b[31m1" in run("show", path).output


def test_a_file_that_is_not_read_is_named_with_its_escape(path):
    path.write_text("no report", encoding="utf-8")
    for command in ("parse", "show", "check", "panel"):
        result = run(command, path)
        assert result.exit_code in (1, 3)
        assert OBEYED.findall(result.output) == []
        assert repr(path.name)[1:-1] in result.output


def test_a_file_that_is_not_there_is_named_with_its_escape(tmp_path):
    for name in NAMES:
        for command in ("parse", "trace", "render"):
            result = run(command, tmp_path / name)
            assert OBEYED.findall(result.output) == []
            assert repr(name)[1:-1] in result.output


def test_the_corpus_names_documents_and_layouts_with_their_escapes(path):
    for other in ("alone\n\x1b[31m.txt", "bad\n\x1b[31m.cells"):
        path.with_name(other).write_text("no report", encoding="utf-8")
    report = gd.parse(HOSTILE)
    truth = re.sub(
        r"(?m)^requests\.new_received: .*$", "requests.new_received: 9 9 9 9 9 9 9", gd.to_cells(report)
    )
    path.with_suffix(".cells").write_text(f"layout: {RED}[red]\n{truth}", encoding="utf-8")
    result = run("corpus", path.parent)
    assert OBEYED.findall(result.output) == []
    assert "\\x1b[31m" in result.stdout
    assert "[red]" in result.stdout
    assert result.stdout.count("\n\x1b") == 0


def test_errors_have_none(path):
    with pytest.raises(gd.NotAReportError):
        gd.parse(RED)
    with pytest.raises(gd.StrictParseError) as strict:
        gd.read(path, strict=True)
    with pytest.raises(gd.SerializedFormError) as cells:
        gd.from_cells(f"title{RED}{TURNED}")
    with pytest.raises(gd.SerializedFormError) as extra:
        gd.from_json(json.dumps(json.loads(gd.to_json(gd.parse(PLAIN))) | {RED: 1}))
    with pytest.raises(gd.FileFormatError) as kind:
        gd.read(b"PK\x03\x04", name=f"{path}{RED}\n")
    for error in (strict, cells, extra, kind):
        assert OBEYED.findall(str(error.value)) == []


def test_messages_have_none(path):
    report = gd.read(path)
    said = [*report.issues, *gd.check(report), *gd.check_panel([report, gd.parse(PLAIN)])]
    assert [found for one in said for found in OBEYED.findall(f"{one.message.zh}{one.message.en}")] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_page_has_them(lang, path):
    report = gd.read(path)
    html = gd.to_html(gd.Page(report, gd.check(report), HOSTILE), lang)
    assert OBEYED.findall(html) == []
    assert "\\x1b[31m1" in html
    assert repr(path.name)[1:-1] in html
    # The tabs of its source are no harm.
    assert "\t" in html


def test_no_notebook_has_them(path):
    html = gd.read(path)._repr_html_()
    assert OBEYED.findall(html) == []
    assert "\\x1b[31m" in html
    assert repr(path.name)[1:-1] in html


def test_what_was_made_elsewhere_is_shown_with_its_escapes():
    hostile = gd.Message(f"{RED}红\n", f"{RED}red\n")
    unit = gd.Cell(id="proactive.fees.amount", value=Decimal(1), state=gd.State.REPORTED, unit=RED)
    data = gd.parse(PLAIN)
    issue = gd.Issue(code="T408", level=gd.Level.ERROR, message=hostile, raw=RED)
    report = evolve(
        data, title=RED, issuer=f"{TURNED}{RED}", issues=(issue,), cells={**data.cells, unit.id: unit}
    )
    finding = gd.Finding(
        code="B603", id="B603.x", level=gd.Level.ERROR, outcome=gd.Outcome.FAILS, message=hostile
    )
    stream = io.StringIO()
    show(report, Console(file=stream), "en")
    pages = [gd.to_html(gd.Page(report, (finding,)), lang) for lang in ("zh", "en")]
    for shown in (stream.getvalue(), report._repr_html_(), *pages):
        assert OBEYED.findall(shown) == []
        assert "\\x1b[31m" in shown


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
def test_a_table_on_a_terminal_is_escaped_and_in_a_file_as_it_is(tmp_path):
    import pty

    file = tmp_path / "a.txt"
    file.write_text(HOSTILE, encoding="utf-8")
    command = [sys.executable, "-m", "gov_disclosure", "parse", str(file), "--to", "csv"]
    above, below = pty.openpty()
    with subprocess.Popen(command, stdout=below, stderr=subprocess.DEVNULL) as process:
        os.close(below)
        said = b""
        # At its end a terminal gives an error.
        with suppress(OSError):
            while part := os.read(above, 1 << 16):
                said += part
    os.close(above)
    assert process.returncode == 0
    assert "\\x1b[31m" in said.decode()
    assert OBEYED.findall(said.decode().replace("\r\n", "\n")) == []
    piped = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert RED in piped
