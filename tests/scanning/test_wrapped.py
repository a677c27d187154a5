"""Marked rows put right: index columns and cells that are wrapped over rows."""

import pytest

import gov_disclosure as gd
from gov_disclosure.scanning.pieces import Pieces
from gov_disclosure.scanning.scanner import scan
from gov_disclosure.scanning.wrapped import join_wrapped_cells

HEAD = "一、总体情况\n二、主动公开政府信息情况\n"


def mended(text: str) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for piece in join_wrapped_cells(Pieces.of(scan(text))).all:
        rows.setdefault(piece.row, []).append(piece.text.strip())
    return list(rows.values())


def test_a_first_column_that_counts_rows_is_no_part_of_them():
    rows = ["| 规章 | 7 |", "| 行政许可 | 0 |", "| 行政处罚 | 1 |", "| 行政强制 | 2 |"]
    numbered = "\n".join(f"| {number} {row}" for number, row in enumerate(rows))
    assert mended(numbered) == mended("\n".join(rows))


def test_numbers_that_do_not_count_rows_stay():
    rows = ["| 3 | 规章 | 7 |", "| 5 | 行政许可 | 0 |", "| 6 | 行政处罚 | 1 |", "| 8 | 行政强制 | 2 |"]
    assert mended("\n".join(rows)) == [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_a_label_that_goes_on_in_the_next_row_is_put_together():
    assert mended("|行政规范性|7 |\n|文件      |  |\n|行政许可|0|\n") == [
        ["行政规范性\n文件", "7"],
        ["行政许可", "0"],
    ]


def test_a_number_in_the_next_row_is_no_part_of_the_one_above():
    rows = "|行政规范性|7 |\n|文件      |1 |\n"
    assert mended(rows) == [["行政规范性", "7"], ["文件", "1"]]
    # A row of a table of its own may follow behind an empty line.
    assert len(mended("|行政规范性|7 |\n\n\n\n\n\n\n\n\n\n\n\n\n|文件      |  |\n")) == 2


@pytest.mark.parametrize("at", range(3))
def test_numbers_stand_on_any_line_of_a_wrapped_row(at):
    parts = ["行政规", "范性文", "件"]
    rows = [
        f"|{part}|{7 if line == at else ' '}|{0 if line == at else ' '}|" for line, part in enumerate(parts)
    ]
    whole = "行政规\n范性文\n件"
    assert mended("\n".join([*rows, "|行政许可|1|2|"])) == [[whole, "7", "0"], ["行政许可", "1", "2"]]


HALVES = "结果维持  \t总计\n"
PADDING = "          \t    \n"


def test_padding_below_labels_is_no_row_of_empty_cells_where_values_stand_below():
    assert mended(f"{HALVES}{PADDING}3         \t4   \n") == [["结果维持", "总计"], ["3", "4"]]
    # Characters may be counted as one column each.
    assert mended("结果维持\t总计\n    \t  \n3   \t4 \n") == [["结果维持", "总计"], ["3", "4"]]


@pytest.mark.parametrize("below", ["", "行政许可  \t4   \n", "3         \n"])
def test_it_may_be_one_where_none_do(below):
    assert mended(f"{HALVES}{PADDING}{below}")[1] == ["", ""]


def test_what_is_narrower_than_the_labels_is_a_row_of_empty_cells():
    assert mended(f"{HALVES} \t \n3         \t4   \n")[1] == ["", ""]


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        ("|四、结转下|  |  |\n|  |  |7|\n|年度继续办理|  |  |\n", [["四、结转下\n年度继续办理", "", "7"]]),
        (
            "|  |（二）部分公开（区分处理的，只计这|  |\n|  |  |7|\n|  |一情形，不计其他情形）|  |\n",
            [["", "（二）部分公开（区分处理的，只计这\n一情形，不计其他情形）", "7"]],
        ),
        # Halves of several lines.
        ("|四、结|  |\n|转下|  |\n|  |7|\n|年度继|  |\n|续办理|  |\n", [["四、结\n转下\n年度继\n续办理", "7"]]),
        # The label above is whole, what stands below makes none with it, or stands elsewhere.
        ("|（一）予以公开|  |\n|  |7|\n|情况|  |\n", [["（一）予以公开", ""], ["", "7"], ["情况", ""]]),
        ("|四、结转下|  |\n|  |7|\n|注释|  |\n", [["四、结转下", ""], ["", "7"], ["注释", ""]]),
        (
            "|四、结转下|  |  |\n|  |  |7|\n|  |年度继续办理|  |\n",
            [["四、结转下", "", ""], ["", "", "7"], ["", "年度继续办理", ""]],
        ),
        # Words stand among the numbers, or one beside the label.
        ("|四、结转下|  |\n|  |其他|\n|年度继续办理|  |\n", [["四、结转下", ""], ["", "其他"], ["年度继续办理", ""]]),
        ("|四、结转下|3|\n|  |7|\n|年度继续办理|  |\n", [["四、结转下", "3"], ["", "7"], ["年度继续办理", ""]]),
    ],
)  # fmt: skip
def test_numbers_between_the_halves_of_their_label_stand_beside_it(rows, joined):
    assert mended(rows) == joined


def test_so_they_do_in_a_grid():
    rows = [["四、结转下", None, None], [None, None, "7"], ["年度继续办理", None, None]]
    assert mended(str(rows).replace("'", '"').replace("None", "null")) == [
        ["四、结转下\n年度继续办理", "", "7"]
    ]


def test_numbers_beside_the_last_line_of_a_groups_label_are_those_of_the_row_beside_it():
    rows = "|三、本年|（一）予|  |\n|度办理结|以公开  |  |\n|果      |        |5 |\n"
    assert mended(rows) == [["三、本年\n度办理结\n果", "（一）予\n以公开", "5"]]
    # The label of the row is whole: another one, that of the numbers, may be lost.
    assert len(mended("|三、本年|（一）予以公开|  |\n|度办理结|            |5 |\n")) == 2


def test_a_number_beside_the_end_of_a_label_has_the_place_where_it_stands():
    head = HEAD + "| 信息内容 | 本年处理决定数量 |\n"
    cell = gd.parse(head + "| 行政许 |  |\n| 可 | 1 |\n").cells["proactive.licensing.decisions"]
    assert (cell.value, cell.raw.strip(), cell.location) == (1, "1", gd.Location(5, 7))


def test_numbers_beside_another_label_are_its_own():
    rows = "|行政许可|  |\n|行政处罚|5 |\n"
    assert mended(rows) == [["行政许可", ""], ["行政处罚", "5"]]


def test_an_empty_row_is_refused_where_its_label_may_go_on_beside_numbers():
    head = HEAD + "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
    text = head + "| 规章 | 1 | 2 | 3 |\n| 行政规范 |  |  |  |\n| 性文件 | 4 | 5 | 6 | |\n"
    report = gd.parse(text)
    assert report.cells["proactive.rules.issued"].value == 1
    state = report.cells["proactive.normative_documents.issued"].state
    assert state not in (gd.State.BLANK, gd.State.REPORTED)


def test_numbers_above_a_label_may_be_digits_of_its_own():
    head = HEAD + "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
    text = head + "|  | 1800 |  |  |\n| 规章 | 5 | 22 | 8 |\n| 行政规范性文件 | 1 | 0 | 3 |\n"
    report = gd.parse(text)
    assert report.cells["proactive.rules.issued"].state is gd.State.UNREADABLE
    assert report.cells["proactive.normative_documents.issued"].value == 1


@pytest.mark.parametrize("cells", [("3<br>287", "3<br>399"), ("<a>3</a>287", "<a>3</a>399")])
def test_wrapped_numbers_are_refused_where_their_lines_add_up_alone(cells):
    fields = ["一、本年新收政府信息公开申请数量", "58", "3", "17", "19", cells[0], "15", cells[1]]
    text = HEAD + "三、收到和处理政府信息公开申请情况\n<table><tr>"
    text += "".join(f"<td>{field}</td>" for field in fields) + "</tr></table>\n"
    states = {cell.state for id, cell in gd.parse(text).cells.items() if "new_received" in id}
    assert states == {gd.State.UNREADABLE}


def test_labels_broken_by_orgs_marks_are_read():
    text = HEAD + (
        "| 信息\\\\ | 本年\\\\   | 本年\\\\   | 现行\\\\   |\n"
        "| 内容   | 制发件数 | 废止件数 | 有效件数 |\n"
        "| 规章   | 908      | 296      | 783      |\n"
    )
    rules = gd.parse(text).proactive.rules
    assert [rules.issued, rules.repealed, rules.in_force] == [908, 296, 783]


def test_line_numbers_that_count_up_are_no_values():
    lines = ["信息内容  本年处理决定数量", "行政许可    5", "行政处罚    7", "行政强制    0"]
    numbered = "\n".join(f"{number}  {line}" for number, line in enumerate(lines))
    assert [piece.text for piece in join_wrapped_cells(Pieces.of(scan(numbered))).all] == lines
    report = gd.parse(HEAD + numbered + "\n")
    assert [report.proactive.licensing.decisions, report.proactive.compulsion.decisions] == [5, 0]
    assert report.cells["proactive.penalties.decisions"].location == gd.Location(5, 12)


def test_numbers_that_do_not_count_up_stay_before_their_lines():
    text = "\n".join(["1  规章", "3  行政许可", "4  行政处罚", "5  行政强制"])
    assert [piece.text for piece in join_wrapped_cells(Pieces.of(scan(text))).all] == text.split("\n")
