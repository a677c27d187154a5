"""Words in the place of a row's first number: the numbers behind are of what they name, if they name something."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from helpers.edited import numbered

MADE = numbered("2021")
ROW = "requests.results.granted."
FIRST = f"{ROW}natural_person"
MARKED = (
    gd.Layout.HTML,
    gd.Layout.MARKDOWN,
    gd.Layout.GRID,
    gd.Layout.BOX,
    gd.Layout.JSON_ROWS,
    gd.Layout.TYPST,
)


def row(said: str, layout: gd.Layout) -> list[object]:
    first = gd.Cell(id=FIRST, state=gd.State.UNREADABLE, raw=said)
    text = gd.render(evolve(MADE, cells={**MADE.cells, FIRST: first}), layout)
    return [cell.value for id, cell in gd.parse(text).cells.items() if id.startswith(ROW)]


@pytest.mark.parametrize("layout", MARKED)
@pytest.mark.parametrize("said", ["不详", "见附件", "约30", "*", "（略）", "未统计"])
def test_what_names_nothing_costs_its_own_cell(said, layout):
    true = [cell.value for id, cell in MADE.cells.items() if id.startswith(ROW)]
    assert row(said, layout) == [None, *true[1:]]


@pytest.mark.parametrize("layout", [*MARKED, gd.Layout.LINES, gd.Layout.PDF, gd.Layout.TIKA])
@pytest.mark.parametrize("said", ["教育局", "其中网上", "约谈企业", "附件科"])
def test_what_may_be_a_name_costs_its_row(said, layout):
    assert row(said, layout) == [None] * 7
