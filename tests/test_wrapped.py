"""Marked rows put right: index columns and cells that are wrapped over rows."""

import gov_disclosure as gd
from gov_disclosure.scan import scan
from gov_disclosure.wrapped import mend

HEAD = "一、总体情况\n二、主动公开政府信息情况\n"


def mended(text: str) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for piece in mend(scan(text)):
        rows.setdefault(piece.row, []).append(piece.text.strip())
    return list(rows.values())


def test_a_first_column_that_counts_rows_is_no_part_of_them():
    rows = ["| 规章 | 7 |", "| 行政许可 | 0 |", "| 行政处罚 | 1 |", "| 行政强制 | 2 |"]
    numbered = "\n".join(f"| {number} {row}" for number, row in enumerate(rows))
    assert mended(numbered) == mended("\n".join(rows))


def test_numbers_that_do_not_count_rows_stay():
    rows = ["| 3 | 规章 | 7 |", "| 5 | 行政许可 | 0 |", "| 6 | 行政处罚 | 1 |", "| 8 | 行政强制 | 2 |"]
    assert mended("\n".join(rows)) == [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_a_label_that_goes_on_in_the_next_row_is_put_together():
    assert mended("|行政规范性|7 |\n|文件      |  |\n|行政许可|0|\n") == [
        ["行政规范性\n文件", "7"],
        ["行政许可", "0"],
    ]


def test_a_number_in_the_next_row_is_no_part_of_the_one_above():
    rows = "|行政规范性|7 |\n|文件      |1 |\n"
    assert mended(rows) == [["行政规范性", "7"], ["文件", "1"]]
    # A row of a table of its own may follow behind an empty line.
    assert len(mended("|行政规范性|7 |\n\n\n\n\n\n\n\n\n\n\n\n\n|文件      |  |\n")) == 2


def test_labels_broken_by_orgs_marks_are_read():
    text = HEAD + (
        "| 信息\\\\ | 本年\\\\   | 本年\\\\   | 现行\\\\   |\n"
        "| 内容   | 制发件数 | 废止件数 | 有效件数 |\n"
        "| 规章   | 908      | 296      | 783      |\n"
    )
    rules = gd.parse(text).proactive.rules
    assert [rules.issued, rules.repealed, rules.in_force] == [908, 296, 783]


def test_line_numbers_that_count_up_are_no_values():
    lines = ["信息内容  本年处理决定数量", "行政许可    5", "行政处罚    7", "行政强制    0"]
    numbered = "\n".join(f"{number}  {line}" for number, line in enumerate(lines))
    assert [piece.text for piece in mend(scan(numbered))] == lines
    report = gd.parse(HEAD + numbered + "\n")
    assert [report.proactive.licensing.decisions, report.proactive.compulsion.decisions] == [5, 0]
    assert report.cells["proactive.penalties.decisions"].location == gd.Location(5, 12)


def test_numbers_that_do_not_count_up_stay_before_their_lines():
    text = "\n".join(["1  规章", "3  行政许可", "4  行政处罚", "5  行政强制"])
    assert [piece.text for piece in mend(scan(text))] == text.split("\n")
