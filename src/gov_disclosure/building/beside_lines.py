"""A word on a line of its own between two rows whose cells stand a line each: it is a cell of either."""

from collections.abc import Sequence
from itertools import pairwise

from gov_disclosure.building.beside import is_known
from gov_disclosure.building.caption_words import Own
from gov_disclosure.building.placed_rows import PlacedRow
from gov_disclosure.building.refusals import Refusal
from gov_disclosure.form.folding import fold
from gov_disclosure.parsing.lexemes import PROSE, VALUES, Leaf
from gov_disclosure.scanning.pieces import Piece

# What is longer is a line of the page: its head or foot, a note, a caption.
_LONGEST = 8


def refuse_beside_lines(placed: Sequence[PlacedRow], leaves: Sequence[Leaf], own: Own) -> Sequence[PlacedRow]:
    """Refuse the rows before and behind a line with a word that nobody can say leaves them the form's."""
    words = _between(placed, leaves)
    if not words:
        return placed
    rows = list(placed)
    for (at, above), (below_at, below) in pairwise(enumerate(placed)):
        word = words.get(below.row.label.start)
        if (
            word
            and above.row.slots
            and above.row.slots[-1].end <= word.start
            and not is_known(word, above, own)
        ):
            another = own.is_told_another(word.text)
            for place, row in ((at, above), (below_at, below)):
                if row.is_filled:
                    refusal = Refusal.CAPTIONED if another else Refusal.ROWS_NAMED
                    rows[place] = row._replace(refusal=refusal, foreign=(word,))
    return rows


def _between(placed: Sequence[PlacedRow], leaves: Sequence[Leaf]) -> dict[int, Piece]:
    """The words that alone stand between values without marks and the label of a row, by where that begins."""
    labels = {row.row.label.start for row in placed if not row.row.label.piece.row}
    return {
        below.start: leaf.piece
        for above, leaf, below in zip(leaves, leaves[1:], leaves[2:], strict=False)
        if leaf.type == PROSE
        and above.type == VALUES
        and below.start in labels
        and not leaf.slots
        and not leaf.piece.row
        and not above.slots[-1].row
        and len(fold(leaf.piece.text[: 4 * _LONGEST])) <= _LONGEST
    }
