"""Whether an element is one of a selector's, is not, or may be.

Names, classes, ids and attributes, alone, below others and in ``:is``, ``:where`` and ``:not``, are understood.
What asks for more, as for the second row, may be so; but an element that lacks what is understood is none.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from attrs import define

from gov_disclosure.sources.pages.selectors import DEEPEST, Compound, Selector, Test
from gov_disclosure.sources.pages.truth import Truth, any_of, both, opposite

# An element has no more that tell; it keeps time linear.
_MOST_MARKS = 20
_MOST_ABOVE = 40
# So many questions a page may cost; after them all that is asked may be so.
_MOST_STEPS = 1_000_000
_STEPS_FOR_TAG = 500


class Element(NamedTuple):
    """What selectors ask of an element."""

    name: str
    marks: frozenset[str]
    """Its id, classes and attributes, with their signs: "#a", ".b", "[c"; in small letters."""
    values: tuple[tuple[str, str], ...] = ()
    """Its attributes that a sheet asks for."""
    cased: frozenset[str] = frozenset()
    """Its id and classes as they are written."""


def element_of(name: str, attributes: Mapping[str, str], asked: Collection[str] = ()) -> Element:
    """An element by its attributes."""
    values = tuple((one, value) for one, value in attributes.items() if one in asked) if asked else ()
    return Element(name, frozenset(marks_of(attributes)), values, frozenset(_cased(attributes)))


def marks_of(attributes: Mapping[str, str]) -> Iterator[str]:
    """What selectors ask by a sign."""
    for mark in _cased(attributes):
        yield mark.lower()
    for one in islice(attributes, _MOST_MARKS):
        yield f"[{one}"


def _cased(attributes: Mapping[str, str]) -> Iterator[str]:
    for one in attributes.get("class", "").split(maxsplit=_MOST_MARKS)[:_MOST_MARKS]:
        yield f".{one}"
    if "id" in attributes:
        yield f"#{attributes['id'].strip()}"


@define(eq=False)
class Matcher:
    """Answers for one page."""

    steps: int = _MOST_STEPS
    """How many are left."""

    def has_tags(self, count: int) -> None:
        """Take in how long a page is."""
        self.steps += _STEPS_FOR_TAG * count

    def truth(self, selector: Selector, element: Element, above: Sequence[Element]) -> Truth:
        """Whether an element, with those above it, the nearest first, is one of a selector's."""
        found = self._from(selector.parts, 0, element, above[:_MOST_ABOVE], 0)
        return found if selector.sure else both(found, None)

    def _from(
        self,
        parts: Sequence[tuple[Compound, str]],
        number: int,
        element: Element,
        above: Sequence[Element],
        depth: int,
    ) -> Truth:
        if self.steps <= 0 or depth > DEEPEST:
            return None
        compound, joined = parts[number]
        found = self._fits(compound, element, above, depth)
        if found is False or number + 1 == len(parts):
            return found
        if joined in "+~":
            # What stands beside it nobody has kept.
            return None
        if joined == ">":
            above_it = self._from(parts, number + 1, above[0], above[1:], depth) if above else False
            return both(found, above_it)
        return both(
            found,
            any_of(
                self._from(parts, number + 1, one, above[place + 1 :], depth) for place, one in enumerate(above)
            ),
        )

    def _fits(self, compound: Compound, element: Element, above: Sequence[Element], depth: int) -> Truth:
        self.steps -= 1
        if compound.name not in ("", element.name) or not compound.marks <= element.marks:
            return False
        found: Truth = True if compound.cased <= element.cased else None
        for test in compound.tests:
            found = both(found, self._passes(test, element, above, depth))
            if found is False:
                break
        return found

    def _passes(self, test: Test, element: Element, above: Sequence[Element], depth: int) -> Truth:
        if test.among and test.kind != "known":
            found = any_of(
                both(self._from(one.parts, 0, element, above, depth + 1), True if one.sure else None)
                for one in test.among
            )
            return opposite(found) if test.kind == "not" else found
        if test.kind == "defined":
            return None if "-" in element.name else True
        return test.truth if test.kind == "known" else _has_value(test, element)


def is_in_page(selector: Selector, present: frozenset[str]) -> bool:
    """Whether all marks and names that a selector asks for stand somewhere in the page."""
    return all(
        compound.marks <= present and (not compound.name or compound.name in present)
        for compound, _ in selector.parts
    ) and all(
        any(is_in_page(one, present) for one in test.among)
        for compound, _ in selector.parts
        for test in compound.tests
        if test.kind == "is" or test.name == ":has"
    )


def _has_value(test: Test, element: Element) -> Truth:
    value, asked = dict(element.values).get(test.name, ""), test.value
    exact = _compared(test.kind, value, asked)
    # Whether the case of letters counts depends on the attribute and the page.
    return exact or (None if _compared(test.kind, value.lower(), asked.lower()) else False)


def _compared(how: str, value: str, asked: str) -> bool:
    if how == "=":
        return value == asked
    if how == "~=":
        return asked in value.split()
    if how == "|=":
        return value == asked or value.startswith(f"{asked}-")
    if not asked:
        return False
    if how == "^=":
        return value.startswith(asked)
    return value.endswith(asked) if how == "$=" else asked in value
