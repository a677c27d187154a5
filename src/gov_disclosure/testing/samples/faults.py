"""Faults: figures that the office itself got wrong, planted in a report whose figures add up."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

from attrs import evolve, field, frozen

from gov_disclosure.form.fields import Field, Kind, Number, fields_by_id, rows
from gov_disclosure.model.report import Report
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.reports import filled, named, shortly

_MOST_FAULTS: Final = 3


class FaultKind(StrEnum):
    """What went wrong when a figure was written."""

    OFF_BY_ONE = "off_by_one"
    DIGIT_DROPPED = "digit_dropped"
    DIGIT_DOUBLED = "digit_doubled"
    DIGITS_SWAPPED = "digits_swapped"
    NEIGHBOURS_SWAPPED = "neighbours_swapped"
    """The figures of two cells side by side have changed places: two faults."""
    NUMBER_SPLIT = "number_split"
    """The last digit of a figure, not 0, stands in the next cell, which was 0: two faults."""
    ZERO_LEFT = "zero_left"
    """The 0 of an empty form was left where a figure belongs."""
    TOTAL_NOT_UPDATED = "total_not_updated"
    """The sum of a row, or of all results, lacks one of its parts."""
    SIGN_LOST = "sign_lost"
    UNIT_MISTAKEN = "unit_mistaken"
    """Money in 元 where 万元 is asked."""


@frozen
class Fault:
    """One cell that does not say what is true."""

    id: str
    kind: FaultKind
    true: Number
    written: Number


@frozen
class FaultyReport:
    """A report with planted faults: as it should be, and as it is written."""

    _repr_pretty_ = shortly

    true: Report = field(repr=named)
    written: Report = field(repr=named)
    faults: tuple[Fault, ...]


Change = Mapping[str, Number]
"""Cells and what is written in them instead of the truth."""


def sample_faults(choices: Choices, report: Report) -> FaultyReport:
    """The report with one fault or a few, each in a cell of its own."""
    written, faults = report, list[Fault]()
    for _ in range(choices.integer(1, _MOST_FAULTS)):
        found = dict(_changes(report))
        kind = choices.pick([kind for kind in FaultKind if kind in found])
        change = choices.pick(found[kind])
        if any(fault.id in change for fault in faults):
            continue
        for id, number in change.items():
            faults.append(Fault(id, kind, _value(report, id), number))
            cells = {**written.cells, id: filled(id, number, report.cells[id].unit)}
            written = evolve(written, cells=cells)
    return FaultyReport(report, written, tuple(faults))


def _value(report: Report, id: str) -> Number:
    value = report.cells[id].value
    assert value is not None
    return value


def _changes(report: Report) -> Iterator[tuple[FaultKind, Sequence[Change]]]:
    """Every fault that the report has room for, by its kind."""
    values = {id: cell.value for id, cell in report.cells.items() if cell.value is not None}
    for kind, of_one in _OF_ONE.items():
        changes = [
            {id: number}
            for id, value in values.items()
            for number in of_one(fields_by_id()[id], value)
            if number != value
        ]
        if changes:
            yield kind, changes
    pairs = list(_pairs(report, values))
    swapped = [{one: values[other], other: values[one]} for one, other in pairs if values[one] != values[other]]
    split = [
        {one: tens, other: ones}
        for one, other in pairs
        if values[other] == 0
        for tens, ones in [divmod(values[one], 10)]
        if tens and ones
    ]
    for kind, found in ((FaultKind.NEIGHBOURS_SWAPPED, swapped), (FaultKind.NUMBER_SPLIT, split)):
        if found:
            yield kind, found
    if outdated := list(_outdated(report, values)):
        yield FaultKind.TOTAL_NOT_UPDATED, outdated


def _pairs(report: Report, values: Mapping[str, Number]) -> Iterator[tuple[str, str]]:
    """Cells side by side that can hold each other's figures."""
    for fields in rows(report.edition).values() if report.edition else ():
        for one, other in pairwise(fields):
            if one.kind is other.kind is Kind.COUNT and one.id in values and other.id in values:
                yield one.id, other.id


def _outdated(report: Report, values: Mapping[str, Number]) -> Iterator[Change]:
    """Each sum of a row without one of its parts."""
    for fields in rows(report.edition).values() if report.edition else ():
        *parts, total = fields
        if total.column == "total" and total.id in values:
            for part in parts:
                if values.get(part.id):
                    yield {total.id: values[total.id] - values[part.id]}


# --- One figure -------------------------------------------------------------------------------------------


def _off_by_one(field: Field, value: Number) -> Iterator[Number]:
    if field.kind is not Kind.AMOUNT:
        yield value + 1
        if value > 0:
            yield value - 1


def _digit_dropped(field: Field, value: Number) -> Iterator[Number]:
    digits = str(value)
    if len(digits) > 1 and digits.isdigit():
        yield from {int(digits[:at] + digits[at + 1 :]): None for at in range(len(digits))}


def _digit_doubled(field: Field, value: Number) -> Iterator[Number]:
    digits = str(value)
    if digits.isdigit():
        yield from {int(digits[:at] + digits[at:][:1] + digits[at:]): None for at in range(len(digits))}


def _digits_swapped(field: Field, value: Number) -> Iterator[Number]:
    digits = str(value)
    for at in range(1, len(digits) if digits.isdigit() else 0):
        yield int(digits[: at - 1] + digits[at] + digits[at - 1] + digits[at + 1 :])


def _zero_left(field: Field, value: Number) -> Iterator[Number]:
    yield Decimal(0) if isinstance(value, Decimal) else 0


def _sign_lost(field: Field, value: Number) -> Iterator[Number]:
    if value < 0:
        yield -value


def _unit_mistaken(field: Field, value: Number) -> Iterator[Number]:
    if isinstance(value, Decimal) and value:
        yield value * 10_000


_OF_ONE: Final[Mapping[FaultKind, Callable[[Field, Number], Iterator[Number]]]] = {
    FaultKind.OFF_BY_ONE: _off_by_one,
    FaultKind.DIGIT_DROPPED: _digit_dropped,
    FaultKind.DIGIT_DOUBLED: _digit_doubled,
    FaultKind.DIGITS_SWAPPED: _digits_swapped,
    FaultKind.ZERO_LEFT: _zero_left,
    FaultKind.SIGN_LOST: _sign_lost,
    FaultKind.UNIT_MISTAKEN: _unit_mistaken,
}
