"""Values with a sign between them: commas, semicolons, tabs and bars."""

import csv
import io
import re
from random import Random

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.documents import plain
from gov_disclosure.layouts.finding import grids_in
from gov_disclosure.model.grid import Grid
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten

ALL, WORDS, FEW = csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_MINIMAL
WRITINGS = {
    "commas": (",", FEW),
    "commas and quotes": (",", ALL),
    "semicolons": (";", FEW),
    "semicolons and quotes": (";", ALL),
    "semicolons and quoted words": (";", WORDS),
    "tabs and quotes": ("\t", ALL),
    "tabs and quoted words": ("\t", WORDS),
    "bars and quotes": ("|", ALL),
    "bars and quoted words": ("|", WORDS),
}


def texts_in(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in grids_in(text)]


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_fields_in_quotes_are_cells_without_them(sign):
    text = sign.join(['"规章"', '"3.危及""三安全"""', '"1,234"', "5", '""', ""]) + "\n"
    ((row, *others),) = texts_in(f"前\n{text * 4}后\n")
    assert row == ["规章", '3.危及"三安全"', "1,234", "5", "", ""]
    assert len(others) == 3


def test_a_field_has_its_place():
    text = '前\n"规章"|"7"|"8"\n' * 1 + '"规章"|"7"|"8"\n' * 4
    (grid,) = grids_in(text)
    cell = grid.rows[0][2]
    assert (text[cell.start : cell.end], cell.line, cell.column) == ("8", 2, 11)


@pytest.mark.parametrize(
    "line",
    [
        "规章\t1\t2",
        "规章|1|2",
        '"规章"|1|2 3',
        '"规章"|甲|2',
        '| "规章" | "1" | "2" |',
        "var a = 1; b = 2; c()&d;",
        "&nbsp;&nbsp;&nbsp;1",
        "规章;1 2;3",
        '"规章;1;2',
        '"规章"\t"1\t"2"',
    ],
)
def test_other_lines_with_such_signs_are_no_table(line):
    assert texts_in(f"{line}\n" * 5) == []


def _separated(grid: Grid, sign: str, quoting: int) -> str:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=sign, quoting=quoting, lineterminator="\n")  # type: ignore[arg-type]
    writer.writerows([[int(text) if text.isdigit() else text for text in row] for row in grid.texts()])
    return file.getvalue() + "\n"


@pytest.mark.parametrize("name", ["tika-2019", "tika-2021"])
@pytest.mark.parametrize("writing", WRITINGS)
def test_however_fields_are_parted_the_cells_are_the_same(name, writing):
    report, text = rewritten(REPORTS / f"{name}.txt", plain(lambda grid: _separated(grid, *WRITINGS[writing])))
    assert cells(gd.parse(text)) == cells(report)


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("times", [12, pytest.param(500, marks=pytest.mark.thorough)])
def test_a_damage_makes_no_wrong_number(writing, times):
    report, text = rewritten(
        REPORTS / "tika-2021.txt", plain(lambda grid: _separated(grid, *WRITINGS[writing]))
    )
    lines, random, sign = text.split("\n"), Random(writing), WRITINGS[writing][0]
    for _ in range(times):
        at = random.randrange(10, len(lines) - 5)
        line, cut = lines[at], random.randrange(len(lines[at]) + 1)
        put = random.choice([[], [line] * 2, [line[:cut], line[cut:]], [line.replace(sign, "", 1)],
                             [line.replace('"', "", 1)], [sign.join(line.split(sign)[1:])]])  # fmt: skip
        damaged = "\n".join([*lines[:at], *put, *lines[at + 1 :]])
        assert numbers(gd.parse(damaged)).items() <= numbers(report).items(), (at, put)


def _lines(name: str, writing: str) -> tuple[gd.Report, list[str], list[int]]:
    """A report, the lines of its text in a writing, and the numbers of those that are rows of tables."""
    report, text = rewritten(REPORTS / f"{name}.txt", plain(lambda grid: _separated(grid, *WRITINGS[writing])))
    lines, sign = text.split("\n"), WRITINGS[writing][0]
    return report, lines, [at for at, line in enumerate(lines) if line.count(sign) > 2]


UNEVEN = {
    "a sign too many": lambda line, sign: line + sign,
    "two signs too many": lambda line, sign: line + 2 * sign,
    "a sign too few": lambda line, sign: line.removesuffix(sign),
    "a field too few": lambda line, sign: line.rpartition(sign)[0],
    "a sign too many inside": lambda line, sign: line.replace(sign, 2 * sign, 1),
}


@pytest.mark.parametrize("name", ["tika-2019", "tika-2021"])
@pytest.mark.parametrize("writing", ["commas", "semicolons", "tabs and quotes"])
@pytest.mark.parametrize("uneven", UNEVEN)
def test_a_row_that_is_longer_or_shorter_costs_itself_alone(name, writing, uneven):
    report, lines, rows = _lines(name, writing)
    truth = numbers(report)
    # A sign too many inside of a head moves its labels, and with it the columns of all rows below.
    inside = uneven == "a sign too many inside"
    for at in [at for at in rows if not inside or re.search("[0-9]", lines[at])]:
        changed = UNEVEN[uneven](lines[at], WRITINGS[writing][0])
        found = numbers(gd.parse("\n".join([*lines[:at], changed, *lines[at + 1 :]])))
        assert found.items() <= truth.items(), (at, changed)
        lost = {id.rpartition(".")[0] for id in truth if id not in found}
        assert len(lost) <= 1 or all(id.startswith("disputes.") for id in lost), (at, changed, lost)


@pytest.mark.parametrize("writing", ["commas", "semicolons"])
def test_signs_behind_a_head_or_a_full_row_cost_nothing(writing):
    report, lines, rows = _lines("tika-2021", writing)
    sign = WRITINGS[writing][0]
    for at in rows:
        fields = lines[at].split(sign)
        if all(fields) or not any(field.isdigit() for field in fields):
            longer = "\n".join([*lines[:at], lines[at] + sign, *lines[at + 1 :]])
            assert cells(gd.parse(longer)) == cells(report), at


def test_a_line_of_prose_beside_a_table_is_none_of_its_rows():
    row = "规章,1,2,3\n"
    for line in ("本机关照常公开,及时答复,并无他事\n", "一,二,三,四,五\n"):
        assert texts_in(line + row * 4) == [[["规章", "1", "2", "3"]] * 4]
        assert texts_in(row * 4 + line) == [[["规章", "1", "2", "3"]] * 4]
