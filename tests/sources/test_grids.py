"""Tables whose rows and columns the text marks: drawn with lines, ruled by dashes, left as HTML."""

import re

import pytest

from gov_disclosure.model.grid import Grid
from gov_disclosure.sources.drawn import drawn_tables
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.html_tables import markup_tables
from gov_disclosure.sources.pages import shown_text
from gov_disclosure.sources.ruled import ruled_tables
from gov_disclosure.sources.separated import COMMA
from helpers.edited import document, numbered, numbers, own


def texts_of(grids) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in grids]


def drawn(text: str) -> list[list[list[str]]]:
    return texts_of(drawn_tables(lines_of(text)))


def ruled(text: str) -> list[list[list[str]]]:
    return texts_of(ruled_tables(lines_of(text)))


def markup(text: str) -> list[list[list[str]]]:
    return texts_of(markup_tables(shown_text(text), lines_of(text)))


BOX = """\
┌──────────┬─────────┐
│          │本年     │
│信息内容  ├────┬────┤
│          │制作│公开│
├──────────┼────┼────┤
│规章      │0   │12  │
├──────────┼────┼────┤
│行政规范性│    │7   │
│文件      │    │    │
└──────────┴────┴────┘
"""


def test_a_drawn_cell_stands_where_it_begins_and_covers_nothing_but_its_place():
    assert drawn(BOX) == [
        [
            ["信息内容", "本年", ""],
            ["", "制作", "公开"],
            ["规章", "0", "12"],
            ["行政规范性\n文件", "", "7"],
        ]
    ]


@pytest.mark.parametrize("width", [1, 2])
def test_the_width_that_the_tool_gave_a_character_does_not_matter(width):
    def row(*cells: str) -> str:
        return "|" + "|".join(cell + " " * (8 - width * len(cell)) for cell in cells) + "|"

    rule = "+" + "+".join(["-" * 8] * 2) + "+"
    wide = "+" + "-" * 17 + "+"
    whole = "|" + "第（一）项" + " " * (17 - width * 5) + "|"
    text = "\n".join([wide, whole, rule, row("规章", "一"), rule, row("规范", "二"), wide])
    assert drawn(text) == [[["第（一）项", ""], ["规章", "一"], ["规范", "二"]]]


def test_a_table_with_rules_around_its_head_only_is_no_grid():
    assert drawn("+----+---+\n| a  | b |\n+----+---+\n| 规章 | 1 |\n| 许可 | 2 |\n+----+---+\n") == []
    assert drawn("| a | b |\n|---|---|\n| 规章 | 1 |\n") == []


def test_a_place_in_the_source_belongs_to_every_drawn_cell():
    (grid,) = drawn_tables(lines_of("前\n" + BOX))
    cell = grid.rows[2][2]
    assert (cell.line, cell.column) == (7, 16)
    assert ("前\n" + BOX)[cell.start : cell.end] == "12"


SIMPLE = """\
  -------------- ------ ------
  信息内容       制发   废止
  规章           0      12
  行政规范性文件        7
  -------------- ------ ------
"""


def test_columns_stand_below_dashes():
    assert ruled(SIMPLE) == [[["信息内容", "制发", "废止"], ["规章", "0", "12"], ["行政规范性文件", "", "7"]]]


def test_a_head_above_the_rule_belongs_to_the_table_and_an_empty_line_ends_it():
    head, rule, *rows = SIMPLE.splitlines()[1::-1] + SIMPLE.splitlines()[2:4]
    assert ruled("\n".join([head, rule, *rows, "", "  后文"])) == ruled(SIMPLE)


def test_rows_between_empty_lines_may_take_several_lines():
    text = """\
  ---------------------------
  信息内容         制发 废止
  -------------- ------ ------
  规章           0      12

  行政规范性            7
  文件

  行政许可       1      2
  ----------------------------
"""
    assert ruled(text) == []  # the border is not as long as the rule
    text = text.replace("  ---------------------------\n", "  " + "-" * 28 + "\n", 1)
    assert ruled(text)[0][1:] == [["规章", "0", "12"], ["行政规范性\n文件", "", "7"], ["行政许可", "1", "2"]]


def test_text_across_the_gap_between_two_columns_makes_no_table():
    assert ruled(SIMPLE.replace("0      12", "0    12345")) == []


def test_html_spans_leave_empty_places():
    text = """<table><tr><td rowspan="2">三、</td><td colspan=2>（一）予以公开</td><td>1</td></tr>
    <tr><th>（三）<br>不予公开</th><td>1.属于国家秘密</td><td> 2&nbsp;</td></table>"""
    assert markup(text) == [
        [["三、", "（一）予以公开", "", "1"], ["", "（三）\n不予公开", "1.属于国家秘密", "2"]]
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("1<span>2</span>", "12"),
        ("3<sup>2</sup>", "3"),
        ("<del>3</del>4", "\ufffc\n4"),
        ("<script>1</script>3", "3"),
        ("<span hidden>1</span>2", "2"),
        ("4<a>1</a>", "4\n1"),
        ('<input value="5">', "\ufffc"),
        ("&#49;2", "12"),
        ("1<br>2", "1\n2"),
        ("<!-- 5 -->", ""),
    ],
)
def test_what_is_raised_struck_out_or_no_text_makes_no_number(cell, text):
    assert markup(f"<table><tr><td>{cell}</td></tr></table>") == [[[text]]]


def test_a_row_that_lacks_a_cell_is_shorter():
    whole = "<tr><td>规章</td><td>0</td><td>7</td></tr>"
    assert markup(f"<table>{whole}{whole.replace('<td>0</td>', '')}</table>") == [
        [["规章", "0", "7"], ["规章", "7"]]
    ]
    assert drawn(BOX.replace("│0   │12  │", "│12  │"))[0][2] == ["规章", "12"]


def test_an_html_table_that_never_ends_is_none():
    assert markup("<table><tr><td>1</td></tr>") == []
    assert markup("<td>1</td></table>") == []


def between_commas(text: str) -> list[Grid]:
    return list(COMMA.tables(text, lines_of(text)))


def test_lines_with_equally_many_fields_are_a_table_of_separated_values():
    rows = '信息内容,制发,废止\n规章,0,"1,234"\n行政规范性文件,,7\n"行政许可",5,\n'
    (grid,) = between_commas("前言,无关\n" + rows + "后文, 不是, 表格, 的一行\n")
    assert texts_of([grid])[0][1:] == [
        ["规章", "0", "1,234"],
        ["行政规范性文件", "", "7"],
        ["行政许可", "5", ""],
    ]
    assert between_commas("规章,0,7\n行政许可,5\n行政处罚,1,2\n") == []
    assert between_commas("| 规章 | 1,234 | 2,345 |\n" * 5) == []
    assert between_commas("规章 1,234 2,345\n" * 5) == []
    assert between_commas('规章,0,"7\n' * 5) == []


def test_lines_with_more_and_with_fewer_fields_may_have_lost_empty_ones():
    rows = "规章,0,,7\n行政规范性文件,1,,5\n行政许可,5,,\n行政处罚,6,,\n"
    assert len(between_commas(rows)) == 1
    assert between_commas(rows + "行政强制,1,2\n行政事业性收费,1,2,3,4\n政府集中采购,1,2\n") == []


def test_a_carriage_return_alone_among_other_line_ends_stands_in_a_field():
    (grid,) = between_commas("信息内容,制发件\r数,废止件\r数\n规章,0,7\n行政规范\r性文件,1,5\n行政许可,2,3\n")
    assert texts_of([grid]) == [
        [
            ["信息内容", "制发件\n数", "废止件\n数"],
            ["规章", "0", "7"],
            ["行政规范\n性文件", "1", "5"],
            ["行政许可", "2", "3"],
        ]
    ]
    assert [cell.line for row in grid.rows for cell in row] == [1, 1, 2, 4, 4, 4, 5, 6, 6, 7, 7, 7]
    # Where all lines end with it, it is no field's.
    (grid,) = between_commas("信息内容,制发,废止\r规章,0,7\r行政许可,1,5\r行政处罚,1,5\r")
    assert len(grid.rows) == 4


@pytest.mark.parametrize(
    ("last", "says_places"), [("商业企业,科研机构,其他,", False), ("商业企业,科研机构,其他,总计", True)]
)
def test_numbers_further_right_than_all_words_above_say_that_spans_have_left_no_places(last, says_places):
    head = f",自然人,组织,{'总计,,' if not says_places else ',,'}\n,,{last}\n"
    (grid,) = between_commas(head + "新收,1,2,3,4,10\n结转,1,2,3,4,10\n")
    assert grid.says_places is says_places


def test_a_table_without_a_cell_or_with_odd_spans_is_none():
    assert markup("<table></table><table><tr></tr></table>") == []
    assert markup("<table><tr><td colspan=0 rowspan=999999>1</td></tr></table>") == [[["1"]]]
    assert markup("<table><tr><td>&#" + "1" * 5000 + ";</td></tr></table>")[0][0] != [""]


def test_the_rows_and_cells_of_tei_are_those_of_a_table():
    text = "<table><row><cell cols='2'>规章</cell><cell/></row><row><cell>行政许可</cell><cell>5</cell><cell>6</cell></row></table>"
    assert markup(text) == [[["规章", "", ""], ["行政许可", "5", "6"]]]


@pytest.mark.parametrize(
    "second", ["<td colspan=2>乙</td><td>3</td><td>4</td>", "<td>乙</td><td colspan=2>3</td><td>4</td>"]
)
def test_a_column_that_no_cell_has_for_itself_is_none(second):
    text = f"<table><tr><td>甲</td><td colspan=2>1</td><td>2</td></tr><tr>{second}</tr></table>"
    assert markup(text) == [[["甲", "1", "2"], ["乙", "3", "4"]]]


def test_bars_that_stand_off_their_rules_leave_their_row_out():
    moved = BOX.replace("│规章      │0   │12  │", "│规章    │0   12    │")
    assert ["规章", "0", "12"] not in drawn(moved)[0]
    assert ["行政规范性\n文件", "", "7"] in drawn(moved)[0]


def test_a_line_of_spaces_takes_the_row_below_it_out_of_a_ruled_table():
    lines = SIMPLE.splitlines()
    lines.insert(3, " " * 8)
    assert [row[0] for row in ruled("\n".join(lines))[0]] == ["信息内容", "规章"]


def test_text_beside_its_column_makes_no_table():
    assert ruled(SIMPLE.replace("0      12", "0       12   3")) == []


RULED = """\
==============  ====  ====
信息内容        制发  废止
规章            0     12
行政规范性文件        7
==============  ====  ====
"""
RULED_ROWS = [["信息内容", "制发", "废止"], ["规章", "0", "12"], ["行政规范性文件", "", "7"]]


WIDER = """\
================  ====  ====
信息内容          制发  废止
规章              0     12
行政规范性文件          7
================  ====  ====
"""


def test_other_lines_and_tables_may_touch_a_ruled_table():
    assert ruled(f"前文\n{RULED}三、收到\n{WIDER}四、后文\n") == [RULED_ROWS, RULED_ROWS]


def test_two_tables_of_one_width_keep_their_rows():
    assert ruled(f"{RULED}三、收到\n{RULED}") == [[*RULED_ROWS, ["三、收到", "", ""], *RULED_ROWS]]


def test_a_table_without_a_last_rule_ends_with_its_last_row_of_several_cells():
    head, *rows = RULED.splitlines()[1:4]
    text = "\n".join(
        [head, RULED.splitlines()[0].replace("=", "-"), *rows, "三、收到和处理政府信息公开申请情况", ""]
    )
    assert ruled(text) == [RULED_ROWS]


@pytest.mark.parametrize("lost", range(3, 10))
def test_a_row_of_a_page_that_lacks_a_cell_is_not_pushed_under_other_columns(lost):
    report = numbered()
    text = document(report, "html")
    start = text.index("（一）予以公开")
    end = text.index("</tr>", start)
    cells = [match.span() for match in re.finditer(r"\s*<td[^>]*>[0-9]+</td>", text[start:end])]
    first, last = cells[lost - 3]
    cut = text[: start + first] + text[start + last :]
    # The table goes on in another one, without a head.
    again = cut.rindex("<tr>", 0, cut.index("5.属于三类内部事务信息"))
    split = f"{cut[:again]}</table>\n<table>{cut[again:]}"
    for changed in (cut, split):
        assert not [id for id in numbers(changed) if id.startswith("requests.results.granted.")]
        assert numbers(changed).items() <= own(report).items()


def test_a_rule_that_is_lost_between_two_rows_gives_neither_the_numbers_of_the_other():
    report = numbered()
    lines = document(report, "grid").splitlines()
    at = next(number for number, line in enumerate(lines) if "四、结转下年度" in line)
    blank = re.sub(r"(?<=\|) [0-9]+ +(?=\|)", lambda cell: " " * len(cell[0]), lines[at - 2])
    read = numbers("\n".join([*lines[: at - 2], blank, *lines[at:]]))
    assert read.items() <= own(report).items()
    assert not [id for id in read if id.startswith(("requests.results.total.", "requests.carried_forward."))]
