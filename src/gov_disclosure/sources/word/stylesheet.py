"""The styles of a document by their ids, each made a tree when it is first asked for.

A word processor writes hundreds that nothing in the document has: their part is cut at the ends of styles,
where these can be told without reading it.
"""

import re
from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from attrs import define, field, frozen

from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.trees import parsed

_ROOT: Final = re.compile(rb"(?:\s|<\?xml[^<>]*\?>|\xef\xbb\xbf)*(<((?:[\w.-]+:)?)styles(?:\s[^<>]*)?>)")
_ATTRIBUTE: Final = re.compile(rb"""[\s:](type|styleId|default)\s*=\s*(?:"([^"&<]*)"|'([^'&<]*)')""")


@frozen
class _Known:
    """What is known of a style before it is read."""

    kind: str
    is_default: bool
    source: "bytes | Element"


@define(eq=False)
class StyleSheet:
    """The styles of a document."""

    name: str = ""
    part: str = ""
    root: bytes = b""
    """The tag that opens the part: the names in it are declared there."""
    styles: Mapping[str, _Known] = field(factory=dict)
    defaults: Element | None = None
    """What holds where no style says anything."""

    @classmethod
    def of(cls, data: bytes, name: str, part: str) -> "StyleSheet":
        """The styles that a part defines.

        Raises:
            FileFormatError: it is no XML, or declares a document type.
        """
        return _cut(data, name, part) or cls.of_tree(parsed(data, name, part), name, part)

    @classmethod
    def of_tree(cls, tree: Element, name: str, part: str) -> "StyleSheet":
        """The styles that stand in an element."""
        found = {
            one.get("w:styleId", ""): _Known(one.get("w:type", ""), _is_set(one.get("w:default")), one)
            for one in tree
            if one.tag == "w:style"
        }
        return cls(name, part, b"", found, child(tree, "w:docDefaults"))

    def get(self, id: str) -> Element | None:
        """A style; ``None`` if there is none of that id."""
        known = self.styles.get(id)
        if known is None:
            return None
        source = known.source
        return _inner(source, self.root, self.name, self.part) if isinstance(source, bytes) else source

    def default(self, kind: str) -> str:
        """The id of the style that those things of a kind have which name none."""
        return next((id for id, one in self.styles.items() if one.is_default and one.kind == kind), "")

    def of_kind(self, kind: str) -> list[str]:
        """The ids of the styles of a kind."""
        return [id for id, one in self.styles.items() if one.kind == kind]


def _cut(data: bytes, name: str, part: str) -> StyleSheet | None:
    """The styles of a part in pieces; ``None`` where an end of one may be no end."""
    opened = _ROOT.match(data)
    if opened is None or b"<!" in data or b"<?" in data[opened.end() :]:
        return None
    root, prefix = opened[1], opened[2]
    before, *pieces = (
        b"<%sstyle%s" % (prefix, rest) for rest in re.split(rb"<%sstyle(?=[\s>])" % prefix, data)
    )
    found: dict[str, _Known] = {}
    end = b"</%sstyle>" % prefix
    for piece in pieces:
        said = {
            one[1]: (one[2] or one[3] or b"").decode() for one in _ATTRIBUTE.finditer(piece[: piece.find(b">")])
        }
        if end not in piece or b"styleId" not in said:
            return None
        kind, is_default = said.get(b"type", ""), _is_set(said.get(b"default"))
        found[said[b"styleId"]] = _Known(kind, is_default, piece[: piece.find(end) + len(end)])
    tag = b"%sdocDefaults" % prefix
    at, until = before.find(b"<" + tag), before.find(b"</%s>" % tag)
    defaults = before[at : until + len(tag) + 3] if 0 <= at < until else b""
    return StyleSheet(name, part, root, found, _inner(defaults, root, name, part) if defaults else None)


def _inner(piece: bytes, root: bytes, name: str, part: str) -> Element:
    """A piece of a part as a tree."""
    tag = root[1:].split(None, 1)[0].rstrip(b">")
    return parsed(b"%s%s</%s>" % (root, piece, tag), name, part)[0]


def _is_set(said: str | None) -> bool:
    return said is not None and said not in ("0", "false", "off")
