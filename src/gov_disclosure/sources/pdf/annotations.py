"""What readers and programs have put on a page: text that they struck, boxes whose words are not the page's."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.marks_on_page import Box, Char
from gov_disclosure.sources.pdf.native import Matrix

_MOST: Final = 2000
_HIDDEN: Final = 0x02 | 0x20
"""Flags: hidden, and not to be seen."""
_STRIKING: Final = ("FPDF_ANNOT_STRIKEOUT", "FPDF_ANNOT_REDACT", "FPDF_ANNOT_INK", "FPDF_ANNOT_LINE")
# These cover what is below them if they are filled.
_SHAPES: Final = ("FPDF_ANNOT_SQUARE", "FPDF_ANNOT_CIRCLE", "FPDF_ANNOT_POLYGON")
_FILLED: Final = b"IC"
_SAYING: Final = ("FPDF_ANNOT_FREETEXT", "FPDF_ANNOT_WIDGET", "FPDF_ANNOT_STAMP")


def noted(page: Any, view: Matrix, chars: Sequence[Char]) -> Sequence[Char]:
    """The characters; those that are struck can't be read, nor what stands in boxes with words of their own."""
    from pypdfium2 import raw

    count = min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)
    if count <= 0:
        return chars
    striking, saying, shapes = (
        {getattr(raw, name) for name in names} for names in (_STRIKING, _SAYING, _SHAPES)
    )
    struck: list[Box] = []
    said: list[Box] = []
    for number in range(count):
        with _annotation(raw, page, number) as annotation:
            if not annotation or raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                continue
            kind, rect = raw.FPDFAnnot_GetSubtype(annotation), raw.FS_RECTF()
            covers = kind in shapes and raw.FPDFAnnot_HasKey(annotation, _FILLED)
            if raw.FPDFAnnot_GetRect(annotation, rect):
                box = view.box(rect.left, rect.bottom, rect.right, rect.top)
                (struck if covers or kind in striking else said if kind in saying else []).append(box)
    found = [char._replace(text=UNCLEAR) if _within(char, struck + said) else char for char in chars]
    return [*found, *map(_sign, said)]


@contextmanager
def _annotation(raw: Any, page: Any, number: int) -> Iterator[Any]:
    annotation = raw.FPDFPage_GetAnnot(page.raw, number)
    try:
        yield annotation
    finally:
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)


def _within(char: Char, boxes: Sequence[Box]) -> bool:
    x, y = char.middle
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def _sign(box: Box) -> Char:
    left, top, right, bottom = box
    size = max(min(bottom - top, 12.0), 1.0)
    middle = (left + right) / 2
    return Char(UNCLEAR, middle - 1, middle + 1, (top + bottom) / 2 + 0.36 * size, size)
