"""Tables behind all sections without a caption: those of the sections, if these have none."""

import pytest

import gov_disclosure as gd
from helpers.reports import REPORTS


@pytest.fixture(scope="module")
def parts() -> tuple[str, list[str]]:
    """The text of a report without tables, and these behind tabs."""
    report = gd.read(REPORTS / "tika-2021.txt")
    text = gd.render(report, gd.Layout.ROWS)
    lines = text.splitlines()
    rows = [line for line in lines if "\t" in line or line.startswith("第二十条")]
    return "\n".join(line for line in lines if line not in rows), rows


def _numbers(text: str) -> int:
    return sum(cell.value is not None for cell in gd.parse(text).cells.values())


def test_they_are_those_of_their_sections(parts):
    prose, rows = parts
    whole = gd.read(REPORTS / "tika-2021.txt")
    read = gd.parse("\n".join([prose, "没有其他需要报告的事项。", *rows]))
    numbers = {id: cell.value for id, cell in whole.cells.items() if cell.value is not None}
    assert {id: cell.value for id, cell in read.cells.items() if cell.value is not None} == numbers


@pytest.mark.parametrize(
    "line", ["以下为上年数据。", "见下表。", "截至2021年底的数字如下。", "石桥县水文站", "数据如下："]
)
def test_below_a_line_that_may_say_whose_they_are_they_are_nobodys(parts, line):
    prose, rows = parts
    assert _numbers("\n".join([prose, line, *rows])) == 0


@pytest.mark.parametrize(
    ("line", "is_own"),
    [
        ("统计期限到{year}年12月31日，数据以表格为准。", True),
        ("数据截至{year}年12月31日。", True),
        ("统计期限到{other}年12月31日，数据以表格为准。", False),
        ("{year}年12月31日共有3个下级机关。", False),
        ("数据以下表为准。", False),
    ],
)
def test_behind_days_of_the_own_year_and_that_the_table_holds_they_are_the_reports(parts, line, is_own):
    prose, rows = parts
    year = gd.read(REPORTS / "tika-2021.txt").year
    said = line.format(year=year, other=year - 1)
    assert (_numbers("\n".join([prose, said, *rows])) > 0) is is_own
