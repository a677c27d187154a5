"""Numbers with a note that compares them with another year's: this year's is reported, as it stands in the cell."""

import pytest
from attrs import evolve

import gov_disclosure as gd

WRITTEN = [gd.Layout(layout) for layout in gd.Layout if layout.kind.write and not layout.kind.parts_by_spaces]
NOTES = ["310（上年9）", "310(去年同期9件)", "310（同比增长3%）", "310（与上年持平）"]


def text_with(note: str, layout: gd.Layout) -> str:
    """A report with the number 310 once, and the note in its place."""
    form = gd.blank_form("2021")
    cells = {
        id: gd.Cell(id=id, value=310 if id.endswith("rules.issued") else 4, state=gd.State.REPORTED)
        for id, cell in form.cells.items()
        if not id.endswith(".amount")
    }
    title = "石桥县水务局2022年政府信息公开工作年度报告"
    report = evolve(form, title=title, cells={**form.cells, **cells})
    # JSON has words between quotation marks.
    written = f'"{note}"' if layout is gd.Layout.JSON_ROWS else note
    return gd.render(report, layout).replace("310", written, 1)


@pytest.mark.parametrize("layout", WRITTEN)
@pytest.mark.parametrize("note", NOTES)
def test_the_number_before_the_note_is_reported(note, layout):
    cell = gd.parse(text_with(note, layout)).cells["proactive.rules.issued"]
    assert (cell.value, cell.raw.strip()) == (310, note)


@pytest.mark.parametrize("note", ["310（上年）", "310（同比增长）", "310（上年约9）"])
def test_a_number_that_may_be_another_years_is_not(note):
    cell = gd.parse(text_with(note, gd.Layout.PIPES)).cells["proactive.rules.issued"]
    assert (cell.value, cell.state) == (None, gd.State.UNREADABLE)


@pytest.mark.parametrize("column", [1, 2])
def test_in_columns_that_compare_years_it_stays_open_which_is_whose(column):
    row = ["行政许可", "9", "2", "6"]
    row[column] += "（上年7）"
    rows = [["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], row]
    table = "".join(f"| {' | '.join(cells)} |\n" for cells in rows)
    report = gd.parse(f"石桥县水务局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n{table}")
    found = report.proactive.licensing
    values = [found.previous_items, found.change, found.decisions]
    assert values == [None if place == column else int(row[place]) for place in (1, 2, 3)]
