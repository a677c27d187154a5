"""Style sheets in a text: which of their rules are an element's.

Selectors of names, classes and ids, alone or below others, are understood. One that asks for more, as for the
second row, may be an element's: if it hides or strikes, what stands in the element is doubtful.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from attrs import define, field

from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.looks import Declared, declarations, merged

# An element has no more that tell, and no sheet has more rules for one; it keeps time linear.
_MOST_MARKS = 20
_MOST_RULES = 200
_MOST_ABOVE = 40
_MOST_PARTS = 8
_COMMENT = on_demand(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_COMPOUND = on_demand(
    r"(?P<name>[a-zA-Z][\w-]*|\*)?(?P<marks>(?:[.#][\w-]+|\[\s*[\w-]+\s*\])*)(?P<more>(?:::?[\w-]+(?:\([^()]*\))?|\[[^\[\]]*\])*)"
)
_MARK = on_demand(r"[.#][\w-]+|\[[\w-]+")
# What a selector asks in brackets, and white space.
_ASKED = on_demand(r"\([^()]*\)|\s")
_SCREEN = on_demand(r"@media\s+(?:only\s+)?(?:screen|all)\s*$")
# What stands for no element as a page first shows it, or for none of its own text.
_NOT_AT_FIRST = on_demand(
    r":(?:hover|focus|active|visited|target|checked|disabled|empty|root|host|before|after|first-l|selection|placeholder|marker"
    r"|:|-)"
)
# What a sheet writes before or behind the text of an element; it may take that from elsewhere in the page.
_WRITTEN = on_demand(r"::?(?:before|after)$")
_NUMBER = on_demand("[0-9０-９]")
_FROM_PAGE = on_demand(r"(?:attr|counters?)\(")
_OF_CELLS = on_demand(r"\bt[dh]\b[^\s>]*$", re.IGNORECASE)
_ESCAPED = on_demand(r"\\([0-9a-f]{1,6})\s?")
_BESIDE = on_demand(r"[+~]")
_HIDING = ("display", "visibility", "opacity", "text-decoration-line", "font-size", "content-visibility")


class Element(NamedTuple):
    """What selectors ask of an element."""

    name: str
    marks: frozenset[str]
    """Its id, classes and attributes, with their signs: "#a", ".b", "[c"."""


class _Compound(NamedTuple):
    name: str
    marks: frozenset[str]

    def fits(self, element: Element) -> bool:
        return self.name in ("", element.name) and self.marks <= element.marks


class _Rule(NamedTuple):
    weight: tuple[int, int, int]
    """More ids, more classes, more names weigh more."""
    number: int
    above: tuple[_Compound, ...]
    last: _Compound
    plain: Declared
    important: Declared


def element_of(name: str, attributes: Mapping[str, str]) -> Element:
    """An element by its attributes."""
    classes = attributes.get("class", "").split(maxsplit=_MOST_MARKS)[:_MOST_MARKS]
    marks = [*(f".{one}" for one in classes), *(f"[{one}" for one in islice(attributes, _MOST_MARKS))]
    if "id" in attributes:
        marks.append(f"#{attributes['id'].strip()}")
    return Element(name, frozenset(marks))


@define(eq=False)
class Sheets:
    """The rules of a page, by a mark or a name that their element has."""

    rules: dict[str, list[_Rule]] = field(factory=lambda: defaultdict(list))
    count: int = 0
    _told: dict[Element, tuple[list[Declared], list[Declared]]] = field(factory=dict)
    """What was found for elements whose rules ask for nothing above them."""

    def add(self, css: str) -> None:
        """Take in a style sheet."""
        for selectors, body in _rules(_COMMENT.sub(" ", css)):
            plain, important = declarations(body)
            for selector in selectors.split(",") if plain or important else ():
                self._add(selector.strip(), plain, important)

    def _add(self, selector: str, plain: Declared, important: Declared) -> None:
        if (written := _WRITTEN.search(selector)) and _writes(selector, merged((plain, important))):
            selector, plain, important = selector[: written.start()], {"dubious": "yes"}, {}
        if _NOT_AT_FIRST.search(selector):
            return
        unsure = _BESIDE.search(selector) is not None
        compounds = []
        for part in _BESIDE.split(selector)[-1].replace(">", " ").split():
            found = _COMPOUND.fullmatch(part)
            if found is None:
                return
            unsure = unsure or bool(found["more"])
            name = (found["name"] or "").lower().replace("*", "")
            compounds.append(_Compound(name, frozenset(_MARK.findall(_ASKED.sub("", part)))))
        if not compounds or len(compounds) > _MOST_PARTS:
            return
        if unsure:
            hides = any(name in _HIDING for name in (*plain, *important))
            plain, important = ({"doubtful": "yes"} if hides else {}), {}
        marks = [mark for compound in compounds for mark in compound.marks]
        ids = sum(1 for mark in marks if mark[0] == "#")
        weight = ids, len(marks) - ids, sum(1 for compound in compounds if compound.name)
        last = compounds[-1]
        self.count += 1
        rule = _Rule(weight, self.count, tuple(compounds[:-1]), last, plain, important)
        key = min(last.marks, default=last.name)
        # The last rules of equal weight count.
        self.rules[key] = [*self.rules[key][1 - _MOST_RULES :], rule]

    def layers(self, element: Element, above: Iterable[Element]) -> tuple[list[Declared], list[Declared]]:
        """What the rules for an element declare, the weightiest last; what is important apart."""
        if element in self._told:
            return self._told[element]
        found = [rule for key in self._keys(element) for rule in self.rules[key] if rule.last.fits(element)]
        alone = not any(rule.above for rule in found)
        if not alone:
            ancestors = list(islice(above, _MOST_ABOVE))
            found = [rule for rule in found if _stands_below(rule.above, ancestors)]
        found.sort(key=lambda rule: (rule.weight, rule.number))
        layers = [rule.plain for rule in found], [rule.important for rule in found if rule.important]
        if alone:
            self._told[element] = layers
        return layers

    def _keys(self, element: Element) -> Iterator[str]:
        return (key for key in ("", element.name, *sorted(element.marks)) if key in self.rules)


def _writes(selector: str, declared: Iterable[tuple[str, str]]) -> bool:
    """Whether a rule writes a number into the page that is seen there."""
    said = dict(declared)
    if said.get("display") == "none" or said.get("visibility") == "hidden":
        return False
    content = _ESCAPED.sub(lambda sign: chr(min(int(sign[1], 16), sys.maxunicode)), said.get("content", ""))
    if _FROM_PAGE.search(content):
        return _OF_CELLS.search(selector) is not None
    return _NUMBER.search(content) is not None


def _stands_below(compounds: Sequence[_Compound], ancestors: Sequence[Element]) -> bool:
    """Whether elements that stand above another, the nearest first, fit compounds, the last first."""
    remaining = iter(ancestors)
    return all(any(compound.fits(one) for one in remaining) for compound in reversed(compounds))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations; of what holds under a condition, that for any screen alone."""
    at = 0
    while (opening := css.find("{", at)) >= 0:
        selectors = css[at:opening].rpartition(";")[2].rpartition("}")[2].strip()
        if selectors.startswith("@"):
            at = opening + 1 if _SCREEN.match(selectors) else _block_end(css, opening)
            continue
        closing = css.find("}", opening)
        closing = len(css) if closing < 0 else closing
        yield selectors, css[opening + 1 : closing]
        at = closing + 1


def _block_end(css: str, opening: int) -> int:
    depth = 0
    for sign in re.compile("[{}]").finditer(css, opening):
        depth += 1 if sign[0] == "{" else -1
        if not depth:
            return sign.end()
    return len(css)
