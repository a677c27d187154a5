"""Strangers: what the form does not have, put into a report. None of it is ever a cell's number.

A stranger leaves a trace if a careful reader can see that something else is being said: a head, a label, a
caption, a number too many. A number without a name in the place of an empty cell that left nothing has none.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from attrs import evolve, field, frozen

from gov_disclosure.form.fields import State, form_fields
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.layouts.documents import Block, Text
from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.grid import Grid, GridCell
from gov_disclosure.model.report import Cell, Report
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.damage import PLACED
from gov_disclosure.testing.samples.documents import LAYOUTS, dressed
from gov_disclosure.testing.samples.furniture import Furniture, sample_furniture
from gov_disclosure.testing.samples.noise import Noise, sample_noise
from gov_disclosure.testing.samples.numbers import distinct
from gov_disclosure.testing.samples.passages import figures, sample_passage
from gov_disclosure.testing.samples.prose import Setting
from gov_disclosure.testing.samples.reports import EMPTY, named, sample_report, shortly
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
from gov_disclosure.writing.rendering.document import blocks_of, render


class Stranger(StrEnum):
    """What was put into a report, or what of the form is not as the form has it."""

    COLUMN = "column"
    """A column of no form: first, between, last; filled or empty, named or not."""
    ROW = "row"
    """A row of no form: named or not, filled or empty."""
    HEAD = "head"
    """A head that is none of the form's in place of one that is."""
    LABEL = "label"
    """A row's label that is none of the form's in place of one that is."""
    ORDER = "order"
    """The columns, with their heads, in another order."""
    SUBSET = "subset"
    """Some of the columns, with their heads."""
    EXCHANGE = "exchange"
    """A column of no form, and one of the form's gone: as many columns as the form has, and others."""
    SHORT_ROW = "short_row"
    """A row that lacks a cell."""
    PASSAGE = "passage"
    """The list of a chart, a small table, a comparison of two years: in prose, before a table or behind it."""
    OTHER_TABLE = "other_table"
    """A table of the form with other figures, before the own or behind it: another year's, another body's."""
    OTHER_REPORT = "other_report"
    """Another report behind; or before, and then that one is the text's first."""


@frozen
class StrangeDocument:
    """A text with a stranger in it."""

    _repr_pretty_ = shortly

    report: Report = field(repr=named)
    """What a careful reader may take from the text: a number that lost its name, or its place, is missing."""
    layout: Layout
    stranger: Stranger
    table: str
    """The table that the stranger stands in or beside, which it may cost; empty if it stands by itself."""
    leaves_trace: bool
    """Whether a reader can know that something is there that is not the form's."""
    text: str


@frozen
class Host:
    """A document that takes a stranger in: its report, its parts, and what the stranger has done to them."""

    report: Report
    layout: Layout
    blocks: tuple[Block, ...]
    about: Setting
    table: str = ""
    lost: frozenset[str] = frozenset()
    nameless: bool = False
    """Whether a number stands there without a name."""

    def grid(self, choices: Choices) -> Grid | None:
        """One of its tables."""
        grids = [block for block in self.blocks if isinstance(block, Grid)]
        return choices.pick(grids) if grids else None

    def with_grid(self, old: Grid, new: Grid, lost: Sequence[At] = (), *, nameless: bool = False) -> "Host":
        """The document with another grid for one of its own, and what values of it are not to be taken."""
        ids = dict(zip(values_in(old), _ids(self.report, old.table), strict=True))
        return evolve(
            self,
            blocks=tuple([new if block is old else block for block in self.blocks]),
            table=old.table,
            lost=frozenset([ids[at] for at in lost]),
            nameless=nameless,
        )


def _ids(report: Report, table: str) -> list[str]:
    """The cells that a table of the report has, in order."""
    assert report.edition is not None
    there = (cell for cell in form_fields(report.edition) if cell.table == table)
    return [cell.id for cell in there if report.cells[cell.id].state is not State.MISSING]


def sample_strange_document(
    choices: Choices, strangers: Sequence[Stranger] = tuple(Stranger)
) -> StrangeDocument:
    """A report, its numbers all different, with a stranger in it."""
    stranger = choices.pick(strangers)
    report = _sample(choices)
    layout = choices.pick(LAYOUTS)
    about = Setting(report.issuer or "", report.year or 0)
    host = Host(report, layout, tuple(blocks_of(report, layout)), about)
    host = STRANGERS.get(stranger, _unchanged)(choices, host)
    write = layout.kind.write
    assert write is not None
    plain = choices.chance(2)
    furniture = sample_furniture(choices, about) if not plain else Furniture()
    noise = sample_noise(choices) if not plain else Noise()
    text = dressed(write(host.blocks), report, layout, furniture, noise)
    gaps = not layout.keeps_blanks and any(cell.state is State.BLANK for cell in report.cells.values())
    truth = evolve(report, cells={**report.cells, **{id: Cell(id=id, state=State.MISSING) for id in host.lost}})
    if stranger is Stranger.OTHER_REPORT:
        truth, text = _with_another(choices, truth, layout, text)
    return StrangeDocument(truth, layout, stranger, host.table, not (gaps and host.nameless), text)


def _sample(choices: Choices) -> Report:
    return sample_report(choices, empty=EMPTY if choices.chance(4) else (), numbers=distinct)


def _unchanged(choices: Choices, host: Host) -> Host:
    return host


# --- In a table -------------------------------------------------------------------------------------------


def _column(choices: Choices, host: Host) -> Host:
    grid = host.grid(choices)
    if grid is None:
        return host
    first = first_value_column(grid)
    at = choices.pick((grid.width, first, 0, choices.integer(first, grid.width)))
    text = host.about.sentence(choices, "FOREIGN_COLUMN") if not choices.chance(4) else ""
    # Each block of table two has heads of its own; who adds a column may name it once.
    once = choices.chance(4)
    fill = _fill(choices, host)
    new = with_column(grid, at, lambda block: text if block == 0 or not once else "", fill)
    return host.with_grid(grid, new, nameless=not text or once)


def _row(choices: Choices, host: Host) -> Host:
    grid = host.grid(choices)
    if grid is None:
        return host
    behind = choices.pick([number for number, row in enumerate(grid.rows) if has_values(row)])
    label = host.about.sentence(choices, "FOREIGN_ROW") if not choices.chance(4) else ""
    new = with_row(grid, behind, label, _fill(choices, host))
    return host.with_grid(grid, new, nameless=not label or grid.table == "disputes")


def _exchange(choices: Choices, host: Host) -> Host:
    grid = host.grid(choices)
    if grid is None:
        return host
    one_less = [order for order in subsets(grid) if len(order) == grid.width - 1]
    less, kept = with_columns(grid, choices.pick(one_less))
    at = choices.integer(first_value_column(less), less.width)
    text = host.about.sentence(choices, "FOREIGN_COLUMN")
    new = with_column(less, at, lambda _: text, _fill(choices, host))
    return host.with_grid(grid, new, [value for value in values_in(grid) if value not in kept])


def _head(choices: Choices, host: Host) -> Host:
    return _renamed(choices, host, heads_in, "FOREIGN_HEAD")


def _label(choices: Choices, host: Host) -> Host:
    return _renamed(choices, host, labels_in, "FOREIGN_ROW")


def _renamed(choices: Choices, host: Host, names: Callable[[Grid], dict[At, list[At]]], terminal: str) -> Host:
    grid = host.grid(choices)
    if grid is None or not (found := names(grid)):
        return host
    at = choices.pick(list(found))
    new = changed(grid, at, host.about.sentence(choices, terminal))
    return host.with_grid(grid, new, found[at])


def _order(choices: Choices, host: Host) -> Host:
    grid = host.grid(choices)
    if grid is None:
        return host
    new, _ = with_columns(grid, choices.pick(orders(grid)))
    return host.with_grid(grid, new)


def _subset(choices: Choices, host: Host) -> Host:
    grid = host.grid(choices)
    if grid is None:
        return host
    new, kept = with_columns(grid, choices.pick(subsets(grid)))
    return host.with_grid(grid, new, [at for at in values_in(grid) if at not in kept])


# Only the place of a cell says which it is, or bars fill a row up: all behind a cell that is gone would move
# under another column, as if it had been written there. So its place stays, and is empty.
_FILLED_UP: Final = PLACED | {Layout.PIPES, Layout.PIPE_CELLS}


def _short_row(choices: Choices, host: Host) -> Host:
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


# --- Beside a table ---------------------------------------------------------------------------------------


def _passage(choices: Choices, host: Host) -> Host:
    blocks = list(host.blocks)
    passage = sample_passage(choices, host.about)
    at = choices.integer(1, len(blocks))
    beside = [block.table for block in blocks[at - 1 : at + 1] if isinstance(block, Grid)]
    return evolve(host, blocks=(*blocks[:at], *passage, *blocks[at:]), table="".join(beside[:1]))


def _other_table(choices: Choices, host: Host) -> Host:
    grid = host.grid(choices)
    if grid is None:
        return host
    assert host.report.edition is not None
    other = sample_report(choices, host.report.edition, numbers=distinct)
    foreign = next(
        block
        for block in blocks_of(other, host.layout)
        if isinstance(block, Grid) and block.table == grid.table
    )
    captioned = not choices.chance(4)
    own, others = _caption(choices, host, "OWN_CAPTION"), _caption(choices, host, "OTHER_CAPTION")
    parts: list[Sequence[Block]] = [[own, grid], [others, foreign]] if captioned else [[grid], [foreign]]
    if choices.chance(2):
        parts.reverse()
    put = [block for part in parts for block in part]
    blocks = [each for block in host.blocks for each in (put if block is grid else [block])]
    return evolve(host, blocks=tuple(blocks), table=grid.table)


def _caption(choices: Choices, host: Host, terminal: str) -> Block:
    return Text("prose", host.about.sentence(choices, terminal))


def _with_another(choices: Choices, report: Report, layout: Layout, text: str) -> tuple[Report, str]:
    """The first report of two in one text, and that text."""
    other = _sample(choices)
    if other.title == report.title:
        other = evolve(other, title=f"{terminals('samples')['PLACE'][1]}{other.title}")
    behind = render(other, layout)
    return (report, f"{text}{behind}") if not choices.chance(2) else (other, f"{behind}{text}")


STRANGERS: Final[Mapping[Stranger, Callable[[Choices, Host], Host]]] = {
    Stranger.COLUMN: _column,
    Stranger.ROW: _row,
    Stranger.HEAD: _head,
    Stranger.LABEL: _label,
    Stranger.ORDER: _order,
    Stranger.SUBSET: _subset,
    Stranger.EXCHANGE: _exchange,
    Stranger.SHORT_ROW: _short_row,
    Stranger.PASSAGE: _passage,
    Stranger.OTHER_TABLE: _other_table,
}
"""How each is put into a document, but for another report, which stands beside it."""
