"""The pages of a file, as they are seen: what PDFium knows of them, in points from the upper left corner."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from threading import Lock
from time import process_time
from typing import Any, Final

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.pdf.annotations import noted
from gov_disclosure.sources.pdf.bombs import is_bomb
from gov_disclosure.sources.pdf.characters import Characters
from gov_disclosure.sources.pdf.drawings import TooMuch, drawings_of
from gov_disclosure.sources.pdf.layers import has_layers
from gov_disclosure.sources.pdf.marks_on_page import Char, Page
from gov_disclosure.sources.pdf.native import Matrix, Scratch, address, native
from gov_disclosure.sources.pdf.seen import main_quarter, seen, upright

# A report has some ten pages, and a page of it some 3,000 characters and 1,000 lines.
_MOST_PAGES: Final = 1000
_MOST_OBJECTS: Final = 300_000
_MOST_CHARACTERS: Final = 200_000
_MOST_IN_ALL: Final = 1_000_000
_MOST_SECONDS: Final = 30.0
# What was hidden may hide what is hidden, too.
_MOST_AGAIN: Final = 2

# PDFium serves one at a time.
_LOCK: Final = Lock()


def pages_of(data: bytes, name: str) -> list[Page]:
    """The pages of a file.

    Raises:
        FileFormatError: it is locked, broken, or more than is read.
    """
    import pypdfium2

    if is_bomb(data):
        raise FileFormatError(error_text("broken_file", name=name, problem="> 16 MB"))
    with _LOCK:
        try:
            with closing(pypdfium2.PdfDocument(data)) as document:
                if len(document) > _MOST_PAGES:
                    raise FileFormatError(
                        error_text("broken_file", name=name, problem=f"> {_MOST_PAGES} pages")
                    )
                return list(_pages(document, has_layers(data)))
        except TooMuch as error:
            problem = f"> {_MOST_OBJECTS} objects, {_MOST_CHARACTERS} characters"
            raise FileFormatError(error_text("broken_file", name=name, problem=problem)) from error
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
                raise FileFormatError(error_text("locked", name=name)) from error
            raise FileFormatError(error_text("broken_file", name=name, problem=error)) from error


def _pages(document: Any, layered: bool) -> Iterator[Page]:
    left, start = _MOST_IN_ALL, process_time()
    for number in range(len(document)):
        with ExitStack() as stack:
            page = document[number]
            stack.callback(page.close)
            made = _page(page, number + 1, layered, left)
        left -= len(made.chars) + len(made.across) + len(made.down)
        if left < 0 or process_time() - start > _MOST_SECONDS:
            raise TooMuch
        yield made


def _page(page: Any, number: int, layered: bool, most: int) -> Page:
    """A page without the texts that nobody sees.

    Of two characters that are the same and stand at one place PDFium gives the first alone, as if the other
    made it bold, though the first may be hidden and the other not. So what is hidden is taken away.
    """
    made, unseen = _read(page, number, layered, most)
    for _ in range(_MOST_AGAIN):
        if not unseen:
            break
        for handle in unseen:
            if native("FPDFPage_RemoveObject")(address(page.raw), handle):
                native("FPDFPageObj_Destroy")(handle)
            else:
                # What stands in a part that is drawn as one can only be switched off.
                native("FPDFPageObj_SetIsActive")(handle, 0)
        made, unseen = _read(page, number, layered, most)
    return made


def _read(page: Any, number: int, layered: bool, most: int) -> tuple[Page, frozenset[int]]:
    """A page, and the texts with digits on it of which nothing is seen."""
    with closing(page.get_textpage()) as text_page:
        return _read_text(page, address(text_page.raw), number, layered, most)


def _read_text(page: Any, handle: int, number: int, layered: bool, most: int) -> tuple[Page, frozenset[int]]:
    view, width, height = _view(page)
    count = native("FPDFText_CountChars")(handle)
    if count > min(_MOST_CHARACTERS, most):
        raise TooMuch
    quarter = 0
    while True:
        scratch = Scratch()
        drawings = drawings_of(address(page.raw), view, scratch, min(_MOST_OBJECTS, most))
        characters = Characters(handle, view, drawings, layered, scratch)
        everything = list(characters.found(count))
        turned = 0 if quarter else main_quarter(everything)
        if not turned:
            break
        # A table that lies on its side is read as a person reads it, the page turned.
        quarter = turned
        view = view.then(_turn(turned, width, height))
        width, height = (width, height) if turned == 2 else (height, width)
    found = upright(everything)
    chars, unseen = seen(page, found, drawings.covers, width, height, quarter)
    made = Page(
        number=number,
        width=width,
        height=height,
        chars=noted(page, view, chars),
        across=drawings.across,
        down=drawings.down,
        pictures=drawings.pictures,
        outlines=drawings.outlines,
        strokes=drawings.strokes,
        turned=quarter,
        unclear=max(_unclear(chars) - _unclear([one.char for one in found]), 0),
    )
    return made, unseen | characters.hidden


def _unclear(chars: Sequence[Char]) -> int:
    return sum(char.text == UNCLEAR for char in chars)


def _view(page: Any) -> tuple[Matrix, float, float]:
    """How the page's own places are seen, and how wide and high it is."""
    left, bottom, right, top = _bounding_box(page)
    width, height = right - left, top - bottom
    quarter = page.get_rotation() // 90 % 4
    if quarter == 1:
        return Matrix(0, 1, 1, 0, -bottom, -left), height, width
    if quarter == 2:
        return Matrix(-1, 0, 0, 1, right, -bottom), width, height
    if quarter == 3:
        return Matrix(0, -1, -1, 0, top, right), height, width
    return Matrix(1, 0, 0, -1, -left, top), width, height


def _bounding_box(page: Any) -> tuple[float, float, float, float]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page.raw, box):
        return 0.0, 0.0, *page.get_size()
    return box.left, box.bottom, box.right, box.top


def _turn(quarter: int, width: float, height: float) -> Matrix:
    """The page turned so that text which is turned clockwise by so many quarters stands upright."""
    if quarter == 1:
        return Matrix(0, -1, 1, 0, 0, width)
    if quarter == 2:
        return Matrix(-1, 0, 0, -1, width, height)
    return Matrix(0, 1, -1, 0, height, 0)
