"""Lines into pieces."""

import pytest

from gov_disclosure.scanning.pieces import Separator
from gov_disclosure.scanning.scanner import scan


def shown(text):
    """Pieces as (text, row, cell), rows counted from 1, 0 for unmarked."""
    return [(piece.text, piece.row, piece.cell) for piece in scan(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        # Tika: a cell a line, a row up to the empty line, an empty cell is a line with a tab.
        ("\t规章\n\t0\n\t\n\n\t行政许可\n", [("规章", 1, 0), ("0", 1, 1), ("", 1, 2), ("行政许可", 2, 0)]),
        # A cell that runs on below is two pieces; the lexer joins them.
        ("\t商业\n企业\n\t科研\n", [("商业", 1, 0), ("企业", 0, 0), ("科研", 1, 1)]),
        # A row a line, cells between tabs, empty ones too.
        ("规章\t7\t\t12\t\n", [("规章", 1, 0), ("7", 1, 1), ("", 1, 2), ("12", 1, 3), ("", 1, 4)]),
        ("\t\t2.重复申请\t0\n", [("", 1, 0), ("", 1, 1), ("2.重复申请", 1, 2), ("0", 1, 3)]),
        # A first cell that is but padding, below a row as long; elsewhere a tab begins a cell.
        ("申请 \t规章\n   \t许可\n", [("申请 ", 1, 0), ("规章", 1, 1), ("   ", 2, 0), ("许可", 2, 1)]),
        ("申请 \t规章\t7\n   \t许可\n", [("申请 ", 1, 0), ("规章", 1, 1), ("7", 1, 2), ("许可", 2, 0)]),
        # Bars: a row a line, with and without a bar in front.
        ("规章 | 7 | 12 |\n", [("规章 ", 1, 0), (" 7 ", 1, 1), (" 12 ", 1, 2)]),
        ("| 规章 | 7 | 12 |\n", [(" 规章 ", 1, 0), (" 7 ", 1, 1), (" 12 ", 1, 2)]),
        ("| 规章 |  | 12 |\n", [(" 规章 ", 1, 0), ("  ", 1, 1), (" 12 ", 1, 2)]),
        ("|规章||12|\n", [("规章", 1, 0), ("", 1, 1), ("12", 1, 2)]),
        # Bars that fill up a row are empty cells of it.
        ("行政许可 | 30 | ||\n", [("行政许可 ", 1, 0), (" 30 ", 1, 1), (" ", 1, 2), ("", 1, 3)]),
        ("||||\n", []),
        ("|---|:--:|\n", []),
        # A cell a line between bars; two bars with nothing between are an empty cell.
        ("规章 |\n7 |\n|\n12 |\n", [("规章 ", 0, 0), ("7 ", 0, 0), ("", 0, 0), ("12 ", 0, 0)]),
        ("规章\n|\n7\n|\n12\n|\n", [("规章", 0, 0), ("7", 0, 0), ("12", 0, 0)]),
        ("|\n规章 |\n7 |\n", [("规章 ", 0, 0), ("7 ", 0, 0)]),
        # An empty first cell, in a table whose rows begin without a bar, and an indented bar.
        ("规章 | 7 |\n  | 12 |\n", [("规章 ", 1, 0), (" 7 ", 1, 1), ("  ", 2, 0), (" 12 ", 2, 1)]),
        ("| 规章 | 7 |\n  | 8 | 12 |\n", [(" 规章 ", 1, 0), (" 7 ", 1, 1), (" 8 ", 2, 0), (" 12 ", 2, 1)]),
        ("规章 ｜ 7\n", [("规章 ", 1, 0), (" 7", 1, 1)]),
        # Lines of their own.
        ("规章\n\n7\n\n  \n\n12", [("规章", 0, 0), ("7", 0, 0), ("12", 0, 0)]),
        ("", []),
    ],
)
def test_pieces(text, pieces):
    assert shown(text) == pieces


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_every_line_end_counts(end):
    assert [(p.text, p.line) for p in scan(f"甲{end}乙{end}{end}丙")] == [("甲", 1), ("乙", 2), ("丙", 4)]


def test_places_point_at_the_first_visible_character():
    piece = scan("\n\t　　0\n")[0]
    assert (piece.line, piece.column, piece.text, piece.start) == (2, 4, "　　0", 2)
    cell = scan("规章 |  7 |")[1]
    assert (cell.line, cell.column) == (1, 7)


def test_what_stands_before_a_piece():
    text = "甲\n乙\n\n丙\n\t丁\n戊\t己\n庚 | 辛\n"
    before = [piece.separator for piece in scan(text)]
    assert before == [
        Separator.LINE, Separator.LINE, Separator.GAP, Separator.CELL, Separator.LINE, Separator.TAB, Separator.LINE, Separator.BAR,
    ]  # fmt: skip


def test_offsets_give_back_the_text(reports):
    for text in ("甲\t乙\n丙 | 丁 |\n\t戊\n", "a\r\n\tb\r\n| c |  | d |\r\n"):
        assert all(text[p.start : p.end] == p.text for p in scan(text))


PSQL = """\
 信息内容 | 制发 | 废止
----------+------+------
 规章     |    7 |
          |      |    1
 行政许可 |      |
"""


def test_bars_at_the_ends_of_a_line_part_empty_cells_where_other_lines_have_words_there():
    rows = [[text.strip() for text, row, _ in shown(PSQL) if row == index] for index in range(1, 5)]
    assert rows == [
        ["信息内容", "制发", "废止"],
        ["规章", "7", ""],
        ["", "", "1"],
        ["行政许可", "", ""],
    ]
    # As strip() leaves it.
    bare = "\n".join(line.strip() for line in PSQL.splitlines())
    assert [text.strip() for text, row, _ in shown(bare) if row == 3] == ["", "", "1"]


def test_bars_at_the_ends_of_all_lines_are_the_tables_own():
    enclosed = "".join(f"|{line.ljust(24)}|\n" for line in PSQL.splitlines() if "+" not in line)
    assert [text.strip() for text, row, _ in shown(enclosed) if row == 2] == ["规章", "7", ""]
