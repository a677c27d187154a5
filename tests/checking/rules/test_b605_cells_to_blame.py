"""B605: which cells to change so that all sums hold, and that arithmetic can't always tell."""

import sys

from attrs import evolve

import gov_disclosure as gd
from helpers.checked import full, raised, saying, with_cell

NEW = "requests.new_received"
GRANTED = "requests.results.granted"
OUTCOMES = ("upheld", "rectified", "other", "pending", "total")


def test_nobody_is_blamed_where_all_sums_hold():
    assert gd.check(full(), ["B605"]) == ()


def test_the_one_cell_is_named_that_makes_all_sums_hold():
    id = f"{GRANTED}.natural_person"
    report = raised(full(), id, 4)
    (finding,) = gd.check(report, ["B605"])
    assert (finding.cells, finding.level, finding.outcome) == ((id,), gd.Level.WARNING, gd.Outcome.FAILS)
    assert finding.locations == (report.cells[id].location,)
    written, right = report.cells[id].value, full().cells[id].value
    assert f"{written}→{right}" in finding.message.zh
    assert f"{written} → {right}" in finding.message.en


def test_where_arithmetic_cannot_tell_it_says_so_and_lists_them_all():
    (finding,) = gd.check(raised(full(), "disputes.reconsideration.total", 4), ["B605"])
    assert finding.cells == tuple(f"disputes.reconsideration.{column}" for column in OUTCOMES)
    assert "无法判断" in finding.message.zh
    assert "can't tell" in finding.message.en


def test_how_a_figure_came_about_is_said_where_its_digits_tell():
    id = "requests.new_received.total"
    zeros = evolve(full(), cells={id: evolve(cell, value=0) for id, cell in full().cells.items()})
    twelve = {f"{NEW}.natural_person", id, f"{GRANTED}.natural_person", f"{GRANTED}.total"}
    twelve |= {"requests.results.total.natural_person", "requests.results.total.total"}
    cells = {one: evolve(cell, value=12) if one in twelve else cell for one, cell in zeros.cells.items()}
    (finding,) = gd.check(with_cell(evolve(zeros, cells=cells), id, 2), ["B605"])
    assert finding.cells == (id,)
    assert "漏写一位数字" in finding.message.zh
    assert "a digit is missing" in finding.message.en


def test_a_figure_that_the_prose_gives_too_is_said_to_be_so():
    id = "requests.new_received.total"
    report = saying(f"全年新收政府信息公开申请{full().cells[id].value}件。")
    (finding,) = gd.check(raised(report, id, 4), ["B605"])
    assert "与文字所述一致" in finding.message.zh
    assert "as the prose says" in finding.message.en
    (finding,) = gd.check(raised(full(), id, 4), ["B605"])
    assert "文字" not in finding.message.zh


def test_without_the_solver_more_than_one_wrong_figure_is_not_assessable(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy", None)
    monkeypatch.delitem(sys.modules, "gov_disclosure.checking.localizing.program", raising=False)
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    report = raised(raised(full(), f"{NEW}.natural_person", 4), f"{GRANTED}.commercial_enterprise", 9)
    (finding,) = gd.check(report, ["B605"])
    assert (finding.outcome, finding.cells) == (gd.Outcome.NOT_ASSESSABLE, ())
    assert "scipy" in finding.message.zh
    assert "scipy" in finding.message.en
