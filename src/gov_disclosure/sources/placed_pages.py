"""Pages whose texts are put at places of their own, read as those of a PDF are: lines, and columns by gaps."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.form.on_demand import on_demand
from gov_disclosure.model.issues import Location
from gov_disclosure.model.places import Place
from gov_disclosure.sources.document import Document
from gov_disclosure.sources.pages import shown_text
from gov_disclosure.sources.places_in_file import PlacesInFile

if TYPE_CHECKING:
    from gov_disclosure.sources.placed_texts import PlacedText

_ABSOLUTE = on_demand(r"position\s*:\s*absolute")
_DIGIT = on_demand(r"\d")
# A report has some 300 texts on a few pages.
_FEWEST_TEXTS: Final = 20
_MOST_CHARACTERS: Final = 200_000
_MARGIN: Final = 72.0
# Of the size of type: the least room between two numbers of a line, whose widths are but guessed.
_ROOM: Final = 0.3
_OVER: Final = 0.2
_SMALL: Final = 0.8
_ONE_LINE: Final = 0.5


@frozen(slots=False, eq=False)
class PlacedPage:
    """A page as a document, and where in the page what stands in that was found."""

    source: str
    pages: Mapping[int, Sequence["PlacedText"]]
    """The texts of each page, from its top."""
    document: Document

    @cached_property
    def _in_document(self) -> PlacesInFile:
        return PlacesInFile(self.document)

    @cached_property
    def _in_source(self) -> PlacesInFile:
        return PlacesInFile(Document(text=self.source))

    def origin(self, location: Location) -> Location:
        """Where in the page something was found: what stands first of it."""
        place = self._in_document.located(location).place
        of_page = self.pages.get(place.page or 0, ()) if place else ()
        first = next((text for text in of_page if place and _stands_in(text, place)), None)
        return self._in_source.at(first.start) if first else Location(1, 1)


def _stands_in(text: "PlacedText", place: Place) -> bool:
    left, top, right, bottom = place.box or (0, 0, 0, 0)
    # The corners of a box are rounded.
    return left - 1 <= text.left <= right + 1 and top <= text.top + text.size / 2 <= bottom


def placed_page(source: str) -> PlacedPage | None:
    """A page whose texts all have places; ``None`` for any other text."""
    if "left:" not in source or "top:" not in source or not _ABSOLUTE.search(source):
        return None
    from gov_disclosure.sources.placed_texts import NotPlaced, placed_texts

    try:
        texts = placed_texts(source, shown_text(source), _MOST_CHARACTERS)
    except NotPlaced:
        return None
    if len(texts) < _FEWEST_TEXTS or any(map(_ends_in_several, texts)) or _run_together(texts):
        return None
    for line in _lines(texts):
        _doubt_small(line)
    pages = {
        number: sorted(of_page, key=lambda text: (text.top, text.left))
        for number, of_page in groupby(texts, key=lambda text: text.page)
    }
    return PlacedPage(source, pages, _document(pages))


def _ends_in_several(text: "PlacedText") -> bool:
    """Whether a number stands behind other words of a text: where it stands, nobody knows."""
    from gov_disclosure.sources.pdf.words import is_value

    words = text.text.split()
    return len(words) > 1 and is_value(words[-1]) and not (len(words) == 3 and words[0] == words[-1])


def _run_together(texts: Sequence["PlacedText"]) -> bool:
    """Whether two texts of a line, one with a number, are in each other's way, or two numbers nearly are."""
    return any(_are_near(one, two) for line in _lines(texts) for one, two in pairwise(line))


def _lines(texts: Sequence["PlacedText"]) -> Iterator[Sequence["PlacedText"]]:
    """The texts that stand on one line, from left to right."""
    line: list[PlacedText] = []
    for text in sorted(texts, key=lambda text: (text.page, text.top)):
        if line and (text.page != line[0].page or text.top - line[0].top > _ONE_LINE * text.size):
            yield sorted(line, key=lambda text: text.left)
            line = []
        line.append(text)
    yield sorted(line, key=lambda text: text.left)


def _doubt_small(line: Sequence["PlacedText"]) -> None:
    """Put signs in the place of digits that are set far smaller than others of their line: of a note, maybe."""
    largest = max(text.size for text in line)
    for text in line:
        if text.size < _SMALL * largest:
            text.glyphs = [
                glyph._replace(text=UNCLEAR) if glyph.text.isdigit() else glyph for glyph in text.glyphs
            ]


def _are_near(one: "PlacedText", two: "PlacedText") -> bool:
    last = one.glyphs[-1]
    room = (two.left - last.left - last.width) / one.size
    if room < -_OVER:
        return _DIGIT.search(one.text + two.text) is not None
    return room < _ROOM and one.text[-1:].isdigit() and two.text[:1].isdigit()


def _document(texts: Mapping[int, Sequence["PlacedText"]]) -> Document:
    from gov_disclosure.sources.pdf.laid_out import laid_out
    from gov_disclosure.sources.pdf.marks_on_page import ABOVE, Char, Page

    pages = []
    for number, of_page in texts.items():
        chars = [
            Char(glyph.text, glyph.left, glyph.left + glyph.width, text.top + ABOVE * text.size, glyph.size)
            for text in of_page
            for glyph in text.glyphs
            if not glyph.text.isspace()
        ]
        width, height = (max(char.box[side] for char in chars) + _MARGIN for side in (2, 3))
        pages.append(Page(number, width, height, chars, (), ()))
    return laid_out(pages, [])
