"""Where pieces stand on a screen: what a tool has set in columns stands one below the other there."""

from gov_disclosure.scanning.pieces import Piece

# So far from the begin of its line nothing stands in a column of a table.
_LONGEST_LINE = 1000


def place_on_screen(piece: Piece, text: str) -> range | None:
    """The columns of a screen that a piece takes; ``None`` for one of several lines, and for one far out."""
    # Few texts need it.
    from gov_disclosure.layouts.width import display_width

    shown = piece.text.strip()
    begin = text.rfind("\n", 0, piece.start) + 1
    start = text.find(shown, piece.start, piece.end)
    if not shown or "\n" in shown or start < 0 or start - begin > _LONGEST_LINE:
        return None
    before = display_width(text[begin:start].expandtabs())
    return range(before, before + display_width(shown))
