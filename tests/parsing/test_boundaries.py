"""Where one report of a text ends and another begins."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.layouts.names import Layout
from helpers.edited import numbered
from helpers.reports import REPORTS, read_all, source, texts

FIRST, SECOND = source(REPORTS / "lines-2021.txt"), source(REPORTS / "tika-2021.txt")


def numbers(report: gd.Report) -> dict[str, object]:
    return {id: cell.value for id, cell in report.cells.items() if cell.value is not None}


def codes(report: gd.Report) -> list[str]:
    return [issue.code for issue in report.issues]


BEHIND = ("html-2019", "lines-2021", "pdf-2021")
PAIRS = [
    (before, after)
    for before, report in read_all().items()
    for after in BEHIND
    if read_all()[after].issuer != report.issuer and "T412" not in codes(report)
]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_first_of_two_reports_is_what_it_is_alone(before, after):
    text, other = source(texts()[before]), source(texts()[after])
    alone, behind = read_all()[before], read_all()[after]
    first, *others = gd.parse_all(f"{text}\n{other}")
    assert numbers(first) == numbers(alone)
    assert (first.title, first.year) == (alone.title, alone.year)
    assert [numbers(report) for report in others] == [numbers(behind)]
    given = gd.parse(f"{text}\n{other}")
    assert given.cells == first.cells
    assert codes(given).count("T412") == 1


def test_the_issue_names_the_others_and_where_the_first_of_them_begins():
    (found,) = gd.parse(FIRST + SECOND).issues
    assert (found.code, found.level) == ("T412", gd.Level.WARNING)
    assert "青溪区人民政府2021年政府信息公开工作年度报告" in found.message.zh
    assert found.location == gd.Location(FIRST.count("\n") + 1, 1)


def test_no_cell_of_one_report_is_made_of_the_table_that_only_another_has():
    rows = source(REPORTS / "rows-2021.txt")
    first, second = gd.parse_all(rows[: rows.index("三、收到和处理")] + SECOND)
    whole = numbers(gd.parse(rows))
    assert numbers(first) == {id: value for id, value in whole.items() if id.startswith("proactive.")}
    assert numbers(second) == numbers(gd.parse(SECOND))


def test_places_and_sections_are_those_in_the_whole_text():
    _, second = gd.parse_all(FIRST + SECOND)
    alone, lines = gd.parse(SECOND), FIRST.count("\n")
    assert [section.text for section in second.sections] == [section.text for section in alone.sections]
    for id, cell in second.cells.items():
        there = alone.cells[id].location
        assert cell.location == (there and gd.Location(there.line + lines, there.column))


def test_the_reports_of_two_years_are_two():
    other = FIRST.replace("2021年", "2020年")
    assert [report.year for report in gd.parse_all(FIRST + other)] == [2021, 2020]


def test_the_same_title_over_tables_again_is_another_report():
    assert [numbers(report) for report in gd.parse_all(FIRST + FIRST)] == [numbers(gd.parse(FIRST))] * 2


def test_titles_in_a_list_of_links_begin_no_report():
    links = "".join(f"青溪区人民政府{year}年政府信息公开工作年度报告\n" for year in (2019, 2020, 2022))
    assert numbers(gd.parse(links + SECOND)) == numbers(gd.parse(SECOND))
    assert len(gd.parse_all(SECOND + links)) == len(gd.parse_all(links + SECOND)) == 1


def test_what_stands_behind_the_title_of_a_link_is_that_report():
    # Its title stands in the list before the first report too; each of the two has half of the tables.
    cut = SECOND.index("三、")
    other, own = "望山县司法局2021年政府信息公开工作年度报告", SECOND[: SECOND.index("\n")]
    text = f"{other}\n{own}\n{SECOND[len(own) : cut]}\n{other}\n{SECOND[cut:]}"
    first, second = map(numbers, gd.parse_all(text))
    assert first == numbers(gd.parse(SECOND[:cut]))
    assert second == {id: value for id, value in numbers(gd.parse(SECOND)).items() if id[:9] != "proactive"}


def test_a_running_head_between_tables_begins_no_report():
    cut = SECOND.index("四、")
    text = f"{SECOND[:cut]}青溪区人民政府2021年政府信息公开工作年度报告\n{SECOND[cut:]}"
    assert [numbers(report) for report in gd.parse_all(text)] == [numbers(gd.parse(SECOND))]


def test_a_text_without_a_report_has_none():
    assert gd.parse_all("今天天气很好。\n明天也是。\n") == ()
    with pytest.raises(TypeError):
        gd.parse_all(b"")  # type: ignore[arg-type]


def test_all_reports_of_a_file_have_its_name(tmp_path):
    path = tmp_path / "two.txt"
    path.write_text(FIRST + SECOND, encoding="gb18030")
    reports = gd.read_all(path)
    assert [report.source for report in reports] == [str(path)] * 2
    assert [codes(report) for report in reports] == [["D107"], ["D107"]]
    assert gd.read(path).cells == reports[0].cells
    path.write_text("今天天气很好。\n", encoding="utf-8")
    with pytest.raises(gd.NotAReportError):
        gd.read_all(path)


@pytest.mark.parametrize("layout", list(Layout))
def test_two_reports_in_one_text_are_kept_apart_in_every_layout(layout):
    one, other = gd.parse(FIRST), gd.parse(SECOND)
    found = gd.parse_all(f"{gd.render(one, layout)}\n{gd.render(other, layout)}")
    assert [numbers(report) for report in found] == [numbers(one), numbers(other)]


@pytest.mark.thorough
def test_a_thousand_reports_are_told_apart():
    short = "青溪{n}镇2021年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政许可\t{n}\n"
    text = "".join(short.format(n=n) for n in range(1, 1001))
    assert [report.proactive.licensing.decisions for report in gd.parse_all(text)] == list(range(1, 1001))


@pytest.mark.parametrize("layout", [gd.Layout.HTML, gd.Layout.MARKDOWN, gd.Layout.TIKA])
def test_a_form_that_nobody_has_filled_in_is_a_report_of_its_own(layout):
    filled = numbered("2021")
    blank = evolve(
        filled,
        cells={id: gd.Cell(id=id, state=gd.State.BLANK) for id in filled.cells},
    )
    text = f"{gd.render(blank, layout)}\n{gd.render(filled, layout)}"
    first, second = gd.parse_all(text)
    assert {cell.state for cell in first.cells.values()} == {gd.State.BLANK}
    assert numbers(second) == numbers(filled)
    assert "T412" in codes(gd.parse(text))
