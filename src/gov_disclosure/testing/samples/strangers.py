"""Strangers: what the form does not have, put into a report. None of it is ever a cell's number.

A stranger leaves a trace if a careful reader can see that something else is being said: a head, a label, a
caption, a number too many. A number without a name in the place of an empty cell that left nothing has none.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from attrs import evolve, field, frozen

from gov_disclosure.form.fields import TABLES, State
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.layouts.documents import Block, Text
from gov_disclosure.layouts.names import Layout
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.report import Report
from gov_disclosure.testing.samples import strange_tables
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.documents import LAYOUTS, dressed
from gov_disclosure.testing.samples.furniture import Furniture, sample_furniture
from gov_disclosure.testing.samples.hosts import Host, without
from gov_disclosure.testing.samples.noise import Noise, sample_noise
from gov_disclosure.testing.samples.numbers import distinct
from gov_disclosure.testing.samples.passages import sample_passage
from gov_disclosure.testing.samples.prose import Setting
from gov_disclosure.testing.samples.reports import EMPTY, named, sample_report, shortly
from gov_disclosure.testing.samples.reshaping import unmerged
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
    MARK = "mark"
    """The mark of a note behind a number."""
    UNSEEN = "unseen"
    """On a page: a number struck out, or not shown by a browser, beside one that is shown; a row not shown."""
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
    alone: str
    """What it was put into: the text without it."""
    text: str


def sample_strange_document(
    choices: Choices, strangers: Sequence[Stranger] = tuple(Stranger)
) -> StrangeDocument:
    """A report, its numbers all different, with a stranger in it."""
    stranger = choices.pick(strangers)
    report = _sample(choices, halved=stranger is Stranger.OTHER_REPORT)
    layout = Layout.HTML if stranger is Stranger.UNSEEN else choices.pick(LAYOUTS)
    about = Setting(report.issuer or "", report.year or 0)
    host = Host(report, layout, tuple(blocks_of(report, layout)), about)
    strange = STRANGERS.get(stranger, _unchanged)(choices, host)
    write = _way_to_write(choices, host)
    alone, text = write(host.blocks), strange.mark.written(write(strange.blocks))
    truth = without(strange.report, strange.lost)
    if stranger is Stranger.OTHER_REPORT:
        truth, alone, text = _with_another(choices, truth, layout, text)
    # A row of table four that is empty leaves nothing in some layouts that keep empty cells elsewhere.
    keeps = layout.keeps_empty_rows if stranger is Stranger.ROW else layout.keeps_blanks
    gaps = not keeps and any(cell.state is State.BLANK for cell in report.cells.values())
    trace = not (gaps and strange.nameless)
    return StrangeDocument(truth, layout, stranger, strange.table, trace, alone, text)


def _way_to_write(choices: Choices, host: Host) -> Callable[[Sequence[Block]], str]:
    """How the document is written: plainly or as some page has it; where cells are marked, with copies."""
    report, layout = host.report, host.layout
    carefully = choices.chance(2)
    furniture = Furniture() if carefully else sample_furniture(choices, host.about)
    noise = Noise() if carefully else sample_noise(choices)
    copies = choices.chance(6) and layout.keeps_blanks
    write = layout.kind.write
    assert write is not None
    return lambda blocks: dressed(
        write(_unmerged(blocks) if copies else blocks), report, layout, furniture, noise
    )


def _sample(choices: Choices, *, halved: bool = False) -> Report:
    """A report of numbers that differ; ``halved`` may leave out tables of it, which the other report has."""
    report = sample_report(choices, empty=EMPTY if choices.chance(3) else (), numbers=distinct)
    gone = [table for table in TABLES if halved and choices.chance(3)]
    return without(report, [id for id in report.cells if id.partition(".")[0] in gone])


def _unmerged(blocks: Sequence[Block]) -> list[Block]:
    """The tables as tools write them that copy merged cells into each of their places."""
    return [unmerged(block) if isinstance(block, Grid) else block for block in blocks]


def _unchanged(choices: Choices, host: Host) -> Host:
    return host


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


def _with_another(choices: Choices, report: Report, layout: Layout, text: str) -> tuple[Report, str, str]:
    """The first report of two in one text, its own text, and that of both."""
    other = _sample(choices, halved=True)
    if other.title == report.title:
        other = evolve(other, title=f"{terminals('samples')['PLACE'][1]}{other.title}")
    others = render(other, layout)
    return (other, others, f"{others}{text}") if choices.chance(2) else (report, text, f"{text}{others}")


STRANGERS: Final[Mapping[Stranger, Callable[[Choices, Host], Host]]] = {
    Stranger.COLUMN: strange_tables.column,
    Stranger.ROW: strange_tables.row,
    Stranger.HEAD: strange_tables.head,
    Stranger.LABEL: strange_tables.label,
    Stranger.ORDER: strange_tables.order,
    Stranger.SUBSET: strange_tables.subset,
    Stranger.EXCHANGE: strange_tables.exchange,
    Stranger.SHORT_ROW: strange_tables.short_row,
    Stranger.MARK: strange_tables.mark,
    Stranger.UNSEEN: strange_tables.unseen,
    Stranger.PASSAGE: _passage,
    Stranger.OTHER_TABLE: _other_table,
}
"""How each is put into a document, but for another report, which stands beside it."""
