"""Documents: what stands around tables, and the plainest ways to set it."""

from collections.abc import Callable, Sequence
from functools import partial

from attrs import frozen

from gov_disclosure.model.grid import Grid


@frozen
class Text:
    """A part of a document that is no table."""

    kind: str
    """title, heading or prose."""
    text: str


Block = Text | Grid

Write = Callable[[Sequence[Block]], str]


def plain(table: Callable[[Grid], str]) -> Write:
    """Documents with lines as they are, and an empty one behind a table."""
    return partial(_plain, table)


def _plain(table: Callable[[Grid], str], blocks: Sequence[Block]) -> str:
    return "".join([f"{block.text}\n" if isinstance(block, Text) else f"{table(block)}\n" for block in blocks])


def apart(table: Callable[[Grid], str]) -> Write:
    """Documents with empty lines between all parts."""
    return partial(_apart, table)


def _apart(table: Callable[[Grid], str], blocks: Sequence[Block]) -> str:
    return "\n".join([f"{block.text}\n" if isinstance(block, Text) else table(block) for block in blocks])
