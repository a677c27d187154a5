"""Tables that go on over the end of a page, and rows that it cuts."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.lines import Line
from gov_disclosure.sources.pdf.rulings import edges
from gov_disclosure.sources.pdf.tables import Cell, Table

_MOVED: Final = 3.0
# Of the columns of the part that has fewer: so many are those of the other.
_SHARED: Final = 0.8
_FEWEST_WORDS: Final = 2


def joined_tables(parts: Sequence[Line | Table]) -> list[Line | Table]:
    """The parts of all pages, one behind the other; a table that goes on on the next page is one."""
    found: list[Line | Table] = []
    for part in parts:
        before = found[-1] if found else None
        if isinstance(part, Table) and isinstance(before, Table) and _goes_on(before, part):
            found[-1] = _joined(before, part)
        else:
            if isinstance(part, Line) and isinstance(before, Table) and part.page == before.cells[-1].page + 1:
                found[-1] = _refuse_broken(before, part)
            found.append(part)
    return found


def _goes_on(table: Table, other: Table) -> bool:
    """Whether another is the rest of a table: on the next page, as wide, and with columns that are the same.

    A column that no row of one part needs is not drawn there.
    """
    if other.page != table.cells[-1].page + 1:
        return False
    one, two = table.columns, other.columns
    as_wide = abs(one[0] - two[0]) <= _MOVED and abs(one[-1] - two[-1]) <= _MOVED
    few, many = sorted((one, two), key=len)
    shared = sum(any(abs(edge - other) <= _MOVED for other in many) for edge in few)
    return as_wide and shared >= _SHARED * len(few)


def _joined(table: Table, other: Table) -> Table:
    columns = edges([*table.columns, *other.columns])
    table, other = _over(table, columns), _over(other, columns)
    head = _repeated_head(table, other)
    rest = [cell._replace(row=cell.row - head) for cell in other.cells if cell.row >= head]
    height = other.height - head
    if not head and ((table.is_open_below and other.is_open_above) or _is_cut(table, rest)):
        cells, used = _over_the_end(table, rest)
        at = table.height - 1
    else:
        cells, used, at = list(_refuse_broken_over(table, rest)), set(), table.height
    cells += [cell._replace(row=cell.row + at) for number, cell in enumerate(rest) if number not in used]
    return table._replace(
        height=at + height, cells=sorted(cells, key=_place), is_open_below=other.is_open_below
    )


def _over(table: Table, columns: Sequence[float]) -> Table:
    """The table, its cells over more columns."""

    def nearest(edge: float) -> int:
        return min(range(len(columns)), key=lambda number: abs(columns[number] - edge))

    at = [nearest(edge) for edge in table.columns]
    cells = [
        cell._replace(column=at[cell.column], colspan=max(at[cell.column + cell.colspan] - at[cell.column], 1))
        for cell in table.cells
    ]
    return table._replace(columns=columns, cells=cells)


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _repeated_head(table: Table, other: Table) -> int:
    """How many rows at its top another has from this one's top."""

    def same(number: int) -> bool:
        return _said(table, number) == _said(other, number)

    rows = len(list(takewhile(same, range(min(table.height, other.height)))))
    words = [cell for cell in other.cells if cell.row < rows and cell.text]
    return rows if len(words) >= _FEWEST_WORDS and not any(cell.text.isdigit() for cell in words) else 0


def _said(table: Table, number: int) -> list[tuple[int, int, int, str]]:
    return [
        (cell.column, cell.colspan, cell.rowspan, cell.text.replace("\n", "")) for cell in table.row(number)
    ]


def _is_cut(table: Table, rest: Sequence[Cell]) -> bool:
    """Whether a row goes on over a page's end that is ruled: a label broken off where its line is full.

    What else stands in the rest of the row can only be the rest of words and numbers that are broken off, too.
    """
    last = {cell.column: cell for cell in table.cells if cell.row + cell.rowspan == table.height}
    more = [(last.get(cell.column), cell) for cell in rest if cell.row == 0 and cell.text]
    broken = [before is not None and before.is_full and before.colspan == cell.colspan for before, cell in more]
    labels = [cell for _, cell in more if not cell.text.isdigit()]
    alone = [
        cell
        for cell in last.values()
        if cell.text and not any(cell.column == other.column for _, other in more)
    ]
    return bool(labels) and all(broken) and bool(alone)


def _refuse_broken(table: Table, line: Line) -> Table:
    """The table, its numbers unclear that a line of digits at the top of the next page may be the rest of."""
    if not line.text.isdigit():
        return table
    cells = [
        _unclear(cell)
        if _may_be_broken(table, cell) and cell.box[0] < line.right and line.left < cell.box[2]
        else cell
        for cell in table.cells
    ]
    return table._replace(cells=cells)


def _refuse_broken_over(table: Table, rest: Sequence[Cell]) -> Iterable[Cell]:
    """The cells of a table, the numbers unclear of which the next page's first row may have the rest."""
    first = {cell.column: cell for cell in rest if cell.row == 0 and cell.text}
    if not all(cell.text.isdigit() for cell in first.values()):
        return table.cells
    return [
        _unclear(cell) if cell.column in first and _may_be_broken(table, cell) else cell for cell in table.cells
    ]


def _may_be_broken(table: Table, cell: Cell) -> bool:
    return cell.row + cell.rowspan == table.height and cell.is_full and cell.text[-1:].isdigit()


def _unclear(cell: Cell) -> Cell:
    return cell._replace(text=cell.text + UNCLEAR)


def _over_the_end(table: Table, rest: Sequence[Cell]) -> tuple[list[Cell], set[int]]:
    """The cells of a table with those of its last row, that no ruling ends, taken on to the next page."""
    begun = {(cell.column, cell.colspan): number for number, cell in enumerate(rest) if cell.row == 0}
    used: set[int] = set()
    cells = []
    for cell in table.cells:
        number = begun.get((cell.column, cell.colspan))
        if cell.row + cell.rowspan == table.height and number is not None:
            more = rest[number]
            used.add(number)
            gap = "" if cell.is_full and cell.text[-1:].isdigit() and more.text.isdigit() else "\n"
            text = gap.join(filter(None, (cell.text, more.text)))
            cell = cell._replace(text=text, rowspan=cell.rowspan + more.rowspan - 1)
        cells.append(cell)
    return cells, used
