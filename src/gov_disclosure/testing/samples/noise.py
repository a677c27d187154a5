"""Other writings of the same table: padded and full-width numbers, labels spread, broken, sounded out."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from attrs import frozen

from gov_disclosure.form.vocabulary import any_of, terminals
from gov_disclosure.layouts.names import Layout
from gov_disclosure.testing.samples.choices import Choices

# A number that is all of a cell.
_CELL: Final = re.compile(r"(?<![^\t|\n >])[+-]?[0-9]+(?:\.[0-9]+)?(?![^\t|\n <])")
_PADDING: Final = ("", "\xa0", "\u3000\u3000", " \xa0\u3000")
_GAPS: Final = ("", "\u3000", "\xa0", " ", "\n")
_WIDE: Final = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789"}
_MOST_LABELS: Final = 4
# The first place inside a word.
_BETWEEN: Final = re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")

_DRAWN: Final = frozenset(
    {
        Layout.BOX,
        Layout.GRID,
        Layout.SIMPLE,
        Layout.MULTILINE,
        Layout.ALIGNED,
        Layout.PADDED,
        Layout.SPACES,
        Layout.PDF,
    }
)
"""Where a character more moves what stands under it, or a space parts two cells."""
_ONE_LINE: Final = frozenset(
    {
        Layout.DOKUWIKI,
        Layout.MARKDOWN,
        Layout.MARKDOWN_LINE,
        Layout.MEDIAWIKI,
        Layout.ROWS,
        Layout.PIPES,
        Layout.PIPE_ROWS,
        Layout.PIPE_CELLS,
        Layout.PIPE_STACKED,
        Layout.JSON_ROWS,
        Layout.PYTHON_ROWS,
        Layout.TEXTILE,
        Layout.TROFF,
    }
)
"""Where a cell has no room for a line end."""


@frozen
class Noise:
    """How a careless tool, or a careful typist, writes what a table says."""

    padding: str = ""
    """What stands around each number."""
    wide_digits: bool = False
    traditional: bool = False
    """Whether the document is in traditional characters, those of the form at least."""
    labels: tuple[tuple[str, str], ...] = ()
    """Labels and what is put into their first word: a gap, a line end, how it is spoken."""

    def written(self, text: str, layout: Layout) -> str:
        """The text, or a table of it, so written, as far as its layout has room for it."""
        if layout not in _DRAWN:
            text = _label_pattern().sub(lambda found: self._label(found[0], layout), text)
            if self.wide_digits or self.padding:
                text = _CELL.sub(lambda found: self._number(found[0]), text)
        return text.translate(_traditional()) if self.traditional else text

    def _label(self, label: str, layout: Layout) -> str:
        put = dict(self.labels).get(label, "")
        if not put or ("\n" in put and layout in _ONE_LINE):
            return label
        return _BETWEEN.sub(put, label, count=1)

    def _number(self, number: str) -> str:
        digits = number.translate(_WIDE) if self.wide_digits else number
        return f"{self.padding}{digits}{self.padding}"


def sample_noise(choices: Choices) -> Noise:
    """A way of writing, often a plain one."""
    return Noise(
        padding=choices.pick(_PADDING) if choices.chance(3) else "",
        wide_digits=choices.chance(6),
        traditional=choices.chance(6),
        labels=tuple(
            (label, choices.pick((*_GAPS, *terminals("samples")["SPOKEN"])))
            for label in (choices.some(table_labels(), _MOST_LABELS) if choices.chance(2) else ())
        ),
    )


@cache
def table_labels() -> tuple[str, ...]:
    """The form's own labels of rows and columns in its three tables; longer ones stand before their parts."""
    words = (
        wordings[0] for file in ("proactive", "requests", "disputes") for wordings in terminals(file).values()
    )
    return tuple(sorted(dict.fromkeys(words), key=lambda word: -len(word)))


@cache
def _label_pattern() -> re.Pattern[str]:
    """The labels; and the headings, in which some of their words stand."""
    headings = [wordings[0] for wordings in terminals("headings").values()]
    return re.compile(any_of((*table_labels(), *headings)))


@cache
def _traditional() -> Mapping[int, str]:
    return {ord(entry[0]): entry[1] for entry in terminals("characters")["CHARACTER"]}
