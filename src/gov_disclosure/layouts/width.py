"""How wide a text is on a terminal, and where it is broken to fit into a column."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from gov_disclosure.form.remembered import Remembered

# Chinese may be broken behind any character; a number or a word may not.
_PART = re.compile(r"[!-~]+|[^!-~]")


@lru_cache(maxsize=8192)
def display_width(text: str) -> int:
    """Columns that a text takes in a font of fixed width: two for a wide character, one for any other."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


# Texts have few different characters.
_WIDTHS = Remembered(_width, most=4096, longest=1)


def pad(text: str, width: int) -> str:
    """The text with spaces behind it up to ``width`` columns."""
    return text + " " * (width - display_width(text))


@lru_cache(maxsize=1024)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """:func:`broken` for labels, which recur."""
    return tuple(broken(text, width))


def broken(text: str, width: int) -> Iterator[str]:
    """The text on lines of at most ``width`` columns; a word or number that is wider has a line to itself."""
    line: list[str] = []
    used = 0
    for part in _PART.findall(text):
        needed = display_width(part)
        if line and used + needed > width:
            yield "".join(line).rstrip()
            line, used = [], 0
        if line or not part.isspace():
            line.append(part)
            used += needed
    yield "".join(line).rstrip()
