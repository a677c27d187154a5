"""Lines as paragraphs: a line goes on in the next where it has no room for another character."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from gov_disclosure.sources.pdf.lines import Line
from gov_disclosure.sources.pdf.marks_on_page import Box
from gov_disclosure.sources.pdf.tables import Table

# Of the size of type: the room at a full line's end, between the lines of a paragraph, and before its first; by
# how much its lines differ in it.
_FULL: Final = 1.6
_APART: Final = 2.6
_INDENT: Final = 0.6
_ALIKE: Final = 0.15
_MOST_LINES: Final = 200
# What ends a paragraph's line, be it full or not.
_ENDS: Final = "。！？!?：:；;"


class Paragraph(NamedTuple):
    """Lines that are read as one."""

    lines: Sequence[Line]

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page

    @property
    def box(self) -> Box:
        """What it takes of that page."""
        boxes = [line.box for line in self.lines if line.page == self.page]
        return (
            min(box[0] for box in boxes), min(box[1] for box in boxes),
            max(box[2] for box in boxes), max(box[3] for box in boxes),
        )  # fmt: skip

    @property
    def text(self) -> str:
        """What a person reads: a word of letters that a line breaks has a space in the place of the break."""
        text = ""
        for line in self.lines:
            said = line.text
            gap = " " if text[-1:].isascii() and said[:1].isascii() and text else ""
            text += gap + said
        return text


def in_paragraphs(parts: Sequence[Line | Table]) -> list[Paragraph | Table]:
    """The parts, with lines in paragraphs."""
    lines = [part for part in parts if isinstance(part, Line)]
    left = min((line.left for line in lines), default=0.0)
    # The widest line alone does not tell where lines end.
    right = max((part.box[2] for part in parts), default=0.0)
    found: list[Paragraph | Table] = []
    for part in parts:
        before = found[-1] if found else None
        if isinstance(part, Table):
            found.append(part)
        elif isinstance(before, Paragraph) and _goes_on(before, part, left, right):
            found[-1] = Paragraph([*before.lines, part])
        else:
            found.append(Paragraph([part]))
    return found


def _goes_on(paragraph: Paragraph, line: Line, left: float, right: float) -> bool:
    last = paragraph.lines[-1]
    size = last.size
    return (
        last.chars[-1].text not in _ENDS
        and abs(line.size - size) < _ALIKE * size
        and last.right > right - _FULL * size
        and line.left < left + _INDENT * size
        and (line.page != last.page or 0 < line.base - last.base < _APART * size)
        and len(paragraph.lines) < _MOST_LINES
    )
