"""Tables of a Word document: merged cells of every kind, tables in tables, and the places of cells."""

import gov_disclosure as gd
from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.formats import document_of
from helpers.word import cell, docx, paragraph, row, table

RESTART = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


def span(count):
    return f'<w:gridSpan w:val="{count}"/>'


def read(*tables):
    return document_of(docx("".join(tables)), "a.docx")


def grid(*rows):
    """The texts and spans of the cells of a table, row by row."""
    found = read(table(*rows)).grids
    return [[(one.text, one.colspan, one.rowspan) for one in line if one.is_own] for line in found[0].rows]


def texts(*rows):
    return read(table(*rows)).grids[0].texts()


def test_a_cell_over_columns():
    assert grid(row(cell("甲", span(2)), "乙"), row("1", "2", "3")) == [
        [("甲", 2, 1), ("乙", 1, 1)],
        [("1", 1, 1), ("2", 1, 1), ("3", 1, 1)],
    ]


def test_a_cell_over_rows():
    assert grid(row(cell("甲", RESTART), "1"), row(cell("", GOES_ON), "2"), row("乙", "3")) == [
        [("甲", 1, 2), ("1", 1, 1)],
        [("2", 1, 1)],
        [("乙", 1, 1), ("3", 1, 1)],
    ]


def test_a_cell_that_goes_on_from_none_begins_one():
    assert grid(row(cell("甲", GOES_ON), "1"), row(cell("", GOES_ON), "2"))[0] == [("甲", 1, 2), ("1", 1, 1)]


def test_a_cell_goes_on_from_one_as_wide_straight_above_it_alone():
    wide, gap = (
        grid(row(cell("甲", RESTART + span(2)), "1"), row(cell("乙", GOES_ON), "2", "3")),
        grid(row(cell("甲", RESTART), "1"), row("丙", "2"), row(cell("乙", GOES_ON), "3")),
    )
    assert wide[1][0] == ("乙", 1, 1)
    assert gap[2][0] == ("乙", 1, 1)


def test_cells_merged_with_those_to_their_left():
    first, second = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    assert grid(row(cell("甲", first), cell("", second), "乙"), row("1", "2", "3"))[0] == [
        ("甲", 2, 1),
        ("乙", 1, 1),
    ]


def test_columns_that_a_row_leaves_out_stay_empty():
    before = row("1", settings='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')
    assert texts(row("甲", "乙", "丙"), before)[1][:2] == ["", "1"]


def test_a_number_under_a_merged_cell_makes_that_unreadable():
    first, second = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    assert UNCLEAR in texts(row(cell("5", RESTART), "1"), row(cell("6", GOES_ON), "2"))[0][0]
    assert UNCLEAR in texts(row(cell("", first), cell("6", second)), row("1", "2"))[0][0]
    # A number over two rows is that of neither.
    assert UNCLEAR in texts(row(cell("5", RESTART), "1"), row(cell("5", GOES_ON), "2"))[0][0]
    assert texts(row(cell("规章", RESTART), "1"), row(cell("旧规章", GOES_ON), "2"))[0][0] == "规章"


def test_columns_that_no_cell_has_for_itself_are_none():
    rows = row(cell("甲", span(2)), "乙"), row("1", cell("2", span(2)))
    assert [[one[1] for one in line] for line in grid(*rows)] == [[1, 1], [1, 1]]


def test_absurd_spans_cost_nothing():
    assert read(table(row(cell("甲", span(999_999)), cell("乙", span("x"))))).text
    assert read(table(row(*[cell("1", span(60))] * 50))).text


def test_rows_and_cells_that_are_removed_are_gone_and_added_ones_are_there():
    gone, new = "<w:del/>", "<w:ins/>"
    document = read(
        table(
            row("甲", cell("乙", "<w:cellDel/>"), cell("丙", "<w:cellIns/>")),
            row("1", "2", settings=gone),
            row("3", "4", settings=new),
        )
    )
    assert document.grids[0].texts() == [["甲", "丙"], ["3", "4"]]
    assert [one.issue.code for one in document.notices] == ["D110"]


def test_cells_whose_merging_is_a_change_are_merged():
    rows = (
        row(cell("甲", '<w:cellMerge w:vMerge="rest"/>'), "1"),
        row(cell("", '<w:cellMerge w:vMerge="cont"/>'), "2"),
    )
    assert grid(*rows)[0][0] == ("甲", 1, 2)


def test_hidden_rows_are_gone_and_repeated_heads_are_there_once():
    assert texts(row("甲", settings="<w:tblHeader/>"), row("1", settings="<w:hidden/>"), row("2")) == [
        ["甲"],
        ["2"],
    ]


def test_rows_and_cells_in_controls_are_rows_and_cells():
    def control(content):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    prompt = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{cell('单击输入')}</w:sdtContent></w:sdt>"
    )
    assert texts(control(row("甲", control(cell("乙")), prompt))) == [["甲", "乙", ""]]
    assert read(control(table(row("甲", "乙")))).grids[0].texts() == [["甲", "乙"]]


def test_a_table_that_only_sets_others_in_their_place_is_none():
    inner = table(row("甲", "乙"), row("1", "2"))
    document = read(table(row(cell(paragraph("上文") + inner + paragraph("下文")))))
    assert document.text == "上文\n甲\t乙\n1\t2\n下文\n"
    assert [one.texts() for one in document.grids] == [[["甲", "乙"], ["1", "2"]]]
    assert document.place_at(document.text.index("1")) == gd.Place(table=1, row=1, column=1)


def test_a_table_in_a_cell_is_its_text():
    one = cell(table(row("5")) + paragraph())
    assert texts(row("甲", "乙"), row("丙", one))[1] == ["丙", "5"]


def test_places_count_as_word_does():
    rows = (
        row(cell("甲", span(2)), "乙"),
        row("9", settings="<w:del/>"),
        row(cell("丙", RESTART), "1", "2"),
        row(cell("", GOES_ON), "3", "4"),
    )
    document = read(paragraph("上文"), table(row("丁")), paragraph(), paragraph("下文"), table(*rows))
    at = {text: document.place_at(document.text.index(text)) for text in ("上文", "下文", "丁", "乙", "2", "3")}
    assert at == {
        "上文": gd.Place(paragraph=1),
        "丁": gd.Place(table=1, row=1, column=1),
        "下文": gd.Place(paragraph=3),
        "乙": gd.Place(table=2, row=1, column=2),
        "2": gd.Place(table=2, row=3, column=3),
        "3": gd.Place(table=2, row=4, column=2),
    }
    assert at["3"].said.zh == "第2张表第4行第2列"
