"""Several numbers in a cell: parted where only so the row adds up."""

import pytest

from gov_disclosure.scanning.scanner import scan
from gov_disclosure.scanning.sums import beside


def parted(row: str) -> list[str]:
    found = beside([piece for piece in scan(f"| {row} |\n") if piece.row], 7)
    return [piece.text.strip() for piece in found or ()]


@pytest.mark.parametrize(
    "row",
    [
        "9 4 | 0 | 0 | 0 | 1 | 14",
        "9 | 4 | 0 0 | 0 | 1 | 14",
        "9 | 4 | 0 | 0 | 0 | 1 14",
        "9 4 0 | 0 | 0 1 | 14",
        "0 0 | 0 | 0 | 0 | 0 | 0",
        "12 3 | 0 | 0 | 0 | 0 | 15",
    ],
)
def test_numbers_side_by_side_have_a_column_each(row):
    assert parted(row) == row.replace("|", " ").split()


@pytest.mark.parametrize(
    "row",
    [
        # They do not add up.
        "9 4 | 0 | 0 | 0 | 1 | 15",
        # Put together they do, and an empty cell is lost.
        "9 4 | 0 | 0 | 0 | 1 | 95",
        # Too few, too many, and none that stand side by side.
        "9 4 | 0 | 0 | 1 | 14",
        "9 4 | 0 | 0 | 0 | 0 | 1 | 14",
        "9 | 4 | 0 | 0 | 0 | 1 | 14",
        # Not only numbers.
        "9 件4 | 0 | 0 | 0 | 1 | 14",
        "9 4 | 0 | 0 | / | 1 | 14",
    ],
)
def test_others_stay_as_they_are(row):
    assert parted(row) == []


def test_each_has_its_place():
    pieces = [piece for piece in scan("|  9  14 | 0 | 0 | 0 | 1 | 24 |\n") if piece.row]
    found = beside(pieces, 7)
    assert found is not None
    assert [(piece.text, piece.start, piece.column) for piece in found[:3]] == [
        ("9", 3, 4),
        ("14", 6, 7),
        (" 0 ", 10, 12),
    ]
