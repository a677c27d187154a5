"""Lines that begin inside a tag that is broken over lines."""

import pytest

import gov_disclosure as gd
from gov_disclosure.scanning.broken_tags import without_broken_tags
from gov_disclosure.scanning.pieces import Pieces
from gov_disclosure.scanning.scanner import scan

TITLE = "# 柳湾镇2022年政府信息公开工作年度报告\n\n"


def texts(text):
    return [(piece.text, piece.line, piece.column) for piece in without_broken_tags(Pieces.of(scan(text))).all]


@pytest.mark.parametrize(
    "heading",
    [
        '**<span\nstyle="font-size: 16pt">    一、总体情况</span>**',
        '<span style="font-size:\n16pt; color: #333">一、总体情况</span>',
        '<strong\nclass="a"\nid="b">一、总体情况</strong>',
        '## <font\nface="宋体">一、总体情况</font>',
    ],
)
def test_a_heading_behind_a_broken_tag_is_one(heading):
    report = gd.parse(f"{TITLE}{heading}\n收到申请14件。\n")
    assert [(section.number, section.heading) for section in report.sections] == [(1, "一、总体情况")]
    assert report.sections[0].text == "收到申请14件。"
    assert report.preamble == ""
    line = report.sections[0].location.line
    assert f"{TITLE}{heading}".splitlines()[line - 1][report.sections[0].location.column - 1 :].startswith("一")


def test_only_the_words_behind_the_tag_are_left():
    assert texts('<span\nid="a"> 甲乙丙丁</span>')[1:] == [(" 甲乙丙丁</span>", 2, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "规章\n<span\nid=a>5</span>",
        "<span\nid=a>规章</span>\n5",
        "| 规章 | <span\nid=a>甲乙丙丁</span> | 3 |",
        "规章\n<span\nid=a>5万元</span> 3 4",
        "甲<乙\n丙>丁戊己庚",
        "甲\n丙>丁戊己庚",
        "<b>甲\n丙>丁戊己庚",
        "<span\n一\n二\n三\n四>甲乙丙丁",
    ],
)
def test_all_other_lines_stay(text):
    assert without_broken_tags(Pieces.of(scan(text))).all == scan(text)
