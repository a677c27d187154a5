"""The texts of cells: those that sheets share, those that stand in a cell, and numbers as they are shown."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from attrs import field, frozen

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.word.names import child
from gov_disclosure.sources.word.pieces import Piece
from gov_disclosure.sources.workbook.looks import CellStyle, CellStyles
from gov_disclosure.sources.workbook.number_formats import shown, shown_text

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BOOLEANS: Final = {"0": "FALSE", "1": "TRUE"}


@frozen(eq=False)
class Texts:
    """The texts that sheets share, and the styles that cells have."""

    styles: CellStyles
    shared: Sequence[Element] = field(factory=list)

    def pieces(self, cell: Element, *, shows_zeros: bool, is_doubtful: bool) -> list[Piece]:
        """What a person reads in a cell, stretch by stretch."""
        style = self.styles.style(cell.get("s"))
        found: list[Piece] = []
        for text, run in self._runs(cell, style, shows_zeros=shows_zeros):
            look = self.styles.look(style, run, is_doubtful=is_doubtful)
            if text and look.is_shown:
                found.append(Piece(text, look))
        return found

    def _runs(
        self, cell: Element, style: CellStyle, *, shows_zeros: bool
    ) -> Iterator[tuple[str, Element | None]]:
        kind = cell.get("t", "n")
        value = child(cell, "s:v")
        said = "" if value is None else value.text or ""
        if kind == "inlineStr":
            yield from _rich(child(cell, "s:is"), style)
        elif value is None:
            # What a formula makes nobody has worked out.
            yield (UNCLEAR if child(cell, "s:f") is not None else ""), None
        elif kind == "s":
            at = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else len(self.shared)
            if at < len(self.shared):
                yield from _rich(self.shared[at], style)
            else:
                yield UNCLEAR, None
        elif kind == "str":
            yield shown_text(_unescaped(said), style.number_format), None
        elif kind == "b":
            yield _BOOLEANS.get(said, UNCLEAR), None
        elif kind == "n":
            yield shown(said, style.number_format, shows_zeros=shows_zeros), None
        else:
            # An error, or a date.
            yield UNCLEAR, None


def _rich(text: Element | None, style: CellStyle) -> Iterator[tuple[str, Element | None]]:
    """The runs of a text; how it is spoken is none of it."""
    for one in text if text is not None else ():
        if one.tag == "s:t":
            yield shown_text(_unescaped(one.text or ""), style.number_format), None
        elif one.tag == "s:r":
            inner = child(one, "s:t")
            if inner is not None:
                yield shown_text(_unescaped(inner.text or ""), style.number_format), child(one, "s:rPr")


def _unescaped(text: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
