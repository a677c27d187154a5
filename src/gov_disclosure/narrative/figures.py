"""Figures: what a paragraph tells, by wordings that are known and by signs in words that are not."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.narrative.ellipsis import OTHERS
from gov_disclosure.narrative.notes import cases
from gov_disclosure.narrative.quantities import Quantity
from gov_disclosure.narrative.scopes import BY_APPLICANT, Topic
from gov_disclosure.narrative.signs import DISMISSED, UNSAID, Family, has_reason, one_row, signs
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.told import Spans
from gov_disclosure.narrative.units import Unit
from gov_disclosure.narrative.wordings import Form, Subject

_RECEIVED: Final = Subject("received", ("RECEIVED", "REQUEST"))
_ANSWERED: Final = Subject("answered", ("ANSWERED",))
_FORWARD: Final = Subject("carried_forward", ("CARRIED", "NEXT_YEAR"))
_IN_ALL: Final = Subject("due", ("SUM",))
_OTHER: Final = Subject("bare_other", ())
_OVER: Final = Subject("carried_over", ("CARRIED", "LAST_YEAR"))
# No requests of all that came in: of one kind, in one way, of others.
_NOT_ALL: Final = frozenset(
    {
        *("CONCERNING", "PART", "OTHER_THING", "TRANSFERRED", "JUDGING", "OTHER_BODY"),
        *("LAST_YEAR", "NEXT_YEAR", "DUE", "MOVED", "FROM", "TAIL", "UNLESS"),
    }
)
_NO_PARTY: Final = frozenset({"JUDGING", "ACCEPTED", "HANDLED", "CHANGE", "OTHER_THING"})


@frozen(kw_only=True)
class Figure:
    """A figure of something, or what is said of all that was counted."""

    subject: Subject
    value: Decimal | None
    """``None`` for all that was counted."""
    start: int
    sentence: int
    within: tuple[Subject, ...] = ()
    explained: bool = False
    """A result with its reason: 因属于执法案卷不予公开的3件."""
    unit: Unit | None = None
    """Where it stands among words that are not known; ``None`` if its wording is known."""

    @property
    def rule(self) -> str:
        """The kind of what it is of."""
        return self.subject.rule

    @property
    def is_whole(self) -> bool:
        """Whether it tells of requests that applicants and results may add up to."""
        return self.rule in BY_APPLICANT

    @property
    def speaks_of_requests(self) -> bool:
        """Whether it says that it is requests for information that it counts."""
        if not self.is_whole or self.unit is None:
            return self.is_whole
        return "REQUEST" in self.unit.types or self.unit.topic is Topic.REQUESTS

    def with_another(self, other: "Figure") -> "Figure":
        """The sum of two that count the same, with the words of both."""
        assert self.unit is not None
        assert other.unit is not None
        value = (self.value or Decimal(0)) + (other.value or Decimal(0))
        unit = evolve(self.unit, end=other.unit.end, quantity=exactly(value), share=None)
        return evolve(self, value=value, unit=unit)

    def stated(
        self, within: tuple[Subject, ...] = (), subject: Subject | None = None, whole: Decimal | None = None
    ) -> Iterator[Statement]:
        """What its words state, and the share behind it; ``whole`` is what was counted, where it says all."""
        assert self.unit is not None
        quantity = self.unit.quantity if whole is None else exactly(whole)
        assert quantity is not None
        said = Statement(
            subjects=(subject or self.subject,),
            quantity=quantity,
            start=self.unit.start,
            end=self.unit.end,
            within=within,
            form=Form.STATED if whole is None else Form.SAME,
        )
        yield said
        share = self.unit.share
        if share is not None and share.quantity is not None and self.rule in ("result", "applicant"):
            yield evolve(said, quantity=share.quantity, start=share.start, end=share.end, form=Form.SHARE)


def exactly(value: Decimal) -> Quantity:
    """A number, and no other."""
    return Quantity(value, value, value)


def framed_in(units: Iterable[Unit], known: Sequence[Statement]) -> Iterator[Statement]:
    """What a noun and a verb say, whatever stands around them."""
    told = Spans(known)
    for unit in units:
        if unit.framed is None or unit.quantity is None or not unit.is_own or _is_told(unit, told):
            continue
        if unit.framed.rule == "fee" or unit.quantity.unit in cases():
            yield Statement(subjects=(unit.framed,), quantity=unit.quantity, start=unit.start, end=unit.end)


def figures_in(units: Sequence[Unit], known: Sequence[Statement]) -> list[Figure]:
    """The figures of a paragraph in order: those that are known, and those that have signs."""
    found = sorted((*_known(units, known), *_by_signs(units, known)), key=lambda figure: figure.start)
    if all(figure.unit is None for figure in found):
        return []
    meant = [found[0], *(_meant(figure, before) for before, figure in pairwise(found))]
    return [figure for figure in meant if figure.rule != "bare_other"]


def _meant(figure: Figure, before: Figure) -> Figure:
    """其他1件 is another of what has been told before it."""
    if figure.rule != "bare_other" or before.rule not in OTHERS or before.sentence != figure.sentence:
        return figure
    return evolve(figure, subject=OTHERS[before.rule], within=before.within)


def _known(units: Sequence[Unit], statements: Iterable[Statement]) -> Iterator[Figure]:
    starts = [unit.start for unit in units]
    for statement in statements:
        if statement.form in (Form.SHARE, Form.ASSURED) or len(statement.subjects) != 1:
            continue
        before = bisect_right(starts, statement.start)
        yield Figure(
            subject=statement.subjects[0],
            value=statement.quantity.value,
            start=statement.start,
            sentence=units[before - 1].sentence if before else 0,
            within=statement.within,
        )


def _by_signs(units: Iterable[Unit], known: Sequence[Statement]) -> Iterator[Figure]:
    told = Spans(known)
    for unit in units:
        quantity = unit.quantity
        if unit.barred or _is_told(unit, told):
            continue
        if quantity is not None and (quantity.unit not in cases() or not quantity.exact):
            # More or less so many make up no sum.
            continue
        subject = unit.framed or _subject(unit)
        if subject is not None:
            yield Figure(
                subject=subject,
                value=None if quantity is None else quantity.value,
                start=unit.start,
                sentence=unit.sentence,
                within=(Subject("dispute", (unit.part,)),) if unit.part else (),
                explained=subject.rule == "result" and _is_explained(unit),
                unit=unit,
            )


def _is_explained(unit: Unit) -> bool:
    """Whether the words of one clause give a result and the reason for it."""
    return unit.clauses == 1 and "BECAUSE" in unit.types and has_reason(signs(Family.RESULTS, unit.text))


def _is_told(unit: Unit, told: Spans) -> bool:
    return told.meets(unit.start, unit.end) if unit.quantity is None else told.covers(unit.at)


def _subject(unit: Unit) -> Subject | None:
    """What a unit's signs say that it counts."""
    if unit.text in _bare_others():
        return _OTHER
    if unit.part is not None:
        return _of_disputes(unit, unit.part)
    if unit.after_other and "ASKING" not in signs(Family.ASKING, unit.text):
        return None
    if results := signs(Family.RESULTS, unit.text):
        row = one_row(results)
        return None if row is None else Subject("result", (row,))
    flow = signs(Family.FLOW, unit.text)
    if carried := _carried(unit, flow):
        return carried if unit.quantity is not None else None
    columns = signs(Family.APPLICANTS, unit.text)
    if "ORGANIZATIONS" in columns and "NATURAL_PERSON" not in columns:
        # 企业等法人: all of them, of which some are named.
        columns = frozenset({"ORGANIZATIONS"})
    if columns and "REQUEST" not in unit.types:
        return Subject("applicant", (*columns,)) if len(columns) == 1 and _tells_who(unit) else None
    return _whole(unit, flow)


@cache
def _bare_others() -> frozenset[str]:
    words = terminals("narrative")["BARE_OTHER"]
    return frozenset(
        f"{before}{word}#" for word in words for before in ("", *terminals("narrative")["INCLUDING"])
    )


def _carried(unit: Unit, flow: frozenset[str]) -> Subject | None:
    last = "LAST_YEAR" in unit.types
    if "NEXT_YEAR" in unit.types or ("CARRIED_FORWARD" in flow and not last):
        return _FORWARD
    return _OVER if last and "CARRIED_OVER" in flow else None


def _whole(unit: Unit, flow: frozenset[str]) -> Subject | None:
    if unit.bare:
        return _IN_ALL
    part = unit.included and "ANSWERED" not in flow
    some = (
        part or unit.of_kind or unit.other_body or unit.of_something_else or not unit.types.isdisjoint(_NOT_ALL)
    )
    if unit.quantity is None or some:
        return None
    if "ANSWERED" in flow and unit.types.isdisjoint({"RECEIVED", "ACCEPTED", "NEWLY_RECEIVED"}):
        return _ANSWERED
    return _RECEIVED if "RECEIVED" in flow or "REQUEST" in unit.types else None


def _of_disputes(unit: Unit, part: str) -> Subject | None:
    outcomes = signs(Family.OUTCOMES, unit.text)
    outcomes = outcomes - {UNSAID} or outcomes
    if not outcomes:
        party = unit.types.isdisjoint(_NO_PARTY) and not unit.of_something_else
        return Subject("dispute", (part,)) if party and part in unit.types and unit.named else None
    if outcomes == {DISMISSED}:
        return Subject("outcome", ("UPHELD", "OTHER"))
    return Subject("outcome", (*outcomes,)) if len(outcomes) == 1 else None


def _tells_who(unit: Unit) -> bool:
    said = signs(Family.ASKING, unit.text)
    return "MATTER" not in said and (unit.quantity is not None or "ASKING" in said)
