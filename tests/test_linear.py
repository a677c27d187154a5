"""Parsing takes time in proportion to the text, whatever the text: each of these is made to take more."""

import gc
from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

import gov_disclosure as gd

OPENING = "一、总体情况\n二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2 3\n行政许可 7\n行政处罚 8\n"
THIRD = "一、总体情况\n三、收到和处理政府信息公开申请情况\n"
NEW = "一、本年新收政府信息公开申请数量"
# The second tells more surely, and takes four times as long to.
LENGTHS = [3_000, pytest.param(12_000, marks=pytest.mark.thorough)]
# Four times the text; the square of it would take sixteen times as long.
MOST = 9
UNHURT = 0.06
"""Seconds that are too few to tell a ratio by."""


def repeated(text: str) -> Callable[[int], str]:
    return lambda length: text * (length // len(text) + 1)


def opened(opening: str, text: str) -> Callable[[int], str]:
    return lambda length: opening + repeated(text)(length)


HOSTILE: dict[str, Callable[[int], str]] = {
    "labels": opened(OPENING, "规章 1\n"),
    "labels cut": opened(OPENING, "一、本年\n新收政\n"),
    "words cut": opened(OPENING, "规 行政 一、本年 （三）不予 其\n"),
    "one line of rows": repeated("规章 1 2 3 "),
    "one line of beginnings": opened(OPENING, "一、本年 新收 1 "),
    "one line of groups": repeated("（三）不予公开 1 "),
    "groups glued": opened(THIRD, "（三）不予公开"),
    "rows glued": opened(OPENING, f"{NEW}1234567891234\n"),
    "fifteen glued": opened(OPENING + "结果维持总计1\n" * 3, "123456789123456789123\n"),
    "rows": opened(THIRD, f"{NEW}\n" + "0\n" * 7),
    "rows too short": opened(THIRD, f"{NEW}\n" + "0\n" * 6),
    "values": opened(THIRD + NEW + "\n", "0\n"),
    "values in a row": opened(THIRD + NEW, "\t0"),
    "cells": opened(THIRD + f"\t{NEW}\n", "\t1\n"),
    "cells that go on": opened(THIRD + f"\t{NEW}\n\t1\n", "1\n"),
    "heads": opened(OPENING, "本年制发件数\n"),
    "headings": repeated("一、总体情况\n二、甲乙\n三、丙丁\n四、戊己\n五、更\n六、新\n"),
    "headings with words behind": repeated("一、总体情况" + "." * 200 + "x\n"),
    "titles": repeated("2021年政府信息公开工作年度报告\n"),
    "titles with running heads": opened(
        "甲镇2021年政府信息公开工作年度报告\n" * 40 + OPENING, "甲镇2021年政府信息公开工作年度报告\n行政许可 7\n"
    ),
    "titles in cells": repeated("| 甲镇 | | 2021 | 年政府信息公开工作年度报告 |\n"),
    "ends of titles": repeated("公开工作年度报告\n"),
    "brackets behind a title": repeated("政府信息公开工作年度报告" + "()" * 30 + "\n"),
    "broken tags": repeated("<a\n甲乙丙丁>戊己庚辛\n"),
    "rows of an older form": repeated("（一）收到申请数(" + "()" * 20 + "\n三、申请答复数 件 3\n行政复议数量\n四、收费情况\n"),
    "numerals": repeated("三、\n"),
    "bars": repeated("|"),
    "bars around numbers": repeated("|1"),
    "bars alone": opened(THIRD + NEW + "\n", "|\n"),
    "bars around wrapped words": repeated("|规||\n|章||\n"),
    "blank rows between bars": opened(f"|{'a' * 2000}|b|\n", "| | |\n"),
    "rules": repeated("+---+\n"),
    "plus signs": opened("+--\n", "+"),
    "junctions": repeated("+---" * 60 + "+\n" + "|aaa" * 60 + "|\n"),
    "bars without rules": repeated("│" * 199 + "\n"),
    "open cells": opened("+--\n" + "|a" * 60 + "|\n", "|b|\n+-+\n"),
    "dashes": repeated("--- ---\n---- ---\n"),
    "dashes of many columns": repeated("- " * 40 + "---\n" + "a\n" * 399),
    "borders": opened("- -\n", "-------\n--- ---\n"),
    "table tags": repeated("<table>"),
    "tags cut": repeated("<td "),
    "tags of many attributes": repeated("<td " + "a" * 1990),
    "spans": opened("<table>", "<td rowspan=999 colspan=64>"),
    "spans above rows": opened("<table>" + "<td rowspan=999 colspan=3>" * 9, "<tr><td>1"),
    "spans of two": opened("<table>", "<tr><td colspan=2>1<td colspan=2>2<td colspan=3>3"),
    "entities": opened("<table><td>", "&#48;"),
    "one entity": opened("<table><td>&#", "1"),
    "comments cut": repeated("<!--"),
    "declarations cut": opened("</p>", "<! "),
    "sections of XML cut": opened("</p>", "<![CDATA["),
    "scripts cut": repeated("<script><!--<script "),
    "attributes cut": opened("</p>", "<a x='\"<a y=\"'"),
    "attributes of one tag": opened("<p ", "a='1' b=2 style='display:none' "),
    "tags of type": opened("<table><td>", "<s>"),
    "ends of type": opened("<b>" * 99 + "</p>", "<i><div></b>"),
    "ends of nothing": opened("<b><i>" * 300, "</u></div></td></table>"),
    "lists": repeated("<ul><li><p>"),
    "tables in tables": repeated("<table><tr><td>1"),
    "notes": opened("<table><td>1", "<sup>2</sup>"),
    "cells of notes": opened("<table>", "<td>1<sup>2</sup>"),
    "rules of a sheet": opened("<style>", ".a{display:none}"),
    "rules and elements": lambda length: f"<style>{'.a .b{color:red}' * (length // 32)}</style>" + "<p class='b a'>1" * (length // 32),
    "elements of many classes": opened("<style>.a b{color:red}</style>", "<p class='a b c d e f g h i j k l m n o p'>"),
    "blocks of a sheet": opened("<style>", "@media x{"),
    "selectors": opened("<style>", "a[b](.c>d+"),
    "declarations": opened("<p style='", "a:b;"),
    "fields": repeated("," * 39 + "\n"),
    "fields between semicolons": repeated(";" * 39 + "\n"),
    "fields in quotes": repeated('"a"|"b"|1\n'),
    "quotes between tabs": repeated('"a""\t""'),
    "quotes": repeated('"",,,\n'),
    "a quote that stays open": repeated('"a,1,2,3\n'),
    "environments": repeated("\\begin{tabular}{c}"),
    "environments in braces": repeated("\\begin{tabular}{c}{"),
    "looks of columns": repeated("\\begin{tabular}{{{"),
    "rows of LaTeX": opened("\\begin{tabular}{c}", "a & b \\\\ "),
    "spans of LaTeX": opened("\\begin{tabular}{c}", "\\multicolumn{9}{c}{\\multirow{9}{*}{1}} & 1 \\\\\n"),
    "braces": opened("\\begin{tabular}{c}a & b \\\\", "{"),
    "commands": opened("\\begin{tabular}{c}a & b \\\\", "\\makecell[\\multicolumn{"),
    "percent signs": opened("\\begin{tabular}{c}a & b \\\\\n", " %"),
    "frames": repeated("0 NaN 1\n"),
    "parts of frames": repeated("  0 \\\n0 NaN\n1 NaN\n\n"),
    "frames of one line": opened("a NaN\n", "b NaN "),
    "frames in boxes": repeated("╞═╡\n│a┆b│\n"),
    "frames of one row": opened("│a┆b│\n╞═╪═╡\n│a┆b│\n", "│ ┆b│\n"),
    "tables in a line": repeated("|a|b||---|---||1|2|"),
    "heads in a line": repeated("|a||---"),
    "rules in a line": opened("|a||", "---|"),
    "tables of MediaWiki": repeated("{|\n"),
    "rows of MediaWiki": opened("{|\n", "|a||1\n|-\n"),
    "attributes": opened("{|\n|", "rowspan=9"),
    "spans of MediaWiki": opened("{|\n", "|-\n|rowspan=64 colspan=64|1\n"),
    "a cell that goes on": opened("{|\n|a\n", "b\n"),
    "printed lists": repeated('["a","b"],'),
    "tables of DokuWiki": repeated("^ a | ::: |\n"),
    "carets": repeated("^"),
    "edges of AsciiDoc": repeated("|===\n"),
    "cells of AsciiDoc": opened("|===\n|a |b\n", "|a\n\n9*|1\n"),
    "attributes of AsciiDoc": opened("|===\n", "[cols=1]\n"),
    "tables of Typst": opened("columns:", "#table("),
    "arguments of Typst": opened("#table(columns: 2,", "[a],"),
    "contents of Typst": opened("#table(columns: 2,", "["),
    "figures of Typst": repeated("#figure(table(columns: 2)"),
    "comments of Typst": opened("#table(columns: 2, [1],", "/*"),
    "signs of Textile": repeated("|_. a |\\9. 1 |\n"),
    "tables of troff": repeated(".TS\n"),
    "texts of troff": opened(".TS\nl l.\n", "T{\n1\nT}\tT{\n"),
    "formats of troff": opened(".TS\n", "l^s"),
    "columns of DocBook": opened("<table><colspec colname='a'/><row>", "<entry namest='a' nameend='a'>1"),
    "spans of pandoc": opened("|", '[1]{style="'),
    "small pages": opened("\\begin{tabular}{c}", "\\begin{minipage}a & 1 \\\\"),
    "texts as typed": opened("\\begin{tabular}{c}", "\\verb|"),
    "lists of one": repeated('["a",'),
    "lists that open": repeated("['a',["),
    "lists torn": repeated('["a" "b", 1,\n'),
    "strings that stay open": repeated("['a', \"b\n1\n"),
    "strings that stay open on one line": repeated("['a', \""),
    "escapes": opened("['a', '", "\\"),
    "brackets": opened(OPENING + "规章", "("),
    "brackets over lines": repeated("（\n"),
    "marks": opened(OPENING, "[bookmark: "),
    "stars": repeated("** "),
    "backslashes": opened("|", "\\"),
    "spoken characters": opened(OPENING, "中(a"),
    "characters that combine": opened("a", "\u0301\u0327"),
    "spaces": opened(OPENING, " "),
    "spaces before an end": opened("# a", " "),
    "digits": opened(THIRD + NEW + "\n", "9"),
    "prose": opened(THIRD, "照常公开信息。"),
    "fractions": opened(THIRD + NEW + "\n", "1\n.5\n"),
}  # fmt: skip


def seconds(text: str) -> float:
    """The time of a parse; without garbage collection, which walks what the other tests have left too."""
    gc.disable()
    start = process_time()
    with suppress(gd.NotAReportError):
        gd.parse(text)
    taken = process_time() - start
    gc.enable()
    return taken


@pytest.mark.thorough
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(make, length):
    short, long = (min(seconds(make(n)[:n]) for _ in range(3)) for n in (length, 4 * length))
    assert long < max(MOST * short, UNHURT)
