"""Reports on the forms before today's, known by their own words, so that none is taken for one of today's.

A report on today's form may use such words, and have such a table behind it: its own rows and headings tell.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from gov_disclosure.form.folding import fold
from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.parsing.lexemes import PROSE, Lexeme
from gov_disclosure.scanning.pieces import Piece

OLDER_TABLE = "OLDER_TABLE"
OLDER_PARTS = "OLDER_PARTS"

_LONGEST = 120
_FEWEST_ROWS = 4
_ROW = "OLDER_ROW"
_FEES = "OLDER_FEES"
_PARTS = ("OLDER_OVERVIEW", "OLDER_REQUESTS", _FEES, "OLDER_DISPUTES")
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
        enough = len(self.parts) > 1 if _FEES in self.parts else len(self.parts) == len(_PARTS) - 1
        return OLDER_PARTS if enough else ""


def signs_in(pieces: Iterable[Piece]) -> Signs:
    """The words of older forms among the pieces."""
    found = {sign for piece in pieces if piece.reading.problem and (sign := _sign(piece.text))}
    return Signs(
        rows=frozenset(word for kind, word in found if kind == _ROW),
        parts=frozenset(kind for kind, _ in found if kind != _ROW),
    )


def named_as_older(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """The lexemes, of a text on an older form the first heading or row named as its beginning.

    In a text on today's form a row of an older table is no heading: "四、行政复议数量".
    """
    signs = signs_in(piece for lexeme in lexemes for piece in lexeme.slots or (lexeme.piece,))
    form = signs.form
    if not form:
        return lexemes
    if _is_todays(lexemes):
        return [_without_heading(lexeme) for lexeme in lexemes]
    first = next(index for index, lexeme in enumerate(lexemes) if lexeme.heading or _has_sign(lexeme))
    behind = (lexeme._replace(kinds=(PROSE,), heading=None) for lexeme in lexemes[first + 1 :])
    return [*lexemes[:first], lexemes[first]._replace(kinds=(form, PROSE), heading=None), *behind]


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
    sign = _sign(lexeme.piece.text)
    is_row = sign is not None and sign[0] == _ROW
    if lexeme.heading is None or lexeme.heading.sure or not is_row:
        return lexeme
    return lexeme._replace(kinds=(PROSE,), heading=None)


def _has_sign(lexeme: Lexeme) -> bool:
    return any(_sign(piece.text) for piece in lexeme.slots or (lexeme.piece,))


@lru_cache(maxsize=4096)
def _sign(text: str) -> tuple[str, str] | None:
    """What of an older form a text is, by its kind and words: a row, or the heading of a part."""
    folded = fold(text[:_LONGEST])
    patterns = _patterns()
    part = patterns.part.match(folded)
    # Its text stands behind a heading where a numeral tells that it is one.
    if part is not None and (part["numeral"] or part.end() == len(folded)):
        return next((kind, word) for kind, word in part.groupdict().items() if word and kind in _PARTS)
    row = patterns.row.fullmatch(folded)
    return (_ROW, row["row"]) if row else None


class _Patterns(NamedTuple):
    part: re.Pattern[str]
    row: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = {kind: any_of(map(fold, wordings)) for kind, wordings in terminals("older").items()}
    parts = "|".join(f"(?P<{kind}>{words[kind]})" for kind in _PARTS)
    values = terminals("values")
    units = map(fold, (*terminals("older")["OLDER_UNIT"], *values["COUNT_UNIT"], *values["MONEY_UNIT"]))
    unit = f"(?:{any_of(units)})?"
    return _Patterns(
        part=re.compile(rf"(?P<numeral>[一二三四五六七八九十]{{1,2}}[、.,:])?(?:{parts})(?:[、.,:;。]|$)"),
        row=re.compile(
            rf"(?:\(?(?:[一二三四五六七八九十]{{1,2}}|[0-9]{{1,2}})[)、.,:]{{0,2}})?(?:(?:{words['OLDER_OF_WHICH']})[:,]?)?"
            rf"(?P<row>{words[_ROW]})(?:\((?:[^()]|\([^()]*\))*\)?)?:?{unit}[0-9.,/—-]*{unit}"
        ),
    )
