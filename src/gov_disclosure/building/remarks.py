"""Remarks on what was read: plain functions from a report to issues, each stating what the form asks for."""

from collections.abc import Callable, Iterable, Iterator

from gov_disclosure.form.fields import State
from gov_disclosure.form.labels import heading_label, row_label
from gov_disclosure.model.issues import Issue, issue
from gov_disclosure.model.report import Cell, Report

Remark = Callable[[Report], Iterable[Issue]]

SECTIONS = 6


def missing_sections(report: Report) -> Iterator[Issue]:
    """A report has six sections (国办公开办函〔2021〕30号, annex)."""
    present = {section.number for section in report.sections}
    for number in range(1, SECTIONS + 1):
        if number not in present:
            yield issue("S201", number=number, heading=heading_label(number))


def blank_cells(report: Report) -> Iterator[Issue]:
    """A cell without figure is to be filled with 0, so a blank one says nothing certain."""
    return _cells_in_state(report, State.BLANK, "V504")


def not_applicable_cells(report: Report) -> Iterator[Issue]:
    """A cell filled with "/" and the like gives no figure."""
    return _cells_in_state(report, State.NOT_APPLICABLE, "V505")


def _cells_in_state(report: Report, state: State, code: str) -> Iterator[Issue]:
    by_row: dict[str, list[Cell]] = {}
    for cell in report.cells.in_state(state):
        by_row.setdefault(cell.id.rpartition(".")[0], []).append(cell)
    for row, cells in by_row.items():
        yield issue(
            code,
            cells=tuple(cell.id for cell in cells),
            location=cells[0].location,
            raw=cells[0].raw,
            row=row_label(row, report.edition),
            found=len(cells),
        )


REMARKS: tuple[Remark, ...] = (missing_sections, blank_cells, not_applicable_cells)


def remarks(report: Report, asked: Iterable[Remark] = REMARKS) -> tuple[Issue, ...]:
    """What is remarked of a report, in the order of what is asked."""
    return tuple(found for run in asked for found in run(report))
