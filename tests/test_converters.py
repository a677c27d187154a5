"""Reports through real converters: what each tool's text still gives, and never a wrong number.

``KEPT`` says for each way of converting the least share of numbers that must come out right, over all its
documents. Raise a share when the parser learns to read more; ``GOV_DISCLOSURE_CONVERTERS_TABLE=1 pytest -s``
prints what holds today. A tool that is not installed skips its ways; `.ci/converters` installs all.

`tests/test_determined.py` has many more ways, other tools and options.
"""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

import gov_disclosure as gd
from gov_disclosure.testing.corpus import Comparison, Document, compare_file, tally
from helpers.converters.way import program
from helpers.documents import HTML, report, to_docx, to_html

KEPT: Mapping[str, float] = {
    "w3m": 1.0,
    "w3m, wide": 1.0,
    "lynx": 0.871,
    "lynx, wide": 0.871,
    "elinks": 1.0,
    "elinks, wide": 1.0,
    "links": 1.0,
    "links, wide": 1.0,
    "html2text": 0.0,
    "html2text, wide": 0.0,
    "pandoc plain, page": 0.762,
    "pandoc plain, docx": 0.691,
    "pandoc simple, page": 0.991,
    "pandoc simple, docx": 1.0,
    "pandoc multiline, page": 0.991,
    "pandoc multiline, docx": 1.0,
    "pandoc grid, page": 0.991,
    "pandoc grid, docx": 1.0,
    "pandoc pipe, page": 0.991,
    "pandoc pipe, docx": 1.0,
    "pandoc gfm, page": 0.991,
    "pandoc gfm, docx": 1.0,
    "pandoc rst, page": 0.991,
    "pandoc rst, docx": 0.969,
    "pandoc org, page": 0.991,
    "pandoc org, docx": 0.669,
    "pandoc html, page": 0.991,
    "pandoc html, docx": 1.0,
    "libreoffice text": 0.798,
    "libreoffice html": 1.0,
    "antiword": 0.073,
    "antiword, unbroken": 0.073,
    "catdoc": 0.297,
    "catdoc, unbroken": 0.35,
    # Of PDFs the lesser of two fonts, by which LibreOffice breaks lines and pages.
    "pdftotext": 0.015,
    "pdftotext -raw": 0.701,
    "pdftotext -layout": 0.675,
    "pdfplumber": 0.68,
    "pdfplumber, layout": 0.549,
    "pdfplumber, tables": 0.927,
}

MADE = {
    f"{kind}-{edition}": report(edition, kind)
    for kind, edition in [
        ("full", gd.Edition.FORM_2021),
        ("full", gd.Edition.FORM_2019),
        ("gaps", gd.Edition.FORM_2021),
    ]
}
PAGES = [("full-2021", style) for style in (*HTML, "unmerged")] + [
    ("full-2019", "plain"),
    ("full-2019", "heads"),
    ("gaps-2021", "plain"),
    ("gaps-2021", "heads"),
]
WORD_FILES: Mapping[str, dict[str, bool]] = {
    "portrait": {},
    "landscape": {"landscape": True},
    "paragraphs": {"paragraphs": True},
}
# Debian's: the Python package brings a program of the same name.
HTML2TEXT = "/usr/bin/html2text"
PANDOC = {
    "plain": "plain",
    "simple": "markdown-pipe_tables-grid_tables-multiline_tables+simple_tables",
    "multiline": "markdown-pipe_tables-grid_tables-simple_tables+multiline_tables",
    "grid": "markdown-pipe_tables-simple_tables-multiline_tables+grid_tables",
    "pipe": "markdown-grid_tables-simple_tables-multiline_tables+pipe_tables",
    "gfm": "gfm",
    "rst": "rst",
    "org": "org",
    "html": "html",
}


@frozen
class Way:
    """A way from a document to text; HTML is text too."""

    kind: str
    """The kind of document that it starts from."""
    tool: str
    """The program, or the Python package, that it needs."""
    convert: Callable[[Path], str]


def by_pdfplumber(text_of: Callable[[Any], str]) -> Callable[[Path], str]:
    """The pages of a PDF, each as text."""

    def convert(path: Path) -> str:
        import pdfplumber

        with pdfplumber.open(path) as document:
            return "\n".join(map(text_of, document.pages))

    return convert


def rows_of_tables(page: Any) -> str:
    """A page's tables as rows of cells behind tabs, and the lines between them."""
    out: list[str] = []
    top = 0.0
    for table in sorted(page.find_tables(), key=lambda table: table.bbox[1]):
        _, upper, _, lower = table.bbox
        if upper > top:
            out.append(page.crop((0, top, page.width, upper)).extract_text())
        out += ["\t".join((cell or "").replace("\n", "") for cell in row) for row in table.extract()]
        top = lower
    if top < page.height:
        out.append(page.crop((0, top, page.width, page.height)).extract_text())
    return "\n".join(out)


def as_it_is(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


WAYS: Mapping[str, Way] = {
    "w3m": Way("page", "w3m", program("w3m", "-dump", "-T", "text/html", "-I", "utf8", "-O", "utf8", "-cols", "80", "{}")),
    "w3m, wide": Way("page", "w3m", program("w3m", "-dump", "-T", "text/html", "-I", "utf8", "-O", "utf8", "-cols", "200", "{}")),
    "lynx": Way("page", "lynx", program("lynx", "-dump", "-nolist", "-assume_charset=utf-8", "-display_charset=utf-8", "{}")),
    "lynx, wide": Way("page", "lynx", program("lynx", "-dump", "-nolist", "-width=200", "-assume_charset=utf-8", "-display_charset=utf-8", "{}")),
    "elinks": Way("page", "elinks", program("elinks", "-dump", "-no-references", "-no-numbering", "-eval", 'set document.dump.codepage="utf-8"', "{}")),
    "elinks, wide": Way("page", "elinks", program("elinks", "-dump", "-dump-width", "200", "-no-references", "-no-numbering", "-eval", 'set document.dump.codepage="utf-8"', "{}")),
    "links": Way("page", "links", program("links", "-codepage", "utf-8", "-dump", "{}")),
    "links, wide": Way("page", "links", program("links", "-codepage", "utf-8", "-width", "200", "-dump", "{}")),
    "html2text": Way("page", HTML2TEXT, program(HTML2TEXT, "-utf8", "{}")),
    "html2text, wide": Way("page", HTML2TEXT, program(HTML2TEXT, "-utf8", "-nobs", "-width", "200", "{}")),
    **{
        f"pandoc {name}, {kind}": Way(kind, "pandoc", program("pandoc", "-t", form, "{}"))
        for name, form in PANDOC.items()
        for kind in ("page", "docx")
    },
    "libreoffice text": Way("txt", "soffice", as_it_is),
    "libreoffice html": Way("html", "soffice", as_it_is),
    "antiword": Way("doc", "antiword", program("antiword", "-m", "UTF-8.txt", "{}")),
    "antiword, unbroken": Way("doc", "antiword", program("antiword", "-w", "0", "-m", "UTF-8.txt", "{}")),
    "catdoc": Way("doc", "catdoc", program("catdoc", "-d", "utf-8", "{}")),
    "catdoc, unbroken": Way("doc", "catdoc", program("catdoc", "-w", "-d", "utf-8", "{}")),
    "pdftotext": Way("pdf", "pdftotext", program("pdftotext", "{}", "-")),
    "pdftotext -raw": Way("pdf", "pdftotext", program("pdftotext", "-raw", "{}", "-")),
    "pdftotext -layout": Way("pdf", "pdftotext", program("pdftotext", "-layout", "{}", "-")),
    "pdfplumber": Way("pdf", "pdfplumber", by_pdfplumber(lambda page: page.extract_text())),
    "pdfplumber, layout": Way("pdf", "pdfplumber", by_pdfplumber(lambda page: page.extract_text(layout=True))),
    "pdfplumber, tables": Way("pdf", "pdfplumber", by_pdfplumber(rows_of_tables)),
}  # fmt: skip


# --- The documents ----------------------------------------------------------------------------------------


def need(*tools: str) -> None:
    """Skip what needs a program or a package that is not installed."""
    for tool in tools:
        if shutil.which(tool) is None and importlib.util.find_spec(tool) is None:
            pytest.skip(f"{tool} is not installed")


class Documents:
    """The documents by kind, each made when it is first needed: ``NAME.FORM.suffix``, NAME one of ``MADE``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: dict[str, list[Path]] = {}

    def of(self, kind: str) -> list[Path]:
        if kind not in self._made:
            self._made[kind] = self._make(kind)
        return self._made[kind]

    def _make(self, kind: str) -> list[Path]:
        if kind == "page":
            return [self._page(name, style) for name, style in PAGES]
        if kind == "docx":
            need("docx")
            return [self._word(name, form) for name in MADE for form in WORD_FILES]
        sources = self.of("docx")
        if kind in ("txt", "html", "pdf"):
            sources = [*sources, *(path for path in self.of("page") if "plain" in path.name)]
        return self._by_libreoffice(sources, kind)

    def _page(self, name: str, style: str) -> Path:
        path = self.folder / f"{name}.{style}.html"
        path.write_text(to_html(MADE[name], style), encoding="utf-8")
        return path

    def _word(self, name: str, form: str) -> Path:
        path = self.folder / f"{name}.{form}.docx"
        to_docx(MADE[name], path, **WORD_FILES[form])
        return path

    def _by_libreoffice(self, sources: Iterable[Path], kind: str) -> list[Path]:
        need("soffice")
        out = self.folder / kind
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        target = "txt:Text (encoded):UTF8" if kind == "txt" else kind
        command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", str(out)]
        files = list(map(str, sources))
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
        return sorted(out.glob(f"*.{kind}"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> Documents:
    return Documents(tmp_path_factory.mktemp("documents"))


def read_by(way: Way, documents: Documents, folder: Path) -> list[Comparison]:
    """Every document, converted and read, against its truth."""
    found = []
    for path in documents.of(way.kind):
        text = folder / f"{path.name}.txt"
        text.write_text(way.convert(path), encoding="utf-8")
        truth = MADE[path.name.partition(".")[0]].truth
        found.append(compare_file(Document(name=path.name, text=text, truth=truth)))
    return found


# --- The tests --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WAYS)
def test_a_converted_report_keeps_its_numbers_and_gains_none(name, documents, tmp_path):
    way = WAYS[name]
    need(way.tool)
    found = read_by(way, documents, tmp_path)
    assert found
    counts = tally(found)
    kept = counts.right / (counts.right + counts.lost)
    if os.environ.get("GOV_DISCLOSURE_CONVERTERS_TABLE"):
        print(f'\n    "{name}": {int(kept * 1000) / 1000},  # {counts}')
    assert [(comparison.document, comparison.wrong) for comparison in found if comparison.wrong] == []
    assert kept >= KEPT[name], [(comparison.document, sum(comparison.lost.values())) for comparison in found]


def test_every_way_has_its_share():
    assert list(KEPT) == list(WAYS)


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
def test_the_made_up_reports_are_as_the_form_wants_them(made):
    cells = made.truth.cells
    assert set(cells) == {field.id for field in gd.form_fields(made.truth.edition)}
    written = [cell.value for cell in cells.values() if cell.value is not None]
    assert len(set(written)) > len(written) - 3
