"""Suggestions: what a figure may have to be, and why. They stand beside a report and change nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final

from attrs import evolve, frozen

from gov_disclosure.checking.localizing.localization import Localization, localize
from gov_disclosure.checking.verdicts import edition_of
from gov_disclosure.form.arguments import each, require
from gov_disclosure.form.brief import Brief
from gov_disclosure.form.fields import State, fields_by_id, rows
from gov_disclosure.form.identities import Identity, identities
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.issues import Message
from gov_disclosure.model.report import EMPTY, Cell, Report


class Reason(StrEnum):
    """Why a figure may have to be another one."""

    DIGIT_DROPPED = "digit_dropped"
    DIGIT_DOUBLED = "digit_doubled"
    DIGITS_SWAPPED = "digits_swapped"
    NUMBER_SPLIT = "number_split"
    """The last digits of a figure stand in the next cell."""
    NEIGHBOURS_SWAPPED = "neighbours_swapped"
    TOTAL_NOT_UPDATED = "total_not_updated"
    """A sum lacks one of its parts, or has one too many."""
    IMPLIED_ZERO = "implied_zero"
    """An empty cell without which the sums hold."""
    DETERMINED = "determined"
    """A figure that is not there, or can't be read, and that the sums allow only one value for."""
    ARITHMETIC = "arithmetic"
    """The sums ask for it; nothing in the digits tells how the figure came about."""


REASONS: Final[Mapping[Reason, Message]] = {
    Reason.DIGIT_DROPPED: Message("漏写一位数字", "a digit is missing"),
    Reason.DIGIT_DOUBLED: Message("一位数字重复", "a digit is doubled"),
    Reason.DIGITS_SWAPPED: Message("两位数字颠倒", "two digits are swapped"),
    Reason.NUMBER_SPLIT: Message("一个数被拆到相邻两格", "one number stands in two cells"),
    Reason.NEIGHBOURS_SWAPPED: Message("相邻两格互换", "two neighbours are swapped"),
    Reason.TOTAL_NOT_UPDATED: Message("合计未随某一项更新", "the sum was not updated for one of its parts"),
    Reason.IMPLIED_ZERO: Message("空白应为0，合计才成立", "the sums hold only if the empty cell is 0"),
    Reason.DETERMINED: Message("合计只允许这一数值", "the sums allow only this figure"),
    Reason.ARITHMETIC: Message("合计要求如此", "the sums ask for it"),
}
"""Why a figure may have to be another one, in words."""


@frozen(kw_only=True, repr=False)
class Suggestion(Brief):
    """Cells, the figures that they may have to have, and why."""

    cells: tuple[str, ...]
    figures: tuple[int, ...]
    reason: Reason
    alone: bool
    """Whether nothing else explains the same as well."""
    message: Message


@frozen(repr=False)
class Change(Brief):
    """A cell that was changed: before, after, and why."""

    before: Cell
    after: Cell
    reason: Reason


@frozen(repr=False)
class Applied(Brief):
    """A new report, and the list of what differs from the old one."""

    report: Report
    changes: tuple[Change, ...]


def suggest(report: Report, *, time_limit: float = 2.0) -> tuple[Suggestion, ...]:
    """What arithmetic suggests: for figures that are wrong, for empty cells, and for figures that are lost.

    Of several sets that explain a broken sum equally well, those are given whose digits tell how they came
    about.

    Raises:
        ModuleNotFoundError: as :func:`localize`.
    """
    found = localize(report, time_limit=time_limit)
    wrong = [suggestion for one in found for suggestion in _corrections(report, one)]
    return (*wrong, *_completions(report))


def apply(report: Report, suggestions: Iterable[Suggestion]) -> Applied:
    """A copy of the report with the figures of suggestions, and an audit list. The report itself stays.

    Raises:
        GovDisclosureError: two of the suggestions are about one cell.
    """
    require("report", report, Report)
    changes: dict[str, Change] = {}
    for suggestion in each("suggestions", suggestions, Suggestion):
        for id, figure in zip(suggestion.cells, suggestion.figures, strict=True):
            if id in changes:
                raise GovDisclosureError(error_text("suggested_twice", id=id))
            before = report.cells[id]
            after = evolve(before, value=figure, state=State.REPORTED)
            changes[id] = Change(before, after, suggestion.reason)
    cells = {**report.cells, **{id: change.after for id, change in changes.items()}}
    return Applied(evolve(report, cells=cells), tuple(changes.values()))


# --- Figures that are wrong -------------------------------------------------------------------------------


def _corrections(report: Report, found: Localization) -> Iterator[Suggestion]:
    for suspects in found.suspects:
        figures = tuple(figure for figure in suspects.figures if figure is not None)
        if len(figures) < len(suspects.cells):
            continue
        reason = reason_of(report, suspects.cells, figures)
        alone = len(found.suspects) == 1 and found.complete
        if alone or reason is not Reason.ARITHMETIC:
            yield _suggestion(report, suspects.cells, figures, reason, alone=alone)


def reason_of(report: Report, cells: Sequence[str], figures: Sequence[int]) -> Reason:
    """How the figures of cells, if others are right, came to be as they are."""
    written = [int(report.cells[id].value or 0) for id in cells]
    if len(cells) == 1:
        return _reason_of_one(report, cells[0], written[0], figures[0])
    if len(cells) == 2 and _beside(report, cells[0], cells[1]):
        if list(figures) == written[::-1]:
            return Reason.NEIGHBOURS_SWAPPED
        if figures[1] == 0 and str(figures[0]) == f"{written[0]}{written[1]}":
            return Reason.NUMBER_SPLIT
    return Reason.ARITHMETIC


def _reason_of_one(report: Report, id: str, written: int, figure: int) -> Reason:
    one, other = str(written), str(figure)
    if one in _without_a_digit(other):
        return Reason.DIGIT_DROPPED
    if other in _without_a_digit(one, doubled=True):
        return Reason.DIGIT_DOUBLED
    if other in {one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)}:
        return Reason.DIGITS_SWAPPED
    sums = [identity for identity in identities(edition_of(report)) if identity.right == (id,)]
    parts = {int(report.cells[part].value or 0) for identity in sums for part in identity.left}
    return Reason.TOTAL_NOT_UPDATED if abs(figure - written) in parts else Reason.ARITHMETIC


def _without_a_digit(digits: str, *, doubled: bool = False) -> set[str]:
    return {
        digits[:at] + digits[at + 1 :]
        for at in range(len(digits) if len(digits) > 1 else 0)
        if not doubled or digits[at] in (digits[at - 1 : at], digits[at + 1 : at + 2])
    }


def _beside(report: Report, one: str, other: str) -> bool:
    row = [cell.id for cell in rows(edition_of(report))[fields_by_id()[one].key]]
    return other in row and row.index(other) == row.index(one) + 1


# --- Figures that are not there ---------------------------------------------------------------------------


def _completions(report: Report) -> Iterator[Suggestion]:
    known = {id: int(cell.value) for id, cell in report.cells.items() if cell.value is not None}
    form = identities(edition_of(report))
    for id, figure in _determined(report, form, known).items():
        empty = report.cells[id].state in EMPTY and not figure
        reason = Reason.IMPLIED_ZERO if empty else Reason.DETERMINED
        yield _suggestion(report, (id,), (figure,), reason, alone=True)


def _determined(report: Report, form: Sequence[Identity], known: Mapping[str, int]) -> dict[str, int]:
    """The figures that the sums allow only one value for, found one from the other.

    Nothing follows from a figure in a sum that fails, or would fail with what follows: it may be wrong.
    """
    doubtful: set[str] = set()
    while True:
        sound = [one for one in form if doubtful.isdisjoint(one.cells)]
        found: dict[str, int] = {}
        while new := {id: figure for one in sound for id, figure in _solved(one, {**known, **found})}:
            found |= new
        failing = _in_failing(form, {**known, **found})
        if failing <= doubtful:
            return {id: found[id] for id in report.cells if id in found}
        doubtful |= failing


def _in_failing(form: Iterable[Identity], values: Mapping[str, int]) -> set[str]:
    """The cells of the identities that fail."""
    failing = (
        one
        for one in form
        if all(id in values for id in one.cells)
        and sum(values[id] for id in one.left) != sum(values[id] for id in one.right)
    )
    return {id for one in failing for id in one.cells}


def _solved(identity: Identity, values: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """What an identity says of the cells in it without a value: of one, or of several that can but be 0."""
    lacking = [id for id in identity.cells if id not in values]
    left, right = (sum(values.get(id, 0) for id in side) for side in (identity.left, identity.right))
    on_the_left = [id in identity.left for id in lacking]
    if not lacking or len(set(on_the_left)) > 1:
        return
    rest = right - left if on_the_left[0] else left - right
    if rest == 0 or (rest > 0 and len(lacking) == 1):
        yield from ((id, rest) for id in lacking)


# --- Words ------------------------------------------------------------------------------------------------


def _suggestion(
    report: Report, cells: Sequence[str], figures: Sequence[int], reason: Reason, *, alone: bool
) -> Suggestion:
    edition = edition_of(report)
    names = [
        (row_label(cell.key, edition), column_label(cell, edition))
        for cell in map(fields_by_id().__getitem__, cells)
    ]
    changes = [
        (f"“{row}”{column}", _written(report.cells[id]), str(figure))
        for (row, column), id, figure in zip(names, cells, figures, strict=True)
    ]
    words = REASONS[reason]
    return Suggestion(
        cells=tuple(cells),
        figures=tuple(figures),
        reason=reason,
        alone=alone,
        message=Message(
            zh="；".join(f"{name}：{old} → {new}" for name, old, new in changes) + f"（{words.zh}）",
            en="; ".join(f"{name}: {old} → {new}" for name, old, new in changes) + f" ({words.en})",
        ),
    )


def _written(cell: Cell) -> str:
    """A cell's number, else its text."""
    return str(cell.value) if cell.value is not None else cell.raw.strip() or "—"
