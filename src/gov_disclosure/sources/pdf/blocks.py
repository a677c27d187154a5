"""A page as what a person reads one after the other: paragraphs and tables."""

from collections.abc import Sequence
from typing import NamedTuple

from gov_disclosure.sources.pdf.crossed import with_struck
from gov_disclosure.sources.pdf.jutting import parted
from gov_disclosure.sources.pdf.lines import Line, lines_of
from gov_disclosure.sources.pdf.marks_on_page import Page
from gov_disclosure.sources.pdf.ruled_cells import RuledTable, table_of
from gov_disclosure.sources.pdf.rulings import frames, joined
from gov_disclosure.sources.pdf.seams import without_seams
from gov_disclosure.sources.pdf.tables import Table, filled


class Blocks(NamedTuple):
    """What stands on a page, from its top."""

    page: Page
    parts: Sequence[Line | Table]


def blocks_of(page: Page) -> Blocks:
    """The lines and tables of a page."""
    across, down = joined(page.across), joined(page.down)
    chars = with_struck(page.chars, across, page.strokes)
    ruled = [found for frame in frames(across, down) if (found := table_of(frame))]
    tables: list[Table] = []
    # A table that stands in another's cell comes first: its characters are its own.
    for one in sorted(ruled, key=_area):
        inside, outside = parted(one, chars)
        table = filled(page.number, one, inside, page.pictures)
        if table is not None:
            tables.append(without_seams(table, min(char.size for char in inside)))
            chars = outside
    parts: list[Line | Table] = [*lines_of(chars, page.number), *tables]
    return Blocks(page, sorted(parts, key=_top))


def _area(table: RuledTable) -> float:
    left, top, right, bottom = table.box
    return (right - left) * (bottom - top)


def _top(part: Line | Table) -> float:
    return part.box[1]
