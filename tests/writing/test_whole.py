"""Outputs are whole or not there: broken off, what stood there stays."""

import os
import signal
import subprocess
import sys
import time
from random import Random

import pytest

import gov_disclosure as gd
from gov_disclosure.writing.whole import written_whole
from helpers.reports import REPORTS, read_all

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


def test_what_is_written_stands_there_when_all_of_it_is(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    with written_whole(path) as stream:
        stream.write("new")
        assert path.read_text("utf-8") == "old"
    assert path.read_text("utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_what_stood_there_and_nothing_beside(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        _interrupted(path)
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_not_wanted_is_not_put_there(tmp_path):
    path = tmp_path / "out.txt"
    with written_whole(path, wanted=lambda: False) as stream:
        stream.write("nothing")
    assert list(tmp_path.iterdir()) == []


@posix
def test_rights_are_kept_and_a_link_leads_to_the_file_that_is_replaced(tmp_path):
    path, link = tmp_path / "out.txt", tmp_path / "link.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    with written_whole(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert path.read_text("utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_table_whose_reports_break_off_is_not_written(tmp_path):
    path = tmp_path / "out.csv"
    report = read_all()["tika-2021"]

    def broken():
        yield report
        raise gd.NotAReportError("broken off")

    with pytest.raises(gd.NotAReportError):
        gd.to_csv(broken(), path)
    assert not path.exists()


def test_of_two_that_write_to_one_place_the_last_to_end_stands_there_whole(tmp_path):
    path = tmp_path / "out.txt"
    with written_whole(path) as one:
        one.write("one" * 1000)
        with written_whole(path) as other:
            other.write("other")
        assert path.read_text("utf-8") == "other"
        one.write("one")
    assert path.read_text("utf-8") == "one" * 1001


@posix
def test_a_full_disk_leaves_what_stood_there(tmp_path):
    import resource

    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "gov_disclosure", "parse", str(REPORTS), "--to", "csv", "-o", str(path)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )
    assert result.returncode == 2
    assert "--output" in result.stderr
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@posix
@pytest.mark.thorough
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_killed_at_any_moment_leaves_the_old_file_or_the_whole_new_one(tmp_path, sign):
    path = tmp_path / "out.csv"
    whole = _written(path)
    random = Random(str(sign))
    for _ in range(17):
        path.write_text("old", encoding="utf-8")
        process = _started(path)
        time.sleep(random.uniform(0.05, 1.2))
        process.send_signal(sign)
        process.wait(30)
        assert path.read_text("utf-8") in ("old", whole)
        if sign != signal.SIGKILL:
            assert list(tmp_path.iterdir()) == [path]
        for left in tmp_path.glob(".*.part"):
            left.unlink()


@posix
@pytest.mark.thorough
def test_two_runs_to_one_output_never_mix(tmp_path):
    path = tmp_path / "out.csv"
    whole = _written(path)
    for delay in (0, 0.05, 0.2):
        first = _started(path)
        time.sleep(delay)
        second = _started(path)
        assert first.wait(60) == second.wait(60) == 0
        assert path.read_text("utf-8") == whole


def _interrupted(path):
    with written_whole(path) as stream:
        stream.write("new")
        raise KeyboardInterrupt


def _started(path):
    return subprocess.Popen(
        [sys.executable, "-m", "gov_disclosure", "parse", str(REPORTS), "--to", "csv", "-o", str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _written(path):
    assert _started(path).wait(60) == 0
    return path.read_text("utf-8")
