"""Figures for every cell of an edition, such that each identity of the form holds.

Each is built up from its parts: results and what is carried forward are chosen, sums follow, and what came in
is divided between this year and the last. So no figure is negative but a change, and none is thrown away.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from gov_disclosure.form.fields import Edition, Field, Kind, Number, form_fields, rows
from gov_disclosure.testing.samples.choices import Choices

_NEW: Final = "requests.new_received"
_CARRIED_OVER: Final = "requests.carried_over"
_RESULTS: Final = "requests.results."
_RESULTS_TOTAL: Final = "requests.results.total"
_CARRIED_FORWARD: Final = "requests.carried_forward"
_APPLICANTS: Final = 6
_OUTCOMES: Final = 4
_DECIMALS: Final = 6
# The cells of an edition are fewer than this prime, so that steps of any length around it meet no number twice.
_CIRCLE: Final = 211
_LEAST: Final = (1, 11, 101, 1_001, 30_001)
# One row in so many has figures; none in a table of zeros.
_DENSITIES: Final = (0, 9, 9, 4, 2, 1)


def balanced(choices: Choices, edition: Edition) -> dict[str, Number]:
    """A number for each cell of the edition, by id, in the order of the form.

    一 + 二 = 三（七） + 四 in every column, the rows of 三 sum to （七）总计, and 总计 of every row is its sum.
    """
    form = rows(edition)
    proactive, requests, disputes = (choices.pick(_DENSITIES) for _ in range(3))
    counts = _requests(choices, form, requests)
    found: dict[str, Number] = {}
    for row, fields in form.items():
        if row in counts:
            numbers: Sequence[Number] = _with_sum(counts[row])
        elif row.startswith("disputes."):
            numbers = _with_sum(_row(choices, _OUTCOMES, disputes))
        else:
            numbers = [_proactive(choices, field, proactive) for field in fields]
        found.update((field.id, number) for field, number in zip(fields, numbers, strict=True))
    return found


def distinct(choices: Choices, edition: Edition) -> dict[str, Number]:
    """Another number for each cell, so that each tells its place; in half of the reports the sums hold.

    A sum that holds may be a number that stands elsewhere too.
    """
    least, step = choices.pick(_LEAST), choices.integer(1, _CIRCLE - 1)
    found: dict[str, Number] = {}
    for index, field in enumerate(form_fields(edition)):
        number = least + index * step % _CIRCLE
        found[field.id] = _of_kind(field, number)
    return found if choices.chance(2) else {**found, **_sums(found, rows(edition))}


def _of_kind(field: Field, number: int) -> Number:
    if field.kind is Kind.AMOUNT:
        return Decimal(number) + Decimal(number).scaleb(-_DECIMALS)
    return -number if field.kind is Kind.CHANGE and number % 2 else number


def _sums(numbers: Mapping[str, Number], form: Mapping[str, Sequence[Field]]) -> dict[str, Number]:
    """The cells of tables three and four, such that every sum of the form holds."""
    counts = {
        row: [int(numbers[field.id]) for field in fields[:-1]]
        for row, fields in form.items()
        if not row.startswith("proactive.")
    }
    results = [counts[row] for row in counts if row.startswith(_RESULTS) and row != _RESULTS_TOTAL]
    total = [sum(column) for column in zip(*results, strict=True)]
    forward, over = counts[_CARRIED_FORWARD], counts[_CARRIED_OVER]
    came_in = [done + left - before for done, left, before in zip(total, forward, over, strict=True)]
    counts |= {_RESULTS_TOTAL: total, _NEW: came_in}
    return {
        field.id: number
        for row, parts in counts.items()
        for field, number in zip(form[row], _with_sum(parts), strict=True)
    }


def _requests(
    choices: Choices, form: Mapping[str, Sequence[Field]], density: int
) -> Mapping[str, Sequence[int]]:
    """The six kinds of applicants in each row of table three."""
    results = {
        row: _row(choices, _APPLICANTS, density)
        for row in form
        if row.startswith(_RESULTS) and row != _RESULTS_TOTAL
    }
    total = [sum(column) for column in zip(*results.values(), strict=True)]
    forward = _row(choices, _APPLICANTS, density)
    came_in = [done + left for done, left in zip(total, forward, strict=True)]
    over = [choices.integer(0, number) if number else 0 for number in came_in]
    new = [number - before for number, before in zip(came_in, over, strict=True)]
    return {**results, _RESULTS_TOTAL: total, _CARRIED_FORWARD: forward, _CARRIED_OVER: over, _NEW: new}


def _row(choices: Choices, width: int, density: int) -> list[int]:
    """Counts of which most are 0, and often all."""
    if not density or not choices.chance(density):
        return [0] * width
    return [choices.figure() if choices.chance(2) else 0 for _ in range(width)]


def _with_sum(numbers: Sequence[int]) -> list[int]:
    return [*numbers, sum(numbers)]


def _proactive(choices: Choices, field: Field, density: int) -> Number:
    number = choices.figure() if density and choices.chance(min(density, 3)) else 0
    if field.kind is Kind.AMOUNT:
        return Decimal(number).scaleb(-choices.integer(0, _DECIMALS) if density else 0)
    if field.kind is Kind.CHANGE and number:
        return -number if choices.chance(2) else number
    return number
