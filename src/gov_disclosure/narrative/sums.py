"""Sums: figures among words that are not known, which count because they make up what the prose tells.

收到申请4件，公开并提供复印件的3份，因未制作而无法提供的1份: that 3 and 1 are all 4 bears out what their
signs say. Results and applicants make up all requests, what came in and was carried over what was answered and
is carried on, outcomes the disputes. What doesn't is left unsaid.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import define, evolve, field

from gov_disclosure.narrative.figures import Figure, figures_in, framed_in
from gov_disclosure.narrative.frames import PARTS
from gov_disclosure.narrative.signs import GROUPS, UNSAID, Family, group_of, signs
from gov_disclosure.narrative.statements import Statement
from gov_disclosure.narrative.units import Unit
from gov_disclosure.narrative.wordings import Subject

OR_GROUP: Final = "OR_GROUP"
"""Among the words of a result: of a group an item, and of an item the group, may be meant too."""
_CAME_IN: Final = ("received", "newly_received", "accepted", "handled")
_RECEIVED: Final = (Subject("received", ("RECEIVED",)),)
_NOUNS: Final = frozenset({"RECEIVED", "APPLICATION", "REQUEST"})


def borne_out(units: Sequence[Unit], known: Sequence[Statement]) -> Iterator[Statement]:
    """The statements that units make, beside those that are known, where sums bear them out."""
    if not units:
        return
    framed = [*framed_in(units, known)]
    yield from framed
    figures = figures_in(units, [*known, *framed])
    for block in _blocks(figures):
        said = [*block.said()]
        if not any(one.subjects[0].rule == "result" for one in said):
            said = [*block.with_results_together().said()]
        yield from said
    for part in PARTS:
        yield from _outcomes(part, figures)


# --- Requests ---------------------------------------------------------------------------------------------


@define
class _Block:
    """Figures of requests that are of one whole."""

    figures: list[Figure] = field(factory=list)

    def values(self, *rules: str) -> list[Decimal]:
        """What figures of some rules say, each number once."""
        found = (figure.value for figure in self.figures if figure.rule in rules)
        return list(dict.fromkeys(value for value in found if value is not None))

    def one(self, rule: str) -> Decimal:
        """The number of a rule, if one is told."""
        values = self.values(rule)
        return values[0] if len(values) == 1 else Decimal(0)

    @property
    def came_in(self) -> Decimal | None:
        """What came in: told once, or again with the same number."""
        found = self.values(*_CAME_IN)
        return found[0] if found else None

    @property
    def in_all(self) -> Decimal | None:
        """What came in and was carried over."""
        return None if self.came_in is None else self.came_in + self.one("carried_over")

    def said(self) -> Iterator[Statement]:
        """What its figures say where they add up."""
        if any(figure.speaks_of_requests for figure in self.figures):
            results = self._results()
            yield from self._stated(self._borne_out(results), results)
            yield from self._of_all()

    def _borne_out(self, results: dict[str, Figure] | None) -> set[str]:
        """The rules whose figures make up others."""
        answered, forward, borne = self.values("answered"), self.one("carried_forward"), set[str]()
        total, applicants = _total(results), self._applicants()
        flow = {*_CAME_IN, "carried_forward", "carried_over"}
        if total is not None and total in answered:
            borne |= {"result", "answered"}
        if total is not None and total + forward == self.in_all:
            borne |= {"result", *flow}
        if any(one + forward == self.in_all for one in answered):
            borne |= {"answered", *flow}
        if self.one("carried_over") and self.one("due") == self.in_all:
            borne |= {"due", "received", "carried_over"}
        if applicants is not None and applicants in (self.came_in, self.in_all, *answered):
            borne |= {"applicant", *(_CAME_IN if applicants == self.came_in else ())}
        return borne

    def with_results_together(self) -> "_Block":
        """The same, where one request after another is told: those of one row are added up."""
        together: dict[Subject, Figure] = {}
        others: list[Figure] = []
        for figure in self.figures:
            if figure.rule != "result" or figure.unit is None or figure.value is None:
                others.append(figure)
                continue
            before = together.get(figure.subject)
            together[figure.subject] = figure if before is None else before.with_another(figure)
        return _Block(sorted((*others, *together.values()), key=lambda figure: figure.start))

    def _results(self) -> dict[str, Figure] | None:
        """Its results by their rows; ``None`` where one is told twice."""
        found: dict[str, Figure] = {}
        for figure in self.figures:
            if figure.rule == "result" and figure.value is not None:
                row = _row(figure)
                before = found.setdefault(row, figure).value or Decimal(0)
                if before != figure.value and row != UNSAID:
                    return None
                if figure is not found[row] and row == UNSAID:
                    found[row] = evolve(figure, value=before + figure.value)
        return found

    def _applicants(self) -> Decimal | None:
        found: dict[tuple[str, ...], Decimal] = {}
        for figure in self.figures:
            if figure.rule == "applicant" and figure.value is not None:
                words = tuple(word for word in figure.subject.words if word not in _NOUNS)
                if found.setdefault(words, figure.value) != figure.value:
                    return None
        return sum(found.values(), Decimal(0)) if found else None

    def _stated(self, borne: set[str], results: dict[str, Figure] | None) -> Iterator[Statement]:
        items = _items(results or {})
        for figure in self.figures:
            known = figure.rule in borne or figure.explained
            known = known or (figure.rule == "result" and _row(figure) in items)
            if figure.unit is None or figure.value is None or not known:
                continue
            if figure.rule != "result":
                yield from figure.stated(self._whole() if figure.rule == "applicant" else ())
            elif _row(figure) in items:
                yield from figure.stated(subject=Subject("result", (_row(figure),)))
            elif (subject := _meant(figure, results or {})) is not None:
                yield from figure.stated(subject=subject)

    def _whole(self) -> tuple[Subject, ...]:
        return tuple(dict.fromkeys(figure.subject for figure in self.figures if figure.is_whole)) or _RECEIVED

    def _of_all(self) -> Iterator[Statement]:
        """What is said of all requests without a figure."""
        wholes = self.values(*_CAME_IN, "answered")
        if len(wholes) != 1 or any(self.values("carried_over", "carried_forward")):
            return
        told = next(figure for figure in self.figures if figure.is_whole)
        for rule in ("result", "applicant"):
            said = [figure for figure in self.figures if figure.rule == rule and figure.value != 0]
            if rule == "result" and told.value == 1:
                said = _one_of_a_group(said)
            if len(said) != 1 or told.unit is not None or not _is_of_all(said[0], told):
                continue
            if rule == "applicant":
                yield from said[0].stated(self._whole(), whole=wholes[0])
            elif (subject := _meant(said[0], {_row(said[0]): said[0]})) is not None:
                yield from said[0].stated(subject=subject, whole=wholes[0])


def _one_of_a_group(said: list[Figure]) -> list[Figure]:
    """因属内部管理信息，不予公开: an item and its group are one result."""
    items = [figure for figure in said if _row(figure) != group_of(_row(figure))]
    alike = len({group_of(_row(figure)) for figure in said}) == 1
    return items if alike and len(items) == 1 else said


def _blocks(figures: Iterable[Figure]) -> Iterator[_Block]:
    """The figures of requests, each with those of the same whole: what came in begins a block."""
    block, told, came_in, over = _Block(), False, Decimal(-1), Decimal(0)
    for figure in figures:
        of_parts = figure.rule in ("result", "applicant") and figure.unit is not None
        if (of_parts and not told) or figure.rule in ("dispute", "outcome"):
            # Parts of something that was told before.
            continue
        value = Decimal(-1) if figure.value is None else figure.value
        if figure.rule in _CAME_IN and came_in not in (Decimal(-1), value, value - over):
            yield block
            block, told, came_in, over = _Block(), False, Decimal(-1), Decimal(0)
        if figure.rule in _CAME_IN and came_in < 0:
            came_in = value
        over = value if figure.rule == "carried_over" else over
        told = told or figure.is_whole
        block.figures.append(figure)
    yield block


def _row(figure: Figure) -> str:
    rows = (word for word in figure.subject.words if word.startswith(("REQUESTS", UNSAID)))
    return max(rows, key=len)


def _meant(figure: Figure, results: Iterable[str]) -> Subject | None:
    """What a result among unknown words counts, beside the others; ``None`` where that can't be told."""
    row = _row(figure)
    alike = [other for other in results if group_of(other) == group_of(row)]
    if row == UNSAID or (len(alike) > 1 and row == group_of(row)):
        # One reason of several that are not known.
        return None
    return Subject("result", (row, OR_GROUP) if len(alike) == 1 else (row,))


def _items(results: Mapping[str, Figure]) -> set[str]:
    """The items that make up the group that is told before them."""
    found: set[str] = set()
    for group in results.keys() & {*GROUPS}:
        items = {row for row in results if row != group and group_of(row) == group}
        if sum((results[row].value or Decimal(0) for row in items), Decimal(0)) == results[group].value:
            found |= items
    return found


def _total(results: dict[str, Figure] | None) -> Decimal | None:
    """What results add up to: items of a group that is told are in it."""
    if not results:
        return None
    own = (figure for row, figure in results.items() if row == group_of(row) or group_of(row) not in results)
    return sum((figure.value or Decimal(0) for figure in own), Decimal(0))


def _is_of_all(figure: Figure, whole: Figure) -> bool:
    """Whether words without a figure are of all that was counted: 均已公开, or of the one request."""
    unit = figure.unit
    if unit is None or figure.value is not None or unit.inside or "JUDGING" in unit.types or not whole.value:
        return False
    again = unit.part is not None and unit.part in unit.types
    if (figure.sentence != whole.sentence and not again) or figure.start < whole.start:
        return False
    return whole.value == 1 or (unit.whole and "MATTER" not in signs(Family.ASKING, unit.text))


# --- Disputes ---------------------------------------------------------------------------------------------


def _may_be_of_others(outcome: Figure, whole: Figure, figures: Sequence[Figure]) -> bool:
    """Whether another kind of disputes is told right before one: 均维持 may be said of both."""
    named = outcome.unit is not None and outcome.unit.part in outcome.unit.types
    told = [one for one in figures if one.rule in ("dispute", "outcome") and one.sentence == whole.sentence]
    before = [one for one in told if one.start < whole.start][-1:]
    other = bool(before) and before[0].rule == "dispute" and before[0].value != whole.value
    return other and not named


def _outcomes(part: str, figures: Sequence[Figure]) -> Iterator[Statement]:
    """The outcomes of a kind of disputes, if they are all of them."""
    within = (Subject("dispute", (part,)),)
    wholes = [
        figure
        for figure in figures
        if figure.rule == "dispute" and part in figure.subject.words and figure.value is not None
    ]
    own = [figure for figure in figures if figure.rule == "outcome" and figure.within == within]
    counted = [figure for figure in own if figure.value is not None]
    alike = len(counted) - len({figure.subject.words for figure in counted})
    if len({figure.value for figure in wholes}) != 1 or alike:
        return
    whole = wholes[0]
    if counted and sum((figure.value or Decimal(0) for figure in counted), Decimal(0)) == whole.value:
        for figure in (*counted, *wholes):
            if figure.unit is not None and UNSAID not in figure.subject.words:
                yield from figure.stated(within if figure.rule == "outcome" else ())
    alone = not counted and len(own) == 1 and whole.unit is None
    of_all = alone and _is_of_all(own[0], whole) and not _may_be_of_others(own[0], whole, figures)
    if of_all and UNSAID not in own[0].subject.words:
        yield from own[0].stated(within, whole=whole.value)
