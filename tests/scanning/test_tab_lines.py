"""Tables as a browser's innerText has them, whose cells hold paragraphs: tabs on lines of their own."""

import pytest

import gov_disclosure as gd
from gov_disclosure.scanning.scanner import scan

TITLE = "柳湾镇2022年政府信息公开工作年度报告\n"
SECOND, THIRD = "二、主动公开政府信息情况\n", "三、收到和处理政府信息公开申请情况\n"
FOURTH = "四、政府信息公开行政复议、行政诉讼情况\n"
HEADS = [["自然人", "法人或其他组织", "总计"], ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]]
NEW, GROUP, FORWARD = "一、本年新收政府信息公开申请数量", "三、本年度办理结果", "四、结转下年度继续办理"
OUT = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
PADS = ["\n\n", "\n"]
"""Around the text of a cell: of a paragraph, and of a ``div``."""


def inner(rows: list[list[str]], pad: str) -> str:
    return "\n".join("\t".join(f"{pad}{cell}{pad}" for cell in row) for row in rows)


def values(text: str, row: str) -> list[object]:
    cells = gd.parse(text).cells.items()
    return [
        cell.value if cell.value is not None else cell.state.value for id, cell in cells if id.startswith(row)
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("pad", PADS)
def test_table_three(pad, end):
    rows = [[NEW, "9", "4", "0", "0", "0", "1", "14"], [FORWARD, "3", "0", "0", "", "0", "0", "3"]]
    text = (TITLE + THIRD + inner([*HEADS, *rows], pad)).replace("\n", end)
    assert values(text, "requests.new_received") == [9, 4, 0, 0, 0, 1, 14]
    assert values(text, "requests.carried_forward") == [3, 0, 0, "blank", 0, 0, 3]


@pytest.mark.parametrize("pad", PADS)
def test_empty_cells_have_their_places(pad):
    rows = [[NEW, "9", "", "", "", "", "", "9"], [GROUP, "（一）予以公开", "", "5", "", "", "6", "", ""]]
    rows.append(["（七）总计", "", "", "", "", "", "", ""])
    text = TITLE + THIRD + inner([*HEADS, *rows], pad) + "\n" + FOURTH
    blank = "blank"
    assert values(text, "requests.new_received") == [9, *[blank] * 5, 9]
    assert values(text, "requests.results.granted") == [blank, 5, blank, blank, 6, blank, blank]
    assert values(text, "requests.results.total") == [blank] * 7


@pytest.mark.parametrize("pad", PADS)
def test_tables_two_and_four(pad):
    two = [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "", "5"],
    ]
    two += [
        ["行政规范性文件", "4", "0", "16"],
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政许可", "27"],
    ]
    two += [["行政处罚", "8"], ["行政强制", "9"], ["行政事业性收费", "1.5"]]
    numbers = [*range(10, 25)]
    four = [
        ["行政复议", "行政诉讼"],
        [*OUT, "未经复议直接起诉", "复议后起诉"],
        [*OUT, *OUT],
        list(map(str, numbers)),
    ]
    text = (
        TITLE
        + SECOND
        + inner(two, pad)
        + "\n"
        + FOURTH
        + inner(four, pad)
        + "\n\n五、存在的主要问题及改进情况\n无。\n"
    )
    assert values(text, "proactive.rules") == [1, "blank", 5]
    assert values(text, "proactive.normative_documents") == [4, 0, 16]
    assert values(text, "proactive.licensing") == [27]
    assert values(text, "disputes") == numbers


def test_paragraphs_of_a_cell_are_one():
    text = inner([["自然人", "商业\n\n企业", "科研机构"], ["规章", "1", "2"]], "\n\n")
    assert [(piece.text, piece.row - 4, piece.cell) for piece in scan(text)] == [
        ("自然人", 1, 0), ("商业\n企业", 1, 1), ("科研机构", 1, 2), ("规章", 2, 0), ("1", 2, 1), ("2", 2, 2),
    ]  # fmt: skip


def test_what_stands_before_and_behind_a_table_is_none_of_its_cells():
    text = "表格如下：\n\n" + inner([["规章", "1", "2"]], "\n\n").strip() + "\n\n单位：件\n"
    assert [(piece.text, bool(piece.row)) for piece in scan(text)] == [
        ("表格如下：", 0), ("规章", 1), ("1", 1), ("2", 1), ("单位：件", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["\t规章\n\t7\n\t\n\t12\n\n", "\t社会\n公益\n\t\n\t法律\n服务\n", "规章\n\t\n7\n", "规章\t\n\t\n7\t"],
)
def test_where_tabs_begin_cells_or_stand_elsewhere_nothing_changes(text):
    assert [piece.row for piece in scan(text)] == [
        piece.row for piece in scan(text.replace("\n\t\n", "\n\t \n"))
    ]
