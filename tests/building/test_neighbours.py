"""Numbers that have slipped by a row: a label stands without numbers, and numbers without a label."""

from collections.abc import Sequence

import pytest
from attrs import evolve

import gov_disclosure as gd
from helpers.edited import LAYOUTS, Change, Grid, GridCell, document, numbered, numbers, own


def with_values(row: Sequence[GridCell], texts: Sequence[str]) -> list[GridCell]:
    """A row with other values."""
    left = iter(texts)
    return [cell._replace(text=next(left)) if cell.is_value else cell for cell in row]


def moved(by: int, last: int | None = None) -> Change:
    """The values of each row in the next one, or in the one before; those of the outermost without a label."""

    def change(grid: Grid) -> Grid:
        rows = list(map(list, grid.rows))
        places = [at for at, row in enumerate(rows) if any(cell.is_value for cell in row)][:last]
        texts = [[cell.text for cell in rows[at] if cell.is_value] for at in places]
        outer = texts[-1] if by > 0 else texts[0]
        nothing = [""] * len(outer)
        for at, values in zip(places, [nothing, *texts[:-1]] if by > 0 else [*texts[1:], nothing], strict=True):
            rows[at] = with_values(rows[at], values)
        edge = places[-1] if by > 0 else places[0]
        nameless = [cell if cell.is_value else cell._replace(text="") for cell in rows[edge]]
        rows.insert(edge + (by > 0), with_values(nameless, outer))
        return evolve(grid, rows=tuple(map(tuple, rows)))

    return change


def without(ending: str, edition: str = "2021") -> gd.Report:
    """A report that has left a column blank."""
    report = numbered(edition)
    cells = {
        id: evolve(cell, value=None, state=gd.State.BLANK, raw="") if ending and id.endswith(ending) else cell
        for id, cell in report.cells.items()
    }
    return evolve(report, cells=cells)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("by", [1, -1])
@pytest.mark.parametrize("blank", ["", "total", "natural_person"])
def test_numbers_a_row_lower_or_higher_are_those_of_no_row(layout, by, blank):
    report = without(blank)
    read = numbers(document(report, layout, moved(by), "requests"))
    assert {id: own(report)[id] for id in read} == read
    assert not [id for id in read if id.startswith("requests.results.denied")]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("by", [1, -1])
def test_so_are_those_of_an_item_of_article_20(layout, by):
    report = without("", "2019")
    read = numbers(document(report, layout, moved(by, 2), "proactive"))
    assert read.items() <= own(report).items()
    assert not [id for id in read if id.startswith(("proactive.rules", "proactive.normative_documents"))]


@pytest.mark.parametrize("layout", ["markdown", "html", "tika", "simple", "grid", "pipes"])
def test_a_row_that_an_office_has_left_blank_costs_no_other(layout):
    report = without("")
    blank = {id: evolve(cell, value=None, state=gd.State.BLANK, raw="") if ".granted." in id else cell
             for id, cell in report.cells.items()}  # fmt: skip
    whole = own(evolve(report, cells=blank))
    read = numbers(document(evolve(report, cells=blank), layout))
    assert read == {id: value for id, value in whole.items() if value is not None}


def test_a_label_that_a_tool_has_copied_beside_itself_is_no_other_without_values():
    heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    rows = {"一、本年新收政府信息公开申请数量": "1111116", "二、上年结转政府信息公开申请数量": "2000013"}
    lines = [*heads, *(line for label, digits in rows.items() for line in (*[label] * 3, *digits))]
    text = "\n".join(["柳湾镇2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", *lines])
    cells = gd.parse(text).cells
    found = [
        cell.value for id, cell in cells.items() if id.startswith(("requests.new", "requests.carried_over"))
    ]
    assert found == [int(digit) for digits in rows.values() for digit in digits]


@pytest.mark.parametrize("last", ["自然人", "商业企业"])
def test_columns_in_another_order_whose_labels_are_copied_over_two_lines_are_not_read(last):
    """python-docx, a cell a line: the second line of the head does not begin with 自然人."""
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    names = [*[name for name in names if name != last], last]
    above = [name if name in ("自然人", "总计") else "法人或其他组织" for name in names]
    values = ["1", "2", "3", "4", "5", "6", "99"]
    lines = [*above, *names, *["一、本年新收政府信息公开申请数量"] * 3, *values]
    text = "\n".join(["柳湾镇2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", *lines])
    assert all(cell.value is None for cell in gd.parse(text).cells.values())


def test_the_number_of_the_next_row_is_no_value_of_one_that_has_lost_its_last():
    head = "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数"
    title = "石桥县水务局2022年政府信息公开工作年度报告"
    rules = "proactive.rules."
    for row, known in (
        ("2 规章 11 12 3 行政规范性文件 13 14 15", False),
        ("规章 11 12 3 行政规范性文件 13 14 15", True),
    ):
        cells = gd.parse(
            f"{title} {head} {row} 第二十条第（五）项 信息内容 本年处理决定数量 行政许可 7\n"
        ).cells
        assert [cell.value for id, cell in cells.items() if id.startswith(rules)] == (
            [11, 12, 3] if known else [None] * 3
        )
        assert cells["proactive.normative_documents.in_force"].value == 15


def test_rows_between_two_that_pages_have_cut_are_read():
    # The numbers of these stand on a line of their own straight above their label: no other row's are amiss.
    made = without("research_institution")
    lines: list[str] = []
    for line in gd.render(made, gd.Layout.MARKDOWN).split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if any(label in line for label in ("3.危及", "3.要求")):
            lines += [" ".join(filter(None, cells[3:])), cells[2][:6], cells[2][6:]]
        else:
            lines.append(" | ".join(cells) if len(cells) > 1 else line)
    read = gd.parse("\n".join(lines)).cells
    rows = ("denied.third_party_rights", "denied.administrative_inquiry", "unavailable.not_held", "total")
    asked = [id for id in made.cells if id.startswith(tuple(f"requests.results.{row}." for row in rows))]
    assert len(asked) == 28
    assert [(read[id].state, read[id].value) for id in asked] == [
        (made.cells[id].state, made.cells[id].value) for id in asked
    ]
