"""The rows of tables in RTF: what control words say of a row and its cells before they stand there."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from attrs import define, field

from gov_disclosure.sources.rtf.heads import Colors
from gov_disclosure.sources.word.marked import CellMark, RowMark
from gov_disclosure.sources.word.run_properties import shade

# Word has no wider tables.
_MOST_CELLS: Final = 64
# In hundredths of a percent: what is behind text is the other colour then.
_FULL: Final = 10_000


@define(eq=False)
class RowInMaking:
    """What has been said of a row so far; a new one begins with ``trowd``."""

    left: int = 0
    height: int | None = None
    cells: list[CellMark] = field(factory=list)
    across: bool = False
    tall: bool = False
    down: bool = False
    removed: bool = False
    fill: str = "auto"
    pattern: int = 0

    def word(self, word: str, number: int | None, colors: Colors) -> bool:
        """Take a control word; ``False`` if it says nothing of rows."""
        take = _WORDS.get(word)
        if take is None:
            return False
        take(self, number, colors)
        return True

    def mark(self, *, is_removed: bool) -> RowMark:
        """The row."""
        return RowMark(self.left, tuple(self.cells), self.height, is_removed)

    def _end_of_cell(self, number: int | None, colors: Colors) -> None:
        """Note a cell by its right edge, with all that was said before."""
        if len(self.cells) < _MOST_CELLS:
            cell = CellMark(number or 0, self.across, self.tall, self.down, self._shade(), self.removed)
            self.cells.append(cell)
        self.across = self.tall = self.down = self.removed = False
        self.fill, self.pattern = "auto", 0

    def _shade(self) -> Element | None:
        if not self.pattern:
            return None if self.fill == "auto" else shade(self.fill)
        return shade(self.fill, "solid" if self.pattern >= _FULL else "pct")

    def _set_left(self, number: int | None, colors: Colors) -> None:
        self.left = number or 0

    def _set_height(self, number: int | None, colors: Colors) -> None:
        # Less than nothing: held to that.
        self.height = -number if number is not None and number < 0 else None

    def _set_across(self, number: int | None, colors: Colors) -> None:
        self.across = True

    def _set_tall(self, number: int | None, colors: Colors) -> None:
        self.tall = True

    def _set_down(self, number: int | None, colors: Colors) -> None:
        self.down = True

    def _set_removed(self, number: int | None, colors: Colors) -> None:
        self.removed = True

    def _set_fill(self, number: int | None, colors: Colors) -> None:
        self.fill = colors[number]

    def _set_pattern(self, number: int | None, colors: Colors) -> None:
        self.pattern = number or 0


_WORDS: Final[Mapping[str, Callable[[RowInMaking, int | None, Colors], None]]] = {
    "trleft": RowInMaking._set_left,
    "trrh": RowInMaking._set_height,
    "clmrg": RowInMaking._set_across,
    "clvmgf": RowInMaking._set_tall,
    "clvmrg": RowInMaking._set_down,
    "cldel": RowInMaking._set_removed,
    "clcbpat": RowInMaking._set_fill,
    "clshdng": RowInMaking._set_pattern,
    "cellx": RowInMaking._end_of_cell,
}
