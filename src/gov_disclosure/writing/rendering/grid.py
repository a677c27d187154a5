"""A report's tables as grids of cells, with the spans that the official form has."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from attrs import evolve

from gov_disclosure.form.fields import Edition, Field, State, all_fields
from gov_disclosure.form.labels import row_label, table_label
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import RenderError
from gov_disclosure.model.grid import Grid, GridCell, Row, spread
from gov_disclosure.model.report import Report
from gov_disclosure.writing.rendering.skeleton import DISPUTES, PresentRow, rows_of, skeleton
from gov_disclosure.writing.rendering.written import written_row

_OTHER: Final = "requests.results.other."


_SPACE: Final = "␣"
_NUMBER = re.compile("[0-9]+")


def without_spaces(grid: Grid, fewest: int = 0) -> Grid:
    """The grid with a sign in place of each space in a value, so that it stays one text.

    With ``fewest``, only values that have so many numbers in them.
    """
    if not any(_has_spaces(cell, fewest) for row in grid.rows for cell in row):
        return grid
    rows = [[_held_together(cell) if _has_spaces(cell, fewest) else cell for cell in row] for row in grid.rows]
    return evolve(grid, rows=tuple(map(tuple, rows)))


def _has_spaces(cell: GridCell, fewest: int) -> bool:
    spaced = cell.is_value and " " in cell.text
    return spaced and (not fewest or len(_NUMBER.findall(cell.text)) >= fewest)


def _held_together(cell: GridCell) -> GridCell:
    return cell._replace(text=cell.text.replace(" ", _SPACE))


def grid_of(table: str, report: Report) -> Grid | None:
    """A report's table, without the rows that its source did not have; ``None`` if it had none of them.

    Raises:
        RenderError: a row is there in part or in two editions, or a number has a unit that no form uses.
    """
    present = tuple(_present(table, report))
    if not present:
        return None
    form = skeleton(table, present)
    filled: list[Row] = []
    for line in form.lines:
        if line.fields:
            *before, last = written_row(line.fields, report.cells, line.edition)
            values = [_value(text, 1) for text in before]
            filled.append(spread((*line.labels, *values, _value(last, line.last_colspan))))
        else:
            filled.append(spread(line.labels))
    return Grid(tuple(filled), table=table, head=form.head)


@lru_cache(maxsize=4096)
def _value(text: str, colspan: int) -> GridCell:
    return GridCell(text, colspan, is_value=True)


def _present(table: str, report: Report) -> Iterator[PresentRow]:
    """The rows that the report has, and the edition that each follows: that whose cells are all there."""
    own = report.edition or Edition.FORM_2021
    editions = (own, *[edition for edition in Edition if edition is not own])
    cells = report.cells
    others: set[Edition] = set()
    for row, fields in _fields_of(table).items():
        there = tuple([f for f in fields if f.id in cells and cells[f.id].state is not State.MISSING])
        if not there:
            continue
        edition = next((e for e in editions if rows_of(table, e).get(row) == there), None)
        if row.startswith(_OTHER):
            # A group of items in one edition, one row in the other.
            others.update(there[0].editions)
        if edition is None or len(others) > 1:
            raise RenderError(error_text("render_row", row=_name(row)))
        yield row, edition


@cache
def _fields_of(table: str) -> Mapping[str, tuple[Field, ...]]:
    """Each row of a table and its cells in either edition, in the order of the form."""
    found: dict[str, tuple[Field, ...]] = {}
    for cell in all_fields():
        if cell.table == table:
            row = DISPUTES if table == DISPUTES else cell.key
            found[row] = (*found.get(row, ()), cell)
    return found


def _name(row: str) -> str:
    return table_label(row) if row == DISPUTES else row_label(row)
