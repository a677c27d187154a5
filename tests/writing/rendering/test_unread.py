"""What could not be read is written so that nobody reads a number from it."""

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.testing.samples.choices import Rolled
from gov_disclosure.testing.samples.damage import sample_damage
from gov_disclosure.testing.samples.documents import sample_document
from gov_disclosure.testing.samples.strangers import sample_strange_document
from helpers.edited import LAYOUTS, numbered, own

PLACES = {
    "a cell": ("proactive.rules.repealed",),
    "a row": ("proactive.normative_documents.",),
    "rows": ("requests.new_received.", "requests.carried_over."),
    "table four": ("disputes.",),
}
UNREAD = [
    "规章 11 67 123",
    "行政规范性文件\n4\n5\n6",
    "规章\t1\t2\t3",
    "规章 & 1 & 2 & 3 \\\\ \\hline",
    '"规章","1","2","3"',
    "['规章', '1', '2', '3']",
    "<table><tr><td>规章</td><td>5</td><td>6</td><td>7</td></tr></table>",
    "</tr><tr><td>规章</td><td>5</td>",
    "一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21",
    "（一）予以公开 1 2 3 4 5 6 21\n（二）部分公开 2 2 3 4 5 6 22",
    "1 2 3 4 5 6 21",
    "第二十条第（五）项 行政许可 55",
    "0 " * 15,
    "规章 11 67 123 " * 8,
    "行政许可   1058",
    "12",
    "5 | 6",
    "# 5",
    "石桥县水文站2021年政府信息公开工作年度报告",
    "\\iffalse",
    "<!-- 5",
    "2021年",
    "",
]


def again(report: gd.Report, layout: str) -> dict[str, object]:
    """The numbers of a report that is written and read again."""
    try:
        cells = gd.parse(gd.render(report, layout)).cells.values()
    except (gd.RenderError, gd.NotAReportError):
        return {}
    return {cell.id: cell.value for cell in cells if cell.value is not None}


@pytest.mark.thorough
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("place", PLACES)
def test_no_number_comes_of_a_text_that_could_not_be_read(layout, place):
    whole = numbered()
    # Each of them in some of the layouts, and in all with the others.
    for raw in UNREAD[LAYOUTS.index(gd.Layout(layout)) % 3 :: 3]:
        unread = {"value": None, "unit": None, "state": gd.State.UNREADABLE, "raw": raw}
        cells = {
            id: evolve(cell, location=gd.Location(7, 1), **unread) if id.startswith(PLACES[place]) else cell
            for id, cell in whole.cells.items()
        }
        report = evolve(whole, cells=cells)
        read = again(report, layout)
        assert {id: own(report)[id] for id in read} == read, raw


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(40))
def test_a_doubtful_report_gives_no_number_that_it_did_not_report(seed):
    choices = Rolled(f"unread-{seed}")
    texts = [sample_damage(choices, sample_document(choices)).text, sample_strange_document(choices).text]
    for number, text in enumerate(texts):
        report = gd.parse(text)
        for layout in LAYOUTS[(seed + number) % 6 :: 6]:
            read = again(report, layout)
            assert {id: report.cells[id].value for id in read} == read, layout
