"""Numerals of numbered paragraphs stand nowhere in their text, and are read."""

import pytest

from gov_disclosure.sources.formats import document_of
from gov_disclosure.sources.word.numerals import numeral
from helpers.word import cell, docx, paragraph, row, run, table


def level(at, text, form="decimal", more="", start=1):
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def plan(id, *levels, more=""):
    return f'<w:abstractNum w:abstractNumId="{id}">{more}{"".join(levels)}</w:abstractNum>'


def lst(id, plan, *changes):
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{plan}"/>{"".join(changes)}</w:num>'


def item(text, number=1, at=0, more=""):
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>{more}')


def lines(*body, numbering, styles=""):
    return document_of(docx("".join(body), numbering=numbering, styles=styles), "a.docx").text.splitlines()


SECTIONS = plan(
    0, level(0, "%1、", "chineseCounting"), level(1, "（%2）", "japaneseCounting"), level(2, "%3.")
) + lst(1, 0)


def test_headings_have_their_numerals():
    body = (
        item("总体情况"),
        item("主动公开", at=1),
        item("制度", at=1),
        item("主动公开政府信息情况"),
        item("甲", at=1),
    )
    assert lines(*body, numbering=SECTIONS) == [
        "一、总体情况",
        "（一）主动公开",
        "（二）制度",
        "二、主动公开政府信息情况",
        "（一）甲",
    ]


def test_a_style_numbers_its_paragraphs_and_may_be_the_one_of_a_level():
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    )
    numbering = plan(
        0,
        level(0, "%1、", "chineseCounting", '<w:pStyle w:val="H1"/>'),
        level(1, "%1.%2", "decimal", '<w:isLgl/><w:pStyle w:val="H2"/>'),
    ) + lst(1, 0)
    h1, h2 = ('<w:pStyle w:val="H1"/>', '<w:pStyle w:val="H2"/>')
    off = h1 + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("甲", h1), paragraph("乙", h2), paragraph("丙", off), paragraph("丁", h1)
    assert lines(*body, numbering=numbering, styles=styles) == ["一、甲", "1.1 乙", "丙", "二、丁"]


def test_lists_of_one_plan_count_together_unless_one_begins_anew():
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1条", start=5)}</w:lvlOverride>'
    numbering = plan(0, level(0, "%1.")) + lst(1, 0) + lst(2, 0) + lst(3, 0, anew) + lst(4, 0, other)
    body = [item(str(number), number) for number in (1, 2, 3, 3, 4)]
    assert lines(*body, numbering=numbering) == ["1. 1", "2. 2", "1. 3", "2. 3", "第3条 4"]


def test_a_level_that_never_begins_anew_goes_on():
    numbering = plan(0, level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')) + lst(1, 0)
    body = item("甲"), item("乙", at=1), item("丙"), item("丁", at=1)
    assert lines(*body, numbering=numbering) == ["1. 甲", "1) 乙", "2. 丙", "2) 丁"]


def test_a_plan_that_stands_for_a_style_is_that_of_its_list():
    styles = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    numbering = (
        plan(0, more='<w:numStyleLink w:val="L"/>')
        + plan(1, level(0, "%1、", "ideographTraditional"))
        + lst(1, 0)
        + lst(2, 1)
    )
    assert lines(item("内容"), numbering=numbering, styles=styles) == ["甲、内容"]


def test_bullets_and_lists_that_are_not_there_show_no_numeral():
    numbering = plan(0, level(0, "\uf0b7", "bullet")) + lst(1, 0)
    assert lines(item("甲"), item("乙", 7), item("丙", at=5), numbering=numbering) == ["甲", "乙", "丙"]


def test_a_hidden_end_of_a_paragraph_is_not_counted():
    hidden = item("", more="<w:rPr><w:vanish/></w:rPr>")
    assert lines(item("甲"), hidden, item("乙"), numbering=SECTIONS) == ["一、甲", "二、乙"]


def test_a_numeral_is_no_digit_of_the_number_behind_it():
    body = table(row("规章", cell(item(run("5"))), cell(item("6", 2))))
    numbering = plan(0, level(0, "%1.")) + plan(1, level(0, "%1")) + lst(1, 0) + lst(2, 1)
    grids = document_of(docx(body, numbering=numbering), "a.docx").grids
    assert grids[0].texts() == [["规章", "1. 5", "1 6"]]


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 20, "二十"),
        ("japaneseCounting", 105, "一百零五"),
        ("chineseCounting", 1010, "一千零一十"),
        ("chineseLegalSimplified", 11, "壹拾壹"),
        ("ideographDigital", 20, "二〇"),
        ("ideographTraditional", 11, "11"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("lowerRoman", 0, "0"),
        ("upperLetter", 9999, "9999"),
        ("chineseCounting", 0, "0"),
        ("none", 3, ""),
        ("of no program", 3, "3"),
    ],
)
def test_numbers_in_each_form(form, number, shown):
    assert numeral(number, form) == shown
