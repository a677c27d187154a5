"""Units: a figure with all the words that may say what it is of, known or not, in whatever order.

A unit is a stretch of a clause with one count in it; where its own words don't say what is counted, the clauses
behind it that have no figure go on with it: 有4件因内容明确，当即予以公开. A clause without any figure may say
something of all that was counted: 均已依法公开.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import COUNT, NUMBER, PERCENT, Clause, Token
from gov_disclosure.narrative.context import Context
from gov_disclosure.narrative.quantities import Quantity
from gov_disclosure.narrative.scopes import Topic, Whose
from gov_disclosure.narrative.signs import Family, signs

PARTS: Final = ("RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")
# Where one of these stands, a figure is none of this year's, or of what something else was.
_NEVER: Final = frozenset({"CHANGE", "PLAN", "OTHER_TIME", "EXCEPT", "UNRELATED", "REVIEWED", "PUBLISHED"})
_FIGURES: Final = frozenset({COUNT, NUMBER, PERCENT})


@define
class Unit:
    """A figure, or none, and the words around it."""

    sentence: int
    start: int
    end: int
    types: set[str]
    text: str
    """Its words without the figure."""
    quantity: Quantity | None = None
    at: int = -1
    """Where the figure stands."""
    barred: bool = False
    """Another year or body is spoken of before it, or what no table counts."""
    part: str | None = None
    """The kind of disputes that it tells of."""
    included: bool = False
    """It tells a part of what was counted (其中)."""
    inside: bool = False
    """It stands in brackets."""
    other_body: bool = False
    """Its own words turn to another body."""
    topic: Topic | None = None
    named: bool = False
    """The paragraph says that it is about disclosure."""
    open: bool = False
    """Clauses behind it may say what it counts."""

    @property
    def whole(self) -> bool:
        """Whether it says something of all that was counted."""
        return "ALL" in self.types


@define
class Units:
    """The units of a paragraph, as its clauses are read."""

    found: list[Unit] = field(factory=list)
    sentence: int = 0
    part: str | None = None

    def read(self, clause: Clause, context: Context, before: tuple[bool, Whose]) -> None:
        """Take in a clause, of which the reader has found what is known."""
        if not clause.follows:
            self.sentence += 1
            self.part = None
        self._note_part(clause.tokens)
        barred = before[0] or before[1] is Whose.OTHER
        other = context.sentence.whose is Whose.OTHER and not barred
        first = True
        for tokens in _stretches(clause.tokens):
            unit = self._unit(tokens, barred=barred, inside=clause.inside)
            unit.other_body, unit.topic = other, context.paragraph.topic
            unit.named = context.paragraph.named
            unit.included |= context.sentence.including and not first
            first = False
            last = self.found[-1] if self.found else None
            if unit.quantity is None and last is not None and last.open and last.sentence == self.sentence:
                last.text += "，" + unit.text
                last.types |= unit.types
                last.end = unit.end
                last.barred |= unit.barred
            else:
                if last is not None:
                    last.open = False
                self.found.append(unit)
        if clause.breaks and self.found:
            self.found[-1].open = False

    def _note_part(self, tokens: Sequence[Token]) -> None:
        types = [token.type for token in tokens]
        named = [type for type in types if type in PARTS]
        if named:
            self.part = named[-1]
        elif "REQUEST" in types:
            self.part = None

    def _unit(self, tokens: Sequence[Token], *, barred: bool, inside: bool) -> Unit:
        types = {token.type for token in tokens}
        counts = [token for token in tokens if token.type == COUNT]
        count = counts[0] if len(counts) == 1 and not types & {NUMBER, PERCENT} else None
        text = "".join(token.text if token.type not in _FIGURES else "#" for token in tokens)
        supposing = any(
            token.type == "UNLESS" and token.text in terminals("narrative")["SUPPOSING"] for token in tokens
        )
        several = len([token for token in tokens if token.type in _FIGURES]) > 1
        quantity = count.quantity if count is not None else None
        known = quantity is not None and quantity.exact and quantity.unit in _cases()
        unit = Unit(
            self.sentence,
            tokens[0].start,
            tokens[-1].end,
            types,
            text,
            quantity=quantity if known else None,
            at=count.start if count is not None else -1,
            barred=barred or supposing or several or (count is not None and not known) or bool(types & _NEVER),
            part=self.part,
            included="INCLUDING" in types,
            inside=inside,
        )
        unit.open = known and not unit.barred and not _says_what(unit)
        return unit


def _says_what(unit: Unit) -> bool:
    families = (Family.OUTCOMES,) if unit.part else (Family.RESULTS, Family.APPLICANTS, Family.FLOW)
    return any(signs(family, unit.text) - {"RECEIVED"} for family in families) or "REQUEST" in unit.types


def _stretches(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The parts of a clause: a conjunction behind a figure ends one, and 其中 begins one."""
    stretch: list[Token] = []
    last = max((at for at, token in enumerate(tokens) if token.type in _FIGURES), default=-1)
    for at, token in enumerate(tokens):
        counted = at < last and any(one.type in _FIGURES for one in stretch)
        if token.type == "INCLUDING" and stretch:
            yield stretch
            stretch = []
        elif token.type == "AND" and counted:
            yield stretch
            stretch = []
            continue
        stretch.append(token)
    if stretch:
        yield stretch


def _cases() -> tuple[str, ...]:
    return ("份", *terminals("narrative")["CASE_UNIT"])
