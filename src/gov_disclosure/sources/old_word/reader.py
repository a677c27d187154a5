"""The text of an older Word file as the elements of a Word document."""

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from attrs import define, field

from gov_disclosure.sources.old_word.looks import (
    DELETED,
    INSERTED,
    OF_FIELD,
    PICTURE,
    SYMBOL,
    is_set,
    last_of,
    mark_properties,
    properties,
)
from gov_disclosure.sources.old_word.modifiers import modifiers
from gov_disclosure.sources.old_word.paragraphs import ELSEWHERE, Standing, paragraph_properties, standing
from gov_disclosure.sources.old_word.pieces import Piece, pieces, text_of
from gov_disclosure.sources.old_word.runs import Runs, runs_of_characters, runs_of_paragraphs
from gov_disclosure.sources.old_word.streams import Streams
from gov_disclosure.sources.old_word.table_rows import row_mark
from gov_disclosure.sources.word.drawings import picture
from gov_disclosure.sources.word.marked import Flow

_MARKS: Final = re.compile(r"([\x00-\x1f])")
_CELL, _PARAGRAPH, _PAGE = "\x07", "\r", "\x0c"
_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_FIELD: Final = {_BEGIN: "begin", _SEPARATE: "separate", _END: "end"}
_MOST_FIELDS: Final = 200
_WIDTH_OF_PICTURE: Final = 28
_THOUSAND: Final = 1000
_Place = int


@define(eq=False)
class Reader:
    """What has been read so far."""

    streams: Streams
    fonts: tuple[str, ...]
    characters: Runs
    paragraphs: Runs
    flow: Flow = field(factory=Flow)
    fields: list[bool] = field(factory=list)
    """The fields that are open, and whether their result has begun."""

    @classmethod
    def of(cls, streams: Streams, fonts: tuple[str, ...]) -> "Reader":
        """A reader of a file."""
        return cls(streams, fonts, runs_of_characters(streams), runs_of_paragraphs(streams))

    def body(self) -> list[Element]:
        """All paragraphs and tables.

        Raises:
            TooMuchError: tables stand within tables deeper than in any report.
        """
        for piece in pieces(self.streams):
            for place, text, said in self._stretches(piece):
                self._stretch(place, text, said, piece)
        return self.flow.end()

    def _stretches(self, piece: Piece) -> Iterator[tuple[_Place, str, bytes]]:
        """The stretches of one look in a piece."""
        place = piece.start
        while place < piece.end:
            end, said = self.characters.at(place)
            end = min(max(end, place + 1), piece.end)
            # Half a character belongs to the next.
            end += (end - place) % piece.width
            yield place, text_of(self.streams.main[place:end], piece.width), said + piece.properties
            place = end

    def _stretch(self, place: _Place, text: str, said: bytes, piece: Piece) -> None:
        for part in _MARKS.split(text):
            if not part:
                continue
            if part < " ":
                self._mark(part, place, said, piece)
            elif (symbol := last_of(said, SYMBOL)) is not None:
                for _ in part:
                    self._run(Element("w:sym", {"w:char": symbol.operand[2:4][::-1].hex()}), said)
            else:
                self._text(part, said)
            place += piece.width * len(part) if piece.width == 1 else len(part.encode("utf-16-le"))

    def _text(self, text: str, said: bytes) -> None:
        in_code = any(not has_result for has_result in self.fields)
        one = Element("w:instrText" if in_code else "w:t", {"xml:space": "preserve"})
        one.text = text
        self._run(one, said)

    def _run(self, one: Element, said: bytes) -> None:
        run = Element("w:r")
        run.append(properties(said, self.fonts))
        run.append(one)
        for code, tag in ((DELETED, "w:del"), (INSERTED, "w:ins")):
            if is_set(said, code):
                around = Element(tag)
                around.append(run)
                run = around
        self.flow.add(run)

    # --- Marks --------------------------------------------------------------------------------------------

    def _mark(self, mark: str, place: _Place, said: bytes, piece: Piece) -> None:
        if mark in _FIELD:
            self._field(mark, said)
        elif mark in (_PARAGRAPH, _CELL, _PAGE):
            self._end(mark, place, said, piece)
        elif (make := _SIGNS.get(mark)) is not None:
            made = make(self, said)
            if made is not None:
                self._run(made, said)

    def _field(self, mark: str, said: bytes) -> None:
        if mark == _BEGIN and len(self.fields) < _MOST_FIELDS:
            self.fields.append(False)
        elif mark == _SEPARATE and self.fields:
            self.fields[-1] = True
        elif mark == _END and self.fields:
            self.fields.pop()
        else:
            return
        self._run(Element("w:fldChar", {"w:fldCharType": _FIELD[mark]}), said)

    def _end(self, mark: str, place: _Place, said: bytes, piece: Piece) -> None:
        """End a paragraph, and with it perhaps a cell or a row."""
        _, found = self.paragraphs.at(place)
        style, own = int.from_bytes(found[:2], "little"), self._with_more(found[2:] + piece.properties)
        stands = standing(own)
        if _ends_row(mark, stands):
            removed = is_set(said, DELETED)
            self.flow.end_row(max(stands.level, 1), row_mark(own, is_removed=removed))
            return
        settings = paragraph_properties(own, style)
        if (end := mark_properties(said)) is not None:
            settings.append(end)
        if mark == _CELL or (stands.ends_inner_cell and mark == _PARAGRAPH):
            self.flow.end_cell(max(stands.level, 1), settings)
        elif mark == _PARAGRAPH or len(self.flow.paragraph):
            self.flow.end_paragraph(stands.level, settings)
        if mark == _CELL:
            self.fields.clear()

    def _with_more(self, said: bytes) -> bytes:
        """Modifiers with those that they say stand elsewhere."""
        more = b"".join(
            self.streams.long_properties(one.number) for one in modifiers(said) if one.code in ELSEWHERE
        )
        return said + more

    # --- Signs --------------------------------------------------------------------------------------------

    def _picture(self, said: bytes) -> Element | None:
        if is_set(said, OF_FIELD):
            return None
        where = last_of(said, PICTURE)
        if where is None or where.number + _WIDTH_OF_PICTURE + 8 > len(self.streams.data):
            return picture(None)
        width, _, scale, _ = struct.unpack_from("<4H", self.streams.data, where.number + _WIDTH_OF_PICTURE)
        return picture(width * (scale or _THOUSAND) // _THOUSAND)

    def _drawing(self, said: bytes) -> Element:
        return Element("w:drawing")

    def _note(self, said: bytes) -> Element:
        return Element("w:footnoteReference")

    def _tab(self, said: bytes) -> Element:
        return Element("w:tab")

    def _break(self, said: bytes) -> Element:
        return Element("w:br")

    def _hyphen(self, said: bytes) -> Element:
        return Element("w:noBreakHyphen")


def _ends_row(mark: str, stands: Standing) -> bool:
    return stands.ends_row if mark == _CELL else mark == _PARAGRAPH and stands.ends_inner_row


_SIGNS: Final[Mapping[str, Callable[[Reader, bytes], Element | None]]] = {
    "\x01": Reader._picture,
    "\x02": Reader._note,
    "\x08": Reader._drawing,
    "\t": Reader._tab,
    "\x0b": Reader._break,
    "\x0e": Reader._break,
    "\x1e": Reader._hyphen,
}
