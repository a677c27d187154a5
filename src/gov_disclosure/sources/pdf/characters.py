"""The characters of a page with their places, but for those that by the file's own word nobody sees."""

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from attrs import define, field

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.drawings import Drawings
from gov_disclosure.sources.pdf.marks_on_page import Box, Char
from gov_disclosure.sources.pdf.native import Matrix, Scratch, native
from gov_disclosure.sources.pdf.radicals import unified

_INVISIBLE: Final = (3, 7)
_STROKED: Final = (1, 5)
_CLEAR: Final = 8
# Text of such colours is seen on a dark ground alone, and such a one may hardly be seen.
_LIGHT: Final = 215
_FADED: Final = 90
_LAYER: Final = "OC"
# Text that is turned by more than this is no text of the page's lines: a watermark.
_TURNED: Final = 4.0
# Text that is turned by more, and rulings with it, comes to stand beside what is in the next row.
_ASKEW: Final = 0.1
_RADICALS: Final = re.compile("[\u2e80-\u2fdf]")
_UNKNOWN: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd\ufffe\uffff\0-\x08\x0e-\x1f\x7f-\x9f]")
_HALVES: Final = re.compile("[\ud800-\udfff]")
_LIGATURES: Final = re.compile("[\ufb00-\ufb06]")


class Run(NamedTuple):
    """A text as the file puts it down: what all its characters have in common."""

    handle: int
    size: float
    quarter: int
    """By how many quarters it is turned."""
    slanting: bool
    dubious: bool
    """Whether only the picture of the page tells if it is seen."""
    hidden: bool
    order: int
    clip: tuple[float, float, float, float] | None
    colour: int
    """How bright it is, to 255."""
    is_digit_unclear: bool
    """Whether its digits may be others: the file gives other words for it, or it is askew or upside down."""


class Found(NamedTuple):
    """A character, and the run that it is of."""

    char: Char
    run: Run


def _char(text: str, box: Box, origin: tuple[float, float], run: Run) -> Char:
    """A character, whose places are told along the line that it stands on."""
    left, top, right, bottom = box
    x, y = origin
    quarter = run.quarter
    if not quarter:
        return Char(text, left, right, y, run.size)
    if quarter == 1:
        return Char(text, top, bottom, -x, run.size, 1)
    if quarter == 2:
        return Char(text, -right, -left, -y, run.size, 2)
    return Char(text, -bottom, -top, x, run.size, 3)


@define(eq=False)
class Characters:
    """The characters of a text page."""

    text_page: int
    view: Matrix
    drawings: Drawings
    layered: bool
    """Whether the file has layers that may be switched off."""
    scratch: Scratch = field(factory=Scratch)
    runs: dict[int, Run] = field(factory=dict)
    texts: dict[int, str] = field(factory=dict)
    """What characters are by their codes."""

    def found(self, count: int) -> Iterator[Found]:
        """The characters in the order in which the file has them."""
        text_page, view, floats, doubles = self.text_page, self.view, self.scratch.floats, self.scratch.doubles
        a, b, c, d, e, f = view
        is_plain = (a, b, c, d) == (1, 0, 0, -1)
        unmapped = native("FPDFText_HasUnicodeMapError")
        code_of, object_of = native("FPDFText_GetUnicode"), native("FPDFText_GetTextObject")
        box_of, origin_of = native("FPDFText_GetLooseCharBox"), native("FPDFText_GetCharOrigin")
        box_place = self.scratch.float_places[0]
        x_place, y_place = self.scratch.double_places[:2]
        runs = self.runs
        for index in range(count):
            code = code_of(text_page, index)
            if code in _SPACES:
                continue
            handle = object_of(text_page, index)
            if not handle:
                continue
            run = runs[handle] if handle in runs else self._run(handle, index)
            if run.hidden:
                continue
            text = self.texts[code] if code in self.texts else self._text(code)
            if unmapped(text_page, index):
                text = UNCLEAR
            box_of(text_page, index, box_place)
            origin_of(text_page, index, x_place, y_place)
            if is_plain and not run.quarter:
                # Most pages lie as they are: the quick way.
                place = (text, floats[0] + e, floats[2] + e, f - doubles[1], run.size, 0)
                yield _new(Found, (_new(Char, place), run))
            else:
                box = view.box(floats[0], floats[3], floats[2], floats[1])
                yield Found(_char(text, box, view.of(doubles[0], doubles[1]), run), run)

    @property
    def hidden(self) -> frozenset[int]:
        """The texts that the file itself tells not to draw."""
        return frozenset(handle for handle, run in self.runs.items() if run.hidden)

    def _text(self, code: int) -> str:
        """What a character is by its code; a sign for one that says nothing."""
        text = chr(code) if code < _CODES else UNCLEAR
        # Half of a character beyond the first plane is never one of the form's.
        if _UNKNOWN.match(text) or _HALVES.match(text):
            text = UNCLEAR
        elif _RADICALS.match(text):
            text = unified(text)
        elif _LIGATURES.match(text):
            text = unicodedata.normalize("NFKC", text)
        self.texts[code] = text
        return text

    def _run(self, handle: int, index: int) -> Run:
        scratch = self.scratch
        matrix = scratch.matrix("FPDFText_GetMatrix", self.text_page, index)
        turned = matrix.then(self.view)
        size = native("FPDFText_GetFontSize")(self.text_page, index) * math.hypot(matrix.c, matrix.d)
        mode = native("FPDFTextObj_GetTextRenderMode")(handle)
        stroked = mode in _STROKED
        color = scratch.color("FPDFPageObj_GetStrokeColor" if stroked else "FPDFPageObj_GetFillColor", handle)
        red, green, blue, alpha = color or (0, 0, 0, 255)
        bright = (red * 3 + green * 6 + blue) // 10
        names = list(self._marks(handle)) if native("FPDFPageObj_CountMarks")(handle) > 0 else ()
        light = min(red, green, blue) >= _LIGHT or alpha < _FADED
        angle = math.degrees(math.atan2(turned.b, turned.a))
        # A damaged file may say what is no number.
        is_known = math.isfinite(angle) and math.isfinite(size)
        quarter = round(angle / 90) if is_known else 0
        askew = abs(angle - 90 * quarter)
        is_mirrored = turned.a * turned.d - turned.b * turned.c > 0
        run = Run(
            handle=handle,
            size=abs(size),
            quarter=quarter % 4,
            slanting=askew > _TURNED,
            dubious=light
            or color is None
            or _LAYER in names
            or (self.layered and handle in self.drawings.in_forms),
            hidden=mode in _INVISIBLE or alpha < _CLEAR or size == 0 or not is_known,
            order=self.drawings.orders.get(handle, 0),
            clip=self._clip(handle),
            colour=bright if alpha > _FADED else 255,
            is_digit_unclear="ActualText" in names or askew > _ASKEW or is_mirrored or quarter % 4 == 2,
        )
        self.runs[handle] = run
        return run

    def _marks(self, handle: int) -> Iterator[str]:
        """The names of the marks of content that a text has, and of what they say."""
        for number in range(min(native("FPDFPageObj_CountMarks")(handle), 16)):
            mark = native("FPDFPageObj_GetMark")(handle, number)
            yield self.scratch.mark(mark)
            yield from self.scratch.keys(mark)

    def _clip(self, handle: int) -> tuple[float, float, float, float] | None:
        """What of the page a text is drawn in, if that is not all."""
        clip = native("FPDFPageObj_GetClipPath")(handle)
        count = native("FPDFClipPath_CountPaths")(clip) if clip else 0
        if count <= 0:
            return None
        left, top, right, bottom = -math.inf, -math.inf, math.inf, math.inf
        view = self.drawings.in_forms.get(handle, self.view)
        for path in range(min(count, 64)):
            box = self._clip_box(clip, path, view)
            if box:
                left, top = max(left, box[0]), max(top, box[1])
                right, bottom = min(right, box[2]), min(bottom, box[3])
        return left, top, right, bottom

    def _clip_box(self, clip: int, path: int, view: Matrix) -> tuple[float, float, float, float] | None:
        count = native("FPDFClipPath_CountPathSegments")(clip, path)
        if not 0 < count <= 64:
            return None
        get, point = native("FPDFClipPath_GetPathSegment"), native("FPDFPathSegment_GetPoint")
        x_place, y_place = self.scratch.float_places[:2]
        floats = self.scratch.floats
        xs, ys = [], []
        for number in range(count):
            point(get(clip, path, number), x_place, y_place)
            x, y = view.of(floats[0], floats[1])
            xs.append(x)
            ys.append(y)
        return min(xs), min(ys), max(xs), max(ys)


_CODES: Final = 0x110000
# A character of thousands: by its class it takes twice as long.
_new: Final = tuple.__new__
_SPACES: Final = frozenset(map(ord, " \t\r\n\v\f\xa0\u2002\u2003\u2009\u200b\u3000\ufeff\u00ad"))
