"""Data frames straight below each other, and fields with line ends: each table is found whole."""

from gov_disclosure.layouts.finding import grids_in

FRAME = """\
         0   1    2
0     信息内容  制发   废止
1       规章   1  NaN
2  行政规范性文件   5    0
"""
ROWS = [["信息内容", "制发", "废止"], ["规章", "1", ""], ["行政规范性文件", "5", "0"]]


def texts(text: str) -> list[list[list[str]]]:
    return [grid.texts() for grid in grids_in(text)]


def test_a_frame_may_stand_straight_below_another():
    assert texts(f"前文\n{FRAME}三、收到\n{FRAME}") == [ROWS, ROWS]


def test_numbers_over_the_columns_tell_a_frame_without_a_word_for_nothing():
    frame = FRAME.replace("NaN", "  7")
    assert texts(frame) == [[["信息内容", "制发", "废止"], ["规章", "1", "7"], ["行政规范性文件", "5", "0"]]]


def test_a_field_in_quotation_marks_may_have_line_ends():
    text = '信息内容,制发,废止\n规章,1,\n"行政规范性\n文件",5,0\n行政许可,3,2\n'
    assert texts(text) == [
        [
            ["信息内容", "制发", "废止"],
            ["规章", "1", ""],
            ["行政规范性\n文件", "5", "0"],
            ["行政许可", "3", "2"],
        ]
    ]
    (grid,) = grids_in(text)
    cell = grid.rows[2][1]
    assert (cell.line, text[cell.start : cell.end]) == (4, "5")


def test_a_quotation_mark_that_nothing_closes_takes_in_no_line():
    text = '信息内容,制发,废止\n"规章,1,\n行政许可,3,2\n行政处罚,3,2\n行政强制,1,1\n收费,1,1\n'
    assert ["行政许可", "3", "2"] in [row for table in texts(text) for row in table]
