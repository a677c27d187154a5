"""Marks on a number, and what a page has that no reader sees: neither is part of the number.

A mark is put in by a character of no script, which to every layout is text, and told when all is written.
"""

import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from gov_disclosure.layouts.names import Layout
from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.prose import Setting

PLACE: Final = "\U000f0000"
"""Stands for the mark until the document is written."""

_LARGEST: Final = 99
# Before the number, or behind it; {} is another number.
_BEFORE: Final = (
    "<s>{}</s>",
    "<del>{}</del>",
    "<strike>{}</strike>",
    '<span style="text-decoration: line-through">{}</span>',
    '<span style="display:none">{}</span>',
    "<span hidden>{}</span>",
    '<font style="DISPLAY: none">{}</font>',
    '<span style="visibility:hidden">{}</span>',
    "<!-- {} -->",
    "<script>var n = {};</script>",
    "<template>{}</template>",
)
_RAISED: Final = (
    "<sup>{}</sup>",
    "<sup>[{}]</sup>",
    '<a href="#note"><sup>{}</sup></a>',
    "<sub>{}</sub>",
    '<span style="vertical-align: super">{}</span>',
)
_ROW: Final = re.compile(rf"<tr>(?=<[^>]*>{PLACE})")
_NOT_SHOWN: Final = (' style="display:none"', " hidden", ' style="display: none; height: 0"')


@frozen
class Mark:
    """What stands beside a number, and on which side; or what makes a row one that is not shown."""

    text: str
    is_before: bool = False
    row: str = ""
    """What the tag of its row says, of a page."""

    def beside(self, number: str) -> str:
        """The number with a place for the mark."""
        return f"{PLACE}{number}" if self.is_before else f"{number}{PLACE}"

    def written(self, text: str) -> str:
        """A document with the mark in its place."""
        if self.row:
            text = _ROW.sub(rf"<tr{self.row}>", text)
        return text.replace(PLACE, self.text)


NO_MARK: Final = Mark("")


def sample_mark(choices: Choices, about: Setting, layout: Layout) -> Mark:
    """The mark of a note behind a number."""
    if layout is Layout.HTML and choices.chance(2):
        return Mark(_with_number(choices, _RAISED))
    return Mark(about.sentence(choices, "NOTE_MARK"))


def sample_unseen(choices: Choices) -> Mark:
    """A number that was struck out, or that a browser does not show, before or behind one that it shows."""
    return Mark(_with_number(choices, _BEFORE), is_before=choices.chance(2))


def sample_row_unseen(choices: Choices) -> Mark:
    """What makes the row of a page one that is not shown."""
    return Mark("", row=choices.pick(_NOT_SHOWN))


def _with_number(choices: Choices, patterns: Sequence[str]) -> str:
    return choices.pick(patterns).format(choices.integer(1, _LARGEST))
