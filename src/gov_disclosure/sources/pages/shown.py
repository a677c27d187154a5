"""A text as a browser shows it: what is hidden is gone, what is struck is no text, and all keeps its place.

Hidden are comments and scripts, and elements that an attribute, a style or a sheet in the text hides, with all
that stands in them. In a cell, what is raised or set small beside a number is a note.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import define, field

from gov_disclosure.form.folding import NOT_SHOWN, UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.sources.cals import ATTRIBUTES as NAMED_PLACES
from gov_disclosure.sources.pages.css import declared_in, holds_on_screen
from gov_disclosure.sources.pages.declared import Declared, Layer, declarations, merged
from gov_disclosure.sources.pages.looks import Look, look_of, own_look
from gov_disclosure.sources.pages.matching import Element, element_of, marks_of
from gov_disclosure.sources.pages.notes import Note, Run, beside, notes_in
from gov_disclosure.sources.pages.sheets import Layers, Sheets
from gov_disclosure.sources.pages.stack import BLOCKS, CELLS, STRUCTURE, VOID, Entry, Scope, Stack
from gov_disclosure.sources.pages.tags import CDATA, COMMENT, Tag, attributes_of, tags_of
from gov_disclosure.sources.pages.written import PLACES, writes

_LINE_ENDS = "\r\n\v\f\x1c-\x1e\x85\u2028\u2029"
_NOT_LINE_END = on_demand(f"[^{_LINE_ENDS}]")
_LINE_END = on_demand(f"[{_LINE_ENDS}]")
# Outside of a page's table a tag is left for what it says of a cell between bars, unless it parts that.
_PARTS = on_demand(r"[<>|│\t]")
_DIGIT = on_demand(r"[0-9０-９]")
_MATTERS = on_demand(r"style|hidden|color|size|open|class|role|rend", re.IGNORECASE)
_SPANS = ("colspan", "rowspan", "cols", "rows")
_SPANS_ALONE = on_demand(r"(?:\s*(?:col|row)span=(?:\"\d{1,3}\"|'\d{1,3}'|\d{1,3}))*\s*", re.IGNORECASE)
# Elements that show something else than the text in them.
_OBJECTS = ("svg", "canvas", "video", "audio", "object", "select")
_OBJECTS_LOOK = Layer({"visibility": "hidden"})
# Its text is shown only to those who open it.
_CLOSED = Layer({"doubtful": "yes"})
_DUBIOUS = Layer({"dubious": "yes"})
_SILENT = ("script", "style", "noscript", "template", "noembed", "noframes")
# Tags that say more than where a line ends.
_LEFT = frozenset((*BLOCKS, *STRUCTURE, *VOID, *_OBJECTS, "select", "button", "textarea", "iframe", "math"))
_COLUMNS = ("col", "colgroup")
_DETAILS = "details"
# What is longer is the name of no element that looks otherwise than what is around it.
_LONGEST_NAME = 20
# What a script writes into its page is shown, and nobody knows what.
_WRITES = on_demand(r"document\s*\.\s*write")
_INLINE_NAMES = on_demand(r"--[\w-]+\s*:")
# Elements that a browser puts in where they are not written.
_ALWAYS = ("html", "body", "tbody", "head")
# So many rules that may hold are tried one by one; of more nobody can tell.
_MOST_TRIED = 40


# The text that is read last is asked for twice, for its tables and for its prose.
@lru_cache(maxsize=1)
def shown_page(text: str) -> str:
    """The text with signs of no width in the place of what a browser does not show; every offset stays."""
    return _Page(text).shown()


@define(eq=False)
class _Page:
    text: str
    stack: Stack = field(factory=Stack)
    sheets: Sheets = field(factory=Sheets)
    edits: list[tuple[int, int, str]] = field(factory=list)
    """Stretches, and the sign that stands in the place of each of their characters."""

    before: Run | None = None
    """The text outside of tables that stands before, with nothing but type between."""

    def shown(self) -> str:
        tags = list(tags_of(self.text))
        self._take_sheets(tags)
        at = 0
        for tag in tags:
            self._words(at, tag.start)
            at = tag.end
            self._tag(tag)
        self._words(at, len(self.text))
        self._ended(self.stack.rest())
        return self._edited()

    def _take_sheets(self, tags: Sequence[Tag]) -> None:
        for before, tag in pairwise(tags):
            if tag.raw and tag.name == "style":
                said = _attributes(before)
                if said.get("type", "").strip().lower() in ("", "text/css"):
                    self.sheets.add(self.text[tag.start : tag.end], holds_on_screen(said.get("media", "")))
        if self.sheets.is_empty and not _INLINE_NAMES.search(self.text):
            return
        present = {*_ALWAYS, *(tag.name for tag in tags)}
        for tag in tags:
            if tag.attributes and not tag.closing:
                attributes = _attributes(tag)
                present.update(marks_of(attributes))
                if "--" in attributes.get("style", ""):
                    self.sheets.name(declared_in(attributes["style"]))
        self.sheets.close(frozenset(present), len(tags))

    def _edited(self) -> str:
        parts, at = [], 0
        for begins, end, sign in sorted(self.edits):
            start = max(begins, at)
            if start >= end:
                continue
            parts += [self.text[at:start], _instead(self.text[start:end], sign)]
            at = end
        return "".join([*parts, self.text[at:]])

    @property
    def _in_cell(self) -> bool:
        return self.stack.scopes[-1].own.name in CELLS

    def _words(self, start: int, end: int) -> None:
        """Take in text between two tags."""
        look = self.stack.top.look
        if start == end:
            return
        if not look.is_shown:
            self.edits.append((start, end, NOT_SHOWN))
        elif look.struck or look.doubtful or (look.dubious and _DIGIT.search(self.text, start, end)):
            self.edits.append((start, end, UNCLEAR))
        elif self._in_cell:
            self.stack.scopes[-1].runs.append(Run(start, end, look))
        else:
            run = Run(start, end, look)
            note = beside(self.text, self.before, run) if self.before else None
            self.edits += _edits((note,)) if note else ()
            self.before = run

    def _tag(self, tag: Tag) -> None:
        if tag.raw or tag.name in (COMMENT, CDATA):
            self._dropped(tag)
        elif tag.closing:
            self._close(tag)
        else:
            self._open(tag)
        if self.before is not None and (tag.name in BLOCKS or tag.name in VOID or tag.name in STRUCTURE):
            self.before = None

    def _dropped(self, tag: Tag) -> None:
        """Leave out what is no text of the page."""
        written = tag.raw and tag.name == "script" and _WRITES.search(self.text, tag.start, tag.end)
        unclear = (tag.name == CDATA or written) and self.stack.top.look.is_shown
        if unclear:
            self.edits.append((tag.start, tag.start + 1, UNCLEAR))
        self.edits.append((tag.start + bool(unclear), tag.end, NOT_SHOWN))

    def _open(self, tag: Tag) -> None:
        ended = self.stack.before(tag.name)
        if ended is None:
            # A part of a table that stands in none.
            if not self.stack.top.look.is_shown:
                self.edits.append((tag.start, tag.end, NOT_SHOWN))
            return
        self._ended(ended)
        parent = self.stack.top.look
        matters = tag.attributes and (self.sheets.count or _MATTERS.search(tag.attributes))
        attributes = _attributes(tag) if matters else {}
        element = element_of(tag.name, attributes, self.sheets.asked) if self.sheets.count else None
        if parent.gone:
            look = parent
        elif attributes or element is not None or tag.name == _DETAILS:
            look = self._look(tag.name, parent, attributes, element)
        else:
            look = _own_look(tag.name if len(tag.name) <= _LONGEST_NAME else "", parent)
        if tag.name in _COLUMNS and look.unseen and not parent.unseen:
            # A browser leaves such a column out.
            table = self.stack.scopes[-1]
            table.own = table.own._replace(look=parent._replace(doubtful=True))
        self._keep(tag, look)
        self.stack.open(Entry(tag.name, look, element))

    def _look(self, name: str, parent: Look, attributes: Mapping[str, str], element: Element | None) -> Look:
        layers = _own_layers(name, attributes)
        told = Layers()
        if name == _DETAILS and self._in_cell and "open" not in attributes:
            layers.append(_CLOSED)
        if element is not None:
            told = self.sheets.layers(element, self.stack.elements())
            layers += told.plain
        if "style" in attributes:
            own, important = declarations(attributes["style"])
            layers += [*self.sheets.layers_of(own), *told.important]
            layers += self.sheets.layers_of(important)
        else:
            layers += told.important
        if element is not None and self.sheets.written and self._is_written(name, element, attributes):
            layers.append(_DUBIOUS)
        return _perhaps(name, parent, layers)

    def _is_written(self, name: str, element: Element, attributes: Mapping[str, str]) -> bool:
        """Whether a sheet writes into an element what may be part of a number in it."""
        if not self._in_cell and name in BLOCKS:
            return False
        return any(
            writes(
                (*(told := self.sheets.layers(element, self.stack.elements(), place)).plain, *told.important),
                attributes,
            )
            for place in PLACES
            if place in self.sheets.written
        )

    def _close(self, tag: Tag) -> None:
        hidden = self.stack.top.look.gone
        entry, ended = self.stack.end(tag.name)
        self._ended(ended)
        if entry is not None:
            hidden = _leaves_no_tag(tag.name, entry.look)
        if hidden:
            self.edits.append((tag.start, tag.end, NOT_SHOWN))
        elif entry is not None and self._is_parted(tag.name, entry.look):
            self.edits += _as_paragraph(tag)

    def _keep(self, tag: Tag, look: Look) -> None:
        """Leave a tag as it stands, or what of it matters."""
        if _leaves_no_tag(tag.name, look):
            self.edits.append((tag.start, tag.end, NOT_SHOWN))
            return
        if self._is_parted(tag.name, look):
            self.edits += _as_paragraph(tag)
            return
        if not tag.attributes:
            return
        start = tag.end - 1 - len(tag.attributes)
        if tag.name in CELLS:
            if not _SPANS_ALONE.fullmatch(tag.attributes):
                self._keep_spans(tag.attributes, start)
        elif tag.attributes.strip(" /") and (self._in_cell or _PARTS.search(tag.attributes)):
            self.edits.append((start, start + len(tag.attributes), NOT_SHOWN))

    def _keep_spans(self, attributes: str, start: int) -> None:
        at = 0
        for one in attributes_of(attributes):
            counts = one.name in _SPANS and one.value.strip()[:1].isdigit()
            if (counts or one.name in NAMED_PLACES) and "<" not in one.value + one.name:
                self.edits.append((start + at, start + one.start, NOT_SHOWN))
                at = one.end
        self.edits.append((start + at, start + len(attributes), NOT_SHOWN))

    def _ended(self, scopes: Iterable[Scope]) -> None:
        """Tell the notes in cells that have ended."""
        for scope in scopes:
            if len(scope.runs) > 0:
                self.edits += _edits(notes_in(self.text, scope.runs))

    def _is_parted(self, name: str, look: Look) -> bool:
        """Whether type in a cell stands on a line, or behind a gap, of its own."""
        return look.parted and self._in_cell and name not in _LEFT


def _own_layers(name: str, attributes: Mapping[str, str]) -> list[Layer]:
    """How an element of a name looks by itself."""
    own = Layer(own_look(name, attributes))
    return [own, _OBJECTS_LOOK] if name in _OBJECTS else [own]


@lru_cache(maxsize=1024)
def _own_look(name: str, parent: Look) -> Look:
    """How an element looks of which nothing says more than its name."""
    return _perhaps(name, parent, _own_layers(name, {}))


def _perhaps(name: str, parent: Look, layers: Sequence[Layer]) -> Look:
    """How an element looks; doubtful if a rule that may hold makes it look otherwise."""
    look = _merged_look(name, parent, [layer.declared for layer in layers if layer.sure])
    unsure = {tuple(layer.declared.items()): number for number, layer in enumerate(layers) if not layer.sure}
    if not unsure or parent.doubtful:
        return look
    if len(unsure) > _MOST_TRIED:
        return look._replace(gone=False, is_shown=True, doubtful=True)
    for numbers in (unsure.values(), *([number] for number in unsure.values())):
        other = _merged_look(
            name, parent, [layer.declared for at, layer in enumerate(layers) if layer.sure or at in numbers]
        )
        if other.differs(look):
            return (other if other.is_shown else look)._replace(gone=False, is_shown=True, doubtful=True)
        look = look._replace(parted=look.parted or other.parted)
    return look


def _merged_look(name: str, parent: Look, layers: Iterable[Declared]) -> Look:
    declared = merged(layers)
    changes = declared or parent.raised or parent.parted or parent.parts_children
    return look_of(name, parent, declared) if changes else parent


def _edits(notes: Iterable[Note]) -> Iterator[tuple[int, int, str]]:
    return ((note.start, note.end, NOT_SHOWN if note.certain else UNCLEAR) for note in notes)


def _as_paragraph(tag: Tag) -> Iterator[tuple[int, int, str]]:
    """The edits that make a tag one that parts lines."""
    name = tag.start + 1 + tag.closing
    yield name, name + 1, "p"
    yield name + 1, tag.end - 1, NOT_SHOWN


def _leaves_no_tag(name: str, look: Look) -> bool:
    """Whether a tag of an element goes with its text: a cell that is not seen has its place."""
    if look.gone or name in _SILENT:
        return True
    return not look.is_shown and name not in STRUCTURE and name not in VOID and name not in _OBJECTS


def _attributes(tag: Tag) -> dict[str, str]:
    return {one.name: one.value for one in attributes_of(tag.attributes)}


def _instead(stretch: str, sign: str) -> str:
    if sign == UNCLEAR:
        return re.sub(r"\S", sign, stretch)
    return _NOT_LINE_END.sub(sign, stretch) if _LINE_END.search(stretch) else sign * len(stretch)
