"""CSV: many reports as one table, one row a cell (long) or one row a report (wide), and back.

RFC 4180, UTF-8. In the wide shape a cell without number holds the name of its state, and a cell that the
report's edition lacks is empty; the Table Schema lists both as missing values. Text that a spreadsheet would
run as a formula is written behind an apostrophe, which reading takes away again.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from itertools import groupby
from os import PathLike
from threading import Lock
from typing import Literal, TextIO, cast, get_args

from attrs import fields, frozen

from gov_disclosure.form.arguments import each
from gov_disclosure.form.brief import Brief
from gov_disclosure.form.fields import Edition, Kind, State, all_fields, fields_by_id, number
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import GovDisclosureError, SerializedFormError
from gov_disclosure.model.issues import Location
from gov_disclosure.model.report import Cell, Report
from gov_disclosure.writing.whole import written_whole

# The longest field that the standard library can be told to read, on any system.
_LONGEST = 2**31 - 1

Shape = Literal["long", "wide"]
File = str | PathLike[str] | TextIO

# The first characters that make a spreadsheet run a cell (CWE-1236), their wide forms, and the mark itself.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠'")


@frozen(kw_only=True)
class LongRow:
    """A row of the long shape: one cell of one report. The attributes are the columns, in order."""

    report: int
    """The report's number in the file, from 1."""
    source: str | None
    title: str | None
    issuer: str | None
    year: int | None
    edition: str | None
    """The edition of the report."""
    id: str
    table: str
    row: str
    column: str
    row_label: str
    """The form's own label."""
    column_label: str
    value: Decimal | None
    unit: str | None
    """As written, else ``None``: counts are in the unit of the form."""
    state: str
    raw: str
    line: int | None
    """Of the cell's text in the source, from 1."""
    character: int | None
    """Of the line, from 1."""


@frozen(kw_only=True, repr=False)
class CsvReport(Brief):
    """What a CSV file keeps of a report."""

    source: str | None
    title: str | None
    issuer: str | None
    year: int | None
    edition: Edition | None
    cells: Mapping[str, Cell]
    """As in the report; without raw text and place if the file is wide."""


def to_csv(reports: Report | Iterable[Report], file: File, shape: Shape = "long", *, bom: bool = False) -> None:
    """Write reports to a path or an open text file (opened with ``newline=""``).

    ``bom`` begins the file with a byte order mark, by which Excel knows UTF-8.

    Raises:
        TypeError: what is given is no report, or no file.
        ValueError: an unknown shape.
    """
    if shape not in get_args(Shape):
        raise ValueError(f'shape must be "long" or "wide", not {shape!r}')
    given = [reports] if isinstance(reports, Report) else each("reports", reports, Report)
    lines = _lines(given, shape)
    with _opened(file, "w") as out:
        if bom:
            out.write("\ufeff")
        csv.writer(out).writerows(lines)


def from_csv(file: File) -> list[CsvReport]:
    """The reports of a file that :func:`to_csv` wrote, in either shape.

    Raises:
        SerializedFormError: the file is not of that shape, or has a cell of a report twice.
    """
    with _opened(file, "r") as source, _any_length():
        try:
            lines = csv.reader(source, strict=True)
            header = [name.removeprefix("\ufeff") for name in next(lines, [])]
            if header == LONG_COLUMNS:
                return list(_from_long(dict(zip(header, line, strict=True)) for line in lines))
            if header == WIDE_COLUMNS:
                return [_from_wide(dict(zip(header, line, strict=True))) for line in lines]
        except GovDisclosureError:
            raise
        except (ValueError, KeyError, InvalidOperation, csv.Error) as error:
            raise SerializedFormError(error_text("csv_shape", problem=error)) from error
    raise SerializedFormError(error_text("csv_columns"))


_LIMIT = Lock()


@contextmanager
def _any_length() -> Iterator[None]:
    """Let a field be of any length: the text of a row that could not be read may be that of a page."""
    # The limit is the process's own; one reader at a time changes it, and puts it back.
    with _LIMIT:
        limit = csv.field_size_limit(_LONGEST)
        try:
            yield
        finally:
            csv.field_size_limit(limit)


@contextmanager
def _opened(file: File, mode: Literal["r", "w"]) -> Iterator[TextIO]:
    if isinstance(file, (str, PathLike)):
        if mode == "w":
            with written_whole(file) as written:
                yield written
            return
        with open(file, encoding="utf-8", newline="", errors="replace") as opened:
            yield opened
    elif hasattr(file, "write" if mode == "w" else "read"):
        yield file
    else:
        raise TypeError(f"file must be a path or an open text file, not {type(file).__name__}")


REPORT_COLUMNS = ["source", "title", "issuer", "year", "edition"]
LONG_COLUMNS = [attribute.name for attribute in fields(LongRow)]
WIDE_COLUMNS = REPORT_COLUMNS + [
    name
    for cell in all_fields()
    for name in ([cell.id, f"{cell.id}.unit"] if cell.kind is Kind.AMOUNT else [cell.id])
]


def _lines(reports: Iterable[Report], shape: Shape) -> Iterator[list[str]]:
    if shape == "long":
        yield LONG_COLUMNS
        for number, report in enumerate(reports, 1):
            for row in long_rows(report, number):
                yield [_text(getattr(row, name)) for name in LONG_COLUMNS]
    else:
        yield WIDE_COLUMNS
        for report in reports:
            yield _wide(report)


def harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula, behind an apostrophe; anything else as it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _text(value: object) -> str:
    value = harmless(value)
    if isinstance(value, str):
        return value
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def _untext(text: str) -> str:
    return text[1:] if text.startswith("'") else text


def long_rows(report: Report, number: int) -> Iterator[LongRow]:
    """The rows of a report in the long shape."""
    for cell in report.cells.values():
        entry = fields_by_id()[cell.id]
        edition = report.edition if report.edition in entry.editions else entry.editions[0]
        yield LongRow(
            report=number,
            source=report.source,
            title=report.title,
            issuer=report.issuer,
            year=report.year,
            edition=report.edition,
            id=cell.id,
            table=entry.table,
            row=entry.row,
            column=entry.column,
            row_label=row_label(entry.key, edition),
            column_label=column_label(entry, edition),
            value=cast("Decimal | None", cell.value),
            unit=cell.unit,
            state=cell.state,
            raw=cell.raw,
            line=cell.location.line if cell.location else None,
            character=cell.location.column if cell.location else None,
        )


def _wide(report: Report) -> list[str]:
    line = [_text(getattr(report, name)) for name in REPORT_COLUMNS]
    for entry in all_fields():
        cell = report.cells.get(entry.id)
        line.append("" if cell is None else _text(cell.value) if cell.value is not None else cell.state.value)
        if entry.kind is Kind.AMOUNT:
            line.append(_text(cell.unit if cell else None))
    return line


def _from_long(lines: Iterator[dict[str, str]]) -> Iterator[CsvReport]:
    begun: set[str] = set()
    for report, group in groupby(lines, key=lambda line: line["report"]):
        rows = list(group)
        cells = {cell.id: cell for cell in map(_long_cell, rows)}
        if report in begun or len(cells) < len(rows):
            raise SerializedFormError(error_text("csv_twice", report=report))
        begun.add(report)
        yield _report(rows[0], cells)


def _report(line: Mapping[str, str], cells: Mapping[str, Cell]) -> CsvReport:
    return CsvReport(
        source=_untext(line["source"]) or None,
        title=_untext(line["title"]) or None,
        issuer=_untext(line["issuer"]) or None,
        year=int(line["year"]) if line["year"] else None,
        edition=Edition(line["edition"]) if line["edition"] else None,
        cells=cells,
    )


def _long_cell(line: Mapping[str, str]) -> Cell:
    return Cell(
        id=line["id"],
        value=number(fields_by_id()[line["id"]].kind, line["value"]) if line["value"] else None,
        state=State(line["state"]),
        raw=_untext(line["raw"]),
        location=Location(int(line["line"]), int(line["character"])) if line["line"] else None,
        unit=_untext(line["unit"]) or None,
    )


def _from_wide(line: Mapping[str, str]) -> CsvReport:
    cells: dict[str, Cell] = {}
    for entry in all_fields():
        text = line[entry.id]
        if text in (state.value for state in State):
            cells[entry.id] = Cell(id=entry.id, state=State(text))
        elif text:
            unit = line.get(f"{entry.id}.unit") or None
            cells[entry.id] = Cell(id=entry.id, value=number(entry.kind, text), state=State.REPORTED, unit=unit)
    return _report(line, cells)
