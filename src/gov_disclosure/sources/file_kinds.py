"""What a file is, told by its first bytes and never by its name."""

import io
import os
import re
import stat
from enum import Enum
from errno import EINVAL, EISDIR
from pathlib import Path
from typing import Final

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.model.messages import Message
from gov_disclosure.model.own_files import is_own
from gov_disclosure.sources.form_words import holds_form_words

LARGEST: Final = 64 << 20
"""Bytes of the largest file that is read: a report has some 20,000, a page saved whole a few million."""

# So much tells what a file is; a web page may begin with comments and scripts.
_HEAD = 1 << 16
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE: Final = re.compile(rb"(?i)<!doctype html|<html[\s>]|<body[\s>]|<table[\s>]|<head[\s>]")
_WORD_XML: Final = re.compile(
    rb"<\?mso-application[^>]{0,40}\bWord\.Document\b|<(?:\w{1,20}:)?(?:wordDocument|package)\s[^>]{0,2000}"
    rb"schemas\.microsoft\.com/office/(?:word/2003/wordml|2006/xmlPackage)"
)
# Packed, its first file says so, as it stands; in one file it says so of itself.
_OPEN_DOCUMENT: Final = re.compile(
    rb"\APK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text(?:-template)?PK"
    rb"|<office:document\s[^<>]*?office:mimetype=.application/vnd\.oasis\.opendocument\.text\b",
    re.DOTALL,
)
_MAIL: Final = re.compile(rb"(?i)\s*(?:from|mime-version|subject|date|content-type|snapshot-content-location):")


class FileKind(Enum):
    """What a file holds, with its name in words."""

    TEXT = Message("文本文件（含报告用语）", "text with words of the form")
    WEB_PAGE = Message("网页", "web page")
    WORD = Message("Word文档（docx）", "Word document (docx)")
    OLD_WORD = Message("旧版Word或WPS文档（doc、wps）", "older document of Word or WPS (doc, wps)")
    WORD_XML = Message("Word的XML文档", "Word document in one XML file")
    RTF = Message("RTF文档", "RTF document")
    OPEN_DOCUMENT = Message("OpenDocument文档（odt）", "OpenDocument text (odt)")
    LOCKED = Message("有密码的Office文档", "Office document with a password")
    PDF = Message("PDF", "PDF")
    OFD = Message("OFD版式文档", "OFD document")
    SPREADSHEET = Message("Excel工作簿（xlsx）", "Excel workbook (xlsx)")
    OTHER_SPREADSHEET = Message("其他电子表格（xls、xlsb、et、ods）", "other spreadsheet (xls, xlsb, et, ods)")
    PICTURE = Message("图片", "picture")
    ZIP = Message("ZIP压缩文件", "ZIP archive")
    ARCHIVE = Message("其他压缩文件", "other archive")
    OWN = Message("本工具生成的文件", "file that gov-disclosure wrote")
    OTHER = Message("其他文件", "other file")

    @property
    def may_be_report(self) -> bool:
        """Whether a report may stand in it: what passes it over has not read everything."""
        return self not in (FileKind.OWN, FileKind.OTHER)


# In order: a document may hold a table, and what is locked holds all else.
_STREAMS: Final = {
    "EncryptedPackage": FileKind.LOCKED,
    "WordDocument": FileKind.OLD_WORD,
    "Workbook": FileKind.OTHER_SPREADSHEET,
}


# What is packed in a file of a format has such names.
_PARTS: Final = {
    re.compile(r"^word/.*\.xml$", re.MULTILINE): FileKind.WORD,
    re.compile(r"^xl/workbook\.bin$", re.MULTILINE): FileKind.OTHER_SPREADSHEET,
    re.compile(r"^xl/.*\.xml$", re.MULTILINE): FileKind.SPREADSHEET,
    re.compile(r"^ofd\.xml$", re.MULTILINE): FileKind.OFD,
    re.compile(r"^mimetype$(?s:.*)^content\.xml$", re.MULTILINE): FileKind.OTHER_SPREADSHEET,
}


def kind_of(data: bytes) -> FileKind:
    """The kind of a file by its bytes, of which the first are enough, but for an archive."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return FileKind.PDF
    if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return FileKind.PICTURE
    if _OPEN_DOCUMENT.search(head):
        return FileKind.OPEN_DOCUMENT
    if head.startswith(b"PK\x03\x04"):
        return _packed(data)
    if head.startswith(_OLE):
        return _compound(data)
    if head.startswith(_ARCHIVES):
        return FileKind.ARCHIVE
    if head.startswith(b"{\\rtf"):
        return FileKind.RTF
    return _of_text(head)


def _compound(data: bytes) -> FileKind:
    """What stands in a compound file (OLE), told by the names of its streams."""
    for stream, kind in _STREAMS.items():
        if stream.encode("utf-16-le") in data:
            return kind
    return FileKind.OLD_WORD


def _packed(data: bytes) -> FileKind:
    """What stands in a zip file: the formats of Office and OFD are such."""
    # Only here is it needed, and it takes its time to import.
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        # One that is cut has lost its list of names.
        return FileKind.WORD if b"word/document" in data else FileKind.ZIP
    parts = "\n".join(name.replace("\\", "/").lstrip("/").lower() for name in names)
    return next((kind for sign, kind in _PARTS.items() if sign.search(parts)), FileKind.ZIP)


def _of_text(head: bytes) -> FileKind:
    text = head.decode("utf-8-sig", errors="replace")
    if is_own(text):
        return FileKind.OWN
    if _WORD_XML.search(head.replace(b"\0", b"")):
        return FileKind.WORD_XML
    if _MAIL.match(head) or _PAGE.search(head.replace(b"\0", b"")):
        return FileKind.WEB_PAGE
    texts = (text, head.decode("gb18030", errors="replace"), head.decode("utf-16", errors="replace"))
    return FileKind.TEXT if any(map(holds_form_words, texts)) else FileKind.OTHER


def kind_of_file(path: Path) -> FileKind:
    """The kind of a regular file, of which no more is read than that needs.

    Raises:
        OSError, FileFormatError: as :func:`read_bytes`.
    """
    head = _read(path, _HEAD)
    return kind_of(_read(path, LARGEST + 1) if head.startswith((b"PK\x03\x04", _OLE)) else head)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file.

    A pipe would be waited for without end, and a device has no end.

    Raises:
        OSError: it can't be opened, or is a folder.
        FileFormatError: it is no regular file, or larger than :data:`LARGEST`.
    """
    return within_limit(_read(path, LARGEST + 1), str(path))


def _read(path: Path, most: int) -> bytes:
    """The first bytes of a regular file."""
    try:
        # A pipe without a writer is opened at once, to be refused.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except ValueError as error:
        # A path with a NUL, or with half of a character in it.
        raise OSError(EINVAL, os.strerror(EINVAL), str(path)) from error
    with open(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
        if not stat.S_ISREG(found.st_mode):
            raise FileFormatError(error_text("no_regular_file", path=path))
        return file.read(most)


def within_limit(data: bytes, name: str) -> bytes:
    """The bytes that were read of a file, one more than the limit at the most.

    Raises:
        FileFormatError: they are more than :data:`LARGEST`.
    """
    if len(data) > LARGEST:
        raise FileFormatError(error_text("too_large", name=name, most=LARGEST >> 20))
    return data
