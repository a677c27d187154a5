"""Whole rows whose sum fails, in tables whose other rows have lost empty cells without a trace.

A row with a number for each column is read where nothing but a whole row can stand so. Each refused case stands
beside one that says the same in other words: a cell is lost, and something else has come in its place.
"""

import pytest

import gov_disclosure as gd

HEAD = (
    "一、总体情况\n照常。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
    "申请人情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
)
LABEL = "二、上年结转政府信息公开申请数量"
FRONT, BACK = "555 1530 1364 31212", "31290 1807 1017"
WHOLE = f"{LABEL} {FRONT} {BACK}"
LACKING = ("一、本年新收政府信息公开申请数量 595 31324 282 592 632 713", "（七）总计 90 / 1412 267 31110")
FORWARD = "四、结转下年度继续办理"
NUMBERS = [555, 1530, 1364, 31212, 31290, 1807, 1017]
BETWEEN = f"{LACKING[0]}\n{WHOLE}\n{LACKING[1]}\n"


def carried_over(rows: str) -> list[object]:
    head = HEAD.replace(" ", "\t") if "\t" in rows else HEAD
    cells = gd.parse(head + rows).cells
    return [cell.value for id, cell in cells.items() if id.startswith("requests.carried_over.")]


@pytest.mark.parametrize(
    "rows",
    [
        BETWEEN,
        BETWEEN.replace(" ", "  "),
        BETWEEN.replace("\n", "\r\n"),
        # Between tabs, where the last empty cells of a row are gone.
        f"{BETWEEN}{FORWARD} / 4 8\n".replace(" ", "\t"),
        # What a page ends with stands on a line of its own.
        f"{LACKING[0]}\n{WHOLE}\n- 2 -\n{LACKING[1]}\n",
        # The numbers below a label that takes more than a line.
        f"{LACKING[0]}\n二、上年结转政府信息公开申\n请数量\n{FRONT} {BACK}\n{LACKING[1]}\n",
    ],
)
def test_a_row_that_has_a_line_to_itself_is_read_though_others_have_lost_blanks(rows):
    assert carried_over(rows) == NUMBERS


@pytest.mark.parametrize(
    "rows",
    [
        # A cell a line, or all on one, below labels that are not in the order of the columns.
        BETWEEN.replace(" ", "\n"),
        BETWEEN.replace("\n", " "),
        # One row is longer than the columns: a column that no head names may stand in each of them.
        f"{BETWEEN}{FORWARD} 1 2 3 4 5 6 7 8\n",
        f"{BETWEEN}{FORWARD} 1 2 3 4 5 6 7 8\n".replace(" ", "\t"),
        # The page's mark has come to the line: a number between two dashes.
        f"{LACKING[0]}\n{LABEL} {FRONT} - 2 -\n{LACKING[1]}\n",
        # Torn over two lines.
        f"{LACKING[0]}\n{LABEL} {FRONT}\n{BACK}\n{LACKING[1]}\n",
        # Another row is torn: what is lost there are not empty cells alone.
        f"{WHOLE}\n（七）总计 90 / 1412\n267 31110\n",
    ],
)
def test_what_may_be_no_whole_row_is_not_read(rows):
    assert carried_over(rows) == [None] * 7


@pytest.mark.parametrize("numbers", ["12 3 0 0 0 15 2", "12 3 0 2 0 0 15"])
def test_of_a_cell_a_line_a_page_may_have_filled_the_place_of_a_lost_one(numbers):
    # 12 3 0 0 0 15, a cell blank, and page 2; or seven cells whose sum is an error of the office.
    rows = f"{LACKING[0]}\n{LABEL} {numbers}\n{LACKING[1]}\n".replace(" ", "\n")
    assert carried_over(rows) == [None] * 7


IN_ORDER = "一、总体情况\n照常。\n三、收到和处理政府信息公开申请情况\n" + "".join(
    f"{label}\n" for label in ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
)


def below_labels_in_order(*rows: str) -> list[object]:
    cells = gd.parse(IN_ORDER + "".join(f"{row}\n" for row in rows).replace(" ", "\n")).cells
    return [cell.value for id, cell in cells.items() if id.startswith("requests.carried_over.")]


def test_of_a_cell_a_line_a_row_with_a_number_for_each_column_is_read():
    assert below_labels_in_order(LACKING[0], WHOLE, LACKING[1]) == NUMBERS


@pytest.mark.parametrize(
    "rows",
    [
        # Of six numbers, two may be the halves of one: another row has them.
        (LACKING[0], WHOLE, f"{FORWARD} 1 2 3 4 5 6 7 8"),
        # Of six numbers, and a page's.
        (LACKING[0], WHOLE.replace("1017", "3"), LACKING[1]),
        (LACKING[0], WHOLE.replace("1530", "12"), LACKING[1]),
    ],
)
def test_of_a_cell_a_line_nothing_may_have_come_to_a_row(rows):
    assert below_labels_in_order(*rows) == [None] * 7
