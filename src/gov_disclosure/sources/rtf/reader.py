"""The text of RTF as the elements of a Word document, group by group."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from attrs import define, field

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.rtf.characters import Characters
from gov_disclosure.sources.rtf.code_pages import SYMBOLS, decoded, encoding_of, is_double
from gov_disclosure.sources.rtf.groups import TARGETS, Group, Target
from gov_disclosure.sources.rtf.heads import Colors, Fonts
from gov_disclosure.sources.rtf.looks import DELETED, INSERTED, with_font, with_word
from gov_disclosure.sources.rtf.signs import BREAKS, CHARACTERS, SIGNS, STANDING_FOR
from gov_disclosure.sources.rtf.table_rows import RowInMaking
from gov_disclosure.sources.rtf.tokens import Token, TokenKind, Tokens
from gov_disclosure.sources.word.drawings import picture
from gov_disclosure.sources.word.marked import Flow, RowMark
from gov_disclosure.sources.word.run_properties import run_properties, shade

_MOST_GROUPS: Final = 2000


class UnevenGroupsError(ValueError):
    """A group has no end: the file is cut."""


@define(eq=False)
class Reader:
    """What has been read so far."""

    tokens: Tokens
    fonts: Fonts = field(factory=Fonts)
    colors: Colors = field(factory=Colors)
    flows: list[Flow] = field(factory=lambda: [Flow()])
    """The body, and the text boxes that are open in it."""
    groups: list[Group] = field(factory=list)
    characters: Characters = field(init=False)
    is_starred: bool = False
    default_font: int | None = None

    def __attrs_post_init__(self) -> None:
        self.characters = Characters(self._decoded)

    def body(self) -> list[Element]:
        """All paragraphs and tables of the file.

        Raises:
            UnevenGroupsError, TooMuchError: it is cut, or no file of a word processor.
        """
        for token in self.tokens:
            _TAKE[token.kind](self, token)
            if not self.groups:
                break
        if self.groups:
            raise UnevenGroupsError("}")
        return self.flows[0].end()

    @property
    def _flow(self) -> Flow:
        return self.flows[-1]

    # --- Tokens -------------------------------------------------------------------------------------------

    def _open(self, token: Token) -> None:
        self._flush()
        self.characters.to_skip = 0
        if len(self.groups) >= _MOST_GROUPS:
            raise UnevenGroupsError("nested too deeply")
        self.groups.append(self.groups[-1].inner() if self.groups else Group())

    def _close(self, token: Token) -> None:
        self._flush()
        self.characters.to_skip = 0
        if self.groups and (close := self.groups[-1].close):
            close()
        if self.groups:
            self.groups.pop()
        self._set_width()

    def _bytes(self, token: Token) -> None:
        if self.groups:
            self.characters.take_bytes(token.data)

    def _sign(self, token: Token) -> None:
        sign = token.text
        if sign == "*":
            self.is_starred = True
        elif self.characters.skips() or not self.groups:
            return
        elif sign in "\r\n":
            self._end_paragraph(None)
        elif sign in SIGNS:
            self.characters.put(SIGNS[sign])

    def _word(self, token: Token) -> None:
        starred, self.is_starred = self.is_starred, False
        word, number = token.text, token.number
        if self.characters.skips():
            return
        if not self.groups or self.groups[-1].target is Target.NOTHING:
            return
        group = self.groups[-1]
        if starred and word not in TARGETS:
            group.target = Target.NOTHING
        elif word in TARGETS:
            self._flush()
            self._begin(word, group)
        elif word == "u":
            self.characters.take_unicode(number or 0, group.skipped)
        elif group.target is Target.FONTS:
            self._flush()
            self.fonts.word(word, number)
        elif group.target is Target.COLORS:
            self._flush()
            self.colors.word(word, number)
        elif group.target is Target.PICTURE:
            self._flow.paragraph[-1].set(word, str(number or 0))
        elif group.target is not Target.AROUND:
            self._in_body(word, number, group)

    def _in_body(self, word: str, number: int | None, group: Group) -> None:
        if (character := CHARACTERS.get(word)) is not None:
            self.characters.put(character)
            return
        self._flush()
        if (looks := with_word(group.looks, word, number, self.colors)) is not None:
            group.looks = looks
            if word == "plain":
                self._set_font(self.default_font)
        elif (take := _WORDS.get(word)) is not None:
            take(self, number)
        elif word in BREAKS:
            self._run(Element(BREAKS[word]))
        else:
            group.row.word(word, number, self.colors)

    # --- Text ---------------------------------------------------------------------------------------------

    def _decoded(self, data: bytes) -> str:
        return decoded(data, self.fonts.encoding_of(self.groups[-1].font), self.fonts.encoding)

    def _flush(self) -> None:
        """Put the characters that have been met where they belong."""
        if not self.characters or not self.groups:
            return
        text = self.characters.text()
        target = self.groups[-1].target
        if target is Target.BODY or target is Target.CODE:
            one = Element("w:t" if target is Target.BODY else "w:instrText", {"xml:space": "preserve"})
            one.text = text
            self._run(one)
        elif target is Target.FONTS:
            self.fonts.text(text)
        elif target is Target.COLORS:
            self.colors.text(text)

    def _run(self, one: Element) -> None:
        """Put something down as a run that looks as its group does."""
        group = self.groups[-1]
        run = Element("w:r")
        run.append(run_properties(group.looks))
        run.append(one)
        for name, tag in ((DELETED, "w:del"), (INSERTED, "w:ins")):
            if group.looks.get(name) == "1":
                around = Element(tag)
                around.append(run)
                run = around
        self._flow.add(run)

    # --- Groups -------------------------------------------------------------------------------------------

    def _begin(self, word: str, group: Group) -> None:
        """Begin what a group is for, where that is shown at all."""
        target = TARGETS[word]
        if group.target not in _MAY_HOLD:
            target = Target.NOTHING
        if word in STANDING_FOR and group.target is Target.BODY:
            self._run(STANDING_FOR[word]())
        elif target is Target.PICTURE:
            self._flow.add(Element("rtf:pict"))
            self._at_end(self._end_picture)
        elif word in ("shp", "do") and group.target is Target.BODY:
            before = len(self._flow.paragraph)
            self._at_end(lambda: self._end_shape(before))
        elif word in ("shptxt", "dptxbxtext") and target is Target.BODY:
            self.flows.append(Flow(budget=self._flow.budget))
            self._at_end(self._end_box)
            group.level = 0
        elif word == "fldrslt" and target is Target.BODY:
            self._field_part("separate")
        group.target = target

    def _at_end(self, close: Callable[[], None]) -> None:
        """Have something done at the end of the group, before all that is to be done there already."""
        group = self.groups[-1]
        earlier = group.close

        def both() -> None:
            close()
            if earlier:
                earlier()

        group.close = both

    def _end_picture(self) -> None:
        paragraph = self._flow.paragraph
        said = paragraph[-1]
        paragraph.remove(said)
        width, scale = (int(said.get(name, "0")) for name in ("picwgoal", "picscalex"))
        self._run(picture(width * (scale or 100) // 100 if width else None))

    def _end_shape(self, before: int) -> None:
        if len(self._flow.paragraph) == before:
            self._run(Element("w:drawing"))

    def _end_box(self) -> None:
        self._flush()
        blocks = self.flows.pop().end()
        around = Element("w:pict")
        SubElement(around, "w:txbxContent").extend(blocks)
        self._run(around)

    def _field_part(self, kind: str, *, is_dirty: bool = False) -> None:
        self._run(Element("w:fldChar", {"w:fldCharType": kind, "w:dirty": "1" if is_dirty else "0"}))

    # --- Words --------------------------------------------------------------------------------------------

    def _paragraph_properties(self) -> Element:
        group = self.groups[-1]
        found = Element("w:pPr")
        if group.ground != "auto":
            found.append(shade(group.ground))
        if group.looks.get(DELETED) == "1":
            SubElement(SubElement(found, "w:rPr"), "w:del")
        return found

    def _end_paragraph(self, number: int | None) -> None:
        self._flush()
        self._flow.end_paragraph(self.groups[-1].level, self._paragraph_properties())

    def _end_section(self, number: int | None) -> None:
        # A new page in a line ends it for the eye.
        if len(self._flow.paragraph):
            self._end_paragraph(None)

    def _end_cell(self, number: int | None) -> None:
        self._flow.end_cell(1, self._paragraph_properties())

    def _end_nested_cell(self, number: int | None) -> None:
        self._flow.end_cell(max(self.groups[-1].level, 2), self._paragraph_properties())

    def _end_row(self, number: int | None) -> None:
        self._flow.end_row(1, self._row_mark())

    def _end_nested_row(self, number: int | None) -> None:
        self._flow.end_row(max(self.groups[-1].level, 2), self._row_mark())

    def _row_mark(self) -> RowMark:
        group = self.groups[-1]
        return group.row.mark(is_removed=group.looks.get(DELETED) == "1")

    def _new_row(self, number: int | None) -> None:
        self.groups[-1].row = RowInMaking()

    def _new_paragraph(self, number: int | None) -> None:
        self.groups[-1].level, self.groups[-1].ground = 0, "auto"

    def _in_table(self, number: int | None) -> None:
        if number == 0:
            self.groups[-1].level = 0
        else:
            self.groups[-1].level = max(self.groups[-1].level, 1)

    def _set_level(self, number: int | None) -> None:
        self.groups[-1].level = max(number or 0, 0)

    def _set_ground(self, number: int | None) -> None:
        self.groups[-1].ground = self.colors[number]

    def _set_font(self, number: int | None) -> None:
        group = self.groups[-1]
        group.font = number
        group.looks = with_font(group.looks, self.fonts.name_of(number))
        self._set_width()

    def _set_default_font(self, number: int | None) -> None:
        self.default_font = number
        self.groups[-1].font = number

    def _set_page(self, number: int | None) -> None:
        self.fonts.encoding = encoding_of(number or 0)
        self._set_width()

    def _set_width(self) -> None:
        """Tell the tokens how many bytes make a character."""
        if self.groups:
            encoding = self.fonts.encoding_of(self.groups[-1].font)
            self.tokens.is_double = is_double(encoding) or (
                is_double(self.fonts.encoding) and encoding != SYMBOLS
            )

    def _set_skipped(self, number: int | None) -> None:
        self.groups[-1].skipped = max(1 if number is None else number, 0)

    def _begin_field(self, number: int | None) -> None:
        self._field_part("begin")
        self._at_end(lambda: self._field_part("end"))

    def _is_out_of_date(self, number: int | None) -> None:
        begun = list(self._flow.paragraph.iter("w:fldChar"))
        if begun:
            begun[-1].set("w:dirty", "1")

    def _symbol(self, number: int | None) -> None:
        self.characters.put(UNCLEAR)


_MAY_HOLD: Final = (Target.BODY, Target.CODE, Target.AROUND)
"""What groups of other kinds may stand in."""
_TAKE: Final[Mapping[TokenKind, Callable[[Reader, Token], None]]] = {
    TokenKind.OPEN: Reader._open,
    TokenKind.CLOSE: Reader._close,
    TokenKind.BYTES: Reader._bytes,
    TokenKind.HEX: Reader._bytes,
    TokenKind.SIGN: Reader._sign,
    TokenKind.WORD: Reader._word,
}
_WORDS: Final[Mapping[str, Callable[[Reader, int | None], None]]] = {
    "par": Reader._end_paragraph,
    "sect": Reader._end_section,
    "page": Reader._end_section,
    "cell": Reader._end_cell,
    "nestcell": Reader._end_nested_cell,
    "row": Reader._end_row,
    "nestrow": Reader._end_nested_row,
    "trowd": Reader._new_row,
    "pard": Reader._new_paragraph,
    "intbl": Reader._in_table,
    "itap": Reader._set_level,
    "cbpat": Reader._set_ground,
    "f": Reader._set_font,
    "deff": Reader._set_default_font,
    "ansicpg": Reader._set_page,
    "uc": Reader._set_skipped,
    "field": Reader._begin_field,
    "flddirty": Reader._is_out_of_date,
    "fldalt": Reader._symbol,
}
