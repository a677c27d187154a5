"""What the settings of a cell say: how far it reaches, and whether another one goes on in it."""

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.properties import shade_of

# Word has no wider tables; of one that has the scanner takes no row.
WIDEST: Final = 64
# In twentieths of a point, as far as they are counted.
_LOWEST: Final = WIDEST
_RESTART: Final = "restart"
_CHANGES: Final = ("w:cellDel", "w:cellIns", "w:cellMerge")


class CellSettings(NamedTuple):
    """The settings of a cell that matter."""

    span: int = 1
    """How many columns it takes."""
    is_tall: bool = False
    """Whether it may reach over several rows."""
    goes_down: bool = False
    """Whether it goes on from the cell above it."""
    goes_right: bool = False
    """Whether it goes on from the cell to its left."""
    ground: str = ""
    """The colour behind it."""
    is_changed: bool = False
    is_removed: bool = False
    """Whether a change that is tracked takes it away."""


_PLAIN: Final = CellSettings()


def settings_of(settings: Element | None) -> CellSettings:
    """The settings of a cell."""
    if settings is None or not len(settings):
        return _PLAIN
    span, tall, down, right, ground, change = 1, False, False, False, "", None
    for one in settings:
        tag = one.tag
        if tag == "w:gridSpan":
            span = _count(one.get("w:val"), 1)
        elif tag == "w:vMerge":
            tall, down = True, one.get("w:val") != _RESTART
        elif tag == "w:hMerge":
            right = one.get("w:val") != _RESTART
        elif tag == "w:shd":
            ground = shade_of(one)
        elif tag in _CHANGES:
            change = one
    if change is None:
        return CellSettings(span, tall, down, right, ground)
    if change.tag == "w:cellMerge":
        tall, down = True, change.get("w:vMerge") == "cont"
    return CellSettings(span, tall, down, right, ground, True, change.tag == "w:cellDel")


def before_row(settings: Element | None) -> int:
    """How many columns a row leaves out before its first cell."""
    skipped = child(settings, "w:gridBefore")
    return 0 if skipped is None else _count(skipped.get("w:val"), 0)


def is_flat(settings: Element | None) -> bool:
    """Whether a row is held so low that nobody can read what stands in it."""
    height = child(settings, "w:trHeight")
    return height is not None and height.get("w:hRule") == "exact" and _count(height.get("w:val"), 0) < _LOWEST


def _count(said: str | None, least: int) -> int:
    if said is None or not (said.isascii() and said.isdigit()):
        return least
    return min(max(int(said[:9]), least), WIDEST)
