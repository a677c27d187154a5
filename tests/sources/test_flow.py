"""Cells in reading order, put into rows."""

import pytest

from gov_disclosure.model.grid import GridCell
from gov_disclosure.sources.flow import Flowing, in_rows


def cell(text: str, across: int = 1, down: int = 1, **facts: bool) -> Flowing:
    return Flowing(GridCell(text, colspan=across), down, **facts)


def placed(cells: list[Flowing], width: int) -> list[tuple[str, int, int]]:
    return [(found.cell.text, found.row, found.column) for found in in_rows(cells, width)]


def inline(text: str) -> Flowing:
    return cell(text, begins=False)


def test_cells_fill_row_after_row_around_what_spans():
    cells = [cell("甲", 2), inline("乙"), cell("丙", down=2), inline("1"), inline("2"), cell("3"), inline("4")]
    assert placed(cells, 3) == [
        ("甲", 0, 0), ("乙", 0, 2), ("丙", 1, 0), ("1", 1, 1), ("2", 1, 2), ("3", 2, 1), ("4", 2, 2)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "cells",
    [
        [cell("甲"), inline("1"), cell("乙")],
        [cell("甲"), cell("1", 2), cell("乙")],
        [cell("甲", down=3), inline("1"), cell("2")],
        [cell("甲"), inline("1"), inline("乙"), cell("2")],
        [cell("甲"), cell("1", behind_gap=True), cell("乙"), cell("2")],
    ],
    ids=["too few", "over the edge", "below the table", "rows within lines", "a gap within a row"],
)
def test_cells_that_fill_no_rows_for_certain_are_no_table(cells):
    assert placed(cells, 2) == []


def test_all_cells_may_stand_on_one_line():
    assert len(placed([cell("甲"), *map(inline, "1乙2")], 2)) == 4


def test_a_column_alone_is_no_table():
    assert placed([cell("甲"), cell("乙")], 1) == []
