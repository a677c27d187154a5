"""Labels and cells that are not one to one: several labels in a cell, or one label over several cells.

    | 信息内容本年制发件数本年废止件数现行有效件数 |  |        | 四、结转下年度继续办 | 理 |  | 31 |

Labels of columns without a gap between them tell which columns there are and in which order, as labels on lines
of their own do; where each stands they don't tell, even if their cell is marked. A label over several cells
spans them.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from gov_disclosure.form.folding import fold, prefix_length
from gov_disclosure.form.lexicon import (
    LONGEST_LABEL,
    ROWS,
    exact_kinds,
    is_wording,
    label_kinds,
    labels_in,
    starts_label,
)
from gov_disclosure.form.values import BLANK
from gov_disclosure.scanning.pieces import Piece, Pieces, Separator

_MOST_PARTS = 6
# 其他自然人 is another column, and no two of the form's.
_FEWEST_LABELS = 3
_CORNER = "INFORMATION"


def set_labels_apart(pieces: Pieces) -> Pieces:
    """The pieces of a text, each label of the form in one by itself."""
    # The cheapest test first: nearly every text ends here.
    in_rows = [piece.text for piece in pieces.words if piece.row and piece.reading.problem]
    in_lines = [piece.text for piece in pieces.lines if piece.reading.problem]
    if not any(map(_may_be_apart, in_rows)) and not any(map(_ends, in_lines)):
        return pieces
    return Pieces.of(_with_glued_labels_split(_with_cut_labels_joined(pieces.all)))


@lru_cache(maxsize=4096)
def _may_be_apart(text: str) -> bool:
    """Whether the text of a cell is the beginning of a label, or several of them."""
    return _begins(text) or bool(_ends(text))


def _has_sentence(text: str) -> bool:
    """Whether a text has the end of a sentence, which no label has, and no mark or tag that may have it in."""
    return "。" in text and "<" not in text and "[" not in text


# --- A label over several cells


def _begins(text: str) -> bool:
    """Whether a text is the beginning of a label, and none."""
    if len(text) > LONGEST_LABEL or _has_sentence(text):
        return False
    folded = fold(text)
    return starts_label(folded) and not exact_kinds(folded)


def _with_cut_labels_joined(pieces: Sequence[Piece]) -> Sequence[Piece]:
    joined = list(pieces)
    done = 0
    for first, piece in enumerate(pieces):
        count = _parts(pieces, first) if first >= done and piece.row else 0
        if count:
            done = first + count
            joined[first:done] = _over_cells(pieces[first:done])
    return joined


def _parts(pieces: Sequence[Piece], first: int) -> int:
    """How many cells, from one on, make one label that none of them is; 0 if they make none."""
    folded = ""
    if pieces[first].separator is Separator.SPACE:
        return 0
    for count, piece in enumerate(pieces[first : first + _MOST_PARTS]):
        if piece.row != pieces[first].row or piece.reading.problem != "V501" or len(piece.text) > LONGEST_LABEL:
            return 0
        part = fold(piece.text)
        if label_kinds(part):
            return 0
        folded += part
        if count and is_wording(folded):
            return count + 1
        if not starts_label(folded):
            return 0
    return 0


def _over_cells(parts: Sequence[Piece]) -> list[Piece]:
    """A label in the first of its cells, which spans the others."""
    first, last = parts[0], parts[-1]
    text = "\n".join(part.text.strip() for part in parts)
    column = last.cell + max(last.colspan, 1) - first.cell
    label = first.saying(text)._replace(last=last.end, colspan=column)
    return [label, *(part.saying("")._replace(last=0, colspan=0) for part in parts[1:])]


# --- Several labels in a cell


def _with_glued_labels_split(pieces: Sequence[Piece]) -> Sequence[Piece]:
    glued = [
        index for index, piece in enumerate(pieces) if piece.reading.problem == "V501" and _ends(piece.text)
    ]
    if not glued:
        return pieces
    foreign = {piece.row for piece in pieces if piece.row and not _is_of_head(piece)}
    parts: list[Piece] = []
    done = 0
    for index in glued:
        piece = pieces[index]
        parts += [*pieces[done:index], *(_labels(piece) if piece.row not in foreign else (piece,))]
        done = index + 1
    return [*parts, *pieces[done:]]


def _is_of_head(piece: Piece) -> bool:
    """Whether a cell can stand beside labels that have no place without telling another column."""
    if piece.reading is BLANK:
        return True
    return len(piece.text) <= LONGEST_LABEL and (bool(_ends(piece.text)) or bool(label_kinds(fold(piece.text))))


@lru_cache(maxsize=4096)
def _ends(text: str) -> tuple[int, ...]:
    """Where in a text each of its labels ends, if it is made of labels of columns alone, and of several."""
    # Labels with a gap between them have their places.
    if len(text) > LONGEST_LABEL or _has_sentence(text) or len(text.split()) > 1:
        return ()
    folded = fold(text)
    ends = labels_in(folded)
    if ends is None:
        return ()
    labels = [folded[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    kinds = [kind for label in labels for kind in exact_kinds(label)]
    few = len(labels) < (_FEWEST_LABELS if kinds[:1] != [_CORNER] else 2)
    if few or any(kind.startswith(ROWS) for kind in kinds):
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
