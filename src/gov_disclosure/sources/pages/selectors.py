"""Selectors of style sheets: whether an element is one of theirs, is not, or may be.

Names, classes, ids and attributes, alone, below others and in ``:is``, ``:where`` and ``:not``, are understood. What
asks for more, as for the second row, may be so; but an element that lacks what is understood is certainly none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from attrs import define

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.css import unescaped
from gov_disclosure.sources.pages.truth import Truth, any_of, both, opposite

# An element has no more that tell, and a selector no more parts; it keeps time linear.
_MOST_MARKS = 20
_MOST_ABOVE = 40
_MOST_PARTS = 8
_MOST_AMONG = 60
_DEEPEST = 6
# So many questions a page may cost; after them all that is asked may be so.
_MOST_STEPS = 3_000_000
_IDENT = r"(?:[-\w\u0080-\U0010ffff]|\\[0-9a-fA-F]{1,6}[ \t\n]?|\\[^\n0-9a-fA-F])++"
_PIECE = on_demand(
    rf"(?P<name>{_IDENT}|\*)|(?P<mark>[.#]{_IDENT})"
    rf"|\[\s*(?P<attribute>{_IDENT})\s*(?:(?P<how>[~|^$*]?=)\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\]\s\"']+)\s*(?:(?P<flag>[isIS])\s*)?)?\]"
    rf"|(?P<pseudo>::?{_IDENT})(?P<opens>\()?|(?P<nested>&)|(?P<combinator>\s*[>+~]\s*|\s+)"
)
_COMMA = on_demand(r"\s*,\s*")
_PARENTHESIS = on_demand(r"[()]")
_LISTS = (":is", ":where", ":matches", ":-webkit-any", ":-moz-any", ":any")
# What stands for no element as a page first shows it.
_NOT_AT_FIRST = (
    ":hover", ":focus", ":focus-within", ":focus-visible", ":active", ":visited", ":target", ":host", ":fullscreen",
    ":popover-open", ":modal", ":user-invalid", ":user-valid", ":autofill",
)  # fmt: skip
_WRITTEN = ("before", "after")
_OF_TEXT = ("first-letter", "first-line")
_ROOT = "html"
# Elements that a browser puts in.
_IMPLIED = ("tbody",)


class Element(NamedTuple):
    """What selectors ask of an element."""

    name: str
    marks: frozenset[str]
    """Its id, classes and attributes, with their signs: "#a", ".b", "[c"; in small letters."""
    values: tuple[tuple[str, str], ...] = ()
    """Its attributes that a sheet asks for."""


class Selector(NamedTuple):
    """One selector: its parts from the last to the first, each with what joins it to the one before."""

    parts: tuple[tuple["_Compound", str], ...]
    pseudo: str = ""
    """What of the element it stands for: "before", "after", or all of it."""
    sure: bool = True

    @property
    def last(self) -> "_Compound":
        """What is asked of the element itself."""
        return self.parts[0][0]

    @property
    def weight(self) -> tuple[int, int, int]:
        """More ids, more classes, more names weigh more."""
        ids = sum(compound.ids for compound, _ in self.parts)
        marks = sum(len(compound.marks) + len(compound.tests) for compound, _ in self.parts) - ids
        return ids, marks, sum(1 for compound, _ in self.parts if compound.name)


class _Test(NamedTuple):
    """A question about an element."""

    kind: str
    """"=" for the value of an attribute, "is" and "not" for selectors, "known" for what is so or not."""
    name: str = ""
    value: str = ""
    among: tuple[Selector, ...] = ()
    truth: Truth = None


class _Compound(NamedTuple):
    name: str
    marks: frozenset[str]
    tests: tuple[_Test, ...] = ()

    @property
    def ids(self) -> int:
        return sum(mark[0] == "#" for mark in self.marks)

    @property
    def asked(self) -> Iterator[str]:
        """The attributes whose values it asks for."""
        for test in self.tests:
            if test.kind[-1] == "=":
                yield test.name
            for selector in test.among:
                for compound, _ in selector.parts:
                    yield from compound.asked


def element_of(name: str, attributes: Mapping[str, str], asked: frozenset[str] = frozenset()) -> Element:
    """An element by its attributes."""
    marks = marks_of(attributes)
    values = tuple((one, value) for one, value in attributes.items() if one in asked) if asked else ()
    return Element(name, frozenset(marks), values)


def marks_of(attributes: Mapping[str, str]) -> Iterator[str]:
    """What selectors ask by a sign."""
    for one in attributes.get("class", "").lower().split(maxsplit=_MOST_MARKS)[:_MOST_MARKS]:
        yield f".{one}"
    for one in islice(attributes, _MOST_MARKS):
        yield f"[{one}"
    if "id" in attributes:
        yield f"#{attributes['id'].strip().lower()}"


def selectors_of(text: str, around: Sequence[Selector] = ()) -> tuple[Selector, ...]:
    """The selectors of a rule, that may stand in another; none where a browser drops the rule."""
    return _Reader(text, around).all_of()


@define(eq=False)
class Matcher:
    """Answers for one page."""

    steps: int = 0

    def truth(self, selector: Selector, element: Element, above: Sequence[Element]) -> Truth:
        """Whether an element, with those above it, the nearest first, is one of a selector's."""
        found = self._from(selector.parts, 0, element, above[:_MOST_ABOVE], 0)
        return found if selector.sure else both(found, None)

    def _from(
        self,
        parts: Sequence[tuple[_Compound, str]],
        number: int,
        element: Element,
        above: Sequence[Element],
        depth: int,
    ) -> Truth:
        compound, joined = parts[number]
        found = self._fits(compound, element, above, depth)
        if found is False or number + 1 == len(parts):
            return found
        if joined in "+~":
            # What stands beside it nobody has kept.
            return None
        if joined == ">":
            return both(found, self._below(parts, number + 1, element, above, depth))
        return both(
            found,
            any_of(
                self._from(parts, number + 1, one, above[place + 1 :], depth)
                for place, one in enumerate(above)
            ),
        )

    def _below(
        self,
        parts: Sequence[tuple[_Compound, str]],
        number: int,
        element: Element,
        above: Sequence[Element],
        depth: int,
    ) -> Truth:
        """Whether the element just above fits; a part of a table may stand between that is not written."""
        found = self._from(parts, number, above[0], above[1:], depth) if above else False
        if found is False and element.name == "tr" and parts[number][0].name in ("", *_IMPLIED):
            return None if above and above[0].name == "table" else False
        return found

    def _fits(self, compound: _Compound, element: Element, above: Sequence[Element], depth: int) -> Truth:
        self.steps += 1
        if compound.name not in ("", element.name) or not compound.marks <= element.marks:
            return False
        if self.steps > _MOST_STEPS or depth > _DEEPEST:
            return None
        found: Truth = True
        for test in compound.tests:
            found = both(found, self._passes(test, element, above, depth))
            if found is False:
                break
        return found

    def _passes(self, test: _Test, element: Element, above: Sequence[Element], depth: int) -> Truth:
        if test.kind in ("is", "not"):
            found = any_of(
                both(self._from(one.parts, 0, element, above, depth + 1), True if one.sure else None)
                for one in test.among
            )
            return found if test.kind == "is" else opposite(found)
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


def _has_value(test: _Test, element: Element) -> Truth:
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


@define(eq=False)
class _Reader:
    """Reads a list of selectors, and those in the brackets of others."""

    text: str
    around: Sequence[Selector]
    at: int = 0
    depth: int = 0
    in_some: bool = False
    """Whether one asks for what only some browsers know; others drop the rule."""

    def all_of(self) -> tuple[Selector, ...]:
        found = self._list()
        if self.at != len(self.text):
            return ()
        return tuple(one._replace(sure=False) for one in found) if self.in_some else tuple(found)

    def _list(self) -> list[Selector]:
        """As many selectors as stand here, parted by commas; where one is not understood, none after it."""
        found = []
        while True:
            selector = self._one()
            if selector is not None:
                found.append(selector)
            comma = _COMMA.match(self.text, self.at)
            if comma is None:
                return found
            self.at = comma.end()

    def _one(self) -> Selector | None:
        parts: list[tuple[_Compound, str]] = []
        name, pseudo, leading = "", "", " "
        marks: list[str] = []
        tests: list[_Test] = []
        begun = nested = False
        sure = True
        self._space()
        while piece := _PIECE.match(self.text, self.at):
            self.at = piece.end()
            if piece["combinator"]:
                joined = piece["combinator"].strip() or " "
                if begun:
                    parts.append((_Compound(name, frozenset(marks), tuple(tests)), joined))
                    name, marks, tests, begun = "", [], [], False
                elif not parts:
                    leading = joined
                else:
                    # Two signs in a row.
                    sure = False
                continue
            begun = True
            if piece["name"]:
                name = unescaped(piece["name"]).lower().replace("*", "")
            elif piece["mark"]:
                marks.append(unescaped(piece["mark"]).lower())
            elif piece["attribute"]:
                attribute = unescaped(piece["attribute"]).lower()
                marks.append(f"[{attribute}")
                if piece["how"]:
                    tests.append(_Test(piece["how"], attribute, unescaped(piece["value"].strip("\"'"))))
            elif piece["nested"]:
                nested = True
                if self.around:
                    tests.append(_Test("is", among=tuple(self.around)))
            else:
                test, of = self._pseudo(piece)
                pseudo = of or pseudo
                tests += [test] if test else []
        if begun:
            parts.append((_Compound(name, frozenset(marks), tuple(tests)), ""))
        if not parts:
            return None
        if self.around and not nested and not self.depth:
            parts.insert(
                0, (_Compound("", frozenset(), (_Test("is", among=tuple(self.around)),)), leading)
            )
        return _selector(parts, pseudo, sure)

    def _space(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def _pseudo(self, piece: re.Match[str]) -> tuple[_Test | None, str]:
        name = unescaped(piece["pseudo"]).lower()
        among: tuple[Selector, ...] = ()
        if piece["opens"]:
            among = self._inside(name)
        bare = name.lstrip(":")
        self.in_some = self.in_some or (bare[0] == "-" and not bare.startswith("-webkit-"))
        if bare in _WRITTEN or bare in _OF_TEXT:
            return None, bare
        if name.startswith("::") or name in _NOT_AT_FIRST:
            return _Test("known", truth=False), ""
        if name in _LISTS:
            return _Test("is", among=among), ""
        if name == ":not":
            return _Test("not", among=among), ""
        if name == ":root":
            return _Test("is", among=(_selector([(_Compound(_ROOT, frozenset()), "")], "", True),)), ""
        if name == ":defined":
            return _Test("defined"), ""
        return _Test("known", name, among=among), ""

    def _inside(self, name: str) -> tuple[Selector, ...]:
        """The selectors in brackets, and behind these."""
        found: list[Selector] = []
        if name in (*_LISTS, ":not", ":has") and self.depth < _DEEPEST:
            self.depth += 1
            found = self._list()
            self.depth -= 1
        closed, open_brackets = self.text[self.at : self.at + 1].strip() == ")", 1
        if closed:
            self.at += 1
            return _few(found)
        # Whatever else stands there is not understood.
        for sign in _PARENTHESIS.finditer(self.text, self.at):
            open_brackets += 1 if sign[0] == "(" else -1
            if not open_brackets:
                self.at = sign.end()
                break
        else:
            self.at = len(self.text)
        return _few([*found, _ANY])


def _few(found: list[Selector]) -> tuple[Selector, ...]:
    return tuple(found) if len(found) <= _MOST_AMONG else (*found[:_MOST_AMONG], _ANY)


def _selector(parts: list[tuple[_Compound, str]], pseudo: str, sure: bool) -> Selector:
    """A selector by its parts in order, each with what joins it to the next."""
    backwards = [(compound, before[1]) for (compound, _), before in zip(parts[1:], parts, strict=False)]
    chain = [*reversed(backwards), (parts[0][0], "")]
    return Selector(tuple(chain[:_MOST_PARTS]), pseudo, sure and len(chain) <= _MOST_PARTS)


_ANY = Selector(((_Compound("", frozenset()), ""),), sure=False)
"""What may stand for any element."""
