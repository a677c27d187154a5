"""Units: a figure with all the words that may say what it is of, known or not, in whatever order.

A unit is a stretch of a clause with one count in it; where its own words don't say what is counted, the clauses
behind it that have no figure go on with it: 有4件因内容明确，当即予以公开. A clause without any figure may say
something of all that was counted: 均已依法公开.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from attrs import define, field

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.clauses import COUNT, NUMBER, PERCENT, Clause, Token
from gov_disclosure.narrative.context import Context
from gov_disclosure.narrative.frames import framed
from gov_disclosure.narrative.quantities import Quantity, is_money
from gov_disclosure.narrative.scopes import Topic, Whose
from gov_disclosure.narrative.signs import Family, is_reason, signs
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.wordings import Subject

PARTS: Final = ("RECONSIDERATION", "LITIGATION", "LITIGATION_DIRECT", "LITIGATION_AFTER_RECONSIDERATION")
# Where one of these stands, a figure is none of this year's, or of what something else was.
_NEVER: Final = frozenset({"CHANGE", "OTHER_TIME"})
# The same, but for results and applicants: 1件申请公开审计计划，经审查不予公开.
_NO_WHOLE: Final = frozenset({"PLAN", "EXCEPT", "UNRELATED", "REVIEWED", "PUBLISHED"})


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
    """Another year is spoken of, or what no table counts."""
    after_other: bool = False
    """Another body is spoken of before it."""
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
    framed: Subject | None = None
    """What it counts by a noun and a verb that are known."""
    open: bool = False
    """Clauses behind it may say what it counts."""

    @property
    def of_something_else(self) -> bool:
        """Whether no whole is told here, but something that uses the same words."""
        return not self.types.isdisjoint(_NO_WHOLE)

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

    def read(
        self, clause: Clause, context: Context, before: tuple[bool, Whose], known: Sequence[Statement]
    ) -> None:
        """Take in a clause, of which the reader has found what is known."""
        if not clause.follows:
            self.sentence += 1
            self.part = None
        self._note_part(clause.tokens)
        counts = [token for token in clause.tokens if token.quantity]
        if counts and all(any(one.start <= token.start < one.end for one in known) for token in counts):
            # Its wording says all.
            self._close()
            return
        after_other = before[1] is Whose.OTHER
        other = context.sentence.whose is Whose.OTHER
        first = True
        for tokens in _stretches(clause.tokens):
            unit = self._unit(tokens, barred=before[0], inside=clause.inside)
            unit.after_other = after_other
            unit.open &= not any(one.start <= unit.at < one.end for one in known)
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
                self._close()
                self.found.append(unit)
        if clause.breaks:
            self._close()

    def _close(self) -> None:
        if self.found:
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
        figures = [token for token in tokens if _is_figure(token)]
        count = figures[0] if len(figures) == 1 and figures[0].type == COUNT else None
        text = "".join(token.text if token is not count else "#" for token in tokens)
        supposing = any(
            token.type == "UNLESS" and token.text in terminals("narrative")["SUPPOSING"] for token in tokens
        )
        quantity = count.quantity if count is not None else None
        known = quantity is not None and quantity.exact
        unit = Unit(
            self.sentence,
            tokens[0].start,
            tokens[-1].end,
            types,
            text,
            quantity=quantity if known else None,
            at=count.start if count is not None else -1,
            barred=barred or supposing or (bool(figures) and not known) or bool(types & _NEVER),
            part=self.part,
            included="INCLUDING" in types,
            inside=inside,
        )
        if count is not None and known and not unit.barred:
            unit.framed = framed(tokens, count)
        unit.open = known and not unit.barred and unit.framed is None and not _says_what(unit)
        return unit


def _is_figure(token: Token) -> bool:
    """Whether a token is one: a Chinese numeral without a unit is a part of words (第三方)."""
    if token.type == COUNT and token.quantity:
        # 20个工作日
        return token.quantity.unit in cases() or is_money(token.quantity) or not token.quantity.unit
    return token.type == PERCENT or (token.type == NUMBER and token.text.isascii())


def _says_what(unit: Unit) -> bool:
    if "REQUEST" in unit.types:
        return True
    if unit.part:
        return bool(signs(Family.OUTCOMES, unit.text))
    results = signs(Family.RESULTS, unit.text)
    if results:
        return not is_reason(results)
    return any(signs(family, unit.text) - {"RECEIVED"} for family in (Family.APPLICANTS, Family.FLOW))


def _stretches(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The parts of a clause: a conjunction behind a figure ends one, and 其中 begins one."""
    stretch: list[Token] = []
    last = max((at for at, token in enumerate(tokens) if _is_figure(token)), default=-1)
    for at, token in enumerate(tokens):
        counted = at < last and any(_is_figure(one) for one in stretch)
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


@cache
def cases() -> tuple[str, ...]:
    """What requests and disputes are counted in."""
    return ("份", *terminals("narrative")["CASE_UNIT"])
