"""The elements that are open at a place of a page; where ends are left out, a browser puts them in."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from attrs import define, field

from gov_disclosure.sources.pages.looks import Look
from gov_disclosure.sources.pages.matching import Element
from gov_disclosure.sources.pages.notes import Run

VOID: Final = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
"""Elements without an end."""
CELLS: Final = frozenset(("td", "th", "cell"))
_ROWS = frozenset(("tr", "row"))
_PARTS = frozenset(("tbody", "thead", "tfoot"))
_IN_TABLE = frozenset(("table", *_PARTS, *_ROWS))
_SCOPES = frozenset((*_IN_TABLE, *CELLS, "caption"))
STRUCTURE: Final = _SCOPES
"""Elements that a table is made of."""
# fmt: off
BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hr", "html", "li", "main", "menu", "nav", "object", "ol", "p", "pre", "section",
    "summary", "template", "ul",
))
"""Elements that begin a line of their own."""
# fmt: on
_TYPE = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
# What each of these ends, if it is still open, and what it doesn't look behind for it.
_ENDS = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt"), "option": ("option",)}
_PASSED = frozenset(("address", "div", "p"))
# So many elements above are asked; it keeps time linear.
_MOST_ASKED = 16


class Entry(NamedTuple):
    """An open element."""

    name: str
    look: Look
    element: Element | None = None

    @property
    def is_block(self) -> bool:
        """Whether no end of a word or of type inside ends it."""
        return self.name in BLOCKS


@define(eq=False)
class Scope:
    """A part of a table, or the page: no end of another element inside ends it."""

    own: Entry
    entries: list[Entry] = field(factory=list)
    names: dict[str, int] = field(factory=partial(defaultdict[str, int], int))
    runs: list[Run] = field(factory=list)
    """The text of a cell, but for what is in a table inside."""


@define(eq=False)
class Stack:
    """All open elements."""

    scopes: list[Scope] = field(factory=lambda: [Scope(Entry("", Look()))])

    @property
    def top(self) -> Entry:
        """The innermost element."""
        scope = self.scopes[-1]
        return scope.entries[-1] if scope.entries else scope.own

    def elements(self) -> Iterator[Element]:
        """The open elements, the innermost first, as selectors see them."""
        for scope in reversed(self.scopes):
            for entry in (*reversed(scope.entries), scope.own):
                if entry.element is not None:
                    yield entry.element

    def before(self, name: str) -> Iterator[Scope] | None:
        """End what a start ends, and give the parts of tables among that; ``None`` if it has no place."""
        if name in _SCOPES and name != "table":
            return self._before_part(name)
        if name == "table" and self.scopes[-1].own.name in _IN_TABLE:
            return self._until(("table",), itself=True)
        if name in _ENDS:
            self._end_open(name)
        if name in BLOCKS or name == "table":
            self._close("p")
        return iter(())

    def open(self, entry: Entry) -> None:
        """Put an element in."""
        if entry.name in _SCOPES:
            self.scopes.append(Scope(entry))
        elif entry.name not in VOID:
            self.scopes[-1].entries.append(entry)
            self.scopes[-1].names[entry.name] += 1

    def end(self, name: str) -> tuple[Entry | None, Iterator[Scope]]:
        """The element that an end tag ends, if any, and the parts of tables that end with it."""
        if name in _SCOPES:
            ends = CELLS if name in CELLS else (name,)
            if self._stands_open(ends, within=name != "table"):
                return self._of(ends), self._until(ends, itself=True)
            return None, iter(())
        if name in ("body", "html") or not self.scopes[-1].names[name]:
            return None, iter(())
        return (self._close(name) if name in BLOCKS else self._close_inline(name)), iter(())

    def rest(self) -> Iterator[Scope]:
        """End all."""
        while len(self.scopes) > 1:
            yield self.scopes.pop()

    def _before_part(self, name: str) -> Iterator[Scope] | None:
        if not self._stands_open(("table",), within=False):
            return None
        around: tuple[str, ...] = ("table",)
        if name not in _PARTS and name != "caption":
            around = (*_PARTS, *around) if name in _ROWS else (*_ROWS, *_PARTS, *around)
        ended = self._until(around, itself=False)
        # What stands between the parts of a table a browser puts before it.
        self.scopes[-1].entries.clear()
        self.scopes[-1].names.clear()
        return ended

    def _stands_open(self, names: frozenset[str] | tuple[str, ...], *, within: bool) -> bool:
        return self._of(names, within=within) is not None

    def _of(self, names: frozenset[str] | tuple[str, ...], *, within: bool = False) -> Entry | None:
        for scope in reversed(self.scopes):
            if scope.own.name in names:
                return scope.own
            if scope.own.name == "table" and within:
                return None
            # Between a cell and its table there are a row and a part at most.
        return None

    def _until(self, names: frozenset[str] | tuple[str, ...], *, itself: bool) -> Iterator[Scope]:
        ended = []
        while len(self.scopes) > 1 and self.scopes[-1].own.name not in names:
            ended.append(self.scopes.pop())
        if itself and len(self.scopes) > 1:
            ended.append(self.scopes.pop())
        return iter(ended)

    def _close(self, name: str) -> Entry | None:
        scope = self.scopes[-1]
        if not scope.names[name]:
            return None
        while True:
            entry = scope.entries.pop()
            scope.names[entry.name] -= 1
            if entry.name == name:
                return entry

    def _close_inline(self, name: str) -> Entry | None:
        """End what is no block; what stands around a block inside which its end stands, for type alone."""
        scope = self.scopes[-1]
        for back, entry in enumerate(reversed(scope.entries[-_MOST_ASKED:]), 1):
            if entry.name == name:
                if any(inner.is_block for inner in scope.entries[len(scope.entries) - back + 1 :]):
                    del scope.entries[-back]
                    scope.names[name] -= 1
                    return entry
                return self._close(name)
            if entry.is_block and name not in _TYPE:
                return None
        # Far above: what stands between is left open as little as the element.
        return None if any(inner.is_block for inner in scope.entries[-_MOST_ASKED:]) else self._close(name)

    def _end_open(self, name: str) -> None:
        for entry in reversed(self.scopes[-1].entries[-_MOST_ASKED:]):
            if entry.name in _ENDS[name]:
                self._close(entry.name)
                return
            if entry.is_block and entry.name not in _PASSED:
                return
