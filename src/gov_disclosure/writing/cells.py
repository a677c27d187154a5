"""Cells files: what a careful reader takes from a report, a line a row, to be read and written by hand.

A line is a name, a colon and what belongs to it::

    # the facts; each may be left out
    title: 青溪区人民政府2021年政府信息公开工作年度报告
    edition: 2021
    layout: tika
    # the rows, each with its cells in the order of the form
    proactive.rules: 0 0 7
    proactive.licensing: .

A cell is its number, ``.`` for blank, ``/`` for not applicable, ``_`` for missing, ``?`` for unreadable. A row
that is left out is missing. ``row@2019`` gives a row of another edition than the report's: those of its cells
that the report's own edition lacks. ``#`` begins a comment, at the start of a line or behind the cells.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache, partial

from attrs import field, frozen

from gov_disclosure.form.arguments import require
from gov_disclosure.form.brief import Brief
from gov_disclosure.form.fields import Edition, Field, Kind, Number, State, all_fields, digits, form_fields
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import SerializedFormError
from gov_disclosure.model.report import Cell, Report

MARKS: Mapping[State, str] = {
    State.BLANK: ".",
    State.NOT_APPLICABLE: "/",
    State.MISSING: "_",
    State.UNREADABLE: "?",
}
"""How a cell without number is written."""

_STATES = {mark: state for state, mark in MARKS.items()}
_FACTS = ("title", "issuer", "year", "edition", "layout", "sections", "issues")
_NUMBERS: Mapping[Kind, re.Pattern[str]] = {
    Kind.COUNT: re.compile("[0-9]{1,18}"),
    Kind.CHANGE: re.compile("[+-]?[0-9]{1,18}"),
    Kind.AMOUNT: re.compile(r"[0-9]{1,18}(\.[0-9]{1,18})?"),
}


@frozen(kw_only=True, repr=False)
class Truth(Brief):
    """What a report says, but not where: the facts that are known, and cells without raw text and place."""

    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    edition: Edition | None = None
    layout: str | None = None
    """The layout of the text in which the report is at hand, in any words."""
    sections: tuple[int, ...] = ()
    """The numbers of the sections that are there."""
    issues: tuple[str, ...] = ()
    """The codes of the issues, sorted, each once."""
    cells: Mapping[str, Cell] = field(factory=dict[str, Cell])

    @classmethod
    def of(cls, report: Report) -> "Truth":
        """What was read of a report; after a person's check of each number, the truth about it."""
        return cls(
            title=report.title,
            issuer=report.issuer,
            year=report.year,
            edition=report.edition,
            sections=tuple(section.number for section in report.sections),
            issues=tuple(sorted({found.code for found in report.issues})),
            cells={id: Cell(id=id, value=c.value, state=c.state) for id, c in report.cells.items()},
        )


def to_cells(report: Report | Truth) -> str:
    """A report as the text of a cells file, the rows of its own edition first."""
    require("report", report, Report, Truth)
    truth = Truth.of(report) if isinstance(report, Report) else report
    lines = [f"{name}: {text}" for name in _FACTS if (text := _fact(truth, name)) is not None]
    for row, columns in _rows_of(truth.edition).items():
        if any(column.id in truth.cells for column in columns):
            lines.append(f"{row}: {' '.join(_mark(truth.cells.get(column.id)) for column in columns)}")
    return "\n".join(lines) + "\n"


def from_cells(text: str) -> Truth:
    """What the text of a cells file says.

    Raises:
        SerializedFormError: a line is none of a cells file; the message gives its number and what was expected.
    """
    require("text", text, str)
    facts: dict[str, str] = {}
    rows: dict[str, tuple[int, str]] = {}
    for number, name, rest in _lines(text):
        if name in facts or name in rows:
            raise _error("cells_twice", number, name=name)
        if name in _FACTS:
            facts[name] = rest
            _check_fact(number, name, rest)
        else:
            rows[name] = number, rest.partition("#")[0]
    edition = Edition(facts["edition"]) if facts.get("edition") else None
    return Truth(
        title=facts.get("title") or None,
        issuer=facts.get("issuer") or None,
        year=int(facts["year"]) if facts.get("year") else None,
        edition=edition,
        layout=facts.get("layout") or None,
        sections=tuple(map(int, facts.get("sections", "").split())),
        issues=tuple(facts.get("issues", "").split()),
        cells={cell.id: cell for cell in _cells(rows, edition)},
    )


def _fact(truth: Truth, name: str) -> str | None:
    """A fact on one line; ``None`` for a layout that is not said."""
    value = getattr(truth, name)
    if name == "layout" and value is None:
        return None
    words = map(str, value) if isinstance(value, tuple) else str("" if value is None else value).split()
    return " ".join(words)


def _mark(cell: Cell | None) -> str:
    if cell is None:
        return MARKS[State.MISSING]
    if cell.value is None:
        return MARKS[cell.state]
    return digits(cell.value)


@cache
def _rows_of(edition: Edition | None) -> Mapping[str, tuple[Field, ...]]:
    """The rows that a file of an edition may name, with their columns; without one, what all editions share."""
    own = form_fields(edition) if edition else [c for c in all_fields() if len(c.editions) == len(Edition)]
    rows: dict[str, tuple[Field, ...]] = {}
    for cell in own:
        rows[cell.key] = (*rows.get(cell.key, ()), cell)
    shared = set(own)
    for cell in (cell for cell in all_fields() if cell not in shared):
        row = f"{cell.key}@{cell.editions[0]}"
        rows[row] = (*rows.get(row, ()), cell)
    return rows


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Number, name and the rest of every line that says something."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = line.strip()
        if line and not line.startswith("#"):
            name, colon, rest = line.partition(":")
            if not colon:
                raise _error("cells_colon", number, text=line)
            yield number, name.strip(), rest.strip()


def _check_fact(number: int, name: str, text: str) -> None:
    words = text.split()
    right = {
        "year": not text or re.fullmatch("[0-9]{4}", text),
        "edition": not text or text in list(Edition),
        "sections": all(re.fullmatch("[1-6]", word) for word in words),
        "issues": all(re.fullmatch("[A-Z][0-9]{3}", word) for word in words),
    }.get(name, True)
    if not right:
        raise _error("cells_fact", number, name=name, text=text)


def _cells(rows: Mapping[str, tuple[int, str]], edition: Edition | None) -> Iterator[Cell]:
    known = _rows_of(edition)
    for row, (number, text) in rows.items():
        if row not in known:
            raise _error("cells_row", number, row=row, edition=edition or _names(Edition))
        found = text.split()
        if len(found) != len(known[row]):
            columns = _names(column.column for column in known[row])
            raise _error(
                "cells_count", number, row=row, found=len(found), expected=len(known[row]), columns=columns
            )
        yield from map(partial(_cell, number), known[row], found)


def _cell(number: int, entry: Field, word: str) -> Cell:
    if word in _STATES:
        return Cell(id=entry.id, state=_STATES[word])
    if not _NUMBERS[entry.kind].fullmatch(word):
        raise _error("cells_number", number, id=entry.id, text=word, marks=_names(_STATES))
    value: Number = Decimal(word) if entry.kind is Kind.AMOUNT else int(word)
    return Cell(id=entry.id, value=value, state=State.REPORTED)


def _names(words: Iterable[str]) -> str:
    return ", ".join(words)


def _error(name: str, line: int, /, **facts: object) -> SerializedFormError:
    return SerializedFormError(error_text(name, line=line, **facts))
