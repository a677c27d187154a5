"""What values show of themselves at a prompt and in a notebook."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve

import gov_disclosure as gd
from gov_disclosure.form.labels import row_label
from helpers.reports import FIXTURES, REPORTS

REFUSED = gd.read(FIXTURES / "explained-2019.txt")
WHOLE = gd.read(REPORTS / "tika-2021.txt")
PLACE = gd.Location(3, 1)
FAILS = {"outcome": gd.Outcome.FAILS, "level": gd.Level.ERROR, "message": gd.Message("不等。", "They differ.")}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (
            WHOLE,
            "<Report '青溪区人民政府2021年政府信息公开工作年度报告', 2021, form of 2021, 200 of 200 cells reported>",
        ),
        (
            REFUSED,
            "<Report '望山县司法局2020年政府信息公开工作年度报告', 2020, form of 2019, 193 of 198 cells reported, "
            "2 error(s), 1 warning(s)>",
        ),
        (
            evolve(WHOLE, title=None, year=None, edition=None, cells={}),
            "<Report '', None, edition unknown, 0 of 0 cells reported>",
        ),
        (
            WHOLE.cells["requests.new_received.total"],
            "<Cell requests.new_received.total 4 at 80:2>",
        ),
        (gd.Cell(id="a.b.c", state=gd.State.BLANK, location=PLACE), "<Cell a.b.c blank at 3:1>"),
        (gd.Cell(id="a.b.c", state=gd.State.MISSING), "<Cell a.b.c missing>"),
        (
            gd.Cell(id="a.b.c", state=gd.State.UNREADABLE, raw="1\n2", location=PLACE),
            "<Cell a.b.c unreadable '1 2' at 3:1>",
        ),
        (WHOLE.sections[0], "<Section 1 '一、总体情况' at 2:1, 624 characters>"),
        (
            REFUSED.issues[0],
            "<Issue T408 warning at 10:1 'The table has content that belongs to no row of the form: "
            "其他主动公开文件（含通知） | 3 | 3 | 3 |'>",
        ),
        (gd.Finding(code="B603", id="B603.x", **FAILS), "<Finding B603.x error fails 'They differ.'>"),
        (
            gd.PanelFinding(code="P801", id="P801.x", reports=(), **FAILS),
            "<PanelFinding P801.x error fails 'They differ.'>",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_value_shows_on_a_line_or_two_what_it_is(value, shown):
    assert repr(value) == shown


LONG = "很长的话" * 500


@pytest.mark.parametrize(
    "value",
    [
        evolve(WHOLE, title=LONG),
        evolve(WHOLE.sections[0], heading=LONG),
        gd.Cell(
            id="requests.results.unavailable.unclear_after_correction.total",
            state=gd.State.UNREADABLE,
            raw=LONG,
        ),
        gd.Issue(code="T408", level=gd.Level.WARNING, message=gd.Message(LONG, LONG)),
        gd.Finding(code="B603", id="B603.x", **{**FAILS, "message": gd.Message(LONG, LONG)}),
    ],
)
def test_however_long_its_texts_it_takes_no_more_than_two_lines(value):
    assert len(repr(value)) <= 200
    assert "…" in repr(value)


def test_no_character_that_a_terminal_obeys_is_shown():
    hostile = evolve(WHOLE, title="\x1b[31m红\u202e\r\n字")
    assert repr(hostile).isprintable()
    cell = evolve(WHOLE.cells["proactive.fees.amount"], unit="\n\x1b[31m" * 50)
    assert repr(cell).isprintable()
    assert len(repr(cell)) <= 200


# --- In a notebook ----------------------------------------------------------------------------------------


class Texts(HTMLParser):
    """The tags of a page, and the text of its cells."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag in ("td", "th"):
            self.cells.append("")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in ("td", "th", "i"):
            self.cells[-1] += data


def test_a_notebook_shows_every_cell_of_a_report_and_its_labels():
    shown = Texts(WHOLE._repr_html_())
    assert not shown.open
    numbers = [text for text in shown.cells if re.fullmatch(r"-?[\d.]+(万元)?", text)]
    assert len(numbers) == len(WHOLE.cells)
    assert numbers == [f"{cell.value}{cell.unit or ''}" for cell in WHOLE.cells.values()]
    assert row_label("requests.results.denied.state_secret").split()[-1] in shown.cells


def test_what_has_no_number_is_told_in_words_and_never_as_a_0():
    shown = Texts(REFUSED._repr_html_())
    unclear = [cell for cell in REFUSED.cells.values() if cell.state is gd.State.UNREADABLE]
    assert shown.cells.count("不明") == len(unclear) > 0
    assert "T404" in REFUSED._repr_html_()


def test_it_stands_alone_and_beside_another_of_its_kind():
    tags = Texts(WHOLE._repr_html_()).tags
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags}
    assert not [attributes for _, attributes in tags if "id" in attributes or "href" in attributes]


def test_text_of_a_report_is_escaped():
    hostile = "<script>alert(1)</script>\" onmouseover='x'"
    cell = gd.Cell(id="requests.new_received.total", state=gd.State.UNREADABLE, raw=hostile)
    issue = gd.Issue(code="T408", level=gd.Level.WARNING, message=gd.Message(hostile, hostile))
    report = evolve(
        WHOLE,
        title=hostile,
        issuer=hostile,
        source=hostile,
        cells={**WHOLE.cells, cell.id: cell},
        issues=(issue,),
    )
    shown = Texts(report._repr_html_())
    assert "script" not in {tag for tag, _ in shown.tags}
    assert not [attributes for _, attributes in shown.tags if "onmouseover" in attributes]


def test_it_needs_no_package_but_those_of_the_core(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    assert WHOLE._repr_html_().startswith('<div class="gov-disclosure"')
    source = Path(gd.__file__).parent / "writing" / "page" / "notebook.py"
    assert "jinja2" not in source.read_text(encoding="utf-8")


# --- Values that hold -------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 7, -1, True, 1.0, "1"])
def test_a_section_has_one_of_six_numbers(number):
    with pytest.raises(gd.GovDisclosureError, match=r"1至6.*1 to 6"):
        evolve(WHOLE.sections[0], number=number)


@pytest.mark.parametrize(
    "wrong", [{"heading": b""}, {"text": 3}, {"location": None}, {"location": (1, 1)}, {"text_location": "1:1"}]
)
def test_a_section_is_text_with_its_places(wrong):
    with pytest.raises(gd.GovDisclosureError, match="section 1: its"):
        evolve(WHOLE.sections[0], **wrong)


@pytest.mark.parametrize(
    "wrong",
    [{"code": "T1"}, {"code": "T4080"}, {"code": 408}, {"level": "error"}, {"cells": "a.b"}, {"cells": (1,)}],
)
def test_an_issue_has_a_code_a_level_and_ids(wrong):
    with pytest.raises(gd.GovDisclosureError, match=r"an issue has a code|a tuple of ids"):
        evolve(REFUSED.issues[0], **wrong)


def test_json_with_an_issue_of_no_code_is_refused():
    text = gd.to_json(REFUSED).replace('"code": "T408"', '"code": "trouble"', 1)
    with pytest.raises(gd.SerializedFormError):
        gd.from_json(text)


@pytest.mark.parametrize("year", [0, 999, 10000, -2021, 2021.0, True, "2021"])
def test_a_year_has_four_digits(year):
    with pytest.raises(gd.GovDisclosureError, match=r"四位数.*four digits"):
        evolve(WHOLE, year=year)


@pytest.mark.parametrize(("name", "value"), [("year", 20211), ("year", -1), ("number", 0), ("number", 7)])
def test_json_with_such_a_year_or_section_is_refused(name, value):
    text = re.sub(rf'"{name}": \d+', f'"{name}": {value}', gd.to_json(WHOLE), count=1)
    with pytest.raises(gd.SerializedFormError):
        gd.from_json(text)
