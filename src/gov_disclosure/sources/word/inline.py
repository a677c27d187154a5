"""What stands in a line: runs of text, fields of which the result is shown, and what hangs in them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final
from xml.etree.ElementTree import Element

from attrs import define, field

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pages.looks import Look
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.pieces import Piece
from gov_disclosure.sources.word.properties import is_on
from gov_disclosure.sources.word.styles import Context, Styles

TRANSPARENT: Final = frozenset(
    ("w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:hyperlink", "w:sdtContent", "w:dir", "w:rubyBase")
)
"""What is shown as what stands in it."""
REMOVED: Final = ("w:del", "w:moveFrom")
CHANGES: Final = frozenset((*REMOVED, "w:ins", "w:moveTo"))
# Fields that show nothing where they stand.
_SILENT: Final = (
    "XE",
    "TC",
    "TA",
    "RD",
    "SET",
    "ASK",
    "PRINT",
    "ADVANCE",
    "PRIVATE",
    "COMMENTS",
    "NEXT",
    "SKIPIF",
)
_SYMBOL: Final = range(1, 0x110000)
_SURROGATES: Final = range(0xD800, 0xE000)


@define
class Field:
    """A field that has begun."""

    is_dirty: bool
    """Whether Word works out its result anew, so that what is stored may not be what is seen."""
    in_result: bool = False
    code: str = ""


@define(eq=False)
class Line:
    """What has been found of a paragraph."""

    pieces: list[Piece] = field(factory=list)
    boxes: tuple[Element, ...] = ()
    """The contents of text boxes that hang in it."""
    pictures: int = 0
    """Pictures and embedded objects that may be tables, which nobody reads."""
    drawings: int = 0
    """These, and smaller ones."""


@define(eq=False)
class Inline:
    """Reads what stands in lines; a field may go on from one to the next."""

    styles: Styles
    fields: list[Field] = field(factory=list)
    changes: int = 0
    notes: int = 0

    def read(self, within: Element, context: Context, line: Line) -> None:
        """Add what stands in an element to a line."""
        for one in within:
            tag = one.tag
            if tag == "w:r":
                self._run(one, context, line)
            elif tag in TRANSPARENT:
                self.changes += tag in CHANGES
                self.read(one, context, line)
            elif handle := _HANDLERS.get(tag):
                handle(self, one, context, line)

    @property
    def _in_code(self) -> bool:
        return any(not one.in_result for one in self.fields)

    def _run(self, run: Element, context: Context, line: Line) -> None:
        self._in_run(run, self.styles.look(context, child(run, "w:rPr")), context, line)

    def _in_run(self, run: Element, look: Look, context: Context, line: Line) -> None:
        for one in run:
            tag = one.tag
            if tag == "w:t":
                self._put(_text(one), look, line)
            elif sign := _SIGNS.get(tag):
                self._put(sign(one), look, line)
            elif tag in _FIELD_PARTS:
                self._field_part(one, look, line)
            elif tag in _NOTES:
                self.notes += 1
                if _is_set(one, "w:customMarkFollows"):
                    # Its mark is the rest of the run.
                    return
            elif tag == "mc:AlternateContent":
                _first_that_gives(one, line, partial(self._in_run, look=look, context=context, line=line))
            elif handle := _HANDLERS.get(tag):
                handle(self, one, context, line)

    def _put(self, text: str, look: Look, line: Line) -> None:
        if not text or not look.is_shown:
            return
        if self.fields:
            if self._in_code:
                return
            if any(one.is_dirty for one in self.fields):
                look = look._replace(dubious=True)
        line.pieces.append(Piece(text, look))

    def _field_part(self, part: Element, look: Look, line: Line) -> None:
        kind = part.get("w:fldCharType")
        if part.tag == "w:instrText":
            if self.fields and not self.fields[-1].in_result:
                self.fields[-1].code += part.text or ""
        elif kind == "begin":
            if len(self.fields) >= _MOST_FIELDS:
                raise RecursionError
            self.fields.append(Field(_is_set(part, "w:dirty")))
        elif kind == "separate" and self.fields:
            self.fields[-1].in_result = True
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if not ended.in_result and not ended.code.strip().upper().startswith(_SILENT):
                # What it shows is worked out by Word, as a sign in a circle is.
                self._put(UNCLEAR, look, line)

    def _simple_field(self, one: Element, context: Context, line: Line) -> None:
        self.read(one, context.as_doubtful() if _is_set(one, "w:dirty") else context, line)

    def _control(self, one: Element, context: Context, line: Line) -> None:
        content = child(one, "w:sdtContent")
        if content is not None:
            self.read(content, within_control(one, context), line)

    def _removed(self, one: Element, context: Context, line: Line) -> None:
        self.changes += 1

    def _reversed(self, one: Element, context: Context, line: Line) -> None:
        self.read(one, context.as_doubtful(), line)

    def _ruby(self, one: Element, context: Context, line: Line) -> None:
        """Take the words, not how they are spoken."""
        base = child(one, "w:rubyBase")
        if base is not None:
            self.read(base, context, line)

    def _formula(self, one: Element, context: Context, line: Line) -> None:
        look = self.styles.look(context.as_doubtful(), None)
        self._put("".join([part.text or "" for part in one.iter("m:t")]), look, line)

    def _alternatives(self, one: Element, context: Context, line: Line) -> None:
        _first_that_gives(one, line, partial(self.read, context=context, line=line))

    def _hanging(self, one: Element, context: Context, line: Line) -> None:
        """Take what hangs in a line: text boxes, pictures, objects."""
        if self.fields and self._in_code:
            return
        boxes = tuple(_boxes(one))
        line.boxes += boxes
        if not boxes:
            line.drawings += 1
            line.pictures += _is_picture(one)


def _boxes(within: Element) -> Sequence[Element]:
    """The text boxes in a drawing, of alternatives the first; those in a box stand there."""
    found: list[Element] = []
    for one in within:
        if one.tag == "w:txbxContent":
            found.append(one)
        elif one.tag == "mc:AlternateContent":
            chosen = next((part for part in one if part.tag in ("mc:Choice", "mc:Fallback")), None)
            found += _boxes(chosen) if chosen is not None else ()
        elif len(one):
            found += _boxes(one)
    return found


def _first_that_gives(one: Element, line: Line, read: Callable[[Element], None]) -> None:
    """Read one of several writings of the same thing: the first, as today's Word does, that shows something."""
    before = (len(line.pieces), len(line.boxes), line.drawings)
    for name in ("mc:Choice", "mc:Fallback"):
        chosen = child(one, name)
        if chosen is not None and before == (len(line.pieces), len(line.boxes), line.drawings):
            read(chosen)


def _is_picture(one: Element) -> bool:
    """Whether something may show a table: a picture, a chart or an object that is more than a sign."""
    if one.tag == "w:object" or next(one.iter("v:imagedata"), None) is not None:
        return True
    shown = next(one.iter("a:graphicData"), None)
    if shown is None or not shown.get("uri", "").endswith(_SHOWING):
        return False
    size = next(one.iter("wp:extent"), None)
    return size is None or _number(size.get("cx")) >= _LARGE


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else _LARGE


def _is_set(one: Element, name: str) -> bool:
    return one.get(name, "0") not in ("0", "false", "off")


def within_control(control: Element, context: Context) -> Context:
    """Where the content of a control stands: its prompt is what is to be written there, and no text.

    Where it is bound to other data, Word shows these.
    """
    settings = child(control, "w:sdtPr")
    if context.in_table and child(settings, "w:dataBinding") is not None:
        return context.as_doubtful()
    return context.as_prompt() if is_on(child(settings, "w:showingPlcHdr")) else context


def _text(one: Element) -> str:
    text = one.text or ""
    if text.isalnum():
        return text
    if one.get("xml:space") != "preserve":
        text = text.strip(" \t\r\n")
    return text.replace("\r", " ").replace("\n", " ")


def _symbol(one: Element) -> str:
    try:
        code = int(one.get("w:char", ""), 16)
    except ValueError:
        return UNCLEAR
    return chr(code) if code in _SYMBOL and code not in _SURROGATES and not chr(code).isdigit() else UNCLEAR


# Fields within fields; each is asked for every stretch of text.
_MOST_FIELDS: Final = 500
_FIELD_PARTS: Final = ("w:fldChar", "w:instrText")
_NOTES: Final = ("w:footnoteReference", "w:endnoteReference")
_SHOWING: Final = ("/picture", "/chart", "/chartex", "/diagram")
# Eight centimetres: a table is not narrower.
_LARGE: Final = 2_880_000
_SIGNS: Final[Mapping[str, Callable[[Element], str]]] = {
    "w:tab": lambda _: "\t",
    "w:ptab": lambda _: "\t",
    "w:br": lambda _: "\n",
    "w:cr": lambda _: "\n",
    "w:noBreakHyphen": lambda _: "-",
    "w:sym": _symbol,
}
_HANDLERS: Final[Mapping[str, Callable[[Inline, Element, Context, Line], None]]] = {
    "w:fldSimple": Inline._simple_field,
    "w:sdt": Inline._control,
    "w:del": Inline._removed,
    "w:moveFrom": Inline._removed,
    "w:bdo": Inline._reversed,
    "w:ruby": Inline._ruby,
    "m:oMath": Inline._formula,
    "m:oMathPara": Inline._formula,
    "mc:AlternateContent": Inline._alternatives,
    "w:drawing": Inline._hanging,
    "w:pict": Inline._hanging,
    "w:object": Inline._hanging,
}
