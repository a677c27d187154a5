"""Rows between spaces whose empty cells have left nothing but their room."""

import pytest

import gov_disclosure as gd
from helpers.golden import STATES

START = "一、总体情况\n照常。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
HEAD = "                                   自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n"
NEW = "一、本年新收政府信息公开申请数量   31      12        5         2             7             6     63\n"
OVER = "二、上年结转政府信息公开申请数量   {}\n"
GRANTED = (
    "（一）予以公开                     108     4                                               1     113\n"
)
FORWARD = "四、结转下年度继续办理             3       0         0         4             0             0     7\n"
LOST = "? ? ? ? ? ? ?"


def drawn(text: str, row: str = "requests.carried_over") -> str:
    cells = [cell for id, cell in gd.parse(START + text).cells.items() if id.rpartition(".")[0] == row]
    return " ".join(STATES.get(cell.state, str(cell.value)) for cell in cells)


def over(values: str) -> str:
    return HEAD + NEW + OVER.format(values) + GRANTED + FORWARD


@pytest.mark.parametrize(
    ("values", "cells"),
    [
        ("2                                                             2", "2 . . . . . 2"),
        ("        9                                                     9", ". 9 . . . . 9"),
        ("41                5                       1041                1087", "41 . 5 . 1041 . 1087"),
        # Its sum fails: where its values stand is certain all the same.
        ("2       1                                                     88", "2 1 . . . . 88"),
    ],
)
def test_a_value_is_of_the_column_that_it_stands_in(values, cells):
    text = over(values)
    assert drawn(text) == cells
    assert drawn(text, "requests.results.granted") == "108 4 . . . 1 113"
    assert drawn(text, "requests.new_received") == "31 12 5 2 7 6 63"


@pytest.mark.parametrize(
    "values",
    [
        # The last column is empty: values may have moved to the left.
        "2                                                       2",
        "2       2",
        # One stands between two columns, one in two.
        "2               1                                             3",
        "2       1234567890123                                         3",
    ],
)
def test_a_row_that_may_have_moved_is_refused(values):
    assert drawn(over(values)) == LOST


def test_columns_that_meet_tell_nothing():
    moved = over("2                                                             2").replace(
        NEW, NEW.replace("31      12        5", "31  12  5        ")
    )
    assert drawn(moved.replace(FORWARD, "四、结转下年度继续办理     3  0  0  4  0  0  7\n")) == LOST


def test_one_row_without_labels_tells_no_columns():
    text = over("2                                                             2").replace(HEAD, "")
    assert drawn(text.replace(FORWARD, "")) in (LOST, "_ _ _ _ _ _ _")


def test_empty_cells_have_a_place_and_no_text():
    report = gd.parse(START + over("2                                                             2"))
    cell = report.cells["requests.carried_over.commercial_enterprise"]
    assert (cell.state, cell.raw, cell.location.line) == (gd.State.BLANK, "", 7)
