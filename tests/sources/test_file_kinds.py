"""What a file is, by its first bytes; and which files are opened at all."""

import io
import os
import threading
import zipfile

import pytest

import gov_disclosure as gd
from gov_disclosure.sources import file_kinds
from gov_disclosure.sources.file_kinds import FileKind, kind_of
from helpers.reports import REPORTS, read_all


def packed(*names):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return stream.getvalue()


def table(shape):
    stream = io.StringIO()
    gd.to_csv([read_all()["tika-2021"]], stream, shape)
    return stream.getvalue().encode()


TEXT = (REPORTS / "tika-2021.txt").read_text("utf-8")
REPORT = read_all()["tika-2021"]
KINDS = {
    "pdf": (b"%PDF-1.7\n", FileKind.PDF),
    "pdf behind a mark": (b"\xef\xbb\xbf%PDF-1.4", FileKind.PDF),
    "png": (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
    "jpeg": (b"\xff\xd8\xff\xe0", FileKind.PICTURE),
    "docx": (packed("[Content_Types].xml", "word/document.xml"), FileKind.WORD),
    "xlsx": (packed("[Content_Types].xml", "xl/workbook.xml"), FileKind.SPREADSHEET),
    "xlsb": (packed("[Content_Types].xml", "xl/workbook.bin"), FileKind.OTHER_SPREADSHEET),
    "ods": (packed("mimetype", "content.xml"), FileKind.OTHER_SPREADSHEET),
    "reports in a folder that is called so": (packed("word/report.docx", "xl/report.txt"), FileKind.ZIP),
    "ofd": (packed("OFD.xml", "Doc_0/Document.xml"), FileKind.OFD),
    "zip": (packed("a.txt"), FileKind.ZIP),
    "a broken zip": (b"PK\x03\x04 and no more", FileKind.ZIP),
    "rar": (b"Rar!\x1a\x07", FileKind.ARCHIVE),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), FileKind.OLD_WORD),
    "doc with a table of Excel in it": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook WordDocument".encode("utf-16-le"),
        FileKind.OLD_WORD,
    ),
    "docx with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        FileKind.LOCKED,
    ),
    "a cut docx": (packed("[Content_Types].xml", "word/document.xml")[:120], FileKind.WORD),
    "docx with other slashes": (packed("[Content_Types].xml", "word\\document.xml"), FileKind.WORD),
    "Word 2003 XML": (
        b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument>',
        FileKind.WORD_XML,
    ),
    "Word 2003 XML without its sign": (
        b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
        FileKind.WORD_XML,
    ),
    "flat OPC": (
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'.encode("utf-16"),
        FileKind.WORD_XML,
    ),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), FileKind.OTHER_SPREADSHEET),
    "rtf": (b"{\\rtf1\\ansi", FileKind.RTF),
    "page": (b"<!-- saved -->\n<!DOCTYPE html><html><body>", FileKind.WEB_PAGE),
    "mhtml": (b"From: <Saved>\r\nMIME-Version: 1.0\r\n", FileKind.WEB_PAGE),
    "a report": (TEXT.encode(), FileKind.TEXT),
    "a report in GB18030": (TEXT.encode("gb18030"), FileKind.TEXT),
    "a report in UTF-16": (TEXT.encode("utf-16"), FileKind.TEXT),
    "other text": (b"parent,child\n", FileKind.OTHER),
    "nothing": (b"", FileKind.OTHER),
    "a program": (b"\x7fELF\x02\x01\x01\0\0\0\0", FileKind.OTHER),
    "own page": (gd.to_html(gd.Page(REPORT)).encode(), FileKind.OWN),
    "own json": (gd.to_json(REPORT).encode(), FileKind.OWN),
    "own json, indented": (gd.to_json(REPORT, indent=2).encode(), FileKind.OWN),
    "own long table": (table("long"), FileKind.OWN),
    "own wide table": (b"\xef\xbb\xbf" + table("wide"), FileKind.OWN),
}


@pytest.mark.parametrize(("data", "kind"), KINDS.values(), ids=KINDS)
def test_a_file_is_told_by_its_content(data, kind):
    assert kind_of(data) is kind


@pytest.mark.parametrize("kind", ["ofd", "xls", "rar", "png", "zip"])
def test_what_is_not_read_is_named(kind):
    data, found = KINDS[kind]
    with pytest.raises(gd.FileFormatError) as caught:
        gd.read(data)
    assert found.value.zh in str(caught.value)
    assert found.value.en in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    found = []

    def read():
        with pytest.raises(gd.FileFormatError, match="no regular file"):
            gd.read(path)
        found.append(True)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(10)
    assert found


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="devices")
def test_a_device_without_end_is_refused(tmp_path):
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    with pytest.raises(gd.FileFormatError, match="no regular file"):
        gd.read(tmp_path / "zero.txt")


def test_a_folder_is_no_file(tmp_path):
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(OSError, match=r"directory|denied"):
        gd.read(folder)


def test_a_file_that_is_too_large_is_refused_with_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(file_kinds, "LARGEST", 1 << 20)
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(gd.FileFormatError, match="larger than 1 MB"):
        gd.read(path)
