"""Files that are broken, locked or made to cost: a documented error in bounded time, and never a wrong number."""

import gc
import io
import random
import time
import tracemalloc
import zipfile

import pytest

import gov_disclosure as gd
from gov_disclosure.sources.file_kinds import kind_of
from gov_disclosure.sources.formats import document_of
from gov_disclosure.sources.word import package, trees
from helpers.reports import read_all
from helpers.word import body_of, cell, docx, packed, paragraph, row, run, table, unpacked

REPORT = read_all()["tika-2021"]
DATA = docx(body_of(REPORT))
PARTS = unpacked(DATA)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def with_document(content, **more):
    return packed({**PARTS, "word/document.xml": content, **more})


def refused(data, match=None):
    with pytest.raises(gd.FileFormatError, match=match) as error:
        document_of(data, "a.docx")
    return error.value


def test_a_locked_document_is_said_to_be_locked():
    refused(OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "password")
    member = zipfile.ZipFile(io.BytesIO(DATA)).infolist()[2]
    locked = bytearray(DATA)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := locked.find(mark, at + 1)) >= 0:
            locked[at + offset] |= 1
    assert member.filename == "word/document.xml"
    refused(bytes(locked), "password")


def test_no_document_type_is_read_so_no_entity_can_be_declared():
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "9"}">' for n in range(9))
    text = PARTS["word/document.xml"].decode()
    refused(with_document(f"<!DOCTYPE x [{bomb}]>{text}"), "DOCTYPE")
    refused(with_document(f'<!DOCTYPE x SYSTEM "file:///etc/passwd">{text}'), "DOCTYPE")
    refused(with_document(f"<!DOCTYPE x []>{text}".encode("utf-16")), "DOCTYPE")
    refused(docx(paragraph("<w:r><w:t>&nosuch;</w:t></w:r>")), "broken")
    refused(packed({**PARTS, "word/_rels/document.xml.rels": "<!DOCTYPE x []><x/>"}), "DOCTYPE")


def test_a_part_that_unpacks_to_far_more_than_it_is_packed_to_is_refused():
    bomb = with_document(b"<w:document>" + b" " * (40 << 20))
    assert len(bomb) < 100_000
    tracemalloc.start()
    start = time.process_time()
    refused(bomb, "MB")
    assert time.process_time() - start < 2
    assert tracemalloc.get_traced_memory()[1] < 30 << 20
    tracemalloc.stop()


def test_what_an_archive_says_of_its_parts_is_not_trusted(monkeypatch):
    monkeypatch.setattr(package, "_MOST_OF_PART", 1000)
    refused(DATA, "MB")
    monkeypatch.undo()
    lying = bytearray(DATA)
    at = lying.rfind(b"PK\x01\x02", 0, lying.find(b"word/document.xml", lying.find(b"PK\x01\x02")))
    lying[at + 24 : at + 28] = (10).to_bytes(4, "little")
    refused(bytes(lying))


def test_all_parts_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(package, "_MOST_BYTES", len(PARTS["word/document.xml"]))
    refused(DATA, "MB")


def test_too_many_elements_and_members_are_refused(monkeypatch):
    monkeypatch.setattr(trees, "_MOST_ELEMENTS", 1000)
    refused(DATA, "<")
    monkeypatch.setattr(package, "_MOST_MEMBERS", 3)
    refused(DATA, "zip")


def test_deep_nesting_ends_in_an_error_or_in_a_document():
    deep = "<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000
    refused(docx(deep), "nested")
    nested = ""
    for _ in range(2_000):
        nested = table(row(f"<w:tc>{nested}<w:p/></w:tc>"))
    refused(docx(nested), "nested")
    refused(docx(paragraph("<w:ins>" * 5_000 + "</w:ins>" * 5_000)), "nested")
    assert document_of(docx("<x:y xmlns:x='urn:x'>" * 50_000 + "</x:y>" * 50_000), "a.docx").text == ""


def test_fields_in_fields_are_refused_where_they_would_cost_more_than_linear_time():
    part = "<w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/></w:r>"
    refused(docx(paragraph(part * 20_000 + "<w:r><w:t>5</w:t></w:r>" * 20_000)), "nested")


def test_styles_and_lists_that_name_each_other_in_a_circle_end():
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    numbering = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    settings = '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    assert (
        document_of(docx(paragraph("正文", settings), styles=styles, numbering=numbering), "a.docx").text
        == "正文\n"
    )


@pytest.mark.thorough
def test_many_wide_cells_and_long_runs_cost_linear_time():
    wide = '<w:gridSpan w:val="999999"/>'
    chance = random.Random(1)
    costs = []
    for count in (100, 800):
        numbers = iter(chance.randbytes(60 * count).hex())
        body = "".join(row(*[cell(next(numbers), wide) for _ in range(30)]) for _ in range(count))
        body = table(body) + paragraph("".join(run(next(numbers)) for _ in range(30 * count)))
        costs.append(min(_seconds(docx(body)) for _ in range(2)))
    assert costs[1] < 24 * costs[0] + 0.5


def _seconds(data: bytes) -> float:
    """What a file costs by itself: the values that other tests have left are not to be counted."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        document_of(data, "a.docx")
        return time.process_time() - start
    finally:
        gc.enable()


def test_parts_that_are_missing_or_there_twice():
    refused(packed({"word/x.xml": ""}), "word/document.xml")
    refused(with_document("<w:document/>"), "broken")
    refused(with_document(PARTS["word/document.xml"], **{"WORD/document.xml": "<a/>"}), "× 2")
    bare = packed({"word/document.xml": PARTS["word/document.xml"]})
    # Neither what names the parts nor what tells their types is needed to find the one that is there.
    assert gd.read(bare).cells == gd.read(DATA).cells
    elsewhere = {
        name.replace("word/document", "word/document2"): content.replace(b"word/document", b"/word/document2")
        for name, content in PARTS.items()
    }
    assert gd.read(packed(elsewhere)).cells == gd.read(DATA).cells
    backslashes = {name.replace("/", "\\"): content for name, content in PARTS.items()}
    assert gd.read(packed(backslashes)).cells == gd.read(DATA).cells


def test_types_that_are_wrong_change_nothing():
    wrong = {**PARTS, "[Content_Types].xml": "<Types/>"}
    macros = {
        **PARTS,
        "[Content_Types].xml": PARTS["[Content_Types].xml"].replace(
            b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
        ),
        "word/vbaProject.bin": OLE,
    }
    assert gd.read(packed(wrong)).cells == gd.read(packed(macros)).cells == gd.read(DATA).cells


def test_a_cut_document_is_a_broken_one():
    for end in range(60, len(DATA), len(DATA) // 23):
        refused(DATA[:end])
    assert kind_of(DATA[: len(DATA) // 2]) is gd.FileKind.WORD


def test_what_is_packed_in_an_unknown_way_is_broken():
    unknown = bytearray(DATA)
    at = -1
    while (at := unknown.find(b"PK\x01\x02", at + 1)) >= 0:
        unknown[at + 10] = 99
    refused(bytes(unknown), "broken")


VALUES = {id: cell.value for id, cell in REPORT.cells.items()}
DAMAGES = 2400


def damaged(data, chance):
    """A file with some bytes changed, cut out, doubled or moved."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(max(len(data), 1))
        end = min(len(data), at + chance.choice((1, 2, 8, 64, 300)))
        kind = chance.randrange(4)
        if kind == 0:
            data[at:end] = chance.randbytes(end - at)
        elif kind == 1:
            del data[at:end]
        elif kind == 2:
            data[at:at] = data[at:end]
        else:
            data[at : at + 1] = bytes(byte ^ 1 << chance.randrange(8) for byte in data[at : at + 1])
    return bytes(data)


def test_damaged_files_end_in_a_documented_error():
    """What was packed has a checksum: of 2,400 files none gives another number."""
    chance = random.Random("docx")
    for _ in range(DAMAGES):
        try:
            read = gd.read(damaged(DATA, chance))
        except (gd.FileFormatError, gd.NotAReportError):
            continue
        assert {id: cell.value for id, cell in read.cells.items()} == VALUES


def test_damaged_parts_end_in_a_documented_error():
    chance = random.Random("xml")
    small = unpacked(docx(paragraph("正文") + table(row(cell("规章", "<w:vMerge/>"), "5"))))
    styles = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="N"/></w:styles>'
    for _ in range(DAMAGES):
        part = chance.choice(
            ["word/document.xml", "_rels/.rels", "word/styles.xml", "word/_rels/document.xml.rels"]
        )
        parts = {**small, "word/styles.xml": styles}
        parts[part] = damaged(parts[part], chance)
        try:
            document_of(packed(parts), "a.docx")
        except gd.FileFormatError:
            continue
