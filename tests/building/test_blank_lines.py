"""Tables set one cell a line in which an empty cell has a line too."""

import pytest

import gov_disclosure as gd
from gov_disclosure.form.fields import Edition, State, rows
from gov_disclosure.form.labels import row_labels

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n"
HEADING_2, HEADING_3 = "二、主动公开政府信息情况\n", "三、收到和处理政府信息公开申请情况\n"
HEADING_4 = "四、政府信息公开行政复议、行政诉讼情况\n"
HEADS = ["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
ROWS = [key for key in rows(Edition.FORM_2021) if key.startswith("requests.")]
BETWEEN = ["\n", "\n\n", "\n\n\n", "\r\n"]
EMPTY = ["", "\xa0", "\u3000", "   "]


def filled(index: int) -> list[str]:
    """A row with empty cells among others, at other places in each."""
    cells = [str(100 * index + place) if (index + place) % 3 else "" for place in range(6)]
    return [*cells, str(sum(int(cell or 0) for cell in cells))]


CELLS = {key: filled(index) for index, key in enumerate(ROWS, 1)}


def table(between: str, empty: str = "", cells: dict[str, list[str]] = CELLS) -> str:
    texts = [*HEADS, *(text for key, row in cells.items() for text in (row_labels(key)[-1], *row))]
    return TITLE + HEADING_3 + between.join(text or empty for text in texts)


def read(text: str, prefix: str = "requests.") -> dict[str, str]:
    report = gd.parse(text)
    shown = {State.BLANK: "", State.REPORTED: None}
    return {
        id: str(cell.value) if cell.value is not None else shown.get(cell.state, cell.state.value)
        for id, cell in report.cells.items()
        if id.startswith(prefix)
    }


def true(cells: dict[str, list[str]] = CELLS) -> dict[str, str]:
    return {
        field.id: text
        for key, row in cells.items()
        for field, text in zip(rows(Edition.FORM_2021)[key], row, strict=True)
    }


@pytest.mark.parametrize("empty", EMPTY)
@pytest.mark.parametrize("between", BETWEEN)
def test_a_line_without_text_is_an_empty_cell(between, empty):
    assert read(table(between, empty)) == true()


def test_the_empty_cell_has_its_own_place_and_text():
    text = table("\n", "\xa0")
    cell = gd.parse(text).cells["requests.new_received.research_institution"]
    assert (cell.state, cell.raw) == (State.BLANK, "\xa0")
    assert text.splitlines()[cell.location.line - 2 : cell.location.line + 1] == ["101", "\xa0", "103"]


@pytest.mark.parametrize("between", BETWEEN[:2])
def test_rows_that_are_all_empty(between):
    cells = {key: [""] * 7 if index % 4 == 2 else row for index, (key, row) in enumerate(CELLS.items())}
    assert read(table(between, cells=cells)) == true(cells)


@pytest.mark.parametrize("between", BETWEEN[:2])
def test_a_table_with_only_some_of_the_rows(between):
    some = {
        key: CELLS[key] for key in ("requests.new_received", "requests.results.granted", ROWS[-2], ROWS[-1])
    }
    found = read(table(between, cells=some))
    assert found.items() >= true(some).items()
    assert {found[id] for id in found.keys() - true(some).keys()} == {"missing"}


def test_tables_two_and_four_beside_it():
    two = [
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        "",
        "2",
        "",
        "行政规范性文件",
        "4",
        "",
        "16",
    ]
    two += ["第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", ""]
    two += ["第二十条第（六）项", "信息内容", "本年处理决定数量", "行政处罚", "27", "行政强制", "50"]
    four = ["行政复议", "行政诉讼", *OUTCOMES, "未经复议直接起诉", "复议后起诉", *OUTCOMES, *OUTCOMES]
    four += ["1", "", "", "2", "3", "", "", "", "", "", "", "4", "", "", "4"]
    text = (
        TITLE
        + HEADING_2
        + "\n".join(two)
        + "\n"
        + table("\n")[len(TITLE) :]
        + "\n"
        + HEADING_4
        + "\n".join(four)
    )
    assert read(text) == true()
    found = read(text, "proactive.")
    assert [found[f"proactive.rules.{name}"] for name in ("issued", "repealed", "in_force")] == ["", "2", ""]
    assert found["proactive.normative_documents.repealed"] == ""
    assert found["proactive.licensing.decisions"] == ""
    assert found["proactive.penalties.decisions"] == "27"
    assert list(read(text, "disputes.").values()) == four[-15:]


@pytest.mark.parametrize("between", BETWEEN[:2])
def test_no_line_that_is_lost_or_doubled_moves_a_number_under_another_column(between):
    lines = table(between).split("\n")
    expected = true()
    for at in range(2, len(lines), 3):
        for damaged in (lines[:at] + lines[at + 1 :], lines[: at + 1] + lines[at:]):
            found = read("\n".join(damaged))
            assert all(found[id] in (text, "", "unreadable", "missing") for id, text in expected.items()), at


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_gaps_of_a_page_are_no_empty_cells(blank):
    """Empty cells have left nothing: what stands between three numbers is not known, wherever a gap is."""
    few = {key: [row[0] or "1", "", "", "", "", "", row[0] or "1"] for key, row in CELLS.items()}
    texts = [*HEADS, *(t for key, row in few.items() for t in (row_labels(key)[-1], row[0] + blank, row[-1]))]
    found = read(TITLE + HEADING_3 + "\n".join(texts))
    assert set(found.values()) == {"unreadable"}


def test_every_second_line_empty_is_the_way_of_the_text_and_no_cell():
    """Three numbers with lines between would be seven cells, if the heads did not stand as far apart."""
    texts = [*HEADS, *(text for key, row in CELLS.items() for text in (row_labels(key)[-1], "9", "2", "11"))]
    found = read(TITLE + HEADING_3 + "\n\n".join(texts))
    assert set(found.values()) == {"unreadable"}
