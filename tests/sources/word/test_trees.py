"""Names are short whatever a file calls them; what is read the quick way is what is read the slow way."""

import re

import pytest

import gov_disclosure as gd
from gov_disclosure.sources.formats import document_of
from gov_disclosure.sources.word import stylesheet, trees
from gov_disclosure.sources.word.names import SHORT
from gov_disclosure.sources.word.stylesheet import StyleSheet
from helpers.word import SPACES, cell, docx, packed, paragraph, row, run, table, unpacked

BODY = paragraph("正文") + table(
    row("规章", cell("<w:r><w:rPr><w:noProof/><w:vanish/></w:rPr><w:t>9</w:t></w:r>" + run("5")))
)
PARTS = unpacked(docx(BODY))
DOCUMENT = PARTS["word/document.xml"].decode()
TEXT = "正文\n规章\t5\n"


def text_of(document, **parts):
    return document_of(packed({**PARTS, "word/document.xml": document, **parts}), "a.docx").text


def test_empty_elements_that_nothing_reads_are_left_out_before_and_change_nothing(monkeypatch):
    assert trees._has_usual_names(DOCUMENT.encode())
    assert text_of(DOCUMENT) == TEXT
    monkeypatch.setattr(trees, "_has_usual_names", lambda data: False)
    assert text_of(DOCUMENT) == TEXT


UNUSUAL = {
    "other prefixes": re.sub(r"(</?|\s)w:", r"\1x:", DOCUMENT).replace("xmlns:w=", "xmlns:x="),
    "no prefix": re.sub(r"(</?)w:", r"\1", DOCUMENT).replace("<document", f'<document xmlns="{SPACES["w"]}"'),
    "two prefixes for one address": DOCUMENT.replace("<w:body>", f'<w:body xmlns:x="{SPACES["w"]}">'),
    "a comment": DOCUMENT.replace("<w:body>", "<w:body><!-- <w:p><w:r><w:t>9</w:t></w:r></w:p> -->"),
    "an instruction": DOCUMENT.replace("<w:body>", "<w:body><?x <w:noProof/> ?>"),
    "an address with a reference in it": DOCUMENT.replace("wordprocessingml/2006/main", "wordprocessingml&#47;2006/main"),
}  # fmt: skip


@pytest.mark.parametrize("document", UNUSUAL.values(), ids=UNUSUAL)
def test_a_document_is_the_same_whatever_its_names_are_called(document):
    assert text_of(document) == TEXT


def test_a_prefix_means_what_it_is_declared_to_mean():
    other = '<w:p xmlns:w="urn:other"><w:r><w:t>9</w:t></w:r></w:p>'
    assert text_of(DOCUMENT.replace("<w:body>", f"<w:body>{other}")) == TEXT
    with pytest.raises(gd.FileFormatError):
        text_of(DOCUMENT.replace(SPACES["w"], "urn:other"))


def test_what_looks_like_a_tag_in_a_text_is_text():
    assert text_of(DOCUMENT.replace(">正文<", "><![CDATA[<w:noProof/>]]><")).startswith("<w:noProof/>\n")
    assert text_of(DOCUMENT.replace(">正文<", ">&lt;w:noProof/&gt;<")).startswith("<w:noProof/>\n")


STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:latentStyles><w:lsdException w:name='x'/></w:latentStyles>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='b'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:styleId='c' w:type='numbering'></w:style>"
    "<w:style w:type='table' w:default='0' w:styleId='d'></w:style>"
).replace("'", '"')
SHEET = f'<?xml version="1.0"?>\n<w:styles xmlns:w="{SPACES["w"]}">{STYLES}</w:styles>'.encode()


def facts(sheet):
    return (
        [
            (id, sheet.get(id) is not None and [one.tag for one in sheet.get(id) if one.tag in SHORT.values()])
            for id in sheet.styles
        ],
        [sheet.default(kind) for kind in ("paragraph", "table")],
        sheet.of_kind("numbering"),
        [one.tag for one in sheet.defaults.iter()],
    )


def test_styles_are_the_same_cut_and_whole():
    whole = (
        SHEET.replace(b"<w:latent", b"<!-- --><w:latent"),
        SHEET.replace(b'"numbering"></w:style>', b'"numbering"/>'),
    )
    assert stylesheet._cut(SHEET, "a.docx", "styles") is not None
    assert [stylesheet._cut(one, "a.docx", "styles") for one in whole] == [None, None]
    first, *others = (facts(StyleSheet.of(data, "a.docx", "styles")) for data in (SHEET, *whole))
    assert others == [first, first]
    assert first[1:3] == (["a", ""], ["c"])


def test_a_style_that_has_no_end_breaks_the_sheet():
    with pytest.raises(gd.FileFormatError):
        StyleSheet.of(SHEET.replace(b"</w:style></w:styles>", b"</w:styles>"), "a.docx", "styles")
    sheet = StyleSheet.of(SHEET.replace(b"<w:vanish/>", b"<w:vanish>"), "a.docx", "styles")
    with pytest.raises(gd.FileFormatError):
        sheet.get("b")


def test_a_style_of_another_prefix_hides_too():
    styles = re.sub(rb"(</?|\s)w:", rb"\1x:", SHEET).replace(b"xmlns:w=", b"xmlns:x=")
    named = docx(paragraph("正文") + paragraph("9", '<w:pStyle w:val="b"/>'), styles="<w:style/>")
    assert document_of(packed({**unpacked(named), "word/styles.xml": styles}), "a.docx").text == "正文\n"
