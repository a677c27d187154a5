"""Digits of which a part is off the page or cut away, and what is left of a number: neither can be read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gov_disclosure.form.folding import UNCLEAR
from gov_disclosure.sources.pdf.characters import Found
from gov_disclosure.sources.pdf.marks_on_page import Box, Char

Seen = Char | None
"""A character as it is seen; none where nothing of it is."""

# Of the size of type: two characters with less room between are of one number.
_ROOM: Final = 0.18
_OVERLAP: Final = 0.5
# Characters on one line are no further apart than so many points, in one of three bands.
_LINE: Final = 8.0
_POINTS: Final = ".,，．"


def uncut(found: Sequence[Found], width: float, height: float) -> Iterator[Seen]:
    """The characters as far as they are on the page and in their clip; a sign for a digit that is cut."""
    page = (0.0, 0.0, width, height)
    for one in found:
        char, clip = one.char, one.run.clip
        if one.run.is_digit_unclear and char.text.isdigit():
            char = char._replace(text=UNCLEAR)
        box = page if clip is None else _both(page, clip)
        x, y = char.middle
        size = char.size
        if box[0] + size < x < box[2] - size and box[1] + size < y < box[3] - size:
            yield char
        elif char.text.isdigit():
            yield _digit(char, box)
        else:
            yield char if box[0] <= x <= box[2] and box[1] <= y <= box[3] else None


def _both(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _digit(char: Char, box: Box) -> Seen:
    left, top, right, bottom = char.ink
    if box[0] <= left and box[1] <= top and right <= box[2] and bottom <= box[3]:
        return char
    is_seen = left < box[2] and box[0] < right and top < box[3] and box[1] < bottom
    return char._replace(text=UNCLEAR) if is_seen else None


def without_rests(found: Sequence[Found], seen: Sequence[Seen], lost: Iterable[int]) -> list[Char]:
    """The characters that are seen, with signs for the digits that are the rest of a number.

    Args:
        found: the characters in the order in which the file has them.
        seen: what is seen of each.
        lost: the numbers of those that are cut away or covered.
    """
    kept = list(seen)
    for number in lost:
        for step in (-1, 1):
            at = number
            while 0 <= at + step < len(found) and follows(
                found[min(at, at + step)].char, found[max(at, at + step)].char
            ):
                at += step
                char = kept[at]
                if char is None or not is_of_number(char):
                    break
                kept[at] = char._replace(text=UNCLEAR)
    return [char for char in kept if char is not None]


def without_retyped(found: Sequence[Found], seen: Sequence[Seen], lost: Iterable[int]) -> list[Seen]:
    """The characters, with signs for digits beside one of another text that is not seen.

    What is typed over it loses the digits that it has in common with it: PDFium takes them for bold print.
    """
    kept = list(seen)
    by_line: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        if (char := kept[number]) is not None and char.text.isdigit():
            by_line.setdefault(int(one.char.base // _LINE), []).append(number)
    for number in lost:
        gone = found[number]
        line = int(gone.char.base // _LINE)
        for at in (at for near in (line - 1, line, line + 1) for at in by_line.get(near, ())):
            other = found[at]
            if other.run.handle != gone.run.handle and (
                follows(gone.char, other.char) or follows(other.char, gone.char)
            ):
                kept[at] = other.char._replace(text=UNCLEAR)
    return kept


def is_of_number(char: Char) -> bool:
    """Whether a character may stand in a number."""
    return char.text.isdigit() or char.text in _POINTS


def follows(one: Char, other: Char) -> bool:
    """Whether one character follows another without room."""
    size = min(one.size, other.size)
    return (
        one.quarter == other.quarter
        and abs(one.base - other.base) < _OVERLAP * size
        and -_OVERLAP * size < other.left - one.right < _ROOM * size
    )
