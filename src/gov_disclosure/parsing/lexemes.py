"""Lexemes: the tokens of ``grammar/report.lark``."""

from typing import Final

from attrs import define, field

from gov_disclosure.form.grammars import Placeless
from gov_disclosure.form.lexicon import (
    Heading,
)
from gov_disclosure.scanning.pieces import Piece

PROSE: Final = "PROSE"
VALUES: Final = "VALUES"


@define(eq=False)
class Lexeme(Placeless):
    """A token: a label, a heading, a line of prose, or the values between two labels."""

    kinds: tuple[str, ...]
    """What it can be, in order of preference; PROSE always."""
    piece: Piece
    """Where it stands; the last one, for a label broken over several."""
    text: str = ""
    """Folded, for a label or heading; empty for others."""
    start: int = 0
    """Offset in the source."""
    end: int = 0
    """Offset behind it; not kept for values."""
    slots: list[Piece] = field(factory=list)
    heading: Heading | None = None
    shares_row: bool = False
    """Behind the values of this label another label stands in their row."""
    type: str = PROSE
    """What it is; the parser's state sets it."""
