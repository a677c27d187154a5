"""Numbered paragraphs: the numeral that Word shows before each, and that stands nowhere in their text."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from attrs import define, field, frozen

from gov_disclosure.sources.word.names import child, value
from gov_disclosure.sources.word.numerals import numeral

_PLACE: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_LARGEST: Final = 1_000_000
_BULLET: Final = "bullet"
# A numeral that ends so needs no blank behind it.
_ENDED: Final = re.compile(r"[^\x00-\x7f]\Z")


@frozen
class Level:
    """How the paragraphs of a level of a list are numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """With ``%1`` in the place of the number of level 1."""
    restart: int | None = None
    """The level after which it begins anew, counted from 1; 0 for none, ``None`` for any above it."""
    is_legal: bool = False
    """Whether all numbers in it are written in digits."""


@frozen
class _List:
    """A list: the count that it shares with others, and its levels."""

    count: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]
    """What a level begins with when this list is first met."""


@define(eq=False)
class Numbering:
    """The lists of a document, and how far each has come."""

    lists: Mapping[str, _List] = field(factory=dict)
    of_styles: Mapping[tuple[str, str], int] = field(factory=dict)
    """The count of a list and a style → the level that is the style's."""
    counts: dict[str, dict[int, int]] = field(factory=dict)
    begun: set[tuple[str, int]] = field(factory=set)

    @classmethod
    def of(cls, tree: Element, list_of_style: Mapping[str, str]) -> "Numbering":
        """The lists that a part defines; of a style that stands for a list its number is known."""
        plans = {plan.get("w:abstractNumId", ""): plan for plan in tree if plan.tag == "w:abstractNum"}
        numbers = {one.get("w:numId", ""): one for one in tree if one.tag == "w:num"}
        plan_of = {number: value(one, "w:abstractNumId") for number, one in numbers.items()}
        lists: dict[str, _List] = {}
        of_styles: dict[tuple[str, str], int] = {}
        for number, one in numbers.items():
            plan = plans.get(plan_of[number])
            link = child(plan, "w:numStyleLink")
            if link is not None:
                plan = plans.get(plan_of.get(list_of_style.get(link.get("w:val", ""), ""), ""))
            if plan is None:
                continue
            count = plan.get("w:abstractNumId", "")
            levels = dict(_levels(plan))
            starts: dict[int, int] = {}
            for change in one.iter("w:lvlOverride"):
                at = _number(change.get("w:ilvl"))
                levels |= dict(_levels(change))
                if child(change, "w:startOverride") is not None:
                    starts[at] = _number(value(change, "w:startOverride"))
            lists[number] = _List(count, levels, starts)
            for level in plan.iter("w:lvl"):
                if style := value(level, "w:pStyle"):
                    of_styles[count, style] = _number(level.get("w:ilvl"))
        return cls(lists, of_styles)

    def next(self, number: str, level: str | None, style: str) -> str:
        """The numeral of the next paragraph of a list; nothing if it shows none."""
        found = self.lists.get(number)
        if found is None:
            return ""
        at = self.of_styles.get((found.count, style), 0) if level is None else _number(level)
        own = found.levels.get(at)
        if own is None:
            return ""
        counts = self.counts.setdefault(found.count, {})
        if at in found.starts and (number, at) not in self.begun:
            counts[at] = found.starts[at]
        else:
            counts[at] = min(counts.get(at, own.start - 1) + 1, _LARGEST)
        self.begun.add((number, at))
        for deeper in range(at + 1, _LEVELS):
            restart = found.levels.get(deeper, Level()).restart
            if restart is None or (restart and at < restart):
                counts.pop(deeper, None)
        return _shown(own, found.levels, counts)


def _shown(own: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    if own.form == _BULLET:
        return ""

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        level = levels.get(at, Level())
        return numeral(counts.get(at, level.start), "decimal" if own.is_legal else level.form)

    return _PLACE.sub(number, own.text)


def before(numeral: str, text: str) -> str:
    """A numeral as it stands before a text: with a blank where the two would run together."""
    return numeral if not text or (_ENDED.search(numeral) and not text[0].isdigit()) else f"{numeral} "


def _levels(within: Element) -> Iterator[tuple[int, Level]]:
    for one in within:
        if one.tag == "w:lvl":
            restart = child(one, "w:lvlRestart")
            yield (
                _number(one.get("w:ilvl")),
                Level(
                    start=_number(value(one, "w:start"), 0),
                    form=next((form.get("w:val", "") for form in one.iter("w:numFmt")), "decimal"),
                    text=value(one, "w:lvlText"),
                    restart=None if restart is None else _number(restart.get("w:val")),
                    is_legal=child(one, "w:isLgl") is not None,
                ),
            )


def _number(text: str | None, otherwise: int = 0) -> int:
    if text is None or not (text.isascii() and text.isdigit()):
        return otherwise
    return min(int(text[:9]), _LARGEST)
