"""Rows under their columns where no head says the places: by what explains the rows of their table.

See :mod:`gov_disclosure.building.conventions` for the ways in which tools write rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen

from gov_disclosure.building.conventions import Kin, Shape
from gov_disclosure.building.heads import Survey
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.building.row_cells import RowCells, is_mixed, until_text
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.page_marks import is_page_mark
from gov_disclosure.scanning.pieces import Piece, Separator
from gov_disclosure.scanning.spaced import LONGEST_ROW, segments_of, words_of
from gov_disclosure.scanning.sums import adds_up, has_sums, is_proven

# A few damaged rows are no proof that a tool mislays cells; more are.
_FEW = 2
_MOST_PAGES = 100
# Between these the cells of a row stand on one line.
_BAR, _CELL, _COUNTED, _GRID = Separator.BAR, Separator.CELL, Separator.COUNTED, Separator.GRID
_SPACE, _TAB = Separator.SPACE, Separator.TAB
_LINES = (_SPACE, _TAB)
_SHOWING_GAPS = (_BAR, _GRID)
_Parted = tuple[str, Separator | None]


@frozen(eq=False)
class Explained:
    """The rows of a report as the conventions explain them, table by table and by what parts their cells."""

    text: str
    """The text that the rows stand in."""
    kins: Mapping[tuple[str, Separator | None, int], Kin]
    misfits: Mapping[_Parted, int]
    """How many rows have too many or too few cells for their columns."""
    longer: frozenset[_Parted]
    """Where a row has more cells than columns, or cells of its own behind it: more than blanks are amiss."""
    strange: frozenset[_Parted]
    """Where a row has not just lost empty cells on its line: a longer one, a torn one, one without columns."""
    keeping: frozenset[tuple[_Parted, int]]
    """Where rows of one length are exact, and tabs show empty cells, or some stand between filled ones.

    None of these is dropped.
    """
    keeping_within: frozenset[tuple[_Parted, int, Shape]]
    """How whole rows are written that have empty cells between filled ones: as if none were dropped."""
    trails: Counter[int]
    """Whole rows without marks, by the number of empty cells behind them: a tool ends all of its rows alike."""

    @classmethod
    def of(cls, rows: Iterable[PlacedRow], text: str) -> "Explained":
        """What explains rows of a text that may be put under columns."""
        shapes: dict[tuple[str, Separator | None, int], list[Shape]] = defaultdict(list)
        misfits: Counter[_Parted] = Counter()
        longer: set[_Parted] = set()
        strange: set[_Parted] = set()
        trails: Counter[int] = Counter()
        gaps: set[tuple[_Parted, int]] = set()
        inexact: set[tuple[_Parted, int]] = set()
        within: set[tuple[_Parted, int, Shape]] = set()
        for row in rows:
            cells, width = row.cells, len(row.row.fields)
            parted = (row.kin, cells.separator)
            if cells.separator in _LINES and not _may_lack_blanks(cells, width):
                strange.add(parted)
            if not width or not cells.cells:
                continue
            if cells.reach > width or cells.fragment or cells.orphans:
                longer.add((_table(row.kin), cells.separator))
            shape = Shape.of(cells, width)
            shapes[*parted, width].append(shape)
            if cells.separator is None and shape.first >= 0:
                trails[shape.cells - shape.first - width] += 1
            if cells.span and (cells.reach > width or len(cells.cells) < width):
                misfits[parted] += 1
            if cells.separator is _TAB or (cells.separator in _SHOWING_GAPS and cells.reach > cells.filled):
                gaps.add((parted, cells.length))
            if cells.separator in _SHOWING_GAPS and shape.first >= 0 and cells.reach > cells.filled:
                within.add((parted, width, shape._replace(filled=None)))
            if len(cells.cells) != width:
                inexact.add((parted, cells.length))
        kins = {key: Kin(key[2], tuple(found)) for key, found in shapes.items()}
        keeping, keeping_within = frozenset(gaps - inexact), frozenset(within)
        return cls(text, kins, misfits, frozenset(longer), frozenset(strange), keeping, keeping_within, trails)

    def kin(self, row: PlacedRow) -> Kin:
        """The rows that are written like one."""
        return self.kins[row.kin, row.cells.separator, len(row.row.fields)]

    def is_doubtful(self, row: PlacedRow) -> bool:
        """Whether a row that comes out right may do so by chance, because most around it do not.

        Its own sums can clear it; and so can a line that it has to itself, where all rows around lack but
        empty cells: what a page, a tear or a lost label brings to a row stands on another line. So can a table
        in which no row is too long, if none of its numbers may be a page's.
        """
        kin, separator = self.kin(row), row.cells.separator
        if (_table(row.kin), separator) not in self.longer and not any(map(_may_be_of_page, row.cells.cells)):
            return False
        misfits = sum(
            count
            for (name, parted), count in self.misfits.items()
            if parted is separator and _table(name) == _table(row.kin)
        )
        # Where only lines or spaces part cells, one row of another length may be torn, and so may one whose own
        # sum fails.
        few = 0 if separator in (None, _SPACE) and has_sums(kin.width) else _FEW
        if separator is None and 2 * len(kin.whole()) < len(kin.shapes):
            return True
        return misfits > few and not self._stands_alone(row)

    def _stands_alone(self, row: PlacedRow) -> bool:
        """Whether a row has a line to itself, in a table whose lines have but lost empty cells."""
        separator = row.cells.separator
        lines = separator in _LINES and (row.kin, separator) not in self.strange
        return lines and _has_own_line(row.cells, self.text)

    def placed(self, row: PlacedRow, seen: Survey | None) -> PlacedRow:
        """A row with its cells under its columns, if that is certain; ``seen`` is what its head shows."""
        cells = row.cells
        if cells.fragment or (cells.span is None and cells.orphans):
            return row.refused(Refusal.TORN)
        if cells.is_of_other_lines:
            return row.refused(Refusal.LINES_UNLIKE_OTHERS)
        if cells.separator is None:
            until = until_text(cells, len(row.row.fields))
            if until is None or is_mixed(until.cells):
                return row.refused(Refusal.WORDS_AMONG_CELLS)
            cells = until
        begin = self._begin(row, cells, seen)
        if isinstance(begin, Refusal):
            return row.refused(begin)
        return row._replace(slots=cells.cells[begin : begin + len(row.row.fields)], rest=cells.rest)

    def _begin(self, row: PlacedRow, cells: RowCells, seen: Survey | None) -> int | Refusal:
        """Behind how many of its cells the columns of a row begin."""
        width, separator = len(row.row.fields), cells.separator
        if cells.span is None:
            return self._begin_of_empty(row)
        if separator is _GRID and self._is_unlike_head(row, cells, seen):
            return Refusal.UNLIKE_HEAD
        if len(cells.cells) < cells.head and not adds_up(cells.cells):
            return Refusal.SHORTER_THAN_LABELS
        if cells.filled == width == len(cells.cells):
            return 0
        if cells.reach > width or len(cells.cells) < width:
            return Refusal.CELLS_TOO_MANY_OR_FEW
        begin = (
            self._begin_of_whole(row, cells, seen) if cells.fits(width) else self._begin_with_blanks(row, cells)
        )
        if (
            begin is None
            or not cells.fits_from(begin, width)
            or _contradicts(seen, cells, begin, width)
            or self._stands_elsewhere(row, cells, begin)
        ):
            short = len(cells.cells) < width
            return Refusal.BEGINNING_UNTOLD_SHORT if short else Refusal.BEGINNING_UNTOLD
        return begin

    def _stands_elsewhere(self, row: PlacedRow, cells: RowCells, begin: int) -> bool:
        """Whether the columns of whole rows stand at another place, and no sum says that the row's do not."""
        if cells.label_cell < 0 or cells.separator not in (_TAB, _BAR):
            return False
        if adds_up(cells.cells[begin : begin + len(row.row.fields)]):
            return False
        place = self.kin(row).place(cells.length)
        return place is not None and place != cells.label_cell + 1 + begin

    def _is_unlike_head(self, row: PlacedRow, cells: RowCells, seen: Survey | None) -> bool:
        """Whether a row is longer or shorter than its head, no sum proves it, and none beside is as long."""
        if not seen or not seen.columns or seen.length in (0, cells.length):
            return False
        kin, (first, last) = self.kin(row), cells.span or (0, 0)
        # On a page of its own a tool draws a table with other columns than on that of its head.
        alike = kin.are_alike(cells.length)
        return not (alike or adds_up(cells.cells[first : last + 1]))

    def _begin_of_empty(self, row: PlacedRow) -> int | Refusal:
        """A row of empty cells alone, as long as a whole one: where its columns begin is all the same."""
        kin, shape = self.kin(row), Shape.of(row.cells, len(row.row.fields))
        lengths = [other.length for other in kin.whole() if other.label_cell == shape.label_cell]
        if row.cells.separator is not None and lengths and shape.length < min(lengths):
            return Refusal.UNLIKE_OTHERS
        return 0 if shape.cells >= kin.width else Refusal.CELLS_TOO_MANY_OR_FEW

    def _begin_of_whole(self, row: PlacedRow, cells: RowCells, seen: Survey | None) -> int | None:
        """A row whose first and last columns are filled; empty cells around them need a reason."""
        kin, shape = self.kin(row), Shape.of(cells, len(row.row.fields))
        if kin.width == 1 and seen and seen.columns and seen.length == shape.length:
            # The number stands under another column's label, or its head would have told.
            return None
        if cells.separator is _CELL and shape.cells > kin.width:
            return None
        told = shape.first in kin.said(shape) and len(kin.shapes) > 1
        if cells.separator is None and shape.first == 0:
            told = told or self.trails[shape.cells - kin.width] > 1
        alike = shape.cells == kin.width or told or kin.twins(shape).count(shape.first) > 1
        return shape.first if alike or adds_up(cells.cells[shape.first : shape.first + kin.width]) else None

    def _begin_with_blanks(self, row: PlacedRow, cells: RowCells) -> int | None:
        """A row whose first or last column is empty."""
        kin, shape = self.kin(row), Shape.of(cells, len(row.row.fields))
        if cells.separator in (_CELL, _COUNTED):
            return 0 if shape.cells == kin.width else None
        if cells.separator is None:
            return 0 if cells.cells[kin.width - 1].reading is not BLANK and _are_lines(kin, shape) else None
        if shape.label_cell < 0:
            # Below the labels of table four: as many cells as those.
            return 0 if row.row.is_below and row.row.complete and shape.cells == kin.width else None
        if cells.separator in _SHOWING_GAPS and shape.cells > kin.width and kin.end_alike(shape):
            return shape.cells - kin.width
        said = kin.said(shape).union(kin.twins(shape))
        if len(said) != 1 or kin.jut_out(shape):
            return None
        (begin,) = said
        ends = begin + kin.width
        # A last empty cell may only fill the row, in the place of one that was lost or dropped.
        phantom = ends <= shape.cells and cells.cells[ends - 1].reading is BLANK
        spanned = begin == shape.cells - kin.width and (begin > 0 or kin.ends_with_columns(shape))
        parted = row.kin, cells.separator
        whole = shape._replace(first=begin, filled=None)
        kept = (parted, cells.length) in self.keeping or (parted, kin.width, whole) in self.keeping_within
        return begin if spanned or kept or not phantom else None


def _may_be_of_page(slot: Piece) -> bool:
    """Whether a number may be that of a page: none of a report is longer."""
    return slot.reading.counted is not None and 0 < slot.reading.counted < _MOST_PAGES


def _may_lack_blanks(cells: RowCells, width: int) -> bool:
    """Whether a row has no more cells than columns, all of them on one line, and nothing torn off follows."""
    on_line = cells.cells[0].line == cells.cells[-1].line
    return on_line and cells.reach <= width and not cells.fragment


def _has_own_line(cells: RowCells, text: str) -> bool:
    """Whether the line that cells stand on has their numbers alone, all behind its words if it has any.

    None that may be a page's: in ``- 3 -`` each dash would be a cell.
    """
    first, last = cells.cells[0], cells.cells[-1]
    begin = text.rfind("\n", max(first.start - LONGEST_ROW, 0), first.start) + 1
    end = text.find("\n", last.end, last.end + LONGEST_ROW)
    end = len(text) if end < 0 else end
    if end - begin > LONGEST_ROW or "\n" in text[begin:end]:
        return False
    if cells.separator is _SPACE and is_page_mark(text[cells.cells[-3:][0].start : last.end]):
        return False
    segments = segments_of(words_of(first.cut(text[begin:end], begin, 1)))
    return len(segments) == 1 and len(segments[0][1]) == cells.filled


def _contradicts(seen: Survey | None, cells: RowCells, begin: int, width: int) -> bool:
    """Whether a head that is as long as a row has its columns elsewhere behind the row's label.

    A number among the labels may have made the row whole; its own sum clears it.
    """
    if not seen or not seen.columns or cells.label_cell < 0 or seen.length != cells.length:
        return False
    columns, own = [place for _, place in seen.columns], cells.cells[begin : begin + width]
    if columns[0].start <= cells.label_cell:
        return False
    start = cells.label_cell + 1 + begin
    if start not in columns[0]:
        return not adds_up(own)
    # Another column stands among them.
    apart = len(columns) == width and any(start + at not in place for at, place in enumerate(columns))
    return apart and not is_proven(own)


def _are_lines(kin: Kin, shape: Shape) -> bool:
    """Whether most rows have as many lines, and every whole one, beginning with the first.

    Of lines that are more than the columns a single whole row is no proof: a number may have come to it.
    """
    same = sum(other.cells == shape.cells for other in kin.shapes)
    whole = [(other.first, other.cells) for other in kin.whole()]
    enough = shape.cells == kin.width or len(whole) > 1
    return enough and 2 * same > len(kin.shapes) and set(whole) == {(0, shape.cells)}


def _table(kin: str) -> str:
    """The table that rows are of, however deep in groups."""
    return kin.rstrip("0123456789")
