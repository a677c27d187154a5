"""Pages whose texts are put at places of their own: a number is below the label over it, and what is in doubt is refused."""

from collections.abc import Sequence
from time import thread_time

import pytest

import gov_disclosure as gd
from gov_disclosure.sources.placed_pages import placed_page

TITLE, HEADING = "柳湾镇2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"
APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
NEW, OVER, FORWARD = (
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "四、结转下年度继续办理",
)
STYLE = "<style>div{position:relative}p{position:absolute;margin:0}</style>"
ROWS = {
    NEW: ["31", "42", "53", "64", "75", "86", "351"],
    OVER: ["3", "", "5", "/", "7", "", "15"],
    FORWARD: ["1", "0", "2", "0", "3", "0", "6"],
}

Text = tuple[float, float, str]
"""Top, left, and what stands there."""


def line(top: float, cells: Sequence[str]) -> list[Text]:
    """A label and the cells of its row, each below the label of its column."""
    label, *values = cells
    return [(top, 50.0, label)] * bool(label) + [
        (top, 300.0 + 80 * column, value) for column, value in enumerate(values) if value
    ]


def table(rows: dict[str, list[str]] = ROWS, top: float = 100.0) -> list[Text]:
    parts = line(top, ["", *APPLICANTS])
    for number, (label, values) in enumerate(rows.items(), 1):
        parts += line(top + 20 * number, [label, *values])
    return parts


def page(texts: Sequence[Text], style: str = STYLE) -> str:
    def one(text: Text) -> str:
        return (
            f'<p style="top:{text[0]:.1f}pt;left:{text[1]:.1f}pt">'
            f'<span style="font-family:A B;font-size:10.0pt">{text[2]}</span></p>\n'
        )

    return f"<html><head>{style}</head><body>\n<div>\n{''.join(map(one, texts))}</div>\n</body></html>\n"


def report(texts: Sequence[Text]) -> list[Text]:
    return [(40.0, 50.0, TITLE), (70.0, 50.0, HEADING), *texts]


def row(cells: gd.Report, key: str) -> list[object]:
    return [
        cell.value if cell.value is not None else cell.state.value
        for id, cell in cells.cells.items()
        if id.startswith(f"requests.{key}.")
    ]


def test_what_is_blank_is_told_by_the_columns_whatever_order_the_texts_come_in():
    texts = report(table())
    for order in (
        texts,
        [*texts[:2], *reversed(texts[2:])],
        sorted(texts, key=lambda text: (text[1], text[0])),
    ):
        found = gd.parse(page(order))
        assert found.title == TITLE
        assert row(found, "new_received") == [31, 42, 53, 64, 75, 86, 351]
        assert row(found, "carried_over") == [3, "blank", 5, "not_applicable", 7, "blank", 15]
        assert row(found, "carried_forward") == [1, 0, 2, 0, 3, 0, 6]


def test_a_file_is_read_as_its_text_is():
    text = page(report(table()))
    assert gd.read(text.encode(), name="a.html").cells == gd.parse(text).cells


def test_a_number_is_found_where_it_stands_in_the_source():
    text = page(report(table()))
    lines = text.splitlines()
    for cell in gd.parse(text).cells.values():
        if cell.value is not None:
            assert cell.location
            assert lines[cell.location.line - 1][cell.location.column - 1 :].startswith(f"{cell.raw}<")


def test_a_row_on_the_next_page_has_the_columns_of_the_page_before():
    first, second = report(table({NEW: ROWS[NEW], OVER: ROWS[OVER]})), line(40.0, [FORWARD, *ROWS[FORWARD]])
    text = page(first).replace("</body>", page(second).partition("<body>")[2].replace("</html>", ""))
    found = gd.parse(text)
    assert row(found, "carried_over") == [3, "blank", 5, "not_applicable", 7, "blank", 15]
    assert row(found, "carried_forward") == [1, 0, 2, 0, 3, 0, 6]


def test_what_is_hidden_or_struck_is_no_number():
    shown = page(report(table()))
    hidden = shown.replace(
        '<p style="top:120.0pt;left:300.0pt">', '<p style="top:120.0pt;left:300.0pt" hidden>'
    )
    assert hidden != shown
    assert row(gd.parse(hidden), "new_received")[0] not in (31, 42)
    struck = shown.replace(">31<", "><s>31</s><")
    assert row(gd.parse(struck), "new_received")[0] == "unreadable"


@pytest.mark.parametrize(
    "change",
    [
        (">42<", ">42 53<"),
        (">42<", ">x<br/>42<"),
        ("<p style=", '<p class="a" style="padding:3pt;" style='),
        ("left:300.0pt", "left:30%"),
        ("left:300.0pt", "right:300.0pt"),
        ("p{position:absolute", "p{position:static"),
        ("</body>", "<b>第1页</b></body>"),
        ("<div>", "<div><div style='position:relative'>"),
        ("font-size:10.0pt", "color:red"),
        ("font-size:10.0pt", "font-size:26.0pt"),
        ("font-size:10.0pt", "font-size:10.0pt;position:relative"),
    ],
)
def test_a_page_is_read_in_another_way_where_a_place_is_in_doubt(change):
    text = page(report(table()))
    assert placed_page(text) is not None
    assert change[0] in text
    assert placed_page(text.replace(*change)) is None


def test_two_numbers_with_no_room_between_are_none():
    moved = [(top, left - 68 if word == "53" else left, word) for top, left, word in report(table())]
    assert placed_page(page(moved)) is None
    values = row(gd.parse(page(moved)), "new_received")
    assert 4253 not in values


def test_a_number_that_is_set_far_smaller_than_its_line_is_none():
    text = page(report(table()))
    note = line(140.0, [OVER, "", "2"])[1]
    small = page([note]).partition("<div>\n")[2].partition("</div>")[0].replace("10.0pt", "5.0pt")
    found = gd.parse(text.replace("</div>", f"{small}</div>"))
    assert row(found, "carried_over")[1] == "unreadable"
    assert row(found, "new_received") == [31, 42, 53, 64, 75, 86, 351]


def test_no_table_goes_over_the_heading_of_a_section():
    texts = [(30.0, 320.0, "来源：县政府。"), (50.0, 50.0, HEADING), *table(top=70.0)]
    found = gd.parse(page(texts))
    assert [section.number for section in found.sections] == [3]
    assert row(found, "new_received") == [31, 42, 53, 64, 75, 86, 351]


@pytest.mark.thorough
def test_pages_of_many_texts_take_their_time_and_no_more():
    def took(count: int) -> float:
        text = page([(20.0 * number, 50.0, "公开") for number in range(count)])
        start = thread_time()
        placed_page(text)
        return thread_time() - start

    took(100)
    assert took(2400) < 20 * took(400) + 0.5
