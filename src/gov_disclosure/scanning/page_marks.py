"""Marks of pages: lines that say on which page one is, and no more: "- 12 -", "第 3 页", "Page 3 of 9".

A page ends where it is full, in the middle of a table as anywhere. What it says of itself is no part of the
report: without it a label goes on, or its values follow, as if the page had not ended.
"""

import re
from collections.abc import Sequence
from functools import cache

from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.scanning.pieces import Piece
from gov_disclosure.scanning.spaced import is_line

_LONGEST = 24
_DASHES = "-–—―~·"


def without_page_marks(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a text without the marks of its pages."""
    ends = _ends()
    # The cheapest test first: nearly every text has none.
    marks = {
        id(piece) for piece in pieces if piece.text[-1:] in ends and piece.reading.problem and _is_mark(piece)
    }
    return [piece for piece in pieces if id(piece) not in marks] if marks else pieces


def _is_mark(piece: Piece) -> bool:
    return len(piece.text) <= _LONGEST and is_line(piece) and _pattern().fullmatch(piece.text) is not None


@cache
def _ends() -> frozenset[str]:
    return frozenset((*_DASHES, *terminals("marks")["PAGE_END"], *"0123456789 \xa0\u3000"))


@cache
def _pattern() -> re.Pattern[str]:
    words = terminals("marks")
    page, end, count = (f"(?:{any_of(words[name])})" for name in ("PAGE", "PAGE_END", "PAGE_COUNT"))
    number = r"\s*[0-9]{1,4}\s*"
    named = rf"{page}{number}{end}?(?:[\s,，]*{count}{number}{end}?)?"
    return re.compile(rf"\s*(?:(?P<dash>[{_DASHES}]){number}(?P=dash)|{named})\s*")
