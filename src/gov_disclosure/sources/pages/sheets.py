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
from gov_disclosure.sources.pages.selectors import Selector, selectors_of
from gov_disclosure.sources.pages.truth import Truth

# No sheet that people write has more rules for one mark; it keeps time linear.
_MOST_RULES = 300
_MOST_ABOVE = 40
# Where a movement ends.
_ENDS = ("to", "100%")
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
    asked: frozenset[str] = frozenset()
    """The attributes whose values selectors ask for."""
    custom: dict[str, tuple[str, ...]] = field(factory=dict)
    """What the names of the page's own are given."""
    written: frozenset[str] = frozenset()
    """Whether rules write before or behind elements."""
    vanishing: frozenset[str] = frozenset()
    """The names of movements at whose end something is seen otherwise."""
    _blocks: list[tuple[Block, Truth]] = field(factory=list)
    _matcher: Matcher = field(factory=Matcher)
    _told: dict[tuple[Element, str], Layers] = field(factory=dict)
    """What was found for elements whose rules ask for nothing above them."""

    def add(self, css: str, holds: Truth = True) -> None:
        """Take in a style sheet."""
        for block in blocks_of(css, holds):
            if block.selectors[:1] == (KEYFRAMES,):
                self._frame(block)
            else:
                self._blocks.append((block, block.holds))
            self.name(block.declared)

    def _frame(self, block: Block) -> None:
        """Take in where something ends that moves."""
        _, name, *at = block.selectors
        plain, _ = plain_and_important(block.declared)
        if any(end in " ".join(at).lower() for end in _ENDS):
            look = look_of("", Look(), merged([plain]))
            if look.differs(Look()):
                self.vanishing |= {name.strip("\"' ").lower()}

    @property
    def is_empty(self) -> bool:
        """Whether there are no rules."""
        return not self._blocks

    def name(self, declared: Iterable[Declaration]) -> None:
        """Take in what names of the page's own are given."""
        for name, value, _ in declared:
            if name.startswith("--"):
                self.custom[name] = (*self.custom.get(name, ())[:20], value)

    def close(self, present: frozenset[str]) -> None:
        """Keep the rules for what stands in a page, once all sheets are in."""
        known: dict[tuple[str, ...], tuple[Selector, ...]] = {}
        for block, holds in self._blocks:
            plain, important = plain_and_important(block.declared)
            if not plain and not important:
                continue
            layers = Layers(self.layers_of(plain), self.layers_of(important))
            for selector in _selectors(block.selectors, known):
                if is_in_page(selector, present):
                    self._keep(selector, block, holds, layers)
        self._blocks.clear()

    def layers_of(self, declared: Declared) -> tuple[Layer, ...]:
        """What declarations come to in this page."""
        if not self.vanishing.isdisjoint(declared.get("animation", "").replace(",", " ").split()):
            declared = {**declared, **_DOUBTFUL}
        return tuple(layer for layer in variants(declared, self.custom) if layer.declared)

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
            self.written |= {pseudo}
        for compound, _ in selector.parts:
            self.asked |= frozenset(compound.asked)
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
        told = self._told.get((element, pseudo))
        if told is not None:
            return told
        rules = [
            rule
            for key in ("", element.name, *sorted(element.marks))
            if (key, pseudo) in self.rules
            for rule in self.rules[key, pseudo]
            if rule.selector.last.name in ("", element.name) and rule.selector.last.marks <= element.marks
        ]
        alone = all(len(rule.selector.parts) == 1 and not rule.selector.last.tests for rule in rules)
        ancestors = [] if alone else _with_page(islice(above, _MOST_ABOVE))
        found = [
            (rule, truth)
            for rule in rules
            if (truth := self._matcher.truth(rule.selector, element, ancestors)) is not False
        ]
        found.sort(key=lambda one: (one[0].weight, one[0].number))
        layers = Layers(
            tuple(_told(found, [rule.plain for rule, _ in found])),
            tuple(_told(found, [rule.important for rule, _ in found])),
        )
        if alone:
            self._told[element, pseudo] = layers
        return layers


def _told(found: Sequence[tuple[_Rule, Truth]], said: Iterable[tuple[Layer, ...]]) -> Iterator[Layer]:
    for (_, truth), layers in zip(found, said, strict=True):
        yield from layers if truth else _unsure(layers)


def _unsure(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    return tuple(layer._replace(sure=False) for layer in layers)


def _with_page(above: Iterator[Element]) -> list[Element]:
    """The elements above one; a browser puts in the page's own where they are not written."""
    found = list(above)
    names = {element.name for element in found[-3:]}
    if len(found) < _MOST_ABOVE and "html" not in names:
        if "body" not in names:
            found.append(Element("body", frozenset()))
        found.append(Element("html", frozenset()))
    return found


def _selectors(
    texts: tuple[str, ...], known: dict[tuple[str, ...], tuple[Selector, ...]]
) -> tuple[Selector, ...]:
    """The selectors of a rule that may stand in others; those of outer rules are read once."""
    if texts in known:
        return known[texts]
    around = _selectors(texts[:-1], known) if len(texts) > 1 else ()
    found = selectors_of(texts[-1], around) if texts else ()
    if len(texts) > 1 and not around:
        found = ()
    known[texts] = found
    return found
