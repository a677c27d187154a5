"""Which cells of a row stand under which column, and the rows that only look as if they did.

Each refused case is one that has fooled a reader: a converter's output, or damage to a plain text.
"""

import pytest

import gov_disclosure as gd
from gov_disclosure.building.conventions import Kin, Shape
from helpers.golden import STATES
from helpers.reports import FIXTURES, REPORTS, source

HEAD = "一、总体情况\n照常。\n二、主动公开政府信息情况\n"
HEADS_2021 = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
THIRD = "三、收到和处理政府信息公开申请情况\n"
NEW = "一、本年新收政府信息公开申请数量"
OVER = "二、上年结转政府信息公开申请数量"
FORWARD = "四、结转下年度继续办理"
REPEAT = "2.重复申请"


def drawn(text: str, row: str) -> str:
    """A row of a report as a golden draws it."""
    cells = [cell for id, cell in gd.parse(text).cells.items() if id.rpartition(".")[0] == row]
    return " ".join(STATES.get(cell.state, str(cell.value)) for cell in cells)


def requests(rows: str, row: str = "requests.new_received") -> str:
    return drawn(HEAD + THIRD + rows, row)


LOST = "? ? ? ? ? ? ?"


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        # Every cell is written: Tika.
        (f"\t{NEW}\n\t3\n\t\n\t\n\t1\n\t\n\t\n\t\n\n\t{OVER}\n", "3 . . 1 . . ."),
        # A cell of two paragraphs splits the row; the label's own does too.
        (f"\t{NEW}\n\t3\n\n\t0\n\t0\n\t1\n\t0\n\t0\n\t4\n\n\t{OVER}\n", "3 0 0 1 0 0 4"),
        (f"\t{NEW}\n\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\n\t{OVER}\n", ". . . . . . ."),
        # All columns filled, with and without cells that only fill the row.
        (f"{NEW}\t3\t0\t0\t1\t0\t0\t4\n{OVER}\n", "3 0 0 1 0 0 4"),
        (f"{NEW}\t\t3\t0\t0\t1\t0\t0\t4\t\n{OVER}\n", "3 0 0 1 0 0 4"),
        (f"{NEW} | 3 | 0 | 0 | 1 | 0 | 0 | 4 | ||\n{OVER} |\n", "3 0 0 1 0 0 4"),
        (f"{NEW} |\n3 |\n0 |\n0 |\n1 |\n0 |\n0 |\n4 |\n|||\n{OVER} |\n", "3 0 0 1 0 0 4"),
        # An empty last cell, where no row has a cell too many or too few.
        (f"{NEW}\t3\t0\t0\t1\t0\t0\t\n{OVER}\t0\t0\t0\t0\t0\t0\t0\n", "3 0 0 1 0 0 ."),
        # A text in a cell is unreadable alone; a row of texts too.
        (f"{NEW}\t3\t0\t多\t1\t0\t0\t4\n{OVER}\n", "3 0 ? 1 0 0 4"),
        (f"{NEW}\t/\t-\t无\t—\t0\t0\t4\n{OVER}\n", "/ / / / 0 0 4"),
    ],
)
def test_a_row_that_is_certain(rows, cells):
    assert requests(rows) == cells


@pytest.mark.parametrize(
    "rows",
    [
        # A cell too many or too few.
        f"\t{NEW}\n\t3\n\t3\n\t0\n\t1\n\t0\n\t0\n\t4\n\t\n\n\t{OVER}\n",
        f"{NEW}\n3\n0\n0\n1\n0\n4\n{OVER}\n",
        f"{NEW}\n3\n0\n0\n1\n0\n0\n4\n12\n{OVER}\n",
        f"{NEW}\n00\n0\n1\n0\n0\n4\n{OVER}\n",
        # The end of the row torn off by a line end.
        f"{NEW}\t3\t0\t0\t1\t0\t0\t1\n6\t\n{OVER}\n",
        f"{NEW}\t3\t0\t0\t1\t0\t0\t1\n06\n{OVER}\n",
        f"{NEW} | 3 | 0 | 0 | 1 | 0 | 0 | 16\n08 |\n{OVER} |\n",
        # A cell lost, where another row is padded.
        f"{NEW}\t3\t0\t1\t0\t0\t4\t\n{OVER}\t0\t0\t0\t0\t0\t0\t0\t\n",
        # A page number in the place of a value.
        f"{NEW} | 3 | 0 | 0 | 1 | 0 | 0 |\n7\n{OVER} | 0 |\n",
        f"{NEW} |\n12\n|\n0 |\n0 |\n1 |\n0 |\n0 |\n4 |\n{OVER} |\n",
        # Empty cells dropped between bars, the row filled at its end.
        f"{NEW} | 9 | 2 | 11 | | | | |\n{OVER} | 0 | 0 | 0 | | | | |\n",
        f"|{NEW}|9|2|11|||||\n|{OVER}|0|0|0|||||\n",
        # Empty cells gone without a trace.
        f"{NEW}\n\n3\n\n3\n\n{OVER}\n\n0\n",
        # Two tabs between cells.
        f"{NEW}\t\t\t\t456\t\t669\t\t244\t\t765\t\t\t\t\n",
        # A row of something that is named in the place of the first value.
        f"{NEW}\t网上\t0\t0\t1\t0\t0\t4\n{OVER}\n",
        # Rows run together on one line.
        f"{NEW} | | 544 | 96 | 329 | 621 | 892 | 52 | {OVER} | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
    ],
)  # fmt: skip
def test_a_row_that_is_not_certain_is_unreadable(rows):
    assert requests(rows) == LOST


PADDED = f"| {NEW} | 3 | 0 | 0 | 1 | 0 | 2 | | |\n"


def test_an_empty_last_cell_is_one_where_rows_written_alike_keep_those_within():
    assert requests(f"{PADDED}| {OVER} | 1 | | 0 | 0 | 0 | 0 | 1 | |\n") == "3 0 0 1 0 2 ."
    # Whole rows do not tell whether a tool drops empty cells, nor do rows that begin elsewhere or are longer.
    assert requests(f"{PADDED}| {OVER} | 1 | 0 | 0 | 0 | 0 | 0 | 1 | |\n") == LOST
    assert requests(f"{PADDED}| {OVER} | 1 | | 0 | 0 | 0 | 0 | 1 | | |\n") == LOST
    assert requests(f"{PADDED}| {OVER} | | 1 | | 0 | 0 | 0 | 0 | 1 |\n") == LOST


SPANNED = f"| {NEW} | | | 5 | 1 | 0 | 0 | 0 | 0 | 9 |\n| {OVER} | | | 5 | 1 | 0 | 0 | 0 | 0 | 8 |\n"
SHORTER = "".join(
    f"| {label} | 5 | 0 | 0 | 0 | 0 | 0 | 7 |\n"
    for label in (REPEAT, "3.要求提供公开出版物", "7.属于行政执法案卷")
)


def test_rows_as_long_as_each_other_tell_what_their_labels_span_whatever_is_shorter():
    granted = "| 三、本年度办理结果 | （一）予以公开 | | 5 | 0 | 3 | 0 | 0 | 4 | |\n"
    key = "requests.results.granted"
    assert requests(SPANNED + granted + SHORTER, key) == "5 0 3 0 0 4 ."
    # One row alone does not, nor do two that differ.
    assert requests(SPANNED.splitlines()[0] + "\n" + granted + SHORTER, key) == LOST
    padded = f"| {FORWARD} | 5 | 1 | 0 | 0 | 0 | 0 | 8 | | |\n"
    assert requests(SPANNED + granted + SHORTER + padded, key) == LOST


def test_a_label_copied_below_itself_is_no_second_column():
    head = [
        "| 说明 | 自然人 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 总计 |",
        "| 说明 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 其他 |",
        f"| {NEW} | 3 | 0 | 0 | 1 | 0 | 0 | 4 |",
    ]
    # On the page below, the table has other columns than its head.
    below = "\n".join(f"| | {label} | | 5 | | 0 | 0 | 0 | 9 |" for label in (REPEAT, "3.要求提供公开出版物"))
    text = "\n".join(head) + f"\n\n{below}\n"
    assert requests(text, "requests.results.not_processed.repeat_request") == ". 5 . 0 0 0 9"
    twice = text.replace("| 法律服务机构", "| 自然人")
    assert requests(twice, "requests.results.not_processed.repeat_request") == LOST


def test_a_grid_shows_its_columns_by_their_own_labels():
    rows = [
        "| 说明 | | | 申请人情况 | | | | | | |",
        "| | | | 自然人 | 法人或其他组织 | | | | | 总计 |",
        "| | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |",
        f"| {NEW} | | | 5 | | | | | | 5 |",
        f"| {OVER} | | | | | | | 554 | | |",
        "| 三、本年度办理结果 | （一）予以公开 | | | 573 | | 388 | | | |",
        f"| | （五）不予处理 | {REPEAT} | | | 9 | | | | 9 |",
        f"| {FORWARD} | | | | | | 286 | | | |",
    ]
    rows[2] = "| | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |"
    text = "\n".join(rows) + "\n"
    assert requests(text, "requests.carried_over") == ". . . . 554 . ."
    assert requests(text, "requests.results.granted") == ". 573 . 388 . . ."
    assert requests(text, "requests.carried_forward") == ". . . 286 . . ."
    # Labels pushed to the left and rows filled at the right look like a grid, but the head says otherwise.
    pushed = text.replace("| | | | 自然人", "| 自然人").replace("| | | | | 商业企业", "| 商业企业")
    assert requests(pushed, "requests.carried_over") == LOST


def test_a_column_lost_from_the_whole_table_moves_no_number():
    text = source(REPORTS / "rows-2021.txt")
    for at in range(1, 11):
        lines = [line.split("\t") for line in text.split("\n")]
        cut = "\n".join("\t".join(cells[:at] + cells[at + 1 :]) if len(cells) > 8 else "\t".join(cells)
                        for cells in lines)  # fmt: skip
        truth = gd.parse(text).cells
        assert {id: c.value for id, c in gd.parse(cut).cells.items() if c.value is not None}.items() <= {
            id: c.value for id, c in truth.items()
        }.items()


@pytest.mark.parametrize(
    ("heads", "row", "cells"),
    [
        ("信息内容 | 本年新 | 本年新 | 对外公开总数量 |", "规章 | 1 | 2 | 3 |", "1 2 3"),
        ("信息内容 | 本年新制作数量 | 本年新制作数量 | 对外公开总数量 |", "规章 | 1 | 2 | 3 |", "1 2 3"),
        ("信息内容 | 本年新公开数量 | 对外公开总数量 |", "规章 | 1 | 2 | 3 |", "1 2 3"),
        ("信息内容 | 对外公开总数量 | 本年新制作数量 | 本年新公开数量 |", "规章 | 1 | 2 | 3 |", "2 3 1"),
        ("信息内容 | 制作 | 公开 | 对外公开总数量 |", "规章 | 1 | 2 | 3 |", "_ _ 3"),
        ("信息内容 | 本年制发件数 | 本年新公开数量 |", "规章 | 1 | 2 | 3 |", "? ? ?"),
        ("", "规章 | 1 | 2 | 3 |", "? ? ?"),
    ],
)
def test_column_labels_say_what_the_values_are(heads, row, cells):
    edition = "第二十条第（九）项\n信息内容 | 采购项目数量 | 采购总金额 |\n政府集中采购 | 1 | 2 |\n" * 2
    assert drawn(f"{HEAD}{heads}\n{row}\n{edition}", "proactive.rules").endswith(cells)


def test_a_lone_old_label_does_not_make_a_new_edition():
    text = f"{HEAD}信息内容 | 上年情况 | 增减情况 | 处理决定数量 |\n行政许可 | 26 | | |\n行政处罚 | 1 | | |\n"
    assert {cell.value for cell in gd.parse(text).cells.values()} == {None}


@pytest.mark.parametrize(
    ("values", "drawn_as"),
    [
        ("0\t0\t0\t1\t1" + "\t0" * 10, "0 0 0 1 1"),
        ("0\t0\t0\t1\t1" + "\t0" * 11, "0 0 0 1 1"),  # one more, and one way only to leave one out
        ("0\t0\t0\t1\t2" + "\t0" * 11, "? ? ? ? ?"),
        ("0\t0\t0\t1\t2" + "\t0" * 10, "0 0 0 1 2"),  # sums that fail are reported, not mended
        ("\t0\t0\t1\t1" + "\t0" * 10, ". 0 0 1 1"),
        ("0\t0\t0\t1\t1" + "\t0" * 9, "? ? ? ? ?"),
    ],
)
def test_the_fifteen_figures_of_table_four(values, drawn_as):
    text = source(REPORTS / "rows-2021.txt")
    row = next(line for line in text.split("\n") if line.count("\t") == 14 and line[0].isdigit())
    assert drawn(text.replace(row, values), "disputes.reconsideration") == drawn_as


def test_a_value_row_shorter_than_the_labels_above_it_has_lost_a_cell():
    text = source(FIXTURES / "page-break-rows.txt").replace("总计\n0\t0", "总计\t\n0\t0")
    row = next(line for line in text.split("\n") if line.count("\t") == 15 and line[0].isdigit())
    assert drawn(text, "disputes.reconsideration") == "0 0 0 1 1"
    for at in (0, 5):
        cells = row.split("\t")
        short = "\t".join(cells[:at] + cells[at + 1 :])
        assert drawn(text.replace(row, short), "disputes.reconsideration") in ("? ? ? ? ?", "0 0 0 1 1")
    assert drawn(text.replace(row, row[2:]), "disputes.reconsideration") == "? ? ? ? ?"


def test_a_tab_before_every_row_moves_nothing():
    text = source(REPORTS / "rows-2021.txt")
    shifted = "\n".join(f"\t{line}" if "\t" in line else line for line in text.split("\n"))
    assert {id: c.value for id, c in gd.parse(shifted).cells.items()} == {
        id: c.value for id, c in gd.parse(text).cells.items()
    }


def test_two_reports_without_a_title_between_them_are_not_mixed():
    first, second = source(REPORTS / "lines-2021.txt"), source(REPORTS / "tika-2021.txt")
    report = gd.parse(first + second.split("\n", 1)[1])
    assert {cell.value for cell in report.cells.values()} == {None}
    assert "T417" in {issue.code for issue in report.issues}


def test_a_row_twice_is_one_if_both_agree():
    line = f"{NEW}\t3\t0\t0\t1\t0\t0\t4\n"
    assert requests(line + line) == "3 0 0 1 0 0 4"
    assert requests(line + line.replace("1", "2")) == LOST
    assert requests(line.replace("\t4", "") + line) == LOST


def test_values_behind_labels_without_values_belong_to_no_one():
    rows = f"{NEW}\n{OVER}\n3\n0\n0\n1\n0\n0\n4\n三、本年度办理结果\n（一）予以公开\n"
    assert requests(rows, "requests.carried_over") == LOST


def test_a_blank_last_row_of_one_table_says_nothing_of_the_next():
    text = source(REPORTS / "lines-2021.txt")
    lines = text.split("\n")
    at = lines.index("行政事业性收费") + 2
    report = gd.parse("\n".join(lines[:at] + lines[at + 1 :]))
    assert report.cells["proactive.fees.amount"].state is gd.State.MISSING
    assert report.requests == gd.parse(text).requests


def test_rows_that_a_lost_page_has_spliced_are_refused():
    text = source(REPORTS / "lines-2021.txt")
    lines = text.split("\n")
    start = lines.index(NEW) + 6
    for end in range(start + 1, start + 200):
        report = gd.parse("\n".join(lines[:start] + lines[end:]))
        cells = [report.cells[f"requests.new_received.{name}"] for name in ("natural_person", "total")]
        assert all(cell.value is None for cell in cells) or lines[start:end] == lines[start:end][:0]


def test_a_row_mark_of_mediawiki_is_no_value():
    rows = f"| {NEW}\n| 3\n| 0\n| 0\n| 1\n| 0\n| 0\n| 4\n|-\n| {OVER}\n"
    assert requests(rows) == "3 0 0 1 0 0 4"


def test_a_dash_between_bars_is_a_value():
    rows = f"{NEW} |\n- |\n0 |\n0 |\n1 |\n0 |\n0 |\n1 |\n{OVER} |\n"
    assert requests(rows) == "/ 0 0 1 0 0 1"


def test_a_row_of_the_2019_form_is_no_group():
    rows = "（六）其他处理\t0\t0\t0\t0\t0\t0\t0\n（七）总计\t0\t0\t0\t0\t0\t0\t0\n"
    report = gd.parse(HEAD + THIRD + rows)
    assert report.edition is gd.Edition.FORM_2019
    assert report.requests.results.other.total.total == 0
    items = "1.申请人无正当理由逾期不补正\t0\t0\t0\t0\t0\t0\t0\n"
    report = gd.parse(HEAD + THIRD + rows.replace("（七）", items + "（七）"))
    assert report.edition is gd.Edition.FORM_2021
    assert "requests.results.other.total.total" not in report.cells


WIDTH = 7


def kin(*shapes: tuple[int, int, int]) -> Kin:
    """Rows by the place of the label, the cells behind it, and where the values of a whole one begin; else -1."""
    return Kin(WIDTH, tuple(Shape(*shape) for shape in shapes))


@pytest.mark.parametrize(
    ("shapes", "row", "begins"),
    [
        # Labels at three places, rows of one length: the columns end the row.
        ([(0, 9, 2), (1, 8, 1), (2, 7, 0), (2, 7, -1)], (1, 8, -1), {1}),
        # A cell a column behind each label.
        ([(0, 7, 0), (1, 7, 0), (2, 7, 0), (2, 7, -1)], (1, 7, -1), {0}),
        # Empty cells fill the rows.
        ([(0, 9, 0), (1, 8, 0), (0, 9, -1)], (0, 9, -1), {0}),
        # Nothing tells the conventions apart, and nothing has to.
        ([(0, 7, 0), (0, 7, -1)], (0, 7, -1), {0}),
        # One row begins where no convention has it.
        ([(0, 9, 1), (0, 9, -1)], (0, 9, -1), set()),
    ],
)
def test_a_row_begins_where_the_conventions_have_it_that_explain_all_whole_rows(shapes, row, begins):
    assert kin(*shapes).said(Shape(*row)) == begins


def test_a_row_that_conventions_put_elsewhere_has_two_beginnings():
    undecided = kin((0, 9, -1), (0, 9, -1), (2, 7, -1))
    assert undecided.said(Shape(0, 9, -1)) == {0, 2}
    assert undecided.said(Shape(2, 7, -1)) == {0}
    assert undecided.said(Shape(0, 8, -1)) == set()


def test_a_row_that_has_lost_a_cell_fits_no_convention():
    spanned = kin((0, 9, 2), (1, 8, 1), (2, 7, 0), (2, 7, -1))
    assert spanned.said(Shape(1, 8, -1)) == {1}
    assert spanned.said(Shape(1, 7, -1)) == set()


SPARSE = (
    f"{NEW}\t\t\t\t\t5\t9\t/\n"
    "三、本年度办理结果\t（一）予以公开\t\t1\t\t2\n"
    "\t（三）不予公开\t1.属于国家秘密\t\t\t4\t\t\t\t4\n"
    "\t\t2.其他法律行政法规禁止公开\t7\t1\t2\t3\t4\t5\t6\n"
    "\t\t3.危及“三安全一稳定”\t8\t\t\t\t\t\t8\n"
)


def test_where_labels_have_cells_before_them_columns_stand_at_one_place():
    # Behind the first label stand as many cells as columns, two of them its own: the empty ones at its end are gone.
    assert requests(SPARSE) == LOST
    assert requests(SPARSE, "requests.results.denied.security_and_stability") == "8 . . . . . 8"
