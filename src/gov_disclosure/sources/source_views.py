"""How a file is shown beside what was read of it: the tables of a document or a web page as tables."""

import re
from html import unescape
from typing import Final

from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.model.source_view import SourceView
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.formats import Source, opened
from gov_disclosure.sources.grid import lines_of
from gov_disclosure.sources.html_tables import begins_a_line, markup_tables
from gov_disclosure.sources.pages import shown_text

# A text that has but a table with tags in it is shown as it stands.
_PAGE: Final = re.compile(r"<(?:!doctype html|html|body)\b", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z!][^<>]*+>")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")


def source_view(source: Source) -> SourceView:
    """What a file shows, for :class:`gov_disclosure.Page`: its text, and its tables.

    Raises:
        TypeError, OSError, FileFormatError: as :func:`gov_disclosure.read`.
    """
    return view_of(opened(source)[0])


def view_of(document: Document) -> SourceView:
    """What the document of a file shows."""
    text = document.text
    if document.grids or not _PAGE.search(text):
        return SourceView(text, text, tuple(document.grids))
    shown = shown_text(text)
    tables = tuple(markup_tables(shown, lines_of(shown)))
    # A page breaks lines where its tags do, not where its source does.
    seen = _ENTITY.sub(_character, _TAG.sub(_parted, re.sub(r"[\r\n\x0b\x0c\x85\u2028\u2029]", " ", shown)))
    return SourceView(text, seen, tables)


def _parted(tag: re.Match[str]) -> str:
    first = "\n" if begins_a_line(tag[0]) else NOT_SHOWN
    return first + NOT_SHOWN * (len(tag[0]) - 1)


def _character(entity: re.Match[str]) -> str:
    """A character that a page writes as a name or a number."""
    text = unescape(entity[0])
    return text.ljust(len(entity[0]), NOT_SHOWN) if len(text) < len(entity[0]) else entity[0]
