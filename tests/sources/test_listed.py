"""Tables as lists of lists, as JSON and Python print them."""

import json
from collections.abc import Callable

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.documents import plain
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.listed import listed_tables
from gov_disclosure.sources.signs import may_be_listed
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten

Rows = list[list[str | int | None]]
HEAD = '["信息内容", "制发", "废止"]'


def listed(text: str) -> list[list[list[str]]]:
    grids = listed_tables(text, lines_of(text))
    return [[[cell.text for cell in row] for row in grid.rows] for grid in grids]


def lists(text: str) -> str:
    """The text of a row below a head, as it is read."""
    ((_, row),) = listed(f"{HEAD}\n{text}")
    return "|".join(row)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('["规章", "1", null]', "规章|1|"),
        ('["规章", 1, 0.5]', "规章|1|0.5"),
        ("['规章', '1', None]", "规章|1|"),
        ("['规章', nan, NaN]", "规章||"),
        ("[u'\\u89c4\\u7ae0', 1, -2,]", "规章|1|-2"),
        ("('规章', 1, 0)", "规章|1|0"),
        ('["\\u89c4\\u7ae0","1","\\ud840\\udc00"]', "规章|1|\U00020000"),
        ('["\\ud840", "\\udc00", "\\U00110000"]', "\ufffd|\ufffd|\ufffd"),
        ("""['"甲"', "'乙'", '\\'丙\\\\']""", "\"甲\"|'乙'|'丙\\"),
        ("['规\\n章', '\\xa01', '2\\d']", "规\n章|\xa01|2\\d"),
        ('[\n "规章",\n 1,\n null\n]', "规章|1|"),
        ('{"0": "规章", "1": 1, "2": null}', "规章|1|"),
        ("{0: '规章', 1: '1', 2: nan}", "规章|1|"),
        ('[{"0":"规章","1":"1","2":"\\/"}]', "规章|1|/"),
    ],
)
def test_a_row_is_what_its_strings_say(text, row):
    assert lists(text) == row


@pytest.mark.parametrize(
    "text",
    [
        '["规章", "1", , "5"]',
        '["规章", "1, "5"]',
        '["规章" "1", "5"]',
        '["规章", 1 2, "5"]',
        '["规章", "1", "5"',
        '["规章", x, "5"]',
        '{"0": "规章", "2": "5"}',
        '{"0": "规章", "1": "5", "1": "6"}',
        '{"0": "规章", "5"}',
        '["规章", "1": "5"]',
    ],
)
def test_a_torn_row_is_left_out_and_those_below_are_not(text):
    whole = '["行政许可", "7", "8"],'
    found = [row for table in listed(f"[{HEAD},\n{whole}\n{text},\n{whole}]") for row in table]
    assert [row for row in found if len(row) > 1] == [["信息内容", "制发", "废止"]] + [
        ["行政许可", "7", "8"]
    ] * 2


def test_lists_of_several_tables_are_several():
    table = f'[{HEAD}, ["规章", 1, 2]]'
    assert len(listed(f"[{table}, {table}]")) == 2
    assert len(listed(f"{table}\n三、标题\n{table}")) == 2


def test_a_table_takes_its_brackets_along_and_a_cell_has_its_place():
    text = f'前\n[\n {HEAD},\n ["规章", 1, "2"]\n]\n后'
    (grid,) = listed_tables(text, lines_of(text))
    assert text[: grid.start] + text[grid.end :] == "前\n\n后"
    number, string = grid.rows[1][1:]
    assert text[number.start : number.end] == "1"
    assert text[string.start : string.end] == "2"
    assert (string.line, string.column) == (4, 13)


@pytest.mark.parametrize(
    "text", ["国办公开办函[2021]30号", "(1), (2)", "[1, 2]\n[3, 4]\n", HEAD, '["甲"]\n["乙"]', '"甲", "乙"']
)
def test_brackets_of_prose_are_no_table(text):
    assert listed(text) == []


def test_a_text_without_quoted_cells_is_not_looked_through():
    assert not may_be_listed("国办公开办函[2021]30号, (1), 规章 | 1")


# --- Ways of writing --------------------------------------------------------------------------------------


def _dumped(**how: object) -> Callable[[Rows], str]:
    return lambda rows: json.dumps(rows, **how)  # type: ignore[arg-type]


WRITINGS: dict[str, Callable[[Rows], str]] = {
    "on one line": _dumped(ensure_ascii=False),
    "escaped": _dumped(),
    "over many lines": _dumped(ensure_ascii=False, indent=2),
    "narrow": _dumped(ensure_ascii=False, separators=(",", ":")),
    "in a list": lambda rows: json.dumps([rows], ensure_ascii=False, indent="\t"),
    "under a name": lambda rows: json.dumps({"page": 3, "table": rows}, ensure_ascii=False),
    "printed": str,
    "printed a row": lambda rows: "\n".join(map(str, rows)),
    "printed as tuples": lambda rows: str([tuple(row) for row in rows]),
    "numbered": lambda rows: json.dumps([_numbered(row) for row in rows], ensure_ascii=False),
    "numbered, a row a line": lambda rows: "\n".join(
        json.dumps(_numbered(row), ensure_ascii=False) for row in rows
    ),
    "numbered, over many lines": lambda rows: json.dumps(
        list(map(_numbered, rows)), ensure_ascii=False, indent=1
    ),
    "numbered, printed": lambda rows: str([dict(enumerate(row)) for row in rows]),
    "printed as strings": lambda rows: str([["" if c is None else str(c) for c in row] for row in rows]),
}
NAMES = ("tika-2019", "tika-2021")
NUMBERED = ("numbered", "numbered, a row a line", "numbered, over many lines")


def _numbered(row: list[str | int | None]) -> dict[str, str | int | None]:
    return {str(at): cell for at, cell in enumerate(row)}


def written(name: str, writing: str) -> tuple[gd.Report, str]:
    return rewritten(REPORTS / f"{name}.txt", plain(lambda grid: f"{WRITINGS[writing](_rows(grid))}\n"))


def _rows(grid) -> Rows:
    return [
        [(int(cell.text) if cell.text.isdigit() else cell.text) if cell.is_own else None for cell in row]
        for row in grid.rows
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("writing", WRITINGS)
def test_however_lists_are_printed_the_cells_are_the_same(name, writing):
    report, text = written(name, writing)
    assert cells(gd.parse(text)) == cells(report)


@pytest.mark.parametrize("writing", ["over many lines", "printed a row", "on one line", *NUMBERED])
@pytest.mark.parametrize("every", [13, pytest.param(1, marks=pytest.mark.thorough)])
def test_a_line_that_is_lost_or_broken_makes_no_wrong_number(writing, every):
    report, text = written("tika-2021", writing)
    lines = text.split("\n")
    for at in range(0, len(lines), every):
        half = (len(lines[at]) + at % 3) // 2
        for put in ([], [lines[at]] * 2, [lines[at][:half], lines[at][half:]], [lines[at][:half]]):
            damaged = "\n".join([*lines[:at], *put, *lines[at + 1 :]])
            assert numbers(gd.parse(damaged)).items() <= numbers(report).items(), (at, put)
