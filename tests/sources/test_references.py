"""Characters that a page writes as references, outside of tables: what they mean, and where they stood."""

import pytest

import gov_disclosure as gd
from gov_disclosure.sources.pages.references import with_characters

TITLE = "柳湾镇2022年政府信息公开工作年度报告"
LINES = [
    TITLE,
    "二、主动公开政府信息情况",
    "本年制发件数",
    "本年废止件数",
    "现行有效件数",
    "规章",
    "5",
    "3",
    "12",
]


def referred(text: str) -> str:
    return "".join(f"&#x{ord(character):x};" for character in text)


@pytest.mark.parametrize("write", [str, referred, lambda text: "".join(f"&#{ord(one)};" for one in text)])
@pytest.mark.parametrize(
    "dress", ["<p>{}</p>\n", "<p><span style='font: x y'>{}</span></p>\n", "<b>{}</b><br/>\n"]
)
def test_a_page_says_what_its_references_mean(write, dress):
    found = gd.parse("".join(dress.format(write(line)) for line in LINES))
    rules = found.proactive.rules
    assert found.title == TITLE
    assert (rules.issued, rules.repealed, rules.in_force) == (5, 3, 12)


def test_a_space_by_its_name_parts_two_numbers():
    lines = [
        *LINES[:5],
        "规章&#160;5&#160;3&nbsp;12",
        "行政规范性文件&#160;1&#160;2&#160;3",
        "a&nbsp;1<b></b>",
    ]
    text = "<br/>\n".join(lines)
    found = gd.parse(text)
    assert found.proactive.rules.in_force == 12
    location = found.cells["proactive.rules.in_force"].location
    assert location
    assert text.splitlines()[location.line - 1][location.column - 1 :].startswith("12<")


@pytest.mark.parametrize(
    "sign", ["&lt;", "&#60;", "&#124;", "&amp;", "&#x2502;", "&#10;", "&#x2028;", "&#xFFFC;", "&x;"]
)
def test_what_marks_something_in_a_text_stays(sign):
    assert with_characters(f"<p>{sign}</p>") is None


@pytest.mark.parametrize("text", ["&#x653f;", "<p>政</p>", "a & b </p>"])
def test_what_is_no_page_or_has_none_stays(text):
    assert with_characters(text) is None


def test_a_link_mark_is_no_cell():
    from gov_disclosure.sources.grid import lines_of
    from gov_disclosure.sources.html_tables import between_tags

    for text in ('<a name="2"></a>', "<p><A name=2> </A></p>", "<a id=x></a><br>"):
        assert not any(line.text for line in between_tags(lines_of(text)[0]))
    assert [line.text for line in between_tags(lines_of("<a href=x>5</a>")[0])] == ["<a href=x>5</a>"]
