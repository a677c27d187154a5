"""Reports on the forms before today's, known by their own words, so that none is taken for one of today's.

A report on today's form may use such words, and have such a table behind it: its own rows and headings tell.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from gov_disclosure.form.folding import fold
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.parsing.lexemes import PROSE, Lexeme
from gov_disclosure.parsing.older_words import FEES, PARTS, ROW
from gov_disclosure.parsing.title_words import LONGEST_SEARCHED
from gov_disclosure.parsing.words import words_of
from gov_disclosure.scanning.pieces import Piece

OLDER_TABLE = "OLDER_TABLE"
OLDER_PARTS = "OLDER_PARTS"

_FEWEST_ROWS = 4
# What no older form has: two of these labels, or of these headings in the form's words and numbering.
_TODAYS_LABELS = (
    "ARTICLE_20_",
    "COLUMN_20",
    "REQUESTS_NEW_RECEIVED",
    "REQUESTS_CARRIED_",
    "NATURAL_PERSON",
    "COMMERCIAL_ENTERPRISE",
    "LITIGATION_",
)
_TODAYS_HEADINGS = (1, 3, 4)
_FEWEST_OF_TODAY = 2


class Signs(NamedTuple):
    """The words of older forms in a text."""

    rows: frozenset[str]
    parts: frozenset[str]

    @property
    def form(self) -> str:
        """Which form they make together, if any: a few of its rows, or its part on fees and another."""
        if len(self.rows) >= _FEWEST_ROWS:
            return OLDER_TABLE
        enough = len(self.parts) > 1 if FEES in self.parts else len(self.parts) == len(PARTS) - 1
        return OLDER_PARTS if enough else ""


def signs_in(pieces: Iterable[Piece]) -> Signs:
    """The words of older forms among the pieces."""
    signs = [words_of(piece.text[:LONGEST_SEARCHED]).sign for piece in pieces if piece.reading.problem]
    found = [sign for sign in signs if sign]
    return Signs(
        rows=frozenset([word for kind, word in found if kind == ROW]),
        parts=frozenset([kind for kind, _ in found if kind != ROW]),
    )


def named_as_older(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes, of a text on an older form the first heading or row named as its beginning.

    In a text on today's form a row of an older table is no heading: "四、行政复议数量".
    """
    words = [lexeme.piece for lexeme in lexemes if not lexeme.slots]
    words += [slot for lexeme in lexemes if lexeme.has_words for slot in lexeme.slots]
    form = signs_in(words).form
    if not form:
        return lexemes
    if _is_todays(lexemes):
        return [_without_heading(lexeme) for lexeme in lexemes]
    first = next(index for index, lexeme in enumerate(lexemes) if lexeme.heading or _has_sign(lexeme))
    behind = (_as_prose(lexeme) for lexeme in lexemes[first + 1 :])
    return [*lexemes[:first], lexemes[first].of_kinds(form, PROSE)._replace(heading=None), *behind]


def _is_todays(lexemes: Sequence[Lexeme]) -> bool:
    """Whether labels or headings are there that only today's form has."""
    labels = {kind for lexeme in lexemes for kind in lexeme.kinds if kind.startswith(_TODAYS_LABELS)}
    headings = {
        lexeme.heading.number
        for lexeme in lexemes
        if lexeme.heading and lexeme.heading.sure and lexeme.heading.plain and _is_forms_own(lexeme)
    }
    return max(len(labels), len(headings)) >= _FEWEST_OF_TODAY


def _is_forms_own(lexeme: Lexeme) -> bool:
    return lexeme.text.startswith(_todays_headings())


@cache
def _todays_headings() -> tuple[str, ...]:
    words = list(terminals("headings").values())
    return tuple(fold(words[number - 1][0]) for number in _TODAYS_HEADINGS)


def _without_heading(lexeme: Lexeme) -> Lexeme:
    """The lexeme as prose, if it is a row of an older table and a heading by its numeral alone."""
    sign = words_of(lexeme.piece.text[:LONGEST_SEARCHED]).sign
    is_row = sign is not None and sign[0] == ROW
    if lexeme.heading is None or lexeme.heading.sure or not is_row:
        return lexeme
    return _as_prose(lexeme)


def _as_prose(lexeme: Lexeme) -> Lexeme:
    return lexeme.of_kinds(PROSE)._replace(heading=None)


def _has_sign(lexeme: Lexeme) -> bool:
    return any(words_of(piece.text[:LONGEST_SEARCHED]).sign for piece in lexeme.slots or (lexeme.piece,))
