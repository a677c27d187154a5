"""The page as a browser shows it: headless Chromium, driven by tests/browser/page.mjs.

Needs Chromium, Node, and the packages of tests/browser: ``npm ci --prefix tests/browser``; or a copy of that folder
with its packages, which GOV_DISCLOSURE_BROWSER names.
"""

import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from attrs import evolve

import gov_disclosure as gd
from helpers.pages import changed, finding, hostile, page, with_states, wrong
from helpers.reports import ROOT

BROWSER = Path(os.environ.get("GOV_DISCLOSURE_BROWSER", ROOT / "tests" / "browser"))
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NODE = shutil.which("node")
PACKAGES = ("playwright-core", "axe-core")
LACKING = [
    name
    for name, there in {
        "chromium": CHROMIUM,
        "node": NODE,
        **{f"npm's {name}": (BROWSER / "node_modules" / name).is_dir() for name in PACKAGES},
    }.items()
    if not there
]

pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}")

SECONDS = 240
FIRST_NUMBER = 1001


def numbered(edition: str) -> gd.Report:
    """A report with another number in every cell."""
    form = gd.blank_form(edition)
    fields = enumerate(gd.form_fields(edition), FIRST_NUMBER)
    cells = {field.id: gd.Cell(id=field.id, value=number, state=gd.State.REPORTED) for number, field in fields}
    return evolve(form, cells=cells)


def with_prose() -> gd.Page:
    """A page with every state, and findings about sentences."""
    levels = (gd.Level.ERROR, gd.Level.WARNING)
    prose = [finding(level=level, locations=(gd.Location(line, 1),)) for line, level in enumerate(levels, 1)]
    return evolve(with_states(), findings=(*prose, *with_states().findings))


def of_word() -> gd.Page:
    """A page beside which stands what a Word document shows."""
    document = io.BytesIO()
    gd.to_docx(wrong().report, document)
    report = gd.read(document.getvalue())
    return gd.Page(report, gd.check(report), gd.source_view(document.getvalue()))


def pages() -> dict[str, str]:
    # Each cell of this one has one finding, so that it has room beside the number.
    marked = changed(
        page(), {"requests.new_received.natural_person": "97", "disputes.reconsideration.upheld": "98"}
    )
    marked = evolve(marked, findings=gd.check(marked.report, ["B603", "B604"]))
    return {
        "marked": gd.to_html(marked),
        "plain": gd.to_html(evolve(marked, findings=())),
        "states": gd.to_html(with_prose(), "en"),
        "many": gd.to_html([wrong(), page("2019"), hostile()], "en"),
        "word": gd.to_html(of_word()),
        "numbered": gd.to_html([gd.Page(numbered("2019")), gd.Page(numbered("2021"))], "en"),
    }


NAMES = ["marked", "plain", "states", "many", "word", "numbered"]


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What the browser measured, by page."""
    folder = tmp_path_factory.mktemp("pages")
    files = []
    for name, html in pages().items():
        files.append(folder / f"{name}.html")
        files[-1].write_text(html, "utf-8")
    command = [NODE, BROWSER / "page.mjs", CHROMIUM, *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_against_the_guidelines(seen, name, scheme):
    assert seen["pages"][name]["axe"][scheme] == []


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("name", NAMES)
def test_every_value_stands_at_its_labels_and_no_text_leaves_its_cell(seen, name, width):
    assert seen["pages"][name]["geometry"][width] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_page_asks_for_nothing_but_itself_and_breaks_no_policy(seen, name):
    asked = seen["pages"][name]["asked"]
    assert [Path(address).name for address in asked] == [f"{name}.html"]
    assert seen["pages"][name]["said"] == []


@pytest.mark.parametrize("table", ["proactive", "requests", "disputes"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marked_cells_alone_are_painted_otherwise(seen, scheme, table):
    found = seen["differing"][scheme][table]
    see = f"see {found['path']}"
    assert found["sizes"][0] == found["sizes"][1], see
    marked = {cell["id"]: cell["width"] * cell["height"] for cell in found["cells"] if cell["marked"]}
    assert len(marked) == {"proactive": 0, "requests": 7, "disputes": 5}[table]
    changed = {id: count for id, count in found["pixels"].items() if count}
    assert set(changed) == set(marked), see
    assert all(changed[id] > area / 2 for id, area in marked.items()), see


@pytest.mark.parametrize("name", NAMES)
def test_the_keyboard_reaches_skip_link_findings_and_cells_and_the_focus_is_seen(seen, name):
    stops = seen["pages"][name]["tabs"]
    assert stops[0]["class"] == "skip"
    assert all(stop["outlined"] and stop["within"] for stop in stops if stop["tag"] != "BODY")
    kinds = [kind for stop in stops for kind in (stop["class"] or stop["tag"]).split()]
    wanted = {
        "marked": ["skip", "SUMMARY", "said", "mark"],
        "states": ["skip", "SUMMARY", "said", "mark"],
        "plain": ["skip", "across", "said"],
        "many": ["skip", "A", "SUMMARY", "said", "mark"],
        "word": ["skip", "SUMMARY", "said", "mark"],
        "numbered": ["skip", "A", "across"],
    }[name]
    assert [kind for kind in dict.fromkeys(kinds) if kind in wanted] == wanted


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("link", ["cell", "back", "mark", "note"])
def test_a_link_brings_what_it_leads_to_into_view(seen, link, width):
    found = seen["pages"]["states"]["links"][width][link]
    assert found["right"]
    assert found["seen"]
    # In a wide window a cell and its place in the source are seen side by side.
    assert found["left"] or width == "narrow" or link not in ("cell", "back")


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_on_paper_every_table_is_whole_on_one_page(seen, edition):
    pdfplumber = pytest.importorskip(
        "pdfplumber", reason="pdfplumber, of the extra converters, is not installed"
    )
    own = gd.form_fields(edition)
    with pdfplumber.open(seen["pages"]["numbered"]["pdf"]) as pdf:
        # The first report is printed before the second.
        words = [(number, word) for number, sheet in enumerate(pdf.pages) for word in inside(sheet)]
    numbers = [(sheet, int(word)) for sheet, word in words if re.fullmatch("1[0-9]{3}", word)]
    first = len(gd.form_fields("2019"))
    printed = numbers[:first] if edition == "2019" else numbers[first:]
    assert sorted(number for _, number in printed) == [FIRST_NUMBER + index for index in range(len(own))]
    sheets = {}
    for sheet, number in printed:
        sheets.setdefault(own[number - FIRST_NUMBER].table, set()).add(sheet)
    assert {table: len(found) for table, found in sheets.items()} == {
        "proactive": 1,
        "requests": 1,
        "disputes": 1,
    }


def inside(sheet) -> list[str]:
    """The words on a page of a PDF, all of which stand on the paper."""
    words = sheet.extract_words()
    assert all(0 < word["x0"] < word["x1"] < sheet.width for word in words)
    assert all(0 < word["top"] < word["bottom"] < sheet.height for word in words)
    return [word["text"] for word in words]
