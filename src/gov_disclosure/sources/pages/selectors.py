"""Selectors of style sheets: what each asks of an element and of those above it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from attrs import define, field

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.css import COMMENT, unescaped
from gov_disclosure.sources.pages.truth import Truth

# No selector that people write has more parts; it keeps time linear.
_MOST_PARTS = 8
_MOST_AMONG = 60
DEEPEST: Final = 6
"""So deep selectors stand in each other."""
_IDENT = r"(?:[-\w\u0080-\U0010ffff]|\\[0-9a-fA-F]{1,6}[ \t\n]?|\\[^\n0-9a-fA-F])++"
_PIECE = on_demand(
    rf"\0|(?P<space>{_IDENT}|\*)?\|(?!=)|(?P<name>{_IDENT}|\*)|(?P<mark>[.#]{_IDENT})"
    rf"|\[\s*(?P<attribute>{_IDENT})\s*"
    r"(?:(?P<how>[~|^$*]?=)\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\]\s\"']+)\s*(?:[isIS]\s*)?)?\]"
    rf"|(?P<pseudo>::?{_IDENT})(?P<opens>\()?|(?P<nested>&)|(?P<combinator>\s*[>+~]\s*|\s+)"
)
# A browser drops the rule.
_NOWHERE = -1
_COMMA = on_demand(r"\s*,\s*")
_PARENTHESIS = on_demand(r"[()]")
_LISTS = (":is", ":where", ":matches", ":-webkit-any", ":-moz-any", ":any")
# What a browser knows; of a rule with another it drops all selectors.
_KNOWN = on_demand(
    r"::?(?:before|after|first-l(?:etter|ine))|::(?:selection|placeholder|marker|backdrop|file-selector-button|cue"
    r"|slotted|part|-webkit-[-\w]+)|:(?:is|where|not|has|-webkit-any(?:-link)?|root|defined|any-link|link|visited"
    r"|hover|focus(?:-within|-visible)?|active|target|host|scope|fullscreen|popover-open|modal|autofill"
    r"|user-(?:in)?valid|(?:first|last|only)-(?:child|of-type)|nth-(?:last-)?(?:child|of-type)|empty|lang|dir|checked"
    r"|disabled|enabled|required|optional|(?:in)?valid|in-range|out-of-range|read-only|read-write|placeholder-shown"
    r"|indeterminate|default|open|-webkit-[-\w]+)"
)
# What stands for no element as a page first shows it.
_NOT_AT_FIRST = (
    ":hover", ":focus", ":focus-within", ":focus-visible", ":active", ":visited", ":target", ":host",
    ":fullscreen", ":popover-open", ":modal", ":user-invalid", ":user-valid", ":autofill",
)  # fmt: skip
_WRITTEN = ("before", "after")
_OF_TEXT = ("first-letter", "first-line")
_ROOT = "html"


class Selector(NamedTuple):
    """One selector: its parts from the last to the first, each with what joins it to the one before."""

    parts: tuple[tuple["Compound", str], ...]
    pseudo: str = ""
    """What of the element it stands for: "before", "after", or all of it."""
    sure: bool = True

    @property
    def last(self) -> "Compound":
        """What is asked of the element itself."""
        return self.parts[0][0]

    @property
    def weight(self) -> tuple[int, int, int]:
        """More ids, more classes, more names weigh more."""
        found = [compound.weight for compound, _ in self.parts]
        ids, marks, names = (sum(each) for each in zip(*found, strict=True))
        return ids, marks, names


class Test(NamedTuple):
    """A question about an element."""

    kind: str
    """"=" and the like for a value, "is", "not" and "around" for selectors, "known" for what is so or not."""
    name: str = ""
    value: str = ""
    among: tuple[Selector, ...] = ()
    truth: Truth = None
    weight: tuple[int, int, int] = (0, 0, 0)


class Compound(NamedTuple):
    """What is asked of one element."""

    name: str
    marks: frozenset[str]
    tests: tuple[Test, ...] = ()
    cased: frozenset[str] = frozenset()
    """Its ids and classes as they are written: whether their case counts depends on the page."""

    @property
    def weight(self) -> tuple[int, int, int]:
        """What it weighs by itself."""
        ids = sum(mark[0] == "#" for mark in self.marks)
        marks, names = len(self.marks) - ids, int(bool(self.name))
        for test in self.tests:
            ids, marks, names = ids + test.weight[0], marks + test.weight[1], names + test.weight[2]
        return ids, marks, names

    @property
    def asked(self) -> Iterator[str]:
        """The attributes whose values it asks for."""
        for test in self.tests:
            if test.kind[-1] == "=":
                yield test.name
            for selector in test.among if test.kind != "around" else ():
                for compound, _ in selector.parts:
                    yield from compound.asked


def selectors_of(text: str, around: Sequence[Selector] = ()) -> tuple[Selector, ...]:
    """The selectors of a rule, that may stand in another; none where a browser drops the rule."""
    return _Reader(text, around).all_of()


def _among(kind: str, name: str, among: Sequence[Selector]) -> Test:
    """A question about selectors, which weighs what the weightiest of them does."""
    heaviest = max((one.weight for one in among), default=(0, 0, 0))
    return Test(kind, name, among=tuple(among), weight=(0, 0, 0) if name == ":where" else heaviest)


@define(eq=False)
class _Made:
    """A selector in the making."""

    nests: bool
    """Whether it stands below those of the rule around it."""
    parts: list[tuple[Compound, str]] = field(factory=list)
    name: str = ""
    marks: list[str] = field(factory=list)
    cased: list[str] = field(factory=list)
    tests: list[Test] = field(factory=list)
    pseudo: str = ""
    leading: str = " "
    begun: bool = False
    sure: bool = True

    def ask(self, piece: re.Match[str]) -> None:
        """Take in a name, a mark or an attribute."""
        self.sure = self.sure and not (self.begun and piece["name"])
        self.begun = True
        if piece["name"]:
            self.name = unescaped(piece["name"]).lower().replace("*", "")
        elif piece["mark"]:
            self.cased.append(unescaped(piece["mark"]))
            self.marks.append(self.cased[-1].lower())
        else:
            attribute = unescaped(piece["attribute"]).lower()
            self.marks.append(f"[{attribute}")
            if piece["how"]:
                self.tests.append(Test(piece["how"], attribute, unescaped(piece["value"].strip("\"'"))))

    def join(self, how: str) -> None:
        """Take in what joins a part to the next."""
        if self.begun:
            marks, cased = frozenset(self.marks), frozenset(self.cased)
            self.parts.append((Compound(self.name, marks, tuple(self.tests), cased), how))
            self.name, self.marks, self.cased, self.tests, self.begun = "", [], [], [], False
        elif self.parts:
            # Two signs in a row.
            self.sure = False
        else:
            self.leading = how

    def selector(self, around: Sequence[Selector]) -> Selector | None:
        """The whole of it, if there is any."""
        if self.begun:
            self.join(" ")
        if not self.parts:
            return None
        if not self.nests and self.leading != " ":
            # Above it stands what a longer selector says.
            self.sure = False
        if self.nests:
            outer = Compound("", frozenset(), (_among("around", "", around),))
            self.parts.insert(0, (outer, self.leading))
        return _selector(self.parts, self.pseudo, sure=self.sure)


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
            elif not self.depth:
                self.at = _NOWHERE
                return []
            comma = _COMMA.match(self.text, self.at)
            if comma is None:
                return found
            self.at = comma.end()

    def _one(self) -> Selector | None:
        made = _Made(nests=bool(self.around) and not self.depth)
        self._space()
        while piece := _PIECE.match(self.text, self.at):
            self.at = piece.end()
            if "|" in piece[0] and not piece["attribute"]:
                # Of which language an element is.
                self.in_some = self.in_some or piece["space"] != "*"
            elif piece[0] == COMMENT:
                continue
            elif piece["combinator"]:
                made.join(piece["combinator"].strip() or " ")
            elif piece["nested"]:
                made.nests, made.begun = False, True
                made.tests.append(_among("around", "", self.around) if self.around else _IS_ROOT)
            elif piece["pseudo"]:
                test, of = self._pseudo(piece)
                made.pseudo, made.begun = of or made.pseudo, True
                made.tests += [test] if test else []
            else:
                made.ask(piece)
        return made.selector(self.around)

    def _space(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def _pseudo(self, piece: re.Match[str]) -> tuple[Test | None, str]:
        name = unescaped(piece["pseudo"]).lower()
        among: tuple[Selector, ...] = ()
        if piece["opens"]:
            among = self._inside(name)
        bare = name.lstrip(":")
        self.in_some = self.in_some or not _KNOWN.fullmatch(name)
        if bare in _WRITTEN or bare in _OF_TEXT:
            return None, bare
        if name.startswith("::") or name in _NOT_AT_FIRST:
            return Test("known", truth=False), ""
        if name in _LISTS:
            return _among("is", name, among), ""
        if name == ":not":
            return _among("not", name, among), ""
        if name == ":root":
            return _IS_ROOT, ""
        if name == ":defined":
            return Test("defined", weight=_ONE), ""
        return Test("known", name, among=among, weight=_ONE), ""

    def _inside(self, name: str) -> tuple[Selector, ...]:
        """The selectors in brackets, and behind these."""
        found: list[Selector] = []
        if name in (*_LISTS, ":not", ":has") and self.depth < DEEPEST:
            self.depth += 1
            found = self._list()
            self.depth -= 1
        closed, open_brackets = self.text[self.at : self.at + 1].strip() == ")", 1
        if closed:
            self.at += 1
            return few(found)
        # Whatever else stands there is not understood.
        for sign in _PARENTHESIS.finditer(self.text, self.at):
            open_brackets += 1 if sign[0] == "(" else -1
            if not open_brackets:
                self.at = sign.end()
                break
        else:
            self.at = len(self.text)
        return few([*found, _ANY])


def few(found: Sequence[Selector]) -> tuple[Selector, ...]:
    """Some selectors; one that may stand for any instead of those that are too many."""
    return tuple(found) if len(found) <= _MOST_AMONG else (*found[:_MOST_AMONG], _ANY)


def _selector(parts: list[tuple[Compound, str]], pseudo: str, *, sure: bool) -> Selector:
    """A selector by its parts in order, each with what joins it to the next."""
    backwards = [(compound, before[1]) for (compound, _), before in zip(parts[1:], parts, strict=False)]
    chain = [*reversed(backwards), (parts[0][0], "")]
    return Selector(tuple(chain[:_MOST_PARTS]), pseudo, sure and len(chain) <= _MOST_PARTS)


_IS_ROOT = Test("is", weight=(0, 1, 0), among=(Selector(((Compound(_ROOT, frozenset()), ""),)),))
_ONE = (0, 1, 0)
_ANY = Selector(((Compound("", frozenset()), ""),), sure=False)
"""What may stand for any element."""
