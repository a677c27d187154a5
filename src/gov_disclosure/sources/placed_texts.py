"""Texts that a page puts at places of their own, as tools do that make pages of PDFs.

    <p style="position:absolute;top:90.0pt;left:62.2pt">

How wide a text is they do not say: Chinese characters are as wide as their type is large, others half of that.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final, NamedTuple
from unicodedata import east_asian_width

from attrs import define, field

from gov_disclosure.form.folding import NOT_SHOWN
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.pages.declared import Declared, declarations
from gov_disclosure.sources.pages.stack import VOID
from gov_disclosure.sources.pages.tags import COMMENT, Tag, attributes_of, tags_of

_LENGTH = on_demand(r"(-?[0-9.]+)(px|pt)")
_RULE = on_demand(r"(\.?[\w-]+)\s*\{([^{}]*)\}")
_NOTHING = on_demand(r"[0a-z%. ]*")
_DOCTYPE = on_demand(r"<![^<>]*>")
_PLACED: Final = ("top", "left")
_SIZED: Final = ("width", "height")
_UNSEEN: Final = ("head", "title")
# What moves a text from where its left upper corner is said to be, or its words from each other.
_MOVING: Final = ("transform", "rotate", "writing-mode", "right", "bottom", "float", "display", "text-indent")
_MOVING_BY: Final = ("margin", "padding", "word-spacing", "letter-spacing")
_WIDE: Final = "WFA"
_NARROW: Final = 0.5
_MOST_DEPTH: Final = 64
_FURTHEST: Final = 50_000.0


class Glyph(NamedTuple):
    """A character, where it begins from the left of the page, how wide it is and how large its type."""

    text: str
    left: float
    width: float
    size: float


@define(eq=False)
class PlacedText:
    """A text with its place on a page."""

    page: int
    top: float
    left: float
    start: int
    """Offset of its first character in the source."""
    glyphs: list[Glyph] = field(factory=list)

    @property
    def text(self) -> str:
        """What it says."""
        return "".join([glyph.text for glyph in self.glyphs])

    @property
    def size(self) -> float:
        """That of its largest type."""
        return max(glyph.size for glyph in self.glyphs)


class NotPlaced(Exception):
    """Something on the page has no place of its own, or none that can be told: it is read in another way."""


def placed_texts(source: str, shown: str, most: int) -> list[PlacedText]:
    """The texts of a page, each with its place; ``shown`` is what a browser shows of it, at the same offsets.

    Raises:
        NotPlaced: not all of it has a place that can be told, or it has more than ``most`` characters.
    """
    reader = _Reader(shown, most)
    at = 0
    for tag in tags_of(source):
        reader.words(at, tag.start)
        at = tag.end
        if tag.raw:
            reader.rules(source[tag.start : tag.end])
        elif tag.name[0] != COMMENT:
            reader.tag(tag)
    reader.words(at, len(source))
    for text in reader.texts:
        while text.glyphs and text.glyphs[-1].text == " ":
            text.glyphs.pop()
    return [text for text in reader.texts if text.glyphs]


class _Open(NamedTuple):
    name: str
    size: float
    is_placed: bool = False
    is_seen: bool = True
    is_page: bool = False
    line: float = 0.0
    """How far its lines are apart, where it says so."""


@define(eq=False)
class _Reader:
    shown: str
    left: int
    """How many more characters are read."""
    sheet: dict[str, Declared] = field(factory=dict)
    """What it says of elements and classes by name."""
    open: list[_Open] = field(factory=list)
    texts: list[PlacedText] = field(factory=list)
    text: PlacedText | None = None
    """The one that is open."""
    page: int = 1
    right: float = 0.0
    """Where the open text has come to."""

    def rules(self, sheet: str) -> None:
        """Take in what a sheet says of elements and classes by name."""
        for name, said in _RULE.findall(sheet):
            self.sheet[name] = {**self.sheet.get(name, {}), **declarations(said)[0]}

    def tag(self, tag: Tag) -> None:
        """Take in one tag."""
        if tag.closing:
            self._close(tag.name)
        elif tag.name not in VOID and not tag.attributes.endswith("/"):
            self._open(tag)
        elif self.text and tag.name == "br":
            self._break(self.text, tag.end)

    def _open(self, tag: Tag) -> None:
        style = self._style(tag)
        placed = style.get("position") == "absolute" and all(name in style for name in _PLACED)
        if (self.text or placed) and (len(self.open) > _MOST_DEPTH or _is_moved(style, within=not placed)):
            raise NotPlaced
        is_page = not self.text and not placed and (style.get("position") == "relative" or _is_sized(style))
        if (placed and self.text) or (is_page and any(one.is_page for one in self.open)):
            raise NotPlaced
        if placed:
            self._begin(_length(style["top"]), _length(style["left"]), tag.end)
        self.page += is_page and bool(self.texts)
        above = self.open[-1] if self.open else _Open("", 0.0)
        size = _length(style["font-size"]) if "font-size" in style else above.size
        line = _length(style["line-height"]) if "line-height" in style and self.text else above.line
        seen = above.is_seen and tag.name not in _UNSEEN
        self.open.append(_Open(tag.name, size, placed, seen, is_page, line))

    def _begin(self, top: float, left: float, start: int) -> None:
        self.right = left
        self.text = PlacedText(self.page, top, left, start)
        self.texts.append(self.text)

    def _break(self, text: PlacedText, start: int) -> None:
        """Go on with the next line of a text."""
        if not self.open[-1].line:
            raise NotPlaced
        self._begin(text.top + self.open[-1].line, text.left, start)

    def _style(self, tag: Tag) -> Mapping[str, str]:
        attributes = {one.name: one.value for one in attributes_of(tag.attributes)} if tag.attributes else {}
        style = dict(self.sheet.get(tag.name, {}))
        for name in attributes.get("class", "").split():
            style |= self.sheet.get(f".{name}", {})
        return {**style, **declarations(attributes["style"])[0]} if "style" in attributes else style

    def _close(self, name: str) -> None:
        while self.open and any(one.name == name for one in self.open):
            closed = self.open.pop()
            if closed.is_placed:
                self.text = None
            if closed.name == name:
                break

    def words(self, start: int, end: int) -> None:
        """Take in what stands between two tags."""
        said = self.shown[start:end].replace(NOT_SHOWN, "")
        said = unescape(said) if self.text else _DOCTYPE.sub("", said)
        above = self.open[-1] if self.open else None
        if not said or (not said.strip() and self.text is None) or (above and not above.is_seen):
            return
        if self.text is None or above is None or not above.size:
            raise NotPlaced
        if not self.text.glyphs:
            self.text.start = start
        self.left -= len(said)
        if self.left < 0:
            raise NotPlaced
        for glyph in _glyphs(said, self.right, above.size):
            self.text.glyphs.append(glyph)
            self.right = glyph.left + glyph.width


def _is_sized(style: Mapping[str, str]) -> bool:
    return all(name in style for name in _SIZED)


def _is_moved(style: Mapping[str, str], *, within: bool) -> bool:
    """Whether an element stands elsewhere than it says, or than the text ``within`` which it stands goes on."""
    moved = any(name in style for name in _MOVING) or (within and ("position" in style or "left" in style))
    return moved or any(
        name.startswith(_MOVING_BY) and not _NOTHING.fullmatch(value) for name, value in style.items()
    )


def _glyphs(said: str, left: float, size: float) -> Iterator[Glyph]:
    for character in re.sub(r"\s", " ", said):
        width = size if east_asian_width(character) in _WIDE else _NARROW * size
        yield Glyph(character, left, width, size)
        left += width


def _length(value: str) -> float:
    found = _LENGTH.fullmatch(value.strip())
    if found is None:
        raise NotPlaced
    try:
        length = float(found[1])
    except ValueError as error:
        raise NotPlaced from error
    if abs(length) > _FURTHEST:
        raise NotPlaced
    return length
