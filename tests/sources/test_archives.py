"""Archives of files: each member by its path, within limits, with names as they were meant."""

import io
import random
import struct
import time
import zipfile

import pytest

import gov_disclosure as gd
from gov_disclosure.sources import archives
from gov_disclosure.sources.archives import members
from gov_disclosure.sources.file_kinds import FileKind, kind_of
from helpers.word import packed


def found(data):
    return {one.name: str(one.problem) if one.problem else one.data for one in members(data, "a.zip")}


def as_gbk(data: bytes, name: str) -> bytes:
    """The archive with a name in GBK, and no sign of it."""
    utf_8, gbk = name.encode(), name.encode("gbk")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, zipfile.ZipFile(io.BytesIO(data)) as before:
        for info in before.infolist():
            archive.writestr("x" * len(gbk) if info.filename == name else info.filename, before.read(info))
    assert utf_8 != gbk
    return stream.getvalue().replace(b"x" * len(gbk), gbk)


def test_files_have_the_paths_that_they_have_in_it():
    data = packed(
        {
            "b/2.txt": "2",
            "1.txt": "1",
            "b/": "",
            "__MACOSX/._1.txt": "x",
            ".hidden/3.txt": "x",
            "b/.DS_Store": "x",
        }
    )
    assert found(data) == {"a.zip/1.txt": b"1", "a.zip/b/2.txt": b"2"}
    assert found(packed({"b\\2.txt": "2", "/../3.txt": "3"})) == {"a.zip/../3.txt": b"3", "a.zip/b/2.txt": b"2"}


@pytest.mark.parametrize("name", ["某区2021年报告.docx", "年报/教育局.txt"])
def test_names_in_gbk_are_read_as_such(name):
    assert list(found(as_gbk(packed({name: "1"}), name))) == [f"a.zip/{name}"]
    assert list(found(packed({name: "1"}))) == [f"a.zip/{name}"]


def test_archives_in_archives_are_opened_to_a_depth():
    inner = packed({"1.txt": "1"})
    middle = packed({"inner.zip": inner})
    assert found(middle) == {"a.zip/inner.zip/1.txt": b"1"}
    assert "broken" in found(packed({"middle.zip": middle}))["a.zip/middle.zip/inner.zip"]


def test_documents_that_are_archives_are_files():
    docx = packed({"[Content_Types].xml": "", "word/document.xml": "x"})
    assert found(packed({"1.docx": docx})) == {"a.zip/1.docx": docx}


def test_an_archive_that_holds_a_document_as_it_stands_is_an_archive():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("1.odt", packed_text())
    assert kind_of(stream.getvalue()) is FileKind.ZIP
    assert kind_of(found(stream.getvalue())["a.zip/1.odt"]) is FileKind.OPEN_DOCUMENT


def packed_text() -> bytes:
    """The beginning of an OpenDocument text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    return stream.getvalue()


def locked(data: bytes) -> bytes:
    """The archive with the flag of a password on all members."""
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data = data[: place + at] + struct.pack("<H", 1) + data[place + at + 2 :]
            place = data.find(sign, place + 4)
    return data


def test_locked_members_are_named():
    assert "password" in found(locked(packed({"1.txt": "1"})))["a.zip/1.txt"]


def test_bombs_cost_their_own_member_alone():
    start = time.process_time()
    data = packed({"1.txt": "1", "bomb.txt": bytes(80 << 20)})
    read = found(data)
    assert read["a.zip/1.txt"] == b"1"
    assert "larger" in read["a.zip/bomb.txt"]
    assert time.process_time() - start < 10


def test_all_members_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(archives, "_MOST_BYTES", 100)
    read = found(packed({f"{at}.txt": "x" * 40 for at in range(4)}))
    assert [isinstance(one, bytes) for one in read.values()] == [True, True, False, False]


def test_too_many_members_and_broken_archives_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "_MOST_MEMBERS", 3)
    with pytest.raises(gd.FileFormatError, match="> 3"):
        found(packed({f"{at}": "" for at in range(4)}))
    with pytest.raises(gd.FileFormatError, match="broken"):
        found(b"PK\x03\x04 and no more")
    nested = packed({"in.zip": packed({f"{at}": "" for at in range(3)})})
    assert "> 3" in found(nested)["a.zip/in.zip"]


def test_damaged_archives_end_in_a_documented_error():
    chance = random.Random("zip")
    data = packed({"1.txt": "1" * 400, "in.zip": packed({"2.txt": "规章"})})
    for _ in range(1500):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(4, len(damaged))
            damaged[at : at + chance.choice((1, 2, 8))] = chance.choice((b"", chance.randbytes(2), bytes(4)))
        try:
            found(bytes(damaged))
        except gd.FileFormatError:
            continue
