"""Which rows of the form a report shows, missing ones included, and the edition that each of them follows."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from gov_disclosure.form.fields import Edition, State, all_rows, rows
from gov_disclosure.model.report import Report

# （六）其他处理 is three rows in one edition and one row in the other.
_OTHER: Final = "requests.results.other"


def followed_rows(report: Report) -> Iterator[tuple[str, Edition]]:
    """Every ``table.row`` of the report's edition, or in its place those of the other that it has instead.

    A row that it has in both is given in both; a report whose edition is unknown is given the latest.
    """
    own = report.edition or Edition.FORM_2021
    others = [edition for edition in Edition if edition is not own]
    for _, of_place in groupby(all_rows(), key=_place):
        names = tuple(of_place)
        there = [edition for edition in (own, *others) if _has_own_cells(report, names, edition)]
        for row in names:
            yield from ((row, edition) for edition in there or [own] if row in rows(edition))


def _place(row: str) -> str:
    return _OTHER if row.startswith(_OTHER) else row


def _has_own_cells(report: Report, names: tuple[str, ...], edition: Edition) -> bool:
    """Whether the source has a cell of these rows that no other edition has."""
    fields = (field for row in names for field in rows(edition).get(row, ()) if field.editions == (edition,))
    found = (report.cells.get(field.id) for field in fields)
    return any(cell is not None and cell.state is not State.MISSING for cell in found)
