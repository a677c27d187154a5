"""Tables ruled by dashes and lines: a number that stands among the labels is none of a row's."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.layouts.width import display_width
from helpers.edited import Grid, codes, document, numbered, numbers, own, replaced

# --- Numbers among the labels -----------------------------------------------------------------------------


def lines_with(text: str, label: str, put) -> str:
    """The text with the line changed that has a label, given where the column behind that begins."""
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip().startswith(label))
    rule = next(line for line in reversed(lines[:at]) if line.startswith("  --"))
    left = len(label) + rule.index(" ", 2) + 1 - display_width(label)
    lines[at] = put(lines[at], left)
    return "\n".join([*lines, ""])


def over(line: str, start: int, text: str) -> str:
    """The line with a text written over its blanks."""
    assert not line[start : start + len(text)].strip()
    return f"{line[:start]}{text}{line[start + len(text) :]}"


@pytest.mark.parametrize("layout", ["simple", "multiline"])
@pytest.mark.parametrize("first", ["full", "blank"])
@pytest.mark.parametrize("number", ["7", "37", "2021"])
@pytest.mark.parametrize(
    ("label", "row"), [("行政规范性文件", "normative_documents"), ("行政许可", "licensing"), ("规章", "rules")]
)
def test_a_number_at_the_edge_of_the_labels_column_is_no_part_of_the_next(layout, first, number, label, row):
    report = numbered()
    if first == "blank":
        cells = {id: evolve(cell, value=None, state=gd.State.BLANK, raw="") if id.endswith(("issued", "decisions")) else cell
                 for id, cell in report.cells.items()}  # fmt: skip
        report = evolve(report, cells=cells)
    whole = own(report)
    fewest = len(number) if first == "full" else 1
    for before in range(fewest, len(number) + 3):
        text = lines_with(document(report, layout), label, lambda line, left: over(line, left - before, number))  # noqa: B023
        read = numbers(text)
        assert {id: whole[id] for id in read} == read, text
        assert not [id for id in read if id.startswith(f"proactive.{row}.")]
        assert len(read) >= len([value for value in whole.values() if value is not None]) - 4


@pytest.mark.parametrize("layout", ["simple", "multiline", "grid", "box"])
@pytest.mark.parametrize("edit", ["{}3", "{} 37", "7{}", "7 {}", "37", "{}（3）", "{}  37", "{}\n37", "37\n{}"])
def test_a_label_with_a_number_in_its_cell_gives_its_row_no_other_number(layout, edit):
    report = numbered()
    for label, row in {
        "规章": "proactive.rules",
        "行政处罚": "proactive.penalties",
        "（一）予以公开": "requests.results.granted",
    }.items():
        if "\n" in edit and layout in ("simple", "multiline"):
            continue
        text = document(report, layout, replaced(label, edit.format(label)))
        read = numbers(text)
        assert read.items() <= own(report).items()
        assert len(read) >= (0.15 if "\n" in edit else 0.8) * len(own(report))
        assert codes(text) or [id for id in read if id.startswith(row)]


@pytest.mark.parametrize("layout", ["simple", "multiline", "grid", "box", "markdown", "pipes", "html"])
@pytest.mark.parametrize("empty", ["", "natural_person", "total"])
def test_a_number_in_an_empty_cell_among_the_labels_is_none_of_the_row(layout, empty):
    report = numbered()
    cells = {id: evolve(cell, value=None, state=gd.State.BLANK, raw="") if empty and id.endswith(empty) else cell
             for id, cell in report.cells.items()}  # fmt: skip
    report = evolve(report, cells=cells)

    def change(grid: Grid) -> Grid:
        rows = [list(row) for row in grid.rows]
        for row in rows[3:]:
            row[:3] = [cell._replace(colspan=1, rowspan=1) for cell in row[:3]]
        at = next(number for number, row in enumerate(rows) if row[1].text == "（一）予以公开")
        rows[at][2] = rows[at][2]._replace(text="37")
        return evolve(grid, rows=tuple(map(tuple, rows)))

    read = numbers(document(report, layout, change, "requests"))
    assert {id: own(report)[id] for id in read} == read


# --- Two tables of the same columns -------------------------------------------------------------------------


@pytest.mark.parametrize("layout", ["simple", "multiline"])
@pytest.mark.parametrize("other", ["石桥县水务局", "石桥县教育局"])
def test_a_title_between_two_tables_of_the_same_columns_is_no_cell(layout, other):
    def halved(report):
        cells = {id: cell if id.startswith("proactive") else evolve(cell, value=None, state=gd.State.MISSING, raw="")
                 for id, cell in report.cells.items()}  # fmt: skip
        return evolve(report, cells=cells)

    report, behind = halved(numbered()), numbered(issuer=other)
    text = document(report, layout) + f"{behind.title}\n" + document(behind, layout)
    first, second = gd.parse_all(text)
    assert (first.issuer, second.issuer) == (report.issuer, other)


# --- Tables whose rules are equally long ----------------------------------------------------------------------


def test_a_table_is_not_closed_by_the_rule_of_the_next_which_is_as_long():
    report = numbered()
    id = "disputes.reconsideration.total"
    wide = evolve(report.cells[id], value=106_544_519, raw="106544519")
    report = evolve(report, cells={**report.cells, id: wide})
    text = document(report, "multiline")
    rules = {len(line) for line in text.splitlines() if line.count(" -") > 5}
    assert len(rules) == 1
    assert numbers(text) == own(report)
