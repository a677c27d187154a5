"""Goldens: what a careful reader takes from a report, a line a row, and the same drawn from a parsed report.

A cell is its number, ``.`` for blank, ``/`` for not applicable, ``_`` for missing, ``?`` for unreadable. The
rows of the report's edition come in the form's order; ``row@2019`` gives a row of another edition.
"""

from collections.abc import Iterator
from pathlib import Path

import gov_disclosure as gd

STATES = {
    gd.State.BLANK: ".",
    gd.State.NOT_APPLICABLE: "/",
    gd.State.MISSING: "_",
    gd.State.UNREADABLE: "?",
}
FACTS = ("title", "issuer", "year", "edition", "sections", "issues")


def read_golden(path: Path) -> dict[str, str]:
    """A golden's lines as key and text; ``#`` begins a comment."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines if line)}


def write_golden(path: Path, report: gd.Report) -> None:
    """Write a report in the form of a golden."""
    path.write_text("".join(f"{key}: {text}\n" for key, text in drawn(report).items()), encoding="utf-8")


def drawn(report: gd.Report) -> dict[str, str]:
    """A report in the form of a golden."""
    facts = {
        "title": report.title,
        "issuer": report.issuer,
        "year": report.year,
        "edition": report.edition,
        "sections": " ".join(str(section.number) for section in report.sections),
        "issues": " ".join(sorted({issue.code for issue in report.issues})),
    }
    rows: dict[str, list[str]] = {}
    for key, cell in _cells(report):
        rows.setdefault(key, []).append(str(cell.value) if cell.value is not None else STATES[cell.state])
    return {name: "" if fact is None else str(fact) for name, fact in facts.items()} | {
        key: " ".join(cells) for key, cells in rows.items()
    }


def _cells(report: gd.Report) -> Iterator[tuple[str, gd.Cell]]:
    own = {field.id for field in gd.form_fields(report.edition)} if report.edition else set(report.cells)
    for id, cell in report.cells.items():
        row = id.rpartition(".")[0]
        other = "2019" if report.edition == "2021" else "2021"
        yield (row if id in own else f"{row}@{other}"), cell
