"""What is read of a Word document is what a person sees with all changes accepted, and no digit beside."""

import pytest

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.formats import document_of
from helpers.word import cell, docx, paragraph, row, run, table

HIDDEN = "<w:vanish/>"
RAISED = '<w:vertAlign w:val="superscript"/>'
FIELD = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}


def code(text):
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(words, *shown):
    return f"{FIELD['begin']}{code(words)}{FIELD['separate']}{''.join(shown)}{FIELD['end']}"


def style(id, look="", kind="character", base="", more=""):
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}">{based}{more}<w:rPr>{look}</w:rPr></w:style>'


def styled(id):
    return f'<w:rStyle w:val="{id}"/>'


def cell_text(content, settings="", *, styles="", table_settings=""):
    """What is read of a cell beside another."""
    body = table(row(cell("名称"), cell(content, settings)), settings=table_settings)
    return document_of(docx(body, styles=styles), "a.docx").grids[0].rows[0][1].text


def line_text(content, **parts):
    return document_of(docx(content, **parts), "a.docx").text.rstrip("\n")


PLAIN = {
    "one run": (run("26"), "26"),
    "runs that split a number": (run("1") + run("2") + run("3"), "123"),
    "runs that split it with other fonts": (run("1", '<w:rFonts w:ascii="A"/>') + run("2", "<w:b/>"), "12"),
    "two paragraphs": (paragraph("商业") + paragraph("企业"), "商业\n企业"),
    "a tab": ("<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>", "1 2"),
    "a break": ("<w:r><w:t>商业</w:t><w:br/><w:t>企业</w:t></w:r>", "商业\n企业"),
    "a hyphen that does not break": ("<w:r><w:noBreakHyphen/><w:t>5</w:t></w:r>", "-5"),
    "a hyphen that is seen at a break alone": ("<w:r><w:t>1</w:t><w:softHyphen/><w:t>2</w:t></w:r>", "12"),
    "a sign of a font": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "\uf0fc"),
    "a sign that is a digit": ('<w:r><w:sym w:font="Wingdings" w:char="0035"/></w:r>', UNCLEAR),
    "a sign that is none": ('<w:r><w:sym w:char="D800"/></w:r>', UNCLEAR),
    "blanks of pretty printing": ("<w:r><w:t>\n  5\n</w:t></w:r>", "5"),
    "a link": (f"<w:hyperlink>{run('5')}</w:hyperlink>", "5"),
    "custom markup": (f"<w:customXml><w:smartTag>{run('5')}</w:smartTag></w:customXml>", "5"),
    "a bookmark in a number": (f"{run('1')}<w:bookmarkStart/><w:bookmarkEnd/>{run('2')}", "12"),
    "how it is spoken": (
        f"<w:r><w:ruby><w:rt>{run('gui')}</w:rt><w:rubyBase>{run('规')}</w:rubyBase></w:ruby></w:r>" + run("章"),
        "规章",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "text"), PLAIN.values(), ids=PLAIN)
def test_a_cell_has_the_text_that_is_seen(content, text):
    assert cell_text(content) == text


NOT_SHOWN = {
    "hidden": run("5") + run("6", HIDDEN),
    "hidden by a style": run("5") + run("6", styled("H")),
    "hidden by what a style is based on": run("5") + run("6", styled("Below")),
    "hidden by its paragraph's style": paragraph("5") + paragraph(run("6"), '<w:pStyle w:val="P"/>'),
    "white on white": run("5") + run("6", '<w:color w:val="FFFFFF"/>'),
    "white by the theme": run("5") + run("6", '<w:color w:val="auto" w:themeColor="background1"/>'),
    "its own colour behind it": run("5") + run("6", '<w:color w:val="C00000"/><w:shd w:val="clear" w:fill="C00000"/>'),
    "deleted": run("5") + f"<w:del>{run('6').replace('w:t', 'w:delText')}</w:del>",
    "deleted, as plain text": run("5") + f"<w:del>{run('6')}</w:del>",
    "moved away": run("5") + f"<w:moveFrom>{run('6')}</w:moveFrom>",
    "a prompt": run("5") + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('6')}</w:sdtContent></w:sdt>",
    "a field's code": run("5") + FIELD["begin"] + code("SET 6") + run("6") + FIELD["end"],
    "the mark of a footnote": run("5") + f'<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteReference w:id="6"/></w:r>',
    "a footnote's own mark": run("5") + '<w:r><w:endnoteReference w:id="1" w:customMarkFollows="1"/><w:t>6</w:t></w:r>',
    "a raised note": run("5") + run("6", RAISED),
    "a raised note in two runs": run("5") + run("1", RAISED) + run("6", RAISED),
    "a note raised by a style": run("5") + run("6", styled("R")),
    "a note in brackets": run("5") + run("[1]", RAISED),
}  # fmt: skip
STYLES = (
    style("H", HIDDEN) + style("Below", base="H") + style("P", HIDDEN, "paragraph") + style("R", RAISED)
    + style("S", "<w:strike/>") + style("D", "<w:dstrike/>") + style("SP", "<w:strike/>", "paragraph")
    + style("T", more='<w:tcPr><w:shd w:val="clear" w:fill="FFFF00"/></w:tcPr>', kind="table")
    + style("Head", kind="table", more='<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="000000"/>'
            '</w:tcPr></w:tblStylePr>')
    + style("HT", HIDDEN, "table") + style("Sometimes", kind="table", more=f'<w:tblStylePr w:type="lastCol"><w:rPr>{HIDDEN}'
            '</w:rPr></w:tblStylePr>')
)  # fmt: skip


@pytest.mark.parametrize("content", NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_what_is_not_shown_is_not_there(content):
    assert cell_text(content, styles=STYLES) == "5"


UNREADABLE = {
    "struck": run("5", "<w:strike/>"),
    "struck twice": run("5", "<w:dstrike/>"),
    "struck in part": run("5") + run("6", "<w:strike/>"),
    "struck by a style": run("5", styled("S")),
    "struck twice by a style": run("5", styled("D")),
    "struck by its paragraph's style": paragraph(run("5"), '<w:pStyle w:val="SP"/>'),
    "struck by two styles, which may take each other back": paragraph(run("5", styled("S")), '<w:pStyle w:val="SP"/>'),
    "a raised digit before": run("5", RAISED) + run("6"),
    "a small digit among others": run("5") + run("6", '<w:sz w:val="10"/>') + run("7"),
    "all too small to be seen": run("5", '<w:sz w:val="2"/>'),
    "signs of a font": run("5", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
    "hidden on screens alone": run("5", "<w:webHidden/>"),
    "without a filling": run("5", "<w14:textFill><w14:noFill/></w14:textFill>"),
    "turned round": f'<w:bdo w:val="rtl">{run("56")}</w:bdo>',
    "a field that is out of date": '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    + code("=SUM(ABOVE)") + FIELD["separate"] + run("5") + FIELD["end"],
    "a simple field that is out of date": f'<w:fldSimple w:dirty="1">{run("5")}</w:fldSimple>',
    "a field without a result": FIELD["begin"] + code(r"EQ \o\ac(○,5)") + FIELD["end"],
    "a formula": "<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>",
    "blacked out": run("5", '<w:highlight w:val="black"/>'),
    "bound to other data": "<w:p><w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>" + run("5")
    + "</w:sdtContent></w:sdt></w:p>",
    "a picture": run("5") + "<w:r><w:drawing/></w:r>",
    "two numbers in a table in it": paragraph("5") + table(row("6", "7")) + paragraph(),
}  # fmt: skip


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_doubtful_makes_its_cell_unreadable(content):
    assert UNCLEAR in cell_text(content, styles=STYLES)


def test_styles_of_tables_hide_too():
    named = '<w:tblStyle w:val="{}"/>'
    assert cell_text("5", styles=STYLES, table_settings=named.format("HT")) == ""
    assert cell_text("5", styles=STYLES, table_settings=named.format("Sometimes")) == UNCLEAR


def test_white_text_is_seen_on_another_ground_and_doubtful_on_one_that_is_not_known():
    white = run("5", '<w:color w:val="FFFFFF"/>')
    assert cell_text(white, '<w:shd w:val="clear" w:fill="000000"/>') == "5"
    assert cell_text(white, styles=STYLES, table_settings='<w:tblStyle w:val="T"/>') == "5"
    assert cell_text(white, styles=STYLES, table_settings='<w:tblStyle w:val="Head"/>') == UNCLEAR
    assert cell_text(white, '<w:shd w:val="pct50" w:fill="000000"/>') == UNCLEAR


def test_what_is_shown_again_is_shown():
    hidden_line = paragraph(run("5", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="P"/>')
    assert cell_text(hidden_line, styles=STYLES) == "5"
    assert cell_text(run("5", f'{styled("S")}<w:strike w:val="false"/>'), styles=STYLES) == "5"


def test_type_of_two_sizes_is_one_number():
    assert cell_text(run("5", '<w:sz w:val="24"/>') + run("6", '<w:sz w:val="21"/>')) == "56"


def test_a_cell_that_is_raised_as_a_whole_is_its_number():
    assert cell_text(run("26", '<w:position w:val="6"/>')) == "26"


def test_fields_show_their_results():
    assert cell_text(field("=SUM(ABOVE)", run("26"))) == "26"
    assert cell_text(field("IF 1", run("2"), field("REF x", run("6")))) == "26"
    assert cell_text(FIELD["begin"] + code("IF ") + field("REF x", run("7")) + FIELD["separate"] + run("26") + FIELD["end"]) == "26"  # fmt: skip
    assert cell_text(f'<w:fldSimple w:instr="=SUM(ABOVE)">{run("26")}</w:fldSimple>') == "26"
    assert cell_text(run("26") + FIELD["begin"] + code('XE "词"') + FIELD["end"]) == "26"


def test_a_field_that_never_ends_costs_its_own_cell_alone():
    body = table(row(cell(FIELD["begin"] + code("REF") + run("5")), cell("6")))
    assert [one.text for one in document_of(docx(body), "a.docx").grids[0].rows[0]] == ["", "6"]


def test_changes_are_read_as_accepted_and_an_issue_counts_them():
    words = f"<w:ins>{run('新收')}</w:ins><w:del>{run('旧收')}</w:del>{run('申请')}"
    document = document_of(docx(paragraph(words)), "a.docx")
    assert document.text == "新收申请\n"
    assert [one.issue.code for one in document.notices] == ["D110"]
    assert "2" in document.notices[0].issue.message.en


def test_a_paragraph_whose_end_is_removed_goes_on_in_the_next():
    first = paragraph(run("一、总体"), "<w:rPr><w:del/></w:rPr>")
    assert line_text(first + paragraph("情况")) == "一、总体情况"
    assert cell_text(first + paragraph(run("情况"), "<w:rPr><w:del/></w:rPr>")) == "一、总体情况"
    assert line_text(paragraph("上文") + first) == "上文\n一、总体"
    assert line_text(first + table(row("5"))) == "一、总体\n5"


def test_struck_prose_is_no_text_and_notes_in_it_are_none():
    assert line_text(paragraph(run("收到") + run("5件", "<w:strike/>"))) == f"收到{UNCLEAR}{UNCLEAR}"
    assert line_text(paragraph(run("主动公开情况") + run("1", RAISED))) == "主动公开情况"


def test_only_one_writing_of_a_thing_is_read():
    box = "<w:txbxContent>" + paragraph("样表") + "</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = document_of(docx(paragraph(run("正文") + both)), "a.docx")
    assert document.text == "正文\n样表\n"
    assert not document.notices
    assert cell_text(run("5") + both) == "5\n样表"
    assert UNCLEAR in cell_text(run("5") + both.replace("样表", "6"))


def test_what_only_a_fallback_shows_is_read():
    sign = "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w14:x/></mc:Choice><mc:Fallback><w:t>5</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    assert cell_text(sign) == "5"


def test_footnotes_headers_and_comments_stand_in_no_text():
    parts = {
        "word/footnotes.xml": "<w:footnotes/>",
        "word/header1.xml": "<w:hdr>某区人民政府2019年政府信息公开工作年度报告</w:hdr>",
    }
    note = '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart/><w:r><w:commentReference w:id="0"/></w:r>'
    document = document_of(docx(paragraph(run("正文") + note), parts=parts), "a.docx")
    assert document.text == "正文\n"
    assert [one.issue.code for one in document.notices] == ["D112"]


PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="{}" cy="2000000"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org'
    '/drawingml/2006/picture"><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)


@pytest.mark.parametrize(
    "content",
    [
        PICTURE.format(5_000_000),
        "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>",
        "<w:r><w:object/></w:r>",
    ],
    ids=["drawing", "picture of before 2007", "object"],
)
def test_a_picture_that_may_be_a_table_is_named_with_its_place(content):
    document = document_of(docx(paragraph("上文") + paragraph(content) + paragraph("下文")), "a.docx")
    assert [one.issue.code for one in document.notices] == ["D111"]
    assert document.text[document.notices[0].start :].startswith("下文")


def test_a_picture_beside_words_is_a_sign():
    assert cell_text(run("合计") + PICTURE.format(300_000)) == "合计"


def test_a_row_that_is_held_too_low_to_be_seen_has_no_numbers():
    low = row("规章", "5", settings='<w:trHeight w:val="20" w:hRule="exact"/>')
    tall = row("规章", "5", settings='<w:trHeight w:val="400" w:hRule="exact"/>')
    grids = document_of(docx(table(low, tall)), "a.docx").grids
    assert grids[0].texts() == [["规章", UNCLEAR], ["规章", "5"]]


def test_an_emblem_is_no_table():
    assert not document_of(docx(paragraph(PICTURE.format(300_000))), "a.docx").notices
