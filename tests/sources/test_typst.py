"""Tables of Typst."""

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.kinds.typst import LAYOUT
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.typst import typst_tables
from gov_disclosure.sources.typst_calls import call_at
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten

HEAD = "  [信息内容], [制发], [废止],"
READ = ["信息内容", "制发", "废止"]


def tables(text: str) -> list[list[list[str]]]:
    return [grid.texts() for grid in typst_tables(text, lines_of(text))]


def table(*lines: str, columns: str = "3") -> str:
    return "\n".join(("#table(", f"  columns: {columns},", *lines, ")", ""))


@pytest.mark.parametrize(
    "columns", ["3", "(1fr, auto, 2cm)", "(auto,) * 3", "(auto, ) * 3", "( 33%, 33%, 33%, )"]
)
def test_a_table_says_how_many_columns_it_has(columns):
    assert tables(table(HEAD, "  [规章], [1], [2]", columns=columns)) == [[READ, ["规章", "1", "2"]]]


def test_a_cell_says_what_it_spans():
    lines = (
        "  table.header(table.cell(rowspan: 2)[三、], table.cell(colspan: 2, fill: red)[（一）]),",
        "  table.hline(), // 线",
        '  [（二）], "1",',
        "  table.cell(colspan: 2, [总计]), strong[5],",
    )
    assert tables(table(*lines)) == [[["三、", "（一）", ""], ["", "（二）", "1"], ["总计", "", "5"]]]


def test_all_may_stand_on_one_line():
    assert tables("#table(columns: 2, [甲], [1], [乙], [2])") == [[["甲", "1"], ["乙", "2"]]]


def test_a_cell_is_what_its_reader_sees_and_what_is_not_known_stays():
    lines = (
        "  [行政 \\",
        "  规范#strong[性]], [a\\]b, (c) /* 7 */], [#strike[27]],",
    )
    assert tables(table(*lines)) == [[["行政\n规范性", "a\\]b, (c)", "#strike[27]"]]]


def test_a_cell_has_its_place_and_a_figure_its_caption():
    inner = table(HEAD, "  [规章], [17], [2],").rstrip()
    text = f"前\n#figure(\n  align(center)[{inner}],\n  caption: [2023年],\n  kind: table,\n)\n后"
    (grid,) = typst_tables(text, lines_of(text))
    cell = grid.rows[1][1]
    assert (text[cell.start : cell.end], cell.line, cell.column) == ("17", 6, 10)
    assert text[: grid.start] + text[grid.end :] == "前\n\n后"
    assert grid.caption is not None
    assert grid.caption.text == "2023年"


def test_what_a_heading_or_a_figure_is_referred_to_by_is_not_shown():
    text = f"== 二、情况\n<二情况>\n{table(HEAD).rstrip()} <表:1>\n后"
    (grid,) = typst_tables(text, lines_of(text))
    assert text[: grid.start] + text[grid.end :] == "== 二、情况\n\n后"


@pytest.mark.parametrize(
    ("begins", "ends"),
    [("/*\n", "*/"), ("#hide[", "]"), ("#if draft [\n", "]"), ("#let t = [", "]"), ("#strike[", "]")],
)
def test_of_a_table_that_is_hidden_struck_or_put_elsewhere_no_row_is_there(begins, ends):
    report, text = rewritten(REPORTS / "rows-2021.txt", LAYOUT.write)
    start, end = text.index("#table("), text.index("\n)\n") + 3
    again = gd.parse(f"{text[:start]}{begins}{text[start:end]}{ends}{text[end:]}")
    lost = numbers(report).keys() - numbers(again).keys()
    assert lost == {id for id in numbers(report) if id.startswith("proactive.")}


@pytest.mark.parametrize(
    "text",
    [
        table(HEAD, "  [规章], [1],"),
        table(HEAD, "  [规章], [1], x,"),
        table(HEAD, "  ..rows,"),
        table(HEAD, "  table.cell(x: 1, y: 2)[规章], [1], [2],"),
        table(HEAD, "  table.cell(colspan: n)[规章], [1], [2],"),
        table(HEAD, columns="n"),
        table(HEAD).replace(")\n", ""),
        table(HEAD, "  [规章], [1, [2],"),
        table(HEAD, "  [规章], [1] + [5], [2],"),
    ],
)
def test_what_can_not_be_read_as_a_whole_is_no_table(text):
    assert tables(text) == []


def test_a_line_of_comment_is_not_there():
    assert tables(table(HEAD, "  // [规章], [7], [8],", "  [规章], [1], [2],")) == [[READ, ["规章", "1", "2"]]]


@pytest.mark.parametrize("every", [5, 9, 13])
def test_a_sign_that_is_lost_makes_no_wrong_number(every):
    report, text = rewritten(REPORTS / "rows-2021.txt", LAYOUT.write)
    signs = [at for at, sign in enumerate(text) if sign in "[](),"]
    for at in signs[::every]:
        assert numbers(gd.parse(text[:at] + text[at + 1 :])).items() <= numbers(report).items()


def test_a_report_is_the_same_in_figures():
    report, text = rewritten(REPORTS / "rows-2021.txt", LAYOUT.write)
    text = text.replace("#table(", "#figure(\n  align(center)[#table(").replace(
        "\n)\n", "\n  )]\n  , kind: table\n  )\n"
    )
    assert cells(gd.parse(text)) == cells(report)


@pytest.mark.parametrize("depth", [22, 23, 24, 25])
def test_content_is_as_deep_in_parentheses_whether_it_is_plain_or_not(depth):
    plain, escaped = (call_at(f"{'(' * depth}[{said}]{')' * depth}", 0) for said in ("规章", "规\\章"))
    assert (plain is None) == (escaped is None) == (depth > 23)


def test_a_cell_says_the_same_whether_its_content_is_plain_or_not():
    plain = table(HEAD, "  [规章], [1], [2]")
    assert tables(plain) == tables(plain.replace("规章", "规/**/章")) == [[READ, ["规章", "1", "2"]]]
