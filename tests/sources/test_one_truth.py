"""One report is one truth: whatever file it is written as, its cells are the same."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings

import gov_disclosure as gd
from gov_disclosure.strategies import reports
from helpers.converters.reports import written
from helpers.old_word import doc, lines_of
from helpers.pdf_files import drawn, pdf
from helpers.rtf import body_of as rtf_body, in_hex, rtf
from helpers.word import body_of, docx
from helpers.workbooks import sheet_of, xlsx

FORMATS: Mapping[str, Callable[[gd.Report], bytes]] = {
    "text": lambda report: gd.render(report).encode("gb18030"),
    "web page": lambda report: gd.render(report, gd.Layout.HTML).encode(),
    "docx": lambda report: docx(body_of(report)),
    "rtf": lambda report: rtf(rtf_body(report)),
    "rtf in GBK": lambda report: rtf(in_hex(rtf_body(report))),
    "doc": lambda report: doc(lines_of(report)),
    "xlsx": lambda report: xlsx(sheet_of(report)),
}
NEEDS = {"doc": "olefile"}
EMPTY = (gd.State.BLANK, gd.State.NOT_APPLICABLE)
# The columns of the drawn tables are as wide as so many digits.
FIT = 7


def values(report):
    return {id: (cell.value, cell.state) for id, cell in report.cells.items()}


@pytest.mark.parametrize("name", FORMATS)
@given(report=reports(empty=EMPTY))
@settings(max_examples=8)
def test_a_report_gives_the_same_cells_in_every_format(name, report):
    pytest.importorskip(NEEDS.get(name, "attrs"))
    read = gd.read(FORMATS[name](report))
    assert values(read) == values(report)
    assert [section.number for section in read.sections] == [1, 2, 3, 4, 5, 6]


@given(report=reports(empty=EMPTY))
@settings(max_examples=8)
def test_a_report_gives_the_same_cells_as_a_pdf(report):
    pytest.importorskip("pypdfium2")
    read = gd.read(pdf(drawn(written(report))[0]))
    truth = values(report)
    for id, cell in read.cells.items():
        if len(report.cells[id].raw) <= FIT:
            assert (cell.value, cell.state) == truth[id], id
        else:
            # It is broken over two lines there, as no column of a form is.
            assert cell.value in (None, truth[id][0]), id
