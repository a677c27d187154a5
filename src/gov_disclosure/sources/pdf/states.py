"""Pages that can't be read, or not all of them: pictures, and text of which nobody can tell what it says."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

from gov_disclosure.model.error_words import error_text
from gov_disclosure.model.errors import FileFormatError
from gov_disclosure.sources.pdf.marks_on_page import Page

# What texts of the form are made of, and the signs that stand in such.
_KNOWN: Final = re.compile(
    "[\x21-\x7e\u00a7\u00b1\u00b7\u00d7\u2010-\u205e\u2070-\u209f\u2100-\u22ff\u2460-\u27bf\u2e80-\u312f\u31c0-\u9fff"
    "\uf900-\ufaff\ufe10-\ufe6b\uff01-\uffee\U00020000-\U0003ffff]"
)
# Against the Chinese characters: numbers and letters stand in any page.
_GARBLED: Final = 0.3
_CHINESE: Final = "\u2e80"
_FEWEST: Final = 10
# A picture over so much of a page says something, unless it lies below the text of a whole page.
_LARGE: Final = 0.08
_WHOLE: Final = 0.8
_FULL_OF_TEXT: Final = 100
_OUTLINES: Final = 40


class State(Enum):
    """What of a page can be read."""

    READABLE = 0
    WITH_PICTURE = 1
    PICTURE = 2
    GARBLED = 3
    EMPTY = 4


def state_of(page: Page) -> State:
    """What of a page can be read."""
    count = len(page.chars)
    unknown = sum(not _KNOWN.match(char.text) for char in page.chars) - page.unclear
    if unknown >= _FEWEST and unknown > _GARBLED * (
        unknown + sum(char.text >= _CHINESE for char in page.chars)
    ):
        return State.GARBLED
    covered = _covered(page)
    if not count:
        is_picture = covered >= _LARGE or len(page.outlines) >= _OUTLINES
        return State.PICTURE if is_picture else State.EMPTY
    if covered >= _LARGE and not (covered >= _WHOLE and count >= _FULL_OF_TEXT):
        return State.WITH_PICTURE
    return State.READABLE


def _covered(page: Page) -> float:
    """How much of a page pictures take."""
    area = sum(
        max(min(right, page.width) - max(left, 0.0), 0.0) * max(min(bottom, page.height) - max(top, 0.0), 0.0)
        for left, top, right, bottom in page.pictures
    )
    return area / max(page.width * page.height, 1.0)


def refuse_unreadable(pages: Sequence[Page], states: Sequence[State], name: str) -> None:
    """Refuse a file of which no page can be read.

    Raises:
        FileFormatError: all pages are pictures, or garbled.
    """
    if any(state in (State.READABLE, State.WITH_PICTURE) for state in states):
        return
    for state, reason in ((State.PICTURE, "scan"), (State.GARBLED, "unmapped")):
        numbers = [page.number for page, own in zip(pages, states, strict=True) if own is state]
        if numbers:
            raise FileFormatError(error_text(reason, name=name, pages=_ranges(numbers)))


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in words: 1-3, 5."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{part[0]}-{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts)
