"""Web pages as files: what encoding they are in, and the page in an archive of one (MHTML)."""

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message as Part
from typing import Final

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.encodings import Decoded, decode

# Where a browser looks for it.
_MOST_SEARCHED: Final = 4096
_CHARSET: Final = re.compile(
    rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w-]+)|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w-]+)",
    re.IGNORECASE,
)
_HEADER: Final = re.compile(
    rb"(?i)\s*(?:from|mime-version|subject|date|content-type|snapshot-content-location):"
)
_PAGES: Final = ("text/html", "application/xhtml+xml")


def read_page(data: bytes, name: str) -> Decoded:
    """The text of a web page's file.

    Raises:
        FileFormatError: its encoding is not known, or it is an archive without a page.
    """
    if _HEADER.match(data):
        return _archived(data, name)
    return decode(data, name, _charset(data))


def _charset(data: bytes) -> str | None:
    """The encoding that a page says it is in."""
    found = _CHARSET.search(data[:_MOST_SEARCHED])
    return None if found is None else (found[1] or found[2]).decode("ascii")


def _archived(data: bytes, name: str) -> Decoded:
    """The first page of an archive, which is the one that was saved; frames and mails come behind it."""
    try:
        page = next(
            (part for part in message_from_bytes(data).walk() if part.get_content_type() in _PAGES), None
        )
        content = None if page is None else page.get_payload(decode=True)
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise FileFormatError(error_text("broken_file", name=name, problem=error)) from error
    if page is None or not isinstance(content, bytes):
        raise FileFormatError(error_text("broken_file", name=name, problem="MHTML"))
    return decode(content, name, _said(page) or _charset(content))


def _said(page: "Part[str, str]") -> str | None:
    found = page.get_content_charset()
    return found if isinstance(found, str) else None
