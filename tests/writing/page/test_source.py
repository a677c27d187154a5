"""Beside the findings stands what the file shows: a page's and a Word document's tables and paragraphs in order."""

import pytest

import gov_disclosure as gd
from helpers.markup import tree
from helpers.reports import read_all

REPORT = read_all()["tika-2021"]
PAGE = gd.render(REPORT, gd.Layout.HTML)


def as_word(tmp_path):
    gd.to_docx(REPORT, tmp_path / "report.docx")
    return (tmp_path / "report.docx").read_bytes()


def in_one_line(_):
    return PAGE.replace("\n", " ").encode()


def with_tags_in_cells(_):
    return PAGE.replace("<td>", '<td class="a"><p><span>').replace("</td>", "</span></p></td>").encode()


FILES = {"page": lambda _: PAGE.encode(), "page in one line": in_one_line, "tags in cells": with_tags_in_cells,
         "Word": as_word}  # fmt: skip


def shown(data):
    """A report in a file, and the source beside it on its page."""
    report = gd.read(data)
    root = tree(gd.to_html(gd.Page(report, gd.check(report), gd.source_view(data))))
    (source,) = root.all("div", class_="text")
    return report, root, source


@pytest.mark.parametrize("name", FILES)
def test_every_cell_links_to_its_own_cell_of_the_source(name, tmp_path):
    report, root, source = shown(FILES[name](tmp_path))
    cells = {value.get("id"): value for value in root.all("td")}
    for found in report.cells.values():
        (link,) = cells[f"r1-{found.id}"].all("a", class_="said")
        (box,) = (box for box in source.all("td") if list(box.all(id=link.get("href")[1:])))
        assert box.text == found.raw.strip()


@pytest.mark.parametrize("name", FILES)
def test_tables_and_paragraphs_stand_in_order_without_tags(name, tmp_path):
    _, _, source = shown(FILES[name](tmp_path))
    blocks = list(source.all("li"))
    assert [len(list(block.all("table"))) for block in blocks].count(1) == 3
    texts = [block.text.strip() for block in blocks]
    ordered = [texts.index(section.heading) for section in REPORT.sections]
    assert ordered == sorted(ordered)
    assert not any("<" in text for text in texts)
    (spread,) = (box for box in source.all("td") if box.text.strip() == "法人或其他组织")
    assert spread.get("colspan") == "5"


def test_what_a_page_hides_is_not_shown_and_its_entities_are_characters():
    page = PAGE.replace(
        "<h2>一、", '<p style="display:none">看不见</p><p>甲&amp;乙&nbsp;丙<!-- 注 --></p><h2>一、', 1
    )
    _, _, source = shown(page.encode())
    assert "甲&乙\xa0丙" in [block.text_as_is for block in source.all("li")]
    assert "看不见" not in source.text
    assert "注 " not in source.text


def test_a_line_of_a_page_has_the_number_of_its_line_and_one_of_word_none(tmp_path):
    _, _, source = shown(PAGE.encode())
    numbers = {block.text.strip(): block.get("value") for block in source.all("li")}
    assert numbers["一、总体情况"] == str(PAGE.splitlines().index("<h2>一、总体情况</h2>") + 1)
    _, _, source = shown(as_word(tmp_path))
    assert {block.get("value") for block in source.all("li")} == {None}


def test_a_text_is_shown_line_by_line_though_it_has_a_table_with_tags():
    text = "一、总体情况\n<table><tr><td>甲</td><td>1</td></tr></table>\n"
    assert gd.source_view(text.encode()) == gd.SourceView(text, text)
