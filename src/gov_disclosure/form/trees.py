"""Trees: what a grammar makes of tokens, the same whichever parser ran it."""

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

L = TypeVar("L")


class Tree(NamedTuple, Generic[L]):
    """A rule of a grammar with what stands in it: leaves, and trees of other rules."""

    rule: str
    children: "tuple[L | Tree[L], ...]"

    def part(self, rule: str) -> "Tree[L]":
        """The child that is of a rule; an empty one where there is none."""
        for child in self.children:
            if isinstance(child, Tree) and child.rule == rule:
                return child
        return Tree(rule, ())

    def parts(self) -> "Iterator[Tree[L]]":
        """The children that are trees."""
        return (child for child in self.children if isinstance(child, Tree))

    def own_leaves(self) -> Iterator[L]:
        """The children that are leaves."""
        return (child for child in self.children if not isinstance(child, Tree))

    def leaves(self) -> Iterator[L]:
        """All leaves in the order of the text."""
        for child in self.children:
            if isinstance(child, Tree):
                yield from child.leaves()
            else:
                yield child

    def find(self, rule: str) -> "Iterator[Tree[L]]":
        """The trees of a rule, this one or anywhere below it."""
        if self.rule == rule:
            yield self
        for part in self.parts():
            yield from part.find(rule)
