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
