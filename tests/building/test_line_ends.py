"""What line ends stand for, where a table is set one cell a line: cells, empty ones, ends of rows, merged labels."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from random import Random

import pytest

import gov_disclosure as gd
from gov_disclosure.building.line_ends import LinedRow, LineEnds, ways
from helpers.converters.reports import gaps, truth_of
from helpers.second_renderer.form import Made, Table
from helpers.second_renderer.printing import begun, copied, dropped

LIBREOFFICE = LineEnds(cell=1, blank=1, covers=True)
DOCX2TXT = LineEnds(cell=2, blank=2, covers=True)
BS4 = LineEnds(cell=1, blank=1, row=2)
SELECTOLAX = LineEnds(cell=2, blank=1, row=2)
TEXT_NODES = LineEnds(cell=3, blank=2, row=4)
TIGHT = LineEnds(cell=1, blank=1)
WAYS = [LIBREOFFICE, DOCX2TXT, BS4, SELECTOLAX, TEXT_NODES, TIGHT]
REPORTS = {edition: gaps(edition) for edition in ("2019", "2021")}
NAMES = ["libreoffice", "docx2txt", "bs4", "selectolax", "text-nodes", "tight"]
BY_WAY = pytest.mark.parametrize("way", WAYS, ids=NAMES)
BY_EDITION = pytest.mark.parametrize("edition", REPORTS)


def written(made: Made, way: LineEnds, *, copies: bool = False) -> str:
    """A report as a tool writes it that has so many line ends."""
    found, pending = [made.title], way.cell
    for part in made.parts:
        if isinstance(part, str):
            found += ["\n" * max(pending, way.cell), part]
            pending = way.cell
            continue
        for at, row in enumerate(_rows(part, way, copies=copies)):
            pending += way.row if at else 0
            for text in row:
                found += ["\n" * pending, text] if text else []
                pending = way.cell if text else pending + way.blank
        pending += way.row
    return "".join(found)


def _rows(table: Table, way: LineEnds, *, copies: bool) -> list[list[str]]:
    return copied(table) if copies else begun(table) if way.covers else dropped(table)


def wrong(text: str, made: Made) -> dict[str, gd.Cell]:
    truth = truth_of(made)
    cells = gd.parse(text).cells
    return {id: cells[id] for id in truth if cells[id].value not in (None, truth[id].value)}


def share_kept(text: str, made: Made) -> float:
    truth, cells = truth_of(made), gd.parse(text).cells
    kept = [id for id in truth if (cells[id].state, cells[id].value) == (truth[id].state, truth[id].value)]
    return len(kept) / len(truth)


@BY_EDITION
@BY_WAY
def test_all_that_a_way_determines_is_read(way, edition):
    assert share_kept(written(REPORTS[edition], way), REPORTS[edition]) == 1


@BY_EDITION
def test_places_that_a_tool_has_filled_with_copies_are_one_cell_each(edition):
    assert share_kept(written(REPORTS[edition], TIGHT, copies=True), REPORTS[edition]) == 1


def _damaged(lines: list[str], at: int) -> Iterator[list[str]]:
    yield lines[:at] + lines[at + 1 :]
    yield lines[: at + 1] + lines[at:]


@BY_WAY
def test_an_empty_line_that_is_lost_or_doubled_costs_its_row_and_makes_no_number_wrong(way):
    made = REPORTS["2021"]
    lines = written(made, way).split("\n")
    empty = [at for at, line in enumerate(lines) if not line]
    for at in Random(f"{way}").sample(empty, 12):
        for damaged in map("\n".join, _damaged(lines, at)):
            assert not wrong(damaged, made), at
            # Table four is one row of fifteen cells, the longest.
            assert share_kept(damaged, made) >= 0.92, at


@BY_WAY
def test_many_empty_lines_that_are_lost_or_doubled_make_no_number_wrong(way):
    """One in every row at the most: a line that is lost and one that is doubled in it leave no trace."""
    made = REPORTS["2019"]
    random = Random(f"many {way}")
    for often in (4, 12, 40):
        lines: list[str] = []
        spared = True
        for line in written(made, way).split("\n"):
            is_label = bool(line) and not line[0].isdigit() and line != "/"
            spared = spared and not is_label
            struck = not line and not spared and random.random() < 1 / often
            spared = spared or struck
            lines += [line] * (random.choice([0, 2]) if struck else 1)
        assert not wrong("\n".join(lines), made), often


@BY_WAY
def test_a_lost_or_doubled_line_of_any_kind_makes_no_number_wrong(way):
    made = REPORTS["2019"]
    lines = written(made, way).split("\n")
    for at in Random(f"any {way}").sample(range(len(lines)), 12):
        for damaged in map("\n".join, _damaged(lines, at)):
            assert not wrong(damaged, made), (at, lines[at])


@BY_WAY
def test_a_lost_page_makes_no_number_wrong(way):
    made = REPORTS["2021"]
    lines = written(made, way).split("\n")
    random = Random(f"page {way}")
    for _ in range(10):
        at = random.randrange(len(lines))
        assert not wrong("\n".join(lines[:at] + lines[at + random.randint(2, 90) :]), made), at


def test_a_page_that_ends_within_a_row_leaves_the_others():
    made = REPORTS["2021"]
    text = written(made, BS4).replace("31324\n282", "31324\n- 3 -\n282")
    assert not wrong(text, made)
    assert share_kept(text, made) == 1 - 7 / 200


def test_a_row_with_an_empty_line_too_many_is_refused_for_that():
    text = written(REPORTS["2021"], BS4).replace("31324\n282", "31324\n\n282")
    refused = [issue for issue in gd.parse(text).issues if issue.level is gd.Level.ERROR]
    assert [(issue.code, issue.cells[0]) for issue in refused] == [
        ("T405", "requests.new_received.natural_person")
    ]


# --- Which ways explain rows ------------------------------------------------------------------------------

FILLED: Mapping[str, tuple[int, ...]] = {"first": (0, 1), "last": (1, 2), "both": (0, 2), "all": (0, 1, 2)}


def rows(*names: str, way: LineEnds, width: int = 3) -> list[LinedRow]:
    found: list[LinedRow] = []
    for name in names:
        places = (-1, *FILLED[name])
        gaps = [way.cell + way.blank * (b - a - 1) for a, b in pairwise(places)]
        end = way.cell + way.row + way.blank * (width - 1 - places[-1])
        found.append(LinedRow(tuple(gaps), end, width))
    return found


@BY_WAY
def test_rows_with_empty_cells_here_and_there_tell_one_way(way):
    names = ("first", "last", "both", "all")
    found = {one.rows for one in ways(rows(*names, way=way), way.cell)}
    assert found == {tuple(FILLED[name] for name in names)}


@pytest.mark.parametrize("name", ["first", "last"])
def test_where_all_rows_have_their_empty_cells_at_one_end_they_may_be_what_stands_between_rows(name):
    assert ways(rows(*[name] * 8, way=BS4), 1) == []


def test_rows_of_which_many_are_explained_by_nothing_tell_no_way():
    torn = [LinedRow((1, 1), 1, 3)] * 2
    assert ways([*rows("both", "all", "first", "last", way=BS4), *torn], 1) == []


def test_rows_without_an_empty_cell_do_not_tell_what_stands_for_one():
    assert ways(rows(*["all"] * 8, way=BS4), 1) == []


def test_a_row_that_two_ways_place_otherwise_is_told_by_none():
    """The covered place before the last row is an empty cell, or its first column is: nobody knows."""
    found = rows(*("first", "last", "both", "all") * 2, way=TIGHT)
    doubtful = LinedRow((1, 1), 2, 3, covered=1)
    said = {one.rows[-1] for one in ways([*found, doubtful], 1)}
    assert said == {(0, 1), None}


def test_a_last_row_is_whole_where_what_follows_stands_as_far_off_as_behind_other_tables():
    found = rows("first", "last", "both", "all", way=BS4)
    ends = [LinedRow((1, 1), 6, 3, ends_table=True), LinedRow((1, 1, 1), 5, 3, ends_table=True)]
    apart = [ends[0], ends[1]._replace(end=4)]
    assert {one.rows[-2] for one in ways([*found, *ends], 1)} == {(0, 1)}
    assert {one.rows[-2] for one in ways([*found, *apart], 1)} in (set(), {None})
