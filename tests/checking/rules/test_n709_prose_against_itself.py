"""N709: the prose against itself, and all dealt with against what the tables carry forward."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.checking.examples import Example


def found(prose, **figures):
    """What N709 says of the sound report with a sentence, and cells of requests that differ."""
    cells = {f"requests.{row}.total": figure for row, figure in figures.items()}
    return gd.check(Example(prose=prose, figures=cells).report, ["N709"])


LEFT = [
    "全年收到政府信息公开申请3件，均已按时答复。",
    "收到政府信息公开申请3件，已全部办结。",
    "收到政府信息公开申请3件，所有申请均已办结。",
]


@pytest.mark.parametrize("prose", LEFT)
def test_all_dealt_with_stands_against_what_is_carried_forward(prose):
    (finding,) = found(prose, carried_forward=1)
    assert (finding.level, finding.outcome) == (gd.Level.WARNING, gd.Outcome.FAILS)
    assert "requests.carried_forward.total" in finding.cells
    assert finding.locations[0].line >= 1
    assert found(prose) == ()


@pytest.mark.parametrize(
    "prose",
    [
        "收到政府信息公开申请3件，除1件外均已答复。",
        "收到政府信息公开申请3件，其中2件已办结，1件结转下年度办理，其余均已答复。",
        "收到政府信息公开申请3件，通过网站提交的均已答复。",
        "收到政府信息公开申请3件，到期的均已答复。",
        "收到政府信息公开申请3件，其中信函1件，均已答复。",
        "收到政府信息公开申请3件。收到建议提案2件，均已办结。",
        "2022年收到政府信息公开申请3件，均已答复。",
    ],
)
def test_what_is_not_said_of_all_requests_of_the_year_is_no_contradiction(prose):
    assert found(prose, carried_forward=1) == ()


def test_what_was_there_before_the_year_may_be_what_is_left():
    prose = "全年新收政府信息公开申请3件，均已按时答复。"
    assert found(prose, carried_forward=1, carried_over=1) == ()
    assert len(found(prose, carried_forward=2, carried_over=1)) == 1


def test_without_a_figure_carried_forward_nothing_is_said():
    report = Example(prose=LEFT[0], figures={"requests.carried_forward.total": 1}).report
    id = "requests.carried_forward.total"
    cells = {**report.cells, id: evolve(report.cells[id], state=gd.State.BLANK, value=None)}
    assert gd.check(evolve(report, cells=cells), ["N709"]) == ()


def test_one_figure_with_two_numbers_is_found_once():
    (finding,) = found("全年收到政府信息公开申请3件。\n（二）依申请公开\n全年共收到政府信息公开申请4件。")
    assert (finding.left, finding.right) == (4, 3)
    assert found("全年收到政府信息公开申请3件。\n（二）依申请公开\n全年共收到政府信息公开申请3件。") == ()


def test_where_requests_were_carried_over_two_numbers_may_be_with_and_without_them():
    prose = "全年收到政府信息公开申请3件。\n（二）依申请公开\n全年共收到政府信息公开申请4件。"
    assert found(prose, carried_over=1) == ()


@pytest.mark.parametrize(
    ("prose", "sum"),
    [
        ("收到政府信息公开申请3件，其中自然人2件、商业企业2件。", 4),
        ("收到政府信息公开申请3件，其中自然人1件、法人或其他组织1件。", 2),
        ("办结政府信息公开申请3件，其中予以公开2件，不予公开2件。", 4),
        (
            "办结政府信息公开申请9件，其中予以公开2件，部分公开1件，不予公开2件，无法提供1件，不予处理1件，其他处理1件。",
            8,
        ),
        ("因政府信息公开被申请行政复议3件，其中维持2件，纠正2件。", 4),
    ],
)
def test_parts_that_are_more_than_their_whole_or_all_and_less_are_found(prose, sum):
    (finding,) = found(prose)
    assert finding.right == sum
    assert str(sum) in finding.message.zh


@pytest.mark.parametrize(
    "prose",
    [
        "收到政府信息公开申请3件，其中自然人2件、商业企业1件。",
        "收到政府信息公开申请3件，其中自然人2件。",
        "答复政府信息公开申请3件，予以公开3件，其他处理1件。",
        "办结政府信息公开申请3件，其中予以公开1件，不予公开2件（过程性信息1件、国家秘密1件）。",
        "收到政府信息公开申请近百件，其中自然人120件。",
    ],
)
def test_parts_that_may_be_all_or_some_are_no_contradiction(prose):
    assert found(prose) == ()
