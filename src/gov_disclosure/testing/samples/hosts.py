"""Hosts: documents that a stranger is put into, on their way to be written."""

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from gov_disclosure.form.fields import State, form_fields
from gov_disclosure.layouts.documents import Block
from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.report import Cell, Report
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.marks import NO_MARK, Mark
from gov_disclosure.testing.samples.prose import Setting
from gov_disclosure.testing.samples.reshaping import At, values_in


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
    mark: Mark = NO_MARK
    """What is put into a cell when all is written."""

    def grid(self, choices: Choices) -> Grid | None:
        """One of its tables."""
        grids = [block for block in self.blocks if isinstance(block, Grid)]
        return choices.pick(grids) if grids else None

    def ids(self, table: str) -> list[str]:
        """The cells that a table of the report has, in order."""
        assert self.report.edition is not None
        own = (cell.id for cell in form_fields(self.report.edition) if cell.table == table)
        return [id for id in own if self.report.cells[id].state is not State.MISSING]

    def with_grid(self, old: Grid, new: Grid, lost: Sequence[At] = (), *, nameless: bool = False) -> "Host":
        """The document with another grid for one of its own, and what values of it are not to be taken."""
        ids = dict(zip(values_in(old), self.ids(old.table), strict=True))
        return evolve(
            self,
            blocks=tuple([new if block is old else block for block in self.blocks]),
            table=old.table,
            lost=frozenset([ids[at] for at in lost]),
            nameless=nameless,
        )


def without(report: Report, ids: Iterable[str]) -> Report:
    """The report with those cells missing."""
    return evolve(report, cells={**report.cells, **{id: Cell(id=id, state=State.MISSING) for id in ids}})
