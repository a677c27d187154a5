"""Marks of pages: lines that say on which page one is, and no more: "- 12 -", "第 3 页", "Page 3 of 9".

A page ends where it is full, in the middle of a table as anywhere. What it says of itself is no part of the
report: without it a label goes on, or its values follow, as if the page had not ended.
"""

import re
from functools import cache

from gov_disclosure.form.vocabulary import any_of, terminals

_LONGEST = 24
_DASHES = "-–—―~·"


def is_page_mark(text: str) -> bool:
    """Whether a line says on which page one is, and no more."""
    text = text.strip()
    return len(text) <= _LONGEST and _pattern().fullmatch(text) is not None


@cache
def _pattern() -> re.Pattern[str]:
    words = terminals("marks")
    page, end, count = (f"(?:{any_of(words[name])})" for name in ("PAGE", "PAGE_END", "PAGE_COUNT"))
    number = r"\s*[0-9]{1,4}\s*"
    named = rf"{page}{number}{end}?(?:[\s,，]*{count}{number}{end}?)?"
    return re.compile(rf"\s*(?:(?P<dash>[{_DASHES}]){number}(?P=dash)|{named})\s*")
