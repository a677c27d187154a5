"""Lexemes: the tokens of ``grammar/report.lark``, and the leaves of the tree that the parser makes of them."""

from typing import Final, NamedTuple, TypeAlias

from gov_disclosure.form.lexicon import Heading
from gov_disclosure.scanning.pieces import Piece

PROSE: Final = "PROSE"
VALUES: Final = "VALUES"


class Lexeme(NamedTuple):
    """A label, a heading, a line of prose, or the values between two labels."""

    type: str
    """What it is: the first of its kinds; in the tree, the one that can stand where it stands."""
    kinds: tuple[str, ...]
    """What it can be, in order of preference; PROSE always."""
    piece: Piece
    """Where it stands; the last one, for a label broken over several."""
    start: int
    """Offset in the source."""
    end: int = 0
    """Offset behind it; not kept for values."""
    text: str = ""
    """Folded, for a label or heading; empty for others."""
    slots: tuple[Piece, ...] = ()
    """The cells, of values."""
    has_words: bool = False
    """Some of these may say something else than a number."""
    heading: Heading | None = None
    shares_row: bool = False
    """Behind the values of this label another label stands in their row."""
    written: str = ""
    """What stands in the place of a label that was told in spite of a slip of the pen."""

    def of_kinds(self, *kinds: str) -> "Lexeme":
        """The lexeme, if it can be nothing but these."""
        return self if kinds == self.kinds else self._replace(type=kinds[0], kinds=kinds)


Leaf: TypeAlias = Lexeme
"""A lexeme in the tree."""
