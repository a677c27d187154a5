"""Verdicts: what each identity of the form says of a report. A blank is not a 0."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from gov_disclosure.form.arguments import each, require
from gov_disclosure.form.fields import Edition, State
from gov_disclosure.form.identities import Identity, identities
from gov_disclosure.model.outcome import Outcome, Sides
from gov_disclosure.model.report import EMPTY, Cell, Report

# The rows that tell which edition a report's table three follows, whatever its other tables do.
_TELLING = {
    Edition.FORM_2019: "requests.results.other.total",
    Edition.FORM_2021: "requests.results.other.overdue_fee",
}


@frozen(repr=False)
class Verdict(Sides):
    """An identity's outcome, with both sides where they are known.

    It fails without some of its numbers, too, where those of one side make more than all of the other: no
    count is negative. The sums are then those of the numbers that are there.
    """

    identity: Identity
    outcome: Outcome
    absent: tuple[str, ...] = ()
    """The cells without a number."""
    holds_if_zero: bool | None = None
    """Where every absent cell is blank or marked as not applicable: whether it would hold if those were 0."""


def assess(report: Report, of: Iterable[Identity] | None = None) -> tuple[Verdict, ...]:
    """The verdict on each identity of the report's edition, or on those given, in their order."""
    require("report", report, Report)
    chosen = identities(edition_of(report)) if of is None else each("of", of, Identity)
    return tuple(_verdict(report.cells, identity) for identity in chosen)


def edition_of(report: Report) -> Edition:
    """The edition whose identities a report's table three has to keep."""
    followed = [edition for edition, row in _TELLING.items() if _has(report.cells, row)]
    return followed[0] if len(followed) == 1 else report.edition or Edition.FORM_2021


def _has(cells: Mapping[str, Cell], row: str) -> bool:
    own = (cells.get(f"{row}.{column}") for column in ("natural_person", "total"))
    return any(cell is not None and cell.state is not State.MISSING for cell in own)


def _verdict(cells: Mapping[str, Cell], identity: Identity) -> Verdict:
    left, right = ([_number(cells, id) for id in side] for side in (identity.left, identity.right))
    absent: tuple[str, ...] = ()
    if None in left or None in right:
        numbers = zip(identity.cells, (*left, *right), strict=True)
        absent = tuple(id for id, number in numbers if number is None)
    empty = all(id in cells and cells[id].state in EMPTY for id in absent)
    if absent and (_exceeds(left, right) or _exceeds(right, left)):
        return Verdict(identity, Outcome.FAILS, absent, left=_known(left), right=_known(right))
    outcome, one, other, if_zero = weighed(left, right, empty=empty)
    return Verdict(identity, outcome, absent, if_zero, left=one, right=other)


def _exceeds(side: Sequence[int | None], other: Sequence[int | None]) -> bool:
    """Whether what is there of a side is more than all of the other."""
    return None not in other and _known(side) > _known(other)


def _known(side: Sequence[int | None]) -> int:
    return sum(filter(None, side))


def weighed(
    left: Sequence[int | None], right: Sequence[int | None], *, empty: bool
) -> tuple[Outcome, int | None, int | None, bool | None]:
    """Whether the numbers of two sides add up to the same, and both sums, if no number is absent.

    Where one is, and the cells of those that are stand ``empty``: whether it would hold if these were 0.
    """
    one, other = sum(filter(None, left)), sum(filter(None, right))
    if None in left or None in right:
        return Outcome.NOT_ASSESSABLE, None, None, one == other if empty else None
    return (Outcome.HOLDS if one == other else Outcome.FAILS), one, other, None


def _number(cells: Mapping[str, Cell], id: str) -> int | None:
    cell = cells.get(id)
    return None if cell is None or cell.value is None else int(cell.value)
