"""The body of a document as blocks: paragraphs with their numerals, and tables with their merged cells."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from attrs import define, field

from gov_disclosure.model.places import Place
from gov_disclosure.sources.word.blocks import Block, Cell, Chunk, Paragraph, Table
from gov_disclosure.sources.word.inline import CHANGES, REMOVED, TRANSPARENT, Inline, Line, within_control
from gov_disclosure.sources.word.names import child, value
from gov_disclosure.sources.word.numbering import Numbering, joined
from gov_disclosure.sources.word.pieces import Piece
from gov_disclosure.sources.word.properties import ground_of, is_on
from gov_disclosure.sources.word.styles import Context, Styles

# Word has no wider tables; one that has is cut by the scanner.
_WIDEST: Final = 64
_RESTART: Final = "restart"
_REMOVED_MARKS: Final = ("w:del", "w:moveFrom")


@define(eq=False)
class Story:
    """Reads what stands one below the other: the body, a cell, a text box."""

    styles: Styles
    numbering: Numbering
    inline: Inline
    pictures: list[Block] = field(factory=list)
    """The paragraphs that hold pictures."""
    _contexts: dict[tuple[Context, str, str], Context] = field(factory=dict)
    _carried: Line | None = None
    """A paragraph that goes on in the next, as its end is removed."""

    def blocks(self, within: Element, context: Context) -> Iterator[Block]:
        """The paragraphs and tables in an element."""
        for one in within:
            tag = one.tag
            if tag == "w:p":
                paragraph = self._paragraph(one, context)
                if paragraph is not None:
                    yield paragraph
            elif tag == "w:tbl":
                yield self._table(one, context)
            elif tag == "w:altChunk":
                yield Chunk(one.get("r:id", ""))
            elif tag in REMOVED:
                self.inline.changes += 1
            else:
                self.inline.changes += tag in CHANGES
                inner, around = _opened(one, context)
                if inner is not None:
                    yield from self.blocks(inner, around)

    # --- Paragraphs ---------------------------------------------------------------------------------------

    def _paragraph(self, one: Element, context: Context) -> Paragraph | None:
        """A paragraph; ``None`` for one that goes on in the next."""
        properties = one[0] if len(one) and one[0].tag == "w:pPr" else None
        style = value(properties, "w:pStyle") or self.styles.paragraph_style
        context = self._within(context, style, ground_of(properties))
        line, self._carried = self._carried or Line(), None
        self.inline.read(one, context, line)
        mark = child(properties, "w:rPr")
        if mark is not None and self._is_removed(mark):
            self._carried = line
            return None
        numeral = self._numeral(properties, style, is_hidden=is_on(child(mark, "w:vanish")) and not line.pieces)
        if numeral:
            look = line.pieces[0].look if line.pieces else self.styles.look(context, mark)
            text = "".join([text for text, _ in line.pieces])
            line.pieces.insert(0, Piece(joined(numeral, text).removesuffix(text), look))
        paragraph = Paragraph(line.pieces)
        if line.boxes:
            fields, self.inline.fields = self.inline.fields, []
            for box in line.boxes:
                paragraph.boxes += self.blocks(box, Context())
            self.inline.fields = fields
        self.pictures += [paragraph] * line.pictures
        return paragraph

    def _within(self, context: Context, style: str, ground: str) -> Context:
        key = (context, style, ground)
        found = self._contexts.get(key)
        if found is None:
            ground = ground or self.styles.ground(style, context.ground)
            found = self._contexts[key] = context.of_paragraph(style, ground)
        return found

    def _is_removed(self, mark: Element) -> bool:
        changed = [one.tag for one in mark if one.tag in CHANGES]
        self.inline.changes += len(changed)
        return any(tag in _REMOVED_MARKS for tag in changed)

    def _numeral(self, properties: Element | None, style: str, *, is_hidden: bool) -> str:
        if is_hidden or not self.numbering.lists:
            return ""
        number, level = self.styles.numbered(style)
        own = child(properties, "w:numPr")
        if own is not None:
            number, level = value(own, "w:numId") or number, value(own, "w:ilvl") or level
        return self.numbering.next(number, level, style) if number else ""

    # --- Tables -------------------------------------------------------------------------------------------

    def _table(self, one: Element, context: Context) -> Table:
        properties = child(one, "w:tblPr")
        style = value(properties, "w:tblStyle") or self.styles.table_style
        ground = ground_of(properties) or self.styles.ground(style, context.ground)
        context = context.of_table(style, ground)
        table = Table()
        above: dict[int, Cell] = {}
        row = 0
        for number, (line, around) in enumerate(_parts(one, "w:tr", context), 1):
            settings = child(line, "w:trPr")
            if self._is_row(settings):
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
        column = _span(child(line, "w:trPr"), "w:gridBefore", 0)
        last: Cell | None = None
        count = 0
        for one, around in _parts(line, "w:tc", context):
            settings = child(one, "w:tcPr")
            span = _span(settings, "w:gridSpan", 1)
            merged = self._merged(settings)
            if merged is None:
                continue
            blocks = self._cell(one, settings, around)
            is_right = _goes_on(settings, "w:hMerge") and last is not None
            count += not is_right
            owner = above.get(column)
            if is_right and last is not None:
                last.covers(blocks)
                last.colspan += span
            elif merged and owner is not None and owner.colspan == span and owner.row + owner.rowspan == row:
                owner.covers(blocks)
                owner.rowspan += 1
            else:
                last = Cell(row, column, Place(row=number, column=count), blocks, colspan=span)
                table.cells.append(last)
                above[column] = last
            column = min(column + span, _WIDEST)

    def _merged(self, settings: Element | None) -> bool | None:
        """Whether a cell goes on from the row above; ``None`` for one that is removed."""
        change = None if settings is None else next((one for one in settings if one.tag in _CELL_CHANGES), None)
        if change is not None:
            self.inline.changes += 1
            if change.tag == "w:cellDel":
                return None
            if change.tag == "w:cellMerge":
                return change.get("w:vMerge") == "cont"
        return _goes_on(settings, "w:vMerge")

    def _cell(self, one: Element, settings: Element | None, context: Context) -> list[Block]:
        """What stands in a cell. No field and no paragraph goes on behind it."""
        ground = ground_of(settings)
        if ground:
            context = context.of_table(context.table_style, ground)
        fields = len(self.inline.fields)
        blocks = list(self.blocks(one, context))
        if self._carried is not None:
            blocks.append(Paragraph(self._carried.pieces))
            self._carried = None
        del self.inline.fields[fields:]
        return blocks


_CELL_CHANGES: Final = ("w:cellDel", "w:cellIns", "w:cellMerge")


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


def _goes_on(settings: Element | None, name: str) -> bool:
    """Whether a cell goes on from the one above it or to its left."""
    merge = child(settings, name)
    return merge is not None and merge.get("w:val") != _RESTART


def _span(settings: Element | None, name: str, least: int) -> int:
    said = value(settings, name)
    if not (said.isascii() and said.isdigit()):
        return least
    return min(max(int(said[:9]), least), _WIDEST)
