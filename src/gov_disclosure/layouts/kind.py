"""The shape of a layout: how it is found in a text, how a document is written in it, and what it keeps."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from gov_disclosure.layouts.documents import Block
from gov_disclosure.model.grid import Grid
from gov_disclosure.model.messages import Message
from gov_disclosure.sources.grid import Line


class Finder(NamedTuple):
    """What finds the tables of a text whose rows and columns are marked; layouts of one family share it."""

    may_have: Callable[[str], bool]
    """Whether a text has any sign of such a table; it is asked of every text, and has to be quick."""
    tables: Callable[[str, Sequence[Line]], Iterator[Grid]]
    """The tables of a text, which is given whole and in lines, in order."""


@frozen(kw_only=True)
class LayoutKind:
    """A way in which tools write tables as text."""

    code: str
    """Its name: that of the sign or the tool that makes it."""
    looks: Message
    """How it looks, and what writes so."""
    finder: Finder | None = None
    """``None`` where the scanner tells its cells by tabs, bars, spaces and line ends."""
    write: Callable[[Sequence[Block]], str] | None = None
    """A document in it; ``None`` for a layout that is only read."""
    keeps_blanks: bool = False
    """Every empty cell beside a label or a filled one keeps its place for certain."""
    merges_cells: bool = False
    """A label over several columns is one cell: rows of labels are shorter than those of values below them."""
    keeps_empty_rows: bool = False
    """A row without a label, that of table four, is there even if all of its cells are empty."""
    parts_by_spaces: bool = False
    """Nothing but spaces stands between the cells of a row."""
