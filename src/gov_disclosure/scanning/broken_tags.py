"""Lines that begin inside a tag of a page: the tag is broken over lines, and its end stands before their words.

Labels and values are let through as they are: what else a broken tag has done to a row can't be seen.
"""

from collections.abc import Sequence

from gov_disclosure.form.folding import fold
from gov_disclosure.form.lexicon import label_kinds
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.scanning.pieces import JOINING, Piece, Pieces

_MOST_LINES = 3
_LONGEST = 300
_OPEN = on_demand(r"<[a-zA-Z][^<>]{0,300}$")
_REST = on_demand(r"[^<>]{0,300}>")
# A value has a unit of a word or two.
_WORD = on_demand("[\u3400-\u9fff]")
_FEWEST_WORDS = 4


def without_broken_tags(pieces: Pieces) -> Pieces:
    """The pieces, of each line of words that begins inside a tag only what stands behind that."""
    if not [piece for piece in pieces.words if ">" in piece.text]:
        return pieces
    found = {
        index: cut
        for index, piece in enumerate(pieces.all)
        if ">" in piece.text and (cut := _behind_tag(pieces.all, index)) is not None
    }
    return Pieces.of([found.get(index, piece) for index, piece in enumerate(pieces.all)]) if found else pieces


def _behind_tag(pieces: Sequence[Piece], index: int) -> Piece | None:
    """The part of a line behind the tag that ends in it, if that is neither a label nor a value."""
    piece = pieces[index]
    rest = _REST.match(piece.text)
    if rest is None or piece.separator not in JOINING or not _is_open_above(pieces, index):
        return None
    words = piece.text[rest.end() :]
    if len(_WORD.findall(words)) < _FEWEST_WORDS or label_kinds(fold(words)):
        return None
    lead = len(piece.text) - len(piece.text.lstrip())
    column = piece.column - lead + rest.end() + len(words) - len(words.lstrip())
    return piece.cut(words, piece.start + rest.end(), column)


def _is_open_above(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a tag begins on one of the lines above, and does not end before this one."""
    for above in range(index - 1, max(index - 1 - _MOST_LINES, -1), -1):
        text = pieces[above].text[-_LONGEST:]
        if "<" in text or ">" in text or pieces[above].row:
            return not pieces[above].row and _OPEN.search(text) is not None
    return False
