"""Texts that once gave wrong numbers: what a careful reader signs for in each, and nothing else."""

import pytest

import gov_disclosure as gd
from gov_disclosure.writing.cells import from_cells
from helpers.reports import DATA, source

FAULTS = DATA / "faults"
# A file, the numbers that may be read of it, and an issue that has to be there.
SIGNED = [
    # The column is 事业单位: no number for 社会公益组织.
    ("head-org-replaced", {"requests.new_received": "1 2 3 _ 5 6 21"}, "T419"),
    # The middle head is none of the form's.
    ("head-unknown-middle", {"proactive.rules": "988 _ 3348"}, "T419"),
    # A column 代码 before; the last column is cut off.
    ("head-code-column", {"proactive.rules": "10 11 _", "proactive.normative_documents": "12 13 _"}, "T419"),
    # 总计 stands first.
    ("head-total-first-tsv", {"requests.new_received": "1 2 3 4 5 6 21", "requests.carried_over": "0 1 2 3 4 5 15"}, ""),
    # Seven numbers under eight columns: which blank is lost nobody knows.
    ("spaces-extra-column", {}, "T418"),
    # Decisions are blank; 50 and 76 stand under 备注.
    ("lines-remark-column", {}, "T418"),
    # The office's row, and below 全县汇总 the county's, with the same rule of dashes.
    ("ruled-twice-own-and-county", {}, "T423"),
]  # fmt: skip


def read(report: gd.Report) -> dict[str, str]:
    """The rows with a number, their cells in the order of the form, "_" for those without."""
    rows: dict[str, list[str]] = {}
    for id, cell in report.cells.items():
        rows.setdefault(id.rpartition(".")[0], []).append("_" if cell.value is None else str(cell.value))
    return {key: " ".join(cells) for key, cells in rows.items() if set(cells) != {"_"}}


@pytest.mark.parametrize(("name", "signed", "code"), SIGNED)
def test_what_a_careful_reader_signs_for_is_read_and_no_other_number(name, signed, code):
    report = gd.parse(source(FAULTS / f"{name}.txt"))
    assert read(report) == signed
    assert not code or code in {issue.code for issue in report.issues}


def test_the_first_of_two_reports_on_a_page_has_nothing_of_the_second():
    text = source(FAULTS / "two-reports-one-page.txt")
    first, second = gd.parse_all(text)
    assert not any(cell.value is not None for id, cell in first.cells.items() if id.startswith("disputes."))
    assert first.cells["proactive.licensing.decisions"].value == 33
    assert second.cells["proactive.licensing.decisions"].value == 517645
    assert gd.parse(text).cells == first.cells


def test_equal_numbers_that_became_one_cell_are_those_of_neither_row():
    text = source(FAULTS / "mineru-rowspan-on-numbers.txt")
    truth = from_cells(source(FAULTS / "mineru-rowspan-on-numbers.cells")).cells
    numbers = {id: cell.value for id, cell in gd.parse(text).cells.items() if cell.value is not None}
    assert len(numbers) == 172
    assert numbers == {id: truth[id].value for id in numbers}
