"""Cells without a number, row by row: what remarks on them say."""

from collections.abc import Iterator

from gov_disclosure.form.fields import State
from gov_disclosure.form.labels import row_label
from gov_disclosure.model.issue_kind import IssueKind
from gov_disclosure.model.issues import Issue, issue
from gov_disclosure.model.report import Cell, Report


def cells_in_state(report: Report, state: State, kind: IssueKind) -> Iterator[Issue]:
    """An issue for each row that has cells in a state."""
    by_row: dict[str, list[Cell]] = {}
    for cell in report.cells.in_state(state):
        by_row.setdefault(cell.id.rpartition(".")[0], []).append(cell)
    for row, cells in by_row.items():
        yield issue(
            kind,
            cells=tuple(cell.id for cell in cells),
            location=cells[0].location,
            raw=cells[0].raw,
            row=row_label(row, report.edition),
            found=len(cells),
        )
