"""Cells files, the comparison of reports with truths, floors that only rise, and the command that runs them."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, strategies as st

import gov_disclosure as gd
from gov_disclosure.cli.commands import app
from gov_disclosure.testing.corpus import Comparison, by_layout, compare, compare_all, find, tally
from gov_disclosure.testing.floors import differences, from_floors, raised, to_floors
from helpers.reports import CORPUS_GOLDENS, FIXTURES, GOLDENS, REPORTS, ROOT, source

NEW = "requests.new_received"
TEXT = source(REPORTS / "tika-2021.txt")
TRUTH = (GOLDENS / "tika-2021.cells").read_text(encoding="utf-8")


def run(*arguments):
    return CliRunner().invoke(app, ["corpus", *map(str, arguments)])


def put(folder: Path, name: str, text: str | None = TEXT, truth: str | None = TRUTH) -> None:
    folder.mkdir(exist_ok=True)
    if text is not None:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    if truth is not None:
        (folder / f"{name}.cells").write_text(truth, encoding="utf-8")


def without_row(label: str) -> str:
    """The text with words in the place of a row's numbers."""
    head, line, rest = TEXT.partition(f"\t{label}\n")
    values, end, after = rest.partition("\n\n")
    assert line
    assert values
    return head + line + "\n".join("\t没有统计" for _ in values.split("\n")) + end + after


LICENSING = "行政许可"


# --- Cells files ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", sorted([*GOLDENS.glob("*.cells"), *CORPUS_GOLDENS.glob("*.cells")]), ids=lambda p: p.stem
)
def test_a_cells_file_comes_back_as_it_was_written(path):
    text = path.read_text(encoding="utf-8")
    assert gd.to_cells(gd.from_cells(text)) == text


def test_what_was_read_of_a_report_comes_back_from_its_cells_file(reports):
    for report in reports.values():
        assert gd.from_cells(gd.to_cells(report)) == gd.Truth.of(report)


CELLS = st.fixed_dictionaries({}, optional={
    row: st.lists(st.sampled_from([".", "/", "_", "?", "0", "7", "1234567"]), min_size=width, max_size=width)
    for row, width in [("proactive.rules", 3), ("proactive.licensing", 1), ("disputes.reconsideration", 5),
                       ("proactive.licensing@2019", 2), ("requests.results.other.total@2019", 7)]
})  # fmt: skip


@given(CELLS)
def test_any_cells_come_back(cells):
    text = "edition: 2021\n" + "".join(f"{row}: {' '.join(words)}\n" for row, words in cells.items())
    truth = gd.from_cells(text)
    assert len(truth.cells) == sum(map(len, cells.values()))
    assert gd.from_cells(gd.to_cells(truth)) == truth


def test_a_cells_file_written_by_hand():
    truth = gd.from_cells(
        "\ufeff# 青溪区, first page\r\n\r\n edition : 2019\r\nlayout: 网页 # 2\r\n"
        "proactive.licensing: 716 -417 .  # page 3\r\nproactive.procurement: / 152790.50\r\n"
    )
    assert (truth.edition, truth.layout, truth.year) == (gd.Edition.FORM_2019, "网页 # 2", None)
    assert {id: cell.value for id, cell in truth.cells.items() if cell.value is not None} == {
        "proactive.licensing.previous_items": 716,
        "proactive.licensing.change": -417,
        "proactive.procurement.amount": pytest.approx(152790.5),
    }
    assert truth.cells["proactive.licensing.decisions"].state is gd.State.BLANK
    assert truth.cells["proactive.procurement.projects"].state is gd.State.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("edition: 2021\nproactive.rulez: 0 0 0", ["line 2", "no row proactive.rulez", "2021"]),
        ("edition: 2021\nproactive.procurement: 0 0", ["line 2", "no row proactive.procurement", "2021"]),
        ("edition: 2021\nproactive.rules@2020: 0 0 0", ["line 2", "proactive.rules@2020"]),
        ("edition: 2021\n\nproactive.rules: 0 0", ["line 3", "has 2 cells; 3 were expected", "issued, repealed, in_force"]),
        ("edition: 2021\nproactive.fees: 0 0", ["line 2", "has 2 cells; 1 were expected", "amount"]),
        ("edition: 2021\nproactive.rules: 0 0 x", ["line 2", "proactive.rules.in_force", '"x"', "., /, _, ?"]),
        ("edition: 2021\nproactive.rules: 0 0 -1", ["line 2", "proactive.rules.in_force", '"-1"']),
        ("edition: 2021\nproactive.rules: 0 0 ３", ["line 2", '"３"']),
        ("edition: 2021\nproactive.fees: " + "9" * 5000, ["line 2", "proactive.fees.amount"]),
        ("edition: 2021\nproactive.rules 0 0 1", ["line 2", "no colon"]),
        ("edition: 2021\nproactive.rules: 0 0 1\nproactive.rules: 0 0 1", ["line 3", "stands there twice"]),
        ("edition: 2020", ["line 1", "edition", '"2020"']),
        ("year: 二〇二一", ["line 1", "year"]),
        ("sections: 1 2 7", ["line 1", "sections"]),
        ("issues: T40", ["line 1", "issues"]),
        ("proactive.rules: 0 0 0", ["line 1", "no row proactive.rules", "2019, 2021"]),
    ],
)  # fmt: skip
def test_a_malformed_truth_says_line_and_reason(lines, words):
    with pytest.raises(gd.SerializedFormError) as error:
        gd.from_cells(lines)
    assert [word for word in words if word not in str(error.value)] == []
    assert f"第{words[0].removeprefix('line ')}行" in str(error.value)


@given(st.text(alphabet="proactive.us: 0/._?@29#\n年"))
def test_any_text_is_a_cells_file_or_an_error_of_the_library(text):
    with suppress(gd.SerializedFormError):
        gd.from_cells(text)


# --- Counting ---------------------------------------------------------------------------------------------


def test_a_report_is_right_about_itself(reports):
    for report in reports.values():
        counts = tally([compare("x", report, gd.Truth.of(report))])
        assert (counts.lost, counts.wrong, counts.empty_otherwise) == (0, 0, 0)
        assert counts.right == sum(cell.value is not None for cell in report.cells.values())


def test_cells_are_right_lost_wrong_or_empty(report):
    truth = gd.from_cells(
        "edition: 2021\n"
        "proactive.rules: 0 0 .\n"  # a number where nothing is
        "proactive.fees: 8\n"  # another number
        "requests.new_received: 3 0 0 1 0 0 4\n"
    )
    read = {id: cell for id, cell in report.cells.items() if id in truth.cells}
    lost = {f"{NEW}.total": gd.Cell(id=f"{NEW}.total", state=gd.State.MISSING)}
    found = compare("x", Copy({**read, **lost}), truth)
    assert found.right == {"proactive.rules": 2, NEW: 6}
    assert found.lost == {NEW: 1}
    assert {cell.id for cell in found.wrong} == {"proactive.rules.in_force", "proactive.fees.amount"}
    assert (found.empty_right, found.empty_otherwise) == (0, 1)


class Copy:
    """As much of a report as is compared."""

    def __init__(self, cells):
        self.cells = cells


@pytest.mark.parametrize("mark", [".", "/", "_", "?"])
def test_a_number_where_the_truth_has_none_is_wrong(mark, report):
    found = compare("x", report, gd.from_cells(TRUTH.replace("licensing: 138", f"licensing: {mark}")))
    assert [cell.id for cell in found.wrong] == ["proactive.licensing.decisions"]


def test_a_number_in_a_row_that_the_truth_does_not_name_is_wrong(report):
    found = compare("x", report, gd.from_cells("edition: 2021\nproactive.rules: 0 0 0"))
    assert len(found.wrong) == 197


@pytest.mark.parametrize(("written", "kept"), [("", "."), ("/", "/")])
@pytest.mark.parametrize("mark", [".", "/"])
def test_empty_cells_are_counted_apart(mark, written, kept):
    report = gd.parse(TEXT.replace(f"\t{LICENSING}\n\t138\n", f"\t{LICENSING}\n\t{written}\n"))
    found = compare("x", report, gd.from_cells(TRUTH.replace("licensing: 138", f"licensing: {mark}")))
    assert (found.empty_right, found.empty_otherwise) == ((1, 0) if mark == kept else (0, 1))
    assert (found.lost, found.wrong) == ({}, ())


def test_counts_are_by_layout(tmp_path):
    put(tmp_path, "a")
    put(tmp_path, "b", without_row(LICENSING))
    put(tmp_path, "c", source(REPORTS / "lines-2021.txt"), (GOLDENS / "lines-2021.cells").read_text("utf-8"))
    put(tmp_path, "d", truth=TRUTH.replace("layout: tika\n", ""))
    counts = by_layout(compare_all(find([tmp_path]).documents))
    assert list(counts) == ["lines", "tika", None]
    assert (counts["tika"].documents, counts["tika"].right, counts["tika"].lost) == (2, 399, 1)
    assert (counts["lines"].documents, counts["lines"].right, counts["lines"].lost) == (1, 200, 0)
    result = run(tmp_path, "--lang", "en")
    lines = [line.split() for line in result.stdout.splitlines() if line.strip(" ─")]
    assert lines == [
        ["layout", "documents", "right", "lost", "wrong", "empty", "right", "otherwise"],
        ["lines", "1", "200", "0", "0", "0", "0"],
        ["tika", "2", "399", "1", "0", "0", "0"],
        ["—", "1", "200", "0", "0", "0", "0"],
        ["all", "4", "799", "1", "0", "0", "0"],
    ]
    assert result.exit_code == 0


@pytest.mark.thorough
def test_processes_change_nothing_about_the_result():
    found = find([REPORTS, FIXTURES], [GOLDENS]).documents
    assert compare_all(found, jobs=2) == compare_all(found, jobs=1)
    assert [comparison.document for comparison in compare_all(found)] == sorted(
        document.name for document in found
    )


# --- What is in the folders -------------------------------------------------------------------------------


def test_a_text_without_truth_and_a_truth_without_text_are_named(tmp_path):
    put(tmp_path, "whole")
    put(tmp_path, "bare", truth=None)
    put(tmp_path, "orphan", text=None)
    result = run(tmp_path, "--lang", "en")
    assert result.stderr.splitlines() == ["bare.txt has no truth", "orphan.cells has no text"]
    assert result.exit_code == 0


def test_an_empty_folder_is_said_so(tmp_path):
    result = run(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no file to read" in result.stderr


def test_truths_may_have_folders_of_their_own_and_texts_stand_deeper(tmp_path):
    put(tmp_path / "texts", "a", truth=None)
    put(tmp_path / "truths", "a", text=None)
    (tmp_path / "texts" / "2021").mkdir()
    (tmp_path / "truths" / "2021").mkdir()
    put(tmp_path / "texts" / "2021", "b", truth=None)
    put(tmp_path / "truths" / "2021", "b", text=None)
    found = find([tmp_path / "texts"], [tmp_path / "truths"])
    assert [document.name for document in found.documents] == ["2021/b.txt", "a.txt"]
    assert (found.without_truth, found.without_text) == ((), ())


def test_two_documents_of_one_name_are_refused(tmp_path):
    put(tmp_path / "one", "a")
    put(tmp_path / "other", "a", truth=None)
    result = run(tmp_path / "one", tmp_path / "other")
    assert result.exit_code == 1
    assert "have the same name" in result.stderr


def test_a_malformed_truth_is_named_and_the_others_compared(tmp_path):
    put(tmp_path, "good")
    put(tmp_path, "bad", truth=TRUTH.replace("proactive.fees: 0", "proactive.fees: none"))
    result = run(tmp_path, "--floors", tmp_path / "floors.json", "--update", "--lang", "en")
    assert result.exit_code == 1
    assert "bad.cells was not read" in result.stderr
    assert "line 13: proactive.fees.amount" in result.stderr
    assert "is not updated" in result.stderr
    assert "has no truth" not in result.stderr
    assert not (tmp_path / "floors.json").exists()


@pytest.mark.parametrize("content", [b"no report", b"\xff\xfe\x00"])
def test_a_file_that_can_not_be_read_loses_all_its_cells_and_is_named(content, tmp_path):
    put(tmp_path, "good")
    put(tmp_path, "bad")
    floors = tmp_path / "floors.json"
    assert run(tmp_path, "--floors", floors, "--update").exit_code == 0
    (tmp_path / "bad.txt").write_bytes(content)
    counts = tally(compare_all(find([tmp_path]).documents))
    assert (counts.documents, counts.right, counts.lost) == (2, 200, 200)
    assert "bad.txt was not read" in run(tmp_path).stderr
    result = run(tmp_path, "--floors", floors)
    assert result.exit_code == 1
    assert "bad.txt: 200 → 0" in result.stdout


# --- Floors -----------------------------------------------------------------------------------------------


@pytest.fixture
def kept(tmp_path):
    """A folder with one document, and its floors."""
    put(tmp_path / "reports", "a")
    floors = tmp_path / "floors.json"
    result = run(tmp_path / "reports", "--floors", floors, "--update", "--lang", "en")
    assert result.exit_code == 0
    assert "a.txt: no floor yet, 200 now" in result.stdout
    return tmp_path / "reports", floors


def test_a_wrong_number_fails_and_is_named_with_cell_truth_value_and_place(kept):
    folder, floors = kept
    stored = floors.read_text(encoding="utf-8")
    put(folder, "a", TEXT.replace("\t138\n", "\t831\n"))
    line = next(n for n, text in enumerate(TEXT.splitlines(), 1) if text == "\t138")
    for options in ([], ["--update"], ["--update", "--lower"]):
        result = run(folder, "--floors", floors, "--lang", "en", *options)
        assert result.exit_code == 1
        named = f'wrong a.txt proactive.licensing.decisions: 138 is true, 831 was read (at {line}:2 "831")'
        assert named in result.stdout
        assert floors.read_text(encoding="utf-8") == stored
    assert "is not updated while a number is wrong" in result.stderr
    assert run(folder).exit_code == 1


def test_a_lost_row_is_a_loss(kept):
    folder, floors = kept
    put(folder, "a", without_row(LICENSING))
    result = run(folder, "--floors", floors)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-2:] == ["a.txt: 200 → 199", "  - proactive.licensing: 1 → 0"]
    assert run(folder).exit_code == 0


def test_update_never_lowers_a_floor_unless_told_to(kept):
    folder, floors = kept
    stored = floors.read_text(encoding="utf-8")
    put(folder, "a", without_row(LICENSING))
    assert run(folder, "--floors", floors, "--update").exit_code == 1
    assert floors.read_text(encoding="utf-8") == stored
    assert run(folder, "--floors", floors, "--update", "--lower").exit_code == 0
    assert from_floors(floors.read_text(encoding="utf-8"))["a.txt"].get("proactive.licensing") is None
    assert run(folder, "--floors", floors).exit_code == 0


def test_a_gain_is_shown_and_update_raises_the_floor(kept):
    folder, floors = kept
    whole = floors.read_text(encoding="utf-8")
    put(folder, "a", without_row(LICENSING))
    run(folder, "--floors", floors, "--update", "--lower")
    put(folder, "a")
    result = run(folder, "--floors", floors)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-2:] == ["a.txt: 199 → 200", "  + proactive.licensing: 0 → 1"]
    assert run(folder, "--floors", floors, "--update").exit_code == 0
    assert floors.read_text(encoding="utf-8") == whole
    assert "→" not in run(folder, "--floors", floors).stdout


def test_a_gain_does_not_make_up_for_a_loss(kept):
    folder, floors = kept
    put(folder, "a", without_row(LICENSING))
    run(folder, "--floors", floors, "--update", "--lower")
    put(folder, "a", without_row("行政处罚"))
    result = run(folder, "--floors", floors, "--update")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-3:] == [
        "a.txt: 199 → 199", "  + proactive.licensing: 0 → 1", "  - proactive.penalties: 1 → 0",
    ]  # fmt: skip
    rows = from_floors(floors.read_text(encoding="utf-8"))["a.txt"]
    assert (rows["proactive.licensing"], rows["proactive.penalties"]) == (1, 1)


def test_a_document_that_is_gone_is_a_loss(kept):
    folder, floors = kept
    put(folder, "b")
    run(folder, "--floors", floors, "--update")
    (folder / "a.txt").unlink()
    result = run(folder, "--floors", floors, "--update", "--lang", "en")
    assert result.exit_code == 1
    assert "a.txt: gone, 200 before" in result.stdout
    assert "a.cells has no text" in result.stderr
    assert set(from_floors(floors.read_text(encoding="utf-8"))) == {"a.txt", "b.txt"}
    assert run(folder, "--floors", floors, "--update", "--lower").exit_code == 0
    assert set(from_floors(floors.read_text(encoding="utf-8"))) == {"b.txt"}


ROWS = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(1, 9))
NAMED = st.dictionaries(st.sampled_from(["x.txt", "y.txt", "z.txt"]), ROWS)


def comparisons(now):
    empty = {"layout": None, "lost": {}, "wrong": (), "empty_right": 0, "empty_otherwise": 0}
    return [Comparison(document=name, right=rows, **empty) for name, rows in now.items()]


@given(NAMED, NAMED)
def test_raised_floors_are_never_below_what_was_or_what_is(floors, now):
    new = raised(comparisons(now), floors)
    assert all(
        new[name][row] >= n for old in (floors, now) for name, rows in old.items() for row, n in rows.items()
    )
    assert not any(d.is_loss for d in differences(comparisons(new), floors))
    assert raised(comparisons(now), new) == new
    assert raised(comparisons(now), floors, lower=True) == now


@given(NAMED)
def test_floors_come_back_a_document_a_line(floors):
    text = to_floors(floors)
    assert from_floors(text) == floors
    assert len(text.splitlines()) == max(len(floors), 1) + 2
    assert text == to_floors(dict(reversed(floors.items())))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not a JSON text"),
        ("[]", "{}: not as the floors are written"),
        ('{"a.txt": 3}', "a.txt: not as"),
        ('{"a.txt": {"right": 3, "rows": {"proactive.rules": "3"}}}', "a.txt: not as"),
        ('{"a.txt": {"right": 4, "rows": {"proactive.rules": 3}}}', "a.txt: right is 4, but its rows make 3"),
    ],
)
def test_malformed_floors_are_said_so(text, words, tmp_path):
    put(tmp_path / "reports", "a")
    (tmp_path / "floors.json").write_text(text, encoding="utf-8")
    result = run(tmp_path / "reports", "--floors", tmp_path / "floors.json")
    assert result.exit_code == 1
    assert words in result.stderr


def test_floors_that_are_not_there_are_said_so(tmp_path):
    put(tmp_path / "reports", "a")
    result = run(tmp_path / "reports", "--floors", tmp_path / "none.json")
    assert result.exit_code == 1
    assert "none.json" in result.stderr


@pytest.mark.parametrize("options", [["--update"], ["--lower"], ["--floors", "x.json", "--lower"]])
def test_wrong_usage_has_exit_code_two(options, tmp_path):
    assert run(tmp_path, *options).exit_code == 2


def test_the_project_keeps_its_own_floors():
    floors = ROOT / "tests" / "floors.json"
    result = run(REPORTS, FIXTURES, "--truths", GOLDENS, "--floors", floors)
    assert result.exit_code == 0, result.output
    assert to_floors(from_floors(floors.read_text(encoding="utf-8"))) == floors.read_text(encoding="utf-8")
    assert str(ROOT) not in floors.read_text(encoding="utf-8")
    assert all(json.loads(floors.read_text(encoding="utf-8")).values())
