"""The marks of files that this library writes, by which it knows them again."""

import re
from typing import Final

MARK: Final = "gov-disclosure"
"""The name that it puts into the pages and the lists for code scanning that it writes."""

# Reports as CSV in both shapes and as JSON, findings as CSV and as JSON; and what names the library itself.
_OWN: Final = re.compile(
    r"report,source,title,issuer,year,edition,id,|source,title,issuer,year,edition,proactive\."
    r"|source,code,id,level,outcome,"
    r'|\[?\s*\{\s*"title": .{0,2000}?"issuer": .{0,500}?"year": \S+\s+"edition": '
    r'|\[\s*\{\s*"source": .{0,2000}?"(?:findings|checked|unread)": '
    rf'|[^\0]*?(?:<meta name="generator" content="{MARK}">|"driver": \{{\s*"name": "{MARK}")',
    re.DOTALL,
)
# The marks stand at the beginning.
_LONGEST = 4096


def is_own(text: str) -> bool:
    """Whether a text is a file that this library has written: a table, a page, a list of findings."""
    return _OWN.match(text[:_LONGEST].removeprefix("\ufeff")) is not None
