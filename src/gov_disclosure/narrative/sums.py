"""Sums: figures among words that are not known, which count because they make up what the prose tells.

收到申请4件，公开并提供复印件的3份，因未制作而无法提供的1份: that 3 and 1 are all 4 bears out what their words
show but for those that nobody knows. Results and applicants make up all requests, what came in and was carried
over what was answered and is carried on, outcomes the disputes. What doesn't is left unsaid.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import define, evolve, field, frozen

from gov_disclosure.narrative.frames import PARTS
from gov_disclosure.narrative.quantities import Quantity
from gov_disclosure.narrative.scopes import Topic
from gov_disclosure.narrative.signs import DISMISSED, UNSAID, Family, group_of, one_row, signs
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.units import Unit, cases
from gov_disclosure.narrative.wordings import Form, Subject

OR_GROUP: Final = "OR_GROUP"
"""Among the words of a result: of a group an item, and of an item the group, may be meant too."""
_CAME_IN: Final = frozenset({"received", "newly_received", "accepted", "handled"})
_RECEIVED: Final = (Subject("received", ("RECEIVED",)),)
_FORWARD: Final = Subject("carried_forward", ("CARRIED", "NEXT_YEAR"))
_OVER: Final = Subject("carried_over", ("CARRIED", "LAST_YEAR"))
# No request of all that came in: of one kind, in one way, of others.
_NOT_ALL: Final = frozenset(
    {
        *("CONCERNING", "PART", "OTHER_THING", "TRANSFERRED", "JUDGING", "OTHER_BODY"),
        *("LAST_YEAR", "NEXT_YEAR", "DUE", "MOVED", "FROM", "TAIL", "UNLESS"),
    }
)
_NO_PARTY: Final = frozenset({"JUDGING", "ACCEPTED", "HANDLED", "CHANGE", "OTHER_THING"})


@frozen(kw_only=True)
class _Figure:
    """A figure that a paragraph tells, known by its wording or by signs alone."""

    subject: Subject
    value: Decimal | None
    """``None`` for all that was counted."""
    start: int
    unit: Unit | None = None
    statement: Statement | None = None
    """The statement, if its wording is known."""

    @property
    def known(self) -> bool:
        return self.statement is not None

    @property
    def rule(self) -> str:
        return self.subject.rule

    def with_another(self, other: "_Figure") -> "_Figure":
        """The sum of two that count the same, with the words of both."""
        assert self.unit is not None
        assert other.unit is not None
        value = (self.value or Decimal(0)) + (other.value or Decimal(0))
        unit = evolve(self.unit, end=other.unit.end, quantity=_exactly(value), share=None)
        return evolve(self, value=value, unit=unit)


def borne_out(units: Sequence[Unit], known: Sequence[Statement]) -> Iterator[Statement]:
    """The statements that units make, beside those that are known, where sums bear them out."""
    if not units:
        return
    by_frames = [*_by_frames(units, known)]
    yield from by_frames
    known = [*known, *by_frames]
    figures = sorted((*_known(known), *_by_signs(units, known)), key=lambda figure: figure.start)
    if not any(figure.unit is not None for figure in figures):
        return
    for block in _blocks(figures):
        said = [*block.said()]
        if not any(_is_result(one) for one in said):
            said = [*block.with_results_together().said()]
        yield from said
    for part in PARTS:
        yield from _outcomes(part, figures)


def _by_frames(units: Iterable[Unit], known: Sequence[Statement]) -> Iterator[Statement]:
    """What a noun and a verb say, whatever stands around them."""
    spans = [(statement.start, statement.end) for statement in known]
    for unit in units:
        if unit.framed is None or unit.quantity is None or unit.other_body or unit.after_other:
            continue
        if any(_overlaps(unit, True, start, end) for start, end in spans):
            continue
        if unit.framed.rule == "fee" or unit.quantity.unit in cases():
            yield Statement(subjects=(unit.framed,), quantity=unit.quantity, start=unit.start, end=unit.end)


def _known(statements: Iterable[Statement]) -> Iterator[_Figure]:
    for statement in statements:
        if statement.form in (Form.SHARE, Form.ASSURED) or len(statement.subjects) != 1:
            continue
        subject = statement.subjects[0]
        yield _Figure(
            subject=subject, value=statement.quantity.value, start=statement.start, statement=statement
        )


def _by_signs(units: Iterable[Unit], known: Sequence[Statement]) -> Iterator[_Figure]:
    spans = [(statement.start, statement.end) for statement in known]
    for unit in units:
        counted = unit.quantity is not None
        if unit.barred or any(_overlaps(unit, counted, start, end) for start, end in spans):
            continue
        if counted and unit.quantity.unit not in cases():
            continue
        subject = unit.framed or _subject(unit)
        if subject is not None:
            value = unit.quantity.value if unit.quantity is not None else None
            yield _Figure(subject=subject, value=value, start=unit.start, unit=unit)


def _overlaps(unit: Unit, counted: bool, start: int, end: int) -> bool:
    return start <= unit.at < end if counted else start < unit.end and unit.start < end


def _subject(unit: Unit) -> Subject | None:
    """What a unit's signs say that it counts."""
    if unit.part is not None:
        return _of_disputes(unit, unit.part)
    if unit.after_other and "ASKING" not in signs(Family.ASKING, unit.text):
        return None
    if row := one_row(signs(Family.RESULTS, unit.text)) if signs(Family.RESULTS, unit.text) else None:
        return Subject("result", (row,))
    if signs(Family.RESULTS, unit.text):
        return None
    flow = signs(Family.FLOW, unit.text)
    if "NEXT_YEAR" in unit.types or ("CARRIED_FORWARD" in flow and "LAST_YEAR" not in unit.types):
        return _FORWARD if unit.quantity is not None else None
    if "LAST_YEAR" in unit.types:
        return _OVER if "CARRIED_OVER" in flow and unit.quantity is not None else None
    columns = signs(Family.APPLICANTS, unit.text)
    if columns and "REQUEST" not in unit.types:
        return Subject("applicant", (*columns,)) if len(columns) == 1 and _tells_who(unit) else None
    part = unit.included and "ANSWERED" not in flow
    other = unit.other_body or unit.of_something_else
    if unit.quantity is None or unit.types & _NOT_ALL or other or part:
        return None
    if "ANSWERED" in flow and not unit.types & {"RECEIVED", "ACCEPTED", "NEWLY_RECEIVED"}:
        return Subject("answered", ("ANSWERED",))
    return (
        Subject("received", ("RECEIVED", "REQUEST")) if "RECEIVED" in flow or "REQUEST" in unit.types else None
    )


def _of_disputes(unit: Unit, part: str) -> Subject | None:
    outcomes = signs(Family.OUTCOMES, unit.text)
    outcomes = outcomes - {UNSAID} or outcomes
    if not outcomes:
        told = part in unit.types and unit.named and not unit.types & _NO_PARTY and not unit.of_something_else
        return Subject("dispute", (part,)) if told else None
    if outcomes == {DISMISSED}:
        return Subject("outcome", ("UPHELD", "OTHER"))
    return Subject("outcome", (*outcomes,)) if len(outcomes) == 1 else None


def _tells_who(unit: Unit) -> bool:
    said = signs(Family.ASKING, unit.text)
    return "MATTER" not in said and (unit.quantity is not None or "ASKING" in said)


def _is_result(statement: Statement) -> bool:
    return statement.subjects[0].rule == "result"


@define
class _Block:
    """Figures of requests that are of one whole."""

    figures: list[_Figure] = field(factory=list)

    def values(self, *rules: str) -> list[Decimal]:
        """What figures of some rules say, each number once."""
        found = (figure.value for figure in self.figures if figure.rule in rules)
        return list(dict.fromkeys(value for value in found if value is not None))

    @property
    def came_in(self) -> Decimal | None:
        """What came in: told once, or again with the same number."""
        found = self.values(*_CAME_IN)
        return found[0] if found else None

    def said(self) -> Iterator[Statement]:
        """What its figures say where they add up."""
        if not any(self._speaks_of_requests(figure) for figure in self.figures):
            return
        results, forward = self._results(), self._one("carried_forward")
        over = self._one("carried_over")
        answered = self.values("answered")
        in_all = None if self.came_in is None else self.came_in + (over or 0)
        borne: set[str] = set()
        total = _total(results)
        if total is not None:
            if total in answered:
                borne |= {"result", "answered"}
            if in_all is not None and total + (forward or 0) == in_all:
                borne |= {"result", "received", "carried_forward", "carried_over"}
        if in_all is not None and any(in_all == one + (forward or 0) for one in answered):
            borne |= {"received", "answered", "carried_forward", "carried_over"}
        applicants = self._applicants()
        if applicants is not None and applicants in [self.came_in, in_all, *answered]:
            borne |= {"applicant", *(("received",) if applicants == self.came_in else ())}
        yield from self._stated(borne, results)
        yield from self._of_all(answered, results)

    def with_results_together(self) -> "_Block":
        """The same, where one request after another is told: those of one row are added up."""
        together: dict[Subject, _Figure] = {}
        others: list[_Figure] = []
        for figure in self.figures:
            if figure.rule != "result" or figure.unit is None or figure.value is None:
                others.append(figure)
                continue
            before = together.get(figure.subject)
            together[figure.subject] = figure if before is None else before.with_another(figure)
        return _Block(sorted((*others, *together.values()), key=lambda figure: figure.start))

    def _speaks_of_requests(self, figure: _Figure) -> bool:
        if figure.rule not in (*_CAME_IN, "answered"):
            return False
        if figure.unit is None:
            return True
        return "REQUEST" in figure.unit.types or figure.unit.topic is Topic.REQUESTS

    def _one(self, rule: str) -> Decimal | None:
        values = self.values(rule)
        return values[0] if len(values) == 1 else None

    def _results(self) -> dict[str, _Figure] | None:
        """Its results by their rows; ``None`` where one is told twice."""
        found: dict[str, _Figure] = {}
        for figure in self.figures:
            if figure.rule == "result" and figure.value is not None:
                rows = [word for word in figure.subject.words if word.startswith(("REQUESTS", UNSAID))]
                row = max(rows, key=len)
                before = found.get(row)
                if before is None or before.value == figure.value:
                    found[row] = figure
                elif row == UNSAID:
                    found[row] = evolve(figure, value=before.value + figure.value)
                else:
                    return None
        return found

    def _applicants(self) -> Decimal | None:
        found: dict[tuple[str, ...], Decimal] = {}
        for figure in self.figures:
            if figure.rule == "applicant" and figure.value is not None:
                words = tuple(word for word in figure.subject.words if word not in _NOUNS)
                if found.setdefault(words, figure.value) != figure.value:
                    return None
        return sum(found.values(), Decimal(0)) if found else None

    def _stated(self, borne: set[str], results: dict[str, _Figure] | None) -> Iterator[Statement]:
        for figure in self.figures:
            rule = "received" if figure.rule in _CAME_IN else figure.rule
            if figure.unit is None or figure.value is None or rule not in borne:
                continue
            subject, within = figure.subject, ()
            if rule == "applicant":
                within = self._whole()
            if rule == "result":
                row = subject.words[0]
                if row == UNSAID:
                    continue
                alike = [other for other in results or () if group_of(other) == group_of(row)]
                if len(alike) > 1 and row == group_of(row):
                    continue
                if len(alike) == 1:
                    subject = evolve(subject, words=(row, OR_GROUP))
            yield _statement(figure, figure.unit.quantity, subject, within)
            share = figure.unit.share
            if share is not None and rule in ("result", "applicant"):
                said = _statement(figure, share.quantity, subject, within, Form.SHARE)
                yield evolve(said, start=share.start, end=share.end)

    def _whole(self) -> tuple[Subject, ...]:
        rows = [figure.subject for figure in self.figures if figure.rule in (*_CAME_IN, "answered")]
        return tuple(dict.fromkeys(rows)) or _RECEIVED

    def _of_all(self, answered: Sequence[Decimal], results: dict[str, _Figure] | None) -> Iterator[Statement]:
        """What is said of all requests without a figure."""
        wholes = {*self.values(*_CAME_IN), *answered}
        if len(wholes) != 1 or self.values("carried_over", "carried_forward") not in ([], [Decimal(0)]):
            return
        whole = wholes.pop()
        told = next(figure for figure in self.figures if figure.rule in (*_CAME_IN, "answered"))
        for rule in ("result", "applicant"):
            said = [figure for figure in self.figures if figure.rule == rule]
            one = {figure.subject for figure in said if figure.value is None and _may_be_of_all(figure, whole)}
            if len(said) == len(one) == 1 and told.known and told.start < said[0].start:
                subject, within = said[0].subject, self._whole() if rule == "applicant" else ()
                if rule == "result" and subject.words[0] == UNSAID:
                    continue
                if rule == "result":
                    subject = evolve(subject, words=(*subject.words, OR_GROUP))
                yield _statement(said[0], _exactly(whole), subject, within, Form.SAME)


_NOUNS: Final = frozenset({"RECEIVED", "APPLICATION", "REQUEST"})


def _may_be_of_all(figure: _Figure, whole: Decimal) -> bool:
    unit = figure.unit
    return (
        unit is not None
        and not unit.inside
        and "JUDGING" not in unit.types
        and whole > 0
        and (unit.whole or whole == 1)
    )


def _total(results: dict[str, _Figure] | None) -> Decimal | None:
    """What results add up to: items of a group that is told are in it."""
    if not results:
        return None
    own = (figure for row, figure in results.items() if row == group_of(row) or group_of(row) not in results)
    return sum((figure.value or Decimal(0) for figure in own), Decimal(0))


def _blocks(figures: Iterable[_Figure]) -> Iterator[_Block]:
    """The figures of requests, each with those of the same whole: what came in begins a block."""
    block = _Block()
    for figure in figures:
        if figure.rule in ("dispute", "outcome"):
            continue
        whole = block.values(*_CAME_IN, "answered")
        if figure.unit is not None and figure.rule in ("result", "applicant") and not whole:
            # Of something that was told before.
            continue
        before = block.came_in
        new = figure.rule in _CAME_IN and before is not None
        if new and figure.value not in (before, before + (block._one("carried_over") or 0)):
            yield block
            block = _Block()
        block.figures.append(figure)
    yield block


def _outcomes(part: str, figures: Sequence[_Figure]) -> Iterator[Statement]:
    """The outcomes of a kind of disputes, if they are all of them."""
    wholes = [
        figure for figure in figures if figure.subject == Subject("dispute", (part,)) or _is_of(figure, part)
    ]
    wholes = [figure for figure in wholes if figure.value is not None]
    values = {figure.value for figure in wholes}
    if len(values) != 1 or (whole := values.pop()) is None:
        return
    within = (Subject("dispute", (part,)),)
    own = [
        figure
        for figure in figures
        if figure.rule == "outcome"
        and (figure.unit.part == part if figure.unit is not None else figure.statement.within == within)
    ]
    counted = [figure for figure in own if figure.value is not None]
    kinds = {figure.subject.words for figure in counted}
    if len(kinds) < len(counted):
        return
    if counted and sum(figure.value for figure in counted) == whole:
        for figure in (*counted, *wholes):
            if (
                figure.unit is not None
                and figure.unit.quantity is not None
                and UNSAID not in figure.subject.words
            ):
                yield _statement(
                    figure, figure.unit.quantity, figure.subject, within if figure in counted else ()
                )
    elif (
        not counted
        and len(own) == 1
        and wholes[0].known
        and _may_be_of_all(own[0], whole)
        and UNSAID not in own[0].subject.words
    ):
        yield _statement(own[0], _exactly(whole), own[0].subject, within, Form.SAME)


def _is_of(figure: _Figure, part: str) -> bool:
    return figure.rule == "dispute" and part in figure.subject.words


def _exactly(value: Decimal) -> Quantity:
    return Quantity(value, value, value)


def _statement(
    figure: _Figure,
    quantity: Quantity | None,
    subject: Subject,
    within: tuple[Subject, ...],
    form: Form = Form.STATED,
) -> Statement:
    assert figure.unit is not None
    assert quantity is not None
    return Statement(
        subjects=(subject,),
        quantity=quantity,
        start=figure.unit.start,
        end=figure.unit.end,
        within=within,
        form=form,
    )
