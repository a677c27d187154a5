"""Reports on the forms before today's are named as such, and nothing of them is read as today's."""

import re

import pytest

import gov_disclosure as gd
from gov_disclosure.form.vocabulary import terminals
from helpers.reports import FIXTURES, REPORTS, source

TABLE, PROSE = source(FIXTURES / "old-form-2017.txt"), source(FIXTURES / "prose-2010.txt")
STATISTICS = TABLE[TABLE.index("附表") :]
TODAYS = source(REPORTS / "lines-2021.txt")
TITLE = "柳湾镇2016年政府信息公开工作年度报告\n"


def numbers(report):
    return {id: cell.value for id, cell in report.cells.items() if cell.value is not None}


def codes(report):
    return [issue.code for issue in report.issues]


def on_lines(table):
    """The cells of a table of bars, one a line; without its rules."""
    return re.sub(r"\|(?:---\|)+\n", "", table).replace(" | ", "\n").replace("| ", "").replace(" |", "")


def spaced(table):
    return re.sub(r"\|(?:---\|)+\n", "", table).replace(" | ", "  ").replace("| ", "").replace(" |", "")


def tabbed(table):
    return re.sub(r"\|(?:---\|)+\n", "", table).replace(" | ", "\t").replace("| ", "").replace(" |", "")


def glued(table):
    return spaced(table).replace("  ", "")


def with_small_numerals(prose):
    return prose.replace("、", ".")


PARTS = [
    "一、概述\n略。\n二、主动公开政府信息的情况\n略。\n三、依申请公开政府信息的情况\n无。\n四、收费及减免情况\n无。\n",
    "一、主动公开政府信息的情况\n略。\n二、依申请公开政府信息和不予公开政府信息的情况\n受理9件。\n"
    "三、政府信息公开的收费及减免情况\n无。\n四、因政府信息公开申请行政复议、提起行政诉讼的情况\n无。\n"
    "五、存在的主要问题及改进情况\n略。\n六、其他需要报告的事项\n无。\n",
    "一、概述\n略。\n三、政府信息依申请公开情况\n5件。\n六、因政府信息公开申请行政复议、提起行政诉讼情况\n无。\n",
    "一、概况。略。\n四、政府信息公开收费及减免情况：未收费。\n五、行政复议、诉讼和申诉情况：无。\n",
    "一、概述\n略。\n四、政府信息公开的收費及減免情況\n無。\n五、因政府信息公開申請行政復議、提起行政訴訟的情況\n無。\n",
    "概述\n略。\n依申请公开情况\n5件。\n收费及减免情况\n无。\n",
]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (TABLE, 2017),
        (on_lines(TABLE), 2017),
        (spaced(TABLE), 2017),
        (tabbed(TABLE), 2017),
        (glued(TABLE), 2017),
        (TITLE + STATISTICS, 2016),
        (TITLE + on_lines(STATISTICS), 2016),
        (PROSE, 2010),
        (with_small_numerals(PROSE), 2010),
        *((TITLE + parts, 2016) for parts in PARTS),
    ],
)
def test_one_issue_names_the_form_and_nothing_is_read(text, year):
    report = gd.parse(text)
    assert codes(report) == ["D109"]
    assert (report.sections, report.edition, report.year) == ((), None, year)
    assert {cell.state for cell in report.cells.values()} == {gd.State.MISSING}
    (issue,) = report.issues
    assert issue.cells == tuple(report.cells)
    assert issue.location is not None
    assert issue.raw.strip() in text.splitlines()[issue.location.line - 1]


def test_the_issue_says_which_of_the_forms_it_is():
    messages = [gd.parse(text).issues[0].message for text in (TABLE, PROSE)]
    assert ["统计表" in message.zh for message in messages] == [True, False]
    assert ["statistics" in message.en for message in messages] == [True, False]


def test_a_strict_reader_refuses_it():
    with pytest.raises(gd.StrictParseError):
        gd.parse(PROSE, strict=True)


def test_every_row_and_part_is_known_by_its_words():
    rows = terminals("older")["OLDER_ROW"]
    for first in range(0, len(rows) - 4, 4):
        text = "".join(f"{row}（说明）\t件\t3\n" for row in rows[first : first + 4])
        assert codes(gd.parse(TITLE + text)) == ["D109"]
    for kind in ("OLDER_OVERVIEW", "OLDER_REQUESTS", "OLDER_DISPUTES"):
        for words in terminals("older")[kind]:
            assert codes(gd.parse(f"{TITLE}三、{words}\n略。\n四、收费及减免情况\n无。\n")) == ["D109"]
    for words in terminals("older")["OLDER_FEES"]:
        assert codes(gd.parse(f"{TITLE}一、概述\n略。\n四、{words}\n无。\n")) == ["D109"]


def todays_with(text, before="六、"):
    cut = TODAYS.index(before)
    return f"{TODAYS[:cut]}{text}\n{TODAYS[cut:]}"


@pytest.mark.parametrize(
    "text",
    [
        STATISTICS,
        on_lines(STATISTICS),
        "（三）收费及减免情况\n（四）依申请公开情况\n未收取费用。",
        "收费及减免情况\n概述\n依申请公开情况",
        "按照概述、依申请公开政府信息情况、收费及减免情况等部分编写。",
        PROSE[PROSE.index("四、政府") :],
    ],
)
def test_a_report_on_todays_form_is_read_whatever_it_mentions(text):
    alone = gd.parse(TODAYS)
    for report in (gd.parse(todays_with(text)), gd.parse(TODAYS + text)):
        assert numbers(report) == numbers(alone)
        assert "D109" not in codes(report)
        assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_a_report_on_todays_form_whose_tables_are_pictures_is_not_on_an_older_one():
    text = (
        "一、总体情况\n（一）依申请公开情况\n5件。\n（二）收费及减免情况\n无。\n二、主动公开政府信息情况\n"
        "三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n依申请公开情况\n收费及减免情况\n"
    )
    report = gd.parse(TITLE + text)
    assert [section.number for section in report.sections] == [1, 2, 3, 4]
    assert "D109" not in codes(report)


def test_a_row_of_an_older_table_is_no_heading_of_todays_form():
    report = gd.parse(TODAYS[: TODAYS.index("五、")] + on_lines(STATISTICS))
    assert [section.number for section in report.sections] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "text",
    [
        "一、概述\n略。\n二、组织领导\n略。\n",
        "收到申请数\n当面申请数\n行政复议数量\n",
        "四、收费及减免情况\n无。\n",
        "行政复议数量5件，行政诉讼数量2件，举报投诉数量0件，收到申请数56件，申请办结数55件。",
    ],
)
def test_a_few_of_the_words_name_no_form(text):
    with pytest.raises(gd.NotAReportError):
        gd.parse(TITLE + text)


@pytest.mark.parametrize("older", [TABLE, PROSE, TITLE + STATISTICS])
def test_beside_todays_report_each_is_read_by_itself(older):
    alone = gd.parse(TODAYS)
    for text, todays in ((f"{older}\n{TODAYS}", 1), (f"{TODAYS}\n{older}", 0)):
        reports = gd.parse_all(text)
        assert numbers(reports[todays]) == numbers(alone)
        assert codes(reports[1 - todays]) == ["D109"]
        assert (reports[todays].title, reports[todays].year) == (alone.title, alone.year)
