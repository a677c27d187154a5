"""The fuzz command: what it counts, what it keeps of a failure, and that a seed gives the same run again."""

import pytest

import gov_disclosure as gd
from fuzz import __main__ as command
from fuzz.laws import LAWS, compared
from fuzz.run import run
from fuzz.shrink import shrunk
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.reports import sample_report
from helpers.golden import drawn, read_golden


def fuzz(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    code = command.main([str(argument) for argument in arguments])
    return code, capsys.readouterr().out


def test_a_table_has_a_line_for_each_layout_and_their_sum(capsys):
    code, out = fuzz(capsys, "--law", "render", "--count", 2, "--seed", 1, "--jobs", 1)
    lines = [line.split() for line in out.splitlines()[2:]]
    assert code == 0
    assert lines[0] == ["law", "kind", "texts", "cells", "kept", "lost", "wrong"]
    assert {line[1] for line in lines[1:]} == {*gd.Layout, "all"}
    assert lines[-1][:3] == ["render", "all", str(2 * len(gd.Layout))]
    assert {line[-1] for line in lines[1:]} == {"0"}


@pytest.mark.parametrize("cases", [8, pytest.param(40, marks=pytest.mark.thorough)])
def test_a_seed_gives_the_same_run_whatever_the_number_of_jobs(cases):
    one, two = (run(["damage", "faults"], 7, cases=cases, minutes=0, jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert one.cases == 2 * cases
    assert run(["damage"], 8, cases=cases, minutes=0, jobs=1) != run(
        ["damage"], 7, cases=cases, minutes=0, jobs=1
    )


@pytest.mark.thorough
def test_minutes_end_a_run():
    assert run(["faults"], 1, cases=None, minutes=0, jobs=1).cases == 200


def planted(choices):
    """A law that a large figure breaks."""
    report = sample_report(choices)
    text = gd.render(report, "tika")
    yield compared("planted", gd.Layout.TIKA, text.replace("99", "98"), report)


@pytest.mark.thorough
def test_a_failure_is_shrunk_and_kept_with_its_truth(capsys, tmp_path, monkeypatch):
    monkeypatch.setitem(LAWS, "planted", planted)
    code, out = fuzz(capsys, "--law", "planted", "--count", 60, "--seed", 1, "--jobs", 1, "--found", tmp_path)
    assert code == 1
    (path,) = tmp_path.glob("*.txt")
    truth = read_golden(path.with_suffix(".cells"))
    report = gd.read(path)
    wrong = {
        key for key, text in drawn(report).items() if text != truth[key] and key not in ("title", "issues")
    }
    assert wrong
    figures = [figure for key, text in truth.items() if "." in key for figure in text.split()]
    assert {figure for figure in figures if figure != "0"} == {"99"} or len(figures) < 10
    assert f"python -m fuzz --law planted --seed 1 --count {int(path.stem.split('-')[-1]) + 1}" in out


def test_what_breaks_no_law_is_not_shrunk():
    choices = Rolled("1")
    list(LAWS["render"](choices))
    assert shrunk(LAWS["render"], choices.made) is None


def test_the_help_names_every_law(capsys):
    with pytest.raises(SystemExit) as done:
        command.main(["--help"])
    assert done.value.code == 0
    out = capsys.readouterr().out
    assert all(f"  {name}" in out and str(law.__doc__) in out for name, law in LAWS.items())


def test_files_of_every_format_are_read_truly_and_damaged_ones_end_in_documented_errors():
    outcome = run(["files"], 5, cases=6, minutes=0, jobs=1)
    true = [tally for (_, kind), tally in outcome.tallies.items() if not kind.endswith("_damaged")]
    assert sum(tally.texts for tally in true) == 6
    assert all(tally.kept and not (tally.lost or tally.wrong) for tally in true)
    assert not outcome.failures
