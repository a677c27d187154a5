"""Heads as they stand: where the labels of the columns are, and what stands among them that is foreign.

A head cell that the form does not have makes its column foreign: what stands below it is no number of the form,
and what stands beside it is read by place or not at all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import compress, groupby
from typing import NamedTuple

from gov_disclosure.building.columns import HEADS, ORGANIZATIONS, OUTCOMES, OVER_PARTIES, PARTIES
from gov_disclosure.building.rows import DISPUTES, Head
from gov_disclosure.form.explanations import narrows
from gov_disclosure.form.fields import TABLES
from gov_disclosure.form.folding import fold, without_marks
from gov_disclosure.form.lexicon import LONGEST_LABEL, ROWS, heading_of, label_kinds
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.remembered import Remembered
from gov_disclosure.form.similarity import are_parts, holds_label, is_nearly, is_of_note, is_stretch, is_turned
from gov_disclosure.form.values import BLANK, read_value
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.parsing.lexemes import Leaf
from gov_disclosure.parsing.title_words import FOUR_DIGITS
from gov_disclosure.parsing.titles import may_end_title
from gov_disclosure.scanning.pieces import Piece, Separator

_FIRST = "natural_person"
# No head of the form has more.
_MOST_ROWS = 4
_OPENERS = (ORGANIZATIONS, "APPLICANTS", "BALANCE_NOTE")
# One word of a head may stand in any line.
_FEWEST_NAMED = 2
_FEWEST_PARTS = 3
_OF_PROACTIVE = "COLUMN_20"
# Lines of prose are longer, and so are most captions; a unit or a page stands in signs of its own.
_LONGEST_HEAD = 8
# 商业企业（上年）.
_LONGEST_LINE = 14
_LONGEST_REMEMBERED = 600
_SPACE = Separator.SPACE
_WORD = re.compile(r"\w")
_SENTENCE = on_demand("[。;!?,]")
_NO_HEAD = on_demand(r"[0-9。；;：:，,()|/…—\-]")

Sheet = Mapping[int, Sequence[Piece]]
"""The marked rows of a text, each with its cells, by number."""


def sheet_of(pieces: Iterable[Piece]) -> Sheet:
    """The marked rows among the pieces of a text."""
    rows: dict[int, list[Piece]] = {}
    number, row = 0, []
    for piece in pieces:
        if piece.row and piece.separator is not _SPACE:
            if piece.row != number:
                number = piece.row
                row = rows.setdefault(number, [])
            row.append(piece)
    return rows


class Survey(NamedTuple):
    """What the rows of a head have, cell by cell."""

    columns: Sequence[tuple[str, range]]
    """The columns of the form by name, and their places; empty where these contradict each other."""
    foreign: Sequence[Piece]
    """What is no label of the form."""
    length: int
    """How many cells its rows have, all alike; 0 where they differ or the text marks none."""


def survey(head: Head, table: str, sheet: Sheet) -> Survey:
    """Look at every cell of a head's rows."""
    marked = [label.piece for label in head.labels if label.piece.row in sheet]
    if not marked:
        return Survey((), tuple(_foreign_lines(head, table)), 0)
    first, last = min(piece.row for piece in marked), max(piece.row for piece in marked)
    rows = [sheet[row] for row in range(first, last + 1) if row in sheet]
    lengths = {row_length(row) for row in rows}
    marks = [one.piece.row for one in head.openers if one.piece.row in sheet]
    top = min([first, *(row for row in marks if first - _MOST_ROWS <= row < first)])
    above = [sheet[row] for row in range(top, first) if row in sheet]
    filled = [piece for row in (*above, *rows) for piece in row if piece.reading is not BLANK]
    places = tuple([_new(_Place, (one.row - first, one.cell, one.colspan, one.text)) for one in filled])
    # What is longer is no head's, and not remembered, so that memory is bounded.
    is_short = sum([len(place.text) for place in places]) <= _LONGEST_REMEMBERED
    columns, strange = (_seen if is_short else _seen.__wrapped__)(table, places)
    labels = (*head.labels, *head.openers)
    foreign = tuple(
        [filled[at] for at in strange if not any(_is_part_of(filled[at], label) for label in labels)]
    )
    if len(marked) < len(head.labels):
        # A label that is broken has left its row: no place is certain, but what is foreign still is.
        return Survey((), (*_foreign_lines(head, table), *foreign), 0)
    return Survey(columns, foreign, lengths.pop() if len(lengths) == 1 else 0)


class _Place(NamedTuple):
    """A cell of a head."""

    row: int
    """Counted from the first row that has labels of columns."""
    cell: int
    colspan: int
    text: str


_new = tuple.__new__


@lru_cache(maxsize=512)
def _seen(table: str, places: tuple[_Place, ...]) -> tuple[Sequence[tuple[str, range]], Sequence[int]]:
    """The columns that the cells of a head show, and the numbers of those cells that are foreign.

    The heads of a table are much the same in all reports of a layout.
    """
    said_here = _SAID[table]
    found = [(place, said_here[place.text]) for place in places]
    cells = [(place, said) for place, said in found if place.row >= 0]
    # Values between the rows of a head are those of another table above.
    columns = () if any(said.is_value for _, said in cells) else _columns(found)
    if table == DISPUTES and not _parties_in_order(cells, whole=len(columns) > len(OUTCOMES)):
        columns = ()
    return columns, [at for at, (_, said) in enumerate(found) if said.is_foreign]


class _Said(NamedTuple):
    """What the text of a cell says in a head."""

    column: str = ""
    """The name of the column that it is the label of."""
    party: str = ""
    """The part of table four that it is the label of."""
    is_foreign: bool = False
    """It says something, and is no label of the form."""
    is_value: bool = False
    """It is a number, and no year: a year may be a column's name."""


def _said(table: str, text: str) -> _Said:
    kinds, reading, folded = _kinds_of(text), read_value(text), fold(text)
    if _is_of_table(folded, table):
        return _Said(_named(kinds, table), next((kind for kind in kinds if kind in OVER_PARTIES), ""))
    if _is_over_number(text, table):
        return _Said(is_foreign=True, is_value=True)
    value = not reading.problem and not FOUR_DIGITS.fullmatch(folded)
    of_form = value or heading_of(folded) or is_of_note(folded, table)
    return _Said(
        is_foreign=_WORD.search(text) is not None and not of_form, is_value=value and bool(reading.digits)
    )


def _is_over_number(text: str, table: str) -> bool:
    """Whether a cell has a number on one line and a label on others: the numbers may stand a row too high."""
    lines = text.splitlines() if "\n" in text else ()
    words = [line for line in lines if not line.strip().isdecimal()]
    return 0 < len(words) < len(lines) and _is_of_table(fold("".join(words)), table)


# What is longer is no label.
_SAID = {table: Remembered(partial(_said, table), most=1024, longest=LONGEST_LABEL) for table in TABLES}
_Cells = Sequence[tuple[_Place, _Said]]


def _is_of_table(folded: str, table: str) -> bool:
    """Whether a folded text is a label of a table, or one of another's that is a part of such: 其他."""
    kinds, own = _kinds_of(folded), terminals(table)
    # A row of the table above, whose end is lost, names no column.
    named = any(
        kind in own or kind.startswith(ROWS) or (kind == "TOTAL" and table == DISPUTES) for kind in kinds
    )
    return named or (bool(kinds) and is_stretch(folded, table))


def _is_part_of(piece: Piece, label: Leaf) -> bool:
    """Whether a cell is a part of a label that is broken over lines."""
    return label.start <= piece.start < label.end and fold(piece.text) in label.text


def _parties_in_order(cells: _Cells, *, whole: bool) -> bool:
    """Whether the parts of table four that are named, all of a whole one, stand in the form's order."""
    places: dict[str, int] = {}
    for piece, said in cells:
        if said.party:
            places[said.party] = min(piece.cell, places.get(said.party, piece.cell))
    # What stands over the last two parts may begin anywhere above these, where their edges are not known.
    over = [places[kind] for kind in OVER_PARTIES[:2] if kind in places]
    named = [places[kind] for kind in PARTIES if kind in places]
    in_order = named == sorted(named) and over == sorted(over)
    return in_order and (not whole or len(named) == len(PARTIES))


def row_length(row: Sequence[Piece]) -> int:
    """How many cells a marked row has."""
    last = row[-1]
    return max(last.row_length, last.cell + max(last.colspan, 1))


def _columns(cells: _Cells) -> Sequence[tuple[str, range]]:
    """The columns and their places, a label that is wide or copied beside itself over all of its own."""
    names: dict[int, str] = {}
    copies: set[int] = set()
    before: _Place | None = None
    for piece, said in cells:
        copied, before = before is not None and _is_copy(before, piece), piece
        for place in range(piece.cell, piece.cell + max(piece.colspan, 1)) if said.column else ():
            known = names.get(place, said.column)
            if known != said.column and copied is (place in copies):
                return ()
            # A copy says nothing against another label over or below it: a tool fills what is merged so.
            if place not in names and copied:
                copies.add(place)
            elif not copied:
                copies.discard(place)
            if place not in names or not copied:
                names[place] = said.column
    found = list(names.values())
    if "new" in found or found.count("made") > 1:
        # Two columns may come out with one label: cut before they differ, or the first printed twice.
        return ()
    runs = groupby(enumerate(sorted(names)), key=lambda at: (names[at[1]], at[1] - at[0]))
    spans = [(name, [place for _, place in run]) for (name, _), run in runs]
    return [(name, range(span[0], span[-1] + 1)) for name, span in spans]


def _is_copy(before: _Place, piece: _Place) -> bool:
    """Whether a cell says what the one before it in its row says."""
    beside = before.row == piece.row and before.cell + max(before.colspan, 1) == piece.cell
    return beside and before.text.strip() == piece.text.strip()


def _named(kinds: Iterable[str], table: str) -> str:
    return next(filter(None, (_column(kind, table) for kind in kinds)), "")


def _kinds_of(text: str) -> Sequence[str]:
    text = without_marks(text) if "<" in text else text
    return [kind for kinds in label_kinds(fold(text)) for kind in kinds] if len(text) <= LONGEST_LABEL else ()


def _column(kind: str, table: str) -> str:
    """COLUMN_2021_IN_FORCE → in_force, in table two; NATURAL_PERSON → natural_person, in table three."""
    if table == "proactive":
        return kind.split("_", 2)[2].lower() if kind.startswith(_OF_PROACTIVE) else ""
    return kind.lower() if kind in (OUTCOMES if table == DISPUTES else HEADS) else ""


def _foreign_lines(head: Head, table: str) -> Iterator[Piece]:
    """The lines between the labels of a head and its first row that may be labels of other columns."""
    within = [piece for text in head.texts for piece in text.slots or (text.piece,)]
    lines = [piece for piece in (*within, *head.cells) if not piece.row and piece.reading.problem == "V501"]
    torn = len([piece for piece in lines if _is_torn(piece.text, table)]) > 1
    if _are_whole_together(lines, head, table):
        lines = []
    for piece in lines:
        if not may_end_title(piece) and is_foreign_line(piece.text, table, torn=torn):
            yield piece
    for text in (*head.texts, *head.before):
        if not text.piece.row and (is_mixed_line(text.piece, table) or _is_turned(text.piece.text, table)):
            yield text.piece


def _are_whole_together(lines: Sequence[Piece], head: Head, table: str) -> bool:
    """Whether what stands in lines is what is left of torn labels, which they make up."""
    words = [word for piece in lines if len(piece.text) <= LONGEST_LABEL for word in piece.text.split()]
    known = [_is_known(word, table) for word in words]
    parts = [fold(word) for word, is_known in zip(words, known, strict=True) if not is_known]
    labels = [fold(word) for word in (*compress(words, known), *(label.piece.text for label in head.labels))]
    return are_parts(parts, labels, table)


def is_foreign_line(text: str, table: str, *, torn: bool = False) -> bool:
    """Whether a line is a label that the form does not have: another word, or more than one of its labels.

    One of several that are stretches of labels is what is left of a torn one.
    """
    folded = fold(text) if len(text) <= LONGEST_LABEL else ""
    if not folded or len(folded) > _LONGEST_LINE or heading_of(folded):
        return False
    if _kinds_of(folded):
        return not _is_of_table(folded, table)
    if narrows(folded) and not _SENTENCE.search(folded):
        return True
    if torn and is_stretch(folded, table):
        return False
    return holds_label(folded, table) or (len(folded) <= _LONGEST_HEAD and not _NO_HEAD.search(folded))


def is_mixed_line(piece: Piece, table: str) -> bool:
    """Whether labels of columns stand in a line side by side with a word that is none and may be one."""
    words = piece.text.split() if len(piece.text) <= LONGEST_LABEL else []
    names = [_name_in_head(word, table) for word in words]
    parts = [word for word in words if is_nearly(fold(word), table)]
    opened = any(name in _OPENERS[1:] for name in names)
    few = len(words) - names.count("") < _FEWEST_NAMED and len(parts) < _FEWEST_PARTS
    if few and not opened:
        return False
    # Before the first column 项目 and the like may stand, over the labels of rows.
    first = names.index(_FIRST) if _FIRST in names and table == "requests" else 0
    if few or len([word for word in words if _is_torn(word, table)]) > 1:
        # Among what is left of torn labels.
        return any(_may_name(word, table) for word in words[first:])
    return any(not _is_known(word, table) for word in words[first:])


def _is_turned(text: str, table: str) -> bool:
    return len(text) <= LONGEST_LABEL and is_turned(fold(text), table)


def _is_torn(text: str, table: str) -> bool:
    """Whether a text is a stretch of a label, and none itself."""
    return not _kinds_of(text) and is_stretch(fold(text), table)


def _is_known(word: str, table: str) -> bool:
    """Whether a word in a line of whole labels is another one of the form's, a part of its note or a number."""
    folded = fold(word)
    named = _is_of_table(folded, table) or heading_of(folded) is not None
    return named or is_of_note(folded, table) or not _WORD.search(folded)


def _name_in_head(word: str, table: str) -> str:
    """The column that a word names, or what else it is in a head; empty for any other."""
    kinds = _kinds_of(word)
    return _named(kinds, table) or next(
        (kind for kind in kinds if kind in _OPENERS and table == "requests"), ""
    )


def foreign_word(text: str, table: str) -> str:
    """The first word in a head torn to pieces that is of no label of the form; empty if there is none."""
    for line in text.splitlines():
        if not heading_of(fold(line[:LONGEST_LABEL])):
            for word in line.split():
                if _may_name(word, table) and not is_of_note(fold(word), table):
                    return word
    return ""


def _may_name(text: str, table: str) -> bool:
    """Whether a text may be a label that the form does not have; it is not what is left of a torn one."""
    folded = fold(text) if len(text) <= LONGEST_LABEL else ""
    if not folded or len(folded) > _LONGEST_HEAD or _NO_HEAD.search(folded):
        return False
    return not (
        label_kinds(folded) or heading_of(folded) or all(is_nearly(fold(word), table) for word in text.split())
    )
