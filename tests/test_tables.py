"""What the labels of columns and the rows around it say of a row, in tables of any layout."""

import pytest

import gov_disclosure as gd
from conftest import REPORTS, source
from golden import STATES

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
def test_columns_in_another_order_than_the_forms_are_refused(heads):
    text = SECOND + THIRD + markdown(("", *heads), (NEW, 3, 0, 0, 0, 0, 0, 3), (OVER, 0, 0, 0, 0, 0, 0, 0))
    assert drawn(text, "requests.new_received") == LOST
    assert "T411" in codes(text)
    in_order = text.replace(" | ".join(heads), " | ".join(APPLICANTS))
    assert drawn(in_order, "requests.new_received") == "3 0 0 0 0 0 3"


def test_a_column_that_the_form_lacks_makes_those_of_its_table_uncertain():
    head = ("信息内容", "本年制发件数", "上年制发", "本年废止件数", "现行有效件数")
    text = SECOND + markdown(head, ("规章", 1, 5, 2, 3))
    assert drawn(text, "proactive.rules") == "? ? ?"


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
    assert drawn(text.replace("768\n.53", "768.53\n"), "proactive.fees") == "768.53"


# --- Several reports --------------------------------------------------------------------------------------


def test_a_row_that_stands_twice_but_once_empty_is_not_taken_where_others_disagree():
    first, second = (NEW, "3 0 0 0 0 0 3"), (NEW, "4 0 0 0 0 0 4")
    text = lines(first, (OVER, "1 0 0 0 0 0 1")) + lines(second, (OVER, ""), (FORWARD, "0 0 0 0 0 0 0"))
    assert drawn(text, "requests.new_received") == LOST
    assert drawn(text, "requests.carried_over") == LOST


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
    plain = lines((f"{NEW}（含上年转来的）", "1 0 0 0 0 0 1"), (OVER, "0"))
    assert drawn(plain, "requests.new_received") == "1 0 0 0 0 0 1"
    moved = SECOND + THIRD + f"{NEW}（{OVER}）{row}"
    assert {cell.value for cell in gd.parse(moved).cells.values()} == {None}


@pytest.mark.parametrize("name", ["tika-2021", "rows-2021", "lines-2021", "pipes-2021"])
def test_a_head_without_its_first_label_tells_the_order_of_the_others(name):
    path = REPORTS / f"{name}.txt"
    text = source(path).replace("自然人", "", 1)
    assert gd.parse(text).requests.new_received == gd.parse(source(path)).requests.new_received
