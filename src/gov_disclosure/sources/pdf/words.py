"""Words of a page with their places, and those that may be what a cell says."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pdf.lines import Line, words_of
from gov_disclosure.sources.pdf.marks_on_page import Char

# A number with a unit of some characters, a sign in a number's place, or what can't be told.
_VALUE = on_demand(
    r"[-−－+]?[0-9０-９]+(?:[.,，．][0-9０-９]+)*(?:%|％|[\u2e80-\u9fff]{1,3})?|[-/—－–―／×＊*\ufffc]{1,4}"
)
PAGE: Final = 100_000.0
"""How far pages are apart, which are put one below the other."""
FEWEST: Final = 2
"""So many numbers on a line stand in columns."""
# Of the size of type: the room between two cells.
_ROOM: Final = 0.3


class Word(NamedTuple):
    """Characters without room between, and where they stand."""

    chars: Sequence[Char]
    left: float
    right: float
    at: float
    """The line that it stands on, all pages one below the other."""
    size: float
    page: int
    line: float
    """The line that it is read in, which may be that of words beside it."""

    is_value: bool
    """Whether it is what a cell may say."""


def is_value(text: str) -> bool:
    """Whether a word is what a cell may say."""
    return _VALUE.fullmatch(text) is not None


def words_on(line: Line) -> list[Word]:
    """The words of a line."""
    return [
        Word(
            word,
            word[0].left,
            word[-1].right,
            word[0].base + PAGE * line.page,
            line.size,
            line.page,
            line.base + PAGE * line.page,
            is_value("".join([char.text for char in word])),
        )
        for word in words_of(line, _ROOM)
        if not word[0].quarter
    ]


def values_of(words: Sequence[Word]) -> list[Word]:
    """The values that a line ends with."""
    found: list[Word] = []
    for word in reversed(words):
        if not word.is_value:
            break
        found.append(word)
    return found[::-1]


def may_be_row(words: Sequence[Word]) -> bool:
    """Whether a line ends with numbers that are set apart."""
    values = values_of(words)
    if len(values) >= FEWEST or not values or len(words) < FEWEST:
        return len(values) >= FEWEST
    return values[0].left - words[-2].right > values[0].size
