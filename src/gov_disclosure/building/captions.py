"""Captions: short lines before, in or behind a table, or its heading, that say whose or of which year it is.

A table of another year, of a part of this one, of another body, a sample or one that is taken back is none of
the report's. What stands among the rows of a table is the caption of those below it, up to the next item of
article 20.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile, zip_longest

from gov_disclosure.building.caption_words import LONGEST, Own
from gov_disclosure.building.disowned import CLAUSE_END, are_disowned
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.form.explanations import (
    begins_note,
    corrects,
    is_of_kind,
    is_of_scaled_unit,
    points_above,
    points_below,
)
from gov_disclosure.form.folding import fold, narrow_signs, split_enumerator
from gov_disclosure.form.lexicon import (
    HEADINGS,
    exact_kinds,
    has_more_than_label,
    heading_of,
    label_kinds,
    names_article,
)
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.form.similarity import numbered_rows, says_opposite
from gov_disclosure.form.values import BLANK
from gov_disclosure.parsing.lexemes import PROSE, VALUES, Leaf
from gov_disclosure.scanning.pieces import Piece

_MOST_BEFORE = 30
_MOST_BEHIND = 2
_LONGEST_NOTE = 200
# A line of a page that keeps its picture is long by the spaces in it.
_LONGEST_LINE = 400
_ARTICLE = "ARTICLE_20"
_MOST_BEFORE_LABEL = 12
_TABLE_HEADINGS = HEADINGS[1:4]
_LINES = frozenset((PROSE, *HEADINGS))
# How pandoc and LaTeX mark a caption, which may stand below its table.
_CAPTION_MARK = on_demand(r"\s*(?::\s|Table\s*[0-9]*:|\\caption)")
# Behind 注： a note goes on.
_NOTE_END = on_demand(r"[，,。；;\n]")
# What a heading says behind its words: 三、收到和处理政府信息公开申请情况（注：本表为2021年数据）.
_IN_BRACKETS = on_demand(r"[（(]([^（()）]{2,40})[）)]")
# The label of a row that the form does not have, with its number.
_ENDS_WITH_NUMBER = on_demand(r"\S\s+[0-9]+\s*$")


def refuse_captioned(
    placed: Sequence[PlacedRow], leaves: Sequence[Leaf], pieces: Sequence[Piece], own: Own
) -> Sequence[PlacedRow]:
    """Refuse the rows whose heading, caption or corner says that they are of another year or body."""
    places = {id(leaf): index for index, leaf in enumerate(leaves)}
    tables: dict[str, list[PlacedRow]] = {}
    for row in placed:
        tables.setdefault(row.table, []).append(row)
    corners = {
        table
        for table, text in _in_corners(placed, pieces)
        # Of figures of another kind a column may be: 同比增减.
        if any(
            own.is_told_another(said) and not is_of_kind(fold(said))
            for said in (text, *_IN_BRACKETS.findall(text))
        )
    }
    told = {id(row) for row in placed if row.table in corners}
    behind, from_here_on = 0, are_disowned(leaves, own)
    for rows in tables.values():
        at = [_place_of(row, leaves, places[id(row.row.label)]) for row in rows]
        if any(_is_told_in_note(text, own) for text in _notes_below(leaves, max(at))):
            told.update(map(id, rows))
        start = max(behind, _opening(rows[0], places, min(at)) - _MOST_BEFORE)
        # What stands above a heading speaks of more than its table.
        heading = _heading_above(leaves, start, min(at))
        from_here_on = from_here_on or (heading is not None and _is_told_above(leaves, heading, own))
        if from_here_on:
            told.update(map(id, rows))
        first = start if heading is None else heading
        head = min(at) if rows[0].row.is_below else _head_end(rows[0], places, min(at))
        for caption, end in _captions_that_tell(leaves, range(first, max(at)), head, min(at), own):
            told.update(id(row) for row, place in zip(rows, at, strict=True) if caption < place < end)
        behind = max(at) + 1
    if not told:
        return placed
    return [row.refused(Refusal.CAPTIONED) if id(row) in told and row.is_filled else row for row in placed]


def _opening(row: PlacedRow, places: Mapping[int, int], first: int) -> int:
    """Where the head above a row begins; a tool may have copied its labels into every place that they span."""
    head = row.row.head
    return min([first, *(places.get(id(label), first) for label in (*head.openers, *head.labels))])


def _head_end(row: PlacedRow, places: Mapping[int, int], first: int) -> int:
    """The last label of the head above a row, behind which rows stand, those of no form too."""
    labels = [places.get(id(label), first) for label in row.row.head.labels]
    return max([at for at in labels if at < first], default=first)


def _place_of(row: PlacedRow, leaves: Sequence[Leaf], label: int) -> int:
    """The leaf that what stands before a row stands before: its label, or the values that are below that."""
    if not (row.row.slots and row.row.is_below):
        return label
    first = row.row.slots[0].start
    return next(
        (at for at in range(label, len(leaves)) if leaves[at].slots and leaves[at].slots[0].start >= first),
        label,
    )


def _captions_that_tell(
    leaves: Sequence[Leaf], places: range, head: int, first: int, own: Own
) -> Iterator[tuple[int, int]]:
    """The captions of a table that make rows another's: the place of each, and where what it speaks of ends.

    Behind the end of the head stand rows, those before the first that is the form's too.
    """
    last = places.stop
    for at in places:
        leaf = leaves[at]
        if leaf.type == VALUES:
            if not leaf.has_words:
                # Values alone, as nearly all are.
                continue
        elif leaf.type not in _LINES and not leaf.slots and leaves[at + 1].type == VALUES:
            # A label with values is none.
            continue
        if leaf.type == PROSE and _is_told_below(leaf.piece.text, own):
            yield at, last + 1
        captions = list(_captions_in(leaves, at))
        if not captions:
            continue
        # Beside the report's own year another is one that it is compared with.
        compared = len(captions) > 1 and any(map(own.names_its_year, captions))
        for text in captions:
            folded = fold(text[:LONGEST])
            has_more = has_more_than_label(folded) and not own.names_its_year(text)
            if (has_more or own.is_told_another(text, compared=compared)) and not (
                at > head and _names_row(text, leaves[at + 1])
            ):
                of_block = at > first or names_article(folded)
                group = split_enumerator(folded)[0] if has_more or says_opposite(folded) else ""
                ends = (
                    other for other in range(at + 1, last + 1) if of_block and _begins(leaves[other], group)
                )
                yield at, next(ends, last + 1)


def _heading_above(leaves: Sequence[Leaf], start: int, first: int) -> int | None:
    """The last heading before a table."""
    return next((at for at in range(first - 1, start - 1, -1) if leaves[at].type in HEADINGS), None)


def _is_told_above(leaves: Sequence[Leaf], heading: int, own: Own) -> bool:
    """Whether the line above the heading of a table says that what follows is another's.

    Behind a table every line that says so does, but for its notes; of prose one that points below itself.
    """
    if not heading or leaves[heading - 1].type not in (PROSE, VALUES):
        return False
    above = leaves[heading - 1]
    line = above.slots[-1] if above.slots else above.piece
    if line.row or not line.reading.problem:
        return False
    section = _heading_above(leaves, 0, heading)
    behind_table = section is not None and leaves[section].type in _TABLE_HEADINGS
    is_caption = behind_table and not begins_note(fold(line.text[: 2 * LONGEST]))
    return (is_caption and own.is_told_another(line.text)) or _is_told_below(line.text, own)


def _names_row(text: str, below: Leaf) -> bool:
    """Whether a text is the label of a row that the form does not have: its number stands behind it."""
    number = next((slot for slot in below.slots if slot.reading is not BLANK), None)
    return _ENDS_WITH_NUMBER.search(text) is not None or (number is not None and not number.reading.problem)


def _captions_in(leaves: Sequence[Leaf], at: int) -> Iterator[str]:
    """The texts of a leaf that stand alone: no labels, and nothing that a number is beside."""
    leaf, above = leaves[at], leaves[max(at - 1, 0)]
    below = leaves[min(at + 1, len(leaves) - 1)]
    if not leaf.slots:
        # A label of the form with another's numeral is a group's, if it has no values.
        of_group = below.type != VALUES and (says_opposite(leaf.text) or has_more_than_label(leaf.text))
        if leaf.type in _LINES or of_group:
            text = leaf.piece.text
            # In columns that are aligned by spaces these take more room than the words.
            yield text if len(text) <= LONGEST else " ".join(filter(None, text.split(" ")))
            yield from _captions_between_spaces(text)
            if leaf.type in HEADINGS:
                yield from _IN_BRACKETS.findall(text)
            if ":" in narrow_signs(text) and below.type == PROSE and not below.slots:
                # A name may be broken over lines.
                yield f"{text}\n{below.piece.text}"
        return
    if not leaf.has_words:
        # Values alone, as nearly all are.
        return
    for row, group in groupby(leaf.slots, key=lambda slot: slot.row):
        cells = [slot for slot in group if slot.reading is not BLANK]
        # What stands before a label is told where labels are.
        beside = row in (above.piece.row, below.piece.row) and not above.type.startswith(_ARTICLE)
        # A row of units has a name of its own.
        of_units = above.type == PROSE and all(is_of_scaled_unit(fold(cell.text[:LONGEST])) for cell in cells)
        if row and (of_units or not beside) and all(cell.reading.problem for cell in cells):
            yield from (cell.text for cell in cells)
        elif not row:
            yield from (
                cell.text
                for cell, other in zip_longest(cells, cells[1:])
                if cell.reading.problem and not (other and other.text.strip().isdigit())
            )


def _captions_between_spaces(text: str) -> Iterator[str]:
    """The words of a long line that are a label or a heading and say more: 申请人情况（2021年）."""
    words = text.split() if LONGEST < len(text) <= _LONGEST_LINE else []
    return (word for word in words if len(words) > 1 and _says_more(fold(word[:LONGEST])))


def _is_told_below(text: str, own: Own) -> bool:
    """Whether a clause says that what is below it is another's: 数据尚未核定，以下为2021年数据."""
    clauses = (clause for clause in CLAUSE_END.split(text[:_LONGEST_LINE]) if clause.strip())
    return any(points_below(fold(clause[:LONGEST])) and own.is_told_another(clause) for clause in clauses)


def _says_more(folded: str) -> bool:
    """Whether a folded word is a heading or group in other words than the form's, or a label with a bracket."""
    bracket = folded.find("(", 1)
    if says_opposite(folded) or (bracket > 0 and label_kinds(folded[:bracket])) or _follows_more(folded):
        return True
    heading = heading_of(folded)
    return heading is not None and not heading.sure


def _follows_more(folded: str) -> bool:
    """Whether a label of the form stands behind other words in a folded word: 2021年申请人情况."""
    return any(exact_kinds(folded[at:]) for at in range(2, min(len(folded) - 2, _MOST_BEFORE_LABEL)))


def _begins(leaf: Leaf, group: str) -> bool:
    """Whether a leaf begins another block of table two, or behind a group's numeral another group."""
    if not group:
        return _begins_block(leaf)
    numeral = split_enumerator(leaf.text)[0] if leaf.type in numbered_rows() else ""
    return numeral[:1] == "(" == group[0] or numeral[:1].isalpha()


def _begins_block(leaf: Leaf) -> bool:
    if leaf.slots:
        return any(slot.reading.problem and names_article(fold(slot.text[:LONGEST])) for slot in leaf.slots)
    return leaf.type.startswith(_ARTICLE) or (
        leaf.type == PROSE and names_article(fold(leaf.piece.text[:LONGEST]))
    )


def _in_corners(placed: Sequence[PlacedRow], pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """What stands in a head before its first column, over the labels of rows; with the table of each.

    A foreign label stands over values, in the place of the first column's perhaps.
    """
    foreign = {piece.start for row in placed for piece in row.foreign}
    heads = {id(row.row.head): (row.row.head, row.table) for row in placed}
    corners = {
        label.piece.row: (label.piece.cell, table)
        for head, table in heads.values()
        for label in reversed((*head.openers, *head.labels))
        if label.piece.row
    }
    for piece in pieces if corners else ():
        if piece.row in corners and piece.reading.problem:
            cell, table = corners[piece.row]
            if piece.cell < cell and piece.start not in foreign:
                yield table, piece.text


def _notes_below(leaves: Sequence[Leaf], last: int) -> Iterator[str]:
    """The next lines behind a table that are notes or marked as its caption; rows of it with one text alone."""
    below = takewhile(lambda leaf: leaf.type in (PROSE, VALUES), leaves[last + 1 : last + 2 + _MOST_BEHIND])
    pieces = [
        piece for leaf in below for piece in (leaf.slots if leaf.type == VALUES else (leaf.piece, *leaf.slots))
    ]
    own_row = leaves[last].piece.row
    for row, group in groupby(pieces, key=lambda piece: piece.row):
        said = [piece for piece in group if piece.reading is not BLANK]
        if row:
            # Where it spans the table, a tool may have copied it.
            texts = {piece.text.strip() for piece in said}
            if row != own_row and len(texts) == 1 and said[0].reading.problem:
                yield said[0].text
            continue
        for piece in said:
            folded = fold(piece.text[: 2 * LONGEST])
            is_note = _CAPTION_MARK.match(piece.text) or begins_note(folded) or points_above(folded)
            if is_note and piece.reading.problem:
                yield piece.text


def _is_told_in_note(text: str, own: Own) -> bool:
    """Whether a note makes the table above it another's, or corrects it, in one of its clauses perhaps."""
    if own.is_told_another(text) or corrects(fold(text[:_LONGEST_NOTE])):
        return True
    clauses = _NOTE_END.split(text[:_LONGEST_LINE])
    return any(points_above(fold(clause)) and own.is_told_another(clause) for clause in clauses)
