"""Workbooks of Excel (.xlsx): what a person sees of their sheets, one below the other, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element

from gov_disclosure.sources.document import Document
from gov_disclosure.sources.word.blocks import Cell, Paragraph
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.package import Package, Relation
from gov_disclosure.sources.word.pieces import text_of
from gov_disclosure.sources.workbook.looks import CellStyles
from gov_disclosure.sources.workbook.sheets import Sheet
from gov_disclosure.sources.workbook.texts import Texts
from gov_disclosure.sources.writer import DocumentWriter, TableCell

_MAIN: Final = "xl/workbook.xml"
# Of larger tables the cells that are there are read, and no empty ones between them.
_WIDEST: Final = 64
_MOST_EMPTY: Final = 200_000


def read_workbook(data: bytes, name: str) -> Document:
    """The document of a workbook.

    Raises:
        FileFormatError: it is locked or broken, or made to cost more than any report does.
    """
    package = Package.of(data, name)
    main = package.main(_MAIN)
    related = package.relations(main)
    texts = Texts(CellStyles.of(_tree(package, related, "styles")), _shared(package, related))
    writer = DocumentWriter()
    for one in child(package.tree(main), "s:sheets") or ():
        part = related.get(one.get("r:id", ""))
        if one.get("state", "visible") != "visible" or part is None or not package.has(part.part):
            continue
        if part.kind == "worksheet":
            _write(Sheet.of(package.tree(part.part), one.get("name", ""), texts, name), writer)
    return writer.document()


def _tree(package: Package, related: Mapping[str, Relation], kind: str) -> Element | None:
    part = next((one.part for one in related.values() if one.kind == kind and package.has(one.part)), None)
    return None if part is None else package.tree(part)


def _shared(package: Package, related: Mapping[str, Relation]) -> Sequence[Element]:
    tree = _tree(package, related, "sharedStrings")
    return [] if tree is None else [one for one in tree if one.tag == "s:si"]


def _write(sheet: Sheet, writer: DocumentWriter) -> None:
    """Write down a sheet: its tables are parted by rows without anything."""
    for rows in _blocks(sheet.cells):
        first = min(cell.column for row in rows for cell in row)
        end = max(cell.column + cell.colspan for row in rows for cell in row)
        table: list[TableCell] = []
        reaches: dict[int, int] = {}
        width = end - first
        places = range(first, end) if width <= _WIDEST and width * len(rows) <= _MOST_EMPTY else range(0)
        for row in rows:
            only = _line(row, first, end)
            if only is not None:
                _end_table(table, writer)
                writer.paragraph(_text(only), only.place)
            else:
                table += _cells(row, first, places, reaches)
        _end_table(table, writer)


def _end_table(table: list[TableCell], writer: DocumentWriter) -> None:
    if table:
        writer.table(table)
        table.clear()


def _blocks(cells: Sequence[Cell]) -> Iterator[list[list[Cell]]]:
    """The rows of each table; rows without anything part two, but one may be a row that nobody filled in."""
    block: list[list[Cell]] = []
    reach, last = 0, -1
    for number, row in groupby(cells, key=lambda cell: cell.row):
        line = list(row)
        said = [cell for cell in line if cell.text.strip()]
        is_empty = not said and number >= reach
        parts = number >= reach and number > last + 1
        if block and (parts or (is_empty and not (len(line) > 1 and _says_something(block[-1])))):
            yield block
            block = []
        if not is_empty or block:
            block.append(line)
            last = number
        reach = max([reach, *(number + cell.rowspan for cell in said)])
    if block:
        yield block


def _says_something(row: Sequence[Cell]) -> bool:
    return any(cell.text.strip() for cell in row)


def _line(row: Sequence[Cell], first: int, width: int) -> Cell | None:
    """The only cell of a row that reaches all over the table: a line of text."""
    said = [cell for cell in row if cell.text.strip()]
    if (
        len(said) == 1
        and said[0].column == first
        and said[0].column + said[0].colspan >= width
        and said[0].rowspan < 2
    ):
        return said[0]
    return None


def _text(cell: Cell) -> str:
    pieces = [piece for block in cell.blocks if isinstance(block, Paragraph) for piece in block.pieces]
    return text_of(pieces, in_cell=False)


def _cells(
    row: Sequence[Cell], first: int, places: Sequence[int], reaches: dict[int, int]
) -> Iterator[TableCell]:
    """The cells of a row, with those that are empty and in no file; others may reach down over their places."""
    number = row[0].row
    own = {cell.column: cell for cell in row}
    for column in sorted({*own, *places}):
        cell = own.get(column)
        if cell is not None:
            stretch = range(column, column + min(cell.colspan, _WIDEST))
            reaches.update(dict.fromkeys(stretch, max(number + cell.rowspan, number + 1)))
            yield TableCell(number, column - first, cell.text, cell.colspan, cell.rowspan, cell.place)
        elif reaches.get(column, 0) <= number:
            yield TableCell(number, column - first, "")
