"""What a browser shows of a text with tags is what is read of it."""

import re

import pytest

import gov_disclosure as gd
from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.html_tables import markup_tables
from gov_disclosure.sources.pages import shown_text
from helpers.reports import ROOT

FAULTS = ROOT / "tests" / "data" / "faults"
TITLE = "石桥县水务局2022年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n"
HEAD = "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>\n"
ROW = "<tr><td>规章</td><td>7</td><td>0</td><td>5</td></tr>\n"
OTHER = "<tr><td>行政规范性文件</td><td>1</td><td>2</td><td>6</td></tr>\n"
BLANK, GAP, NONE = "blank", "unreadable", "none"
HIDDEN = [
    "hidden", 'hidden=""', 'HIDDEN="hidden"', 'style="display:none"', "style='DISPLAY : NONE'", "style=display:none",
    'style="color:red;display:none !important"', 'style="&#100;isplay:none"', 'class="x" style="display:none;"',
]  # fmt: skip
UNSEEN = [
    'style="visibility:hidden"', 'style="visibility: collapse"', 'style="opacity:0"', 'style="opacity: 0.0;"',
    'style="font-size:0"', 'style="font-size:0px;line-height:0"', 'style="font:0/0 a"', 'style="color:transparent"',
    'style="color:#fff;background:#FFFFFF"', 'style="color:white;background-color:rgb(255,255,255)"',
    'style="position:absolute;left:-9999px"', 'style="text-indent:-999em"', 'style="height:0;overflow:hidden"',
    'style="color:rgba(0,0,0,0)"', 'style="content-visibility:hidden"', 'style="opacity:0%"',
    'style="position:absolute;clip:rect(0,0,0,0)"', 'style="transform:scale(0)"',
]  # fmt: skip


def table(*rows: str, around: str = "{}") -> str:
    return TITLE + around.format(f"<table>{HEAD}{''.join(rows)}</table>") + "\n"


def rules(text: str) -> list[int | str]:
    """The three cells of the row 规章: a number, or the state."""
    try:
        cells = gd.parse(text).cells
    except gd.NotAReportError:
        return [NONE] * 3
    found = [cells.get(f"proactive.rules.{name}") for name in ("issued", "repealed", "in_force")]
    return [
        NONE
        if one is None or one.state is gd.State.MISSING
        else one.state.value
        if one.value is None
        else one.value
        for one in found
    ]


def issued(cell: str, before: str = "") -> int | str:
    """What is read of a cell between its tags."""
    return rules(before + table(f"<tr><td>规章</td>{cell}<td>0</td><td>5</td></tr>"))[0]


def number(inner: str) -> int | str:
    return issued(f"<td>{inner}</td>")


def texts(text: str) -> list[list[list[str]]]:
    shown = shown_text(text)
    return [
        [[cell.text for cell in row] for row in grid.rows] for grid in markup_tables(shown, lines_of(shown))
    ]


def test_the_faults_are_read_as_a_careful_reader_reads_them():
    read = {path.stem: rules(path.read_text(encoding="utf-8")) for path in FAULTS.glob("html-*.txt")}
    assert read == {
        "html-footnote-small": [3, 4, 5],
        "html-hidden-row": [NONE] * 3,
        "html-struck-beside": [GAP, 0, 5],
    }


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_is_hidden_is_not_there(hidden):
    assert number(f"4<span {hidden}>2</span>") == 4
    assert number(f"<span {hidden}>2</span>4") == 4
    assert number(f"1<i><b {hidden}><u>9</u></b></i>2") == 12
    assert issued(f"<td {hidden}>9</td><td>4</td>") == 4
    row = ROW.replace("<tr>", f"<tr {hidden}>")
    assert rules(table(row, OTHER)) == [NONE] * 3
    assert gd.parse(table(row, OTHER)).proactive.normative_documents.issued == 1
    for tag in ("div", "section"):
        assert rules(TITLE + f"<{tag} {hidden}><p><table>{HEAD}{ROW}</table></p></{tag}>") == [NONE] * 3
    assert rules(table(f"<tbody {hidden}>{ROW}</tbody>", OTHER)) == [NONE] * 3
    assert rules(table(ROW).replace("<table>", f"<table {hidden}>")) == [NONE] * 3


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_is_not_seen_is_blank(unseen):
    assert number(f"4<span {unseen}>2</span>") == 4
    assert number(f"<p {unseen}>2</p>") == BLANK
    assert issued(f"<td {unseen}>2</td>") == BLANK
    row = ROW.replace("<tr>", f"<tr {unseen}>")
    assert rules(table(row, OTHER)) == [NONE] * 3
    assert rules(table(ROW, around=f"<div {unseen}><div>{{}}</div></div>")) == [NONE] * 3


@pytest.mark.parametrize(
    ("inner", "value"),
    [
        ('<b style="visibility:hidden">2<i style="visibility:visible">4</i></b>', 4),
        ('<b style="font-size:0">2<i style="font-size:12px">4</i></b>', 4),
        ('<b style="opacity:0">2<i style="opacity:1">4</i></b>', BLANK),
        ('<b style="display:none">2<i style="display:inline">4</i></b>', BLANK),
        ('<span hidden style="display:inline">4</span>', 4),
        ('<span style="display:none;display:inline">4</span>', 4),
        ('<span style="color:#fff;background:#036">4</span>', 4),
        ('<span style="background:#fff"><b style="background:url(a.png)"><i style="color:#fff">4</i></b></span>', 4),
        ('<font color="#ffffff">4</font>', GAP),  # on a ground that nobody knows, which is white
        ('<span style="overflow:hidden">4</span>', 4),
        ('<span aria-hidden="true" title="hidden">4</span>', 4),
        ('<span data-style="display:none" class="hidden-xs">4</span>', GAP),
        ('<span style="/*display:none*/color:red">4</span>', 4),
        ('<span style="display:none">2', BLANK),
        ('4<span hidden>2<b>3', 4),
        ('4<p hidden>2<p>', 4),
        ('<p hidden>2<div>4</div>', 4),
        ('<div hidden><span>2</div>4', 4),
        ('<span><div hidden></span>2</div>4', 4),
        ('<div hidden><b></div></b>4', 4),
        ('<dialog>2</dialog>4', 4),
        ('<template>2</template>4', 4),
        ('<noscript>2</noscript>4', 4),
        ('<style>.a{width:2}</style>4', 4),
        ('<script>var a = "<b>2</b>";</script>4', 4),
        ('<script>document.write(2)</script>4', GAP),
        ('<script>2', NONE),
        ('<input type="hidden" value="2">4', GAP),
        ('<iframe>2</iframe>', GAP),
        ('<svg><text>2</text></svg>', GAP),
        # Of what shows something else than its text no digit is read.
        ('<span style="unicode-bidi:bidi-override;direction:rtl">12</span>', GAP),
        ('<span style="unicode-bidi: isolate-override">12</span>', GAP),
        ('<span style="unicode-bidi:isolate;direction:rtl">4</span>', 4),
        ('<meter value="7">4</meter>', GAP),
        ('<progress value="7">4</progress>', GAP),
        ('<details><summary>2</summary>4</details>', GAP),
        ('<details>4</details>', GAP),
        ('<details open>4</details>', 4),
        ('<span class="MsoDel">4</span>', GAP),
    ],
)  # fmt: skip
def test_what_a_page_shows_is_read(inner, value):
    assert number(inner) == value


@pytest.mark.parametrize(
    ("sheet", "value"),
    [
        (".x{display:none}", BLANK), ("span.x { color: red; display: none }", BLANK), ("#y{display:none}", BLANK),
        ("span{display:none}", BLANK), ("SPAN{DISPLAY:NONE}", BLANK), ("b,.x,i{visibility:hidden}", BLANK),
        ("td .x{display:none}", BLANK), ("table > tr > td > .x{display:none}", 4), ("tbody > tr > td > .x{display:none}", BLANK), ("/*a*/.x{/*}*/display:none}", BLANK),
        (".x{display:none}.x{display:inline}", 4), (".x{display:inline}span{display:none}", 4),
        (".x{display:none!important}#y{display:inline}", BLANK), ("#y{display:inline}.x{display:none}", 4),
        ("@media print{.x{display:none}}", 4), ("@media screen{.x{display:none}}", BLANK),
        ("@media (max-width:9px){.x{display:none}}b{color:red}", 4), ("@charset 'utf-8';.x{display:none}", BLANK),
        (".z{display:none}", 4), (".x.z{display:none}", 4), ("div .x{display:none}", 4), (".x:hover{display:none}", 4),
        (".x::before{display:none}", 4), (".x b{display:none}", 4), ("<!-- .x{display:none} -->", BLANK),
        (".x{text-decoration:line-through}", GAP), ("span:nth-child(1){display:none}", GAP), ("[class]{display:none}", BLANK), ("[class^=w]{display:none}", BLANK), ("[hidden]{display:none}", 4),
        ("b + span{display:none}", 4), ("* ~ span{display:none}", GAP),
        ('.x:before{content:"9"}', GAP), ('.x::after{content:"\\39 "}', GAP), ("td:before{content:attr(data-n)}", 4), ("span:before{content:attr(id)}", GAP),
        ('.x:before{content:"9";display:none}', 4), ('.x:before{content:"・"}', 4), (".x:before{content:attr(data-n)}", 4),
        ('.x:after{content:"\\0020";display:table}', 4), ('.z:before{content:"9"}', 4),
        (".x{color:red}", 4), (".x{font-size:0}", BLANK), (".x{", 4), ("}{;}", 4),
    ],
)  # fmt: skip
def test_a_sheet_in_the_text_hides(sheet, value):
    cell = '<td><span class="w x" id="y">4</span></td>'
    assert issued(cell, f"<style>{sheet}</style>\n") == value
    assert issued(cell, f"<STYLE type='text/css'>\n{sheet}\n</STYLE >\n") == value
    assert issued(cell, f'<style media="print">{sheet}</style>\n') == 4
    assert issued(cell, f"<!-- <style>{sheet}</style> -->\n") == 4


STRUCK = [
    "<s>{}</s>", "<del>{}</del>", "<strike>{}</strike>", "<S>{}</S>", '<span style="text-decoration:line-through">{}</span>',
    '<b style="text-decoration-line: underline line-through">{}</b>', "<del><b>{}</b></del>", "<s><p>{}</p></s>",
    '<p style="TEXT-DECORATION: red LINE-THROUGH">{}</p>', "<b><s><i>{}</i></b></s>",
]  # fmt: skip


@pytest.mark.parametrize("struck", STRUCK)
def test_what_is_struck_is_no_value(struck):
    for inner in ("{}4", "4{}", "{}", "{}<br>4", "1{}2"):
        assert number(inner.format(struck.format(3))) == GAP
    label = table(ROW.replace("规章", struck.format("规章")), OTHER)
    assert rules(label) == [NONE] * 3
    assert gd.parse(label).proactive.normative_documents.issued == 1


@pytest.mark.parametrize(
    "text",
    [
        table(ROW.replace("<tr>", '<tr style="text-decoration:line-through">')),
        table(f"<tbody style='text-decoration:line-through'>{ROW}</tbody>"),
        table(ROW, around="<del>{}</del>"), table(ROW, around="<div><s>{}</s></div>"),
        table(ROW.replace("7", "<s>7").replace("<td>0", "<td><s>0").replace("5", "<s>5")),
        table(ROW).replace("<table>", '<table style="text-decoration: line-through">'),
    ],
)  # fmt: skip
def test_no_number_is_read_of_a_struck_row(text):
    assert not [value for value in rules(text) if isinstance(value, int)]


def test_a_strike_ends_with_its_element():
    assert rules(table(ROW.replace("规章", "<s>条例</s>规章"), OTHER)) == [NONE] * 3
    assert issued("<td>4</td>", "<p><s>旧</p></s>\n") == 4
    assert issued("<td>4</td>", "<s><p>旧</s></p>\n") == 4
    assert rules(table(ROW.replace("<td>0", "<td><s>1"), OTHER))[1] == GAP


@pytest.mark.parametrize(
    ("inner", "value"),
    [
        ("4<sup>2</sup>", 4), ("4<sub>2</sub>", 4), ("4<SUP>[12]</SUP>", 4), ("4<sup>①</sup>", 4), ("4<sup>*</sup>", 4),
        ("4<sup><a href='#n2'>2</a></sup>", 4), ("4<sup>&#50;</sup>", 4), ("<b>4</b><sup>（2）</sup>", 4), ("4 <sup>2</sup>", 4),
        ("3 <small>1</small>", 3), ('3<font size="1">1</font>', GAP), ('<font size="5">3&nbsp;</font><font size="1">1</font>', 3),
        ('3<span style="font-size:60%">[1]</span>', 3), ('3<span style="font-size:.5em"> 1</span>', 3),
        ('3<span style="font-size:9px">1</span>', GAP),  # the page may have set the cell so
        ('<b style="font-size:16px">3 </b><b style="font-size:9px">1</b>', 3),
        ('5<span style="vertical-align:super">3</span>', 5), ('5<span style="vertical-align: 4px">3</span>', 5),
        ('5<span style="position:relative;top:-4px">3</span>', 5), ('5<u style="font:60%/1 a"> 3</u>', 5),
        # Smaller, or moved by a little: a digit as well.
        ("3<small>1</small>", 3), ('<b style="font-size:14pt">3</b><b style="font-size:10.5pt">7</b>', GAP),
        ('3<span style="font-size:60%">1</span>', 3), ('3<span style="vertical-align:2px">7</span>', GAP),
        ('3<span style="vertical-align:-4px">7</span>', GAP), ('3<i style="position:relative;bottom:1px">7</i>', GAP),
        ("1,234<sup>2</sup>", 1234), ("4<ruby><rt>2</rt></ruby>", 4),
        # What may be more than a note.
        ("<sup>1</sup>4", GAP), ("<small>3</small>1", GAP), ("4<sup>123</sup>", GAP), ("4<small>.5</small>", GAP),
        ("1<small>,234</small>", GAP), ("10<sup>2</sup>", GAP), ("4<sup>2</sup>5", GAP), ("<sup>4</sup>", GAP),
        ("4<sup>-1</sup>", GAP), ("1<sup>st</sup>", GAP), ("4<sup>2</sup><sub>1</sub>", GAP), ("4件<sup>2</sup>", GAP),
        # What is part of the number.
        ("1<b>2</b>", 12), ("1<i>2</i>", 12), ("<em>1</em><strong>2</strong>", 12), ("<u>1</u>2", 12), ("1<tt>2</tt>", 12),
        ('1<span style="font-family:SimSun;font-style:italic;font-weight:700">2</span>', 12), ("<small>12</small>", 12),
        ('<b style="font-size:12pt">1</b><b style="font-size:10.5pt">2</b>', 12),
        ('<b style="font-size:10.5pt">1</b><b style="font-size:9pt">2</b>', 12), ("<small>1<b>2</b></small>", 12),
        ('<span style="position:relative;top:-1pt">12</span>', 12), ('<font color="red">1</font>2', 12),
        ("1<ins>2</ins>", 12), ("<big>12</big>", 12), ('<font face="a">12</font>', 12), ("1<!-- 3 -->2", 12),
        ('12<span style="font-size:9px">件</span>', 12), ("12<small>件</small>", 12), ("12<sup> </sup>", 12),
    ],
)  # fmt: skip
def test_a_mark_of_a_note_is_no_digit(inner, value):
    assert number(inner) == value
    assert issued(f"<th>{inner}</td>") == value


def test_small_words_of_a_label_are_its_own_and_a_mark_is_none():
    fee = "<tr><td>信息内容</td><td>本年收费金额<small>（单位：万元）</small></td></tr><tr><td>行政事业性收费<sup>1</sup></td><td>4</td></tr>"
    cell = gd.parse(TITLE + f"<table>{fee}</table>").cells["proactive.fees.amount"]
    assert (cell.value, cell.unit) == (4, "万元")
    assert rules(table(ROW.replace("规章", "规章<sup>①</sup>"))) == [7, 0, 5]


@pytest.mark.parametrize(
    ("inner", "value"),
    [
        ("<!-- <td>2</td> -->4", 4), ("<!-- 2 --!>4", 4), ("<!-->4", 4), ("<!--->4", 4), ("<!-- > -->4", 4),
        ("<!--[if mso]><b>2</b><![endif]-->4", 4), ("<![if !mso]>4<![endif]>", 4), ("<? 2 ?>4", 4), ("</ 2>4", 4),
        ('<span title="2">4</span>', 4), ('<span title="a>2">4</span>', 4), ("<span title='</td><td>2'>4</span>", 4),
        ('<a name="<!--">4</a><i title="-->"></i>', 4), ("4<img alt='2' src='a'>", GAP), ("<![CDATA[4]]>", GAP),
        ("&#52;", 4), ("&nbsp;4&ensp;", 4), ("&#x34;", 4), ("&lt;s&gt;4", GAP), ("<br>4<br/>", 4), ("1<br>2", GAP),
        ("<P>4</P>", 4), ("<o:p>4</o:p>", 4), ("4<", GAP), ("4<b", GAP),
        (f'<b title="{"x" * 5000}">4</b>', 4), ("<td>", GAP), ("4</span></div>", 4), ("4</p>", 4),
        ("<table><tr><td>4</td></tr></table>", 4), ("<table>4</table>", 4), ("<table hidden><tr><td>2</table>4", 4),
    ],
)  # fmt: skip
def test_signs_of_markup_are_no_text(inner, value):
    assert number(inner) == value


@pytest.mark.parametrize(
    "text",
    [
        table(ROW).replace("</td>", "").replace("</tr>", ""), table(ROW).upper(), table(ROW).replace("td", "th"),
        table(ROW).replace("</td>", "</th>"), table(ROW).replace("<td>", "<td colspan=0>"),
        table(f"<tbody>{ROW}<tbody>"),
        table(ROW).replace("<td>", '<td title="<td>9</td>" data-colspan="3">'),
        table(ROW).replace("<td>", "<td><p class=a style='font-size:9pt'><span>").replace("</td>", "</span></p></td>"),
        table("<tr hidden><td>规章</td><td>9</td><td>9</td><td>9</td></tr>", ROW),
        table("<!-- <tr><td>规章</td><td>9</td><td>9</td><td>9</td></tr> -->", ROW),
        table("<template><tr><td>规章</td><td>9</td><td>9</td><td>9</td></tr></template>", ROW),
        table(f"<div hidden>{ROW}</div>"),  # a browser takes the row out of it
        table(ROW, around='<table><tr><td hidden>9</td><td style="color:red">{}</td></tr></table>'),
        table(ROW, around="<div hidden>9</div><p>{}</p>"), table("<tr><td rowspan=0 hidden>9</td></tr>", ROW),
        table(ROW).replace("<tr><td>规章", "<tr><td hidden rowspan=2 colspan=3>9</td><td>规章"),
        table(ROW).replace("</tr>", "<td hidden>9</td></tr>"), table("<col style='display:none'>" + ROW),
    ],
)  # fmt: skip
def test_the_rows_of_a_page_are_read_however_it_is_written(text):
    assert rules(text) == [7, 0, 5]


def test_marks_outside_of_tables_are_no_digits_and_no_part_of_a_heading():
    assert shown_text("|4<sup>2</sup>|").count("2") == 0
    assert shown_text("|<sup>1</sup>4|").count("4") == 0
    assert shown_text("|3<small>1</small>|").count("1") == 0
    assert shown_text("|4<sup>2</sup>|").count("\ufffc") == 1
    for kept in ("<p>4</p><p><small>2</small></p>", "4<b>2</b>", "3<span>1</span>", "<small>3</small> 1"):
        assert re.sub("<[^<>]*>", "", shown_text(kept + "<i>")) == re.sub("<[^<>]*>", "", kept)
    report = gd.parse("<h2>一、总体情况<sup>1</sup></h2><p>甲</p>" + table(ROW)[len(TITLE) :])
    assert report.sections[0].heading == "一、总体情况"


def test_title_headings_and_prose_are_those_that_a_page_shows():
    report = gd.parse(
        "<h1><i hidden>旧</i>石桥县<i hidden>旧</i>水务局2022年政府信息公开工作年度报告</h1>\n<h2>一、<b hidden>旧</b>总体情况</h2>"
        "\n<p>收到申请<s>3</s>4件<i hidden>共5件</i>。<!-- 旧 --></p><script>旧</script>\n<h2>五、存在问题</h2>"
    )
    assert (report.title, report.issuer) == ("石桥县水务局2022年政府信息公开工作年度报告", "石桥县水务局")
    assert [section.heading for section in report.sections] == ["一、总体情况", "五、存在问题"]
    assert report.sections[0].text == "收到申请\ufffc4件。"


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ("<tr><td>规章</td><td>7</td>1</td><td>0</td><td>5</td></tr>", [GAP] * 3),
        ("<tr><td>规章</td><td><b>7</b></td>1</td><td>0</td><td>5</td></tr>", [GAP] * 3),
        ("<tr><td>规章</td><td>7</td>万<td>0</td><td>5</td></tr>", [GAP] * 3),
        ("<tr><td>规章</td><td>7</td><p>1</p><td>0</td><td>5</td></tr>", [GAP] * 3),
        ("<tr><td>规章</td><td>7</td><td>0</td><td>5</td></tr>8</td>", [GAP] * 3),
        ("8<tr><td>规章</td><td>7</td><td>0</td><td>5</td></tr>", [GAP] * 3),
        ("<tr>&nbsp;<td>规章</td>\n <td>7</td><!-- 8 --><td>0</td><td>5</td></tr>", [7, 0, 5]),
        ("<tr><td>规章</td><td>7</td><td>0</td><td>5</td></tr><h2>三、其他 1</h2>", [7, 0, 5]),
        ("<tr><td>规章</td><td>7</td><td>0</td><td>5</td><tr hidden>8</tr>", [7, 0, 5]),
    ],
)
def test_text_of_a_table_outside_of_its_cells_leaves_the_row_beside_it_unread(row, values):
    assert rules(table(row)) == values
    assert rules(table(row, around="<div style='color:red'>{}</div>")) == values
    assert (
        gd.parse(
            table(ROW, "<tr><td>&nbsp;</td></tr>", row.replace("规章", "行政规范性文件"))
        ).proactive.rules.issued
        == 7
    )


def test_a_column_that_is_left_out_makes_its_table_doubtful():
    rows = table("<colgroup><col><col style='visibility:collapse'></colgroup>", ROW)
    assert not [value for value in rules(rows) if isinstance(value, int)]


REPORT = (ROOT / "tests" / "fixtures" / "html-2019.txt").read_text(encoding="utf-8")
JUNK = (
    "<!-- <td>9</td> --><i hidden>9</i><b style='font-size:0'>9</b><script>9</script><template><td>9</template>"
)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("</td>", "").replace("</th>", "").replace("</tr>", ""),
        lambda text: re.sub("</?[a-z0-9]+", lambda found: found[0].upper(), text),
        lambda text: text.replace("<td", "<td\n  class='a'\n style='color:red'"),
        lambda text: text.replace("<td", "<td data-colspan=3 title='rowspan=2 > 1 <td>9</td>'"),
        lambda text: re.sub("(<t[dh][^>]*>)", rf"\1{JUNK}", text),
        lambda text: re.sub("(</t[dh]>)", rf"{JUNK}\1", text),
        lambda text: text.replace("</tr>", "<td hidden>9</td></tr>"),
        lambda text: text.replace("<tr>", "<tr><td style='display:none' rowspan=3 colspan=2>9</td>"),
        lambda text: text.replace("<tr>", "<tr hidden><th>规章</th><td>9</td><td>9</td><td>9</td></tr><tr>"),
        lambda text: text.replace("<td>", "<td><p class=b style='font:9pt a'><span>").replace("</td>", "</span></p></td>"),
        lambda text: re.sub("<td>([0-9]+)", r"<td>\1<sup>2</sup>", text),
        lambda text: re.sub("([0-9])</td>", r"<b style='font-family:a'>\1</b></td>", text),
        lambda text: text.replace("<table", "<div hidden><table><tr><td>规章<td>9</table></div><table"),
        lambda text: text.replace("<table", "<table><tr><td hidden>9<td><table").replace("</table>", "</table></table>"),
        lambda text: text.replace("<body>", "<body><style>.h{display:none}</style>").replace("</tr>", "<td class=h>9</tr>"),
        lambda text: text.replace("<h2>", "<h2 hidden>六、其他</h2><h2>"),
        lambda text: text.replace("<h2>", "<h2><span style='display:none'>六、其他</span>"),
        lambda text: text.replace("<table", "<!--[if IE]><table><![endif]--><table"),
        lambda text: text.replace("<td>", "<td><![if !vml]>").replace("</td>", "<![endif]></td>"),
        lambda text: text.replace('"1">', '"1"><thead></thead><tbody>'),
        lambda text: re.sub("<td>([0-9]+)</td>", r"<td><table><tr><td>\1</td></tr></table></td>", text),
    ],
)  # fmt: skip
def test_a_report_is_read_however_its_page_is_written(change):
    def values(text: str) -> dict[str, object]:
        return {id: (cell.state, cell.value) for id, cell in gd.parse(text).cells.items()}

    changed = change(REPORT)
    assert changed != REPORT
    assert values(changed) == values(REPORT)


def test_a_hidden_part_of_the_text_has_no_headings_and_no_rows():
    second = re.search("<h2>二、.*?(?=<h2>三)", REPORT, re.DOTALL)[0]
    lines = REPORT.replace(second, "<div>\n" + re.sub("<[^<>]+>", "\n", second) + "</div>")
    assert gd.parse(lines).proactive.licensing.decisions == 60
    for opening, closing in (("<div hidden>", "</div>"), ("<!--", "-->"), ("<s>", "</s>")):
        gone = lines.replace("<div>", opening).replace("</div>", closing)
        assert gd.parse(gone).proactive.licensing.decisions is None
    headings = [
        section.heading
        for section in gd.parse(table(ROW) + "<p hidden>三、其他</p><p>五、存在问题</p>").sections
    ]
    assert "五、存在问题" in headings
    assert "三、其他" not in headings


def test_a_span_reaches_no_further_than_its_part_of_the_table():
    assert texts("<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody><tbody><tr><td>乙<td>3</table>") == [
        [["甲", "1"], ["", "2"], ["乙", "3"]]
    ]
    assert texts("<table><thead><tr><td rowspan=9>甲<td>1</thead><tr><td>乙<td>3</table>") == [
        [["甲", "1"], ["乙", "3"]]
    ]


def test_a_heading_between_a_table_without_an_end_and_the_next_is_none_of_either():
    text = (
        table(ROW).replace("</table>", "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>")
        + "<table><tr><td>甲</table>"
    )
    assert [section.number for section in gd.parse(text).sections] == [1, 2, 4]


def test_a_table_that_begins_between_cells_ends_the_one_before():
    assert texts("<table><tr><td>甲</td><td>1</td></tr><table><tr><td>乙</td><td>2</td></tr></table>") == [
        [["甲", "1"]], [["乙", "2"]]
    ]  # fmt: skip
    inner = "<table><tr><td>乙</td><td>2</td></tr></table>"
    assert texts(f"<table><tr><td>甲</td><td>{inner}</td></tr></table>") == [[["乙", "2"]]]


@pytest.mark.parametrize(
    "text",
    [
        table(ROW.replace("<td>7", "<td><!--\n9\n--><b hidden>\n3</b>7")), table(ROW.replace("7", "<s>3</s>\r\n7")),
        "<style>\n.a{display:none}\n</style>\n" + table(ROW.replace("<td>7", "<td class='b'><i class=a>2\n</i>7")),
    ],
)  # fmt: skip
def test_each_place_stays_what_it_was(text):
    shown = shown_text(text)
    assert len(shown) == len(text)
    assert [(line.number, line.start) for line in lines_of(shown)] == [
        (line.number, line.start) for line in lines_of(text)
    ]
    assert shown_text(shown) == shown
    for cell in gd.parse(text).cells.values():
        if cell.value == 5:
            line = text.splitlines()[cell.location.line - 1]
            assert line[cell.location.column - 1] == "5"


def test_a_text_without_tags_that_hide_is_as_it_was():
    for text in (table(ROW), "3 < 5", "a<b", "<规章>", "<5", TITLE, "|<b>3</b>|"):
        assert shown_text(text) is text
    assert NOT_SHOWN not in shown_text("<p>1</p> < 2 <span>3</span>")
