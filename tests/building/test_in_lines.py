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


# --- Tools that count a Chinese character as one ------------------------------------------------------------

TORN_HEAD = "自然人 总计\n商业企 科研机 社会公 法律服\n其他\n业 构 益组织 务机构\n"


def counted(step: int, rows: dict[str, str]) -> str:
    """Rows with each value at its place, a character being as wide as any other; an underscore is an empty cell."""
    lines = []
    for label, values in rows.items():
        line = label
        for number, value in enumerate(values.split()):
            if value != "_":
                line = line.ljust(20 + step * number) + value
        lines.append(f"{line}\n")
    return TORN_HEAD + "".join(lines)


def test_a_value_in_one_column_or_the_next_as_one_counts_is_of_neither():
    # 9 characters more than 予以公开 has move the values by a column on a screen.
    rows = {
        "一、本年新收政府信息公开申请数量": "_ 8 _ _ _ 9 _",
        "（一）予以公开": "31 12 5 2 7 6 63",
        "四、结转下年度继续办理": "3 0 0 4 0 0 7",
    }
    assert drawn(counted(9, rows), "requests.new_received") == LOST
    assert drawn(counted(9, rows), "requests.results.granted") == "31 12 5 2 7 6 63"


def test_where_columns_meet_on_a_screen_characters_are_counted():
    rows = {
        "一、本年新收政府信息公开申请数量": "31 12 5 2 7 6 63",
        "二、上年结转政府信息公开申请数量": "3 0 0 4 0 0 7",
        "（一）予以公开": "_ 8 _ _ _ 1 9",
        "四、结转下年度继续办理": "1 1 1 1 1 1 6",
    }
    assert drawn(counted(4, rows), "requests.results.granted") == ". 8 . . . 1 9"


def test_a_number_in_the_gap_behind_the_label_makes_no_row_whole():
    gap = OVER.replace("   {}", " 8 {}").format(
        "        9         5         1             2             6     23"
    )
    text = HEAD + NEW + gap + GRANTED + FORWARD
    assert drawn(text) == LOST
    assert drawn(text.replace(GRANTED, "")) == LOST
    assert drawn(text, "requests.new_received") == "31 12 5 2 7 6 63"


def test_below_a_label_of_no_form_the_columns_are_not_the_forms():
    text = over("41                5                       1041                1087")
    assert drawn(text) == "41 . 5 . 1041 . 1087"
    assert drawn(text.replace("  自然人", "事业单位", 1)) == LOST


STRAIGHT = (
    "一、总体情况\n照常。\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容            本年制发件数                本年废止件数                现行有效件数\n"
    "规章                1283                        1144                        31229\n"
    "行政规范性文件      {}\n"
)


@pytest.mark.parametrize(
    ("values", "cells"),
    [
        ("5                                                       912", "5 . 912"),
        ("                            7                           912", ". 7 912"),
        # Where it stands is another column's or none.
        ("5                            912", "? ? ?"),
        ("5              912", "? ? ?"),
    ],
)
def test_of_two_ways_to_count_that_is_the_tool_s_in_which_columns_are_straight(values, cells):
    requests = f"三、收到和处理政府信息公开申请情况\n{HEAD}{NEW}{GRANTED}{FORWARD}"
    read = gd.parse(STRAIGHT.format(values) + requests).cells
    row = [cell for id, cell in read.items() if id.startswith("proactive.normative_documents.")]
    assert " ".join(STATES.get(cell.state, str(cell.value)) for cell in row) == cells
