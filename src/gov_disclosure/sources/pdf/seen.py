"""Which characters are seen: not those off the page or cut away, turned, faint, or below what was drawn later.

Where only the picture of the page tells, it is drawn twice, with the characters in doubt and without them: what
leaves no trace when it is taken away is not there.
"""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.characters import Found
from gov_disclosure.sources.pdf.drawings import Cover
from gov_disclosure.sources.pdf.marks_on_page import Box, Char
from gov_disclosure.sources.pdf.native import native

# A watermark is larger than the text by so much, and pale.
_LARGE: Final = 2.2
_PALE: Final = 150
_BAND: Final = 24.0
# Of 255: less than this nobody sees, and of less than the other nobody can be sure.
_TRACE: Final = 6
_CLEAR: Final = 60
_MOST_DOTS: Final = 6_000_000
_SCALE: Final = 2.0
_MOST_BANDS: Final = 200


def main_quarter(found: Iterable[Found]) -> int:
    """By how many quarters most of a page's text is turned."""
    counts = [0, 0, 0, 0]
    for one in found:
        if not one.run.slanting:
            counts[one.run.quarter] += 1
    return max(range(4), key=counts.__getitem__)


def upright(found: Sequence[Found], width: float, height: float) -> list[Found]:
    """The characters on the page that stand in lines, and in no watermark."""
    if not found:
        return []
    usual = statistics.median([one.char.size for one in found])
    kept = []
    for one in found:
        char, run = one.char, one.run
        if run.slanting or (char.size > _LARGE * usual and run.colour >= _PALE):
            continue
        x, y = char.middle
        clip = run.clip or (0.0, 0.0, width, height)
        if 0 <= x <= width and 0 <= y <= height and clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3]:
            kept.append(one)
    return kept


def in_doubt(found: Sequence[Found], covers: Sequence[Cover]) -> set[int]:
    """The numbers of the characters of which only the picture of the page tells if they are seen."""
    doubtful = {number for number, one in enumerate(found) if one.run.dubious}
    earliest = min((one.run.order for one in found), default=0)
    bands: dict[int, list[Cover]] = {}
    for cover in covers:
        if cover.order > earliest:
            first, last = int(cover.box[1] // _BAND), int(cover.box[3] // _BAND)
            for band in range(max(first, -1), min(last, first + _MOST_BANDS) + 1):
                bands.setdefault(band, []).append(cover)
    if bands:
        for number, one in enumerate(found):
            left, top, right, bottom = one.char.box
            for cover in bands.get(int(one.char.middle[1] // _BAND), ()):
                box = cover.box
                if (
                    cover.order > one.run.order
                    and box[0] < right
                    and left < box[2]
                    and box[1] < bottom
                    and top < box[3]
                ):
                    doubtful.add(number)
    return doubtful


def shown(page: Any, found: Sequence[Found], doubtful: set[int], turned: int) -> Iterator[Char]:
    """The characters that are seen, with a sign for each that is hardly seen."""
    if not doubtful:
        yield from (one.char for one in found)
        return
    contrast = _Contrast.of(page, {found[number].run.handle for number in doubtful}, (4 - turned) % 4 * 90)
    for number, one in enumerate(found):
        if number not in doubtful:
            yield one.char
            continue
        trace = contrast.at(one.char.box) if contrast else _TRACE
        if trace >= _CLEAR:
            yield one.char
        elif trace >= _TRACE:
            yield one.char._replace(text=UNCLEAR)


class _Contrast:
    """The picture of a page with some of its texts, and without them."""

    def __init__(self, whole: bytes, rest: bytes, stride: int, size: tuple[int, int], scale: float) -> None:
        self.whole, self.rest, self.stride, self.size, self.scale = whole, rest, stride, size, scale

    @classmethod
    def of(cls, page: Any, handles: set[int], rotation: int) -> "_Contrast | None":
        width, height = page.get_size()
        scale = min(_SCALE, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
        if scale < 1:
            return None
        switch = native("FPDFPageObj_SetIsActive")
        for handle in handles:
            switch(handle, 0)
        rest = page.render(scale=scale, rotation=rotation, grayscale=True, draw_annots=False)
        for handle in handles:
            switch(handle, 1)
        whole = page.render(scale=scale, rotation=rotation, grayscale=True, draw_annots=False)
        try:
            return cls(
                bytes(whole.buffer), bytes(rest.buffer), whole.stride, (whole.width, whole.height), scale
            )
        finally:
            rest.close()
            whole.close()

    def at(self, box: Box) -> int:
        """By how much the two differ at the most."""
        left, top, right, bottom = (round(edge * self.scale) for edge in box)
        width, height = self.size
        left, right = max(left, 0), min(right, width)
        most = 0
        for line in range(max(top, 0), min(bottom, height)):
            start = line * self.stride
            with_it, without = self.whole[start + left : start + right], self.rest[start + left : start + right]
            if with_it != without:
                most = max(most, *(abs(one - other) for one, other in zip(with_it, without, strict=True)))
        return most
