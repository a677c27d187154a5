"""Table four in three tables: each part is read by itself, if all three are there and in order."""

import pytest

import gov_disclosure as gd

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
PARTS = {
    "行政复议": ["27", "10", "9", "15", "61"],
    "行政诉讼（未经复议直接起诉）": ["3", "", "", "", "3"],
    "行政诉讼（复议后起诉）": ["8", "0", "1", "1", "10"],
}
RIGHT = [27, 10, 9, 15, 61, 3, None, None, None, 3, 8, 0, 1, 1, 10]


def bars(rows: list[list[str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def tabs(rows: list[list[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def html(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>\n"


def text(parts, write=bars, heads=OUTCOMES):
    return TITLE + "".join(f"### {name}\n{write([heads, row])}\n" for name, row in parts.items())


def read(text):
    """The numbers and empty cells; nothing where all are refused."""
    cells = gd.parse(text).cells.values()
    found = [cell for cell in cells if cell.id.startswith("disputes.")]
    return [cell.value for cell in found if cell.state in (gd.State.REPORTED, gd.State.BLANK)]


@pytest.mark.parametrize("write", [bars, tabs, html])
def test_each_part_is_read(write):
    assert read(text(PARTS, write)) == RIGHT


def test_parts_on_lines_and_below_two_labels():
    names = ["行政复议", "行政诉讼\n未经复议直接起诉", "行政诉讼\n复议后起诉"]
    full = dict(zip(names, [["1", "0", "0", "2", "3"], ["0"] * 5, ["1", "0", "0", "0", "1"]], strict=True))
    lines = text(full, lambda rows: "".join(f"{cell}\n" for row in rows for cell in row))
    assert read(lines) == [1, 0, 0, 2, 3, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]


@pytest.mark.parametrize(
    "changed",
    [
        # In another order, one lost, one twice, one that is not told.
        text(dict(reversed(PARTS.items()))),
        text(dict(list(PARTS.items())[:2])),
        text(PARTS) + text({"行政复议": ["1", "0", "0", "0", "1"]}).removeprefix(TITLE),
        text(PARTS).replace("行政诉讼（复议后起诉）", "行政诉讼"),
        # Outcomes in another order.
        text(PARTS, heads=[*reversed(OUTCOMES[:4]), "总计"]),
    ],
)
def test_other_parts_are_refused(changed):
    assert read(changed) == []


def test_a_column_of_its_own_is_left_out():
    more = {name: [*row[:4], "77", row[4]] for name, row in PARTS.items()}
    found = read(text(more, heads=[*OUTCOMES[:4], "撤诉", "总计"]))
    assert found == RIGHT
    assert 77 not in read(text(more))


def test_a_row_that_has_lost_a_cell_costs_its_part_alone():
    short = {**PARTS, "行政复议": ["27", "10", "9", "61"]}
    report = gd.parse(text(short))
    assert read(text(short)) == RIGHT[5:]
    assert "T404" in {issue.code for issue in report.issues}


# --- Below one head, each part beside its name ---------------------------------------------------------------


def lines(rows: list[list[str]]) -> str:
    return "".join(f"{cell}\n" for row in rows for cell in row)


def commas(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


def spaces(rows: list[list[str]]) -> str:
    return "".join("  ".join(row) + "\n" for row in rows)


FULL = [["1", "0", "0", "2", "3"], ["5", "0", "7", "0", "12"], ["1", "0", "0", "0", "1"]]
ALL = [1, 0, 0, 2, 3, 5, 0, 7, 0, 12, 1, 0, 0, 0, 1]
NAMES = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"]
WRITINGS = [bars, tabs, html, lines, commas, spaces]


def beside(write, names=NAMES, numbers=FULL, head=("类别", *OUTCOMES)) -> str:
    rows = [[name, *row] for name, row in zip(names, numbers, strict=True)]
    return f"{TITLE}{write([list(head), *rows])}五、存在的主要问题及改进情况\n无。\n"


@pytest.mark.parametrize("write", WRITINGS)
@pytest.mark.parametrize("names", [NAMES, ["行政复议", "未经复议直接起诉", "复议后起诉"]])
@pytest.mark.parametrize("corner", ["类别", "项目"])
def test_each_part_is_read_beside_its_name(write, names, corner):
    assert read(beside(write, names, head=(corner, *OUTCOMES))) == ALL


@pytest.mark.parametrize("write", [bars, tabs, html, commas])
def test_each_part_is_read_in_a_group(write):
    rows = [
        ["", "", *OUTCOMES],
        ["行政复议", "", *FULL[0]],
        ["行政诉讼", "未经复议直接起诉", *FULL[1]],
        ["", "复议后起诉", *FULL[2]],
    ]
    assert read(TITLE + write(rows)) == ALL


@pytest.mark.parametrize("write", WRITINGS)
def test_a_row_of_sums_costs_nothing(write):
    assert read(beside(write, [*NAMES, "合计"], [*FULL, ["7", "0", "7", "2", "16"]])) == ALL


@pytest.mark.parametrize("write", [bars, tabs, html])
def test_a_blank_beside_a_name_is_one(write):
    rows = [FULL[0], ["3", "", "", "", "3"], FULL[2]]
    assert read(beside(write, NAMES, rows)) == [*ALL[:5], 3, None, None, None, 3, *ALL[10:]]


@pytest.mark.parametrize("write", WRITINGS)
@pytest.mark.parametrize(
    "changed",
    [
        {"names": NAMES[::-1]},
        {"names": ["行政复议", "行政诉讼", "国家赔偿"]},
        {"names": [NAMES[0], *NAMES[:2]]},
        {"names": NAMES[:2], "numbers": FULL[:2]},
        {"names": ["行政复议（2021年）", *NAMES[1:]]},
        {"head": ("类别", *OUTCOMES[1:], "结果维持")},
    ],
)
def test_other_names_and_other_heads_tell_nothing(write, changed):
    found = gd.parse(beside(write, **changed)).cells.values()
    values = [cell.value for cell in found if cell.id.startswith("disputes.")]
    assert values == [None] * 15


@pytest.mark.parametrize("write", WRITINGS)
def test_below_a_foreign_column_numbers_are_read_by_place_or_not_at_all(write):
    head = ("类别", "结果维持", "撤回申请", *OUTCOMES[1:])
    found = read(beside(write, head=head, numbers=[[row[0], "31", *row[1:]] for row in FULL]))
    assert found == ([] if write in (lines, spaces) else ALL)


@pytest.mark.parametrize("write", [bars, tabs, html, commas])
@pytest.mark.parametrize(
    ("names", "named"),
    [
        (["河口县人民政府", "河口县水务局", "青溪市水利局"], "河口县人民政府"),
        (["县政府", "市政府", "法院"], "县政府"),
    ],
)
def test_rows_of_bodies_are_refused_by_name(write, names, named):
    report = gd.parse(beside(write, names, head=("", *OUTCOMES)))
    assert not any(cell.value for cell in report.cells.values())
    (issue,) = (issue for issue in report.issues if issue.code == "T425")
    assert named in issue.message.zh


@pytest.mark.parametrize("write", [bars, html, commas])
def test_rows_of_bodies_below_all_fifteen_are_too(write):
    heads = [
        ["", "行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
        ["", *[""] * 5, "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4],
    ]
    numbers = [number for row in FULL for number in row]
    rows = [*heads, ["", *OUTCOMES * 3], ["县政府", *numbers], ["市政府", *numbers]]
    report = gd.parse(TITLE + write(rows))
    assert not any(cell.value for cell in report.cells.values())
    assert "T425" in {issue.code for issue in report.issues}
