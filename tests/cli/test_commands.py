"""The command line."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner

import gov_disclosure as gd
from gov_disclosure.cli.commands import app
from gov_disclosure.writing.findings import Checked, to_findings_csv, to_sarif
from helpers.reports import FIXTURES, REPORTS

ONE = str(REPORTS / "tika-2021.txt")


def run(*arguments, **options):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)


def test_parse_writes_one_report_as_json():
    result = run("parse", ONE)
    assert result.exit_code == 0
    assert gd.from_json(result.stdout) == gd.read(ONE)


def test_parse_writes_a_folder_as_an_array():
    result = run("parse", REPORTS)
    data = json.loads(result.stdout)
    assert [gd.from_json(json.dumps(entry)) for entry in data] == [
        gd.read(p) for p in sorted(REPORTS.glob("*.txt"))
    ]


def test_parse_and_render_deliver_every_report_of_a_file(tmp_path):
    one = Path(ONE).read_text(encoding="utf-8")
    path, rendered = tmp_path / "two.txt", tmp_path / "rendered.txt"
    path.write_text(one.replace("2021年", "2020年") + one, encoding="utf-8")
    data = json.loads(run("parse", path).stdout)
    assert [entry["year"] for entry in data] == [2020, 2021]
    table = csv.DictReader(io.StringIO(run("parse", path, "--to", "csv", "--shape", "wide").stdout))
    assert [row["year"] for row in table] == ["2020", "2021"]
    assert run("render", path, "--layout", "markdown", "-o", rendered).exit_code == 0
    assert [report.year for report in gd.read_all(rendered)] == [2020, 2021]


@pytest.mark.parametrize("shape", ["long", "wide"])
def test_parse_writes_csv_to_a_file(shape, tmp_path):
    out = tmp_path / "out.csv"
    assert run("parse", REPORTS, "--to", "csv", "--shape", shape, "-o", out).exit_code == 0
    assert len(gd.from_csv(out)) == 16


def test_parse_reads_standard_input():
    result = run("parse", "-", "--to", "csv", input=(REPORTS / "tika-2021.txt").read_bytes())
    assert gd.from_csv(io.StringIO(result.stdout))[0].cells == gd.read(ONE).cells


def test_a_bad_file_never_stops_a_run_and_is_named_at_the_end(tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text("x", encoding="utf-8")
    result = run("parse", bad, ONE, tmp_path / "none.txt")
    assert result.exit_code == 3
    assert len(json.loads(result.stdout)) == 1
    assert "bad.txt" in result.stderr
    assert "none.txt" in result.stderr
    assert result.stderr.strip().endswith("2 / 3")


def test_strict_counts_a_report_with_errors_as_not_read():
    result = run("parse", "--strict", FIXTURES / "page-break-rows.txt")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "T403" in result.stderr
    assert run("parse", "--strict", ONE).exit_code == 0


def test_a_folder_without_reports_is_said_so(tmp_path):
    result = run("parse", tmp_path)
    assert result.exit_code == 3
    assert "没有可读取的文件" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["parse"],
        ["parse", ONE, "--to", "xml"],
        ["nothing"],
        ["render", ONE, "--layout", "doc"],
        ["blank", "2014"],
    ],
)
def test_wrong_usage_has_exit_code_two(arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("command", ["parse", "check", "panel"])
def test_a_file_that_is_read_is_never_written_over(command, tmp_path):
    path = tmp_path / "one.txt"
    path.write_bytes((REPORTS / "tika-2021.txt").read_bytes())
    for arguments in ([path, "-o", path], ["-o", path, path], [tmp_path, "-o", path]):
        result = run(command, *arguments)
        assert result.exit_code == 2
        assert "待读取" in result.stderr
    if command == "check":
        assert run(command, path, "--html", path).exit_code == 2
    assert path.read_bytes() == (REPORTS / "tika-2021.txt").read_bytes()


@pytest.mark.parametrize(("command", "code"), [("parse", 3), ("show", 3), ("check", 3), ("panel", 3)])
def test_a_path_that_cannot_be_looked_at_is_a_file_that_is_not_read(command, code):
    result = run(command, "x" * 5000 + ".txt")
    assert result.exit_code == code
    assert "was not read" in result.stderr


def started(*arguments, before="", **options):
    """The command line in a process of its own."""
    code = f"import sys\n{before}\nfrom gov_disclosure.cli import main\nmain()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, **options)


@pytest.mark.parametrize(
    ("arguments", "before", "code"),
    [
        (["check", "-"], "sys.stdin = None", 3),
        (["check", ONE, "--level", "info"], "sys.stdout = None", 2),
        (["parse", ONE], "sys.stdout = None", 2),
        (["show", ONE], "sys.stdout = None", 2),
        (["show", ONE], "sys.stdout.reconfigure(encoding='ascii')", 0),
        (["check", ONE, "--level", "info"], "sys.stdout.reconfigure(encoding='ascii')", 0),
    ],
)
def test_a_closed_stream_or_one_that_knows_no_chinese_gives_no_traceback(arguments, before, code):
    done = started(*arguments, before=before)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert code == 0 or done.stderr


def test_show_sets_a_row_below_its_groups_and_moves_all_lines_of_a_label_in():
    shown = run("show", REPORTS / "tika-2021.txt", env={"COLUMNS": "80"}).stdout.splitlines()
    begun = {line.split()[0]: len(line) - len(line.lstrip()) for line in shown if line.strip()}
    assert sum("三、本年度办理结果" in line for line in shown) == 1
    group, row, cause, rest = (begun[label] for label in (
        "三、本年度办理结果", "（三）不予公开", "5.要求行政机关确认或重新出", "具已获取信息",
    ))  # fmt: skip
    assert (row, cause, rest) == (group + 1, group + 2, group + 2)


def test_show_tells_blank_slash_and_missing_apart(tmp_path):
    text = (REPORTS / "tika-2021.txt").read_text(encoding="utf-8")
    text = text.replace("\t规章\n\t0\n\t0\n\t0\n", "\t规章\n\t/\n\t\n\t没有\n")
    text = text.replace("\t行政强制\n\t0\n", "")
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    result = run("show", path, env={"COLUMNS": "100"})
    assert result.exit_code == 0
    line = next(line for line in result.stdout.splitlines() if line.strip().startswith("规章"))
    assert line.split() == ["规章", "/", "空", "不明"]
    line = next(line for line in result.stdout.splitlines() if line.strip().startswith("行政强制"))
    assert line.split() == ["行政强制", "缺"]
    assert "V501" in result.stdout
    assert "V504" not in result.stdout
    assert "V504" in run("show", path, "--all-issues").stdout


def test_show_prints_each_block_in_its_own_edition():
    lines = run("show", FIXTURES / "mixed-editions.txt").stdout.splitlines()
    assert any(line.split() == ["本年新制作数量", "本年新公开数量", "对外公开总数量"] for line in lines)
    assert any(line.split()[1:] == ["7", "0", "7"] for line in lines)
    assert any(line.split() == ["行政许可", "138"] for line in lines)
    assert not any("缺" in line.split() for line in lines)


def test_show_speaks_english():
    result = run("show", FIXTURES / "page-break-rows.txt", "--lang", "en")
    assert "has no values; 7 were expected" in " ".join(result.stdout.split())


@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_show_never_breaks_a_number(width, tmp_path):
    text = (REPORTS / "tika-2021.txt").read_text(encoding="utf-8").replace("\t138\n", "\t11398889\n")
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    assert "11398889" in run("show", path, env={"COLUMNS": width}).stdout


@pytest.mark.parametrize("layout", list(gd.Layout))
def test_render_writes_a_report_in_a_layout(layout, tmp_path):
    out = tmp_path / "out.txt"
    assert run("render", ONE, "--layout", layout, "-o", out).exit_code == 0
    assert out.read_bytes().decode("utf-8") == gd.render(gd.read(ONE), layout)


def test_render_reads_standard_input_and_writes_markdown():
    result = run("render", "-", input=(REPORTS / "tika-2021.txt").read_bytes())
    assert (result.exit_code, result.stdout) == (0, gd.render(gd.read(ONE), gd.Layout.MARKDOWN))


def test_render_names_a_file_that_is_no_report(tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text("x", encoding="utf-8")
    result = run("render", bad)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "bad.txt" in result.stderr


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_blank_writes_the_form(edition, tmp_path):
    assert run("blank", edition).stdout == gd.render(gd.blank_form(edition))
    out = tmp_path / "form.html"
    assert run("blank", edition, "--layout", "html", "-o", out).exit_code == 0
    assert out.read_text(encoding="utf-8") == gd.render(gd.blank_form(edition), "html")


@pytest.mark.parametrize("kind", ["json", "long", "wide"])
def test_schema_prints_a_schema(kind):
    expected = gd.json_schema() if kind == "json" else gd.table_schema(kind)
    assert json.loads(run("schema", kind).stdout) == expected


def test_without_its_extra_the_command_says_what_to_install():
    code = "import sys; sys.modules['click'] = None; import gov_disclosure.cli as cli; cli.main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert 'pip install "gov-disclosure[cli]"' in done.stderr
    assert "Traceback" not in done.stderr


def test_the_package_runs_as_the_command():
    command = [sys.executable, "-m", "gov_disclosure", "check", ONE]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert subprocess.run([*command, "--select", "X"], capture_output=True, check=False).returncode == 2


def test_the_library_does_not_need_the_extra():
    code = "import sys; sys.modules['click'] = sys.modules['rich'] = None; import gov_disclosure"
    subprocess.run([sys.executable, "-c", code], check=True)


# --- check ------------------------------------------------------------------------------------------------


@pytest.fixture
def broken(tmp_path):
    """A report in which one figure is wrong, in two sums."""
    text = (REPORTS / "rows-2021.txt").read_text(encoding="utf-8")
    new = next(line for line in text.splitlines() if "一、本年新收" in line)
    cells = new.split("\t")
    at = next(index for index, cell in enumerate(cells) if cell.strip().isdigit())
    path = tmp_path / "broken.txt"
    path.write_text(
        text.replace(new, "\t".join([*cells[:at], str(int(cells[at]) + 7), *cells[at + 1 :]])), "utf-8"
    )
    return path


def test_check_prints_what_fails_with_its_place_and_ends_with_one(broken):
    result = run("check", broken)
    assert result.exit_code == 1
    *lines, verdict = result.stdout.splitlines()
    assert verdict == f"{broken}: 已核对42/42项合计：错误2条，警示1条"
    assert [line.split(" ")[1:3] for line in lines] == [
        ["error", "B602"],
        ["error", "B603"],
        ["warning", "B605"],
    ]
    assert all(line.startswith(f"{broken}:") for line in lines)
    assert "differ by 7" in run("check", broken, "--lang", "en").stdout


def test_check_of_a_report_that_adds_up_lists_nothing_and_ends_with_zero():
    result = run("check", ONE)
    assert (result.exit_code, result.stdout) == (0, f"{ONE}: 已核对42/42项合计：错误0条，警示0条\n")


def test_check_says_beside_its_findings_how_much_was_checked_and_what_could_not_be(broken):
    said = run("check", broken, ONE, "--lang", "en").stderr
    assert said == "2 report(s), 84/84 sums checked: 2 error(s), 1 warning(s)\n"
    blank = FIXTURES / "totals-only-tika.txt"
    notes = len(gd.check(gd.read(blank)))
    assert f"；提示{notes}条" in run("check", blank).stderr
    assert "--level" not in run("check", blank, "--level", "info").stderr
    lost = FIXTURES / "page-break-rows.txt"
    unread = sum(issue.level is not gd.Level.INFO for issue in gd.read(lost).issues)
    assert f", {unread} place(s) that could not be read well" in run("check", lost, "--lang", "en").stderr
    assert run("check", broken, "--to", "json").stderr == ""


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "B603"], {"B603"}),
        (["--ignore", "B603"], {"B602", "B605"}),
        (["--select", "B6", "--ignore", "B602", "--ignore", "B603", "--ignore", "B605"], set()),
    ],
)
def test_check_applies_the_rules_that_are_chosen(broken, options, codes):
    result = run("check", broken, "--to", "json", *options)
    (one,) = json.loads(result.stdout)
    assert {finding["code"] for finding in one["findings"]} == codes
    assert result.exit_code == bool(codes)
    assert run("check", broken, "--select", "X1").exit_code == 2
    assert run("check", broken, "--select", "").exit_code == 2


def test_check_shows_and_fails_on_the_levels_asked_for():
    blank = FIXTURES / "totals-only-tika.txt"
    assert " info " not in run("check", blank).stdout
    assert " info " in run("check", blank, "--level", "info").stdout
    assert run("check", blank, "--fail-on", "info").exit_code == 1


def test_check_writes_json_csv_and_sarif_of_the_same_findings(broken, tmp_path):
    found = gd.check(gd.read(broken))
    (one,) = json.loads(run("check", broken, "--to", "json").stdout)
    assert one["source"] == str(broken)
    assert [(f["id"], f["left"], f["right"], tuple(f["cells"])) for f in one["findings"]] == [
        (f.id, f.left, f.right, f.cells) for f in found
    ]
    table = run("check", broken, ONE, "--to", "csv", "-o", tmp_path / "out.csv")
    assert table.exit_code == 1
    *rows, sound = csv.DictReader((tmp_path / "out.csv").read_text("utf-8").splitlines())
    assert (sound["source"], sound["code"], sound["sums"], sound["all_sums"]) == (ONE, "", "42", "42")
    differences = ["" if f.difference is None else str(f.difference) for f in found]
    assert [(row["id"], row["difference"]) for row in rows] == [
        (f.id, difference) for f, difference in zip(found, differences, strict=True)
    ]
    sarif = json.loads(run("check", broken, "--to", "sarif", "--lang", "en").stdout)
    (scan,) = sarif["runs"]
    assert sarif["version"] == "2.1.0"
    assert {rule["id"] for rule in scan["tool"]["driver"]["rules"]} == {rule.code for rule in gd.RULES}
    for result, finding in zip(scan["results"], found, strict=True):
        assert (result["ruleId"], result["level"]) == (finding.code, finding.level.value)
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (
            finding.locations[0].line,
            finding.locations[0].column,
        )


def test_sarif_names_each_place_once_and_any_file_name(broken):
    finding = gd.check(gd.read(broken), ["B603"])[0]
    first, second, *_ = finding.locations
    several = evolve(finding, locations=(first, first, second, first, second))
    run_of = json.loads(to_sarif([Checked("f\udcff.txt", (several,))], "zh"))["runs"][0]
    (result,) = run_of["results"]
    places = [place["physicalLocation"] for place in (*result["locations"], *result["relatedLocations"])]
    assert [place["region"]["startColumn"] for place in places] == [first.column, second.column]
    assert {place["artifactLocation"]["uri"] for place in places} == {"f%FF.txt"}


def test_findings_as_csv_run_nothing_in_a_spreadsheet(broken):
    text = to_findings_csv([Checked("=q.txt", gd.check(gd.read(broken)))])
    assert {row["source"] for row in csv.DictReader(io.StringIO(text))} == {"'=q.txt"}


def test_check_writes_a_page_beside_what_it_prints(broken, tmp_path):
    out = tmp_path / "page.html"
    result = run("check", broken, ONE, "--html", out, "--lang", "en")
    assert (result.exit_code, result.stdout) == (1, run("check", broken, ONE, "--lang", "en").stdout)
    reports = [gd.read(path) for path in (broken, ONE)]
    texts = [path.read_bytes().decode("utf-8") for path in (broken, REPORTS / "tika-2021.txt")]
    pages = [gd.Page(report, gd.check(report), text) for report, text in zip(reports, texts, strict=True)]
    assert out.read_bytes().decode("utf-8") == gd.to_html(pages, "en")


def test_a_page_has_the_findings_of_all_levels_and_of_the_rules_that_are_chosen(tmp_path):
    out = tmp_path / "page.html"
    run("check", FIXTURES / "totals-only-tika.txt", "--select", "B603", "--html", out)
    page = out.read_text("utf-8")
    assert "B603" in page
    assert "B601" not in page


def test_a_page_of_standard_input_has_its_text(tmp_path):
    out = tmp_path / "page.html"
    text = (REPORTS / "tika-2021.txt").read_bytes()
    assert run("check", "-", "--html", out, input=text).exit_code == 0
    assert 'class="place"' in out.read_text("utf-8")


def test_a_page_that_cannot_be_written_is_wrong_usage(broken, tmp_path):
    result = run("check", broken, "--html", tmp_path / "none" / "page.html")
    assert result.exit_code == 2
    assert "--html" in result.stderr
    assert "B603" in result.stdout


def test_without_its_extra_a_page_says_what_to_install(broken, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "gov_disclosure.writing.page.page", raising=False)
    result = run("check", broken, "--html", tmp_path / "page.html")
    assert result.exit_code == 2
    assert 'pip install "gov-disclosure[html]"' in result.stderr


def test_check_ends_with_three_if_a_file_was_not_read(broken, tmp_path):
    result = run("check", broken, tmp_path / "none.txt")
    assert result.exit_code == 3
    assert "B603" in result.stdout
    assert "none.txt" in result.stderr
