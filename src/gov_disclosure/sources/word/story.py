"""The body of a document as blocks: paragraphs with their numerals, and tables with their merged cells."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from attrs import define, field

from gov_disclosure.model.places import Place
from gov_disclosure.sources.word.blocks import Block, Cell, Chunk, Paragraph, Table
from gov_disclosure.sources.word.cells import WIDEST, CellSettings, before_row, is_flat, settings_of
from gov_disclosure.sources.word.inline import CHANGES, REMOVED, TRANSPARENT, Inline, Line, within_control
from gov_disclosure.sources.word.names import child, value
from gov_disclosure.sources.word.numbering import Numbering, before
from gov_disclosure.sources.word.pieces import Piece
from gov_disclosure.sources.word.properties import ground_of, is_on
from gov_disclosure.sources.word.styles import Context, Styles


class _Part(NamedTuple):
    """A cell, the colour behind it, and where it stands."""

    cell: Element
    ground: str
    context: Context


@define(eq=False)
class _MergedCell:
    """A cell, and those to its right that it goes on in."""

    settings: CellSettings
    first: _Part
    covered: list[_Part] = field(factory=list)


@lru_cache(maxsize=4096)
def _place(table: int, row: int, column: int) -> Place:
    return Place(table=table, row=row, column=column)


@define(eq=False)
class Story:
    """Reads what stands one below the other: the body, a cell, a text box."""

    styles: Styles
    numbering: Numbering
    inline: Inline
    paragraphs: int = 0
    tables: int = 0
    """How many have been met that stand in no other thing."""
    _outer: Place | None = None
    """The place of the cell or the paragraph that all of what is read stands in."""
    _carried: Line | None = None
    """A paragraph that goes on in the next, as its end is removed."""

    def blocks(self, within: Iterable[Element], context: Context) -> Iterator[Block]:
        """The paragraphs and tables of a body, a cell or a text box."""
        yield from self._inner(within, context)
        yield from self._rest()

    def _inner(self, within: Iterable[Element], context: Context) -> Iterator[Block]:
        for one in within:
            tag = one.tag
            if tag == "w:p":
                paragraph = self._paragraph(one, context)
                if paragraph is not None:
                    yield paragraph
            elif tag == "w:tbl":
                yield from self._rest()
                yield self._table(one, context)
            elif tag == "w:altChunk":
                yield Chunk(one.get("r:id", ""))
            elif tag in REMOVED:
                self.inline.changes += 1
            elif len(one) and tag != "w:tcPr":
                self.inline.changes += tag in CHANGES
                inner, around = _opened(one, context)
                if inner is not None:
                    yield from self._inner(inner, around)

    def _rest(self) -> Iterator[Block]:
        """A paragraph whose end is removed, where none follows that it could go on in."""
        if self._carried is not None:
            line, self._carried = self._carried, None
            yield Paragraph(line.pieces, self._outer or Place(paragraph=max(self.paragraphs, 1)))

    # --- Paragraphs ---------------------------------------------------------------------------------------

    def _paragraph(self, one: Element, context: Context) -> Paragraph | None:
        """A paragraph; ``None`` for one that goes on in the next."""
        properties = child(one, "w:pPr")
        style, ground, mark = "", "", None
        if properties is not None:
            style, ground = value(properties, "w:pStyle"), ground_of(properties)
            mark = child(properties, "w:rPr")
        style = style or self.styles.paragraph_style
        context = context.of_paragraph(style, ground or self.styles.ground(style, context.ground))
        place = self._outer
        if place is None:
            self.paragraphs += 1
            place = Place(paragraph=self.paragraphs)
        line, self._carried = self._carried or Line(), None
        self.inline.read(one, context, line)
        if mark is not None and self._is_removed(mark):
            self._carried = line
            return None
        if self.numbering.lists and (line.pieces or not is_on(child(mark, "w:vanish"))):
            self._number(line, properties, style, context)
        boxes = self._boxes(line, place) if line.boxes else ()
        return Paragraph(line.pieces, place, boxes, line.pictures, line.drawings)

    def _boxes(self, line: Line, place: Place) -> list[Block]:
        """What stands in the text boxes of a paragraph. No field goes on into one."""
        outer, fields = self._outer, self.inline.fields
        self._outer, self.inline.fields = place, []
        found = [block for box in line.boxes for block in self.blocks(box, Context())]
        self._outer, self.inline.fields = outer, fields
        return found

    def _is_removed(self, mark: Element) -> bool:
        removed = False
        for one in mark:
            if one.tag in CHANGES:
                self.inline.changes += 1
                removed = removed or one.tag in REMOVED
        return removed

    def _number(self, line: Line, properties: Element | None, style: str, context: Context) -> None:
        """Put the numeral of a paragraph before its text."""
        number, level = self.styles.numbered(style)
        own = child(properties, "w:numPr")
        if own is not None:
            number, level = value(own, "w:numId") or number, value(own, "w:ilvl") or level
        numeral = self.numbering.next(number, level, style) if number else ""
        if numeral:
            look = line.pieces[0].look if line.pieces else self.styles.look(context, child(properties, "w:rPr"))
            text = "".join([text for text, _ in line.pieces])
            line.pieces.insert(0, Piece(before(numeral, text), look))

    # --- Tables -------------------------------------------------------------------------------------------

    def _table(self, one: Element, context: Context) -> Table:
        properties = child(one, "w:tblPr")
        style = value(properties, "w:tblStyle") or self.styles.table_style
        ground = ground_of(properties) or self.styles.ground(style, context.ground)
        context = context.of_table(style, ground)
        table = Table()
        above: dict[int, Cell] = {}
        self.tables += self._outer is None
        row = 0
        for number, (line, around) in enumerate(_parts(one, "w:tr", context), 1):
            settings = child(line, "w:trPr")
            if self._is_row(settings):
                around = around.as_doubtful() if is_flat(settings) else around
                self._row(line, around, table, above, row, number)
                row += 1
        return table

    def _is_row(self, settings: Element | None) -> bool:
        """Whether a row is shown."""
        if settings is None:
            return True
        removed = self._is_removed(settings)
        return not removed and not is_on(child(settings, "w:hidden"))

    def _row(
        self, line: Element, context: Context, table: Table, above: dict[int, Cell], row: int, number: int
    ) -> None:
        """Add the cells of a row; ``above`` has those that may go on in it, by their columns."""
        column = before_row(child(line, "w:trPr"))
        outer = self._outer
        for count, merged in enumerate(self._across(line, context), 1):
            settings = merged.settings
            place = outer or _place(self.tables, number, count)
            blocks = self._cell(merged.first, place)
            owner = above.get(column) if settings.goes_down else None
            if owner and owner.colspan == settings.span and owner.row + owner.rowspan == row:
                owner.covers(blocks)
                owner.rowspan += 1
            else:
                owner = Cell(row, column, place, blocks, settings.span)
                table.cells.append(owner)
                if settings.is_tall:
                    above[column] = owner
                else:
                    above.pop(column, None)
            for one in merged.covered:
                owner.covers(self._cell(one, place))
            column = min(column + settings.span, WIDEST)

    def _across(self, line: Element, context: Context) -> Iterator[_MergedCell]:
        """The cells of a row, each with those that it goes on in to the right."""
        found: _MergedCell | None = None
        for one, around in _parts(line, "w:tc", context):
            settings = settings_of(child(one, "w:tcPr"))
            self.inline.changes += settings.is_changed
            if settings.is_removed:
                continue
            part = _Part(one, settings.ground, around)
            if found is not None and settings.goes_right:
                found.settings = found.settings._replace(span=found.settings.span + settings.span)
                found.covered.append(part)
                continue
            if found is not None:
                yield found
            found = _MergedCell(settings, part)
        if found is not None:
            yield found

    def _cell(self, part: _Part, place: Place) -> list[Block]:
        """What stands in a cell. No field and no paragraph goes on behind it."""
        one, ground, context = part
        if ground:
            context = context.of_table(context.table_style, ground)
        outer, fields = self._outer, len(self.inline.fields)
        self._outer = place
        blocks = list(self.blocks(one, context))
        self._outer = outer
        del self.inline.fields[fields:]
        return blocks


def _opened(one: Element, context: Context) -> tuple[Element | None, Context]:
    """What stands in an element that only stands around something; ``None`` where it is another one."""
    if one.tag == "w:sdt":
        return child(one, "w:sdtContent"), within_control(one, context)
    if one.tag == "mc:AlternateContent":
        return next((part for part in one if part.tag in ("mc:Choice", "mc:Fallback")), None), context
    return (one if one.tag in TRANSPARENT else None), context


def _parts(within: Element, name: str, context: Context) -> Iterator[tuple[Element, Context]]:
    """The rows of a table or the cells of a row, through what may stand around them."""
    for one in within:
        if one.tag == name:
            yield one, context
        else:
            inner, around = _opened(one, context)
            if inner is not None:
                yield from _parts(inner, name, around)
