"""The page on which reports are shown: its tables, findings, issues and source text, and the links between."""

import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import PurePath

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.form.labels import column_label, row_label
from gov_disclosure.writing.page.words import LEGEND, LEVELS, PAGE, STATES
from helpers.markup import grid, tree
from helpers.pages import HOSTILE, changed, finding, hostile, page, source, with_states, wrong
from helpers.reports import FIXTURES, read_all, source as file_source, texts

LANGUAGES = ("zh", "en")


def tables(root) -> dict:
    return {table.get("class"): table for table in root.all("table")}


def cell(root, id: str, number: int = 1):
    (found,) = root.all("td", id=f"r{number}-{id}")
    return found


KINDS = {
    "2021": page,
    "2019": lambda: page("2019"),
    "wrong": wrong,
    "states": with_states,
    "no text": lambda: evolve(wrong(), text=None),
    "two": lambda: [wrong(), page("2019")],
    "none": lambda: [],
    "blank": lambda: gd.Page(gd.blank_form("2019")),
    "no facts": lambda: gd.Page(
        evolve(page().report, cells={}, edition=None, title=None, issuer=None, year=None)
    ),
    "another text": lambda: evolve(wrong(), text="一行\n两行"),
    "hostile": hostile,
}
PAGES = [(kind, lang) for kind in KINDS for lang in LANGUAGES]


@cache
def parsed(kind: str, lang: str):
    """The tree of a page of some kind."""
    return tree(gd.to_html(KINDS[kind](), lang))


@cache
def shown_whole(name: str):
    """A report of the project, and the tree of its page with findings and source text."""
    report = read_all()[name]
    return report, tree(gd.to_html(gd.Page(report, gd.check(report), file_source(texts()[name]))))


# --- All pages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_every_link_leads_to_one_place_of_the_page(kind, lang):
    root = parsed(kind, lang)
    ids = [element.get("id") for element in root.all() if element.get("id")]
    assert max(Counter(ids).values()) == 1
    links = [element.get("href") for element in root.all("a")]
    assert all(link.startswith("#") for link in links)
    named = [
        id
        for element in root.all()
        for name in ("aria-labelledby", "aria-describedby", "headers")
        for id in (element.get(name) or "").split()
    ]
    assert {link[1:] for link in links} | set(named) <= set(ids)


@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_a_page_needs_nothing_else_and_runs_nothing(kind, lang):
    root = parsed(kind, lang)
    assert not {"script", "link", "img", "iframe", "object", "form", "svg", "base"} & {
        e.tag for e in root.all()
    }
    attributes = {attribute for element in root.all() for attribute in element.attributes}
    assert not {attribute for attribute in attributes if attribute.startswith("on")}
    assert not {"style", "src", "action"} & attributes
    (style,) = root.all("style")
    assert not re.search(r"url\(|@import|</", style.text)
    (policy,) = (meta for meta in root.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy.get("content")


@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_every_place_of_every_table_is_taken_once_and_every_value_has_its_heads(kind, lang):
    root = parsed(kind, lang)
    for table in root.all("table"):
        grid(table)
        heads = {head.get("id") for head in table.all("th")}
        values = [value for value in table.all("td") if "words" not in (value.get("class") or "")]
        assert values
        assert all(value.get("headers") and set(value.get("headers").split()) <= heads for value in values)
        assert {head for value in values for head in value.get("headers").split()} == heads
        assert all(head.get("scope") in ("col", "row") for head in table.all("th"))
        (caption,) = table.all("caption")
        assert caption.text


@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_no_heading_skips_a_level_and_a_page_has_one_first(kind, lang):
    levels = [int(e.tag[1]) for e in parsed(kind, lang).all() if re.fullmatch("h[1-6]", e.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_the_language_is_told_of_the_page_and_of_chinese_in_an_english_one(kind, lang):
    root = parsed(kind, lang)
    (html,) = root.all("html")
    assert html.get("lang") == {"zh": "zh-CN", "en": "en"}[lang]
    if lang == "en":
        assert not re.findall("[一-鿿]+", _outside_of_chinese(next(root.all("body"))))


def _outside_of_chinese(element) -> str:
    if isinstance(element, str):
        return element
    if element.get("lang") == "zh-CN":
        return ""
    return "".join(map(_outside_of_chinese, element.children))


# --- Tables -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_tables_have_every_cell_of_the_edition_under_its_labels(edition, lang):
    root = tree(gd.to_html(page(edition), lang))
    labels = {head.get("id"): head.text for head in root.all("th")}
    found = tables(root)
    assert list(found) == ["proactive", "requests", "disputes"]
    fields = gd.form_fields(edition)
    for field in fields:
        value = cell(root, field.id)
        heads = [labels[id] for id in value.get("headers").split()]
        assert column_label(field, gd.Edition(edition)) in heads
        if field.table != "disputes":
            assert "".join(row_label(field.key, gd.Edition(edition)).split()).endswith(
                "".join(heads[-1].split())
            )
        number = page(edition).report.cells[field.id].value
        assert value.text.startswith(str(number))
    ids = [value.get("id") for table in found.values() for value in table.all("td") if value.get("headers")]
    assert ids == [f"r1-{field.id}" for field in fields]


def test_the_labels_of_groups_stand_beside_all_of_their_rows():
    root = tree(gd.to_html(page()))
    labels = {head.get("id"): head.text for head in root.all("th")}
    value = cell(root, "requests.results.denied.state_secret.research_institution")
    assert [labels[id] for id in value.get("headers").split()] == [
        "申请人情况", "法人或其他组织", "科研机构", "三、本年度办理结果", "（三）不予公开", "1.属于国家秘密",
    ]  # fmt: skip
    value = cell(root, "disputes.litigation_direct.upheld")
    assert [labels[id] for id in value.get("headers").split()] == ["行政诉讼", "未经复议直接起诉", "结果维持"]


def test_a_block_of_table_two_keeps_to_its_own_columns():
    root = tree(gd.to_html(page("2019")))
    labels = {head.get("id"): head.text for head in root.all("th")}
    value = cell(root, "proactive.procurement.projects")
    assert [labels[id] for id in value.get("headers").split()] == [
        "第二十条第（九）项",
        "采购项目数量",
        "政府集中采购",
    ]


@pytest.mark.parametrize("name", [name for name in texts() if "mixed" in name or "dropped" in name])
def test_a_report_in_two_editions_shows_each_block_in_its_own(name):
    report, root = shown_whole(name)
    for table in root.all("table"):
        grid(table)
    for id, found in report.cells.items():
        if found.state is not gd.State.MISSING:
            assert found.state in cell(root, id).get("class").split()


def test_a_row_that_is_there_in_both_editions_is_shown_in_both():
    other = gd.parse(source("2019")).cells
    rows = {
        id: found
        for id, found in other.items()
        if id.startswith(("proactive.licensing", "requests.results.other"))
    }
    report = evolve(page().report, cells={**page().report.cells, **rows})
    root = tree(gd.to_html(gd.Page(report)))
    assert cell(root, "proactive.licensing.previous_items")
    assert cell(root, "requests.results.other.total.total")
    assert cell(root, "requests.results.other.overdue_fee.total")


def test_an_amount_has_its_unit_and_no_exponent():
    cells = page().report.cells
    amount = evolve(cells["proactive.fees.amount"], value=Decimal("1E+9"), unit="万元")
    root = tree(gd.to_html(gd.Page(evolve(page().report, cells={**cells, amount.id: amount}))))
    assert cell(root, amount.id).text == "1000000000万元"


# --- States -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_is_named_in_its_cell_and_in_the_legend(lang):
    root = tree(gd.to_html(with_states(), lang))
    (legend,) = root.all(class_="legend")
    states = {found.state for found in with_states().report.cells.values()}
    assert states == set(gd.State)
    entries = [(name.text, words.text) for name, words in zip(legend.all("dt"), legend.all("dd"), strict=True)]
    for state in LEGEND:
        assert (STATES[state].said_in(lang), LEGEND[state].said_in(lang)) in entries
        for id in (found.id for found in with_states().report.cells.values() if found.state is state):
            assert state in cell(root, id).get("class").split()
            assert STATES[state].said_in(lang) in cell(root, id).text


def test_a_text_that_is_no_number_stands_in_its_cell_and_a_long_one_below_the_table():
    root = tree(gd.to_html(with_states()))
    assert "三件" in cell(root, "disputes.reconsideration.upheld").text
    assert cell(root, "requests.carried_over.natural_person").text.startswith("/")
    assert "详见附件中的说明材料" not in cell(root, "disputes.reconsideration.other").text
    (below,) = root.all(class_="unread")
    (link,) = below.all("a")
    assert link.get("href") == "#r1-disputes.reconsideration.other"
    assert "详见附件中的说明材料" in below.text


def test_the_text_of_a_whole_row_that_could_not_be_read_stands_below_the_table_once():
    row = "requests.results.denied.third_party_rights"
    unread = changed(page(), {f"{row}.natural_person": "没有"})
    assert unread.report.cells[f"{row}.total"].state is gd.State.UNREADABLE
    (below,) = tree(gd.to_html(unread)).all(class_="unread")
    assert len(list(below.all("dt"))) == 1
    assert "没有" in below.text


# --- Findings and issues ----------------------------------------------------------------------------------


def note(root, code: str):
    (found,) = (item for item in root.all("li") if any(e.text == code for e in item.all(class_="code")))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_and_its_cells_link_to_each_other_and_say_what_is_wrong(lang):
    root = tree(gd.to_html(wrong(), lang))
    assert {found.code for found in wrong().findings} == {"B602", "B603", "B605"}
    for found in wrong().findings:
        item = note(root, found.code)
        assert found.message.said_in(lang) in item.text
        assert [link.get("href") for link in item.all("a")] == [f"#r1-{id}" for id in found.cells]
        for id in found.cells:
            marked = cell(root, id)
            assert {"about", "error"} <= set(marked.get("class").split())
            (mark,) = (link for link in marked.all("a") if link.get("href") == f"#{item.get('id')}")
            assert mark.text.startswith(LEVELS[found.level].said_in(lang))
            (words,) = root.all(id=mark.get("aria-describedby"))
            assert words.text == mark.get("title") == found.message.said_in(lang)
    concerned = {f"r1-{id}" for found in wrong().findings for id in found.cells}
    assert {marked.get("id") for marked in root.all("td", class_="about")} == concerned


def test_findings_come_by_weight_and_notes_are_folded():
    found = (finding("N1", gd.Level.INFO), finding("W1"), finding("E1", gd.Level.ERROR))
    root = tree(gd.to_html(evolve(page(), findings=found)))
    (own,) = root.all(class_="findings")
    assert [code.text for code in own.all(class_="code")] == ["E1", "W1", "N1"]
    (folded,) = own.all("details")
    assert folded.get("open") is None
    assert [code.text for code in folded.all(class_="code")] == ["N1"]


def test_a_finding_about_the_prose_links_to_its_place_and_back():
    text = "年度报告\n一、总体情况\n全年受理申请12件，均已答复。\n"
    found = finding(locations=(gd.Location(3, 7), gd.Location(3, 1)))
    root = tree(gd.to_html(gd.Page(page().report, (found,), text)))
    item = note(root, "X101")
    assert [link.get("href") for link in item.all("a")] == ["#r1-at-3-7", "#r1-at-3-1"]
    (place,) = root.all(id="r1-at-3-7")
    assert (place.text, place.get("href")) == ("12件", f"#{item.get('id')}")
    assert place.get("title") == found.message.zh
    assert "warning" in place.get("class").split()
    assert place.get("data-note") == f"{LEVELS[gd.Level.WARNING].zh} 1"
    assert "全年受理申请12件，均已答复。" in [line.text for line in root.all("li")]


def test_where_several_findings_are_about_a_place_it_leads_to_the_weightiest():
    place = gd.Location(1, 1)
    levels = (gd.Level.INFO, gd.Level.ERROR, gd.Level.WARNING)
    found = tuple(finding(f"X{level}", level, locations=(place,)) for level in levels)
    root = tree(gd.to_html(evolve(page(), findings=found)))
    (link,) = root.all(id="r1-at-1-1")
    assert link.get("href") == f"#{note(root, 'Xerror').get('id')}"


@pytest.mark.parametrize(
    "changes",
    [
        {"cells": ("requests.new_received.nobody", "x")},
        {"cells": ("proactive.rules.made",)},
        {"locations": (gd.Location(9999, 1), gd.Location(1, 9999), gd.Location(10**6, 10**6))},
        {},
    ],
)
def test_a_finding_about_what_is_not_on_the_page_is_listed_without_links(changes):
    root = tree(gd.to_html(evolve(page(), findings=(finding(**changes),))))
    assert not list(note(root, "X101").all("a"))
    assert "正文与表格不符。" in note(root, "X101").text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_issues_are_listed_with_place_and_text(lang):
    text = (FIXTURES / "page-break-rows.txt").read_text("utf-8")
    report = gd.parse(text)
    (own,) = tree(gd.to_html(gd.Page(report, (), text), lang)).all(class_="issues")
    assert report.issues
    for issue in report.issues:
        assert issue.message.said_in(lang) in own.text
        if issue.location:
            assert f"#r1-at-{issue.location.line}-{issue.location.column}" in {
                a.get("href") for a in own.all("a")
            }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_was_found_it_is_said(lang):
    root = tree(gd.to_html(page(), lang))
    said = [element.text for element in root.all(class_="none")]
    assert said == [PAGE["nothing"].said_in(lang), PAGE["no_issues"].said_in(lang)]


# --- Source text ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", texts())
def test_the_source_is_there_line_by_line_and_every_cell_links_to_its_own_text(name):
    text = file_source(texts()[name])
    report, root = shown_whole(name)
    (shown,) = root.all("div", class_="text")
    lines = list(shown.all("li"))
    assert [line.text_as_is for line in lines] == text.splitlines()
    cells = {value.get("id"): value for value in root.all("td")}
    for found in (found for found in report.cells.values() if found.location):
        (link,) = cells[f"r1-{found.id}"].all("a", class_="said")
        assert link.get("href") == f"#r1-at-{found.location.line}-{found.location.column}"
        (place,) = lines[found.location.line - 1].all(id=link.get("href")[1:])
        if found.state is gd.State.REPORTED:
            assert place.text == found.raw.strip()
            assert place.get("href") == f"#r1-{found.id}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_its_text_a_report_is_shown_and_the_page_says_so(lang):
    root = tree(gd.to_html(evolve(wrong(), text=None), lang))
    assert PAGE["no_source"].said_in(lang) in root.text
    assert len(list(root.all("table"))) == 3
    assert not list(root.all(class_="place"))
    assert not list(root.all("a", class_="said"))


# --- The page as a whole ----------------------------------------------------------------------------------


def test_a_report_is_named_with_issuer_year_edition_and_file():
    report = evolve(page().report, source="/somewhere/report one.txt")
    root = tree(gd.to_html(gd.Page(report)))
    facts = [fact.text for facts in root.all("dl", class_="facts") for fact in facts.all("dd")]
    assert facts == [report.issuer, str(report.year), "2021年版", "report one.txt"]
    assert report.title in next(root.all("title")).text
    assert "somewhere" not in gd.to_html(gd.Page(report))


def test_several_reports_have_a_section_each_and_a_table_of_contents():
    root = tree(gd.to_html([wrong(), page("2019")]))
    sections = list(root.all("section"))
    (contents,) = root.all("nav")
    assert [link.get("href") for link in contents.all("a")] == [f"#{section.get('id')}" for section in sections]
    assert [link.text for link in contents.all("a")] == [wrong().report.title, page("2019").report.title]
    assert LEVELS[gd.Level.ERROR].zh in contents.text
    assert cell(root, "proactive.fees.change", 2)
    assert not list(tree(gd.to_html(page())).all("nav"))


def test_a_hostile_text_is_shown_as_it_is_wherever_it_stands():
    html = gd.to_html(hostile())
    assert "<script" not in html
    assert "<img" not in html
    root = tree(html)
    (title,) = root.all("h2")
    (issues,) = root.all(class_="issues")
    assert title.text == HOSTILE
    assert issues.text.count(HOSTILE) == 2
    assert note(root, HOSTILE).text.count(HOSTILE) >= 2
    assert HOSTILE in cell(root, "proactive.fees.amount").text
    assert PurePath(hostile().report.source).name in [fact.text for fact in root.all("dd")]
    (shown,) = root.all("div", class_="text")
    assert all(line.text.endswith(HOSTILE) for line in shown.all("li"))


def test_without_its_extra_the_function_says_what_to_install():
    code = "import sys; sys.modules['jinja2'] = None; import gov_disclosure; gov_disclosure.to_html([])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert 'pip install "gov-disclosure[html]"' in done.stderr
