"""What the labels of columns and the rows around it say of a row, in tables of any layout."""

import pytest

import gov_disclosure as gd
from helpers.golden import STATES
from helpers.reports import REPORTS, source

SECOND = "一、总体情况\n照常。\n二、主动公开政府信息情况\n"
THIRD = "三、收到和处理政府信息公开申请情况\n"
NEW = "一、本年新收政府信息公开申请数量"
OVER = "二、上年结转政府信息公开申请数量"
FORWARD = "四、结转下年度继续办理"
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
LOST = "? ? ? ? ? ? ?"


def drawn(text: str, row: str) -> str:
    """A row of a report as a golden draws it."""
    cells = [cell for id, cell in gd.parse(text).cells.items() if id.rpartition(".")[0] == row]
    return " ".join(STATES.get(cell.state, str(cell.value)) for cell in cells)


def codes(text: str) -> set[str]:
    return {issue.code for issue in gd.parse(text).issues}


def markdown(*rows: tuple[object, ...]) -> str:
    return "".join("| " + " | ".join(map(str, row)) + " |\n" for row in rows)


def html(*rows: str) -> str:
    return "<table>\n" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>\n"


def cells(*texts: object) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


# --- Columns ----------------------------------------------------------------------------------------------


def test_a_merged_cell_that_is_copied_into_all_its_places_is_one():
    head = ("信息内容", "本年处理决定数量", "本年处理决定数量", "本年处理决定数量")
    text = SECOND + markdown(head, ("行政许可", 320, 320, 320), ("行政处罚", 7, 7, 7))
    assert drawn(text, "proactive.licensing") == "320"
    assert drawn(text, "proactive.penalties") == "7"
    assert drawn(text.replace("320 | 320 |", "320 | 321 |"), "proactive.licensing") == "?"


@pytest.mark.parametrize(
    "heads",
    [
        ("总计", *APPLICANTS[:-1]),
        (*APPLICANTS[:3], "总计", *APPLICANTS[3:-1]),
        (*APPLICANTS[1:6], "自然人", "总计"),
        ("自然人", "总计", *APPLICANTS[1:-1]),
    ],
)
def test_columns_in_another_order_than_the_forms_are_read_by_place_or_refused(heads):
    numbers = dict(zip(APPLICANTS, (1, 2, 3, 4, 5, 6, 21), strict=True))
    row = [numbers[head] for head in heads]
    text = SECOND + THIRD + markdown(("", *heads), (NEW, *row), (OVER, *row))
    assert drawn(text, "requests.new_received") == "1 2 3 4 5 6 21"
    # A row that is no longer as long as the head has no places.
    lines = "\n".join((*heads, NEW, *map(str, row), OVER, *map(str, row)))
    assert drawn(SECOND + THIRD + lines, "requests.new_received") == LOST


FOREIGN = ("信息内容", "本年制发件数", "上年制发", "本年废止件数", "现行有效件数")


def test_the_columns_beside_a_foreign_one_are_read_by_place_and_the_issue_names_it():
    text = SECOND + markdown(FOREIGN, ("规章", 1, 5, 2, 3), ("行政规范性文件", 4, 6, "", 7))
    assert drawn(text, "proactive.rules") == "1 2 3"
    assert drawn(text, "proactive.normative_documents") == "4 . 7"
    (issue,) = [issue for issue in gd.parse(text).issues if issue.code == "T419"]
    assert "上年制发" in issue.message.zh


@pytest.mark.parametrize(
    "table",
    [
        # A row that is longer or shorter than the head.
        markdown(FOREIGN, ("规章", 1, 5, 2)),
        markdown(FOREIGN, ("规章", 1, 5, 2, 3, 4)),
        # A number under no label at all.
        markdown((*FOREIGN[:2], "", *FOREIGN[2:]), ("规章", 1, 8, 5, 2, 3)),
        # Nothing marks the places.
        "\n".join((*FOREIGN, "规章", "1", "5", "2", "3")),
        "\n".join((*FOREIGN, "规章", "1", "2", "3")),
    ],
)
def test_below_a_foreign_column_nothing_is_read_whose_place_is_not_certain(table):
    assert drawn(SECOND + table, "proactive.rules") == "? ? ?"
    assert codes(SECOND + table) & {"T418", "T404"}


@pytest.mark.parametrize("kept", [(0, 1, 6), (0, 6), (1, 2, 5), (0, 1, 4, 6), (2, 6)])
def test_of_columns_some_of_which_are_named_those_are_read(kept):
    heads = [APPLICANTS[column] for column in kept]
    numbers = [column + 11 for column in kept]
    text = SECOND + THIRD + markdown(("", *heads), (NEW, *numbers), (OVER, *numbers))
    wanted = " ".join(str(column + 11) if column in kept else "_" for column in range(7))
    assert drawn(text, "requests.new_received") == wanted
    assert "T420" in codes(text)


HEAD_2 = cells("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
RULES = cells("规章", 1, 2, 3)


@pytest.mark.parametrize(
    "row",
    [
        cells("行政规范性文件", 8, "", 9, ""),  # it sticks out
        '<td colspan="2">行政规范性文件</td>' + cells(8, 9),  # its label covers a column
        '<td colspan="2">行政规范性文件</td>' + cells(8, 9, ""),
        cells("行政规范性文件") + '<td colspan="2"></td>' + cells(8, ""),  # a cell reaches over two columns
        cells("行政规范性文件") + '<td colspan="2">8</td>' + cells(9),
        '<td colspan="4">行政规范性文件</td>',
    ],
)
def test_a_row_that_does_not_stand_under_its_columns_is_refused(row):
    text = SECOND + html(HEAD_2, RULES, row)
    assert drawn(text, "proactive.normative_documents") in ("? ? ?", "_ _ _")
    assert drawn(text, "proactive.rules") == "1 2 3"


def test_a_row_that_is_shorter_than_the_others_may_have_lost_a_value():
    text = SECOND + html(*(row + cells("") for row in (HEAD_2, RULES)), cells("行政规范性文件", 5, 6, ""))
    assert drawn(text, "proactive.normative_documents") == "? ? ?"


def test_values_stand_under_their_columns_whatever_empty_columns_are_between():
    head = cells("信息内容", "本年制发件数", "", "本年废止件数", "现行有效件数")
    text = SECOND + html(head, cells("规章", 19, "", 36, ""), cells("行政规范性文件", 8, "", "", 115))
    assert drawn(text, "proactive.rules") == "19 36 ."
    assert drawn(text, "proactive.normative_documents") == "8 . 115"
    wide = SECOND + html(HEAD_2.replace("<td>本年制", '<td colspan="2">本年制'), cells("规章", "", 19, 36, ""))
    assert drawn(wide, "proactive.rules") == "? ? ?"


FIVE = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")


@pytest.mark.parametrize(
    "text",
    [
        html(cells(NEW, 1, 2, 3, 4, 5, 60, 75), cells("项目", *FIVE, "自然人", "总计")),
        "项目 总计 自然人 " + " ".join(FIVE) + f"\n{NEW} 75 60 1 2 3 4 5\n{OVER} 0 0 0 0 0 0 0\n"
        f"{FORWARD} 0 0 0 0 0 0 0\n",
    ],
)
def test_columns_in_another_order_are_seen_in_heads_of_two_lines_below_the_rows_or_behind_a_word(text):
    assert drawn(SECOND + THIRD + text, "requests.new_received") == LOST


@pytest.mark.parametrize(
    "text",
    [
        markdown(("", "法人或其他组织", "", "", "", "", "自然人", "总计"), ("", *FIVE, "", ""))
        + markdown((NEW, 1, 2, 3, 4, 5, 60, 75)),
        html(
            '<td></td><td colspan="5">法人或其他组织</td><td rowspan="2">自然人</td><td rowspan="2">总计</td>',
            cells("", *FIVE),
            cells(NEW, 1, 2, 3, 4, 5, 60, 75),
        ),
    ],
)
def test_columns_in_another_order_are_read_by_place_below_a_head_of_two_rows(text):
    assert drawn(SECOND + THIRD + text, "requests.new_received") == "60 1 2 3 4 5 75"


@pytest.mark.parametrize("at", range(4, 9))
def test_an_empty_column_among_those_of_the_form_moves_nothing(at):
    def row(*texts: object) -> str:
        return cells(*texts[:at], "", *texts[at:])

    text = SECOND + THIRD + html(
        row("", "", "", *APPLICANTS),
        row(NEW, "", "", 3, "", "", "", 1, "", 4),
        row(OVER, "", "", "", 2, "", "", "", "", 2),
    )  # fmt: skip
    assert drawn(text, "requests.new_received") in (LOST, "3 . . . 1 . 4")


def test_a_narrow_column_between_edges_that_do_not_meet_is_none():
    text = SECOND + html(
        "<td>信息内容</td><td colspan=2>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td>",
        "<td colspan=2>规章</td><td>1</td><td>2</td><td>3</td>",
        "<td>行政规范性文件</td><td colspan=2>4</td><td>5</td><td>6</td>",
    )
    assert drawn(text, "proactive.normative_documents") in ("4 5 6", "? ? ?")
    even = text.replace("<td colspan=2>规章</td><td>", "<td>规章</td><td colspan=2>")
    assert drawn(even, "proactive.rules") == "1 2 3"
    assert drawn(even, "proactive.normative_documents") == "4 5 6"


def test_a_value_that_covers_the_place_of_another_is_not_reported():
    rows = [
        "<td>信息内容</td><td>采购项目数量</td><td colspan=2>采购总金额</td>",
        "<td>政府集中采购</td><td>1</td><td colspan=2>2</td>",
    ]
    text = SECOND + html(*rows)
    assert drawn(text, "proactive.procurement") == "1 2"
    assert drawn(text.replace("<td>1</td><td colspan=2>2", "<td colspan=3>2"), "proactive.procurement") == "? ?"


def test_a_row_of_a_grid_that_has_lost_a_cell_does_not_take_one_from_its_label():
    head = cells("", "") + cells(*APPLICANTS)
    rows = [f"<td colspan=2>{label}</td>" + cells("", 52, "", "", "", "", 52) for label in (NEW, OVER, FORWARD)]
    text = SECOND + THIRD + html(head, *rows)
    assert drawn(text, "requests.carried_over") == ". 52 . . . . 52"
    cut = text.replace(rows[1], rows[1].replace("<td></td><td></td>", "<td></td>", 1))
    assert drawn(cut, "requests.carried_over") == LOST


# --- Numbers beside a row ---------------------------------------------------------------------------------


def lines(*rows: tuple[str, str]) -> str:
    return SECOND + THIRD + "".join(f"{label}\n" + "\n".join(values.split()) + "\n" for label, values in rows)


def test_values_above_the_first_label_leave_none_of_the_table_certain():
    rows = [("（一）予以公开", "1 0 0 0 0 0 1"), ("1.属于国家秘密", "2 0 0 0 0 0 2"), (FORWARD, "")]
    text = lines(("自然人\n总计", "/ - 无 / / / 无"), (NEW, "5 0 0 0 0 0 5"), (OVER, "4 0 0 0 0 0 4"), *rows)
    assert {cell.value for cell in gd.parse(text).cells.values()} == {None}
    assert "T415" in codes(text)


def test_a_number_that_may_end_the_last_one_above_it_casts_doubt_on_a_sum_that_fails():
    text = lines(
        (NEW, "1 0 0 0 0 3132903 3132904"), ("照常公开", "6"), (OVER, "0 0 0 0 0 0 0"), ("（一）予以公开", "0")
    )
    assert drawn(text, "requests.new_received") == "1 0 0 0 0 3132903 3132904"
    failing = text.replace("3132903", "31329045")
    assert drawn(failing, "requests.new_received") == LOST
    assert drawn(failing, "requests.carried_over") == "0 0 0 0 0 0 0"


@pytest.mark.parametrize("sep", [" | ", "\t", ","])
def test_values_before_their_label_are_not_taken_for_those_of_the_label_above(sep):
    rows = [("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), ("", "54", "", "规章")]
    rows += [("20", "12", "14", "行政规范性文件"), ("3", "4", "5", "第二十条第（五）项")]
    text = SECOND + "".join(sep.join(row) + "\n" for row in rows)
    assert not any(cell.value for cell in gd.parse(text).cells.values())


@pytest.mark.parametrize(
    ("first", "second"), [("4 |  | 6", "0 | 0 | 272"), ("7\t\t", "\t\t"), ("2 126", "1 5 1")]
)
def test_values_above_their_labels_are_not_taken_for_those_below(first, second):
    head = "信息内容 本年制发件数 本年废止件数 现行有效件数\n第二十条第（一）项\n"
    text = SECOND + f"{head}{first}\n规章\n{second}\n行政规范性文件\n第二十条第（五）项\n"
    assert drawn(text, "proactive.rules") in ("? ? ?", "_ _ _")


def test_a_sixteenth_value_of_table_four_is_one_too_many_only_if_it_is_0():
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    values = [2, 0, 20, 0, 22, *[0] * 10]
    text = SECOND + "四、政府信息公开行政复议、行政诉讼情况\n" + markdown(("行政复议", "行政诉讼"), outcomes)
    assert drawn(text + markdown([*values, 0]), "disputes.reconsideration") == "2 0 20 0 22"
    assert drawn(text + markdown([*values[:3], 20, *values[3:]]), "disputes.reconsideration") == "? ? ? ? ?"


def test_values_behind_the_label_of_a_group_belong_to_a_row_without_a_label():
    row = "\t0" * 7 + "\n"
    text = SECOND + THIRD + f"（三）不予公开{row}（六）其他处理{row}（七）总计{row}"
    assert "requests.results.other.total.total" not in gd.parse(text).cells


def test_an_empty_row_behind_one_that_can_not_be_read_is_not_said_to_be_empty():
    rows = ((NEW, 3, 0, 0, 0, 0, 0), (OVER, *[""] * 7), (FORWARD, *[0] * 7))
    text = SECOND + THIRD + markdown(("", *APPLICANTS), *rows)
    assert drawn(text, "requests.carried_over") == LOST
    whole = text.replace("0 | 0 | 0 |\n", "0 | 0 | 0 | 3 |\n", 1)
    assert drawn(whole, "requests.carried_over") == ". . . . . . ."


def test_a_value_in_a_line_above_its_label_is_of_another_row():
    rule = "+--------+---+---+---+\n"
    rows = "|行政规范|   |   |   |\n|性文件  |4  |5  |6  |\n"
    text = SECOND + rule + "|信息内容|本年制发件数|本年废止件数|现行有效件数|\n".replace("件数", "") + rule
    text = text.replace("|信息内容|本年制发|本年废止|现行有效|", "|信息内容|制发|废止|有效|")
    assert drawn(text + rows, "proactive.normative_documents") in ("", "_ _ _", "? ? ?")


def test_a_number_broken_at_its_point_is_not_reported():
    text = (
        SECOND
        + "信息内容 本年收费金额（单位：万元）\n行政事业性收费 768\n.53 元\n规章 1\n行政许可 2\n行政处罚 3\n"
    )
    assert drawn(text, "proactive.fees") == "?"
    assert drawn(text.replace("768\n.53", "768.53"), "proactive.fees") == "768.53"


# --- Several reports --------------------------------------------------------------------------------------


def test_a_row_that_stands_twice_but_once_empty_is_not_taken_where_others_disagree():
    first, second = (NEW, "3 0 0 0 0 0 3"), (NEW, "4 0 0 0 0 0 4")
    text = lines(first, (OVER, "1 0 0 0 0 0 1")) + lines(second, (OVER, ""), (FORWARD, "0 0 0 0 0 0 0"))
    assert drawn(text, "requests.new_received") == LOST
    assert drawn(text, "requests.carried_over") == LOST


def test_without_a_head_numbers_that_do_not_add_up_in_the_forms_order_may_stand_in_another():
    total_first = lines((NEW, "20 8 6 5 1 0 0"), (OVER, "0 0 0 0 0 0 0"))
    assert drawn(total_first, "requests.new_received") == LOST
    in_order = lines((NEW, "8 6 5 1 0 0 20"), (OVER, "0 0 0 0 0 0 0"))
    assert drawn(in_order, "requests.new_received") == "8 6 5 1 0 0 20"


# --- Wrapped numbers --------------------------------------------------------------------------------------


def wrapped(values: str) -> str:
    """A row with a line break for each "~" in its values."""
    head = cells("", *APPLICANTS)
    row = cells(NEW, *(value.replace("~", "<br>") for value in values.split()))
    return SECOND + THIRD + html(head, row, cells(OVER, *"0000000"))


@pytest.mark.parametrize(
    ("values", "row"),
    [
        ("1~0986 2 0 0 0 0 1~0988", "10986 2 0 0 0 0 10988"),
        ("1~0986 2 0 0 0 0 10988", "10986 2 0 0 0 0 10988"),
        ("1~0986 2 0 0 0 0 1~0989", LOST),
        ("1~0986 2 0 0 0 0 2", "? 2 0 0 0 0 2"),
        # Two rows that are glued: the first adds up by itself.
        ("7~0 5~0 0 0 0 0 12~0", LOST),
    ],
)
def test_numbers_wrapped_in_their_cells_are_put_together_where_only_so_the_row_adds_up(values, row):
    text = wrapped(values)
    assert drawn(text, "requests.new_received") == row
    assert ("T416" in codes(text)) is ("10986" in row)


# --- Labels -----------------------------------------------------------------------------------------------


def test_a_label_with_that_of_another_row_in_its_explanation_is_none():
    row = "\n1\n0\n0\n0\n0\n0\n1\n"
    plain = lines((f"{NEW}（指当年收到的）", "1 0 0 0 0 0 1"), (OVER, "0"))
    assert drawn(plain, "requests.new_received") == "1 0 0 0 0 0 1"
    moved = SECOND + THIRD + f"{NEW}（{OVER}）{row}"
    assert {cell.value for cell in gd.parse(moved).cells.values()} == {None}


@pytest.mark.parametrize("name", ["tika-2021", "rows-2021", "lines-2021", "pipes-2021"])
def test_a_head_without_its_first_label_tells_the_order_of_the_others(name):
    path = REPORTS / f"{name}.txt"
    text = source(path).replace("自然人", "", 1)
    assert gd.parse(text).requests.new_received == gd.parse(source(path)).requests.new_received
