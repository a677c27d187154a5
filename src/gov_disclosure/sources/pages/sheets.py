"""Style sheets in a text: what their rules declare of an element, and whether they certainly do.

A rule that may hold, or whose selector may stand for an element, declares perhaps; one that asks for what
stands nowhere in the page declares nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from attrs import define, field

from gov_disclosure.sources.pages.css import KEYFRAMES, Block, Declaration, blocks_of
from gov_disclosure.sources.pages.declared import Declared, Layer, merged, plain_and_important, variants
from gov_disclosure.sources.pages.looks import Look, look_of
from gov_disclosure.sources.pages.matching import Element, Matcher, is_in_page
from gov_disclosure.sources.pages.selectors import Selector, few, selectors_of
from gov_disclosure.sources.pages.truth import Truth

# No sheet that people write has more rules for one mark; it keeps time linear.
_MOST_RULES = 300
_MOST_ABOVE = 40
# So much is remembered, so that memory is bounded.
_MOST_KEPT = 20_000
# Where a movement ends.
_ENDS = ("to", "100%")
_EVERYWHERE = ((":root",), ("html",), ("*",))
_DOUBTFUL: Declared = {"doubtful": "yes"}


class _Rule(NamedTuple):
    weight: tuple[int, int, int, int]
    """That of its layer first."""
    number: int
    selector: Selector
    plain: tuple[Layer, ...]
    important: tuple[Layer, ...]


class Layers(NamedTuple):
    """What the rules for an element declare, the weightiest last; what is important apart."""

    plain: tuple[Layer, ...] = ()
    important: tuple[Layer, ...] = ()


@define(eq=False)
class Sheets:
    """The rules of a page, by a mark or a name that their element has."""

    rules: dict[tuple[str, str], list[_Rule]] = field(factory=lambda: defaultdict(list))
    count: int = 0
    asked: set[str] = field(factory=set)
    """The attributes whose values selectors ask for."""
    custom: dict[str, tuple[str, ...]] = field(factory=dict)
    """What the names of the page's own are given."""
    everywhere: set[str] = field(factory=set)
    """The names that are given something in the whole page."""
    written: set[str] = field(factory=set)
    """Whether rules write before or behind elements."""
    vanishing: set[str] = field(factory=set)
    """The names of movements at whose end something is seen otherwise."""
    _blocks: list[tuple[Block, Truth]] = field(factory=list)
    _matcher: Matcher = field(factory=Matcher)
    _found: dict[tuple[Element, str, tuple[Element, ...]], Layers] = field(factory=dict)
    _alone: set[tuple[Element, str]] = field(factory=set)
    """Elements whose rules ask for nothing above them."""

    def add(self, css: str, holds: Truth = True) -> None:
        """Take in a style sheet."""
        for block in blocks_of(css, holds):
            if block.selectors[:1] == (KEYFRAMES,):
                self._frame(block)
            else:
                self._blocks.append((block, block.holds))
            self.name(block.declared, everywhere=block.holds is True and block.selectors in _EVERYWHERE)

    def _frame(self, block: Block) -> None:
        """Take in where something ends that moves."""
        _, name, *at = block.selectors
        plain, _ = plain_and_important(block.declared)
        if any(end in " ".join(at).lower() for end in _ENDS):
            look = look_of("", Look(), merged([plain]))
            if look.differs(Look()):
                self.vanishing.add(name.strip("\"' ").lower())

    @property
    def is_empty(self) -> bool:
        """Whether there are no rules."""
        return not self._blocks

    def name(self, declared: Iterable[Declaration], *, everywhere: bool = False) -> None:
        """Take in what names of the page's own are given, everywhere or in some element."""
        for name, value, _ in declared:
            if name.startswith("--"):
                self.custom[name] = (*self.custom.get(name, ())[:20], value)
                if everywhere:
                    self.everywhere.add(name)

    def close(self, present: frozenset[str], tags: int) -> None:
        """Keep the rules for what stands in a page of so many tags, once all sheets are in."""
        self._matcher.has_tags(tags)
        known: dict[tuple[str, ...], tuple[Selector, ...]] = {(): ()}
        for block, holds in self._blocks:
            plain, important = plain_and_important(block.declared)
            if not plain and not important:
                continue
            layers = Layers(self.layers_of(plain), self.layers_of(important))
            for selector in self._selectors(block.selectors, known, present):
                self._keep(selector, block, holds, layers)
        self._blocks.clear()

    def layers_of(self, declared: Declared) -> tuple[Layer, ...]:
        """What declarations come to in this page."""
        if not self.vanishing.isdisjoint(declared.get("animation", "").replace(",", " ").split()):
            declared = {**declared, **_DOUBTFUL}
        return tuple(layer for layer in variants(declared, self.custom, self.everywhere) if layer.declared)

    def _selectors(
        self,
        texts: tuple[str, ...],
        known: dict[tuple[str, ...], tuple[Selector, ...]],
        present: frozenset[str],
    ) -> tuple[Selector, ...]:
        """The selectors of a rule for what stands in the page; those of the rules around it are read once."""
        if texts not in known:
            around = few(self._selectors(texts[:-1], known, present))
            found = selectors_of(texts[-1], around) if around or len(texts) == 1 else ()
            known[texts] = tuple(one for one in found if is_in_page(one, present))
            for selector in known[texts]:
                for compound, _ in selector.parts:
                    self.asked.update(compound.asked)
        return known[texts]

    def _keep(self, selector: Selector, block: Block, holds: Truth, layers: Layers) -> None:
        sure = holds is True and selector.sure and selector.pseudo not in ("first-letter", "first-line")
        if not sure:
            layers = Layers(_unsure(layers.plain), _unsure(layers.important))
        elif block.layer and layers.important:
            # What is important counts the other way round among layers.
            layers = Layers(layers.plain, _unsure(layers.important))
        self.count += 1
        rule = _Rule((block.layer, *selector.weight), self.count, selector, *layers)
        pseudo = selector.pseudo if selector.pseudo in ("before", "after") else ""
        if pseudo:
            self.written.add(pseudo)
        key = min(selector.last.marks, default=selector.last.name)
        rules = self.rules[key, pseudo]
        if len(rules) < _MOST_RULES:
            rules.append(rule)
        else:
            # One that stands for all that follow.
            last = selector.last._replace(marks=frozenset(), name="", tests=())
            any_of_these = Selector(((last, ""),))
            rules[-1] = rules[-1]._replace(selector=any_of_these, plain=(Layer(_DOUBTFUL),), important=())

    def layers(self, element: Element, above: Iterable[Element], pseudo: str = "") -> Layers:
        """What the rules for an element, or for what is written into it, declare."""
        alone = (element, pseudo) in self._alone
        ancestors = () if alone else tuple(islice(above, _MOST_ABOVE))
        key = element, pseudo, ancestors
        if key in self._found:
            return self._found[key]
        rules = [
            rule
            for key in ("", element.name, *sorted(element.marks))
            if (key, pseudo) in self.rules
            for rule in self.rules[key, pseudo]
            if rule.selector.last.name in ("", element.name) and rule.selector.last.marks <= element.marks
        ]
        if not alone and all(len(rule.selector.parts) == 1 and not rule.selector.last.tests for rule in rules):
            self._alone.add((element, pseudo))
            key = element, pseudo, ()
        ancestors_of_page = _as_parsed(element, ancestors)
        found = [
            (rule, truth)
            for rule in rules
            if (truth := self._matcher.truth(rule.selector, element, ancestors_of_page)) is not False
        ]
        found.sort(key=lambda one: (one[0].weight, one[0].number))
        layers = Layers(
            tuple(_told(found, [rule.plain for rule, _ in found])),
            tuple(_told(found, [rule.important for rule, _ in found])),
        )
        if len(self._found) > _MOST_KEPT:
            self._found.clear()
        self._found[key] = layers
        return layers


def _told(found: Sequence[tuple[_Rule, Truth]], said: Iterable[tuple[Layer, ...]]) -> Iterator[Layer]:
    for (_, truth), layers in zip(found, said, strict=True):
        yield from layers if truth else _unsure(layers)


def _unsure(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    return tuple(layer._replace(sure=False) for layer in layers)


def _as_parsed(element: Element, above: Iterable[Element]) -> list[Element]:
    """The elements above one, with those that a browser puts in where they are not written."""
    found: list[Element] = []
    below = element
    for one in above:
        if below.name == "tr" and one.name == "table":
            found.append(Element("tbody", frozenset()))
        found.append(one)
        below = one
    names = {one.name for one in found[-3:]}
    if len(found) < _MOST_ABOVE and "html" not in names:
        if "body" not in names:
            found.append(Element("body", frozenset()))
        found.append(Element("html", frozenset()))
    return found
