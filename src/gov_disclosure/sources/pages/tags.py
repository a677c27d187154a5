"""The tags, comments and scripts of a text, as a browser parts them.

Python's own ``html.parser`` gives the same; but before its releases of 2025 it takes the square of the length
for tags that stay open, and releases differ on comments. This goes over a text once.
"""

import re
from collections.abc import Generator, Iterator
from functools import lru_cache
from html import unescape
from typing import Final, NamedTuple

from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.form.on_demand import on_demand

COMMENT: Final = "!"
"""The name of a comment, a declaration of XML, or what else a browser drops."""
CDATA: Final = "!["
"""The name of a stretch that is text in XML, and nothing in HTML."""
RAW: Final = ("script", "style", "noscript", "template", "iframe", "noembed", "noframes", "textarea")
"""Elements whose tags inside are no tags."""

# Quotation marks count behind an equals sign alone; between them a tag may have any sign.
_TAG = on_demand(
    rf"<(/?)([a-zA-Z][^\s/<>{NOT_SHOWN}]*+)"
    r"""((?:[^<>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+)(>?)""",
    re.DOTALL,
)
_QUOTE_STAYS_OPEN = on_demand(r"=\s*[\"']")
# A browser goes on to any ">"; but what a tool has misread is more often no declaration.
_DECLARATION = on_demand(r"<[!?/][^<>]*+>")
_COMMENT_END = on_demand("--!?>")
_RAW_END = {name: on_demand(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
_ATTRIBUTE = on_demand(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?""")
# Of a table of DocBook.
_NAMES = {"informaltable": "table", "entry": "cell"}
# What is longer is not remembered, so that memory is bounded.
_MOST_REMEMBERED = 300


class Tag(NamedTuple):
    """A tag, or a stretch that a browser drops."""

    start: int
    end: int
    name: str
    """In small letters; of a stretch that is no tag, one of the names above, or that of the raw element."""
    closing: bool = False
    attributes: str = ""
    """As they stand there."""
    raw: bool = False
    """Whether it is the inside of a raw element."""


class Attribute(NamedTuple):
    """An attribute, and where it stands in those of its tag."""

    name: str
    value: str
    start: int
    end: int


def tags_of(text: str) -> Iterator[Tag]:
    """The tags of a text in order."""
    at = text.find("<")
    while at >= 0:
        behind = text[at + 1 : at + 2]
        if behind in ("!", "?") or (behind == "/" and not text[at + 2 : at + 3].isalpha()):
            end = _dropped(text, at)
            if end and text[at + 2 : at + 9].lower() != "doctype":
                yield Tag(at, end, CDATA if text.startswith("<![CDATA[", at) else COMMENT)
        elif found := _TAG.match(text, at):
            slash, name, attributes, closed = found.groups()
            name = name.lower()
            name = _NAMES.get(name, name)
            if closed and (slash or name not in _RAW_END):
                # As nearly all are.
                end = found.end()
                yield _new(Tag, (at, end, name, bool(slash), attributes, False))
            else:
                end = yield from _raw_or_open(text, found, name)
        else:
            end = 0
        at = text.find("<", end or at + 1)


def attributes_of(attributes: str) -> tuple[Attribute, ...]:
    """The attributes of a tag, each the first of its name."""
    return _remembered(attributes) if len(attributes) <= _MOST_REMEMBERED else tuple(_attributes(attributes))


@lru_cache(maxsize=1024)
def _remembered(attributes: str) -> tuple[Attribute, ...]:
    return tuple(_attributes(attributes))


def _attributes(attributes: str) -> Iterator[Attribute]:
    seen = set()
    for found in _ATTRIBUTE.finditer(attributes):
        name = found[1].lower()
        if name not in seen:
            seen.add(name)
            value = found[2] or found[3] or found[4] or ""
            yield Attribute(name, unescape(value) if "&" in value else value, found.start(), found.end())


def _dropped(text: str, at: int) -> int:
    """The end of a comment or the like that begins at a place; 0 where it is none."""
    if text.startswith("<!--", at):
        ends = _COMMENT_END.search(text, at + 2)
        return ends.end() if ends else len(text)
    if text.startswith("<![CDATA[", at):
        end = text.find("]]>", at)
        return end + 3 if end >= 0 else len(text)
    found = _DECLARATION.match(text, at)
    return found.end() if found else 0


# A tag in full: by its class it takes twice as long.
_new = tuple.__new__


def _raw_or_open(text: str, found: re.Match[str], name: str) -> Generator[Tag, None, int]:
    """A tag that stays open, or one and what stands raw behind it; gives where to go on."""
    start, end = found.span()
    if not found[4]:
        if _QUOTE_STAYS_OPEN.match(text, end):
            # A browser takes all that follows for the attribute.
            end = len(text)
            yield Tag(start, end, COMMENT)
        elif "<" in found[3]:
            yield Tag(start, end, COMMENT)
        return end
    yield Tag(start, end, name, False, found[3])
    closing = _RAW_END[name].search(text, end)
    inside = closing.start() if closing else len(text)
    if inside > end:
        yield Tag(end, inside, name, raw=True)
    return inside
