"""Goldens: what a careful reader takes from a report, as a cells file, and the same drawn from a parsed report."""

from pathlib import Path

from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.writing.cells import MARKS as STATES, Truth, from_cells, to_cells

__all__ = ["FACTS", "STATES", "drawn", "read_golden", "write_golden"]

FACTS = ("title", "issuer", "year", "edition", "sections", "issues")


def read_golden(path: Path) -> dict[str, str]:
    """A golden's lines by name, but for the layout, of which a report knows nothing."""
    return lines(evolve(from_cells(path.read_text(encoding="utf-8")), layout=None))


def write_golden(path: Path, report: gd.Report) -> None:
    """Write a report in the form of a golden."""
    path.write_text(to_cells(report), encoding="utf-8")


def drawn(report: gd.Report) -> dict[str, str]:
    """A report in the form of a golden."""
    return lines(Truth.of(report))


def lines(truth: Truth) -> dict[str, str]:
    return {
        name: rest.strip() for name, _, rest in (line.partition(":") for line in to_cells(truth).splitlines())
    }
