"""A report's tables as grids of cells, with the spans that the official form has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from attrs import evolve

from gov_disclosure.form.fields import Edition, Field, State, all_fields, rows
from gov_disclosure.form.labels import row_label, table_label
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import RenderError
from gov_disclosure.model.grid import Grid, GridCell, Row, spread
from gov_disclosure.model.report import Report
from gov_disclosure.writing.rendering.skeleton import DISPUTES, REQUESTS, PresentRow, head_of, rows_of, skeleton
from gov_disclosure.writing.rendering.written import is_unread, written_row

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


def grid_of(table: str, report: Report, *, keeps_columns: bool = True) -> Grid | None:
    """A report's table, without the rows that its source did not have; ``None`` if it had none of them.

    Columns that no row below their head has are left out, where the layout keeps those that there are.

    Raises:
        RenderError: a row lacks cells that others below its head have, or columns that nothing would tell from
            others; it is there in two editions; or a number has a unit that no form uses.
    """
    there = list(_there(table, report))
    if not there:
        return None
    present = tuple([row for row, _ in there])
    absent = _absent(table, there, report)
    if absent and not (keeps_columns and _are_told(there, report)):
        raise RenderError(error_text("render_columns", table=table_label(table)))
    form = skeleton(table, present, absent)
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


_There = tuple[PresentRow, tuple[Field, ...]]
"""A row that the report has, the edition that it follows, and those of its cells that are there."""


def _there(table: str, report: Report) -> Iterator[_There]:
    """The rows that the report has; each follows the edition whose cells are all there, or most of them."""
    own = report.edition or Edition.FORM_2021
    editions = (own, *[edition for edition in Edition if edition is not own])
    cells = report.cells
    others: set[Edition] = set()
    for row, fields in _fields_of(table).items():
        there = tuple([f for f in fields if f.id in cells and cells[f.id].state is not State.MISSING])
        if not there:
            continue
        forms = [(edition, rows_of(table, edition).get(row, ())) for edition in editions]
        edition = next((e for e, form in forms if form == there), None)
        if edition is None and table != DISPUTES:
            edition = next((e for e, form in forms if set(form) > set(there)), None)
        if row.startswith(_OTHER):
            # A group of items in one edition, one row in the other.
            others.update(there[0].editions)
        if edition is None or len(others) > 1:
            raise RenderError(error_text("render_row", row=_name(row)))
        yield (row, edition), there


def _absent(table: str, there: Sequence[_There], report: Report) -> frozenset[str]:
    """The cells of columns that a table lacks. A row that is unreadable as a whole may have any columns.

    Raises:
        RenderError: a row of table three has cells in columns where another has none.
    """
    lacking: dict[str, set[Field]] = {}
    for (row, edition), own in there:
        if not is_unread([report.cells[cell.id] for cell in own]):
            lacking[row] = set(rows_of(table, edition)[row]) - set(own)
    if table == REQUESTS:
        columns = {row: {cell.column for cell in cells} for row, cells in lacking.items()}
        first = next(iter(columns.values()), set())
        other = next((row for row, names in columns.items() if names != first), None)
        if other is not None:
            raise RenderError(error_text("render_row", row=_name(other)))
        every = (cell for (row, edition), _ in there for cell in rows_of(table, edition)[row])
        return frozenset(cell.id for cell in every if cell.column in first)
    return frozenset(cell.id for cells in lacking.values() for cell in cells)


def _are_told(there: Sequence[_There], report: Report) -> bool:
    """Whether below each head a row fills the first and the last column: so a reader knows where they are."""
    ends = {
        head_of(row)
        for (row, _), cells in there
        if not any(report.cells[cell.id].state is State.BLANK for cell in (cells[0], cells[-1]))
    }
    lacking = {head_of(row) for (row, edition), cells in there if len(cells) < len(rows(edition).get(row, ()))}
    return ends >= lacking


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
