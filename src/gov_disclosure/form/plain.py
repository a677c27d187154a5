"""What an LALR parse table is: plain data, whoever made it."""

from typing import NamedTuple


class Rule(NamedTuple):
    """What a reduction makes of the values of its symbols."""

    origin: str
    size: int
    """How many symbols it has."""
    name: str | None
    """Of its tree; ``None`` if it hands its children to the rule that it stands in."""
    single: bool
    """One child alone stands for the tree."""
    keep: tuple[tuple[int, bool], ...]
    """The symbols that become children, and whether by the children that they have."""


class Table(NamedTuple):
    """An LALR parse table."""

    start: int
    end: int
    rules: tuple[Rule, ...]
    states: tuple[dict[str, int], ...]
    """State → symbol → the state to go to, or ``~n`` to reduce by rule ``n``."""
