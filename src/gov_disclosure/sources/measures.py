"""How wide a tool may have taken characters to be: no text says that, so a table is tried in all ways."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final
from unicodedata import east_asian_width

from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.form.remembered import Remembered
from gov_disclosure.sources.grid import Line

_MOST_CHARACTERS = 4096
_MOST_TEXTS = 8192
_MOST_LINES = 1024
# What is longer is no cell, or no line of a table, and not remembered, so that memory is bounded.
_LONGEST_CELL = 200
_LONGEST_LINE = 600


class Measure:
    """A way to tell how many columns a text takes."""

    def __init__(self, wide: str) -> None:
        self._characters = Remembered(
            lambda character: _width(character, wide), most=_MOST_CHARACTERS, longest=1
        )
        # What stands in cells is much the same in all reports, but for their figures, and these are ASCII.
        self._texts = Remembered(
            lambda text: sum(map(self._characters.__getitem__, text)), most=_MOST_TEXTS, longest=_LONGEST_CELL
        )
        # A line is asked for several times.
        self._lines = Remembered(self._columns, most=_MOST_LINES, longest=_LONGEST_LINE)

    def widths(self, texts: Iterable[str]) -> list[int]:
        """How many columns each text takes."""
        known = self._texts
        return [len(text) if text.isascii() else known[text] for text in texts]

    def columns(self, line: str) -> Sequence[int]:
        """The column before each character of a line, and that behind the last."""
        return self._lines[line]

    def _columns(self, line: str) -> Sequence[int]:
        return tuple(accumulate(map(self._characters.__getitem__, line), initial=0))


def _width(character: str, wide: str) -> int:
    if character == NOT_SHOWN:
        return 0
    return 2 if east_asian_width(character) in wide else 1


MEASURES: Final = (Measure("WF"), Measure("WFA"), Measure(""))
"""The likeliest first; in the last all characters are alike."""


def measures_of(lines: Sequence[Line]) -> Iterator[Measure]:
    """Those that tell lines apart: of measures in which all stand alike, the likeliest."""
    known: list[list[Sequence[int]]] = []
    for measure in MEASURES:
        columns = [measure.columns(line.text) for line in lines]
        if columns not in known:
            known.append(columns)
            yield measure
