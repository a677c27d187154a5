"""Slips of the pen in numbered labels: "5.属于三类内容事务信息" between those of 4. and 6.

A text is taken for a label that is nowhere else, if it has the label's numeral, stands between the labels that
the form has before and behind it, differs from it by a slip, and is like no other. Between those two labels
nothing else may be written: rows of an office's own, or the ends of labels that are torn.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from gov_disclosure.form.fields import Edition, rows
from gov_disclosure.form.folding import fold
from gov_disclosure.form.labels import row_terminals
from gov_disclosure.form.similarity import mistyped, numbered_rows
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.parsing.lexemes import PROSE, VALUES, Lexeme
from gov_disclosure.parsing.lexer import lex
from gov_disclosure.scanning.pieces import Piece

# What stands before the first numbered label, and behind the last.
_BEFORE = ("REQUESTS_HEADING", "NATURAL_PERSON", "TOTAL", "OTHER_ORGANIZATION")
_BEHIND = ("DISPUTES_HEADING", "RECONSIDERATION")
_NO_WORDS = ("V503", "V507")
_MOST_TEXTS = 12


def with_labels_put_right(pieces: Sequence[Piece], lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes of pieces, labels with a slip of the pen taken for those of the form."""
    # The cheapest test first: nearly every text ends here.
    if _are_all_there({lexeme.type for lexeme in lexemes}):
        return lexemes
    labels = {piece.start: label for piece, label in _slips(lexemes)}
    if not labels:
        return lexemes
    right = [
        piece._replace(text=labels[piece.start], last=piece.end) if piece.start in labels else piece
        for piece in pieces
    ]
    written = {piece.start: piece for piece in pieces if piece.start in labels}
    return [_marked(lexeme, written) for lexeme in lex(right)]


def _marked(lexeme: Lexeme, written: Mapping[int, Piece]) -> Lexeme:
    """The lexeme with what stands in its place, if that is not its label."""
    if lexeme.kinds[0] == VALUES or lexeme.start not in written:
        return lexeme
    piece = written[lexeme.start]
    return lexeme._replace(piece=piece, end=piece.end, written=piece.text)


def _slips(lexemes: Sequence[Lexeme]) -> Iterator[tuple[Piece, str]]:
    """Each piece that is a label but for a slip, and the form's own wording of that."""
    places = _places()
    known = [
        (index, places[lexeme.kinds[0]]) for index, lexeme in enumerate(lexemes) if lexeme.kinds[0] in places
    ]
    there = {place for _, place in known}
    for (start, before), (end, behind) in pairwise(known):
        missing = range(before + 1, behind)
        between = lexemes[start + 1 : end]
        # Another table's label may have the values.
        alone = all(lexeme.kinds[0] in (PROSE, VALUES) for lexeme in between)
        if missing and alone and there.isdisjoint(missing):
            yield from _between(_texts(between), missing)


def _are_all_there(kinds: set[str]) -> bool:
    """Whether no row of table three is missing, in one edition of the form."""
    return any(kinds >= own for own in _rows_of_editions())


@cache
def _rows_of_editions() -> Sequence[frozenset[str]]:
    keys = [rows(edition) for edition in Edition]
    numbered = [kind for kind in numbered_rows() if kind in row_terminals()]
    return [frozenset(kind for kind in numbered if row_terminals()[kind] in own) for own in keys]


@cache
def _places() -> Mapping[str, int]:
    """The place of each numbered label among them, and of what stands around them all."""
    labels = numbered_rows()
    return {
        **{kind: place for place, kind in enumerate(labels)},
        **dict.fromkeys(_BEFORE, -1),
        **dict.fromkeys(_BEHIND, len(labels)),
    }


def _texts(lexemes: Sequence[Lexeme]) -> list[Piece]:
    """What is written there in words."""
    found: list[Piece] = []
    for lexeme in lexemes:
        if lexeme.kinds[0] == PROSE:
            found.append(lexeme.piece)
        found += [
            slot for slot in lexeme.slots if slot.reading.problem and slot.reading.problem not in _NO_WORDS
        ]
        if len(found) > _MOST_TEXTS:
            break
    return found


def _between(texts: Sequence[Piece], missing: range) -> Iterator[tuple[Piece, str]]:
    """The texts as the labels that are missing, if they are these and nothing else."""
    labels = numbered_rows()
    taken = [mistyped(fold(text.text)) for text in texts]
    left = iter(labels[place] for place in missing)
    in_order = all(kind in left for kind in taken)
    lost = {kind for place in missing if (kind := labels[place]) in row_terminals()} - set(taken)
    if taken and in_order and not lost:
        yield from ((text, terminals("requests")[kind][0]) for text, kind in zip(texts, taken, strict=True))
