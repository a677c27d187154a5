"""PDFs as tools write them: ruled, all but all cells are read; without rulings nearly all; and none is wrong."""

import shutil
import subprocess
from html import escape

import pytest

import gov_disclosure as gd
from helpers.converters.documents import FONT, write_docx, write_pdf
from helpers.converters.reports import truth_of
from helpers.second_renderer.form import make
from helpers.second_renderer.printing import spans

pytest.importorskip("pypdfium2")

MADE = {
    f"{edition} {mode}": make(edition, mode, 31)
    for edition in ("2019", "2021")
    for mode in ("sums", "distinct", "gaps")
}
CSS = (
    "body{font-size:10pt} h1{font-size:16pt} table{border-collapse:collapse;width:100%}"
    "td{text-align:center;font-size:8pt;padding:2px}"
)
STYLES = {
    "ruled": ("td{border:1px solid black}", 0.99),
    "double": ("td{border:3px double black}", 0.99),
    "apart": ("table{border-collapse:separate;border-spacing:2px} td{border:1px solid black}", 0.95),
    "three lines": (
        "table{border-top:2px solid;border-bottom:2px solid} tr:first-child td{border-bottom:1px solid}",
        0.95,
    ),
    "no rulings": ("", 0.95),
}
# A font without Chinese characters says nothing of them.
pytestmark = [
    pytest.mark.skipif(not FONT.exists(), reason="needs a Chinese font"),
    # Tools warn of what is theirs.
    pytest.mark.filterwarnings("ignore"),
]


def page(made, style):
    def part(one):
        if isinstance(one, str):
            return f"<p>{escape(one)}</p>"
        rows = ("".join(f"<td{spans(box)}>{escape(box.text)}</td>" for box in row) for row in one)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"

    body = "".join(map(part, made.parts))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><style>{CSS}{STYLES[style][0]}</style></head>'
        f"<body><h1>{made.title}</h1>{body}</body></html>"
    )


def shares(files):
    """How much of the cells is read, of all files; a cell that is said is as it was written."""
    right = count = 0
    for name, data in files.items():
        truth = truth_of(MADE[name])
        read = {id: (cell.state, cell.value) for id, cell in gd.read(data).cells.items()}
        said = {id: one for id, one in read.items() if one[0] not in (gd.State.UNREADABLE, gd.State.MISSING)}
        assert said == {id: (truth[id].state, truth[id].value) for id in said}
        right, count = right + len(said), count + len(truth)
    return right / count


@pytest.mark.parametrize("style", STYLES)
def test_weasyprint(style):
    weasyprint = pytest.importorskip("weasyprint")
    files = {name: weasyprint.HTML(string=page(made, style)).write_pdf() for name, made in MADE.items()}
    assert shares(files) >= STYLES[style][1]


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium")
@pytest.mark.parametrize("style", ["ruled", "no rulings"])
def test_chromium(style, tmp_path):
    files = {}
    for name in list(MADE)[::2]:
        source, target = tmp_path / f"{name}.html", tmp_path / f"{name}.pdf"
        source.write_text(page(MADE[name], style), encoding="utf-8")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
             f"--print-to-pdf={target}", source.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        files[name] = target.read_bytes()
    assert shares(files) >= STYLES[style][1]


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice(tmp_path):
    for name, made in MADE.items():
        write_docx(made, tmp_path / f"{name}.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    names = [f"{name}.docx" for name in MADE]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", *names],
        cwd=tmp_path, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    assert shares({name: (tmp_path / f"{name}.pdf").read_bytes() for name in MADE}) >= 0.98


def test_reportlab_and_what_ghostscript_makes_of_it(tmp_path):
    pytest.importorskip("reportlab")
    files = {}
    for name, made in MADE.items():
        write_pdf(made, tmp_path / f"{name}.pdf")
        files[name] = (tmp_path / f"{name}.pdf").read_bytes()
    assert shares(files) >= 0.99
    if shutil.which("gs"):
        # The text is shown, and no program can tell what it says: Ghostscript leaves that out.
        target = tmp_path / "again.pdf"
        command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={target}"]
        subprocess.run([*command, str(tmp_path / f"{name}.pdf")], check=True, capture_output=True, timeout=120)
        with pytest.raises(gd.FileFormatError, match="fonts do not say"):
            gd.read(target)
