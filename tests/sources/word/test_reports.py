"""A report in a Word document gives the cells that it gives as text, in whatever way the document is made."""

import re
import shutil
import subprocess

import pytest

import gov_disclosure as gd
from helpers.documents import report, to_docx, to_html
from helpers.reports import read_all
from helpers.word import SPACES, STRICT, body_of, docx, packed, paragraph, row, run, table, unpacked

REPORTS = read_all()
# What was unreadable as a whole row stands in one cell of it when it is written.
WHOLE = {
    name: report
    for name, report in REPORTS.items()
    if (states := {cell.state for cell in report.cells.values()})
    if gd.State.REPORTED in states and gd.State.UNREADABLE not in states
}
REPORT = REPORTS["tika-2021"]
HEADING = re.compile(r"(?<=<w:p>)(<w:r><w:t[^>]*>)[一二三四五六]、(?=[^<]*</w:t></w:r></w:p>(?!</w:tc>))")
SECTIONS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'


def values(report):
    return {id: (cell.value, cell.state) for id, cell in report.cells.items()}


def same(data):
    read = gd.read(data)
    assert values(read) == values(REPORT)
    assert [section.number for section in read.sections] == [1, 2, 3, 4, 5, 6]
    assert (read.title, read.year) == (REPORT.title, REPORT.year)
    return read


@pytest.mark.parametrize("name", WHOLE)
def test_a_report_gives_the_same_cells(name):
    report = WHOLE[name]
    read = gd.read(docx(body_of(report)))
    assert values(read) == values(report)
    assert [section.heading for section in read.sections] == [section.heading for section in report.sections]


def digit_by_digit(cell):
    return "".join(map(run, cell.text)) or ""


def each_with(more):
    """Each value with something behind it."""
    return lambda cell: run(cell.text) + more if cell.is_value and cell.text else cell.text


def control(cell):
    prompt = run("单击此处输入文字123")
    inner, settings = (run(cell.text), "") if cell.text else (prompt, "<w:showingPlcHdr/>")
    return f"<w:sdt><w:sdtPr>{settings}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>".join(
        ("<w:p>", "</w:p>")
    )


def formula(cell):
    if not (cell.is_value and cell.text):
        return cell.text
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>=SUM(ABOVE) 99</w:instrText></w:r>{separate}{run(cell.text)}{end}"


CELLS = {
    "digits in runs of their own": digit_by_digit,
    "hidden digits": each_with(run("9", "<w:vanish/>")),
    "white digits": each_with(run("9", '<w:color w:val="FFFFFF"/>')),
    "deleted digits": each_with(f"<w:del>{run('9')}</w:del>"),
    "raised notes": each_with(run("9", '<w:vertAlign w:val="superscript"/>')),
    "footnotes": each_with('<w:r><w:footnoteReference w:id="9"/></w:r>'),
    "controls": control,
    "fields": formula,
}


@pytest.mark.parametrize("write", CELLS.values(), ids=CELLS)
def test_what_stands_beside_the_numbers_changes_none(write):
    same(docx(body_of(REPORT, write)))


def test_struck_numbers_are_all_unreadable():
    read = gd.read(docx(body_of(REPORT, each_with(run("9", "<w:strike/>")))))
    reported = [id for id, cell in REPORT.cells.items() if cell.value is not None]
    assert {read.cells[id].state for id in reported} == {gd.State.UNREADABLE}


def test_headings_whose_numerals_are_in_no_text():
    body, count = HEADING.subn(rf"{NUMBERED}\1", body_of(REPORT))
    assert count == 6
    same(docx(body, numbering=SECTIONS))


def test_headings_with_a_tab_behind_their_numerals():
    body = re.sub(
        r"(?<=<w:p>)<w:r><w:t[^>]*>([一二三四五六]、)(?=[^<]*</w:t></w:r></w:p>(?!</w:tc>))",
        r"<w:r><w:t>\1</w:t><w:tab/><w:t>",
        body_of(REPORT),
    )
    assert body.count("<w:tab/>") == 6
    same(docx(body))


def test_a_document_in_the_strict_form():
    same(docx(body_of(REPORT), spaces=SPACES | STRICT))


def test_a_document_with_other_prefixes_for_its_names():
    parts = unpacked(docx(body_of(REPORT)))
    text = parts["word/document.xml"].decode()
    parts["word/document.xml"] = (
        re.sub(r"(</?|\s)w:", r"\1ns0:", text).replace("xmlns:w=", "xmlns:ns0=").encode("utf-16")
    )
    same(packed(parts))


def test_a_report_within_a_table_that_only_sets_the_page():
    same(docx(table(f"<w:tr><w:tc>{body_of(REPORT)}</w:tc></w:tr>")))
    head = row("政府信息公开", "收藏")
    same(
        docx(
            table(head, f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{body_of(REPORT)}</w:tc></w:tr>')
        )
    )


def test_a_report_within_a_control_or_a_text_box():
    same(docx(f"<w:sdt><w:sdtPr/><w:sdtContent>{body_of(REPORT)}</w:sdtContent></w:sdt>"))
    box = f"<w:txbxContent>{body_of(REPORT)}</w:txbxContent>"
    same(docx(f"<w:p><w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r></w:p>"))


@pytest.mark.parametrize("repeated", [0, 3], ids=["head once", "head repeated"])
def test_a_table_that_a_page_has_broken_in_two(repeated):
    body = body_of(REPORT)
    whole = re.findall(r"<w:tbl>.*?</w:tbl>", body)[1]
    rows = re.findall(r"<w:tr>.*?</w:tr>", whole)
    for at in range(4, len(rows)):
        # A merged label that goes on begins anew on the next page.
        halves = table(*rows[:at]), table(*rows[:repeated], *rows[at:])
        same(docx(body.replace(whole, paragraph().join(halves))))


@pytest.mark.parametrize("suffix", ["html", "mht"])
def test_a_page_that_stands_in_a_document_whole(suffix):
    page = gd.render(REPORT, gd.Layout.HTML)
    if suffix == "mht":
        page = f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{page}"
    data = docx(
        paragraph("　") + '<w:altChunk r:id="c"/>' + paragraph(),
        parts={f"word/page.{suffix}": page},
        related=[("c", "aFChunk", f"page.{suffix}")],
    )
    same(data)


def test_a_part_of_another_kind_that_stands_whole_is_named():
    data = docx(
        body_of(REPORT) + '<w:altChunk r:id="c"/><w:altChunk r:id="lost"/>',
        parts={"word/a.rtf": "{\\rtf1}"},
        related=[("c", "aFChunk", "a.rtf")],
    )
    assert [issue.code for issue in gd.read(data).issues if issue.code[0] == "D"] == ["D111", "D111"]


def test_a_cell_tells_its_place_in_word():
    cell = same(docx(paragraph() + table(row("封面")) + body_of(REPORT))).cells["requests.results.total.total"]
    # In that row the label of the group goes on from above: Word counts it.
    assert cell.location.place == gd.Place(table=3, row=27, column=9)
    assert cell.location.place.said.zh == "第3张表第27行第9列"


# --- Other programs ---------------------------------------------------------------------------------------


MADE = [("full", gd.Edition.FORM_2021), ("full", gd.Edition.FORM_2019), ("gaps", gd.Edition.FORM_2021)]


def right(made, data):
    read = gd.read(data)
    assert {id: read.cells[id].value for id in made.truth.cells} == {
        id: cell.value for id, cell in made.truth.cells.items()
    }
    assert read.edition == made.truth.edition


@pytest.mark.parametrize(("kind", "edition"), MADE)
@pytest.mark.parametrize("paragraphs", [False, True], ids=["lines", "paragraphs"])
def test_documents_of_python_docx(kind, edition, paragraphs, tmp_path):
    pytest.importorskip("docx")
    made = report(edition, kind)
    to_docx(made, tmp_path / "a.docx", paragraphs=paragraphs)
    right(made, tmp_path / "a.docx")


@pytest.mark.parametrize("style", ["plain", "padded", "broken"])
def test_documents_of_pandoc(style, tmp_path):
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    made = report(gd.Edition.FORM_2021, "full")
    (tmp_path / "a.html").write_text(to_html(made, style), encoding="utf-8")
    subprocess.run(["pandoc", "a.html", "-o", "a.docx"], cwd=tmp_path, check=True, timeout=120)
    right(made, tmp_path / "a.docx")


def test_documents_of_libreoffice(tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    made = {f"{kind}-{edition}": report(edition, kind) for kind, edition in MADE}
    for name, one in made.items():
        (tmp_path / f"{name}.html").write_text(to_html(one, "padded"), encoding="utf-8")
        if shutil.which("pandoc"):
            subprocess.run(
                ["pandoc", f"{name}.html", "-o", f"{name}-b.docx"], cwd=tmp_path, check=True, timeout=120
            )
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--writer",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        "out",
    ]
    files = sorted(path.name for path in tmp_path.iterdir() if path.is_file())
    subprocess.run([*command, *files], cwd=tmp_path, check=True, timeout=180, capture_output=True)
    assert len(list((tmp_path / "out").iterdir())) == len(files)
    for path in (tmp_path / "out").iterdir():
        right(made[path.stem.removesuffix("-b")], path)
