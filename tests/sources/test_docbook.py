"""Tables of DocBook, and tables of HTML that have lost what their cells span."""

import re

import pytest

import gov_disclosure as gd
from gov_disclosure.layouts.kinds import docbook, html
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.html_tables import markup_tables
from gov_disclosure.sources.pages import shown_text
from helpers.reports import REPORTS
from helpers.rewritten import cells, numbers, rewritten

REPORT = REPORTS / "rows-2021.txt"
COLUMNS = '<colspec colname="a"/><colspec align="left" colname="b"/><colspec colnum="3" colname="c"/>'


def tables(text: str) -> list[list[list[str]]]:
    shown = shown_text(text)
    return [grid.texts() for grid in markup_tables(shown, lines_of(shown))]


def table(*rows: str, columns: str = COLUMNS) -> str:
    inner = "".join(f"<row>{row}</row>" for row in rows)
    return f'<informaltable><tgroup cols="3">{columns}<tbody>{inner}</tbody></tgroup></informaltable>'


def test_an_entry_names_the_columns_that_it_spans_and_counts_further_rows():
    rows = (
        '<entry morerows="1">三、</entry><entry align="left" namest="b" nameend="c"><para>（一）</para></entry>',
        "<entry>（二）</entry><entry/>",
        '<entry colname="c">5</entry>',
    )
    assert tables(table(*rows)) == [[["三、", "（一）", ""], ["", "（二）", ""], ["", "", "5"]]]


@pytest.mark.parametrize(
    "said", ['namest="x" nameend="c"', 'spanname="s"', 'nameend="c"', 'namest="c" nameend="a"']
)
def test_a_table_with_an_entry_that_stands_nobody_knows_where_is_none(said):
    assert tables(table(f"<entry {said}>甲</entry><entry>1</entry>")) == []


def test_a_head_may_name_its_columns_anew():
    head = f"{COLUMNS}<thead>{COLUMNS}<row><entry>甲</entry><entry>乙</entry><entry>丙</entry></row></thead>"
    (rows,) = tables(table('<entry namest="b" nameend="c">5</entry>', columns=head))
    assert rows == [["甲", "乙", "丙"], ["", "5", ""]]


@pytest.mark.parametrize(
    "dress",
    [
        '<emphasis role="strikethrough">{}</emphasis>',
        "<superscript>{}</superscript>",
        "{}<footnote><para>注1</para></footnote>",
    ],
)
def test_a_number_that_is_struck_raised_or_has_a_note_in_it_is_none(dress):
    report, text = rewritten(REPORT, docbook.LAYOUT.write)
    number = numbers(report)["proactive.rules.issued"]
    again = gd.parse(
        re.sub(rf"(规章</entry><entry>){number}<", lambda found: f"{found[1]}{dress.format(number)}<", text)
    )
    assert numbers(report).keys() - numbers(again).keys() == {"proactive.rules.issued"}
    assert numbers(again).items() <= numbers(report).items()


@pytest.mark.parametrize("look", ['rendition="simple:strikethrough"', 'rend="sup"', 'rend="strike"'])
def test_so_is_one_of_tei(look):
    shown = shown_text(
        f"<table><row><cell>规章</cell><cell><hi {look}>7</hi></cell><cell>8</cell></row></table>"
    )
    ((row,),) = [grid.texts() for grid in markup_tables(shown, lines_of(shown))]
    assert (row[0], row[1] == "7", row[2]) == ("规章", False, "8")


def test_a_comment_is_not_there():
    report, text = rewritten(REPORT, docbook.LAYOUT.write)
    row = text[text.index("<row><entry>规章") :].partition("</row>")[0] + "</row>"
    again = numbers(gd.parse(text.replace(row, f"<!-- {row} -->")))
    assert numbers(report).keys() - again.keys() == {
        f"proactive.rules.{name}" for name in ("issued", "repealed", "in_force")
    }


def test_the_title_of_a_table_is_its_caption():
    text = (
        table("<entry>甲</entry>")
        .replace("informaltable", "table")
        .replace("<tgroup", "<title>2022年</title><tgroup")
    )
    (grid,) = markup_tables(text, lines_of(text))
    assert grid.caption is not None
    assert grid.caption.text == "2022年"


def test_where_html_has_lost_all_spans_its_rows_are_read_as_those_between_bars():
    report, text = rewritten(REPORT, html.LAYOUT.write)
    assert cells(gd.parse(re.sub(r' (?:col|row)span="\d+"', "", text))) == cells(report)


@pytest.mark.parametrize("every", [5, 9, 13])
def test_a_cell_that_is_lost_without_spans_makes_no_wrong_number(every):
    report, text = rewritten(REPORT, html.LAYOUT.write)
    text = re.sub(r' (?:col|row)span="\d+"', "", text)
    for cell in list(re.finditer(r"<td>.*?</td>", text))[::every]:
        again = gd.parse(text[: cell.start()] + text[cell.end() :])
        assert numbers(again).items() <= numbers(report).items()
