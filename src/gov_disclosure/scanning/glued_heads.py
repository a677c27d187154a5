"""Labels of columns without a gap between them: "信息内容本年制发件数本年废止件数现行有效件数".

They tell which columns there are and in which order, as labels on lines of their own do; where each stands
in a row they don't tell, even if their cell is marked.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from gov_disclosure.form.folding import fold, prefix_length
from gov_disclosure.form.lexicon import LONGEST_LABEL, exact_kinds, label_kinds, labels_in
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.pieces import Piece, Separator

# Whose the values behind two labels of rows are can't be told.
_ROWS = ("PROACTIVE_", "REQUESTS_")


def split_glued_heads(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a text, labels of columns that stand in one piece each by itself."""
    glued = [piece.reading.problem == "V501" and bool(_ends(piece.text)) for piece in pieces]
    if not any(glued):
        return pieces
    foreign = {piece.row for piece in pieces if piece.row and not _is_of_head(piece)}
    parts: list[Piece] = []
    for piece, several in zip(pieces, glued, strict=True):
        parts += _labels(piece) if several and piece.row not in foreign else (piece,)
    return parts


def _is_of_head(piece: Piece) -> bool:
    """Whether a cell can stand beside labels that have no place without telling another column."""
    if piece.reading is BLANK:
        return True
    return len(piece.text) <= LONGEST_LABEL and (bool(_ends(piece.text)) or bool(label_kinds(fold(piece.text))))


@lru_cache(maxsize=2048)
def _ends(text: str) -> tuple[int, ...]:
    """Where in a text each of its labels ends, if it is made of labels of columns alone, and of several."""
    # Labels with a gap between them have their places.
    if len(text) > LONGEST_LABEL or len(text.split()) > 1:
        return ()
    folded = fold(text)
    ends = labels_in(folded) or []
    labels = [folded[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    kinds = [kind for label in labels for kind in exact_kinds(label)]
    if len(labels) < 2 or any(kind.startswith(_ROWS) for kind in kinds):
        return ()
    return tuple(prefix_length(text, folded[:end], len(text)) for end in ends)


def _labels(piece: Piece) -> Iterator[Piece]:
    start = indent = len(piece.text) - len(piece.text.lstrip())
    for end in _ends(piece.text):
        label = piece.cut(piece.text[start:end], piece.start + start, piece.column + start - indent)
        yield label._replace(
            separator=Separator.SPACE, row=0, cell=0, last=0, colspan=1, spans_rows=False, row_length=0
        )
        start = end
