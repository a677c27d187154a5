"""Strangers in a table of the form: columns and rows, heads and labels, marks on a number."""

from collections.abc import Callable
from typing import Final

from attrs import evolve

from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.damage import PLACED
from gov_disclosure.testing.samples.hosts import Host
from gov_disclosure.testing.samples.marks import (
    PLACE,
    Mark,
    sample_mark,
    sample_row_unseen,
    sample_unseen,
)
from gov_disclosure.testing.samples.passages import figures
from gov_disclosure.testing.samples.reports import filled
from gov_disclosure.testing.samples.reshaping import (
    At,
    changed,
    first_value_column,
    has_values,
    heads_in,
    labels_in,
    orders,
    subsets,
    values_in,
    with_column,
    with_columns,
    with_row,
    without_place,
)


def column(choices: Choices, host: Host) -> Host:
    """A column of no form."""
    grid = host.grid(choices)
    if grid is None:
        return host
    first = first_value_column(grid)
    at = choices.pick((grid.width, first, 0, choices.integer(first, grid.width)))
    text = host.about.sentence(choices, "FOREIGN_COLUMN") if not choices.chance(4) else ""
    # Each block of table two has heads of its own; who adds a column may name it once.
    once = choices.chance(4)
    fill = _fill(choices, host)
    if grid.table == "requests" and choices.chance(3):
        host, grid, fill = choices.pick((_subtotals, _counted))(choices, host, grid)
    new = with_column(grid, at, lambda block: text if block == 0 or not once else "", fill)
    return host.with_grid(grid, new, nameless=not text or once)


Filled = tuple[Host, Grid, Callable[[int], GridCell]]


def _subtotals(choices: Choices, host: Host, grid: Grid) -> Filled:
    """A column that sums up the organizations of each row."""
    ids = dict(zip(values_in(grid), host.ids(grid.table), strict=True))
    sums = [
        sum(int(host.report.cells[id].value or 0) for (at, _), id in ids.items() if at == row and _is_of(id))
        for row in dict.fromkeys(row for row, _ in ids)
    ]
    return host, grid, lambda at: GridCell(str(sums[at]), is_value=True)


def _is_of(id: str) -> bool:
    return not id.endswith((".natural_person", ".total"))


def _counted(choices: Choices, host: Host, grid: Grid) -> Filled:
    """A column whose numbers each row's total counts, as if the kind of applicant were the form's."""
    numbers = figures(choices)
    foreign: list[int] = []
    cells = dict(host.report.cells)
    new = grid
    for at, id in zip(values_in(grid), host.ids(grid.table), strict=True):
        if id.endswith(".total"):
            foreign.append(next(numbers))
            if (value := cells[id].value) is not None:
                cells[id] = filled(id, value + foreign[-1], cells[id].unit)
                new = changed(new, at, cells[id].raw)
    blocks = tuple([new if block is grid else block for block in host.blocks])
    counting = evolve(host, report=evolve(host.report, cells=cells), blocks=blocks)
    return counting, new, lambda at: GridCell(str(foreign[at]), is_value=True)


def row(choices: Choices, host: Host) -> Host:
    """A row of no form."""
    grid = host.grid(choices)
    if grid is None:
        return host
    behind = choices.pick([number for number, row in enumerate(grid.rows) if has_values(row)])
    label = host.about.sentence(choices, "FOREIGN_ROW") if not choices.chance(4) else ""
    new = with_row(grid, behind, label, _fill(choices, host))
    return host.with_grid(grid, new, nameless=not label or grid.table == "disputes")


def exchange(choices: Choices, host: Host) -> Host:
    """A column of no form, and one of the form's gone."""
    grid = host.grid(choices)
    if grid is None:
        return host
    one_less = [order for order in subsets(grid) if len(order) == grid.width - 1]
    less, kept = with_columns(grid, choices.pick(one_less))
    at = choices.integer(first_value_column(less), less.width)
    text = host.about.sentence(choices, "FOREIGN_COLUMN")
    new = with_column(less, at, lambda _: text, _fill(choices, host))
    return host.with_grid(grid, new, [value for value in values_in(grid) if value not in kept])


def head(choices: Choices, host: Host) -> Host:
    """A head of no form in place of one of the form's."""
    return _renamed(choices, host, heads_in, "FOREIGN_HEAD")


def label(choices: Choices, host: Host) -> Host:
    """A label of no form in place of one of the form's."""
    return _renamed(choices, host, labels_in, "FOREIGN_ROW")


def _renamed(choices: Choices, host: Host, names: Callable[[Grid], dict[At, list[At]]], terminal: str) -> Host:
    grid = host.grid(choices)
    if grid is None or not (found := names(grid)):
        return host
    at = choices.pick(list(found))
    new = changed(grid, at, host.about.sentence(choices, terminal))
    return host.with_grid(grid, new, found[at])


def order(choices: Choices, host: Host) -> Host:
    """The columns in another order."""
    grid = host.grid(choices)
    if grid is None:
        return host
    new, _ = with_columns(grid, choices.pick(orders(grid)))
    return host.with_grid(grid, new)


def subset(choices: Choices, host: Host) -> Host:
    """Some of the columns."""
    grid = host.grid(choices)
    if grid is None:
        return host
    new, kept = with_columns(grid, choices.pick(subsets(grid)))
    return host.with_grid(grid, new, [at for at in values_in(grid) if at not in kept])


# Only the place of a cell says which it is, or bars fill a row up: all behind a cell that is gone would move
# under another column, as if it had been written there. So its place stays, and is empty.
_FILLED_UP: Final = PLACED | {Layout.PIPES, Layout.PIPE_CELLS}


def short_row(choices: Choices, host: Host) -> Host:
    """A row that lacks a cell."""
    grid = host.grid(choices)
    if grid is None:
        return host
    at = choices.pick(values_in(grid))
    new = changed(grid, at, "") if host.layout in _FILLED_UP else without_place(grid, at)
    return host.with_grid(grid, new, [at])


def _fill(choices: Choices, host: Host) -> Callable[[int], GridCell]:
    """What stands in a foreign cell: a number, nothing, its own number, a code, a word."""
    numbers = figures(choices)
    text = host.about.sentence(choices, "FOREIGN_TEXT")
    fill: Callable[[int], str] = choices.pick(
        (
            lambda _: str(next(numbers)),
            lambda _: "",
            lambda at: str(at + 1),
            lambda at: f"{at + 1:02}",
            lambda _: text,
        )
    )
    return lambda at: GridCell(fill(at), is_value=True)


def mark(choices: Choices, host: Host) -> Host:
    """The mark of a note behind a number."""
    return _marked(choices, host, sample_mark(choices, host.about, host.layout))


def unseen(choices: Choices, host: Host) -> Host:
    """A number beside one that a reader sees, or a row between such."""
    if choices.chance(3):
        return _row_unseen(choices, host)
    return _marked(choices, host, sample_unseen(choices))


def _row_unseen(choices: Choices, host: Host) -> Host:
    """A row that is not shown: one of the form's, whose numbers are gone with it, or one of no form."""
    grid = host.grid(choices)
    if grid is None:
        return host
    # Whether a cell that reaches over a row that is not shown reaches over one more is for browsers to say.
    plain = [
        at for at, row in enumerate(grid.rows) if has_values(row) and all(cell.rowspan == 1 for cell in row)
    ]
    if not plain:
        return host
    row = choices.pick(plain)
    lost = [(row, column) for at, column in values_in(grid) if at == row]
    new = grid
    if choices.chance(2):
        label = host.about.sentence(choices, "FOREIGN_ROW")
        new, row, lost = with_row(grid, row, label, _fill(choices, host)), row + 1, []
    marked = changed(new, (row, 0), f"{PLACE}{new.rows[row][0].text}")
    return evolve(host.with_grid(grid, marked, lost), mark=sample_row_unseen(choices))


def _marked(choices: Choices, host: Host, mark: Mark) -> Host:
    grid = host.grid(choices)
    if grid is None:
        return host
    row, column = choices.pick(values_in(grid))
    number = grid.rows[row][column].text
    # On a cell without a number a mark would be what stands in it.
    marked = changed(grid, (row, column), mark.beside(number)) if number[-1:].isdigit() else grid
    return evolve(host.with_grid(grid, marked), mark=mark)
