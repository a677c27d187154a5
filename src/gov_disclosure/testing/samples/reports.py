"""Invented reports: figures that add up, an issuer, a year, prose; some cells empty where that is asked."""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from typing import Any, Final

from gov_disclosure.form.fields import (
    Edition,
    Field,
    Kind,
    Number,
    State,
    digits,
    fields_by_id,
    form_fields,
    rows,
)
from gov_disclosure.form.labels import heading_label
from gov_disclosure.form.vocabulary import terminals
from gov_disclosure.model.issues import Location
from gov_disclosure.model.report import Cell, Report, Section
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.numbers import balanced
from gov_disclosure.testing.samples.prose import Setting, setting

EMPTY: Final = (State.BLANK, State.NOT_APPLICABLE, State.MISSING)
"""How a cell can be without a number, and still say so plainly."""

_PROSE: Final = {1: ("OVERVIEW", 5), 5: ("PROBLEMS", 3), 6: ("MATTERS", 2)}
_START: Final = Location(1, 1)
_TABLES: Final = ("proactive", "requests", "disputes")
_MOST_CELLS: Final = 12
_MOST_ROWS: Final = 6


def sample_report(
    choices: Choices,
    edition: Edition | None = None,
    empty: Collection[State] = (),
    numbers: Callable[[Choices, Edition], Mapping[str, Number]] = balanced,
) -> Report:
    """A report whose figures add up, on one edition or either, some of its cells in the ``empty`` states."""
    edition = edition or choices.pick((Edition.FORM_2021, Edition.FORM_2019))
    united = choices.chance(3)
    cells = {
        id: _reported(choices, fields_by_id()[id], number, united)
        for id, number in numbers(choices, edition).items()
    }
    for state in EMPTY:
        if state in empty and choices.chance(2):
            cells |= _emptied(choices, cells, edition, state)
    return _document(choices, edition, setting(choices, edition), cells)


def named(report: Report) -> str:
    """A report by its title, where all of its cells would be too many to show."""
    return f"<Report {report.title}>"


def shortly(self: object, printer: Any, cycle: bool) -> None:
    """What Hypothesis shows of a failing example: its own way would show every cell of a report."""
    printer.text(repr(self))


def _document(choices: Choices, edition: Edition, about: Setting, cells: Mapping[str, Cell]) -> Report:
    title = about.sentence(choices, "TITLE")
    texts = {number: about.paragraphs(choices, terminal, most) for number, (terminal, most) in _PROSE.items()}
    preamble = about.paragraphs(choices, "PREAMBLE", 2) if choices.chance(2) else ""
    return Report(
        title=title,
        issuer=about.issuer,
        year=about.year,
        edition=edition,
        preamble=preamble,
        sections=tuple(
            Section(number=number, heading=heading_label(number), text=texts.get(number, ""), location=_START)
            for number in range(1, 7)
        ),
        cells=cells,
        issues=(),
    )


# --- Cells with a number ----------------------------------------------------------------------------------


def _reported(choices: Choices, field: Field, value: Number, united: bool) -> Cell:
    unit = _unit(choices, field) if united else _STATED.get(field.id)
    return filled(field.id, value, unit)


def filled(id: str, value: Number, unit: str | None) -> Cell:
    """A cell with a number, its text the number as it is written plainly."""
    return _cell(id, value, f"{digits(value)}{unit or ''}", unit)


@lru_cache(maxsize=4096)
def _cell(id: str, value: Number, raw: str, unit: str | None) -> Cell:
    return Cell(id=id, state=State.REPORTED, value=value, raw=raw, unit=unit)


def _unit(choices: Choices, field: Field) -> str | None:
    """The unit that a cell is written with: money's often, that of a count hardly ever."""
    if field.kind is not Kind.AMOUNT:
        return field.unit if field.id in _UNITED and choices.chance(40) else None
    if field.id in _STATED:
        return _STATED[field.id]
    return choices.pick((None, *terminals("values")["MONEY_UNIT"][:2]))


_STATED: Final = {field.id: field.unit for field in form_fields(Edition.FORM_2021) if field.kind is Kind.AMOUNT}
"""The unit that the label of a column states, which is that of its cells."""
# One cell a row is enough; asking for each of them costs time.
_UNITED: Final = frozenset(
    field.id
    for field in form_fields(Edition.FORM_2021)
    if field.column in ("in_force", "decisions", "total")
    if field.table != "disputes"
)


# --- Cells without one ------------------------------------------------------------------------------------


def _emptied(choices: Choices, cells: Mapping[str, Cell], edition: Edition, state: State) -> dict[str, Cell]:
    """Some of the cells in a state without number."""
    raw = choices.pick(terminals("values")["NOT_APPLICABLE"]) if state is State.NOT_APPLICABLE else ""
    patterns = _ROWS if state is State.MISSING else _PATTERNS
    ids = choices.pick(patterns)(choices, cells, edition)
    return {id: Cell(id=id, state=state, raw=raw) for id in ids if cells[id].state is not State.MISSING}


def _single(choices: Choices, cells: Mapping[str, Cell], edition: Edition) -> list[str]:
    return choices.some(list(cells), _MOST_CELLS)


def _some_rows(choices: Choices, cells: Mapping[str, Cell], edition: Edition) -> list[str]:
    """Whole rows; the fifteen cells of table four are one."""
    names = [row for row in rows(edition) if not row.startswith("disputes.")]
    chosen = choices.some([*names, "disputes."], _MOST_ROWS)
    return [id for id in cells if any(id.startswith(row) for row in chosen)]


def _a_table(choices: Choices, cells: Mapping[str, Cell], edition: Edition) -> list[str]:
    table = choices.pick(_TABLES)
    return [id for id in cells if id.startswith(table)]


def _zeros(choices: Choices, cells: Mapping[str, Cell], edition: Edition) -> list[str]:
    """Only what is not 0 was filled in."""
    return [id for id, cell in cells.items() if cell.value == 0]


def _all_but_totals(choices: Choices, cells: Mapping[str, Cell], edition: Edition) -> list[str]:
    return [id for id in cells if not id.startswith("proactive.") and not id.endswith(".total")]


_ROWS: Final = (_some_rows, _a_table)
_PATTERNS: Final = (_single, *_ROWS, _zeros, _all_but_totals)
