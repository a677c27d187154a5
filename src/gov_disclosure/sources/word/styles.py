"""Styles: what text inherits from its table, its paragraph and its characters, down to how it looks."""

from collections.abc import Mapping
from typing import Any, Final
from xml.etree.ElementTree import Element

from attrs import define, evolve, field

from gov_disclosure.sources.pages.colors import color_of, is_same
from gov_disclosure.sources.pages.looks import PLAINLY, Look
from gov_disclosure.sources.word.names import child, value
from gov_disclosure.sources.word.properties import (
    NO,
    UNKNOWN_GROUND,
    YES,
    Declared,
    declared,
    ground_of,
)
from gov_disclosure.sources.word.stylesheet import StyleSheet

_PARAGRAPH: Final = "paragraph"
_TABLE: Final = "table"
_NUMBERING: Final = "numbering"
# In half points; what is smaller than two points is seen by nobody who does not look for it.
_ORDINARY_SIZE: Final = "20"
_SMALLEST: Final = 4
_WHITE: Final = (255, 255, 255)
_PALE: Final = 250
_DEEPEST: Final = 40
_BLACKED: Final = "black"
_RAISED: Final = ("superscript", "subscript")
# Set in styles of several kinds at once, these take each other back.
_TOGGLED: Final = ("w:vanish", "w:strike")
_MAYBE: Final = "maybe"

Properties = Mapping[str, str]


@define(eq=False)
class Context:
    """Where text stands: what it inherits from. Those that come of one in the same way are one."""

    table_style: str = ""
    paragraph_style: str = ""
    ground: str = ""
    """The colour behind it, as cells and paragraphs set it."""
    in_table: bool = False
    is_doubtful: bool = False
    """Whether its digits may be none that a reader sees there."""
    is_prompt: bool = False
    """Whether it only says what is to be written there."""
    looks: dict[Declared, Look] = field(factory=dict)
    """How text in it looks, by what is set of the text itself."""
    _made: dict[tuple[str, ...], "Context"] = field(factory=dict)

    def of_paragraph(self, style: str, ground: str) -> "Context":
        """The same in a paragraph."""
        return self._with(("paragraph", style, ground), paragraph_style=style, ground=ground)

    def of_table(self, style: str, ground: str) -> "Context":
        """The same in a table or one of its cells."""
        return self._with(("table", style, ground), table_style=style, ground=ground, in_table=True)

    def as_doubtful(self) -> "Context":
        """The same where nobody can tell what is seen."""
        return self._with(("doubtful",), is_doubtful=True)

    def as_prompt(self) -> "Context":
        """The same where words only say what is to be written."""
        return self._with(("prompt",), is_prompt=True)

    def _with(self, key: tuple[str, ...], **changes: Any) -> "Context":
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = evolve(self, looks={}, made={}, **changes)
        return made


@define(eq=False)
class Styles:
    """The styles of a document."""

    sheet: StyleSheet = field(factory=StyleSheet)
    defaults: Properties = field(factory=dict)
    paragraph_style: str = ""
    """That of paragraphs which name none."""
    table_style: str = ""
    _chains: dict[str, tuple[Element, ...]] = field(factory=dict)
    _grounds: dict[str, str] = field(factory=dict)
    _numbered: dict[str, tuple[str, str | None]] = field(factory=dict)
    _known: dict[str, Properties] = field(factory=dict)

    @classmethod
    def of(cls, sheet: StyleSheet) -> "Styles":
        """The styles of a document, of its sheet."""
        defaults = dict(declared(child(sheet.defaults, "w:rPrDefault", "w:rPr")))
        return cls(sheet, defaults, sheet.default(_PARAGRAPH), sheet.default(_TABLE))

    def look(self, context: Context, properties: Element | None) -> Look:
        """How text looks that stands in a context and has properties of its own."""
        own = declared(properties)
        look = context.looks.get(own)
        if look is None:
            look = context.looks[own] = self._look(context, own)
        return look

    def numbered(self, style: str) -> tuple[str, str | None]:
        """The list that a style of paragraphs is numbered in, and the level in it, if it says one."""
        known = self._numbered.get(style)
        if known is None:
            number, level = "", None
            for one in self._chain(style):
                numbers = child(one, "w:pPr", "w:numPr")
                number = number or value(numbers, "w:numId")
                level = level or value(numbers, "w:ilvl") or None
            known = self._numbered[style] = (number, level)
        return known

    def lists(self) -> dict[str, str]:
        """The styles that stand for a list, each with the number of that list."""
        found = {id: self.sheet.get(id) for id in self.sheet.of_kind(_NUMBERING)}
        return {id: value(one, "w:pPr", "w:numPr", "w:numId") for id, one in found.items()}

    def ground(self, style: str, ground: str) -> str:
        """The colour behind text of a style, over what is behind that already."""
        known = self._grounds.get(style)
        if known is None:
            found = (one_ground for one in self._chain(style) if (one_ground := _ground(one)))
            known = self._grounds[style] = next(found, "")
        return known or ground

    def _chain(self, style: str) -> tuple[Element, ...]:
        """A style and those that it is based on, the nearest first."""
        known = self._chains.get(style)
        if known is None:
            chain: list[Element] = []
            base = style
            while len(chain) < _DEEPEST and (one := self.sheet.get(base)) is not None:
                chain.append(one)
                base = value(one, "w:basedOn")
            known = self._chains[style] = tuple(chain)
        return known

    def _properties(self, style: str) -> Properties:
        known = self._known.get(style)
        if known is None:
            merged: dict[str, str] = {}
            for one in reversed(self._chain(style)):
                merged.update(declared(child(one, "w:rPr")))
                for part in one.iter("w:tblStylePr"):
                    # Which cells of a table it is for is not followed.
                    merged.update(
                        (name, _MAYBE) for name, said in declared(child(part, "w:rPr")) if said == YES
                    )
            known = self._known[style] = merged
        return known

    def _look(self, context: Context, own: Declared) -> Look:
        direct = dict(own)
        levels = [
            self._properties(context.table_style),
            self._properties(context.paragraph_style or self.paragraph_style),
            self._properties(direct.get("w:rStyle", "")),
        ]
        together = {name: said for level in (self.defaults, *levels, direct) for name, said in level.items()}
        said = {name: _toggled(name, self.defaults, levels, direct) for name in _TOGGLED}
        struck = YES in (said["w:strike"], together.get("w:dstrike"))
        size = _size(together.get("w:sz", ""))
        color = color_of(named) if (named := together.get("w:color", "auto")) != "auto" else ()
        ground = together.get("w:highlight", "none")
        ground = together.get("w:shd", context.ground) if ground == "none" else ground
        raised, nudged = _raised(together, size)
        seen = not is_same(color, color_of(ground) if ground else _WHITE)
        doubts = (
            context.is_doubtful,
            _MAYBE in together.values() or _MAYBE in said.values(),
            context.in_table and together.get("w:webHidden") == YES,
            together.get("w:rFonts") == YES,
            together.get("w14:textFill") == YES,
            size <= _SMALLEST,
            ground == UNKNOWN_GROUND and bool(color) and min(color) >= _PALE,
            # What has no colour of its own may be seen on black, or be blacked out.
            ground == _BLACKED and not color,
        )
        return Look(
            is_shown=seen and said["w:vanish"] != YES and not context.is_prompt,
            struck=struck,
            dubious=any(doubts),
            raised=raised,
            nudged=nudged,
            size=size,
            measured=True,
        )


def _toggled(name: str, defaults: Properties, levels: list[Properties], direct: Properties) -> str:
    if name in direct:
        return direct[name]
    if defaults.get(name) == YES:
        return YES
    on = [level[name] for level in levels if level.get(name, NO) != NO]
    return _MAYBE if len(on) > 1 else on[0] if on else NO


def _size(said: str) -> float:
    try:
        # Half points may have a fraction, and in the strict form a unit.
        return float(said.removesuffix("pt")) * (2 if said.endswith("pt") else 1)
    except ValueError:
        return float(_ORDINARY_SIZE)


def _raised(together: Properties, size: float) -> tuple[int, bool]:
    """Whether text is raised, and whether by so little that it may be none of a note."""
    if together.get("w:vertAlign") in _RAISED:
        return 2, False
    said = together.get("w:position", "0")
    if said.lstrip("-").rstrip("pt").strip("0.") == "":
        return 0, False
    return 1, said.startswith("-") or _size(said) < PLAINLY * size


def _ground(style: Element) -> str:
    """What a style sets behind text; unknown where parts of a table have grounds of their own."""
    if any(ground_of(one) for part in style.iter("w:tblStylePr") for one in part):
        return UNKNOWN_GROUND
    places = (child(style, "w:tcPr"), child(style, "w:tblPr"), child(style, "w:pPr"))
    return next((found for one in places if (found := ground_of(one))), "")
