"""Which characters are seen: not those off the page or cut away, turned, faint, or below what was drawn later.

Where only the picture of the page tells, it is drawn twice, with the characters in doubt and without them: what
leaves no trace when it is taken away is not there. Where digits are below what was drawn later, it is drawn
without that, too: a digit of which a part is covered is unclear, and so are those of its number.
"""

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.characters import Found
from gov_disclosure.sources.pdf.contrast import CLEAR, TRACE, Contrast
from gov_disclosure.sources.pdf.cut import Seen, uncut, without_rests, without_retyped
from gov_disclosure.sources.pdf.drawings import Cover, Kind
from gov_disclosure.sources.pdf.marks_on_page import Box, Char

# A watermark is larger than the text by so much, and pale.
_LARGE: Final = 2.2
_PALE: Final = 150
_BAND: Final = 24.0
# Text on a ground as dark as itself is no more seen than below it.
_DARK: Final = 150
_ALIKE: Final = 60
_MOST_BANDS: Final = 200
_MOST_COVERS: Final = 64


def main_quarter(found: Iterable[Found]) -> int:
    """By how many quarters most of a page's text is turned."""
    counts = [0, 0, 0, 0]
    for one in found:
        if not one.run.slanting:
            counts[one.run.quarter] += 1
    return max(range(4), key=counts.__getitem__)


def upright(found: Sequence[Found]) -> list[Found]:
    """The characters that stand in lines, and in no watermark."""
    if not found:
        return []
    usual = statistics.median([one.char.size for one in found])
    return [
        one
        for one in found
        if not one.run.slanting and not (one.char.size > _LARGE * usual and one.run.colour >= _PALE)
    ]


class OnPage(NamedTuple):
    """What is seen of the characters of a page."""

    chars: list[Char]
    """Those that are seen, with a sign for each that is hardly seen, or in part."""
    unseen: frozenset[int]
    """The texts with digits of which nothing is seen."""


def seen(
    page: Any, found: Sequence[Found], covers: Sequence[Cover], width: float, height: float, turned: int
) -> OnPage:
    """What is seen of the characters that stand on a page."""
    kept = list(uncut(found, width, height))
    lost = {number for number, char in enumerate(kept) if char is None}
    covered = _covered(found, kept, covers)
    doubtful = {
        number for number, one in enumerate(found) if one.run.dubious and number not in lost
    } | covered.keys()
    if doubtful:
        view = _View(page, found, (4 - turned) % 4 * 90)
        for number, char in view.shown(kept, doubtful, covered):
            kept[number] = char
            if char is None and number in covered:
                lost.add(number)
    gone = [number for number, char in enumerate(kept) if char is None]
    unseen = _with_digits(found, gone) - {one.run.handle for one, char in zip(found, kept, strict=True) if char}
    return OnPage(without_rests(found, without_retyped(found, kept, gone), lost), unseen)


def _with_digits(found: Sequence[Found], numbers: Iterable[int]) -> frozenset[int]:
    return frozenset(found[number].run.handle for number in numbers if found[number].char.text.isdigit())


def _covered(found: Sequence[Found], kept: Sequence[Seen], covers: Sequence[Cover]) -> dict[int, list[Cover]]:
    """What was drawn later over characters, or is a ground of their own colour, by their numbers."""
    earliest = min((one.run.order for one in found), default=0)
    bands: dict[int, list[Cover]] = {}
    for cover in covers:
        if (cover.order > earliest or cover.brightness < _DARK) and math.isfinite(sum(cover.box)):
            first, last = int(cover.box[1] // _BAND), int(cover.box[3] // _BAND)
            for band in range(max(first, -1), min(last, first + _MOST_BANDS) + 1):
                bands.setdefault(band, []).append(cover)
    covered: dict[int, list[Cover]] = {}
    if not bands:
        return covered
    for number, char in enumerate(kept):
        if char is None:
            continue
        run, box = found[number].run, char.box
        over = (
            cover
            for cover in bands.get(int(char.middle[1] // _BAND), ())
            if (cover.order > run.order or abs(cover.brightness - run.colour) < _ALIKE)
            and _meet(cover.box, box)
            and (cover.kind is not Kind.CLEAR or char.text.isdigit())
        )
        if own := list(islice(over, _MOST_COVERS)):
            covered[number] = own
    return covered


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


class _View(NamedTuple):
    """The pictures of a page that tell what of it is seen."""

    page: Any
    found: Sequence[Found]
    rotation: int

    def shown(
        self, kept: Sequence[Seen], doubtful: Iterable[int], covered: Mapping[int, Sequence[Cover]]
    ) -> list[tuple[int, Seen]]:
        """What is seen of the characters in doubt."""
        handles = {self.found[number].run.handle for number in doubtful}
        contrast = Contrast.of(self.page, handles, self.rotation)
        chars = [(number, char) for number in doubtful if (char := kept[number]) is not None]
        if contrast is None:
            return [(number, char._replace(text=UNCLEAR)) for number, char in chars]
        over = {
            number: own
            for number, char in chars
            if char.text.isdigit()
            and (own := [one for one in covered.get(number, ()) if _meet(one.box, char.ink)])
        }
        bare = None
        if over:
            taken = {cover.handle for own in over.values() for cover in own}
            bare = Contrast.of(self.page, handles, self.rotation, taken)
        return [(number, _as_seen(char, contrast, bare, over.get(number, ()))) for number, char in chars]


def _as_seen(char: Char, contrast: Contrast, bare: Contrast | None, over: Sequence[Cover]) -> Seen:
    """What is seen of a character: all, nothing, or what nobody can tell."""
    trace = contrast.at(char.box)
    if trace >= CLEAR:
        return char._replace(text=UNCLEAR) if over and bare and contrast.loses(char.box, bare) else char
    if trace >= TRACE:
        return char._replace(text=UNCLEAR)
    painted = any(cover.kind is Kind.PAINT for cover in over)
    return char._replace(text=UNCLEAR) if painted and contrast.is_blackened(char.ink) else None
