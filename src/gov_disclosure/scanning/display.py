"""Where pieces stand on a screen: what a tool has set in columns stands one below the other there.

Most tools count a Chinese character as the two columns that it takes; some count it as one.
"""

from collections.abc import Callable
from functools import cache

from gov_disclosure.scanning.pieces import Piece

# So far from the begin of its line nothing stands in a column of a table.
_LONGEST_LINE = 1000


def by_width(text: str) -> int:
    """How many columns of a screen a text takes."""
    return _measure()(text)


@cache
def _measure() -> Callable[[str], int]:
    # Few texts need it.
    from gov_disclosure.layouts.width import display_width

    return display_width


def place_on_screen(piece: Piece, text: str, measured: Callable[[str], int] = by_width) -> range | None:
    """The columns of a screen that a piece takes; ``None`` for one of several lines, and for one far out."""
    shown = piece.text.strip()
    begin = text.rfind("\n", 0, piece.start) + 1
    start = text.find(shown, piece.start, piece.end)
    if not shown or "\n" in shown or start < 0 or start - begin > _LONGEST_LINE:
        return None
    before = measured(text[begin:start].expandtabs())
    return range(before, before + measured(shown))
