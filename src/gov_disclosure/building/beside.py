"""What else stands in a row: a word beside its label or its values that is neither the form's nor explained.

Such a word makes the row another one: of last year (上年), of a part (其中网上), of a body (教育局), in
another unit (千件). It may reach over the rows below it, up to the next word in its column.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from gov_disclosure.building.caption_words import Own, without_comparison
from gov_disclosure.building.heads import Sheet, survey
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.form.explanations import explains_beside, narrows
from gov_disclosure.form.folding import fold, split_enumerator, without_marks
from gov_disclosure.form.lexicon import LONGEST_LABEL, ROWS, is_of_group, label_kinds
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.similarity import is_torn_label
from gov_disclosure.form.values import BLANK, unit_in
from gov_disclosure.parsing.titles import may_end_title
from gov_disclosure.scanning.pieces import Piece

_OF_ROWS = (*ROWS, "ARTICLE_20", "INFORMATION", "LITIGATION")
_WORD = on_demand(r"[^\W_]")
_PARTS = on_demand(r"(?i:\s|<br\s*/?>)+")
# What is left of （三）, whose numeral stands in a line of its own.
_LOST_NUMERAL = "()"
_NUMERAL = on_demand(r"[\W_]*(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[\W_]*")


def refuse_beside_words(placed: Sequence[PlacedRow], pieces: Sequence[Piece], own: Own) -> Sequence[PlacedRow]:
    """Refuse the rows that a word stands beside of which nobody can say that it leaves them the form's."""
    numbered = {number: row for row in placed if row.is_filled for number in _numbers(row)}
    words: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.row in numbered and piece.reading.problem:
            words.setdefault(piece.row, []).append(piece)
    labels = {row.row.label.start for row in placed}
    strange = {
        number: found
        for number, cells in words.items()
        if (found := [piece for piece in cells if _is_strange(piece, numbered[number], labels, own)])
    }
    if not strange:
        return placed
    told = dict(_told(placed, _sheet(pieces), strange, own))
    return [
        row._replace(refusal=told[id(row)][0], foreign=told[id(row)][1]) if id(row) in told else row
        for row in placed
    ]


def _numbers(row: PlacedRow) -> set[int]:
    """The marked rows that a row's label and its values stand in."""
    found = {row.slots[0].row, row.slots[-1].row}
    if not row.row.is_below:
        found.add(row.row.label.piece.row)
    return found - {0}


def _sheet(pieces: Sequence[Piece]) -> Sheet:
    """The marked rows, those between spaces too."""
    rows: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.row:
            rows.setdefault(piece.row, []).append(piece)
    return rows


def _is_strange(piece: Piece, row: PlacedRow, labels: set[int], own: Own) -> bool:
    """Whether a cell with a word is neither a label or value of a row nor what leaves the row as it is."""
    label, first, last = row.row.label.piece, row.slots[0], row.slots[-1]
    if piece.start in labels or (piece.row == label.row and _is_within(piece, label, label)):
        return False
    if piece.row == first.row and _is_within(piece, first, last):
        return False
    return not is_known(piece, row, own)


def _is_within(piece: Piece, first: Piece, last: Piece) -> bool:
    """Whether a cell of a row stands between two others of it, or in their places."""
    return first.cell <= piece.cell < last.cell + max(last.colspan, 1)


def is_known(word: Piece, row: PlacedRow, own: Own) -> bool:
    """Whether a word beside a row leaves it what it is."""
    text = without_marks(word.text) if "<" in word.text else word.text
    folded = fold(text) if len(text) <= LONGEST_LABEL else ""
    if not _WORD.search(folded or text) or _NUMERAL.fullmatch(folded):
        # A mark, the number of the row, or its numeral alone.
        return True
    if own.is_its_year(text) or own.is_told_another(text):
        return own.is_its_year(text)
    if may_end_title(word):
        # The running head of a page.
        return True
    kinds = [kind for kinds in label_kinds(folded) for kind in kinds]
    if kinds and any(kind.startswith(_OF_ROWS) for kind in kinds):
        return True
    # The labels of two groups may stand in one cell, as the ends of both.
    parts = [fold(part).removeprefix(_LOST_NUMERAL) for part in _PARTS.split(word.text) if part]
    if all(is_of_group(part) or is_torn_label(part) for part in parts):
        return True
    if is_torn_label(folded) or explains_beside(folded):
        return True
    if unit := unit_in(folded):
        return unit in {unit_in(head.text) for head in row.row.heads}
    return folded in row.row.label.text and not narrows(folded)


def _ends(word: Piece, cells: Sequence[Piece], labels: set[int]) -> bool:
    """Whether something else stands in the column of a word.

    Where no grid marks the places, a label may have moved there: the word's own place below is left out.
    """
    others = [piece for piece in cells if piece.cell == word.cell and piece.reading is not BLANK]
    return any(piece.row_length or piece.start not in labels for piece in others)


def _reaches(word: Piece, row: PlacedRow, cells: Sequence[Piece]) -> bool:
    """Whether a word of a row above stands beside one below it too."""
    if not word.row_length or word.cell < row.row.label.piece.cell:
        return True
    return word.spans_rows and any(piece.cell == word.cell and not piece.colspan for piece in cells)


_Told = tuple[Refusal, tuple[Piece, ...]]


def _told(
    placed: Sequence[PlacedRow], sheet: Sheet, strange: Mapping[int, Sequence[Piece]], own: Own
) -> Iterator[tuple[int, _Told]]:
    """The rows that are refused, with the words that are why."""
    labels = {row.row.label.start for row in placed}
    for _, group in groupby(placed, key=lambda row: row.table):
        rows = {number: row for row in group if row.is_filled for number in _numbers(row)}
        above: list[Piece] = []
        for number in range(min(rows, default=0), max(rows, default=-1) + 1):
            cells = sheet.get(number, ())
            above = [word for word in above if not _ends(word, cells, labels)]
            if number not in rows:
                continue
            row = rows[number]
            if split_enumerator(row.row.label.text)[0][:1].isalpha():
                # 四、结转下年度继续办理 is of no group above it.
                above = [word for word in above if word.cell < row.row.label.piece.cell]
            beside = [word for word in strange.get(number, ()) if not _is_under_head(word, row, sheet, own)]
            words = (*beside, *(word for word in above if _reaches(word, row, cells)))
            if words:
                another = any(own.is_told_another(word.text) for word in words)
                yield id(row), (Refusal.CAPTIONED if another else Refusal.ROWS_NAMED, words)
            first = row.row.label.piece.cell
            above += [word for word in beside if word.cell < first or word.spans_rows]


def _is_under_head(word: Piece, row: PlacedRow, sheet: Sheet, own: Own) -> bool:
    """Whether the head names the column of a word, one that is not that of the labels too.

    What another year or a part is called is that below any head; a remark may compare them.
    """
    if own.is_told_another(word.text) or narrows(without_comparison(fold(word.text[:LONGEST_LABEL]))):
        return False
    label = row.row.label.piece
    foreign = survey(row.row.head, row.table, sheet).foreign
    places = [range(piece.cell, piece.cell + max(piece.colspan, 1)) for piece in foreign if piece.row]
    return any(word.cell in place and label.cell not in place for place in places)
