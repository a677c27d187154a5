"""Table four where nothing marks its columns: whether its sums hold decides nothing but for a cell too many."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from helpers.edited import document, numbered, numbers

HEADING = "柳湾镇2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
OUT = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
LABELS = ["行政复议", "行政诉讼", *OUT, "未经复议直接起诉", "复议后起诉", *OUT, *OUT]


def read(numbers: list[int], between: str = "\n") -> list[object]:
    text = HEADING + "".join(f"{cell}{between}" for cell in [*LABELS, *map(str, numbers)])
    return [cell.value for id, cell in gd.parse(text).cells.items() if id.startswith("disputes")]


@pytest.mark.parametrize("between", ["\n", "\n\n", " |\n", "\n|\n"])
@pytest.mark.parametrize(
    "numbers",
    [
        [*range(31, 46)],
        [1, 0, 0, 2, 4, *[0] * 10],
        [0] * 5 + [1, 2, 0, 0, 4] + [0] * 5,
        [0] * 10 + [1, 2, 3, 4, 9],
        [1, 0, 0, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
)
def test_fifteen_cells_below_fifteen_labels_are_theirs(numbers, between):
    assert read(numbers, between) == numbers


@pytest.mark.parametrize(
    "numbers",
    [
        [1, 0, 0, 6, *[0] * 11],  # 5 1 0 0 6 and a 0 too many, but for the 5
        [2, 3, 0, 0, 5, 1, 0, 4, 5, 0, 0, 0, 0, 0, 0],  # as above, in the second part
        [*range(31, 46), 46],
        [*range(31, 45)],
    ],
)
def test_where_one_may_be_lost_and_a_0_stand_at_the_end_none_is_read(numbers):
    assert read(numbers) == [None] * 15


@pytest.mark.parametrize("year", ["2020年数据如下：", "县本级：", ""])
def test_of_two_tables_of_lawsuits_in_one_section_neither_is_taken_for_the_reports(year):
    parts = ["行政复议"] * 5 + ["行政诉讼"] * 10
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    heads = [parts, [*outcomes, *["未经复议直接起诉"] * 5, *["复议后起诉"] * 5], outcomes * 3]

    def table(first: int) -> str:
        rows = [*heads, [str(number) for number in range(first, first + 15)]]
        return "".join(f"| {' | '.join(row)} |\n" for row in rows)

    text = f"四、政府信息公开行政复议、行政诉讼情况\n{table(186)}\n{year}\n{table(201)}"
    assert not any(cell.value for cell in gd.parse(text).cells.values())


@pytest.mark.parametrize("own", ["", "/", "无"])
@pytest.mark.parametrize("copied", [True, False])
@pytest.mark.parametrize(("first", "second"), [("", ""), ("2022年数据如下：", "2021年数据如下：")])
def test_below_an_empty_table_of_lawsuits_another_one_is_not_taken_for_it(own, copied, first, second):
    parts = [
        "行政复议",
        *(["行政复议" if copied else ""] * 4),
        "行政诉讼",
        *(["行政诉讼" if copied else ""] * 9),
    ]
    kinds = [
        *(OUT if copied else [""] * 5),
        *("未经复议直接起诉" if copied or not at else "" for at in range(5)),
        *("复议后起诉" if copied or not at else "" for at in range(5)),
    ]

    def table(cells: list[str]) -> str:
        return "".join(f"| {' | '.join(row)} |\n" for row in (parts, kinds, OUT * 3, cells))

    others = list(map(str, range(186, 201)))
    for tables in ([[own] * 15, others], [others, [own] * 15]):
        text = f"{HEADING}{first}\n{table(tables[0])}\n{second}\n{table(tables[1])}"
        cells = gd.parse(text).cells.items()
        assert not [id for id, cell in cells if id.startswith("disputes") and cell.value is not None]


def bars(cells: list[str]) -> str:
    heads = [["行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
             [*[""] * 5, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4], OUT * 3]  # fmt: skip
    return "".join(f"| {' | '.join(row)} |\n" for row in (*heads, cells))


def test_a_table_of_lawsuits_that_stands_there_twice_is_read_where_both_agree_and_can_be_read():
    def cells(first: list[str], second: list[str]) -> list[object]:
        read = gd.parse(f"{HEADING}{bars(first)}\n- 7 -\n\n{bars(second)}").cells.items()
        return [cell.value for id, cell in read if id.startswith("disputes")]

    numbers = [*range(31, 46)]
    own = list(map(str, numbers))
    assert cells(own, own) == numbers
    for other in (own[:9], [*own, "46", "47"], [*own[:14], "4？5"], [*own[:14], "46"]):
        for each in (cells(own, other), cells(other, own)):
            assert all(value in (None, number) for value, number in zip(each, numbers, strict=True))
    assert cells(own, own[:9]) == cells([*own, "46", "47"], own) == [None] * 15


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("0 0 0 0 0 0 0 0 0 0 0 0 0 2 2 4", None),  # 4 of a page, or a 0 too many
        ("0 4 0 0 4 0 0 0 0 0 0 0 2 2 4 8", None),
        ("0 1 0 0 1 0 0 0 0 0 0 0 0 2 2 0", "0 1 0 0 1 0 0 0 0 0 0 0 0 2 2"),
        ("0 0 1 0 0 1 0 0 0 0 0 0 0 0 2 2", None),  # a 0 too many is the last
    ],
)
@pytest.mark.parametrize("written", ["lines", "html"])
def test_a_value_too_many_is_left_out_only_where_no_other_would_do(row, read, written):
    head = ["行政复议", "行政诉讼", *OUT, "未经复议直接起诉", "复议后起诉", *OUT, *OUT]
    text = "四、政府信息公开行政复议、行政诉讼情况\n"
    if written == "lines":
        text += "\n".join([*head, *row.split()])
    else:
        outcomes = "".join(f"<td>{outcome}</td>" for outcome in OUT)
        cells = "".join(f"<td>{number}</td>" for number in row.split())
        text += (
            "<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>"
            + outcomes.replace("<td>", "<td rowspan=2>")
            + f"<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>{outcomes}{outcomes}</tr>"
            + f"<tr>{cells}</tr></table>"
        )
    report = gd.parse(f"石桥县水务局2022年政府信息公开工作年度报告\n{text}\n")
    values = [cell.value for id, cell in report.cells.items() if id.startswith("disputes")]
    assert values == ([int(number) for number in read.split()] if read else [None] * 15)


@pytest.mark.parametrize(
    "layout", ["markdown", "pipe_rows", "html", "rows", "tika", "lines", "spaces", "aligned"]
)
def test_where_the_labels_of_the_parts_have_changed_places_no_number_is_read(layout):
    report = numbered()
    places = {"行政复议": "行政诉讼", "行政诉讼": "行政复议"}

    def exchanged(grid):
        rows = [
            tuple(cell._replace(text=places.get(cell.text, cell.text)) for cell in row) for row in grid.rows
        ]
        return evolve(grid, rows=tuple(rows))

    assert numbers(document(report, layout, exchanged, "disputes"), "disputes") == {}
