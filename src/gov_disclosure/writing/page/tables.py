"""The tables of a report for its page: the form's, with what the report has in each place."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import frozen

from gov_disclosure.form.fields import Edition, State
from gov_disclosure.form.labels import row_label, table_label
from gov_disclosure.model.followed import followed_rows
from gov_disclosure.model.issues import Location
from gov_disclosure.model.report import Cell, Report
from gov_disclosure.writing.page.links import Links, shortened, written
from gov_disclosure.writing.page.view import Box, Link, Note, Table
from gov_disclosure.writing.rendering.headed import HeadedTable, LabelCell, Row, ValueCell, has_values, headed
from gov_disclosure.writing.rendering.skeleton import DISPUTES, PROACTIVE, REQUESTS, PresentRow

# A longer text that is no number stands below its table.
_SHORT: Final = 8

_Written = tuple[Location | None, str]
"""A text that gives no number, and where it stands; the cells of a row may have it together."""


def tables_of(report: Report) -> tuple[HeadedTable, ...]:
    """The form's tables with the rows that are shown of a report."""
    rows: dict[str, list[PresentRow]] = {
        PROACTIVE: [],
        REQUESTS: [],
        DISPUTES: [(DISPUTES, report.edition or Edition.FORM_2021)],
    }
    for row, edition in followed_rows(report):
        table = row.partition(".")[0]
        if table != DISPUTES:
            rows[table].append((row, edition))
    return tuple([headed(table, tuple(present)) for table, present in rows.items()])


def places_in(tables: Iterable[HeadedTable]) -> Mapping[str, ValueCell]:
    """Where each cell of the form stands in the tables; the first place of one that two editions share."""
    places: dict[str, ValueCell] = {}
    for table in tables:
        for place in table.values():
            places.setdefault(place.field.id, place)
    return places


def filled(table: HeadedTable, links: Links, about: Mapping[str, Sequence[Note]]) -> Table:
    """A table with a report's cells in place, and at each the findings about it."""
    cells = [links.found(place.field.id) for place in table.values()]
    texts = Counter(_text(cell) for cell in cells if cell.state is State.UNREADABLE)
    filler = _Filler(table.name, links, about, texts)
    first, *others = table.blocks
    head = 0 if others else sum(not has_values(row) for row in first)
    widest = max(sum(cell.colspan for cell in row if isinstance(cell, ValueCell)) for row in first)
    return Table(
        name=table.name,
        id=f"{links.page}-{table.name}",
        caption=table_label(table.name),
        labels=table.width - widest,
        values=widest,
        head=tuple(map(filler.row, first[:head])),
        bodies=tuple([tuple(map(filler.row, block)) for block in (first[head:], *others)]),
        unread=tuple(filler.unread(table)),
    )


def _text(cell: Cell) -> _Written:
    return cell.location, cell.raw.strip()


@frozen
class _Filler:
    table: str
    links: Links
    about: Mapping[str, Sequence[Note]]
    texts: Mapping[_Written, int]
    """How many cells have each text that gives no number."""

    def row(self, row: Row) -> tuple[Box, ...]:
        return tuple([self._label(cell) if isinstance(cell, LabelCell) else self._value(cell) for cell in row])

    def _label(self, head: LabelCell) -> Box:
        return Box(
            id=None if head.number is None else self._label_id(head.number),
            label=head.text,
            colspan=head.colspan,
            rowspan=head.rowspan,
            scope="col" if head.over else "row",
        )

    def _label_id(self, number: int) -> str:
        return f"{self.links.page}-{self.table}-label-{number}"

    def _value(self, place: ValueCell) -> Box:
        id = place.field.id
        cell = self.links.found(id)
        return Box(
            id=self.links.cell_id(id) if self.links.shown[id] is place else None,
            colspan=place.colspan,
            headers=tuple(map(self._label_id, place.heads)),
            cell=cell,
            value=written(cell.value),
            raw="" if self._is_apart(cell) else cell.raw.strip(),
            place=self.links.place(cell.location) if cell.location else None,
            notes=tuple(self.about.get(id, ())),
        )

    def _is_apart(self, cell: Cell) -> bool:
        """Whether the text of a cell stands below the table: that of a whole row, and a long one."""
        text = _text(cell)
        return cell.state is State.UNREADABLE and (self.texts[text] > 1 or len(text[1]) > _SHORT)

    def unread(self, table: HeadedTable) -> Iterable[Link]:
        """The texts that stand below the table, each with the row or the cell that it is written in."""
        below: dict[_Written, Link] = {}
        for place in table.values():
            cell = self.links.found(place.field.id)
            text = _text(cell)
            if text[1] and text not in below and self._is_apart(cell):
                whole = self.texts[text] > 1
                name = row_label(place.field.key, place.edition) if whole else self.links.label(cell.id)
                below[text] = Link(text=name, to=self.links.cell_id(cell.id), said=shortened(text[1]))
        return below.values()
