"""Tables behind the last section, each below its caption, are those of their sections."""

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.documents import Block, Text
from gov_disclosure.model.grid import Grid
from gov_disclosure.writing.rendering.document import blocks_of
from helpers.documents import report as made_up

LAYOUTS = [
    gd.Layout(name) for name in ("markdown", "pipes", "rows", "html", "tika", "lines", "spaces", "box", "pdf")
]
NAMES = ("主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况")
CAPTIONS = {
    "appendices": [f"附件{number}：{name}" for number, name in enumerate(NAMES, 1)],
    "tables": [f"附表{number} {name}统计表" for number, name in enumerate(NAMES, 1)],
    "with the year": [f"表{number} 2022年度{name}表" for number, name in enumerate(NAMES, 1)],
    "on two lines": [f"附件{number}\n{name}统计表" for number, name in enumerate(NAMES, 1)],
    "with the unit": [f"附件：{name}一览表\n单位：件" for name in NAMES],
}
TITLE = "石桥县水务局2022年政府信息公开工作年度报告"


def whole() -> gd.Report:
    """A report with a number in each cell, every sum right."""
    truth = made_up(gd.Edition.FORM_2021, "full").truth
    form = gd.blank_form("2021")
    return gd.Report(
        title=TITLE,
        issuer=None,
        year=None,
        edition=form.edition,
        preamble="",
        sections=form.sections,
        cells={id: truth.cells[id] for id in form.cells},
        issues=(),
    )


REPORT = whole()


def written(
    layout: gd.Layout,
    captions: list[str],
    said: str = "",
    headings: str = "一二三四五六",
    moved: str = "二三四",
) -> str:
    """The report with tables behind its last section; ``said`` stands in the sections that they are moved from."""
    before: list[Block] = []
    tables: list[Block] = []
    kept: list[Grid] = []
    number = ""
    for block in blocks_of(REPORT, layout):
        if isinstance(block, Grid):
            caption = captions["二三四".index(number)]
            before += [] if number in moved else [block]
            tables += [Text("prose", caption), block] if number in moved else []
            kept.append(block)
        elif block.kind == "heading":
            number = block.text[0]
            before += [block] if number in headings else []
            before += [Text("prose", said)] if said and number in moved and number in headings else []
            before += [Text("prose", "照常，并无他事。")] if number in "一五六" and number in headings else []
        else:
            before.append(block)
    assert len(kept) == 3
    assert layout.kind.write is not None
    return layout.kind.write([*before, *tables])


def lost(text: str) -> list[str]:
    again = gd.parse(text)
    assert all(cell.value in (None, REPORT.cells[id].value) for id, cell in again.cells.items())
    return [
        id for id, cell in REPORT.cells.items() if id not in again.cells or again.cells[id].value != cell.value
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("captions", CAPTIONS)
@pytest.mark.parametrize("said", ["", "详见附件。", "（见附表2）"])
def test_captioned_tables_are_those_of_their_sections(layout, captions, said):
    text = written(layout, CAPTIONS[captions], said)
    assert lost(text) == []
    if captions != "on two lines" or said:
        # Words of a heading on a line of their own, behind empty sections, are headings again.
        assert [section.number for section in gd.parse(text).sections] == [1, 2, 3, 4, 5, 6]


# Pages have running heads in the sections too.
@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout is not gd.Layout.PDF])
def test_one_of_them_may_stand_there_alone(layout):
    for moved in "二三四":
        assert lost(written(layout, CAPTIONS["appendices"], "见附件", moved=moved)) == [], moved


@pytest.mark.parametrize("headings", ["一五六", "一二三四", "一二三四五", "一三六"])
def test_headings_may_be_lacking(headings):
    for layout in (gd.Layout.MARKDOWN, gd.Layout.ROWS, gd.Layout.HTML):
        assert lost(written(layout, CAPTIONS["tables"], headings=headings)) == []


OTHERS = [
    "附件：下属单位{}",
    "附件：河口镇{}",
    "附件：2021年{}",
    "附件：上年{}",
    "附表：{}（2021年）",
    "附表：{}汇总表（全县）",
    "以下为参考数据",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("caption", OTHERS)
def test_below_any_other_caption_they_are_not(layout, caption):
    text = written(layout, [caption.format(name) for name in NAMES], "见附件")
    assert len(lost(text)) == len(REPORT.cells)


@pytest.mark.parametrize("said", ["本机关本年度未主动公开。", "无。", "详见附件，以下为上年数据：规章12件。"])
def test_where_a_section_says_more_they_are_not(said):
    for layout in (gd.Layout.MARKDOWN, gd.Layout.ROWS, gd.Layout.HTML):
        assert len(lost(written(layout, CAPTIONS["appendices"], said))) == len(REPORT.cells)


def test_a_second_table_behind_them_leaves_all_where_they_are():
    text = written(gd.Layout.MARKDOWN, CAPTIONS["appendices"])
    table = text[text.index("附件1：") : text.index("附件2：")]
    assert len(lost(text + table.replace("附件1", "附件4"))) == len(REPORT.cells)
